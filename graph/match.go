package graph

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"entente/schema"
)

// matcher answers one pattern.
type matcher struct {
	*view
	p     Pattern
	want  *wanted
	where []string // clusters of the place
	by    []string
}

// hit is a fact that fits, with the part of it that answers.
type hit struct {
	fact   *Fact  // nil: not read yet
	entry  entry  // of its statement, for reading it
	pos    string // likewise
	answer string // id of an entity, or text
	score  float64
	date   string // by which it is put in order
	exact  bool   // the relation fits, not only the code
}

// party is a term with its entities looked up: cluster id -> how well an
// entity stands for the term (1, or less for a representative).
type party map[string]float64

func (m *matcher) answers() ([]Answer, error) {
	p := m.p
	var err error
	if m.want, err = m.view.want(Filter{AsOf: p.AsOf, Source: p.Source}); err != nil {
		return nil, err
	}
	if p.Place.named() {
		if m.where, err = m.ids(p.Place); err != nil {
			return nil, err
		}
	}
	if p.AttributedTo.named() {
		if m.by, err = m.ids(p.AttributedTo); err != nil {
			return nil, err
		}
	}
	hits, err := m.hits(p)
	if err != nil {
		return nil, err
	}
	sets := [][]hit{hits}
	for _, t := range p.And {
		q := p
		if p.Subject.named() {
			q.Subject = t
		} else {
			q.Object = t
		}
		more, err := m.hits(q)
		if err != nil {
			return nil, err
		}
		sets = append(sets, more)
	}
	return m.gather(sets)
}

// ids looks a term's entities up: all that the name may mean.
func (m *matcher) ids(t Term) ([]string, error) {
	var out []string
	for _, id := range t.IDs {
		c, err := m.cluster(id)
		if err != nil {
			return nil, err
		}
		out = append(out, c.id)
	}
	if t.Name == "" {
		return out, nil
	}
	found, err := m.resolve(t.Name)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		near, err := m.near(t.Name)
		if err != nil {
			return nil, err
		}
		return nil, &NameError{Name: t.Name, Near: near}
	}
	for _, c := range found {
		out = append(out, c.ID)
	}
	return out, nil
}

// party looks up a term and, where wanted, its representatives.
func (m *matcher) party(t Term) (party, error) {
	if !t.named() {
		return nil, nil
	}
	ids, err := m.ids(t)
	if err != nil {
		return nil, err
	}
	out := party{}
	for _, id := range ids {
		out[id] = 1
	}
	if !m.p.Countries {
		return out, nil
	}
	for _, id := range ids {
		reps, err := m.representatives(id)
		if err != nil {
			return nil, err
		}
		for _, r := range reps {
			if out[r.Party.ID] == 0 {
				out[r.Party.ID] = 0.6
			}
		}
	}
	return out, nil
}

// hits finds the facts that fit a pattern.
func (m *matcher) hits(p Pattern) ([]hit, error) {
	sub, err := m.party(p.Subject)
	if err != nil {
		return nil, err
	}
	obj, err := m.party(p.Object)
	if err != nil {
		return nil, err
	}
	of, err := m.party(p.Of)
	if err != nil {
		return nil, err
	}
	var hits []hit
	done := map[*sameFact]bool{}
	seen := map[string]bool{}
	scanned := 0
	visit := func(e entry, pos string) error {
		if scanned++; scanned > maxScanned || len(hits) >= maxMatched {
			return errStop
		}
		if err := m.ctx.Err(); err != nil {
			return err
		}
		if seen[e.ID] {
			return nil
		}
		seen[e.ID] = true
		ok, err := m.entryFits(&p, &e)
		if err != nil || !ok {
			return err
		}
		score, swapped, err := m.partiesFit(&p, &e, sub, obj, of)
		if err != nil || score == 0 {
			return err
		}
		if m.later(&p) {
			h, err := m.glance(&p, &e, pos, score, swapped, sub, obj)
			hits = append(hits, h...)
			return err
		}
		s, err := m.sameFact(&e, pos)
		if err != nil || done[s] {
			return err
		}
		done[s] = true
		f, err := m.fact(s, m.want)
		if err != nil || f == nil {
			return err
		}
		score = m.score(&p, f, score)
		fit, exact := actFits(&p, f.Kind, f.Code, f.Relations...)
		if score *= fit; score == 0 {
			return nil
		}
		answers, err := m.asked(&p, f, swapped, sub, obj)
		for _, a := range answers {
			hits = append(hits, hit{fact: f, answer: a, score: score, date: when(f), exact: exact})
		}
		return err
	}
	if err := m.scan(&p, sub, obj, of, visit); err != nil {
		return nil, err
	}
	return preferRelations(p.Relations, hits), nil
}

// later reports whether facts can be read after the answers were ranked: when
// a party is asked for, and nothing that stands in the reports matters.
func (m *matcher) later(p *Pattern) bool {
	switch p.Ask {
	case AskSubject, AskObject, AskOther, AskOf:
		return p.Kind == EventKind && len(p.Words) == 0 && len(m.by) == 0 && p.Source == "" && p.AsOf == ""
	}
	return false
}

// glance makes hits of an entry without reading the fact.
func (m *matcher) glance(p *Pattern, e *entry, pos string, score float64, swapped bool, sub, obj party) ([]hit, error) {
	fit, exact := actFits(p, e.Kind, schema.Code(e.Code), e.Rel)
	if fit == 0 {
		return nil, nil
	}
	f := Fact{Subject: schema.Ref{ID: e.Subject}, Object: schema.Ref{ID: e.Object}}
	for _, id := range [...]*string{&f.Subject.ID, &f.Object.ID} {
		c, err := m.cluster(*id)
		if err != nil {
			return nil, err
		}
		*id = c.id
	}
	if e.Of != "" {
		c, err := m.cluster(e.Of)
		if err != nil {
			return nil, err
		}
		f.Of = &schema.Ref{ID: c.id}
	}
	answers, err := m.asked(p, &f, swapped, sub, obj)
	if err != nil {
		return nil, err
	}
	conf, err := strconv.ParseFloat(e.Confidence, 64)
	if err != nil {
		conf = 0
	}
	var out []hit
	for _, a := range answers {
		out = append(out, hit{entry: *e, pos: pos, answer: a, score: score * fit * (0.2 + 0.8*conf),
			date: cmp.Or(e.Start, e.End), exact: exact})
	}
	return out, nil
}

// scan walks the narrowest table that holds every fact that can fit.
func (m *matcher) scan(p *Pattern, sub, obj, of party, visit func(entry, string) error) error {
	expand := func(pt party) ([][]string, error) {
		var out [][]string
		for id := range pt {
			c, err := m.cluster(id)
			if err != nil {
				return nil, err
			}
			out = append(out, firsts(c)...)
		}
		slices.SortFunc(out, func(a, b []string) int { return slices.Compare(a, b) })
		return out, nil
	}
	table := byte(tabActor)
	if p.Kind != EventKind {
		table = tabStanding
	}
	a, err := expand(sub)
	if err != nil {
		return err
	}
	b, err := expand(obj)
	if err != nil {
		return err
	}
	c, err := expand(of)
	if err != nil {
		return err
	}
	if p.Kind != EventKind && len(p.Relations) > 0 {
		for _, list := range []*[][]string{&a, &b, &c} {
			var narrowed [][]string
			for _, first := range *list {
				for _, rel := range p.Relations {
					narrowed = append(narrowed, append(slices.Clone(first), rel))
				}
			}
			*list = narrowed
		}
	}
	switch {
	case p.Kind == EventKind && len(a) > 0 && len(b) > 0 && len(a)*len(b) <= 64:
		var pairs [][]string
		for _, x := range a {
			for _, y := range b {
				pairs = append(pairs, []string{x[0], y[0]})
			}
		}
		return m.entries(tabPair, pairs, "", visit)
	case len(a) > 0 && (len(b) == 0 || len(a) <= len(b)):
		return m.entries(table, a, "", visit)
	case len(b) > 0:
		return m.entries(table, b, "", visit)
	case len(c) > 0:
		return m.entries(table, c, "", visit)
	case p.Kind != EventKind:
		return errNothingKnown
	}
	for _, id := range m.where {
		inside, err := m.inside(id)
		if err != nil {
			return err
		}
		var places [][]string
		for _, in := range inside {
			pc, err := m.cluster(in)
			if err != nil {
				return err
			}
			places = append(places, firsts(pc)...)
		}
		if err := m.entries(tabPlace, places, "", visit); err != nil {
			return err
		}
	}
	if len(m.where) > 0 {
		return nil
	}
	for _, rel := range p.Relations {
		if err := m.entries(tabRelation, [][]string{{rel}}, "", visit); err != nil {
			return err
		}
	}
	for _, code := range p.Codes {
		if err := m.entries(tabCode, [][]string{{string(code)}}, "", visit); err != nil {
			return err
		}
	}
	if len(p.Relations)+len(p.Codes) > 0 {
		return nil
	}
	if p.Time.IsZero() {
		return errNothingKnown
	}
	return m.entries(tabDate, [][]string{{}}, "", visit)
}

// errNothingKnown says that a pattern names neither a party nor anything else
// to begin at.
var errNothingKnown = errors.New("the question names nothing to look for: name a party, a place, a relation or a time")
