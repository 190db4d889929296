package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/schema"
)

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
