package question

import (
	"entente/schema"
)

// state adds what was extracted from an article to the source.
func (m *memory) state(r *schema.Result) {
	for _, e := range r.Entities {
		m.entity(e.Ref, e.Aliases...)
	}
	refs := func(rs ...*schema.Ref) {
		for _, r := range rs {
			if r != nil && r.ID != "" {
				m.entity(*r)
			}
		}
	}
	for i := range r.Events {
		e := &r.Events[i]
		refs(&e.Subject, &e.Object, e.Place)
		st := Statement{Subject: e.Subject, Object: e.Object, Relation: e.Relation, Relations: []string{e.Relation}, Code: e.Code, Place: e.Place,
			Time: e.Time, Mode: e.Mode, Symmetric: e.Symmetric, Confidence: e.Confidence}
		for k, ev := range append([]schema.Evidence{e.Evidence}, e.Also...) {
			rep := Report{Sentence: ev.Sentence, Article: r.Article.ID, Date: r.Article.Date.Start}
			if k == 0 {
				rep.Content, rep.By = e.Content, e.AttributedTo
			}
			st.Reports = append(st.Reports, rep)
		}
		m.add(st)
	}
	for i := range r.Standings {
		s := &r.Standings[i]
		refs(&s.Subject, &s.Object, s.Of)
		m.add(Statement{Standing: true, Subject: s.Subject, Object: s.Object, Relation: s.Relation, Relations: []string{s.Relation}, Of: s.Of, Time: s.Period,
			Confidence: s.Confidence, Reports: []Report{{Sentence: s.Sentence, Article: r.Article.ID, Date: r.Article.Date.Start}}})
	}
}
