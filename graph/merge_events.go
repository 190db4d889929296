package graph

import (
	"cmp"
	"slices"
	"strings"

	"entente/schema"
)

// pairFacts are the statements about two parties, with those of different
// articles that mean one event or relation brought together.
type pairFacts struct {
	of map[string]*sameFact // statement -> what it belongs to
}

// sameFact is a set of statements that mean the same.
type sameFact struct {
	statements []statement // the most precise first
	first      string      // the smallest position: where the fact stands in a list
}

// statement is one event or standing node with what its entries tell.
type statement struct {
	entry
	pos      string
	articles []string
}

// pair reads the statements about two entities, in both directions.
func (v *view) pair(a, b string) (*pairFacts, error) {
	ca, err := v.cluster(a)
	if err != nil {
		return nil, err
	}
	cb, err := v.cluster(b)
	if err != nil {
		return nil, err
	}
	k := ordered(ca.id, cb.id)
	if p := v.pairs[k]; p != nil {
		return p, nil
	}
	groups := make(map[string][]*statement)
	known := make(map[string]*statement)
	err = v.entries(tabPair, pairsOf(ca, cb), "", func(e entry, pos string) error {
		if s := known[e.ID]; s != nil {
			s.articles = append(s.articles, e.Article)
			return nil
		}
		s := &statement{entry: e, pos: pos, articles: []string{e.Article}}
		known[e.ID] = s
		g, err := v.groupKey(&e)
		if err != nil {
			return err
		}
		groups[g] = append(groups[g], s)
		return nil
	})
	if err != nil {
		return nil, err
	}
	p := &pairFacts{of: make(map[string]*sameFact, len(known))}
	for _, g := range groups {
		if err := v.bringTogether(p, g); err != nil {
			return nil, err
		}
	}
	v.pairs[k] = p
	return p, nil
}

func pairsOf(a, b *cluster) [][]string {
	var out [][]string
	for _, x := range a.members {
		for _, y := range b.members {
			out = append(out, []string{x, y})
		}
	}
	return out
}

// groupKey is equal for statements that mean the same but for time and place:
// the parties in their roles, code (or, without one, relation) and mode.
func (v *view) groupKey(e *entry) (string, error) {
	var ids [3]string
	for i, id := range [3]string{e.Subject, e.Object, e.Of} {
		if id == "" {
			continue
		}
		c, err := v.cluster(id)
		if err != nil {
			return "", err
		}
		ids[i] = c.id
	}
	if e.Sym && ids[1] < ids[0] {
		ids[0], ids[1] = ids[1], ids[0]
	}
	act := e.Code
	if act == "" || e.Kind != EventKind {
		act = e.Rel
	}
	return strings.Join([]string{string(e.Kind), ids[0], ids[1], ids[2], act, e.Mode}, sep), nil
}

// bringTogether divides a group into facts. The most precise statements come
// first; a later one joins the only fact that it is compatible with, and
// stays alone when there are several. The result does not depend on the order
// in which articles were added.
func (v *view) bringTogether(p *pairFacts, group []*statement) error {
	slices.SortFunc(group, func(a, b *statement) int {
		return cmp.Or(cmp.Compare(precision(b), precision(a)), strings.Compare(a.pos, b.pos))
	})
	var facts []*sameFact
	for _, s := range group {
		var fits []*sameFact
		for _, f := range facts {
			ok, err := v.sameAsAll(s, f)
			if err != nil {
				return err
			}
			if ok {
				fits = append(fits, f)
			}
		}
		var f *sameFact
		if len(fits) == 1 {
			f = fits[0]
			f.first = min(f.first, s.pos)
		} else {
			f = &sameFact{first: s.pos}
			facts = append(facts, f)
		}
		f.statements = append(f.statements, *s)
		p.of[s.ID] = f
	}
	return nil
}

// precision ranks statements by how much their time and place tell.
func precision(s *statement) int {
	n := 2 * (len(s.Start) + len(s.End))
	if s.Place != "" {
		n++
	}
	return n
}

func (v *view) sameAsAll(s *statement, f *sameFact) (bool, error) {
	for i := range f.statements {
		ok, err := v.same(s, &f.statements[i])
		if err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// same reports whether two statements of one group can be one fact: they come
// from different articles (within one, the extractor has already decided),
// the one's time lies within the other's month at most, and the places agree
// as far as they are known. Standing relations may lack a period.
func (v *view) same(a, b *statement) (bool, error) {
	for _, x := range a.articles {
		if slices.Contains(b.articles, x) {
			return false, nil
		}
	}
	i, j := a.interval(), b.interval()
	if a.Kind != EventKind {
		return i.IsZero() || j.IsZero() || i == j, nil
	}
	if !(narrow(i) && j.Contains(i) || narrow(j) && i.Contains(j)) || !narrow(i) || !narrow(j) {
		return false, nil
	}
	if a.Place == "" || b.Place == "" {
		return true, nil
	}
	in, err := v.liesIn(a.Place, b.Place)
	if err != nil || in {
		return in, err
	}
	return v.liesIn(b.Place, a.Place)
}

// narrow reports whether an interval lies within one month: the year alone
// does not tell one meeting from the next.
func narrow(i schema.Interval) bool {
	return len(i.Start) >= 7 && len(i.End) >= 7 && i.Start[:7] == i.End[:7]
}
