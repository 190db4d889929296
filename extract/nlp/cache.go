package nlp

import "sync"

// Limits of the caches: entries of each generation, and the length of texts
// that are worth keeping.
const (
	maxCachedWords  = 1 << 15
	maxCachedChunks = 1 << 15
	maxCachedLemmas = 1 << 15
	maxCachedBytes  = 64
)

// cache is a bounded map that is safe for concurrent use. It keeps two
// generations: when the newer is full it becomes the older, and what the
// older held is forgotten unless it was used again.
type cache[V any] struct {
	mu       sync.RWMutex
	cap      int
	new, old map[string]V
}

func newCache[V any](limit int) *cache[V] {
	return &cache[V]{cap: limit, new: map[string]V{}}
}

func (c *cache[V]) get(key string) (V, bool) {
	c.mu.RLock()
	v, ok := c.new[key]
	if ok {
		c.mu.RUnlock()
		return v, true
	}
	v, ok = c.old[key]
	c.mu.RUnlock()
	if ok {
		c.put(key, v)
	}
	return v, ok
}

// put stores a value. The key must not share memory with a longer text.
func (c *cache[V]) put(key string, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.new) >= c.cap {
		c.old, c.new = c.new, make(map[string]V, c.cap)
	}
	c.new[key] = v
}
