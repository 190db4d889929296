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

// memoryStore keeps everything in memory, for pipes and tests. Cayley's
// memory store has no locks of its own, so every use of it goes through mu;
// the index is immutable and needs none.
type memoryStore struct {
	mu    sync.RWMutex
	qs    cayley.QuadStore
	seed  maphash.Seed
	index atomic.Pointer[treap]
}

func openMemory() *memoryStore {
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

func (s *memoryStore) lock(context.Context) (func(), error) { return func() {}, nil }

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

func (s *memoryStore) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.qs.Close()
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
