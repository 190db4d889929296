package nlp

import (
	"strings"
	"testing"
)

func TestCutPiece(t *testing.T) {
	tests := []struct {
		text  string
		limit int
		want  string
	}{
		{"short", 10, "short"},
		{"one two\n\nthree four\nfive six", 12, "one two\n\n"},
		{"one two\n\nthree four\nfive six", 24, "one two\n\nthree four\n"},
		{"one two three", 9, "one two "},
		{"onetwothreefour", 6, "onetwo"},
		{"ääää", 5, "ää"},
		{"a                 b", 8, "a       "},
	}
	for _, test := range tests {
		if got := test.text[:cutPiece(test.text, test.limit)]; got != test.want {
			t.Errorf("%q cut at %d: %q, want %q", test.text, test.limit, got, test.want)
		}
	}
}

func TestParsePieces(t *testing.T) {
	m := testModel(t)
	if m.Kernel() == "portable" || testing.Short() {
		t.Skip("takes seconds")
	}
	const paragraph = "The ministers met in Paris – again – on Monday. They did not agree.\n\n"
	text := strings.Repeat(paragraph, pieceBytes/len(paragraph)+100)
	docs := m.ParseAll([]string{"Before.", text, "After."})
	if len(docs) != 3 || docs[0].Text != "Before." || docs[1].Text != text || docs[2].Text != "After." {
		t.Fatal("the texts are not those given")
	}
	for _, d := range docs {
		checkDoc(t, d)
	}
	one := m.Parse(paragraph)
	n := len(one.Tokens)
	if len(docs[1].Tokens) != n*(pieceBytes/len(paragraph)+100) {
		t.Errorf("%d tokens", len(docs[1].Tokens))
	}
}
