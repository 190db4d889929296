package linear

import "math/bits"

// table finds the row of a key: open addressing with linear probing over a
// power of two of slots, at most half of them taken. Looking up features is
// most of the work of scoring, and a map that serves every kind of key is
// several times slower at it and at being filled when a model is loaded.
type table struct {
	slots []slot
	shift uint8
	size  int
}

// slot holds a key and its row plus one; zero is an empty slot.
type slot struct{ key, row uint32 }

func newTable(size int) *table {
	n := uint(max(1, bits.Len(uint(2*size))))
	return &table{slots: make([]slot, 1<<n), shift: uint8(32 - n)}
}

// put adds a key that is not yet in the table, which must have been made for
// so many.
func (t *table) put(key uint32, row int32) {
	i := t.home(key)
	for t.slots[i].row != 0 {
		i = (i + 1) & uint32(len(t.slots)-1)
	}
	t.slots[i] = slot{key, uint32(row) + 1}
	t.size++
}

// get returns the row of a key, -1 if it has none.
func (t *table) get(key uint32) int32 {
	for i := t.home(key); ; i = (i + 1) & uint32(len(t.slots)-1) {
		s := t.slots[i]
		if s.row == 0 {
			return -1
		}
		if s.key == key {
			return int32(s.row) - 1
		}
	}
}

// home is the slot where the search for a key begins. Keys of features are
// hashes already, but those of one kind are only half mixed.
func (t *table) home(key uint32) uint32 {
	return uint32(uint64(key*0x9E3779B1) >> t.shift)
}

// keys lists the keys in no particular order.
func (t *table) keys() []uint32 {
	out := make([]uint32, 0, t.size)
	for _, s := range t.slots {
		if s.row != 0 {
			out = append(out, s.key)
		}
	}
	return out
}
