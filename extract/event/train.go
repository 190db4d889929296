package event

import (
	"cmp"
	"slices"

	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/forest"
	"entente/extract/gold"
	"entente/extract/linear"
	"entente/extract/nlp"
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

// Coded is a sentence with one event whose parties are known and nothing
// else, as event-coding data has it: a source of roles and verbs.
type Coded struct {
	Doc            *nlp.Doc
	Source, Target nlp.Span
	Code           schema.Code
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
			vs := make([]view, len(a.cands[i]))
			for j := range vs {
				vs[j] = a.cands[i][j].view
			}
			a.cands[i] = align(vs, a.sample.Gold, func(w *view, codes []string) float64 {
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

// codedCases turns coded sentences into cases of the pair model: the pair is
// an event, its reverse is not unless the event has no direction.
func codedCases(coded []Coded, coder *code.Coder) []linear.Case {
	var out []linear.Case
	for i := range coded {
		c := &coded[i]
		art := &analysis.Article{Source: &schema.Article{}, Blocks: []analysis.Block{{Block: schema.Block{Kind: schema.Paragraph}, Doc: c.Doc}}}
		for k, sp := range []nlp.Span{c.Source, c.Target} {
			h := spanHead(c.Doc, sp)
			t, kind := typeOfHead(&c.Doc.Tokens[h])
			art.Entities = append(art.Entities, analysis.Entity{Entity: schema.Entity{Ref: schema.Ref{Type: t}}, Country: -1})
			art.Blocks[0].Mentions = append(art.Blocks[0].Mentions, analysis.Mention{Start: sp.Start, End: sp.End, Head: h, Kind: kind, Entities: []int{k}})
		}
		slices.SortFunc(art.Blocks[0].Mentions, func(a, b analysis.Mention) int { return cmp.Compare(a.Start, b.Start) })
		for _, s := range sentences(art, coder) {
			out = append(out, codedSentence(&s, reciprocal(c.Code))...)
		}
	}
	return out
}

func codedSentence(s *sentence, symmetric bool) []linear.Case {
	vs := s.views()
	best, shortest := -1, 1000
	for j := range vs {
		if c := vs[j].c; c.a.entity == 0 {
			if n := len(c.a.role) + len(c.b.role); n < shortest {
				best, shortest = j, n
			}
		}
	}
	if best < 0 {
		return nil
	}
	var out []linear.Case
	for j := range vs {
		label := -1
		if j == best {
			label = 1
		} else if vs[j].c.a.entity == 1 && vs[j].c.pred == vs[best].c.pred && !symmetric {
			label = 0
		}
		if label < 0 {
			continue
		}
		var v linear.Vector
		vs[j].features(&v)
		v.Add(tBias, 1) // these data have another share of events
		out = append(out, linear.Case{Vector: v, Label: label, Weight: 0.5})
	}
	return out
}

func spanHead(d *nlp.Doc, sp nlp.Span) int {
	for i := sp.Start; i < sp.End; i++ {
		if h := d.Tokens[i].Head; h < sp.Start || h >= sp.End || h == i {
			return i
		}
	}
	return sp.Start
}

func typeOfHead(t *nlp.Token) (schema.EntityType, analysis.Kind) {
	switch t.EntType {
	case "PERSON":
		return schema.Person, analysis.Name
	case "GPE":
		return schema.Country, analysis.Name
	case "ORG":
		return schema.Organization, analysis.Name
	}
	switch t.POS {
	case "PRON":
		return schema.Other, analysis.Pronoun
	case "NOUN":
		return schema.Other, analysis.Nominal
	}
	return schema.Other, analysis.Name
}

var pairOptions = linear.Options{Epochs: 8, MinCount: 3, L2: 4}
var impliedOptions = forest.Options{Trees: 150, Depth: 4, Rate: 0.05, MinLeaf: 6}
var pairTopOptions = forest.Options{Trees: 250, Depth: 7, Rate: 0.05, Rows: 0.4, Columns: 0.4}

// fitPair fits the first stage to the articles that use accepts.
func (t *trainer) fitPair(use func(i int) bool) *linear.Model {
	cases := slices.Clone(t.extra)
	for i, a := range t.arts {
		if !use(i) {
			continue
		}
		for _, cs := range a.cases {
			for _, c := range cs {
				if c.Label >= 0 {
					cases = append(cases, c)
				}
			}
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

// rows fills the second-stage rows of an article.
func (t *trainer) rows(first *linear.Model, a *labelledArticle) [][][]float32 {
	out := make([][][]float32, len(a.cands))
	for s := range a.cands {
		vs, score := make([]view, len(a.cands[s])), make([]float64, len(a.cands[s]))
		for j := range vs {
			vs[j], score[j] = a.cands[s][j].view, first.Margin(a.cases[s][j].Vector)
		}
		out[s] = denseRows(vs, score, a.stakes[s], a.prominence)
	}
	return out
}

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
