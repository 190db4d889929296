package event

import (
	"slices"

	"entente/extract/linear"
)

var stakeOptions = linear.Options{Epochs: 8, MinCount: 3, L2: 4}

// trainStakes fits the stake model and scores the stakes of each article by
// models that have not seen it.
func (t *trainer) trainStakes(m *Models) {
	cases := make([][][]linear.Case, len(t.arts)) // article, sentence
	for i, a := range t.arts {
		a.stakes = make([]*stakes, len(a.ss))
		cases[i] = make([][]linear.Case, len(a.ss))
		x := newDiscourse()
		for s := range a.ss {
			x.enter(&a.ss[s])
			ks := newStakes(a.ss[s].stakesOf(a.views(s)))
			labels := t.labelStakes(a, s, x)
			a.ss[s].stakeFeatures(ks.list, func(j int, v linear.Vector) {
				label := labels[ks.list[j]]
				if label == 0 && a.sample.unsaid(ks.list[j].m.Entities[0]) {
					label = -1
				}
				cases[i][s] = append(cases[i][s], linear.Case{Vector: slices.Clone(v), Label: label, Weight: a.sample.Weight})
			})
			a.stakes[s] = ks
			x.leave(&a.ss[s], nil)
		}
	}
	fit := func(use func(i int) bool) *linear.Model {
		var known []linear.Case
		for i := range t.arts {
			if use(i) {
				known = decided(known, cases[i])
			}
		}
		return linear.Train(known, stakeOptions)
	}
	parallel(folds, func(k int) {
		m := fit(func(i int) bool { return i%folds != k })
		for i := k; i < len(t.arts); i += folds {
			for s, ks := range t.arts[i].stakes {
				for j, st := range ks.list {
					ks.score[st] = m.Margin(cases[i][s][j].Vector)
				}
			}
		}
	})
	m.stake = fit(func(int) bool { return true })
}

// labelStakes says of the stakes of a sentence whether a gold event has that
// party on that side of that predicate: 1, or -1 where it cannot be told; of
// those not listed none has.
func (t *trainer) labelStakes(a *labelledArticle, s int, x *discourse) map[stake]int {
	labels := map[stake]int{}
	mark := func(k stake, label int) {
		if labels[k] != 1 {
			labels[k] = label
		}
	}
	for j := range a.cands[s] {
		if n := &a.cands[s][j]; n.label != 0 {
			c := n.view.c
			mark(stake{c.pred, c.a.mention, false}, n.label)
			mark(stake{c.pred, c.b.mention, true}, n.label)
		}
	}
	ws := a.ss[s].impliedViews(x, a.prominence, map[int]float64{})
	implied, _ := alignImplied(ws, a.cands[s], a.sample.Gold)
	for j, label := range implied {
		if w := &ws[j]; label != 0 {
			mark(stake{w.pred, w.known.mention, !w.object}, label)
		}
	}
	return labels
}
