package event

import (
	"strings"

	"entente/extract/linear"
)

// nounFeatures tell how a place named in the sentence is tied to the event:
// by "where", by its clause, through the noun that it modifies.
func (s *sentence) nounFeatures(k *clause, all []placeCandidate, c *placeCandidate, party uint32, v *linear.Vector) {
	d, m := s.block.Doc, c.mention
	prep := s.preposition(m)
	typ := key(string(s.art.Entities[c.entity].Type))
	where := flag(s.isWhere(k, all, c))
	v.Add(pWhere, where)
	v.Add(pWhere, where, key(prep))
	nearest := true
	for i := range all {
		o := all[i].mention
		if all[i].source != ownPlace || o == m {
			continue
		}
		switch s.preposition(o) {
		case "in", "at", "near", "outside":
			nearest = nearest && abs(o.Head-k.pred) >= abs(m.Head-k.pred)
		}
	}
	v.Add(pNear, flag(nearest), key(prep))
	v.Add(pNear, flag(nearest), key(prep), flag(s.sameClause(k, m.Head)))
	v.Add(pNear, flag(s.sameClause(k, m.Head)), key(prep), party)
	t := &d.Tokens[m.Head]
	switch t.Dep {
	case "compound", "nmod", "amod", "poss":
		n := t.Head
		p := ""
		if d.Tokens[n].Dep == "pobj" {
			p = lower(d, d.Tokens[n].Head)
		}
		v.Add(pHead, key(lower(d, n)), key(t.Dep))
		v.Add(pHead, key(p), key(t.Dep), typ)
		v.Add(pHead, key(p), flag(gatherings[lower(d, n)]), 3)
	case "pobj":
		if h := d.Tokens[t.Head].Head; h != t.Head {
			v.Add(pHead, key(lower(d, h)), key(prep))
			v.Add(pHead, flag(h == k.verb || h == k.pred), key(prep), typ)
			v.Add(pHead, flag(gatherings[lower(d, h)]), key(prep), 5)
		}
	default:
	}
}

// isWhere reports whether the event's clause opens with a "where" that stands
// for the candidate: the place named last before that word.
func (s *sentence) isWhere(k *clause, all []placeCandidate, c *placeCandidate) bool {
	d := s.block.Doc
	for v, steps := k.verb, 0; steps < 6; steps++ {
		for _, w := range d.Children(v) {
			if int(w) >= v || d.Tokens[w].Tag != "WRB" || !strings.EqualFold(d.Tokens[w].Text, "where") {
				continue
			}
			best := -1
			for i := range all {
				if m := all[i].mention; all[i].source == ownPlace && m.Head < int(w) {
					best = max(best, m.Head)
				}
			}
			return best == c.mention.Head
		}
		t := &d.Tokens[v]
		if t.Head == v || t.Dep == "relcl" {
			return false
		}
		v = t.Head
	}
	return false
}
