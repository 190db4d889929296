package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

func TestStakesOf(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, ss := story(t, m, []analysis.Entity{entity("Norway", schema.Country, -1), entity("Nepal", schema.Country, -1)},
		"Norway thanked Nepal and withdrew.")
	s := &ss[0]
	ks := newStakes(s.stakesOf(s.views()))
	word := func(st stake) string { return s.block.Doc.Tokens[st.pred].Text }
	name := func(st stake) string { return s.art.Entities[st.m.Entities[0]].Name }
	want := map[string]bool{"Norway thanked false": true, "Nepal thanked true": true, "Norway withdrew false": true}
	for _, st := range ks.list {
		side := "false"
		if st.target {
			side = "true"
		}
		delete(want, name(st)+" "+word(st)+" "+side)
	}
	for w := range want {
		t.Errorf("no stake %q, though the candidates and the shared subject give it", w)
	}
	features := 0
	s.stakeFeatures(ks.list, func(i int, v linear.Vector) {
		features += len(v)
		ks.score[ks.list[i]] = float64(-i)
	})
	if features < 20*len(ks.list) {
		t.Errorf("%d features for %d stakes", features, len(ks.list))
	}
	first := ks.list[0]
	if got := ks.of(first.pred, first.m, first.target); got != 0 {
		t.Errorf("score %f, want that of the first", got)
	}
	if got := ks.of(first.pred+100, first.m, first.target); got != noStake {
		t.Errorf("score %f of what is no stake", got)
	}
	for _, st := range ks.list {
		if st.m != first.m && st.pred == first.pred && st.target == first.target {
			if got := ks.rival(st.pred, st.m, st.target); got != 0 {
				t.Errorf("rival's score %f, want the first's", got)
			}
		}
	}
}
