package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/schema"
)

// Slot is the part of a statement that a question asks for.
type Slot string

// The slots.
const (
	AskSubject  Slot = "subject"  // who did it
	AskObject   Slot = "object"   // to whom, what
	AskOther    Slot = "other"    // the party that is not the known one, on either side
	AskOf       Slot = "of"       // the state or body of an office
	AskPlace    Slot = "place"    // where
	AskTime     Slot = "time"     // when
	AskRelation Slot = "relation" // what happened between them
	AskCount    Slot = "count"    // how many times
	AskWhether  Slot = "whether"  // yes, no or unknown
)

// Term is what a pattern says of one party. The zero Term is anybody.
type Term struct {
	// Name is looked up as Resolve does; when it may mean several entities,
	// all of them are tried. IDs names entities outright.
	Name string
	IDs  []string
	// Type, if set, is the type that the party must have; Types any of them.
	Type  schema.EntityType
	Types []schema.EntityType
	// Office, if set, are words of an office that the party must hold or have
	// held ("foreign minister").
	Office string
}

// IsZero reports whether the term says nothing.
func (t Term) IsZero() bool {
	return t.Name == "" && len(t.IDs) == 0 && t.Type == "" && len(t.Types) == 0 && t.Office == ""
}

func (t Term) named() bool { return t.Name != "" || len(t.IDs) > 0 }

// Pattern is a question as a shape that statements must have: the slots that
// are known and the one that is asked for.
//
//	Who met Lavrov in Delhi?        Ask other, Object Lavrov, Relations meet, Codes CONSULT, Place Delhi
//	When did Iran break with Oman?  Ask time, Subject Iran, Object Oman, Relations [break with, …]
//	Who is the foreign minister     Kind standing, Ask subject, Relations [position],
//	  of Russia?                      Object{Name: ""}, Office "foreign minister", Of Russia
//	Did Blinken meet Lavrov?        Ask whether, Subject Blinken, Object Lavrov, AnyOrder, Codes CONSULT
//	Who met both A and B?           Ask other, Subject A, And [B], Codes CONSULT
type Pattern struct {
	Kind Kind // EventKind when empty
	Ask  Slot

	Subject, Object, Of Term
	// AnyOrder lets subject and object change places, as symmetric events
	// always do.
	AnyOrder bool
	// And lists further parties in the place of the known one: an answer must
	// fit with each of them.
	And []Term

	// Relations are verb phrases and Codes PLOVER codes, any of which will do.
	// When statements with one of the Relations are found, those that have
	// only the code are left out.
	Relations []string
	Codes     []schema.Code
	// Office are words that the name of the object must hold, in standing
	// relations: "foreign minister".
	Office string
	// Place, if named, is where it happened, or what that place lies in.
	Place Term
	// Time bounds the event; At, a cut ISO date, is a day on which a standing
	// relation held.
	Time schema.Interval
	At   string
	// Modes are the modes that count. Empty means actual; for AskWhether any.
	Modes        []schema.Mode
	AttributedTo Term
	// Words are content words of the question; statements whose sentences have
	// more of them come first.
	Words []string
	// MinWords is the share of Words that a statement must have, 0 to 1.
	MinWords float64
	// Countries lets those who represent a state or body stand for it.
	Countries bool
	// Latest and Earliest ask for the last or first such event.
	Latest, Earliest bool
	AsOf             string // see Filter
	Source           string // see Filter
	// Limit bounds the answers; 0 means DefaultLimit.
	Limit int
}

// Answer is one answer to a pattern. Name is what was asked for: the name of
// an entity; for AskTime the date, two dates with a slash between for a span;
// for AskCount the number; for AskWhether "yes", "no" or "unknown"; for
// AskRelation the relation.
type Answer struct {
	Name  string            `json:"name"`
	ID    string            `json:"id,omitempty"`
	Type  schema.EntityType `json:"type,omitempty"`
	Score float64           `json:"score"`
	// Evidence are the facts behind it, the best first.
	Evidence []*Fact `json:"evidence"`
}

// maxEvidence bounds the facts given with one answer; maxScanned bounds the
// statements looked at for one question, so that a question about everything
// comes to an end.
const (
	maxEvidence = 5
	maxMatched  = 3000
	maxScanned  = 200_000
)

// Match returns the answers to a pattern, best first; none when the graph
// does not know. A name that nothing is known of gives a *NameError.
func (g *Graph) Match(ctx context.Context, p Pattern) ([]Answer, error) {
	if p.Kind == "" {
		p.Kind = EventKind
	}
	if len(p.Modes) == 0 && p.Ask != AskWhether {
		p.Modes = []schema.Mode{schema.Actual}
	}
	var out []Answer
	err := g.look(ctx, func(v *view) error {
		m := matcher{view: v, p: p}
		var err error
		out, err = m.answers()
		return err
	})
	return out, err
}

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

// asked takes from a fact what the pattern asks for.
func (m *matcher) asked(p *Pattern, f *Fact, swapped bool, sub, obj party) ([]string, error) {
	a, b := f.Subject.ID, f.Object.ID
	if swapped {
		a, b = b, a
	}
	switch p.Ask {
	case AskSubject:
		return []string{a}, nil
	case AskObject:
		return []string{b}, nil
	case AskOther:
		if sub == nil {
			return []string{a}, nil
		}
		if obj == nil {
			return []string{b}, nil
		}
		return []string{a, b}, nil
	case AskOf:
		if f.Of != nil {
			return []string{f.Of.ID}, nil
		}
		return nil, nil
	case AskPlace:
		if f.Place != nil {
			return []string{f.Place.ID}, nil
		}
		return nil, nil
	case AskTime:
		if f.Time == nil {
			return nil, nil
		}
		return []string{span(*f.Time)}, nil
	case AskRelation:
		return []string{f.Relation}, nil
	case AskCount:
		return []string{"count"}, nil
	case AskWhether:
		return []string{string(f.Mode)}, nil
	}
	return nil, fmt.Errorf("a pattern cannot ask for %q", p.Ask)
}

// span writes an interval as one date, or as two with a slash between.
func span(i schema.Interval) string {
	if i.Start == i.End || i.End == "" {
		return i.Start
	}
	if i.Start == "" {
		return i.End
	}
	return i.Start + "/" + i.End
}

// gather puts hits with the same answer together, keeping what every set has,
// and ranks the answers.
func (m *matcher) gather(sets [][]hit) ([]Answer, error) {
	type found struct {
		answer string
		hits   []hit
		score  float64
		sets   int
	}
	byAnswer := map[string]*found{}
	var order []*found
	for i, hits := range sets {
		for _, h := range hits {
			f := byAnswer[h.answer]
			if f == nil {
				f = &found{answer: h.answer}
				byAnswer[h.answer] = f
				order = append(order, f)
			}
			if f.sets == i {
				f.sets = i + 1
			}
			f.hits = append(f.hits, h)
		}
	}
	order = slices.DeleteFunc(order, func(f *found) bool { return f.sets < len(sets) })
	for _, f := range order {
		slices.SortStableFunc(f.hits, func(a, b hit) int {
			return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(dateKey(a.date), dateKey(b.date)), strings.Compare(a.entry.ID, b.entry.ID))
		})
		// The best report counts most; others add, but less and less.
		for i, h := range f.hits {
			f.score += h.score / float64(int(1)<<min(i, 20))
		}
		f.score = math.Round(f.score*1e4) / 1e4
	}
	date := func(f *found) string {
		best := ""
		for _, h := range f.hits {
			d := h.date
			if best == "" || d != "" && (m.p.Earliest && d < best || !m.p.Earliest && d > best) {
				best = d
			}
		}
		return best
	}
	slices.SortStableFunc(order, func(a, b *found) int {
		if m.p.Latest || m.p.Earliest {
			x, y := date(a), date(b)
			if c := strings.Compare(dateKey(x), dateKey(y)); c != 0 {
				if m.p.Earliest && x != "" && y != "" {
					c = -c
				}
				return c
			}
		}
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.answer, b.answer))
	})
	switch m.p.Ask {
	case AskCount:
		return m.count(sets)
	case AskWhether:
		return m.whether(sets[0]), nil
	}
	limit := cmp.Or(m.p.Limit, DefaultLimit)
	var out []Answer
	for _, f := range order[:min(limit, len(order))] {
		a := Answer{Name: f.answer, Score: f.score}
		if strings.Contains(f.answer, ":") && m.p.Ask != AskTime && m.p.Ask != AskRelation {
			r, err := m.ref(f.answer)
			if err != nil {
				return nil, err
			}
			a.Name, a.ID, a.Type = r.Name, r.ID, r.Type
		}
		if err := m.read(f.hits); err != nil {
			return nil, err
		}
		if a.Evidence = evidenceOf(f.hits); len(a.Evidence) > 0 {
			out = append(out, a)
		}
	}
	return out, nil
}

// read reads the facts behind the first hits of an answer.
func (m *matcher) read(hits []hit) error {
	done := map[*sameFact]bool{}
	n := 0
	for i := range hits {
		h := &hits[i]
		if h.fact != nil {
			continue
		}
		if n >= maxEvidence {
			return nil
		}
		s, err := m.sameFact(&h.entry, h.pos)
		if err != nil {
			return err
		}
		if done[s] {
			continue
		}
		done[s] = true
		if h.fact, err = m.fact(s, m.want); err != nil {
			return err
		}
		n++
	}
	return nil
}

func evidenceOf(hits []hit) []*Fact {
	var out []*Fact
	for _, h := range hits {
		if h.fact != nil && len(out) < maxEvidence && !slices.Contains(out, h.fact) {
			out = append(out, h.fact)
		}
	}
	return out
}

// when is the day by which facts are put in order: their time, and for
// standing relations without one the day of the latest report.
func when(f *Fact) string {
	if f.Time != nil {
		return cmp.Or(f.Time.Start, f.Time.End)
	}
	if f.Kind == EventKind {
		return ""
	}
	d := ""
	for _, r := range f.Reports {
		d = max(d, r.Article.Date)
	}
	return d
}

// count answers how often.
func (m *matcher) count(sets [][]hit) ([]Answer, error) {
	hits := sets[0]
	slices.SortStableFunc(hits, func(a, b hit) int { return strings.Compare(dateKey(a.date), dateKey(b.date)) })
	if len(hits) == 0 {
		return nil, nil
	}
	return []Answer{{Name: strconv.Itoa(len(hits)), Score: 1, Evidence: evidenceOf(hits)}}, nil
}

// whether answers yes when it is stated to have happened, no when only a
// denial or refusal is known, and otherwise unknown.
func (m *matcher) whether(hits []hit) []Answer {
	var yes, no, rest []hit
	for _, h := range hits {
		switch h.fact.Mode {
		case schema.Actual, "":
			yes = append(yes, h)
		case schema.Denied:
			no = append(no, h)
		default:
			rest = append(rest, h)
		}
	}
	best := func(hs []hit) float64 {
		s := 0.0
		for _, h := range hs {
			s = max(s, h.score)
		}
		return s
	}
	sort := func(hs []hit) []*Fact {
		slices.SortStableFunc(hs, func(a, b hit) int {
			return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.fact.ID, b.fact.ID))
		})
		return evidenceOf(hs)
	}
	switch {
	case len(yes) > 0 && best(yes) >= best(no):
		return []Answer{{Name: "yes", Score: best(yes), Evidence: sort(append(yes, no...))}}
	case len(no) > 0:
		return []Answer{{Name: "no", Score: best(no), Evidence: sort(append(no, yes...))}}
	case len(rest) > 0:
		return []Answer{{Name: "unknown", Score: best(rest), Evidence: sort(rest)}}
	}
	return nil
}
