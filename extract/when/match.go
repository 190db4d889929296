package when

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"entente/extract/analysis"
	"entente/extract/nlp"
)

// sentence is a sentence being read; w are its tokens in lower case.
type sentence struct {
	doc   *nlp.Doc
	base  int // of w in the document
	w     []string
	exprs []expr
}

// form is the shape of an expression.
type form uint8

const (
	absolute  form = iota // as much of a date as at holds: "13 August", "2014", "January 2022"
	onWeekday             // "Friday"
	deictic               // n units from the day of speech: "yesterday", "last month", "two days ago"
	shifted               // n units from the time in force: "a day earlier", "the following year"
	inDecade              // "the 1990s"
	inSeason              // "last summer", "spring 1990"
	weekend               // "the weekend"
	feast                 // "Easter"
	eve                   // "on the eve of"
	length                // "for three days"
	repeat                // "every week"
	sameDay               // "later in the day", "hours later"
	dayOnly               // "the 14th"
	fromEvent             // "three days after the vote": the act is that far from another
	storyDay              // "hours before the vote": the day of the main event
	unclear               // recognised, but not to be resolved: "years before the war"
)

// expr is an expression as it is written, before anything is known of dates.
type expr struct {
	start, end int // tokens of the sentence
	form       form
	rule       string
	at         date // what is written of a date
	to         date // end of a range ("12-14 March", "2014-18")
	weekday    time.Weekday
	n          int  // how many units, negative for the past
	unit       unit // of n
	rel        rel  // "last", "next", "this" before a name of a time
	ofYear     *rel // "in May last year", "of that year"
	role       analysis.TimeKind
	joins      bool // the second end of a span, which the expression before begins
}

// rel is the word that says which of the recurring times is meant.
type rel uint8

const (
	bare      rel = iota
	last          // "last March"
	this          // "this March"
	next          // "next March"
	previous      // "the previous March": before the time in force
	following     // "the following March"
	that          // "that March", "the same year"
)

var relWords = map[string]rel{"last": last, "past": last, "this": this, "current": this, "next": next, "coming": next, "previous": previous,
	"preceding": previous, "prior": previous, "following": following, "ensuing": following, "that": that, "same": that}

func (s *sentence) at(i int) string {
	if i < 0 || i >= len(s.w) {
		return ""
	}
	return s.w[i]
}

func (s *sentence) tag(i int) string {
	if i < 0 || i >= len(s.w) {
		return ""
	}
	return s.doc.Tokens[s.base+i].Tag
}

// capital reports whether the token is written with a capital, which tells
// "May" from "may" and "March" from "march".
func (s *sentence) capital(i int) bool {
	c := s.doc.Tokens[s.base+i].Text[0]
	return c >= 'A' && c <= 'Z'
}

func (s *sentence) month(i int) int {
	w := strings.TrimSuffix(s.at(i), ".")
	m := months[w]
	if m == 0 || !s.capital(i) || s.tag(i) == "MD" {
		return 0
	}
	if (w == "may" || w == "march" || w == "mar" || w == "august" || w == "sun" || w == "sat") && i == 0 && s.tag(i) != "NNP" {
		return 0
	}
	// "Theresa May", "June Smith", "Jan Smuts": part of a person's name.
	t := &s.doc.Tokens[s.base+i]
	if t.EntType == "PERSON" {
		return 0
	}
	if m == 4 || m == 5 || m == 6 || m == 8 {
		if t.Dep == "nsubj" || t.Dep == "nsubjpass" || s.tag(i-1) == "NNP" && s.doc.Tokens[s.base+i-1].EntType != "DATE" {
			return 0
		}
	}
	return m
}

func (s *sentence) weekday(i int) (time.Weekday, bool) {
	w := strings.TrimSuffix(s.at(i), ".")
	d, ok := weekdays[strings.TrimSuffix(w, "s")]
	if !ok {
		d, ok = weekdays[w]
	}
	return d, ok && s.capital(i) && len(w) > 2 && (len(w) > 4 || s.tag(i) == "NNP" && w != "sun" && w != "mon" && w != "sat")
}

// number reads a count at i: "two", "12", "a", "a couple of", "several"; n is
// 0 when the count is not said.
func (s *sentence) number(i int) (n, end int, ok bool) {
	w := s.at(i)
	if n, err := strconv.Atoi(w); err == nil && n < 1000 {
		return n, i + 1, true
	}
	if (w == "a" || w == "the") && s.at(i+1) == "couple" {
		if s.at(i+2) == "of" {
			return 2, i + 3, true
		}
		return 2, i + 2, true
	}
	if w == "a" && (s.at(i+1) == "few" || s.at(i+1) == "dozen") {
		return map[string]int{"few": 0, "dozen": 12}[s.at(i+1)], i + 2, true
	}
	if w == "half" && (s.at(i+1) == "a" || s.at(i+1) == "an") {
		return 0, i + 2, true
	}
	switch w {
	case "several", "few", "some", "many", "recent", "these", "those", "past", "last":
		return 0, i + 1, w == "several" || w == "few" || w == "some" || w == "many"
	}
	if n, ok := numbers[w]; ok {
		if n >= 20 && s.at(i+1) == "-" {
			if m := numbers[s.at(i+2)]; m > 0 && m < 10 {
				return n + m, i + 3, true
			}
		}
		return n, i + 1, true
	}
	return 0, i, false
}

// match finds the expressions from left to right, the longest at each place.
func (s *sentence) match() {
	for i := 0; i < len(s.w); {
		var best expr
		for _, rule := range rules {
			if e, ok := rule.read(s, i); ok && e.end-e.start > best.end-best.start {
				best = e
				best.rule = cmp.Or(e.rule, rule.name)
			}
		}
		if best.end == 0 {
			i++
			continue
		}
		s.exprs = append(s.exprs, best)
		i = max(best.end, i+1)
	}
	s.spans()
	for k := range s.exprs {
		s.giveRole(k)
	}
}

type rule struct {
	name string
	read func(s *sentence, i int) (expr, bool)
}

// rules in order of preference among equals.
var rules = [...]rule{
	{"iso", isoDate}, {"day and month", dayMonth}, {"month and day", monthDay}, {"month", monthAlone}, {"weekday", weekdayName},
	{"today", todayWord}, {"ago", ago}, {"earlier or later", shift}, {"last or next", relUnit}, {"day in force", dayInForce}, {"feast", feastDay},
	{"season", seasonName}, {"weekend", weekendWord}, {"decade", decadeName}, {"year", yearAlone}, {"eve", eveOf}, {"part of unit", partOf},
	{"repeat", repeated}, {"within", within}, {"length", lengthOf}, {"day number", dayOfMonth},
}

func isoDate(s *sentence, i int) (expr, bool) {
	w := s.at(i)
	if len(w) == 10 && w[4] == '-' && w[7] == '-' {
		if t := parseDate(w); t.valid() && yearOf(w[:4]) > 0 {
			return expr{start: i, end: i + 1, at: t}, true
		}
	}
	// "2014-03-18" that the tokenizer took apart
	if y := yearOf(w); y > 0 && s.at(i+1) == "-" && s.at(i+3) == "-" {
		m, err1 := strconv.Atoi(s.at(i + 2))
		d, err2 := strconv.Atoi(s.at(i + 4))
		if t := (date{y, m, d}); err1 == nil && err2 == nil && m > 0 && t.valid() {
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

// relBefore reads "last", "the following", "that same" and so on.
func (s *sentence) relBefore(i int) (int, rel) {
	j := i
	if s.at(j) == "the" || s.at(j) == "that" && relWords[s.at(j+1)] == that {
		j++
	}
	if r, ok := relWords[s.at(j)]; ok && s.at(j) != "past" {
		return j + 1, r
	}
	return i, bare
}

// partBefore skips words for the part of a month or year: "early", "the end
// of", "mid -", "the first half of".
func (s *sentence) partBefore(i int) int {
	j := i
	if s.at(j) == "the" {
		j++
	}
	switch w := s.at(j); {
	case w == "early" || w == "late" || w == "mid":
		j++
		if s.at(j) == "-" || s.at(j) == "in" {
			j++
		}
		return j
	case (w == "end" || w == "start" || w == "beginning" || w == "middle" || w == "close" || w == "turn" || w == "course") && s.at(j+1) == "of":
		return j + 2
	case (ordinals[w] > 0 || w == "last" || w == "final") && (s.at(j+1) == "half" || s.at(j+1) == "quarter" || s.at(j+1) == "week" ||
		s.at(j+1) == "days" || s.at(j+1) == "weeks" || s.at(j+1) == "months" || s.at(j+1) == "month" || s.at(j+1) == "day") && s.at(j+2) == "of":
		return j + 3
	}
	return i
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

func weekendWord(s *sentence, i int) (expr, bool) {
	j, r := s.relBefore(i)
	if j == i && s.at(j) == "the" {
		j++
	}
	return expr{start: i, end: j + 1, form: weekend, rel: r}, s.at(j) == "weekend"
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

// lengthOf reads "three days", "90 minutes", "four-day", "seven-year" and "the past
// decade".
func lengthOf(s *sentence, i int) (expr, bool) {
	e := expr{start: i, form: length}
	if a, b, ok := strings.Cut(s.at(i), "-"); ok && units[b] != noUnit {
		if _, err := strconv.Atoi(a); err == nil {
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
