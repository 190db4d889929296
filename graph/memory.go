package graph

import (
	"context"
	"fmt"
	"hash/maphash"
	"strings"
	"sync"
	"sync/atomic"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// Memory keeps a graph in memory for longer than one opening of it: each Open
// gives a handle of its own on the same content, as several processes have on
// one folder. Closing a handle leaves the content. Its methods may be called
// by several goroutines.
type Memory struct{ store *memoryStore }

// NewMemory makes an empty graph in memory.
func NewMemory() *Memory { return &Memory{newMemoryStore()} }

// Open opens the graph; the caller closes what it returns.
func (m *Memory) Open(opts Options) *Graph {
	opts = opts.withDefaults()
	return &Graph{store: &memoryHandle{memoryStore: m.store}, opts: opts, name: names{opts.Base}}
}

// memoryHandle is one opening of a memory store.
type memoryHandle struct {
	*memoryStore
	closed atomic.Bool
}

func (h *memoryHandle) check() error {
	if h.closed.Load() {
		return ErrClosed
	}
	return nil
}

func (h *memoryHandle) read(ctx context.Context, f func(reader) error) error {
	if err := h.check(); err != nil {
		return err
	}
	return h.memoryStore.read(ctx, f)
}

func (h *memoryHandle) quads(ctx context.Context, f func(cayley.QuadStore) error) error {
	if err := h.check(); err != nil {
		return err
	}
	return h.memoryStore.quads(ctx, f)
}

func (h *memoryHandle) eachQuad(ctx context.Context, label quad.Value, f func(quad.Quad) error) error {
	if err := h.check(); err != nil {
		return err
	}
	return h.memoryStore.eachQuad(ctx, label, f)
}

func (h *memoryHandle) write(ctx context.Context, add, remove []quad.Quad, changes []change) error {
	if err := h.check(); err != nil {
		return err
	}
	return h.memoryStore.write(ctx, add, remove, changes)
}

func (h *memoryHandle) close() error {
	h.closed.Store(true)
	return nil
}

// memoryStore keeps everything in memory, for pipes and tests. Cayley's
// memory store has no locks of its own, so every use of it goes through mu;
// the index is immutable and needs none.
type memoryStore struct {
	writer sync.Mutex // held by the one writer of all handles
	mu     sync.RWMutex
	qs     cayley.QuadStore
	seed   maphash.Seed
	index  atomic.Pointer[treap]
}

func newMemoryStore() *memoryStore {
	s := &memoryStore{qs: memstore.New(), seed: maphash.MakeSeed()}
	s.index.Store(&treap{})
	return s
}

func (s *memoryStore) read(_ context.Context, f func(reader) error) error {
	return f(treapReader{*s.index.Load()})
}

func (s *memoryStore) quads(_ context.Context, f func(cayley.QuadStore) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return f(s.qs)
}

func (s *memoryStore) eachQuad(ctx context.Context, label quad.Value, f func(quad.Quad) error) error {
	return s.quads(ctx, func(qs cayley.QuadStore) error { return walk(ctx, qs, label, f) })
}

func (s *memoryStore) lock(context.Context) (func(), error) {
	s.writer.Lock()
	return s.writer.Unlock, nil
}

func (s *memoryStore) write(_ context.Context, add, remove []quad.Quad, changes []change) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(add)+len(remove) > 0 {
		if err := s.qs.ApplyDeltas(deltas(add, remove), cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
			return fmt.Errorf("writing quads: %w", err)
		}
	}
	t := *s.index.Load()
	for _, c := range changes {
		if c.value == nil {
			t = t.del(c.key)
		} else {
			t = t.put(s.seed, c.key, c.value)
		}
	}
	s.index.Store(&t)
	return nil
}

// deltas puts removals before additions.
func deltas(add, remove []quad.Quad) []cayley.Delta {
	out := make([]cayley.Delta, 0, len(add)+len(remove))
	for _, q := range remove {
		out = append(out, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	for _, q := range add {
		out = append(out, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	return out
}

type treapReader struct{ t treap }

func (r treapReader) get(key string) ([]byte, error) { return r.t.get(key), nil }

func (r treapReader) scan(prefix, from string, f func(key, value []byte) error) error {
	var err error
	r.t.ascend(max(prefix, from), func(k string, v []byte) bool {
		if !strings.HasPrefix(k, prefix) {
			return false
		}
		err = f([]byte(k), v)
		return err == nil
	})
	return stopped(err)
}
