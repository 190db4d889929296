package when

import (
	"strings"
)

func isoDate(s *sentence, i int) (expr, bool) {
	w := s.at(i)
	if len(w) == 10 && w[4] == '-' && w[7] == '-' {
		if t := parseDate(w); t.valid() && yearOf(w[:4]) > 0 {
			return expr{start: i, end: i + 1, at: t}, true
		}
	}
	// "2014-03-18" that the tokenizer took apart
	if y := yearOf(w); y > 0 && s.at(i+1) == "-" && s.at(i+3) == "-" {
		m, isMonth := figures(s.at(i + 2))
		d, isDay := figures(s.at(i + 4))
		if t := (date{y, m, d}); isMonth && isDay && m > 0 && t.valid() {
			return expr{start: i, end: i + 5, at: t}, true
		}
	}
	return expr{}, false
}

// dayMonth reads "13 August", "the 7th of March 2014", "12-14 March".
func dayMonth(s *sentence, i int) (expr, bool) {
	j := i
	if s.at(j) == "the" {
		j++
	}
	n, ordinal := dayNumber(s.at(j))
	if n == 0 {
		if n = ordinals[s.at(j)]; n == 0 {
			return s.dayRange(i, j)
		}
		ordinal = true
	}
	j++
	to := 0
	if sep := s.at(j); sep == "-" || sep == "–" || sep == "to" || sep == "and" {
		if to, _ = dayNumber(s.at(j + 1)); to > n {
			j += 2
		} else {
			to = 0
		}
	}
	if s.at(j) == "of" && ordinal {
		j++
	}
	m := s.month(j)
	if m == 0 {
		return expr{}, false
	}
	return s.withYear(expr{start: i, end: j + 1, at: date{0, m, n}, to: rangeEnd(m, to)})
}

func rangeEnd(m, d int) date {
	if d == 0 {
		return date{}
	}
	return date{0, m, d}
}

// dayRange reads "12–14 March", which the tokenizer leaves as one token.
func (s *sentence) dayRange(i, j int) (expr, bool) {
	a, b, ok := strings.Cut(s.at(j), "–")
	if !ok {
		a, b, ok = strings.Cut(s.at(j), "-")
	}
	from, _ := dayNumber(a)
	to, _ := dayNumber(b)
	if m := s.month(j + 1); ok && from > 0 && to > from && m > 0 {
		return s.withYear(expr{start: i, end: j + 2, at: date{0, m, from}, to: date{0, m, to}})
	}
	return expr{}, false
}

// monthDay reads "August 13", "Jan. 7, 2009", "March 12-14".
func monthDay(s *sentence, i int) (expr, bool) {
	m := s.month(i)
	if m == 0 {
		return expr{}, false
	}
	j := i + 1
	if s.at(j) == "the" {
		j++
	}
	a, b, ranged := strings.Cut(s.at(j), "–")
	n, _ := dayNumber(a)
	if n == 0 || s.at(j+1) == "%" || s.at(j+1) == ":" {
		return expr{}, false
	}
	e := expr{start: i, end: j + 1, at: date{0, m, n}}
	if ranged {
		if to, _ := dayNumber(b); to > n {
			e.to = date{0, m, to}
		}
	} else if sep := s.at(j + 1); sep == "-" || sep == "–" || sep == "to" || sep == "and" {
		if to, _ := dayNumber(s.at(j + 2)); to > n && units[s.at(j+3)] == noUnit {
			e.to, e.end = date{0, m, to}, j+3
		}
	}
	return s.withYear(e)
}

// monthAlone reads "January", "January 2022", "May last year", "last March",
// "early May", "the end of March".
func monthAlone(s *sentence, i int) (expr, bool) {
	j, r := s.relBefore(i)
	j = s.partBefore(j)
	if r == bare {
		if k, r2 := s.relBefore(j); k > j {
			j, r = k, r2
		}
	}
	m := s.month(j)
	if t, ok := strings.CutPrefix(s.at(j), "mid-"); ok {
		m = months[t]
	}
	if m == 0 {
		return expr{}, false
	}
	return s.withYear(expr{start: i, end: j + 1, at: date{0, m, 0}, rel: r})
}

// withYear adds the year that follows a month or day: "2022", ", 2022", "of
// 2022", "last year", "of that year".
func (s *sentence) withYear(e expr) (expr, bool) {
	j := e.end
	if s.at(j) == "," || s.at(j) == "of" || s.at(j) == "in" {
		j++
	}
	if y := yearOf(strings.Trim(s.at(j), ".,")); y > 0 && s.tag(j) != "NNS" {
		e.at.y = y
		if e.to.m > 0 || e.to.d > 0 {
			e.to.y = y
		}
		e.end = j + 1
		return e, true
	}
	j = e.end
	if s.at(j) == "," || s.at(j) == "of" || s.at(j) == "in" {
		j++
	}
	if k, r := s.relBefore(j); k > j && s.at(k) == "year" {
		e.ofYear, e.end = &r, k+1
	} else if s.at(j) == "the" && s.at(j+1) == "year" && (s.at(j+2) == "before" || s.at(j+2) == "after") {
		r := previous
		if s.at(j+2) == "after" {
			r = following
		}
		e.ofYear, e.end = &r, j+3
	}
	return e, true
}

// dayOfMonth reads "on the 14th".
func dayOfMonth(s *sentence, i int) (expr, bool) {
	if s.at(i) != "the" {
		return expr{}, false
	}
	n, ordinal := dayNumber(s.at(i + 1))
	if n == 0 || !ordinal {
		return expr{}, false
	}
	switch s.at(i - 1) {
	case "on", "by", "until", "since", "from":
	default:
		return expr{}, false
	}
	switch s.tag(i + 2) {
	case "NN", "NNS", "NNP", "JJ":
		return expr{}, false
	}
	return expr{start: i, end: i + 2, form: dayOnly, at: date{0, 0, n}}, true
}
