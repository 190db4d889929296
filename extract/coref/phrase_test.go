package coref

import (
	"strings"
	"testing"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

// parsed reads a hand-made analysis of rows "FORM LEMMA POS TAG HEAD DEP".
func parsed(t *testing.T, rows string) *nlp.Doc {
	t.Helper()
	var b strings.Builder
	for i, r := range strings.Split(strings.TrimSpace(rows), "\n") {
		f := strings.Fields(r)
		b.WriteString(strings.Join([]string{string(rune('0' + (i+1)/10))[:1] + string(rune('0'+(i+1)%10)), f[0], f[1], f[2], f[3], "_", f[4], f[5], "_", "_"}, "\t") + "\n")
	}
	d, err := nlp.ReadCoNLLU(strings.NewReader(b.String() + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDescribe(t *testing.T) {
	d := parsed(t, `
The the DET DT 5 det
former former ADJ JJ 5 amod
Chilean chilean ADJ JJ 5 amod
defence defence NOUN NN 5 compound
minister minister NOUN NN 6 nsubj
left leave VERB VBD 0 ROOT
her her PRON PRP$ 8 poss
envoy envoy NOUN NN 6 dobj
to to ADP IN 8 prep
Peru Peru PROPN NNP 9 pobj`)
	gaz, err := link.Load()
	if err != nil {
		t.Fatal(err)
	}
	art := &analysis.Article{Source: &schema.Article{}, Blocks: []analysis.Block{{Block: schema.Block{Kind: schema.Paragraph}, Doc: d}}}
	r := newResolver(art, gaz, defaultWeights(), nil)
	r.findNames()
	r.cluster()
	p := r.describe(0, 4)
	if p.office != "Defence Minister" || p.field != "defense" || !p.former || p.det != "the" || p.plural {
		t.Errorf("phrase is %q field %q former %v det %q plural %v", p.office, p.field, p.former, p.det, p.plural)
	}
	if len(p.states) != 1 || art.Entities[p.states[0]].Name != "Chile" {
		t.Errorf("states %v, want Chile", p.states)
	}
	q := r.describe(0, 7)
	if q.possPronoun != 6 || q.to < 0 || art.Entities[q.to].Name != "Peru" || len(q.states) != 0 {
		t.Errorf("envoy: pronoun %d, to %d, states %v", q.possPronoun, q.to, q.states)
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{"Foreign Ministers": "Foreign Minister", "Spokesmen": "Spokesman", "Secretaries": "Secretary", "Boss": "Boss"} {
		if got := singular(plural); got != want {
			t.Errorf("singular(%q) = %q, want %q", plural, got, want)
		}
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		want, have string
		ok         bool
	}{{"leader", "head", true}, {"leader", "envoy", false}, {"minister", "minister:trade", true}, {"foreign", "defense", false}, {"envoy", "mediator", true}} {
		if got := fits(c.want, c.have); got != c.ok {
			t.Errorf("fits(%q, %q) = %v", c.want, c.have, got)
		}
	}
}
