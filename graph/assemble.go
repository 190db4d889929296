package graph

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"entente/schema"
)

// wanted is a Filter with its names looked up.
type wanted struct {
	Filter
	span  schema.Interval
	place string
}

func (v *view) want(f Filter) (*wanted, error) {
	w := &wanted{Filter: f, span: schema.Interval{Start: f.Since, End: f.Until}}
	if f.Place != "" {
		c, err := v.find(f.Place)
		if err != nil {
			return nil, err
		}
		w.place = c.id
	}
	w.Source = strings.ToLower(f.Source)
	return w, nil
}

// passes reports whether an entry may belong to a wanted fact.
func (v *view) passes(w *wanted, e *entry) (bool, error) {
	switch {
	case len(w.Kinds) > 0 && !slices.Contains(w.Kinds, e.Kind),
		len(w.Codes) > 0 && !slices.Contains(w.Codes, schema.Code(e.Code)),
		len(w.Modes) > 0 && !slices.Contains(w.Modes, schema.Mode(e.Mode)),
		!w.span.IsZero() && !w.span.Overlaps(e.interval()):
		return false, nil
	}
	if w.place == "" {
		return true, nil
	}
	if e.Place == "" {
		return false, nil
	}
	return v.liesIn(e.Place, w.place)
}

// fact puts together what the articles report of a set of statements; nil
// when nothing of it is wanted.
func (v *view) fact(s *sameFact, w *wanted) (*Fact, error) {
	var recs []*record
	for _, st := range s.statements {
		more, err := v.records(st.ID)
		if err != nil {
			return nil, err
		}
		recs = append(recs, more...)
	}
	kept := recs[:0]
	for _, r := range recs {
		ok, err := v.reportWanted(r, w)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, r)
		}
	}
	if len(kept) == 0 {
		return nil, nil
	}
	f, err := v.assemble(kept)
	if err != nil || f.Confidence < w.MinConfidence {
		return nil, err
	}
	if len(w.Relations) > 0 && !slices.ContainsFunc(f.Relations, func(r string) bool { return slices.Contains(w.Relations, r) }) {
		return nil, nil
	}
	return f, nil
}

// reportWanted applies what a filter says of articles.
func (v *view) reportWanted(r *record, w *wanted) (bool, error) {
	if w.Source == "" && w.AsOf == "" {
		return true, nil
	}
	if r.Article == "" {
		return w.Source == "", nil
	}
	a, err := v.article(r.Article)
	if err != nil {
		return false, err
	}
	if w.Source != "" && !strings.Contains(strings.ToLower(a.Source), w.Source) && !strings.Contains(strings.ToLower(a.URL), w.Source) {
		return false, nil
	}
	return w.AsOf == "" || a.Date != "" && (schema.Interval{End: w.AsOf}).Contains(schema.Interval{Start: a.Date, End: a.Date}), nil
}

// assemble makes the fact of records that mean the same, the most precise
// first.
func (v *view) assemble(recs []*record) (*Fact, error) {
	first := recs[0]
	f := &Fact{Kind: first.Kind, ID: first.ID, Code: schema.Code(first.Code), Class: schema.Code(first.Code).Quad(),
		Mode: schema.Mode(first.Mode), Symmetric: first.Sym}
	var err error
	if f.Subject, err = v.ref(first.Subject); err != nil {
		return nil, err
	}
	if f.Object, err = v.ref(first.Object); err != nil {
		return nil, err
	}
	if f.Of, err = v.refOrNil(first.Of); err != nil {
		return nil, err
	}
	place := ""
	surest := map[string]float64{}
	for _, r := range recs {
		if r.ID != f.ID && !slices.Contains(f.Also, r.ID) {
			f.Also = append(f.Also, r.ID)
		}
		for _, rel := range r.Rels {
			surest[rel] = max(surest[rel], r.confidence())
		}
		if place == "" {
			place = r.Place
		} else if r.Place != "" && r.Place != place {
			inner, err := v.liesIn(r.Place, place)
			if err != nil {
				return nil, err
			}
			if inner {
				place = r.Place
			}
		}
		if f.Time == nil && (r.Start != "" || r.End != "") {
			f.Time = &schema.Interval{Start: r.Start, End: r.End}
		}
	}
	for rel := range surest {
		f.Relations = append(f.Relations, rel)
	}
	slices.SortFunc(f.Relations, func(a, b string) int {
		return cmp.Or(cmp.Compare(surest[b], surest[a]), strings.Compare(a, b))
	})
	f.Relation = f.Relations[0]
	if f.Place, err = v.refOrNil(place); err != nil {
		return nil, err
	}
	if err := v.reports(f, recs); err != nil {
		return nil, err
	}
	return f, nil
}

// reports fills the reports of a fact, earliest article first, and from them
// its corroboration and confidence.
func (v *view) reports(f *Fact, recs []*record) error {
	type source struct {
		*articleRecord
		rec *record
	}
	var sources []source
	for _, r := range recs {
		if r.Article == "" {
			f.Confidence = 1
			continue
		}
		a, err := v.article(r.Article)
		if err != nil {
			return err
		}
		sources = append(sources, source{a, r})
	}
	slices.SortFunc(sources, func(a, b source) int {
		return cmp.Or(strings.Compare(cmp.Or(a.Date, undated), cmp.Or(b.Date, undated)), strings.Compare(a.ID, b.ID),
			strings.Compare(a.rec.ID, b.rec.ID))
	})
	said := map[string]string{} // sentence -> the article that has it first
	independent := map[string]bool{}
	doubt := 1.0
	f.Reports = []Report{}
	for _, s := range sources {
		repeats := false
		for _, p := range s.rec.Reports {
			folded := fold(p.Sentence)
			if from, ok := said[folded]; ok && from != s.ID {
				repeats = true
			} else {
				said[folded] = s.ID
			}
			by, err := v.refOrNil(p.By)
			if err != nil {
				return err
			}
			f.Reports = append(f.Reports, Report{Article: s.Article, Sentence: p.Sentence, Start: p.Start, End: p.End,
				AttributedTo: by, Content: p.Content, TimeText: p.TimeText, Confidence: p.Confidence, Rule: p.Rule})
		}
		if !repeats && !independent[s.ID] {
			independent[s.ID] = true
			doubt *= 1 - s.rec.confidence()
		}
	}
	f.Articles = len(independent)
	f.Confidence = max(f.Confidence, math.Round((1-doubt)*1e4)/1e4)
	return nil
}
