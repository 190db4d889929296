package event

import (
	"strings"
	"testing"

	"entente/extract/nlp"
	"entente/schema"
)

// at parses a sentence with the embedded model and returns the token whose
// text is word.
func at(t *testing.T, m *nlp.Model, text, word string) (*nlp.Doc, int) {
	t.Helper()
	d := m.Parse(text)
	for i := range d.Tokens {
		if strings.EqualFold(d.Tokens[i].Text, word) {
			return d, i
		}
	}
	t.Fatalf("no token %q in %q", word, text)
	return nil, 0
}

func TestRuleMode(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, word string
		want       schema.Mode
	}{
		{"Norway expelled two diplomats.", "expelled", schema.Actual},
		{"Norway did not expel anyone.", "expel", schema.Denied},
		{"Norway will send tents to Nepal.", "send", schema.Planned},
		{"Norway promised to send tents to Nepal.", "send", schema.Planned},
		{"Norway urged Nepal to release the monks.", "release", schema.Requested},
		{"Norway refused to send tents.", "send", schema.Denied},
		{"If Norway sends tents, Nepal will be grateful.", "sends", schema.Hypothetical},
		{"Norway threatened to close the border.", "close", schema.Hypothetical},
		{"Norway may close the border.", "close", schema.Hypothetical},
		{"No Norwegian minister met the rebels.", "met", schema.Denied},
	} {
		d, p := at(t, m, c.text, c.word)
		k := readClause(d, d.Sents[0], p)
		if got := ruleMode(d, k); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestReadClause(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	d, p := at(t, m, "The two ministers held talks with the rebels in Oslo.", "talks")
	k := readClause(d, d.Sents[0], p)
	if k.phrase != "hold talk" || d.Tokens[k.verb].Text != "held" {
		t.Errorf("phrase %q under %q, want the light verb of the noun", k.phrase, d.Tokens[k.verb].Text)
	}
	d, p = at(t, m, "Three envoys were sent home by Norway.", "sent")
	if k := readClause(d, d.Sents[0], p); !k.passive || k.tense != "past" {
		t.Errorf("passive %v, tense %q", k.passive, k.tense)
	}
	d, p = at(t, m, "He said that Norway had called off the visit.", "called")
	k = readClause(d, d.Sents[0], p)
	if k.phrase != "call off" || k.govLemma != "say" || k.govDep != "ccomp" || k.object != "visit" {
		t.Errorf("phrase %q, governor %q by %q, object %q", k.phrase, k.govLemma, k.govDep, k.object)
	}
}
