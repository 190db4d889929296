package graph

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Graph is an open graph. It is safe for use by several goroutines: readers
// run beside each other and beside a writer, and see what the last finished
// write left; writers wait for each other.
type Graph struct {
	store store
	opts  Options
	name  names

	write sync.Mutex // held by the one writer
	// addition numbers what this handle adds, for Changes; 0 before the
	// first. Guarded by write.
	addition int
}

// Options say how to open a graph. The zero Options open it for writing and
// make it when it is absent.
type Options struct {
	// ReadOnly opens for reading only; several processes can do that at once,
	// as long as none writes. A graph that is absent is not made.
	ReadOnly bool
	// LockTimeout is how long to wait for another process to finish with the
	// graph; 0 means one second.
	LockTimeout time.Duration
	// Base is the IRI that Export puts before our own names and Import takes
	// away; "" means DefaultBase. It is not kept in the graph.
	Base string
}

func (o Options) withDefaults() Options {
	if o.LockTimeout == 0 {
		o.LockTimeout = time.Second
	}
	if o.Base == "" {
		o.Base = DefaultBase
	}
	return o
}

// Open opens the graph that dsn names: the path of a folder for the embedded
// store, "memory:" for one in memory, which is gone when it is closed (Memory
// makes one that stays), or "postgres://…" for one on PostgreSQL. The errors wrap ErrLocked, ErrDamaged,
// ErrNotStore, ErrNoGraph, ErrNewer or ErrDiskFull where one of them fits, and
// say what to try next. The caller closes the graph.
func Open(ctx context.Context, dsn string, opts Options) (*Graph, error) {
	opts = opts.withDefaults()
	g := &Graph{opts: opts, name: names{opts.Base}}
	var err error
	switch {
	case dsn == "":
		return nil, fmt.Errorf("%w: the name of the graph is empty; give the path of a folder", ErrNotStore)
	case dsn == "memory:":
		return NewMemory().Open(opts), nil
	case strings.HasPrefix(dsn, "postgres://"), strings.HasPrefix(dsn, "postgresql://"):
		if g.store, err = openPostgres(ctx, dsn, opts.ReadOnly); err != nil {
			return nil, err
		}
	default:
		if g.store, err = openBolt(ctx, dsn, opts.ReadOnly, opts.LockTimeout); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// Close closes the graph after the write under way. Using it afterwards gives
// ErrClosed.
func (g *Graph) Close() error {
	g.write.Lock()
	defer g.write.Unlock()
	if err := g.store.close(); err != nil {
		return fmt.Errorf("closing the graph: %w", err)
	}
	return nil
}

// beginWrite waits for other writers; the caller calls unlock when it has
// written.
func (g *Graph) beginWrite(ctx context.Context) (unlock func(), err error) {
	if g.opts.ReadOnly {
		return nil, ErrReadOnly
	}
	g.write.Lock()
	release, err := g.store.lock(ctx)
	if err != nil {
		g.write.Unlock()
		return nil, err
	}
	return func() {
		release()
		g.write.Unlock()
	}, nil
}

// Cayley calls f with Cayley's own store, for what this package does not
// offer. f must not keep the store, nor write to it: the index would not
// follow.
func (g *Graph) Cayley(ctx context.Context, f func(cayley.QuadStore) error) error {
	return g.store.quads(ctx, f)
}
