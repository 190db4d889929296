package graph

import (
	"cmp"
	"context"
	"slices"

	"entente/schema"
)

// View is one consistent look at the graph, for those who ask it several
// things in a row. It is good only inside the function that Graph.View calls,
// and for one goroutine.
type View struct{ v *view }

// View calls f with a look at the graph as it is now.
func (g *Graph) View(ctx context.Context, f func(*View) error) error {
	return g.look(ctx, func(v *view) error { return f(&View{v}) })
}

// Resolve does what Graph.Resolve does. Where a single word is all that an
// entity is called, it adds those that have it in a longer name: the article
// that says no more than "Lavrov" may mean them.
func (v *View) Resolve(name string) ([]Candidate, error) {
	found, err := v.v.resolve(name)
	if err != nil || len(found) == 0 {
		return found, err
	}
	f := bare(name)
	if len(words(f)) != 1 || bare(found[0].Name) != f || found[0].Type == schema.Country || found[0].Type == schema.Place {
		return found, nil
	}
	ids, err := v.v.withWords([]string{f})
	if err != nil {
		return nil, err
	}
	more, err := v.v.candidates(ids, f, maxCandidates)
	for _, c := range more {
		if (c.Type == schema.Person || c.Type == found[0].Type) && !slices.ContainsFunc(found, func(x Candidate) bool { return x.ID == c.ID }) {
			found = append(found, c)
		}
	}
	return found, err
}

// Selection says which facts View.Select looks for.
type Selection struct {
	Filter
	// IDs are entities; facts with any of them as a party, place, or state of
	// an office are selected. Without IDs all facts with one of the Acts or
	// ActCodes are.
	IDs []string
	// Acts are relations and ActCodes codes. With IDs they do not exclude, but
	// facts with more of the IDs come first, then those with one of these,
	// then the latest.
	Acts     []string
	ActCodes []schema.Code
	// Limit bounds the facts; 0 means DefaultSelection.
	Limit int
}

// DefaultSelection is the greatest number of facts that View.Select returns
// if nothing else is said.
const DefaultSelection = 300

// maxSelectScan bounds the entries that one selection looks at.
const maxSelectScan = 10_000

// selected is a statement that may be selected, and how early.
type selected struct {
	entry
	pos  string
	rank int
}

// Select returns facts, each once.
func (v *View) Select(s Selection) ([]*Fact, error) {
	w, err := v.v.want(s.Filter)
	if err != nil {
		return nil, err
	}
	all, err := v.entries(&s, w)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b selected) int { return cmp.Compare(b.rank, a.rank) })
	var out []*Fact
	done := map[*sameFact]bool{}
	limit := cmp.Or(s.Limit, DefaultSelection)
	const many = 100 // facts bring about as many entities
	if len(all) > many && v.v.several == nil {
		if err := v.v.findSingles(); err != nil {
			return nil, err
		}
	}
	for i := range all {
		if len(out) >= limit {
			break
		}
		if err := v.v.ctx.Err(); err != nil {
			return nil, err
		}
		same, err := v.v.sameFact(&all[i].entry, all[i].pos)
		if err != nil {
			return nil, err
		}
		if done[same] {
			continue
		}
		done[same] = true
		f, err := v.v.fact(same, w)
		if err != nil {
			return nil, err
		}
		if f != nil {
			out = append(out, f)
		}
	}
	return out, nil
}

// entries collects the statements of a selection from the index.
func (v *View) entries(s *Selection, w *wanted) ([]selected, error) {
	var all []selected
	seen, ids := map[string]bool{}, map[string]bool{}
	var members []string
	for _, id := range s.IDs {
		c, err := v.v.cluster(id)
		if err != nil {
			return nil, err
		}
		for _, m := range c.members {
			if !ids[m] {
				ids[m] = true
				members = append(members, m)
			}
		}
	}
	collect := func(e entry, pos string) error {
		if seen[e.ID] {
			return nil
		}
		seen[e.ID] = true
		if ok, err := v.v.passes(w, &e); err != nil || !ok {
			return err
		}
		rank := 0
		for _, id := range [...]string{e.Subject, e.Object, e.Place, e.Of} {
			if ids[id] {
				rank += 3
			}
		}
		if slices.Contains(s.Acts, e.Rel) {
			rank += 2
		} else if slices.Contains(s.ActCodes, schema.Code(e.Code)) {
			rank++
		}
		all = append(all, selected{e, pos, rank})
		if len(all) >= maxSelectScan {
			return errStop
		}
		return v.v.ctx.Err()
	}
	scan := func(table byte, first string) error {
		if len(all) >= maxSelectScan {
			return nil
		}
		return v.v.entries(table, [][]string{{first}}, "", collect)
	}
	for _, id := range members {
		for _, table := range [...]byte{tabActor, tabPlace, tabStanding} {
			if err := scan(table, id); err != nil {
				return nil, err
			}
		}
	}
	if len(members) > 0 {
		return all, nil
	}
	for _, r := range s.Acts {
		if err := scan(tabRelation, r); err != nil {
			return nil, err
		}
	}
	for _, c := range s.ActCodes {
		if err := scan(tabCode, string(c)); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// ActsFor lists the states and bodies that an entity acts for: those that it
// holds an office of, represents, or as an organisation is part of.
func (v *View) ActsFor(id string) ([]string, error) {
	c, err := v.v.cluster(id)
	if err != nil {
		return nil, err
	}
	ref, err := v.v.ref(c.id)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, m := range c.members {
		for _, rel := range [...]string{"position", "represents", "part of"} {
			if rel == "part of" && ref.Type != schema.Organization {
				continue
			}
			err := v.v.r.scan(prefix(tabStanding, m, rel, "subject"), "", func(k, val []byte) error {
				e := readEntry(k, val)
				to := e.Object
				if rel == "position" {
					to = e.Of
				}
				if to == "" || v.v.isHidden(e.ID, e.Article) {
					return nil
				}
				tc, err := v.v.cluster(to)
				if err == nil && !slices.Contains(out, tc.id) {
					out = append(out, tc.id)
				}
				return err
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// Representatives lists who acts for a state or body.
func (v *View) Representatives(id string) ([]schema.Ref, error) {
	reps, err := v.v.representatives(id)
	var out []schema.Ref
	for _, r := range reps {
		out = append(out, r.Party)
	}
	return out, err
}

// LiesIn reports whether a place is another or lies in it, as far as the
// graph's standing relations tell.
func (v *View) LiesIn(place, in string) (bool, error) { return v.v.liesIn(place, in) }

// Path does what Graph.Path does.
func (v *View) Path(a, b string, opts PathOptions) ([]Connection, error) {
	return v.v.path(a, b, opts)
}
