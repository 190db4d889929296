package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/schema"
)

func TestNounsThatFillAPlaceAreSomebody(t *testing.T) {
	for _, w := range []string{"country", "official", "rebel"} {
		if !somebody[w] {
			t.Errorf("%q does not fill the place of a party", w)
		}
	}
	for _, w := range []string{"treaty", "war", "demand"} {
		if somebody[w] {
			t.Errorf("%q fills the place of a party", w)
		}
	}
}

func TestPlaceOfSomethingElse(t *testing.T) {
	art := &analysis.Article{Entities: []analysis.Entity{entity("Norway", schema.Country, -1), entity("Oslo", schema.Place, 0)}}
	for _, c := range []struct {
		verb, role string
		object     int
		want       bool
	}{
		{"be", "subj>relcl>subj", 1, true}, // "the last time they met was in Oslo"
		{"be", "subj", 1, false},
		{"be", "subj>relcl>subj", 0, false},
		{"fly", "subj>relcl>subj", 1, false},
		{"meet", "pp:in", 1, true}, // the town where they met
		{"meet", "pp:with", 1, false},
		{"shell", "pp:in", 1, false},
	} {
		w := view{s: &sentence{art: art}, k: &clause{lemma: c.verb}, c: &candidate{a: argument{role: c.role}, b: argument{entity: c.object, role: c.role}}}
		if got := w.elsewhere(); got != c.want {
			t.Errorf("%s with %q and entity %d: %v, want %v", c.verb, c.role, c.object, got, c.want)
		}
	}
}
