package event

import (
	"strings"
	"testing"

	"entente/extract/nlp"
)

// parse builds a Doc from rows "FORM LEMMA POS TAG HEAD DEP", the rule and
// not the model being under test.
func parse(t *testing.T, rows string) *nlp.Doc {
	t.Helper()
	var b strings.Builder
	n := 0
	for _, r := range strings.Split(strings.TrimSpace(rows), "\n") {
		n++
		f := strings.Fields(r)
		b.WriteString(strings.Join([]string{itoa(n), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
	}
	d, err := nlp.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

func TestRoleOf(t *testing.T) {
	active := `
Paris Paris PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
Tunis Tunis PROPN NNP 2 dobj
to to PART TO 5 aux
free free VERB VB 2 xcomp
him he PRON PRP 5 dobj
and and CCONJ CC 2 cc
thanked thank VERB VBD 2 conj
Rabat Rabat PROPN NNP 8 dobj`
	passive := `
Rabat Rabat PROPN NNP 3 nsubjpass
was be AUX VBD 3 auxpass
criticised criticise VERB VBN 0 ROOT
by by ADP IN 3 agent
Paris Paris PROPN NNP 4 pobj
and and CCONJ CC 5 cc
Tunis Tunis PROPN NNP 5 conj`
	relative := `
Paris Paris PROPN NNP 0 ROOT
which which PRON WDT 4 nsubj
had have AUX VBD 4 aux
held hold VERB VBN 1 relcl
talks talk NOUN NNS 4 dobj
with with ADP IN 5 prep
Rabat Rabat PROPN NNP 6 pobj`
	nominal := `
France France PROPN NNP 3 poss
's 's PART POS 1 case
visit visit NOUN NN 0 ROOT
to to ADP IN 3 prep
Rabat Rabat PROPN NNP 4 pobj`
	participle := `
men man NOUN NNS 0 ROOT
held hold VERB VBN 1 acl
by by ADP IN 2 agent
Paris Paris PROPN NNP 3 pobj`
	called := `
Paris Paris PROPN NNP 2 nsubj
called call VERB VBD 0 ROOT
on on ADP IN 2 prep
Rabat Rabat PROPN NNP 3 pobj
to to PART TO 6 aux
stop stop VERB VB 2 xcomp
and and CCONJ CC 6 cc
leave leave VERB VB 6 conj
Tunis Tunis PROPN NNP 8 dobj`
	where := `
Rabat Rabat PROPN NNP 0 ROOT
where where SCONJ WRB 4 advmod
Paris Paris PROPN NNP 4 nsubj
opened open VERB VBD 1 relcl
talks talk NOUN NNS 4 dobj`
	for _, c := range []struct {
		name, rows string
		p, t       int
		want       string
	}{
		{"whom one calls on", called, 6, 4, "subj"},
		{"and in the second verb", called, 8, 4, "subj"},
		{"who calls", called, 8, 1, "^conj>^xcomp>subj"},
		{"subject", active, 2, 1, "subj"},
		{"object", active, 2, 3, "obj"},
		{"object control", active, 5, 3, "subj"},
		{"above the complement", active, 5, 1, "^xcomp>subj"},
		{"inside the complement", active, 2, 6, "xcomp>obj"},
		{"shared by coordination", active, 8, 1, "subj"},
		{"object of the second verb", active, 8, 9, "obj"},
		{"passive subject", passive, 3, 1, "obj"},
		{"agent", passive, 3, 5, "agent"},
		{"second agent", passive, 3, 7, "agent"},
		{"antecedent", relative, 4, 1, "subj"},
		{"through the light noun", relative, 4, 7, "obj>pp:with"},
		{"noun under its light verb", relative, 5, 7, "pp:with"},
		{"possessor", nominal, 3, 1, "poss"},
		{"goal of a noun", nominal, 3, 5, "pp:to"},
		{"the place of a relative clause", where, 4, 1, "pp:in"},
		{"reduced relative", participle, 2, 1, "obj"},
		{"its agent", participle, 2, 4, "agent"},
	} {
		if got := roleOf(parse(t, c.rows), c.p-1, c.t-1); got != c.want {
			t.Errorf("%s: role %q, want %q", c.name, got, c.want)
		}
	}
}
