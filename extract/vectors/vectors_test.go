package vectors

import (
	"math"
	"testing"
)

func TestLikeWordsLieClose(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, near, far string }{
		{"detain", "arrest", "congratulate"},
		{"minister", "president", "river"},
		{"bomb", "attack", "visit"},
		{"promise", "pledge", "shell"},
		{"Russia", "Moscow", "banana"},
	} {
		near, far := table.Similarity(c.word, c.near), table.Similarity(c.word, c.far)
		if near <= far {
			t.Errorf("%s is at %.2f to %s and %.2f to %s; want the first nearer", c.word, near, c.near, far, c.far)
		}
	}
}

func TestEveryWordHasAVector(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"extradite", "antidisestablishmentarianism", "Zelenskyy", "café", "x", "co-operate",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"} {
		if v := table.Vector(w); len(v) != table.Dims() {
			t.Errorf("%q has %d values, want %d", w, len(v), table.Dims())
		}
	}
	for _, w := range []string{"", " ", "…", "東京"} {
		if v := table.Vector(w); v != nil {
			t.Errorf("%q has a vector, want none", w)
		}
	}
}

func TestPackRoundsLittle(t *testing.T) {
	b := Pack(2, []string{" a", "b"}, [][]float32{{1, -0.5}, {0, 0}})
	table, err := read(b)
	if err != nil {
		t.Fatal(err)
	}
	v := table.Vector("a")
	if math.Abs(float64(v[0]-1)) > 0.01 || math.Abs(float64(v[1]+0.5)) > 0.01 {
		t.Errorf("read back %v", v)
	}
	for i := range b {
		if _, err := read(b[:i]); err == nil {
			t.Errorf("a table cut to %d bytes loads", i)
		}
	}
}
