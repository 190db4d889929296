package nlp

import (
	"bytes"
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	m := testModel(f)
	for _, text := range readSentences(f) {
		f.Add(text)
	}
	f.Add("\xff\x00 a\u0301.")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		d := m.Parse(text)
		if want := strings.ToValidUTF8(text, "\uFFFD"); d.Text != want {
			t.Errorf("text %q, want %q", d.Text, want)
		}
		checkDoc(t, d)
	})
}

// FuzzReadCoNLLU demands that what was read can be written and read again.
func FuzzReadCoNLLU(f *testing.F) {
	f.Add("1\ta\ta\tX\tX\t_\t0\tROOT\t_\tstart_char=3|SpaceAfter=No|NER=B-GPE\n\n")
	f.Add("# text\n1\t\\n\t\\n\tSPACE\t_SP\t_\t2\tdep\t_\t_\n2\tb\tb\tX\tX\tA=B\t0\tROOT\t_\t_\n")
	f.Fuzz(func(t *testing.T, in string) {
		d, err := ReadCoNLLU(strings.NewReader(in))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := WriteCoNLLU(&b, d); err != nil {
			t.Fatal(err)
		}
		again, err := ReadCoNLLU(&b)
		if err != nil {
			t.Fatalf("%v in\n%s", err, b.String())
		}
		if len(again.Tokens) != len(d.Tokens) {
			t.Errorf("%d tokens, then %d", len(d.Tokens), len(again.Tokens))
		}
	})
}
