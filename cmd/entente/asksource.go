package main

import (
	"context"
	"errors"

	"entente/extract/question"
	"entente/graph"
	"entente/schema"
)

// source lets questions be answered from a graph. It remembers the facts that
// it hands out, so that answers can show them.
type source struct {
	g      *graph.Graph
	filter graph.Filter
	facts  []*graph.Fact
	index  map[string]int // of the fact by its identifier
	asked  map[string]known
}

func newSource(g *graph.Graph, f graph.Filter) *source {
	return &source{g: g, filter: f, index: map[string]int{}, asked: map[string]known{}}
}

// Bounds on what is looked at for one question, so that one about a hub comes
// to an end in time.
const (
	maxAbout = 300
	maxPair  = 100
	maxActs  = 200
)

// Resolve implements question.Source.
func (s *source) Resolve(ctx context.Context, name string) ([]schema.Ref, error) {
	found, err := s.g.Resolve(ctx, name)
	if err != nil {
		return nil, err
	}
	refs := make([]schema.Ref, len(found))
	for i, c := range found {
		refs[i] = c.Ref
	}
	return refs, nil
}

// About implements question.Source: what any two of the entities share, then
// what is known of each, and of a hub what has to do with the act.
func (s *source) About(ctx context.Context, ids []string, act question.Act) ([]question.Statement, error) {
	var facts []*graph.Fact
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			dyad, err := s.g.Between(ctx, a, b, s.filter, graph.Page{Limit: maxPair})
			if err != nil {
				if ignoreUnknown(err) != nil {
					return nil, err
				}
				continue
			}
			facts = append(facts, dyad.Facts...)
		}
	}
	for _, id := range ids {
		about, more, err := s.about(ctx, id)
		if err != nil {
			return nil, err
		}
		facts = append(facts, about...)
		if !more {
			continue
		}
		for _, p := range [...]graph.Pattern{{Relations: act.Relations}, {Codes: act.Codes}} {
			if len(p.Relations)+len(p.Codes) == 0 {
				continue
			}
			p.Subject, p.AnyOrder = graph.Term{IDs: []string{id}}, true
			found, err := s.match(ctx, p)
			if err != nil {
				return nil, err
			}
			facts = append(facts, found...)
		}
	}
	return s.statements(facts), nil
}

// about lists the facts of one entity, as a party and as a place; more says
// that there are others.
func (s *source) about(ctx context.Context, id string) (facts []*graph.Fact, more bool, err error) {
	if known, ok := s.asked[id]; ok {
		return known.facts, known.more, nil
	}
	about, err := s.g.Show(ctx, id, s.filter, graph.Page{Limit: maxAbout})
	if err != nil {
		return nil, false, ignoreUnknown(err)
	}
	facts = append(about.Standings, about.Events...)
	there, err := s.match(ctx, graph.Pattern{Place: graph.Term{IDs: []string{id}}})
	if err != nil {
		return nil, false, err
	}
	facts = append(facts, there...)
	s.asked[id] = known{facts, about.Next != ""}
	return facts, about.Next != "", nil
}

// known is what about found.
type known struct {
	facts []*graph.Fact
	more  bool
}

// ignoreUnknown takes an entity that the graph does not know for one of which
// nothing is stated.
func ignoreUnknown(err error) error {
	var name *graph.NameError
	if errors.As(err, &name) {
		return nil
	}
	return err
}

// match returns the facts that fit a pattern, of every status.
func (s *source) match(ctx context.Context, p graph.Pattern) ([]*graph.Fact, error) {
	p.Ask, p.Modes, p.Limit = graph.AskSubject, schema.Modes[:], maxActs
	p.AsOf, p.Source = s.filter.AsOf, s.filter.Source
	answers, err := s.g.Match(ctx, p)
	if err != nil {
		return nil, ignoreUnknown(err)
	}
	var facts []*graph.Fact
	for _, a := range answers {
		facts = append(facts, a.Evidence...)
	}
	return facts, nil
}

// Acts implements question.Source.
func (s *source) Acts(ctx context.Context, act question.Act) ([]question.Statement, error) {
	var facts []*graph.Fact
	if len(act.Relations) > 0 {
		found, err := s.match(ctx, graph.Pattern{Relations: act.Relations})
		if err != nil {
			return nil, err
		}
		facts = append(facts, found...)
	}
	if len(act.Codes) > 0 {
		found, err := s.match(ctx, graph.Pattern{Codes: act.Codes})
		if err != nil {
			return nil, err
		}
		facts = append(facts, found...)
	}
	return s.statements(facts), nil
}

// States implements question.Source.
func (s *source) States(ctx context.Context, id string) ([]string, error) {
	facts, _, err := s.about(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, f := range facts {
		switch {
		case f.Kind == graph.EventKind || f.Subject.ID != id:
		case f.Relation == "position" && f.Of != nil:
			out = append(out, f.Of.ID)
		case f.Relation == "represents", f.Relation == "part of" && f.Subject.Type == schema.Organization:
			out = append(out, f.Object.ID)
		}
	}
	return out, nil
}

// Within implements question.Source: directly, or by one place between.
func (s *source) Within(ctx context.Context, place, in string) (bool, error) {
	level := []string{place}
	for range 3 {
		var next []string
		for _, id := range level {
			if id == in {
				return true, nil
			}
			facts, _, err := s.about(ctx, id)
			if err != nil {
				return false, err
			}
			for _, f := range facts {
				if f.Kind != graph.EventKind && f.Subject.ID == id && (f.Relation == "located in" || f.Relation == "part of" || f.Relation == "capital of") {
					next = append(next, f.Object.ID)
				}
			}
		}
		level = next
	}
	return false, nil
}

// Path implements question.Source.
func (s *source) Path(ctx context.Context, a, b []string) ([]question.Link, error) {
	var links []question.Link
	for _, x := range a[:min(2, len(a))] {
		for _, y := range b[:min(2, len(b))] {
			if x == y {
				continue
			}
			found, err := s.g.Path(ctx, x, y, graph.PathOptions{Filter: s.filter, Alternatives: 5})
			if err != nil {
				if ignoreUnknown(err) == nil {
					continue
				}
				return nil, err
			}
			for _, c := range found {
				var l question.Link
				var facts []*graph.Fact
				for i, step := range c.Steps {
					if i > 0 {
						l.Through = append(l.Through, step.From)
					}
					facts = append(facts, step.Fact)
				}
				l.Steps = s.statements(facts)
				links = append(links, l)
			}
		}
	}
	return links, nil
}

// statements shows facts to the question, each once.
func (s *source) statements(facts []*graph.Fact) []question.Statement {
	seen := map[string]bool{}
	out := make([]question.Statement, 0, len(facts))
	for _, f := range facts {
		if seen[f.ID] {
			continue
		}
		seen[f.ID] = true
		i, ok := s.index[f.ID]
		if !ok {
			i = len(s.facts)
			s.facts = append(s.facts, f)
			s.index[f.ID] = i
		}
		out = append(out, statementOf(i, f))
	}
	return out
}

func statementOf(index int, f *graph.Fact) question.Statement {
	st := question.Statement{Index: index, Standing: f.Kind != graph.EventKind, Subject: f.Subject, Relation: f.Relation, Relations: f.Relations,
		Code: f.Code, Object: f.Object, Of: f.Of, Place: f.Place, Time: f.Time, Mode: f.Mode, Symmetric: f.Symmetric, Confidence: f.Confidence}
	for _, r := range f.Reports {
		st.Reports = append(st.Reports, question.Report{Sentence: r.Sentence, Content: r.Content, By: r.AttributedTo, Article: r.Article.ID, Date: r.Article.Date})
	}
	return st
}
