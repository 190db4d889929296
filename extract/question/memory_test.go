package question

import (
	"context"
	"slices"
	"strings"

	"entente/extract/link"
	"entente/schema"
)

// memory is a Source over a few articles' statements, for tests.
type memory struct {
	refs   map[string]schema.Ref // by id
	names  map[string][]string   // folded name -> ids
	all    []Statement
	states map[string][]string
}

func newMemory() *memory {
	return &memory{refs: map[string]schema.Ref{}, names: map[string][]string{}, states: map[string][]string{}}
}

func (m *memory) entity(r schema.Ref, aliases ...string) {
	if _, ok := m.refs[r.ID]; !ok {
		m.refs[r.ID] = r
	}
	for _, n := range append(aliases, r.Name) {
		k := link.Fold(n)
		if !slices.Contains(m.names[k], r.ID) {
			m.names[k] = append(m.names[k], r.ID)
		}
	}
}

func (m *memory) add(st Statement) {
	st.Index = len(m.all)
	m.all = append(m.all, st)
	if st.Standing && st.Of != nil && st.Relation == "position" {
		m.states[st.Subject.ID] = append(m.states[st.Subject.ID], st.Of.ID)
	}
	if st.Standing && (st.Relation == "represents" || st.Relation == "part of" && m.refs[st.Subject.ID].Type == schema.Organization) {
		m.states[st.Subject.ID] = append(m.states[st.Subject.ID], st.Object.ID)
	}
}

func (m *memory) Resolve(_ context.Context, name string) ([]schema.Ref, error) {
	if r, ok := m.refs[name]; ok {
		return []schema.Ref{r}, nil
	}
	k := link.Fold(name)
	ids := m.names[k]
	if len(ids) == 0 {
		ws := strings.Fields(k)
		for n, list := range m.names {
			have := strings.Fields(n)
			if !slices.ContainsFunc(ws, func(w string) bool { return !slices.Contains(have, w) }) {
				for _, id := range list {
					if !slices.Contains(ids, id) {
						ids = append(ids, id)
					}
				}
			}
		}
		slices.Sort(ids)
	}
	var out []schema.Ref
	for _, id := range ids {
		out = append(out, m.refs[id])
	}
	return out, nil
}

func (m *memory) About(_ context.Context, ids []string, _ Act) ([]Statement, error) {
	var out []Statement
	for _, s := range m.all {
		hit := slices.Contains(ids, s.Subject.ID) || slices.Contains(ids, s.Object.ID) ||
			s.Place != nil && slices.Contains(ids, s.Place.ID) || s.Of != nil && slices.Contains(ids, s.Of.ID)
		for _, r := range s.Reports {
			hit = hit || r.By != nil && slices.Contains(ids, r.By.ID)
		}
		if hit {
			out = append(out, s)
		}
	}
	return out, nil
}

func (m *memory) Acts(_ context.Context, act Act) ([]Statement, error) {
	var out []Statement
	for _, s := range m.all {
		if slices.Contains(act.Codes, s.Code) || slices.ContainsFunc(s.Relations, func(r string) bool { return slices.Contains(act.Relations, r) }) {
			out = append(out, s)
		}
	}
	return out, nil
}

func (m *memory) States(_ context.Context, id string) ([]string, error) { return m.states[id], nil }

func (m *memory) Representatives(_ context.Context, id string) ([]schema.Ref, error) {
	var out []schema.Ref
	for who, list := range m.states {
		if slices.Contains(list, id) {
			out = append(out, m.refs[who])
		}
	}
	slices.SortFunc(out, func(a, b schema.Ref) int { return strings.Compare(a.ID, b.ID) })
	return out, nil
}

func (m *memory) Within(_ context.Context, place, in string) (bool, error) {
	if place == in {
		return true, nil
	}
	for _, s := range m.all {
		if s.Standing && s.Subject.ID == place && s.Object.ID == in && (s.Relation == "located in" || s.Relation == "capital of" || s.Relation == "part of") {
			return true, nil
		}
	}
	return false, nil
}

func (m *memory) Path(_ context.Context, a, b []string) ([]Link, error) {
	other := func(s *Statement, ids []string) *schema.Ref {
		switch {
		case slices.Contains(ids, s.Subject.ID):
			return &s.Object
		case slices.Contains(ids, s.Object.ID):
			return &s.Subject
		}
		return nil
	}
	var out []Link
	for i := range m.all {
		x := other(&m.all[i], a)
		if x == nil || m.all[i].Standing {
			continue
		}
		for k := range m.all {
			y := other(&m.all[k], b)
			if y != nil && y.ID == x.ID && !m.all[k].Standing {
				out = append(out, Link{Through: []schema.Ref{*x}, Steps: []Statement{m.all[i], m.all[k]}})
			}
		}
	}
	return out, nil
}
