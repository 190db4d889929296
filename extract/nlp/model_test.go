package nlp

import "testing"

func TestParse(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	d := m.Parse("The minister met his counterpart in Geneva.")
	if len(d.Tokens) != 8 || d.Tokens[2].Lemma != "meet" || d.Tokens[1].Head != 2 || len(d.Ents) != 1 || d.Ents[0].Label != "GPE" {
		t.Errorf("got %+v, entities %v", d.Tokens, d.Ents)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
