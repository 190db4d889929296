package event

import (
	"slices"

	"entente/extract/forest"
	"entente/extract/linear"
)

var impliedOptions = forest.Options{Trees: 150, Depth: 4, Rate: 0.05, MinLeaf: 6}

// impliedSentence is a sentence's implied candidates with their labels.
type impliedSentence struct {
	stakes *stakes
	views  []implied
	cases  []linear.Case
	labels []int
}

// trainImplied fits the models of parties that stand outside the sentence.
func (t *trainer) trainImplied(m *Models) {
	all := make([][]impliedSentence, len(t.arts))
	var v linear.Vector
	for i, a := range t.arts {
		x := newDiscourse()
		x.flow.dateline = datelineEntity(a.sample.Article)
		for s := range a.ss {
			x.enter(&a.ss[s])
			best := map[int]float64{}
			var pairs [][2]int
			for j, c := range a.cands[s] {
				p := c.view.c.pred
				best[p] = max(best[p], a.oof[s][j])
				if a.oof[s][j] > leastPair {
					pairs = append(pairs, [2]int{c.view.c.a.entity, c.view.c.b.entity})
				}
			}
			is := impliedSentence{stakes: a.stakes[s], views: a.ss[s].impliedViews(x, a.prominence, best)}
			is.labels, _ = alignImplied(is.views, a.cands[s], a.sample.Gold)
			for j := range is.views {
				is.views[j].features(&v)
				is.cases = append(is.cases, linear.Case{Vector: slices.Clone(v), Label: is.labels[j], Weight: a.sample.Weight})
			}
			all[i] = append(all[i], is)
			x.leave(&a.ss[s], pairs)
		}
	}
	fit := func(use func(i int) bool) *linear.Model {
		var cases []linear.Case
		for i := range all {
			if use(i) {
				for _, is := range all[i] {
					for j := range is.cases {
						if is.labels[j] >= 0 {
							cases = append(cases, is.cases[j])
						}
					}
				}
			}
		}
		return linear.Train(cases, linear.Options{Epochs: 6, MinCount: 2, L2: 4})
	}
	var set trainingSet
	for k := range folds {
		first := fit(func(i int) bool { return i%folds != k })
		for i := k; i < len(all); i += folds {
			for _, is := range all[i] {
				score := make([]float64, len(is.views))
				for j := range score {
					score[j] = first.Margin(is.cases[j].Vector)
				}
				for j, r := range impliedRows(is.views, score, is.stakes) {
					if is.labels[j] >= 0 {
						set.add(r, is.labels[j], t.arts[i].sample.Weight)
					}
				}
			}
		}
	}
	m.implicit = fit(func(int) bool { return true })
	m.implTop = set.grow(impliedOptions, seeds)
}
