package when

import (
	"strings"
)

// seasonName reads "last summer", "the spring of 1990", "this autumn".
func seasonName(s *sentence, i int) (expr, bool) {
	j, r := s.relBefore(i)
	if j == i && s.at(j) == "the" {
		j++
	}
	m := seasons[s.at(j)]
	if m == 0 || s.at(j) == "fall" && r == bare && yearOf(s.at(j+1)) == 0 && s.at(j+1) != "of" || s.at(j) == "spring" && s.tag(j) != "NN" && s.tag(j) != "NNP" {
		return expr{}, false
	}
	e, _ := s.withYear(expr{start: i, end: j + 1, form: inSeason, at: date{0, m, 0}, rel: r})
	if e.at.y == 0 && r == bare && e.ofYear == nil {
		switch s.at(i - 1) {
		case "in", "of", "by", "since", "during", "until":
		default:
			return expr{}, false
		}
	}
	return e, true
}

func decadeName(s *sentence, i int) (expr, bool) {
	j := s.partBefore(i)
	if s.at(j) == "the" {
		j++
		if k := s.partBefore(j); k > j {
			j = k
		}
	}
	if s.at(j) == "'" {
		j++
	}
	y := decadeOf(s.at(j))
	return expr{start: i, end: j + 1, form: inDecade, at: date{y, 0, 0}}, y > 0
}

// yearAlone reads "2014", "mid-2019", "the end of 2013", "2014-18".
func yearAlone(s *sentence, i int) (expr, bool) {
	j := s.partBefore(i)
	if s.at(j) == "the" && j > i {
		j++
	}
	w := s.at(j)
	for _, p := range []string{"mid-", "early-", "late-", "pre-", "post-"} {
		w = strings.TrimPrefix(w, p)
	}
	to := date{}
	if a, b, ok := strings.Cut(strings.ReplaceAll(w, "–", "-"), "-"); ok && yearOf(a) > 0 {
		w = a
		if len(b) == 2 {
			b = a[:2] + b
		}
		to.y = yearOf(b)
	}
	y := yearOf(w)
	if y == 0 {
		return expr{}, false
	}
	e := expr{start: i, end: j + 1, at: date{y, 0, 0}, to: to}
	if s.at(j+1) == "-" && to.y == 0 {
		b := s.at(j + 2)
		if len(b) == 2 {
			b = w[:2] + b
		}
		if t := yearOf(b); t > y {
			e.to, e.end = date{t, 0, 0}, j+3
		}
	}
	if j == i && !s.isYear(j) {
		return expr{}, false
	}
	return e, true
}

// isYear tells a year from another number of four digits.
func (s *sentence) isYear(i int) bool {
	before, after := s.at(i-1), s.at(i+1)
	switch before {
	case "$", "€", "£", "some", "about", "around", "than", "nearly", "almost", "over", "least", "of":
		if before != "of" && before != "around" && before != "about" {
			return false
		}
		if before != "of" && s.tag(i+1) == "NNS" {
			return false
		}
	}
	if s.doc.Tokens[s.base+i].EntType == "DATE" {
		return true
	}
	switch before {
	case "in", "since", "until", "till", "by", "from", "during", "before", "after", "between", "and", "to", "the", "of", "(", "-", "late", "early",
		"around", "about", "through", "for", ",", "":
		switch s.tag(i + 1) {
		case "NNS":
			return before == "the"
		}
		return after != "%" && after != "per"
	}
	return false
}

func feastDay(s *sentence, i int) (expr, bool) {
	if !s.capital(i) {
		return expr{}, false
	}
	for n := 4; n > 0; n-- {
		if i+n > len(s.w) {
			continue
		}
		k := strings.Join(s.w[i:i+n], " ")
		t, ok := feasts[k]
		off, moves := movable[k]
		if !ok && !moves {
			continue
		}
		e := expr{start: i, end: i + n, at: t}
		if moves {
			e.form, e.n = feast, off
		}
		if y := yearOf(s.at(e.end)); y > 0 {
			e.at.y = y
			e.end++
		} else if s.at(e.end) == "of" && yearOf(s.at(e.end+1)) > 0 {
			e.at.y = yearOf(s.at(e.end + 1))
			e.end += 2
		}
		if prev := i - 1; prev >= 0 && s.at(prev) == "last" {
			e.start, e.rel = prev, last
		}
		return e, true
	}
	return expr{}, false
}
