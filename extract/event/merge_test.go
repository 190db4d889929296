package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

func TestMergeJoinsOneEventToldTwice(t *testing.T) {
	b := &analysis.Block{Doc: &nlp.Doc{}}
	s := &sentence{block: b}
	day := &schema.Interval{Start: "2021-05-03", End: "2021-05-03"}
	month := &schema.Interval{Start: "2021-05", End: "2021-05"}
	other := &schema.Interval{Start: "2020", End: "2020"}
	event := func(a, o int, tm *schema.Interval, own bool, place int) *found {
		return &found{s: s, a: argument{entity: a}, b: argument{entity: o}, code: schema.Consult, mode: schema.Actual, time: tm, timeOwn: own,
			place: place, placeOwn: place >= 0, by: -1, prob: 0.5}
	}
	merged := merge(nil, []*found{event(0, 1, month, true, -1), event(1, 0, day, true, 7), event(0, 1, other, true, -1), event(0, 2, day, true, -1)})
	if len(merged) != 3 {
		t.Fatalf("%d events, want 3: the swapped telling of a meeting is the same, the one of another year is not", len(merged))
	}
	if merged[0].time != day || merged[0].place != 7 {
		t.Errorf("merged event has time %v and place %d, want the more precise ones", merged[0].time, merged[0].place)
	}
	accuse := event(1, 0, nil, false, -1)
	accuse.code = schema.Accuse
	back := event(0, 1, nil, false, -1)
	back.code = schema.Accuse
	if n := len(merge(nil, []*found{accuse, back})); n != 2 {
		t.Errorf("%d events, want 2: who accuses whom matters", n)
	}
}

func TestMergeTakesTheTownForItsState(t *testing.T) {
	art := &analysis.Article{Entities: []analysis.Entity{{Country: -1}, {Country: -1}, {Country: -1}, {Country: 2}, {Country: 0}}}
	s := &sentence{block: &analysis.Block{Doc: &nlp.Doc{}}}
	event := func(place int) *found {
		return &found{s: s, a: argument{entity: 0}, b: argument{entity: 1}, code: schema.Consult, mode: schema.Actual, place: place, placeOwn: true, by: -1, prob: 0.5}
	}
	if all := merge(art, []*found{event(2), event(3)}); len(all) != 1 || all[0].place != 3 {
		t.Errorf("%d events, the first at %d, want one, in the town of the state that the first telling names", len(all), all[0].place)
	}
	if all := merge(art, []*found{event(3), event(4)}); len(all) != 2 {
		t.Errorf("%d events, want 2: the towns lie in different states", len(all))
	}
}

func TestChooseKeepsOneReading(t *testing.T) {
	cand := func(a, b int, raw float64, pred int) *found {
		return &found{a: argument{entity: a}, b: argument{entity: b}, raw: raw, codeProb: 1, k: &clause{pred: pred, verb: pred}, code: schema.Accuse}
	}
	got := choose([]*found{cand(0, 1, 0.5, 3), cand(1, 0, 0.8, 3), cand(0, 2, leastTold/2, 3), cand(0, 3, 0.6, 9)}, func(*found) {})
	if len(got) != 2 || got[0].raw != 0.8 || got[1].raw != 0.6 {
		t.Errorf("kept %d events, want the likelier direction of the pair and the other event above the threshold", len(got))
	}
}
