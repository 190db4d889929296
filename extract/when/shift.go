package when

import (
	"strings"
)

// shift reads what counts from the time in force: "a day earlier", "two
// years later", "the day before", "the following month", "the next morning".
func shift(s *sentence, i int) (expr, bool) {
	e := expr{start: i, form: shifted}
	// "the day before", "the year after", "the week before"
	if s.at(i) == "the" || s.at(i) == "a" {
		u := units[s.at(i+1)]
		if dayParts[s.at(i+1)] {
			u = day
		}
		if u >= day && s.at(i) == "the" {
			switch s.at(i + 2) {
			case "before":
				e.n, e.unit, e.end = -1, u, i+3
			case "after":
				e.n, e.unit, e.end = 1, u, i+3
			}
			if e.end > 0 {
				if s.startsEvent(e.end) {
					e.form = fromEvent
				}
				return e, true
			}
		}
	}
	// "two days earlier", "weeks later", "a year before", "a day after"
	n, j, ok := s.number(i)
	if !ok && units[s.at(i)] != noUnit && strings.HasSuffix(s.at(i), "s") {
		n, j, ok = 0, i, true
	}
	if ok && s.at(j) != "-" {
		u := units[s.at(j)]
		if u == noUnit && s.at(j) == "and" && s.at(j+1) == "a" && s.at(j+2) == "half" {
			j += 3
			u = units[s.at(j)]
		}
		if s.at(j) == "fortnight" {
			n *= 2
		}
		if u != noUnit {
			e.unit, e.end = u, j+2
			switch s.at(j + 1) {
			case "earlier", "previously", "beforehand":
				e.n = -n
			case "later", "afterwards", "thereafter", "hence", "on":
				e.n = n
				if s.at(j+1) == "on" && s.at(j+2) != "," && s.at(j+2) != "." {
					return e, false
				}
			case "before", "after":
				e.n = n
				if s.at(j+1) == "before" {
					e.n = -n
				}
				if s.startsEvent(j + 2) {
					e.form = unclear
					if u <= hour && n < 24 { // "hours before the signing": the day of the story
						e.form, e.rule = storyDay, "hours from an event"
						return e, true
					}
				}
			default:
				return e, false
			}
			if u == hour && (n == 24 || n == 48 || n == 72) {
				e.unit, e.n = day, e.n/24
			} else if u <= hour && e.form != unclear {
				e.form = sameDay
			}
			if e.form == unclear && n > 0 && e.unit >= day {
				e.form = fromEvent
			} else if n == 0 && e.form == shifted {
				e.form = unclear
				if u == day || u == week {
					e.form, e.n = shifted, map[bool]int{true: 3, false: -3}[e.n >= 0 && (s.at(j+1) == "later" || s.at(j+1) == "after" || s.at(j+1) == "afterwards")]
				}
			}
			return e, true
		}
	}
	// "the following day", "the next morning", "the previous month"
	j, r := s.relBefore(i)
	if j == i || r == last || r == this || r == next && s.at(i) != "the" {
		return e, false
	}
	u := units[s.at(j)]
	if dayParts[s.at(j)] {
		u = day
	}
	if u < day {
		return e, false
	}
	e.unit, e.end = u, j+1
	switch r {
	case previous:
		e.n = -1
	case following, next:
		e.n = 1
	}
	return e, true
}

// startsEvent reports whether the words after "before" or "after" name an
// event to count from, instead of ending the phrase.
func (s *sentence) startsEvent(i int) bool {
	w := s.at(i)
	if w == "" || strings.ContainsAny(w[:1], ".,;:!?)-–—'\"”") || w == "and" || w == "but" || w == "that" && s.tag(i) != "DT" || w == "when" {
		return false
	}
	switch s.tag(i) {
	case "DT", "NNP", "NNPS", "NN", "NNS", "PRP$", "PRP", "VBG", "CD", "JJ", "WP":
		return true
	}
	return false
}

// dayInForce reads "that day", "the same evening", "later in the day", "later
// that month".
func dayInForce(s *sentence, i int) (expr, bool) {
	j := i
	if w := s.at(j); w == "later" || w == "earlier" || w == "late" || w == "early" {
		j++
		if s.at(j) == "in" || s.at(j) == "on" {
			j++
		}
	}
	if s.at(j) == "the" && j > i && (s.at(j+1) == "day" || s.at(j+1) == "evening" || s.at(j+1) == "week" || s.at(j+1) == "month" || s.at(j+1) == "year") {
		return expr{start: i, end: j + 2, form: shifted, unit: units[map[bool]string{true: "day", false: s.at(j + 1)}[dayParts[s.at(j+1)]]]}, true
	}
	if k, r := s.relBefore(j); k > j && r == that {
		u := units[s.at(k)]
		if dayParts[s.at(k)] {
			u = day
		}
		if u >= day && s.tag(j) != "IN" {
			return expr{start: i, end: k + 1, form: shifted, unit: u}, true
		}
	}
	return expr{}, false
}

// within reads "within hours", "within a week": soon after the time in force.
func within(s *sentence, i int) (expr, bool) {
	if s.at(i) != "within" {
		return expr{}, false
	}
	j := i + 1
	if s.at(j) == "the" {
		j++
	} else if _, k, ok := s.number(j); ok {
		j = k
	}
	u := units[s.at(j)]
	if u == noUnit {
		return expr{}, false
	}
	e := expr{start: i, end: j + 1, form: sameDay, unit: u}
	if s.at(j+1) == "of" {
		e.form = unclear
	}
	return e, true
}

func eveOf(s *sentence, i int) (expr, bool) {
	if s.at(i) != "eve" || s.at(i+1) != "of" {
		return expr{}, false
	}
	start := i
	if s.at(i-1) == "the" {
		start--
	}
	return expr{start: start, end: i + 2, form: eve}, true
}
