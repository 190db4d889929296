package event

import (
	"entente/extract/analysis"
	"entente/extract/nlp"
)

// How a time's clause stands to the event's, from the nearest to the furthest.
const (
	sameReach  uint32 = iota // one clause
	aboveReach               // the time's clause governs the event's
	besideReach
	belowReach // the event's clause governs the time's
	relativeReach
	noReach // no time of its own
)

// reach tells how the clause of a time stands to that of the event.
func (s *sentence) reach(k *clause, t *analysis.Time, head int) uint32 {
	d := s.block.Doc
	if s.sameClause(k, head) {
		return sameReach
	}
	g := head
	for steps := 0; steps < 30 && d.Tokens[g].Head != g && (g == head || d.Tokens[g].POS != "VERB"); steps++ {
		if d.Tokens[g].Dep == "relcl" || d.Tokens[g].Dep == "acl" {
			break
		}
		g = d.Tokens[g].Head
	}
	switch {
	case g == k.verb || under(d, k.verb, g) || under(d, k.pred, g):
		return aboveReach
	case under(d, g, k.verb) || under(d, g, k.pred):
		for x := g; x != k.verb && x != k.pred && d.Tokens[x].Head != x; x = d.Tokens[x].Head {
			if dep := d.Tokens[x].Dep; dep == "relcl" || dep == "acl" {
				return relativeReach
			}
		}
		return belowReach
	}
	return besideReach
}

// nearestReach is the nearest that any time of the sentence comes to the
// event.
func (s *sentence) nearestReach(k *clause, all []timeCandidate) uint32 {
	best := noReach
	for i := range all {
		if all[i].source == ownTime {
			t := &s.block.Times[all[i].at]
			best = min(best, s.reach(k, t, headOf(s.block.Doc.Tokens, t)))
		}
	}
	return best
}

// counted reports whether the event is the one that an expression like "two
// days after" counts from: it stands in the clause or phrase that the
// expression opens.
func counted(d *nlp.Doc, k *clause, t *analysis.Time) bool {
	after := t.End - 1
	if k.pred < after {
		return false
	}
	if under(d, k.pred, after) || under(d, k.verb, after) {
		return true
	}
	top := d.Tokens[after].Head
	for top >= t.Start && top < t.End && d.Tokens[top].Head != top {
		top = d.Tokens[top].Head
	}
	// "two days after they met": the verb governs "after", and stands behind it.
	return top > after && (k.verb == top || k.pred == top || under(d, k.pred, top))
}

// under reports whether token t hangs below token top.
func under(d *nlp.Doc, t, top int) bool {
	for steps := 0; steps < 30 && d.Tokens[t].Head != t; steps++ {
		if t = d.Tokens[t].Head; t == top {
			return true
		}
	}
	return false
}

// sameClause reports whether the first verb above token t is the event's.
func (s *sentence) sameClause(k *clause, t int) bool {
	d := s.block.Doc
	for steps := 0; steps < 30; steps++ {
		if t == k.verb || t == k.pred {
			return true
		}
		if d.Tokens[t].POS == "VERB" || d.Tokens[t].Head == t {
			return false
		}
		t = d.Tokens[t].Head
	}
	return false
}
