package code

import (
	"testing"

	"entente/extract/nlp"
)

func TestLocate(t *testing.T) {
	d := readRows(t, []string{
		"The the DET DT 3 det",
		"UK UK PROPN NNP 3 compound",
		"minister minister NOUN NN 6 nsubj",
		"Ann Ann PROPN NNP 5 compound",
		"Lee Lee PROPN NNP 3 appos",
		"met meet VERB VBD 0 ROOT",
		"Leeds Leeds PROPN NNP 8 compound",
		"officials official NOUN NNS 6 dobj"})
	for _, c := range []struct {
		name       string
		start, end int
	}{
		{"Ann Lee", 3, 5},
		{"Lee", 4, 5}, // the word, not the start of "Leeds"
		{"ANN LEE", 3, 5},
		{"Foreign secretary Ann Lee", 3, 5}, // its last words
		{"The UK minister", 0, 3},
		{"", 0, 0},
		{"France", 0, 0},
	} {
		if s := Locate(d, c.name); s.Start != c.start || s.End != c.end {
			t.Errorf("%q at %d-%d, want %d-%d", c.name, s.Start, s.End, c.start, c.end)
		}
	}
	if h := headOf(d, nlp.Span{Start: 0, End: 3}); h != 2 {
		t.Errorf("head of the minister is token %d, want 2", h)
	}
	if h := headOf(d, nlp.Span{}); h != -1 {
		t.Errorf("head of an empty span is %d, want -1", h)
	}
}
