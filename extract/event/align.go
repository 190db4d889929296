package event

import (
	"strings"

	"entente/extract/gold"
)

// aligned is a candidate with what the gold facts say of it.
type aligned struct {
	view  view
	label int // 1 event, 0 not, -1 left out of training
	gold  *gold.Event
}

// fitness says how probable it is that a candidate states an act of one of
// the codes.
type fitness func(w *view, codes []string) float64

// leastFit is the fitness from which a candidate that the gold relation does
// not name can stand for the event.
const leastFit = 0.1

// align labels the candidates of a sentence. A candidate is an event when a
// gold event of its sentence has its parties. Of several predicates between
// the same parties the one that the gold relation names counts, or, where it
// names none, the one that is the likeliest to have the gold code; without a
// fitness only the named ones count. The others are left out.
func align(views []view, g *gold.Article, fit fitness) []aligned {
	out := make([]aligned, len(views))
	text := ""
	if len(views) > 0 {
		s := views[0].s
		text = squeeze(s.block.Doc.Slice(s.span.Start, s.span.End))
	}
	name := func(w *view, a argument) string { return w.s.art.Entities[a.entity].Name }
	for i := range views {
		out[i] = aligned{view: views[i]}
	}
	for k := range g.Events {
		e := &g.Events[k]
		if !sameSentence(text, squeeze(e.Sentence)) {
			continue
		}
		best, bestScore := -1, -1000.0
		var fits []int
		for i := range views {
			w := &views[i]
			if !g.Parties(e, name(w, w.c.a), name(w, w.c.b)) {
				continue
			}
			fits = append(fits, i)
			if out[i].label == 0 {
				out[i].label = -1
			}
			named := names(e.Relation, w.k.lemma)
			score := 10*float64(named) - float64(len(strings.Split(w.c.a.role, ">"))+len(strings.Split(w.c.b.role, ">")))
			if contains(g.Names(name(w, w.c.a)), e.Subject) {
				score += 3
			}
			if contains(g.Names(name(w, w.c.b)), e.Object) {
				score += 3
			}
			if named < 2 {
				p := 0.0
				if fit != nil {
					p = fit(w, e.Codes)
				}
				if named == 0 && p < leastFit {
					continue
				}
				score += 12 * p
			}
			if score > bestScore {
				best, bestScore = i, score
			}
		}
		if best < 0 {
			continue
		}
		out[best].label = 1
		if out[best].gold == nil || out[best].gold.Optional {
			out[best].gold = e
		}
		// The other order of a symmetric event is as right.
		if e.Symmetric {
			for _, i := range fits {
				w, b := &views[i], &views[best]
				if w.c.pred == b.c.pred && w.c.a.mention == b.c.b.mention && w.c.b.mention == b.c.a.mention &&
					w.c.a.entity == b.c.b.entity && w.c.b.entity == b.c.a.entity {
					out[i].label, out[i].gold = 1, e
				}
			}
		}
	}
	return out
}

// names reports how a relation names a predicate: 2 when it begins with its
// lemma, 1 when it holds it or a word of the same stem ("withdrawal",
// "withdraw"), else 0.
func names(relation, lemma string) int {
	lemma = gold.Norm(lemma)
	if gold.Verb(lemma) == gold.Verb(relation) {
		return 2
	}
	for _, w := range strings.Fields(gold.Norm(relation)) {
		n := 0
		for n < len(w) && n < len(lemma) && w[n] == lemma[n] {
			n++
		}
		if w == lemma || n >= 5 && 3*n >= 2*max(len(w), len(lemma)) {
			return 1
		}
	}
	return 0
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// squeeze joins all white space for comparison.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// sameSentence reports whether a parsed sentence and a gold sentence are the
// same or one holds the other (sentence splits differ).
func sameSentence(parsed, want string) bool {
	if parsed == want {
		return true
	}
	return len(parsed) > 25 && strings.Contains(want, parsed) || len(want) > 25 && strings.Contains(parsed, want)
}

// alignImplied labels implied candidates: 1 when a gold event of the sentence
// has these parties, and no candidate within the sentence has; of several
// predicates the one that the relation names, else the first. golds are the
// events that the candidates with label 1 stand for.
func alignImplied(ws []implied, inside []aligned, g *gold.Article) (labels []int, golds []*gold.Event) {
	labels, golds = make([]int, len(ws)), make([]*gold.Event, len(ws))
	if len(ws) == 0 {
		return labels, golds
	}
	s := ws[0].s
	text := squeeze(s.block.Doc.Slice(s.span.Start, s.span.End))
	explicit := map[*gold.Event]bool{}
	for i := range inside {
		if inside[i].label == 1 {
			explicit[inside[i].gold] = true
		}
	}
	for k := range g.Events {
		e := &g.Events[k]
		if explicit[e] || !sameSentence(text, squeeze(e.Sentence)) {
			continue
		}
		best, bestScore := -1, -1
		var fits []int
		for i := range ws {
			w := &ws[i]
			a, b := w.parties()
			if !g.Parties(e, s.art.Entities[a.entity].Name, s.art.Entities[b.entity].Name) {
				continue
			}
			fits = append(fits, i)
			score := 2 * names(e.Relation, w.k.lemma)
			if s.block.Doc.Tokens[w.pred].POS == "VERB" {
				score++
			}
			if score > bestScore {
				best, bestScore = i, score
			}
		}
		for _, i := range fits {
			if labels[i] == 0 {
				labels[i] = -1
			}
		}
		if best >= 0 {
			labels[best], golds[best] = 1, e
		}
	}
	return labels, golds
}
