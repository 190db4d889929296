// Package event finds the events that an article states: which predicate
// joins which parties, what kind of event that is, whether it happened, where,
// when and according to whom.
//
// Finder.Find does all of it for one analysed article. The decisions are made
// by small models over the parse (Models), trained by Train on articles with
// known facts; candidate.go says what is considered at all, role.go how a
// party stands to a predicate.
package event

import (
	"cmp"
	"slices"

	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Finder finds events. It is read-only and safe for concurrent use.
type Finder struct {
	Models *Models
	coder  *code.Coder
	codes  *code.Weights // of the coding model
}

// NewFinder returns a finder of these models, which reads with the coder that
// they were trained with.
func NewFinder(m *Models, coder *code.Coder) *Finder {
	return &Finder{Models: m, coder: coder, codes: coder.Weigh(m.coding, fromArticles)}
}

// found is one event in its sentence before merging.
type found struct {
	s        *sentence
	k        *clause
	a, b     argument // mention is nil for an implied party
	raw      float64  // second-stage probability that the pair is an event
	code     schema.Code
	codeProb float64
	codes    [len(schema.Codes)]float64 // probability of every code
	mode     schema.Mode
	modes    [len(schema.Modes)]float64 // probability of every status
	time     *schema.Interval
	timeOwn  bool // the time is said in the sentence
	place    int  // entity, -1
	placeOwn bool
	by       int // entity that vouches for it, -1
	relation string
	prob     float64 // that it is right, as the judge says
	also     []*found
	rule     string
}

// The rules by which an event is found.
const (
	pairRule    = "pair"
	impliedRule = "implied party"
)

// Find returns the events of the article in order of their sentences, merged
// where they are one event told twice. The note function, if not nil, is told
// for each sentence what was considered.
func (f *Finder) Find(art *analysis.Article, note func(s nlp.Span, block int, line string)) []schema.Event {
	ss, pr, told := f.tell(art)
	probs := f.Models.judge.Screen(judgeRows(pr, told), 1, 0)
	for i, p := range probs {
		probs[i] = f.Models.Calibrated(p)
	}
	all := judged(told, probs, f.Models.Threshold())
	if note != nil {
		f.explain(ss, told, all, note)
	}
	return finish(art, ss, all)
}

// finish merges the statements of an article that are one event told twice
// and writes them down.
func finish(art *analysis.Article, ss []sentence, all []*found) []schema.Event {
	arrive(art, all)
	orient(all)
	refine(art, ss, all)
	return state(art, merge(art, all))
}

// tell returns the sentences of the article, whom they are about, and all that
// they seem to state, before the judge has looked at it.
func (f *Finder) tell(art *analysis.Article) ([]sentence, *prominence, []*found) {
	ss := sentences(art, f.coder)
	x := newDiscourse()
	x.flow.dateline = datelineEntity(art)
	pr := newProminence(ss)
	var all []*found
	for i, said := range f.said(ss, pr) {
		s := &ss[i]
		x.enter(s)
		fs := choose(append(said.found, f.understood(s, x, pr, &said)...), func(e *found) { f.complete(e, x) })
		x.after(fs)
		x.leave(s, likely(fs))
		all = append(all, fs...)
	}
	return ss, pr, all
}

// likely returns the parties of the statements above leastPair.
func likely(fs []*found) [][2]int {
	var out [][2]int
	for _, e := range fs {
		if e.raw > leastPair {
			out = append(out, [2]int{e.a.entity, e.b.entity})
		}
	}
	return out
}

// Bars of the stages before the judge.
const (
	minimum   = 0.08 // least second-stage probability at which a candidate is looked at further
	leastPair = 0.35 // … at which its parties count as having had to do with each other
	// leastRun is the least probability of parties and code at which the
	// place of an event is the scene of those that follow.
	leastRun = 0.15
	// leastTold is the least probability of parties and code at which the
	// judge is asked.
	leastTold = 0.04
)

// unlikely is the probability by one of the averaged forests below which the
// others are not asked.
const unlikely = 0.05

// hopeless is the first-stage margin below which the second stage is not
// asked: of the candidates that it would let pass, six in a thousand lie
// there, of all candidates more than a quarter.
const hopeless = -5

// said is what a sentence seems to say in so many words: the candidates worth
// completing, and the best score of each predicate.
type said struct {
	found  []*found
	best   map[int]float64
	stakes *stakes
}

// said scores the candidates of every sentence with both parties in it. The
// second stage looks at all of them together, so that it reads each tree once.
func (f *Finder) said(ss []sentence, pr *prominence) []said {
	out := make([]said, len(ss))
	var rows [][]float32
	var asked []*view
	var of []int // sentence of each row
	var v linear.Vector
	for n := range ss {
		out[n].best = map[int]float64{}
		vs := ss[n].views()
		score := make([]float64, len(vs))
		for i := range vs {
			vs[i].features(&v)
			score[i] = f.Models.pair.Margin(v)
		}
		out[n].stakes = f.stakes(&ss[n], vs)
		for i, row := range denseRows(vs, score, out[n].stakes, pr) {
			if score[i] > hopeless {
				rows, asked, of = append(rows, row), append(asked, &vs[i]), append(of, n)
			}
		}
	}
	for i, p := range f.Models.pairTop.Screen(rows, seeds, unlikely) {
		w, o := asked[i], &out[of[i]]
		o.best[w.c.pred] = max(o.best[w.c.pred], p)
		if p >= minimum && !w.inUnison() && !w.partnered() && !w.elsewhere() {
			o.found = append(o.found, &found{s: w.s, k: w.k, a: w.c.a, b: w.c.b, raw: p, place: -1, by: -1, rule: pairRule})
		}
	}
	return out
}

// stakes scores the stakes of a sentence with these candidates.
func (f *Finder) stakes(s *sentence, vs []view) *stakes {
	ks := newStakes(s.stakesOf(vs))
	s.stakeFeatures(ks.list, func(i int, v linear.Vector) { ks.score[ks.list[i]] = f.Models.stake.Margin(v) })
	return ks
}

// understood scores the candidates of a sentence of which one party is to be
// understood, given what it seems to say of both.
func (f *Finder) understood(s *sentence, x *discourse, pr *prominence, said *said) []*found {
	ws := s.impliedViews(x, pr, said.best)
	var v linear.Vector
	score := make([]float64, len(ws))
	for i := range ws {
		ws[i].features(&v)
		score[i] = f.Models.implicit.Margin(v)
	}
	var out []*found
	for i, p := range f.Models.implTop.Screen(impliedRows(ws, score, said.stakes), seeds, unlikely) {
		if w := &ws[i]; p >= minimum && !w.filled() {
			a, b := w.parties()
			out = append(out, &found{s: s, k: w.k, a: a, b: b, raw: p, place: -1, by: -1, rule: impliedRule})
		}
	}
	return out
}

// span returns the tokens of an argument, an empty span for an implied one.
func (a *argument) span() nlp.Span {
	if a.mention == nil {
		return nlp.Span{}
	}
	return nlp.Span{Start: a.mention.Start, End: a.mention.End}
}

// complete fills code, relation, mode, attribution, time and place.
func (f *Finder) complete(e *found, x *discourse) {
	s, d := e.s, e.s.block.Doc
	e.codes = f.codeOf(s, e.k, &e.a, &e.b)
	best := argmax(e.codes[:])
	e.code, e.codeProb = schema.Codes[best], e.codes[best]
	e.relation = f.coder.Relation(d, e.k.pred, e.b.span())
	var v linear.Vector
	modeFeatures(s, e.k, e.code, &v)
	copy(e.modes[:], linear.Softmax(f.Models.mode.Scores(v, nil)))
	e.mode = schema.Modes[argmax(e.modes[:])]
	if e.mode == schema.Actual && e.a.role == "subj" && unreal[e.k.modal] {
		e.mode = schema.Modes[argmaxBut(e.modes[:], slices.Index(schema.Modes[:], schema.Actual))]
	}
	e.by = s.attribution(e.k)
	f.completeTime(e)
	f.completePlace(e, &x.flow)
}

func argmax(scores []float64) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// argmaxBut is argmax with one index left out.
func argmaxBut(scores []float64, but int) int {
	c := slices.Clone(scores)
	c[but] = -1
	return argmax(c)
}

// unreal are the modals under which their own subject has not done the thing,
// whatever kind of act it is: what Russia should or will do it has not done.
var unreal = wordSet("should must ought may might will shall")

// Least probabilities from which a time or place is stated.
const (
	leastTime  = 0.25
	leastPlace = 0.25
)

func (f *Finder) completeTime(e *found) {
	cs := e.s.timeCandidates()
	var v linear.Vector
	best := leastTime
	for i := range cs {
		e.s.timeFeatures(e.k, cs, &cs[i], e.mode, &v)
		if p := f.Models.time.Prob(v); p > best {
			best = p
			iv := cs[i].Interval
			if cs[i].source != ownTime {
				iv.Text = ""
			}
			e.time, e.timeOwn = &iv, cs[i].source == ownTime
		}
	}
}

func (f *Finder) completePlace(e *found, fl *flow) {
	cs := e.s.placeCandidates(fl)
	var v linear.Vector
	best := leastPlace
	for i := range cs {
		e.s.placeFeatures(e.k, fl, cs, &cs[i], e.a.entity, e.b.entity, e.code, e.mode, &v)
		if p := f.Models.place.Prob(v); p > best {
			best, e.place, e.placeOwn = p, cs[i].entity, cs[i].source == ownPlace
		}
	}
}

// after lets the place of the sentence's events run on.
func (x *discourse) after(fs []*found) {
	for _, e := range fs {
		if e.placeOwn && e.raw*e.codeProb >= leastRun {
			x.flow.place, x.flow.placeAge = e.place, 0
		}
	}
}

// choose keeps, of the candidates of one sentence that tell the same event,
// the most probable, and drops the hopeless. It completes only those that no
// better one has already ruled out.
func choose(fs []*found, complete func(*found)) []*found {
	slices.SortStableFunc(fs, func(a, b *found) int { return cmp.Compare(b.raw, a.raw) })
	var out []*found
	for _, e := range fs {
		if slices.ContainsFunc(out, e.displaces) {
			continue
		}
		complete(e)
		if e.raw*e.codeProb < leastTold || slices.ContainsFunc(out, e.repeats) {
			continue
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b *found) int { return cmp.Compare(a.k.pred, b.k.pred) })
	return out
}

// displaces reports whether two candidates of a sentence can't both be
// stated, whatever their codes, when o is the likelier: they give one
// predicate the same parties, or the same parties swapped, or e only
// understands a party where o has one already, said or understood.
func (e *found) displaces(o *found) bool {
	if e.k.pred != o.k.pred && e.k.verb != o.k.verb {
		return false
	}
	same := e.a.entity == o.a.entity && e.b.entity == o.b.entity
	swapped := e.a.entity == o.b.entity && e.b.entity == o.a.entity
	return same || swapped ||
		e.b.mention == nil && e.a.entity == o.a.entity ||
		e.a.mention == nil && e.b.entity == o.b.entity
}

// repeats reports whether two completed candidates of a sentence tell one
// event by different words.
func (e *found) repeats(o *found) bool {
	same := e.a.entity == o.a.entity && e.b.entity == o.b.entity
	swapped := e.a.entity == o.b.entity && e.b.entity == o.a.entity
	switch {
	case !same && !swapped:
		return false
	case e.code == o.code && (same || reciprocal(e.code)):
		return true
	}
	return e.introduces(o) || o.introduces(e)
}

// introduces reports whether e is only the verb of saying under which o is
// told: "the two met, he said" is one event.
func (e *found) introduces(o *found) bool {
	if !saying[e.k.lemma] || e.code == schema.Request || e.code == schema.Accuse || e.code == schema.Threaten {
		return false
	}
	d := o.s.block.Doc
	for at, steps := o.k.verb, 0; steps < 4; steps++ {
		g, dep := governor(d, at)
		if g < 0 {
			return false
		}
		if g == e.k.verb {
			return dep == "ccomp" || dep == "parataxis"
		}
		at = g
	}
	return false
}

// reciprocal reports whether events of the code usually have no direction.
func reciprocal(c schema.Code) bool {
	return c == schema.Consult || c == schema.Agree || c == schema.Cooperate
}

// datelineEntity returns the entity that the article's dateline names, -1 if
// none.
func datelineEntity(art *analysis.Article) int {
	if art.Source.Place == "" {
		return -1
	}
	return art.Find(art.Source.Place)
}
