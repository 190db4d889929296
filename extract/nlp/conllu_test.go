package nlp

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestCoNLLURoundTrip(t *testing.T) {
	m := testModel(t)
	for _, d := range m.ParseAll(readSentences(t)) {
		var b bytes.Buffer
		if err := WriteCoNLLU(&b, d); err != nil {
			t.Fatal(err)
		}
		got, err := ReadCoNLLU(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%q: %v", d.Text, err)
		}
		if got.Text != d.Text {
			t.Errorf("text %q, want %q", got.Text, d.Text)
		}
		if len(got.Tokens) != len(d.Tokens) || len(d.Tokens) > 0 && !reflect.DeepEqual(got.Tokens, d.Tokens) {
			t.Errorf("%q: tokens differ after writing and reading:\n%s", d.Text, b.String())
		}
		if len(d.Ents) > 0 && !reflect.DeepEqual(got.Ents, d.Ents) || len(d.Sents) > 0 && !reflect.DeepEqual(got.Sents, d.Sents) {
			t.Errorf("%q: spans differ after writing and reading", d.Text)
		}
	}
}

func TestWriteCoNLLU(t *testing.T) {
	d := &Doc{Text: "Ana met\nLi.", Tokens: []Token{
		{Text: "Ana", Start: 0, End: 3, Space: true, Tag: "NNP", POS: "PROPN", Morph: "Number=Sing", Lemma: "Ana", Dep: "nsubj", Head: 1, SentStart: true, EntIOB: 'B', EntType: "PERSON"},
		{Text: "met", Start: 4, End: 7, Tag: "VBD", POS: "VERB", Lemma: "meet", Dep: "ROOT", Head: 1, EntIOB: 'O'},
		{Text: "\n", Start: 7, End: 8, Tag: "_SP", POS: "SPACE", Lemma: "\n", Dep: "dep", Head: 1, EntIOB: 'O'},
		{Text: "Li", Start: 8, End: 10, Tag: "NNP", POS: "PROPN", Lemma: "Li", Dep: "dobj", Head: 1, EntIOB: 'B', EntType: "PERSON"},
		{Text: ".", Start: 10, End: 11, Tag: ".", POS: "PUNCT", Lemma: ".", Dep: "punct", Head: 1, EntIOB: 'O'},
	}}
	d.finish()
	var b strings.Builder
	if err := WriteCoNLLU(&b, d); err != nil {
		t.Fatal(err)
	}
	want := `# sent_id = 1
# text = Ana met\nLi.
1	Ana	Ana	PROPN	NNP	Number=Sing	2	nsubj	_	start_char=0|end_char=3|NER=B-PERSON
2	met	meet	VERB	VBD	_	0	ROOT	_	start_char=4|end_char=7|SpaceAfter=No
3	\n	\n	SPACE	_SP	_	2	dep	_	start_char=7|end_char=8|SpaceAfter=No
4	Li	Li	PROPN	NNP	_	2	dobj	_	start_char=8|end_char=10|NER=B-PERSON|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	start_char=10|end_char=11|SpaceAfter=No

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestReadCoNLLUErrors(t *testing.T) {
	const row = "1\ta\ta\tX\tX\t_\t0\tROOT\t_\t_\n"
	tests := []struct{ in, want string }{
		{"# note\n1\ta\ta\n", "line 2: 3 columns"},
		{row + strings.Replace(row, "\t0\t", "\tx\t", 1), `line 2: HEAD is "x"`},
		{row + "\n" + strings.Replace(row, "\t0\t", "\t7\t", 1) + "\n", "line 4: head of \"a\""},
		{strings.Replace(row, "\t_\n", "\tstart_char=5\n", 1) + strings.Replace(row, "\t_\n", "\tstart_char=1\n", 1), "line 2: start_char=1"},
	}
	for _, test := range tests {
		_, err := ReadCoNLLU(strings.NewReader(test.in))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("reading %q gave the error %v, want one with %q", test.in, err, test.want)
		}
	}
}
