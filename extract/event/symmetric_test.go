package event

import (
	"testing"

	"entente/schema"
)

func TestSymmetricActs(t *testing.T) {
	for _, c := range []struct {
		code                        schema.Code
		lemma, object, roleA, roleB string
		want                        bool
	}{
		{schema.Consult, "meet", "", "subj", "obj", true},
		{schema.Consult, "hold", "talk", "subj", "obj>pp:with", true},
		{schema.Consult, "visit", "", "subj", "obj", false},
		{schema.Consult, "receive", "", "subj", "obj", false},
		{schema.Agree, "sign", "treaty", "subj", "pp:with", true},
		{schema.Agree, "promise", "treaty", "subj", "iobj", false},
		{schema.Agree, "agree", "", "subj", "subj", true},
		{schema.Agree, "agree", "", "subj", "xcomp>obj", false},
		{schema.Assault, "fight", "", "subj", "obj", false},
	} {
		e := &found{code: c.code, k: &clause{lemma: c.lemma, object: c.object}, a: argument{role: c.roleA}, b: argument{role: c.roleB}}
		if got := symmetric(e); got != c.want {
			t.Errorf("%s %s (%s, %s / %s): symmetric %v, want %v", c.lemma, c.object, c.code, c.roleA, c.roleB, got, c.want)
		}
	}
}

func TestInUnison(t *testing.T) {
	for _, c := range []struct {
		lemma, object, roleA, roleB string
		want                        bool
	}{
		{"comment", "", "subj", "subj", true},
		{"call", "talk", "subj", "subj", false},
		{"declare", "truce", "subj", "subj", false},
		{"say", "", "subj", "pp:to", false},
	} {
		w := view{k: &clause{lemma: c.lemma, object: c.object}, c: &candidate{a: argument{role: c.roleA}, b: argument{role: c.roleB}}}
		if got := w.inUnison(); got != c.want {
			t.Errorf("%s %s of %s and %s: in unison %v, want %v", c.lemma, c.object, c.roleA, c.roleB, got, c.want)
		}
	}
}
