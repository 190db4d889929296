package event

import (
	"slices"

	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/forest"
	"entente/extract/gold"
	"entente/extract/linear"
	"entente/schema"
)

// Sample is an analysed article with its gold facts.
type Sample struct {
	Article *analysis.Article
	Gold    *gold.Article
	// Weight is what an article counts for in training beside the others.
	Weight float32
	// NoPlaces says that the facts name no places as parties, so that a place
	// that is none there may still be one.
	NoPlaces bool
}

// unsaid reports whether the facts of the sample don't tell whether there is
// an event with this party.
func (s *Sample) unsaid(party int) bool {
	return s.NoPlaces && s.Article.Entities[party].Type == schema.Place
}

// leaveOutPlaces leaves candidates out of training of which the facts don't
// tell whether they are events.
func (s *Sample) leaveOutPlaces(as []aligned) {
	for i := range as {
		if c := as[i].view.c; as[i].label == 0 && (s.unsaid(c.a.entity) || s.unsaid(c.b.entity)) {
			as[i].label = -1
		}
	}
}

const folds = 5

// Train fits all models to the samples, with the judge that cross-validation
// gave. It is deterministic. The threshold and the calibration are left for
// Calibrate.
func Train(samples []Sample, coded []Coded, coder *code.Coder, v *Validation) *Models {
	m := fit(samples, coded, coder)
	m.judge = v.judge
	return m
}

// fit fits all models but the judge.
func fit(samples []Sample, coded []Coded, coder *code.Coder) *Models {
	t := &trainer{coder: coder}
	for _, s := range samples {
		t.add(s)
	}
	t.extra, t.codes = codedCases(coded, coder), codedCodes(coded, coder)
	t.realign()
	m := &Models{threshold: 0}
	t.trainStakes(m)
	t.trainPair(m)
	t.trainImplied(m)
	t.trainDetails(m)
	return m
}

// trainer holds the labelled candidates of all samples.
type trainer struct {
	coder *code.Coder
	arts  []*labelledArticle
	extra []linear.Case // of the pair model, from coded sentences
	codes []linear.Case // of the coding model, from the same
}

// labelledArticle is an article's sentences with their labelled candidates.
type labelledArticle struct {
	sample     Sample
	ss         []sentence
	cands      [][]aligned // by sentence
	cases      [][]linear.Case
	prominence *prominence
	stakes     []*stakes   // by sentence, scored by models that have not seen the article
	oof        [][]float64 // second-stage probabilities from models that have not seen the article
}

func (t *trainer) add(s Sample) {
	a := &labelledArticle{sample: s, ss: sentences(s.Article, t.coder)}
	a.prominence = newProminence(a.ss)
	var v linear.Vector
	for i := range a.ss {
		as := align(a.ss[i].views(), s.Gold, nil)
		s.leaveOutPlaces(as)
		cs := make([]linear.Case, len(as))
		for j := range as {
			as[j].view.features(&v)
			cs[j] = linear.Case{Vector: slices.Clone(v), Label: as[j].label, Weight: s.Weight}
		}
		a.cands, a.cases = append(a.cands, as), append(a.cases, cs)
	}
	t.arts = append(t.arts, a)
}

// views returns the candidates of a sentence without their labels.
func (a *labelledArticle) views(s int) []view {
	vs := make([]view, len(a.cands[s]))
	for j := range vs {
		vs[j] = a.cands[s][j].view
	}
	return vs
}

// decided appends the cases of an article that are labelled one way or the
// other.
func decided(out []linear.Case, sentences [][]linear.Case) []linear.Case {
	for _, cs := range sentences {
		for _, c := range cs {
			if c.Label >= 0 {
				out = append(out, c)
			}
		}
	}
	return out
}

// realign labels the candidates again, with a coding model of those whose
// predicates the gold relations name to judge the others by.
func (t *trainer) realign() {
	c := details{codings: slices.Clone(t.codes)}
	for _, a := range t.arts {
		for i := range a.cands {
			done := map[*gold.Event]bool{}
			for j := range a.cands[i] {
				if n := &a.cands[i][j]; n.label == 1 && !done[n.gold] && len(n.gold.Codes) > 0 {
					done[n.gold] = true
					c.codings = append(c.codings, codingCases(codingVector(&a.ss[i], n.view.k, &n.view.c.a, &n.view.c.b), n.gold.Codes, a.sample.Weight)...)
				}
			}
		}
	}
	m := c.fitCoding(20)
	for _, a := range t.arts {
		for i := range a.cands {
			a.cands[i] = align(a.views(i), a.sample.Gold, func(w *view, codes []string) float64 {
				p := linear.Softmax(m.Scores(codingVector(w.s, w.k, &w.c.a, &w.c.b), nil))
				sum := 0.0
				for k, c := range schema.Codes {
					if slices.Contains(codes, string(c)) {
						sum += p[k]
					}
				}
				return sum
			})
			a.sample.leaveOutPlaces(a.cands[i])
			for j := range a.cands[i] {
				a.cases[i][j].Label = a.cands[i][j].label
			}
		}
	}
}

// seeds is the number of forests that are averaged.
const seeds = 4

// trainingSet is what a forest learns from.
type trainingSet struct {
	rows    [][]float32
	labels  []int
	weights []float32
}

func (t *trainingSet) add(row []float32, label int, weight float32) {
	t.rows, t.labels, t.weights = append(t.rows, row), append(t.labels, label), append(t.weights, weight)
}

// grow fits forests from so many seeds and averages them.
func (t *trainingSet) grow(o forest.Options, seeds int) *forest.Forest {
	fs := make([]*forest.Forest, seeds)
	parallel(seeds, func(i int) {
		o := o
		o.Seed = uint64(i)
		fs[i] = forest.Train(t.rows, t.labels, t.weights, o)
	})
	return forest.Average(fs...)
}
