package nlp

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

// play makes moves written as letters: S, D, L, R, B.
func play(t *testing.T, n int, moves string) *arcEager {
	t.Helper()
	s := &arcEager{}
	s.reset(n)
	for i, m := range moves {
		p, _ := parseParserMove(string(m))
		if !s.valid()[p.kind] {
			t.Fatalf("move %d of %s is not allowed", i+1, moves)
		}
		s.apply(p.kind, uint8(i))
	}
	return s
}

func TestArcEagerMoves(t *testing.T) {
	tests := []struct {
		n     int
		moves string
		heads []int32
	}{
		{2, "SLSD", []int32{1, -1}},
		{2, "SRDD", []int32{-1, 0}},
		{3, "SLSRDD", []int32{1, -1, 1}},
		{4, "SLSSLRDD", []int32{1, -1, 3, 1}}, // She saw a cat
		{3, "BSDSLSD", []int32{-1, 2, -1}},    // a sentence of one word, then one of two
		{3, "SSDLSLSD", []int32{1, 2, -1}},    // a word without head goes back to the buffer
		{3, "SRLLSD", []int32{2, 2, -1}},      // an arc is replaced by another
		{4, "SRRRDDDD", []int32{-1, 0, 1, 2}}, // a chain
		{4, "SSSLLLSD", []int32{3, 3, 3, -1}}, // all on the last word
		{1, "SD", []int32{-1}},
		{0, "", []int32{}},
	}
	for _, test := range tests {
		s := play(t, test.n, test.moves)
		if !s.done() {
			t.Errorf("%s: not done", test.moves)
		}
		if !reflect.DeepEqual(append([]int32{}, s.heads...), test.heads) {
			t.Errorf("%s: heads %v, want %v", test.moves, s.heads, test.heads)
		}
	}
}

func TestArcEagerRules(t *testing.T) {
	tests := []struct {
		n     int
		moves string
		want  string // the kinds allowed then
	}{
		{3, "", "SB"},
		{1, "", "S"},
		{3, "S", "SDLRB"},
		{3, "SS", "DLR"}, // the last word may not be shifted onto others
		{3, "BS", "DB"},  // nothing is attached or shifted across a sentence start
		{3, "SBS", "D"},
		{3, "SB", "SDLR"},
		{3, "SSD", "DLRB"}, // word 1 came back and may not be shifted again
		{3, "SSDL", "SB"},
		{2, "SR", "D"},
	}
	for _, test := range tests {
		ok := play(t, test.n, test.moves).valid()
		got := ""
		for kind, letter := range "SDLRB" {
			if ok[kind] {
				got += string(letter)
			}
		}
		if got != test.want {
			t.Errorf("%d words after %q: %s allowed, want %s", test.n, test.moves, got, test.want)
		}
	}
}

// TestArcEagerEnds plays at random: there is always a move, the parse ends, and
// the arcs make trees.
func TestArcEagerEnds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var s arcEager
	for range 2000 {
		n := r.IntN(12)
		s.reset(n)
		for steps := 0; !s.done(); steps++ {
			var kinds []moveKind
			for k, ok := range s.valid() {
				if ok {
					kinds = append(kinds, moveKind(k))
				}
			}
			if len(kinds) == 0 || steps > 6*n {
				t.Fatalf("%d words: stuck after %d moves", n, steps)
			}
			s.apply(kinds[r.IntN(len(kinds))], 0)
			for _, w := range s.context() {
				if w < -1 || int(w) >= n {
					t.Fatalf("word %d of %d in the context", w, n)
				}
			}
		}
		for i := range n {
			for j, steps := int32(i), 0; s.heads[j] >= 0; j, steps = s.heads[j], steps+1 {
				if steps > n {
					t.Fatalf("heads %v run in a circle", s.heads)
				}
			}
		}
	}
}

func TestArcEagerContext(t *testing.T) {
	s := play(t, 6, "SLSRS") // 0 <- 1 -> 2; 3 pushed
	want := [parserSlots]int32{4, 5, 3, 2, 1, -1, -1, -1}
	if got := s.context(); got != want {
		t.Errorf("context %v, want %v", got, want)
	}
	s = play(t, 6, "SLSRD") // 1 with a child to either side on top
	want = [parserSlots]int32{3, 4, 1, -1, -1, -1, 0, 2}
	if got := s.context(); got != want {
		t.Errorf("context %v, want %v", got, want)
	}
}
