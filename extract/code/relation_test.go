package code

import (
	"testing"

	"entente/extract/nlp"
)

func TestRelation(t *testing.T) {
	for _, c := range []struct {
		rows         []string
		pred, object int // the object's token, -1 if it stands elsewhere
		want         string
	}{
		{[]string{"Ann Ann PROPN NNP 2 nsubj", "met meet VERB VBD 0 ROOT", "Bo Bo PROPN NNP 2 dobj"}, 1, 2, "meet"},
		{[]string{"Ann Ann PROPN NNP 2 nsubj", "called call VERB VBD 0 ROOT", "on on ADP IN 2 prep", "Bo Bo PROPN NNP 3 pobj"}, 1, 3, "call on"},
		{[]string{"Ann Ann PROPN NNP 2 nsubj", "held hold VERB VBD 0 ROOT", "talks talk NOUN NNS 2 dobj", "with with ADP IN 3 prep",
			"Bo Bo PROPN NNP 4 pobj"}, 1, 4, "hold talks with"},
		{[]string{"Peru Peru PROPN NNP 2 nsubj", "imposed impose VERB VBD 0 ROOT", "sanctions sanction NOUN NNS 2 dobj", "on on ADP IN 2 prep",
			"Mali Mali PROPN NNP 4 pobj"}, 1, 4, "impose sanctions on"},
		{[]string{"Peru Peru PROPN NNP 2 nsubj", "expelled expel VERB VBD 0 ROOT", "Mali Mali PROPN NNP 4 compound", "diplomats diplomat NOUN NNS 2 dobj"}, 1, 2,
			"expel diplomats of"},
		{[]string{"Ann Ann PROPN NNP 2 nsubj", "met meet VERB VBD 0 ROOT", "Bo Bo PROPN NNP 2 dobj", "and and CCONJ CC 3 cc", "Cy Cy PROPN NNP 3 conj"}, 1, 4, "meet"},
		{[]string{"Peru Peru PROPN NNP 2 nsubj", "sailed sail VERB VBD 0 ROOT", "without without ADP IN 2 prep", "telling tell VERB VBG 3 pcomp",
			"Mali Mali PROPN NNP 4 dobj"}, 1, 4, "sail without telling"},
		{[]string{"Peru Peru PROPN NNP 2 nsubj", "refused refuse VERB VBD 0 ROOT", "to to PART TO 4 aux", "help help VERB VB 2 xcomp",
			"Mali Mali PROPN NNP 4 dobj"}, 1, 4, "refuse to help"},
		{[]string{"Ann Ann PROPN NNP 2 nsubj", "held hold VERB VBD 0 ROOT", "talks talk NOUN NNS 2 dobj", "to to PART TO 5 aux", "help help VERB VB 2 advcl",
			"Mali Mali PROPN NNP 5 dobj"}, 1, 5, "hold talks"},
		{[]string{"Peru Peru PROPN NNP 2 nsubj", "closed close VERB VBD 0 ROOT", "borders border NOUN NNS 2 dobj"}, 1, -1, "close borders"},
	} {
		d := readRows(t, c.rows)
		object := nlp.Span{}
		if c.object >= 0 {
			object = nlp.Span{Start: c.object, End: c.object + 1}
		}
		if got := (&Coder{}).Relation(d, c.pred, object); got != c.want {
			t.Errorf("%s: %q, want %q", d.Text, got, c.want)
		}
	}
	if got := (&Coder{}).Relation(readRows(t, nil), 5, nlp.Span{}); got != "" {
		t.Errorf("relation of no token is %q", got)
	}
}
