package graph

import (
	"hash/maphash"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

func TestTreapAgainstMap(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	seed := maphash.MakeSeed()
	var tr treap
	m := map[string]string{}
	for i := range 5000 {
		k, v := strconv.Itoa(r.IntN(700)), strconv.Itoa(i)
		before := tr
		size := 0
		before.ascend("", func(string, []byte) bool { size++; return true })
		if size != len(m) {
			t.Fatalf("step %d: %d keys, want %d", i, size, len(m))
		}
		if r.IntN(3) == 0 {
			tr = tr.del(k)
			delete(m, k)
		} else {
			tr = tr.put(seed, k, []byte(v))
			m[k] = v
		}
		if string(tr.get(k)) != m[k] {
			t.Fatalf("step %d: %s is %q, want %q", i, k, tr.get(k), m[k])
		}
	}
	var want, got []string
	for k := range m {
		if k >= "3" {
			want = append(want, k)
		}
	}
	slices.Sort(want)
	tr.ascend("3", func(k string, _ []byte) bool { got = append(got, k); return true })
	if !slices.Equal(got, want) {
		t.Errorf("in order from 3: %v, want %v", got, want)
	}
}
