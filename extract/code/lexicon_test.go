package code

import (
	"slices"
	"strings"
	"testing"

	data "entente/data/coder"
)

func TestActsOfPhrases(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		rows []string
		at   int
		want string
	}{
		{[]string{"They they PRON PRP 2 nsubj", "arrested arrest VERB VBD 0 ROOT", "him he PRON PRP 2 dobj"}, 1, "arrest"},
		{[]string{"They they PRON PRP 2 nsubj", "took take VERB VBD 0 ROOT", "hostages hostage NOUN NNS 2 dobj"}, 1, "abduct"},
		{[]string{"They they PRON PRP 2 nsubj", "called call VERB VBD 0 ROOT", "off off ADP RP 2 prt", "talks talk NOUN NNS 2 dobj"}, 1, "STOP"},
		{[]string{"They they PRON PRP 2 nsubj", "took take VERB VBD 0 ROOT", "a a DET DT 4 det", "series series NOUN NN 2 dobj", "of of ADP IN 4 prep",
			"hostages hostage NOUN NNS 5 pobj"}, 1, "abduct"},
		{[]string{"talks talk NOUN NNS 0 ROOT"}, 0, "meet"},
	} {
		d := readRows(t, x.rows)
		if got := c.Read(d).Acts(x.at); !slices.Contains(got, x.want) {
			t.Errorf("%s: classes %v, want %s among them", d.Text, got, x.want)
		}
	}
	if got := c.Read(readRows(t, []string{"Zorp zorp VERB VB 0 ROOT"})).Acts(0); got != nil {
		t.Errorf("an unknown word has classes %v", got)
	}
}

func TestLexiconIsWellFormed(t *testing.T) {
	x, err := readLexicon(data.Acts)
	if err != nil {
		t.Fatal(err)
	}
	if len(x.verbs) < 500 || len(x.nouns) < 300 {
		t.Errorf("%d verbs and phrases, %d nouns: has the file been cut?", len(x.verbs), len(x.nouns))
	}
	for _, bad := range []string{"meet\tv", "meet\tx\tmeet"} {
		if _, err := readLexicon(bad); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q gives %v, want an error that names the line", bad, err)
		}
	}
}
