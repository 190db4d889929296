package answer

import (
	"context"
	"slices"

	"entente/extract/question"
	"entente/graph"
	"entente/schema"
)

// graphSource lets questions be answered from one look at a graph. It keeps
// the facts that it handed out, so that answers lead back to them.
type graphSource struct {
	view   *graph.View
	filter graph.Filter
	facts  []*graph.Fact
}

func (s *graphSource) Resolve(_ context.Context, name string) ([]schema.Ref, error) {
	found, err := s.view.Resolve(name)
	var out []schema.Ref
	for _, c := range found {
		out = append(out, c.Ref)
	}
	return out, err
}

func (s *graphSource) About(_ context.Context, ids []string, act question.Act) ([]question.Statement, error) {
	return s.selected(graph.Selection{Filter: s.filter, IDs: ids, Acts: act.Relations, ActCodes: act.Codes})
}

func (s *graphSource) Acts(_ context.Context, act question.Act) ([]question.Statement, error) {
	return s.selected(graph.Selection{Filter: s.filter, Acts: act.Relations, ActCodes: act.Codes})
}

func (s *graphSource) selected(sel graph.Selection) ([]question.Statement, error) {
	facts, err := s.view.Select(sel)
	if err != nil {
		return nil, err
	}
	out := make([]question.Statement, len(facts))
	for i, f := range facts {
		out[i] = s.statement(f)
	}
	return out, nil
}

// statement is a fact as the answering of questions sees it.
func (s *graphSource) statement(f *graph.Fact) question.Statement {
	st := question.Statement{Index: len(s.facts), Standing: f.Kind != graph.EventKind, Subject: f.Subject, Relation: f.Relation, Relations: f.Relations,
		Code: f.Code, Object: f.Object, Of: f.Of, Place: f.Place, Time: f.Time, Mode: f.Mode, Symmetric: f.Symmetric, Confidence: f.Confidence}
	if !slices.Contains(st.Relations, f.Relation) {
		st.Relations = append(slices.Clone(st.Relations), f.Relation)
	}
	for _, r := range f.Reports {
		st.Reports = append(st.Reports, question.Report{Sentence: r.Sentence, Content: r.Content, By: r.AttributedTo, Article: r.Article.ID, Date: r.Article.Date})
	}
	s.facts = append(s.facts, f)
	return st
}

func (s *graphSource) States(_ context.Context, id string) ([]string, error) {
	return s.view.ActsFor(id)
}

func (s *graphSource) Representatives(_ context.Context, id string) ([]schema.Ref, error) {
	return s.view.Representatives(id)
}

func (s *graphSource) Within(_ context.Context, place, in string) (bool, error) {
	return s.view.LiesIn(place, in)
}

func (s *graphSource) Path(_ context.Context, a, b []string) ([]question.Link, error) {
	if len(a) == 0 || len(b) == 0 {
		return nil, nil
	}
	found, err := s.view.Path(a[0], b[0], graph.PathOptions{Filter: s.filter, MaxLength: 4, Alternatives: 8})
	if err != nil {
		return nil, err
	}
	var out []question.Link
	for _, c := range found {
		var l question.Link
		for i, step := range c.Steps {
			l.Steps = append(l.Steps, s.statement(step.Fact))
			if i > 0 {
				l.Through = append(l.Through, step.From)
			}
		}
		out = append(out, l)
	}
	return out, nil
}
