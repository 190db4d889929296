package graph

import (
	"slices"

	"entente/schema"
)

// actFits rates relation and code: 1 when the relation fits, less when only
// the code does, 0 when neither; exact says which.
func actFits(p *Pattern, k Kind, code schema.Code, relations ...string) (fit float64, exact bool) {
	switch {
	case k != EventKind || len(p.Relations)+len(p.Codes) == 0:
		return 1, true
	case slices.ContainsFunc(relations, func(r string) bool { return slices.Contains(p.Relations, r) }):
		return 1, true
	case slices.Contains(p.Codes, code):
		return 0.6, false
	}
	return 0, false
}

// entryFits checks all but the parties.
func (m *matcher) entryFits(p *Pattern, e *entry) (bool, error) {
	switch {
	case e.Kind != p.Kind && !(p.Kind == StandingKind && e.Kind == Link),
		e.Kind == EventKind && len(p.Modes) > 0 && !slices.Contains(p.Modes, schema.Mode(e.Mode)),
		p.Kind == EventKind && !p.Time.IsZero() && !p.Time.Overlaps(e.interval()):
		return false, nil
	}
	if p.Kind != EventKind && p.At != "" && (e.Start != "" || e.End != "") {
		if !(schema.Interval{Start: p.At, End: p.At}).Overlaps(e.interval()) {
			return false, nil
		}
	}
	if p.Kind != EventKind && len(p.Relations) > 0 && !slices.Contains(p.Relations, e.Rel) {
		return false, nil
	}
	if p.Office != "" {
		r, err := m.ref(e.Object)
		if err != nil || !hasWords(r.Name, p.Office) {
			return false, err
		}
	}
	if len(m.where) == 0 {
		return true, nil
	}
	if e.Place == "" {
		return false, nil
	}
	for _, w := range m.where {
		if in, err := m.liesIn(e.Place, w); err != nil || in {
			return in, err
		}
	}
	return false, nil
}

// hasWords reports whether a name has all the words.
func hasWords(name, wanted string) bool {
	have := words(fold(name))
	for _, w := range words(fold(wanted)) {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return true
}

// partiesFit scores how the parties of an entry fit, 0 for not at all;
// swapped says that subject and object have changed places.
func (m *matcher) partiesFit(p *Pattern, e *entry, sub, obj, of party) (score float64, swapped bool, err error) {
	var ids [3]string
	for i, id := range [3]string{e.Subject, e.Object, e.Of} {
		if id == "" {
			continue
		}
		c, err := m.cluster(id)
		if err != nil {
			return 0, false, err
		}
		ids[i] = c.id
	}
	side := func(t Term, pt party, id string) (float64, error) {
		s := 1.0
		if pt != nil {
			if s = pt[id]; s == 0 {
				return 0, nil
			}
		}
		ok, err := m.suits(t, id)
		if err != nil || !ok {
			return 0, err
		}
		return s, nil
	}
	both := func(a, b string) (float64, error) {
		x, err := side(p.Subject, sub, a)
		if err != nil || x == 0 {
			return 0, err
		}
		y, err := side(p.Object, obj, b)
		return x * y, err
	}
	if score, err = both(ids[0], ids[1]); err != nil {
		return 0, false, err
	}
	if score == 0 && (e.Sym || p.AnyOrder || p.Ask == AskOther) {
		if score, err = both(ids[1], ids[0]); err != nil {
			return 0, false, err
		}
		swapped = score > 0
	}
	if of != nil && score > 0 {
		score *= of[ids[2]]
	}
	return score, swapped, nil
}

// suits reports whether an entity has the type and office that a term asks for.
func (m *matcher) suits(t Term, id string) (bool, error) {
	if t.Type == "" && len(t.Types) == 0 && t.Office == "" {
		return true, nil
	}
	r, err := m.ref(id)
	if err != nil {
		return false, err
	}
	if t.Type != "" && r.Type != t.Type || len(t.Types) > 0 && !slices.Contains(t.Types, r.Type) {
		return false, nil
	}
	if t.Office == "" {
		return true, nil
	}
	c, err := m.cluster(id)
	if err != nil {
		return false, err
	}
	for _, member := range c.members {
		held := false
		err := m.r.scan(prefix(tabStanding, member, "position", "subject"), "", func(k, val []byte) error {
			e := readEntry(k, val)
			office, err := m.ref(e.Object)
			if err != nil {
				return err
			}
			if !m.isHidden(e.ID, e.Article) && hasWords(office.Name, t.Office) {
				held = true
				return errStop
			}
			return nil
		})
		if err != nil || held {
			return held, err
		}
	}
	return false, nil
}

// score rates a fact: its confidence and how many of the question's words its
// sentences have. 0 drops it.
func (m *matcher) score(p *Pattern, f *Fact, parties float64) float64 {
	s := parties * (0.2 + 0.8*f.Confidence)
	if len(m.by) > 0 && !slices.ContainsFunc(f.Reports, func(r Report) bool {
		return r.AttributedTo != nil && slices.Contains(m.by, r.AttributedTo.ID)
	}) {
		return 0
	}
	if len(p.Words) > 0 {
		share := wordShare(p.Words, f)
		if share < p.MinWords {
			return 0
		}
		s *= 0.5 + share
	}
	return s * (1 + 0.05*float64(min(f.Articles, 5)))
}

// wordShare is the share of words that the fact's sentences have. Words agree
// when they share their first five letters, so that "withdraw" finds
// "withdrawal".
func wordShare(ws []string, f *Fact) float64 {
	const stem = 5
	var have []string
	for _, r := range f.Reports {
		have = append(have, words(fold(r.Sentence+" "+r.Content))...)
	}
	n := 0
	for _, w := range ws {
		w = fold(w)
		if slices.ContainsFunc(have, func(h string) bool {
			return h == w || len(w) >= stem && len(h) >= stem && h[:stem] == w[:stem]
		}) {
			n++
		}
	}
	return float64(n) / float64(len(ws))
}

// preferRelations drops what only the code fits when the relation fits others.
func preferRelations(relations []string, hits []hit) []hit {
	if len(relations) == 0 {
		return hits
	}
	if !slices.ContainsFunc(hits, func(h hit) bool { return h.exact }) {
		return hits
	}
	return slices.DeleteFunc(hits, func(h hit) bool { return !h.exact })
}
