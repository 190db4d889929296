package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
	hidalgo "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

const (
	// boltFile is the name of the file inside the graph's folder.
	boltFile = "graph.bolt"
	// boltIndex is the bucket of the index, beside Cayley's own buckets.
	boltIndex = "entente"
	// formatKey holds formatVersion; it is written last when a graph is made.
	formatKey     = "m" + "format"
	formatVersion = 1
	// mmapSize is address space, not memory. Without it bolt remaps a growing
	// file while readers hold locks that the remapping waits for, and a reader
	// beside a writer comes to a stand.
	mmapSize int64 = 16 << 30
	// growth is by how much the file grows at a time.
	growth = 1 << 20
)

// boltStore is the embedded store: Cayley's key-value backend on a bbolt file
// that we open ourselves, because the stock opening waits for ever on a locked
// file, panics on a damaged one and takes an empty file for a new graph.
type boltStore struct {
	path     string
	readOnly bool
	timeout  time.Duration

	// mu is held for reading by whoever uses db and qs, and for writing while
	// they are replaced after a failed write (and where not roomy, by writers).
	mu sync.RWMutex
	db *bolt.DB
	kv *indexedKV
	qs cayley.QuadStore
}

// openBolt opens the graph in a folder, making it when it is absent and
// readOnly is false.
func openBolt(ctx context.Context, dir string, readOnly bool, timeout time.Duration) (*boltStore, error) {
	s := &boltStore{path: filepath.Join(dir, boltFile), readOnly: readOnly, timeout: timeout}
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%w: %s is a file, and a graph is a folder; name another place", ErrNotStore, dir)
	}
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if entries, _ := os.ReadDir(dir); len(entries) > 0 && !ours(entries) {
			return nil, fmt.Errorf("%w: the folder %s holds other files; name a new folder", ErrNotStore, dir)
		}
		if readOnly {
			return nil, fmt.Errorf("%w in %s: add articles first", ErrNoGraph, dir)
		}
		if err := create(ctx, dir, s.path); err != nil {
			return nil, classify(dir, err)
		}
	case err != nil:
		return nil, fmt.Errorf("opening the graph: %w", err)
	case info.Size() == 0:
		return nil, fmt.Errorf("%w: %s is empty; remove the folder %s and add the articles again, or restore it from an export",
			ErrDamaged, s.path, dir)
	}
	if err := s.open(); err != nil {
		return nil, err
	}
	return s, nil
}

// ours reports whether a folder holds nothing but what an interrupted
// creation of a graph leaves behind.
func ours(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if ok, _ := filepath.Match(boltFile+".new*", e.Name()); !ok {
			return false
		}
	}
	return true
}

// create makes a new graph under another name and then gives it its own, so
// that an interruption leaves no half-made graph, and of two processes the
// second finds the graph of the first.
func create(ctx context.Context, dir, path string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making the folder of the graph: %w", err)
	}
	f, err := os.CreateTemp(dir, boltFile+".new*")
	if err != nil {
		return fmt.Errorf("making the graph: %w", err)
	}
	temp := f.Name()
	defer os.Remove(temp)
	if err := f.Close(); err != nil {
		return fmt.Errorf("making the graph: %w", err)
	}
	db, err := bolt.Open(temp, 0o644, &bolt.Options{Timeout: time.Second})
	if err != nil {
		return fmt.Errorf("making the graph: %w", err)
	}
	err = initialize(ctx, db)
	if e := db.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("making the graph: %w", err)
	}
	if err := os.Link(temp, path); err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	// A file system without links: the little window in which another
	// process could have made the graph stays open here.
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return os.Rename(temp, path)
}

// initialize lets Cayley make its buckets and then names the indexes that it
// is to keep. Cayley reads their list from the file; writing it there leaves
// alone the global variable that holds its defaults.
func initialize(ctx context.Context, db *bolt.DB) error {
	if err := cayleykv.Init(hidalgo.New(db), nil); err != nil {
		return err
	}
	list, err := json.Marshal([]cayleykv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
		// By predicate, and by label: what is stated in an article or place.
		{Dirs: []quad.Direction{quad.Predicate, quad.Object, quad.Subject}},
		{Dirs: []quad.Direction{quad.Label, quad.Subject, quad.Predicate}},
	})
	if err != nil {
		return err
	}
	return db.Update(func(tx *bolt.Tx) error {
		if err := tx.Bucket([]byte("meta")).Put([]byte("indexes"), list); err != nil {
			return err
		}
		b, err := tx.CreateBucketIfNotExists([]byte(boltIndex))
		if err != nil {
			return err
		}
		return b.Put([]byte(formatKey), []byte(strconv.Itoa(formatVersion)))
	})
}

// open opens file and quad store. A damaged file can make bbolt panic, which
// becomes ErrDamaged.
func (s *boltStore) open() (err error) {
	opened := false
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %s: %v; restore it from a copy or an export", ErrDamaged, s.path, r)
		}
		if err != nil && opened {
			closeQuietly(s.db)
		}
	}()
	opts := &bolt.Options{Timeout: s.timeout, ReadOnly: s.readOnly}
	if roomy() && !s.readOnly {
		size := mmapSize
		opts.InitialMmapSize = int(size)
	}
	s.db, err = bolt.Open(s.path, 0o644, opts)
	switch {
	case errors.Is(err, bolt.ErrTimeout):
		return fmt.Errorf("%w: wait until the other entente has finished with %s, or name another graph", ErrLocked, filepath.Dir(s.path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("opening the graph: %w", err)
	case errors.Is(err, bolt.ErrInvalid) && notBolt(s.path):
		return fmt.Errorf("%w: %s was not written by entente; name another place, or restore it from a copy or an export", ErrNotStore, s.path)
	case err != nil:
		return fmt.Errorf("%w: %s: %w; restore it from a copy or an export", ErrDamaged, s.path, err)
	}
	opened = true
	s.db.AllocSize = growth
	if err := s.db.View(s.checkSize); err != nil {
		return err
	}
	if err := s.db.View(checkFormat); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	s.kv = &indexedKV{KV: hidalgo.New(s.db)}
	s.qs, err = cayleykv.New(s.kv, cayley.Options{cayleykv.OptNoBloom: true})
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, s.path, err)
	}
	return nil
}

// roomy reports whether address space costs nothing here. On Windows the file
// would grow to its size; there, as on small machines, a writer waits for the
// readers instead.
func roomy() bool { return strconv.IntSize == 64 && runtime.GOOS != "windows" }

// closeQuietly closes a file that is given up; of a damaged one even closing
// may panic.
func closeQuietly(db *bolt.DB) {
	defer func() { _ = recover() }()
	_ = db.Close()
}

// notBolt reports whether a file lacks the mark of bolt in both places where
// it should be: such a file was never a graph, rather than a damaged one.
func notBolt(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	mark := []byte{0xED, 0xDA, 0x0C, 0xED} // 0xED0CDAED, little endian
	buf := make([]byte, 64<<10+32)
	n, _ := f.Read(buf)
	return !bytes.Contains(buf[:n], mark)
}

// checkSize sees that no page is missing at the end of the file: reading one
// is a fault of memory, not an error.
func (s *boltStore) checkSize(tx *bolt.Tx) error {
	info, err := os.Stat(s.path)
	if err != nil {
		return fmt.Errorf("opening the graph: %w", err)
	}
	if info.Size() < tx.Size() {
		return fmt.Errorf("%w: %s ends too early (%d bytes of %d); restore it from a copy or an export",
			ErrDamaged, s.path, info.Size(), tx.Size())
	}
	return nil
}

func checkFormat(tx *bolt.Tx) error {
	b := tx.Bucket([]byte(boltIndex))
	if b == nil {
		return fmt.Errorf("%w: it is a bolt file of another program", ErrNotStore)
	}
	n, err := strconv.Atoi(string(b.Get([]byte(formatKey))))
	if err != nil {
		return fmt.Errorf("%w: its format is not written in it", ErrDamaged)
	}
	if n > formatVersion {
		return fmt.Errorf("%w (format %d, known up to %d): install that version", ErrNewer, n, formatVersion)
	}
	return nil
}

func (s *boltStore) read(ctx context.Context, f func(reader) error) (err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.db == nil {
		return ErrClosed
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer s.recovered(&err)
	return s.db.View(func(tx *bolt.Tx) error {
		return f(boltReader{tx.Bucket([]byte(boltIndex))})
	})
}

func (s *boltStore) quads(ctx context.Context, f func(cayley.QuadStore) error) (err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.db == nil {
		return ErrClosed
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer s.recovered(&err)
	return f(s.qs)
}

func (s *boltStore) eachQuad(ctx context.Context, label quad.Value, f func(quad.Quad) error) error {
	return s.quads(ctx, func(qs cayley.QuadStore) error { return walk(ctx, qs, label, f) })
}

// lock has nothing to do: the file is locked as long as it is open.
func (s *boltStore) lock(context.Context) (func(), error) { return func() {}, nil }

// recovered turns a panic that a damaged page causes, or the fault of reading
// a page that is not there, into ErrDamaged.
func (s *boltStore) recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %s: %v; restore it from a copy or an export", ErrDamaged, s.path, r)
	}
}

func (s *boltStore) write(ctx context.Context, add, remove []quad.Quad, changes []change) error {
	if s.readOnly {
		return ErrReadOnly
	}
	err := s.tryWrite(add, remove, changes)
	if err == nil {
		return nil
	}
	if reopenErr := s.reopen(); reopenErr != nil {
		return errors.Join(classify(s.path, err), reopenErr)
	}
	return classify(s.path, err)
}

func (s *boltStore) tryWrite(add, remove []quad.Quad, changes []change) (err error) {
	if roomy() {
		s.mu.RLock()
		defer s.mu.RUnlock()
	} else {
		s.mu.Lock()
		defer s.mu.Unlock()
	}
	if s.db == nil {
		return ErrClosed
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer s.recovered(&err)
	if len(add)+len(remove) == 0 {
		return s.db.Update(func(tx *bolt.Tx) error {
			return applyChanges(tx.Bucket([]byte(boltIndex)), changes)
		})
	}
	s.kv.pending = changes
	defer func() { s.kv.pending = nil }()
	if err := s.qs.ApplyDeltas(deltas(add, remove), cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
		return fmt.Errorf("writing quads: %w", err)
	}
	return nil
}

// reopen gives up file and quad store and opens them anew. After a failed
// write Cayley's caches hold identifiers that the transaction took back; used
// further, it would silently store wrong quads.
func (s *boltStore) reopen() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	closeQuietly(s.db)
	s.db = nil
	return s.open()
}

func (s *boltStore) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	db := s.db
	s.db = nil
	return db.Close()
}

func applyChanges(b *bolt.Bucket, changes []change) error {
	for _, c := range changes {
		var err error
		if c.value == nil {
			err = b.Delete([]byte(c.key))
		} else {
			err = b.Put([]byte(c.key), c.value)
		}
		if err != nil {
			return fmt.Errorf("writing the index: %w", err)
		}
	}
	return nil
}

// indexedKV lets the changes of the index into the transaction that Cayley
// opens for its quads, so that both are kept or lost together.
type indexedKV struct {
	kv.KV
	pending []change
}

func (k *indexedKV) Tx(ctx context.Context, rw bool) (kv.Tx, error) {
	tx, err := k.KV.Tx(ctx, rw)
	if err != nil || !rw {
		return tx, err
	}
	return &indexedTx{Tx: tx, kv: k}, nil
}

type indexedTx struct {
	kv.Tx
	kv *indexedKV
}

func (t *indexedTx) Commit(ctx context.Context) error {
	bucket := []byte(boltIndex)
	for _, c := range t.kv.pending {
		var err error
		k := kv.Key{bucket, []byte(c.key)}
		if c.value == nil {
			err = t.Tx.Del(ctx, k)
		} else {
			err = t.Tx.Put(ctx, k, c.value)
		}
		if err != nil {
			return fmt.Errorf("writing the index: %w", err)
		}
	}
	return t.Tx.Commit(ctx)
}

type boltReader struct{ b *bolt.Bucket }

func (r boltReader) get(key string) ([]byte, error) { return r.b.Get([]byte(key)), nil }

func (r boltReader) scan(prefix, from string, f func(key, value []byte) error) error {
	c, p := r.b.Cursor(), []byte(prefix)
	for k, v := c.Seek([]byte(max(prefix, from))); k != nil && bytes.HasPrefix(k, p); k, v = c.Next() {
		if err := f(k, v); err != nil {
			return stopped(err)
		}
	}
	return nil
}
