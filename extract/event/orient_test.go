package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/schema"
)

func TestOrientPutsTheSubjectFirst(t *testing.T) {
	for _, c := range []struct {
		verb         string
		roleA, roleB string
		startA       int
		swapped      bool
	}{
		{"meet", "obj", "subj", 4, true},
		{"meet", "subj", "obj", 0, false},
		{"meet", "subj", "subj", 3, true},  // "B and A met", told as A and B
		{"meet", "subj", "subj", 0, false}, // in the order of the sentence
		{"visit", "obj", "subj", 4, false}, // has a direction
	} {
		a, b := &analysis.Mention{Start: c.startA}, &analysis.Mention{Start: 2}
		e := &found{a: argument{mention: a, role: c.roleA}, b: argument{mention: b, role: c.roleB}, k: &clause{lemma: c.verb}, code: schema.Consult}
		orient([]*found{e})
		if got := e.a.mention == b; got != c.swapped {
			t.Errorf("%s with %s and %s: swapped %v, want %v", c.verb, c.roleA, c.roleB, got, c.swapped)
		}
	}
}
