package event

import (
	"slices"

	"entente/extract/forest"
	"entente/extract/linear"
)

var pairOptions = linear.Options{Epochs: 8, MinCount: 3, L2: 4}

var pairTopOptions = forest.Options{Trees: 250, Depth: 7, Rate: 0.05, Rows: 0.4, Columns: 0.4}

// fitPair fits the first stage to the articles that use accepts.
func (t *trainer) fitPair(use func(i int) bool) *linear.Model {
	cases := slices.Clone(t.extra)
	for i, a := range t.arts {
		if use(i) {
			cases = decided(cases, a.cases)
		}
	}
	return linear.Train(cases, pairOptions)
}

// trainPair fits both stages. The second learns from first-stage scores of
// articles that the first has not seen.
func (t *trainer) trainPair(m *Models) {
	rowsOf := make([][][][]float32, len(t.arts)) // article, sentence, candidate
	parallel(folds, func(k int) {
		first := t.fitPair(func(i int) bool { return i%folds != k })
		for i := k; i < len(t.arts); i += folds {
			rowsOf[i] = t.rows(first, t.arts[i])
		}
	})
	second := func(use func(i int) bool, seeds int) *forest.Forest {
		var set trainingSet
		for i, a := range t.arts {
			if !use(i) {
				continue
			}
			for s := range a.cands {
				for j := range a.cands[s] {
					if l := a.cands[s][j].label; l >= 0 {
						set.add(rowsOf[i][s][j], l, a.sample.Weight)
					}
				}
			}
		}
		return set.grow(pairTopOptions, seeds)
	}
	parallel(folds, func(k int) {
		top := second(func(i int) bool { return i%folds != k }, 1)
		for i := k; i < len(t.arts); i += folds {
			a := t.arts[i]
			a.oof = make([][]float64, len(a.cands))
			for s := range a.cands {
				a.oof[s] = make([]float64, len(a.cands[s]))
				for j := range a.cands[s] {
					a.oof[s][j] = top.Prob(rowsOf[i][s][j])
				}
			}
		}
	})
	all := func(int) bool { return true }
	m.pair, m.pairTop = t.fitPair(all), second(all, seeds)
}

// rows fills the second-stage rows of an article.
func (t *trainer) rows(first *linear.Model, a *labelledArticle) [][][]float32 {
	out := make([][][]float32, len(a.cands))
	for s := range a.cands {
		score := make([]float64, len(a.cands[s]))
		for j := range score {
			score[j] = first.Margin(a.cases[s][j].Vector)
		}
		out[s] = denseRows(a.views(s), score, a.stakes[s], a.prominence)
	}
	return out
}
