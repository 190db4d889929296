package when

import (
	"strings"
)

func repeated(s *sentence, i int) (expr, bool) {
	e := expr{start: i, end: i + 1, form: repeat}
	switch w := s.at(i); w {
	case "daily", "weekly", "monthly", "yearly", "annual", "annually", "nightly", "hourly", "quarterly":
		return e, true
	case "every", "each":
		j := i + 1
		if s.at(j) == "other" {
			j++
		}
		if _, k, ok := s.number(j); ok {
			j = k
		}
		_, wd := s.weekday(j)
		if units[s.at(j)] != noUnit || wd || s.month(j) > 0 || dayParts[s.at(j)] || seasons[s.at(j)] > 0 {
			e.end = j + 1
			return e, true
		}
	case "once", "twice":
		if (s.at(i+1) == "a" || s.at(i+1) == "every") && units[s.at(i+2)] != noUnit {
			e.end = i + 3
			return e, true
		}
	case "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays":
		return e, s.capital(i)
	}
	return e, false
}

// lengthOf reads "three days", "90 minutes", "four-day", "seven-year" and "the past
// decade".
func lengthOf(s *sentence, i int) (expr, bool) {
	e := expr{start: i, form: length}
	if a, b, ok := strings.Cut(s.at(i), "-"); ok && units[b] != noUnit {
		if _, ok := figures(a); ok {
			e.end, e.unit = i+1, units[b]
			return e, true
		}
	}
	j := i
	if s.at(j) == "the" {
		j++
	}
	if w := s.at(j); w == "past" || w == "last" || w == "next" || w == "first" || w == "coming" || w == "recent" {
		j++
	}
	n, k, ok := s.number(j)
	if ok {
		j = k
	} else if j == i || !strings.HasSuffix(s.at(j), "s") && s.at(j-1) != "past" {
		if w := s.at(i); units[w] == noUnit || !strings.HasSuffix(w, "s") {
			return expr{}, false
		}
	}
	if s.at(j) == "-" {
		j++
	}
	if s.at(j) == "and" && s.at(j+1) == "a" && s.at(j+2) == "half" {
		j += 3
	}
	u := units[s.at(j)]
	if u == noUnit {
		return expr{}, false
	}
	e.end, e.unit, e.n = j+1, u, n
	if s.at(e.end) == "and" && s.at(e.end+1) == "a" && s.at(e.end+2) == "half" {
		e.end += 3
	}
	return e, true
}
