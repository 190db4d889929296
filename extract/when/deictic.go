package when

import (
	"strings"
)

func weekdayName(s *sentence, i int) (expr, bool) {
	j, r := s.relBefore(i)
	wd, ok := s.weekday(j)
	if !ok {
		j, r = i, bare
		if s.at(j) == "early" || s.at(j) == "late" || s.at(j) == "mid" {
			j++
			if s.at(j) == "on" {
				j++
			}
		}
		if wd, ok = s.weekday(j); !ok {
			return expr{}, false
		}
	}
	e := expr{start: i, end: j + 1, form: onWeekday, weekday: wd, rel: r}
	// "Friday, 21 January": the date says more.
	k := e.end
	if s.at(k) == "," {
		k++
	}
	if d, ok := dayMonth(s, k); ok {
		d.start = i
		return d, true
	}
	if d, ok := monthDay(s, k); ok {
		d.start = i
		return d, true
	}
	if dayParts[s.at(e.end)] {
		e.end++
	}
	if s.at(e.end) == "of" || s.at(e.end) == "in" {
		if k, r := s.relBefore(e.end + 1); k > e.end+1 && s.at(k) == "week" {
			e.rel, e.end, e.unit = r, k+1, week
		}
	} else if k, r := s.relBefore(e.end); k > e.end && s.at(k) == "week" {
		e.rel, e.end, e.unit = r, k+1, week
	}
	return e, true
}

func todayWord(s *sentence, i int) (expr, bool) {
	e := expr{start: i, end: i + 1, form: deictic, unit: day}
	switch s.at(i) {
	case "today", "tonight", "overnight", "midnight":
		if s.at(i) == "today" && s.at(i+1) == "'s" && s.tag(i+1) == "POS" {
			return e, true
		}
	case "yesterday":
		e.n = -1
	case "tomorrow":
		e.n = 1
	case "last":
		if w := s.at(i + 1); w != "night" && w != "evening" {
			return e, false
		}
		e.n, e.end = -1, i+2
	case "this":
		if w := s.at(i + 1); w != "morning" && w != "afternoon" && w != "evening" {
			return e, false
		}
		e.end = i + 2
	case "the":
		if s.at(i+1) == "day" && s.at(i+3) == "yesterday" && s.at(i+2) == "before" {
			e.n, e.end = -2, i+4
			return e, true
		}
		if s.at(i+1) == "day" && s.at(i+3) == "tomorrow" && s.at(i+2) == "after" {
			e.n, e.end = 2, i+4
			return e, true
		}
		return e, false
	default:
		return e, false
	}
	if dayParts[s.at(e.end)] {
		e.end++
	}
	return e, true
}

// ago reads "two days ago", "more than a decade ago", "a week ago today".
func ago(s *sentence, i int) (expr, bool) {
	n, j, ok := s.number(i)
	u := units[s.at(j)]
	if !ok {
		if u = units[s.at(i)]; u == noUnit || !strings.HasSuffix(s.at(i), "s") {
			return expr{}, false
		}
		n, j = 0, i
	}
	if s.at(j) == "-" {
		return expr{}, false
	}
	if u == noUnit && (s.at(j) == "and" && s.at(j+1) == "a" && s.at(j+2) == "half") {
		u, j = units[s.at(j+3)], j+3
	}
	if u == noUnit || s.at(j+1) != "ago" {
		return expr{}, false
	}
	if s.at(j) == "fortnight" {
		n *= 2
	}
	return expr{start: i, end: j + 2, form: deictic, n: -n, unit: u}, n > 0 || u != noUnit
}

// relUnit reads "last week", "this month", "next year", "earlier this year",
// "in recent days".
func relUnit(s *sentence, i int) (expr, bool) {
	j := i
	if w := s.at(j); w == "earlier" || w == "later" || w == "late" || w == "early" {
		j++
		if s.at(j) == "in" {
			j++
		}
	}
	j = s.partBefore(j)
	r, ok := relWords[s.at(j)]
	if !ok || r > next || s.at(j) == "past" {
		return expr{}, false
	}
	if s.at(j) == "coming" || s.at(j) == "current" {
		if s.at(i) != "the" && s.at(j-1) != "the" {
			return expr{}, false
		}
	}
	u := units[s.at(j+1)]
	if u < day || strings.HasSuffix(s.at(j+1), "s") || r == next && s.at(j-1) == "the" && u == day {
		return expr{}, false
	}
	if r == next && j > 0 && s.at(j-1) == "the" { // "the next year": from the time in force
		return expr{}, false
	}
	e := expr{start: i, end: j + 2, form: deictic, unit: u, rel: r}
	switch r {
	case last:
		e.n = -1
	case next:
		e.n = 1
	}
	return e, true
}

// partOf reads "early in the week", "the end of the month", "the turn of the
// year".
func partOf(s *sentence, i int) (expr, bool) {
	j := s.partBefore(i)
	if j == i {
		return expr{}, false
	}
	r := bare
	if k, r2 := s.relBefore(j); k > j {
		j, r = k, r2
	} else if s.at(j) == "the" {
		j++
	} else {
		return expr{}, false
	}
	u := units[s.at(j)]
	if u < week || u > year || strings.HasSuffix(s.at(j), "s") {
		return expr{}, false
	}
	e := expr{start: i, end: j + 1, form: deictic, unit: u, rel: r}
	switch r {
	case last:
		e.n = -1
	case next:
		e.n = 1
	case previous, following, that:
		e.form = shifted
		e.n = map[rel]int{previous: -1, following: 1}[r]
	}
	return e, true
}

func weekendWord(s *sentence, i int) (expr, bool) {
	j, r := s.relBefore(i)
	if j == i && s.at(j) == "the" {
		j++
	}
	return expr{start: i, end: j + 1, form: weekend, rel: r}, s.at(j) == "weekend"
}
