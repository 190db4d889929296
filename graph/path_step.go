package graph

import (
	"bytes"
	"math"

	"entente/schema"
)

// admits applies the filter and the order to an entry.
func (s *search) admits(i int, l *label, k, val []byte, f *edgeFacts) (bool, error) {
	e := readEntry(k, val)
	if s.isHidden(e.ID, e.Article) {
		return false, nil
	}
	if ok, err := s.view.passes(s.want, &e); err != nil || !ok {
		return false, err
	}
	if len(s.want.Modes) == 0 && f.event && schema.Mode(e.Mode) != schema.Actual {
		return false, nil
	}
	return !s.opts.InOrder || !f.event || s.follows(i, l, e.Start), nil
}

// edgeFacts are the fields of an entry that its cost follows from, read
// without making strings: a search looks at very many entries.
type edgeFacts struct {
	event             bool
	mode, start, conf []byte
}

func readFacts(val []byte) edgeFacts {
	var f edgeFacts
	for field := 0; ; field++ {
		n := bytes.IndexByte(val, fieldSep[0])
		if n < 0 {
			f.conf = val
			return f
		}
		switch field {
		case 0:
			f.event = string(val[:n]) == string(EventKind)
		case 5:
			f.mode = val[:n]
		case 8:
			f.start = val[:n]
		}
		val = val[n+1:]
	}
}

// plain reports whether the latest fact of a pair is good enough, because no
// filter and no order can refuse it.
func (s *search) plain() bool {
	return !s.opts.InOrder && len(s.want.Codes)+len(s.want.Modes)+len(s.want.Kinds)+len(s.want.Relations) == 0 &&
		s.want.span.IsZero() && s.want.place == ""
}

// edgeCost is 1 for a step, and up to 0.6 for doubt and 0.3 for age (full
// after ten years).
func (s *search) edgeCost(f *edgeFacts) float64 {
	cost := 1.6 - 0.6*fraction(f.conf)
	if !f.event {
		return cost
	}
	year := 0
	for _, c := range f.start[:min(4, len(f.start))] {
		year = 10*year + int(c-'0')
	}
	if year == 0 {
		return cost + 0.2
	}
	return cost + 0.03*float64(min(max(s.now-year, 0), 10))
}

// fraction reads a decimal between 0 and 1 as decimal writes it.
func fraction(b []byte) float64 {
	if len(b) == 0 || b[0] == '1' {
		return float64(len(b[:min(1, len(b))]))
	}
	v, unit := 0.0, 0.1
	for _, c := range b[min(2, len(b)):] {
		v += unit * float64(c-'0')
		unit /= 10
	}
	return v
}

// hubFee is the cost of passing through a party: nothing for one with few
// events, about 0.7 for one with a hundred and 1.4 for one with ten thousand.
func (s *search) hubFee(id string) (float64, error) {
	c, err := s.cluster(id)
	if err != nil {
		return 0, err
	}
	n, err := s.degree(c)
	return 0.15 * math.Log1p(float64(n)), err
}
