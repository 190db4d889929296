package graph

import (
	"hash/maphash"
	"strings"
)

// treap is an immutable ordered map: put and del return a new map that shares
// most of the old one, so that readers keep the state they began with while a
// writer goes on. The zero treap is empty.
type treap struct{ root *treapNode }

type treapNode struct {
	key         string
	value       []byte
	priority    uint64
	left, right *treapNode
}

// newTreapNode draws the priority from a hash of the key, which keeps the
// depth logarithmic for any order of insertion.
func newTreapNode(seed maphash.Seed, key string, value []byte) *treapNode {
	return &treapNode{key: key, value: value, priority: maphash.String(seed, key)}
}

func (t treap) get(key string) []byte {
	for n := t.root; n != nil; {
		switch c := strings.Compare(key, n.key); {
		case c < 0:
			n = n.left
		case c > 0:
			n = n.right
		default:
			return n.value
		}
	}
	return nil
}

func (t treap) put(seed maphash.Seed, key string, value []byte) treap {
	return treap{insert(t.root, newTreapNode(seed, key, value))}
}

func insert(n, add *treapNode) *treapNode {
	if n == nil {
		return add
	}
	if add.key == n.key {
		c := *n
		c.value = add.value
		return &c
	}
	if add.priority > n.priority {
		add.left, add.right = split(n, add.key)
		return add
	}
	c := *n
	if add.key < n.key {
		c.left = insert(n.left, add)
	} else {
		c.right = insert(n.right, add)
	}
	return &c
}

// split divides n into the keys before and after key. The key itself cannot
// be in n: it would have the priority of the node to insert and be met first.
func split(n *treapNode, key string) (before, after *treapNode) {
	if n == nil {
		return nil, nil
	}
	c := *n
	if n.key < key {
		c.right, after = split(n.right, key)
		return &c, after
	}
	before, c.left = split(n.left, key)
	return before, &c
}

func (t treap) del(key string) treap { return treap{remove(t.root, key)} }

func remove(n *treapNode, key string) *treapNode {
	if n == nil {
		return nil
	}
	if n.key == key {
		return join(n.left, n.right)
	}
	c := *n
	if key < n.key {
		c.left = remove(n.left, key)
	} else {
		c.right = remove(n.right, key)
	}
	return &c
}

func join(a, b *treapNode) *treapNode {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.priority > b.priority:
		c := *a
		c.right = join(a.right, b)
		return &c
	}
	c := *b
	c.left = join(a, b.left)
	return &c
}

// ascend calls f for the keys from from on, in order, until f returns false.
func (t treap) ascend(from string, f func(key string, value []byte) bool) {
	ascend(t.root, from, f)
}

func ascend(n *treapNode, from string, f func(string, []byte) bool) bool {
	if n == nil {
		return true
	}
	if n.key >= from {
		if !ascend(n.left, from, f) || !f(n.key, n.value) {
			return false
		}
	}
	return ascend(n.right, from, f)
}
