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
	m, err := Load(WithVectors())
	if err != nil {
		t.Fatal(err)
	}
	const paragraph = "The ministers met in Paris – again – on Monday. They did not agree.\n\n"
	one, n := m.Parse(paragraph), 20
	d := m.parsePieces(strings.Repeat(paragraph, n), len(paragraph)+30)
	checkDoc(t, d)
	if d.Text != strings.Repeat(paragraph, n) || len(d.Tokens) != n*len(one.Tokens) || len(d.Ents) != n*len(one.Ents) ||
		len(d.Vectors()) != n*len(one.Vectors()) {
		t.Errorf("%d tokens, %d entities, %d vectors", len(d.Tokens), len(d.Ents), len(d.Vectors()))
	}
	for i, tok := range d.Tokens {
		want := one.Tokens[i%len(one.Tokens)]
		if tok.Text != want.Text || tok.Dep != want.Dep || tok.Head-i != want.Head-i%len(one.Tokens) || tok.EntType != want.EntType {
			t.Fatalf("token %d is %+v, want %+v", i, tok, want)
		}
	}
}

func TestParseAllWithLongText(t *testing.T) {
	m := testModel(t)
	long := strings.Repeat("a", pieceBytes+10)
	docs := m.ParseAll([]string{"Before.", long, "After.", ""})
	if len(docs) != 4 || docs[0].Text != "Before." || docs[1].Text != long || docs[2].Text != "After." || docs[3].Text != "" {
		t.Fatal("the texts are not those given")
	}
	for _, d := range docs {
		checkDoc(t, d)
	}
}
