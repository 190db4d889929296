package graph

import (
	"context"
	"slices"
	"strings"
)

// About is what is known of one entity.
type About struct {
	Entity Entity `json:"entity"`
	// Standings are its offices, memberships and the like; on the first page
	// only. Events is the page of its events, the latest first.
	Standings []*Fact `json:"standings"`
	Events    []*Fact `json:"events"`
	// Next continues with the next page; "" at the end.
	Next string `json:"next,omitempty"`
}

// maxStandings bounds the standing relations shown of one entity: a state can
// have thousands of citizens.
const maxStandings = 200

// Show tells what is known of the entity that a name means, events latest
// first. An ambiguous or unknown name gives a *NameError.
func (g *Graph) Show(ctx context.Context, name string, f Filter, page Page) (*About, error) {
	var out *About
	err := g.look(ctx, func(v *view) error {
		c, err := v.find(name)
		if err != nil {
			return err
		}
		w, err := v.want(f)
		if err != nil {
			return err
		}
		e, err := v.describe(c)
		if err != nil {
			return err
		}
		out = &About{Entity: *e, Standings: []*Fact{}, Events: []*Fact{}}
		if page.After == "" {
			if out.Standings, err = v.standings(c, w, maxStandings); err != nil {
				return err
			}
		}
		out.Events, out.Next, err = v.list(tabActor, firsts(c), w, page)
		return err
	})
	return out, err
}

func firsts(c *cluster) [][]string {
	var out [][]string
	for _, m := range c.members {
		out = append(out, []string{m})
	}
	return out
}

// list returns a page of the facts in a table, in its order. Each fact stands
// at the first of its statements.
func (v *view) list(table byte, first [][]string, w *wanted, page Page) (facts []*Fact, next string, err error) {
	facts = []*Fact{}
	done := map[*sameFact]bool{}
	last := ""
	err = v.entries(table, first, page.After, func(e entry, pos string) error {
		if pos == last {
			return nil // the same statement in another article
		}
		if err := v.ctx.Err(); err != nil {
			return err
		}
		ok, err := v.passes(w, &e)
		if err != nil || !ok {
			return err
		}
		s, err := v.sameFact(&e, pos)
		if err != nil {
			return err
		}
		if done[s] || !v.leads(s, w, &e) {
			return nil
		}
		if len(facts) >= page.limit() {
			next = last
			return errStop
		}
		f, err := v.fact(s, w)
		if err != nil {
			return err
		}
		if f != nil {
			facts = append(facts, f)
			last = pos
		}
		done[s] = true
		return nil
	})
	return facts, next, err
}

// leads reports whether e is the statement at which its fact is listed: the
// first in order that passes the filter.
func (v *view) leads(s *sameFact, w *wanted, e *entry) bool {
	best := ""
	for i := range s.statements {
		st := &s.statements[i]
		if ok, err := v.passes(w, &st.entry); err == nil && ok && (best == "" || st.pos < best) {
			best = st.pos
			if st.ID == e.ID {
				continue
			}
		}
	}
	for i := range s.statements {
		if s.statements[i].ID == e.ID {
			return s.statements[i].pos == best
		}
	}
	return true
}

// sameFact finds all statements that mean the same as the entry's.
func (v *view) sameFact(e *entry, pos string) (*sameFact, error) {
	other := e.Object
	if other == e.Subject || e.Kind == StandingKind && e.Rel == "position" {
		other = e.Of
	}
	if other == "" || other == e.Subject {
		return &sameFact{statements: []statement{{entry: *e, pos: pos, articles: []string{e.Article}}}, first: pos}, nil
	}
	p, err := v.pair(e.Subject, other)
	if err != nil {
		return nil, err
	}
	if s := p.of[e.ID]; s != nil {
		return s, nil
	}
	return &sameFact{statements: []statement{{entry: *e, pos: pos, articles: []string{e.Article}}}, first: pos}, nil
}

// standings returns the standing relations of an entity, in order of relation
// and the entity's part in it.
func (v *view) standings(c *cluster, w *wanted, limit int) ([]*Fact, error) {
	out := []*Fact{}
	done := map[*sameFact]bool{}
	seen := map[string]bool{}
	err := v.entries(tabStanding, firsts(c), "", func(e entry, pos string) error {
		if seen[e.ID] {
			return nil
		}
		seen[e.ID] = true
		ok, err := v.passes(w, &e)
		if err != nil || !ok {
			return err
		}
		s, err := v.sameFact(&e, pos)
		if err != nil || done[s] {
			return err
		}
		done[s] = true
		f, err := v.fact(s, w)
		if err != nil || f == nil {
			return err
		}
		out = append(out, f)
		if len(out) >= limit {
			return errStop
		}
		return v.ctx.Err()
	})
	slices.SortStableFunc(out, func(a, b *Fact) int { return strings.Compare(a.Relation, b.Relation) })
	return out, err
}
