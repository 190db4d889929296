package article

import (
	"regexp"
	"strings"
)

var (
	byline = regexp.MustCompile(`^(?:(?:By|BY|From|FROM|Posted by|Written by|Text by|Words by)\s+(?:our|Our|OUR|a|A|an|the|The|staff|Staff|STAFF|[\p{Lu}][\p{L}'’.-]+)\b)`)
	// pressMark recognises lines that say what kind of text it is.
	pressMark = regexp.MustCompile(`(?i)^(?:for\s+immediate\s+release|press\s+release\b.{0,30}|news\s+release\b.{0,30}|statement\b.{0,20}\d|obituary|analysis|opinion|comment|editorial|explainer|factbox|timeline|chronology|breaking(?:\s+news)?|exclusive|live|interview|profile|feature|special\s+report|\d+\s+min(?:ute)?s?\s+read|update\s+\d+.{0,40})$`)
	// kicker is such a mark in front of a headline.
	kicker = regexp.MustCompile(`^(?:(?:URGENT|FLASH|BREAKING|BREAKING NEWS|ALERT|BULLETIN|EXCLUSIVE|ANALYSIS|CHRONOLOGY|TIMELINE|FACTBOX|EXPLAINER|OPINION|INTERVIEW|OBITUARY|PROFILE|UPDATE ?\d*|WRAPUP ?\d*|LIVE|IN BRIEF|WORLD DIGEST|NEWS DIGEST|(?:MORNING|EVENING|DAILY|WEEKLY|WORLD|NEWS) (?:BRIEFING|DIGEST|BRIEF)|Analysis|Chronology|Timeline|Factbox|Explainer|Opinion|Profile|Obituary|In brief|Breaking|Exclusive|Interview|Live)\s*(?:-|–|—|:|\|)\s*)+`)
	// placeLine is a line with a place alone: "Kingston, Jamaica".
	placeLine = regexp.MustCompile(`^[\p{Lu}][\p{L}'’.-]+(?:\s[\p{Lu}][\p{L}'’.-]+){0,2}(?:,\s[\p{Lu}][\p{L}'’.-]+(?:\s[\p{L}'’.-]+){0,2})$`)
)

// The parts of a dateline: places in capitals, or any place when a date or an
// agency in brackets follows, and a dash at the end.
const (
	capsPlace   = `[\p{Lu}][\p{Lu}'’.]+(?:[ /-][\p{Lu}'’.]+){0,4}(?:,\s[\p{Lu}][\p{L}.'’]+(?:\s[\p{Lu}][\p{L}.'’]+){0,2})?`
	anyPlace    = `[\p{Lu}][\p{L}'’.]+(?:[ /-][\p{L}'’.]+){0,3}(?:,\s[\p{Lu}][\p{L}.'’]+(?:\s[\p{Lu}][\p{L}.'’]+){0,2})?`
	datePart    = `(?:` + weekday + `,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+` + monthWord + `|` + monthWord + `\s+\d{1,2})(?:,?\s+\d{4})?`
	agencyPart  = `\([\p{L}][\p{L} .&/'’-]{1,40}\)`
	datelineEnd = `\s*(?:-{1,2}|–|—)\s+`
)

var (
	capsDateline  = regexp.MustCompile(`^(` + capsPlace + `)(?:,?\s+(?i:` + datePart + `))?(?:,?\s*` + agencyPart + `)?` + datelineEnd)
	colonDateline = regexp.MustCompile(`^(` + capsPlace + `):\s+`)
	slashDateline = regexp.MustCompile(`^(` + capsPlace + `),\s+(?i:` + datePart + `)\.\s*/[\p{Lu}][\p{L} ]+/\.\s+`)
	anyDateline   = regexp.MustCompile(`^(` + anyPlace + `)(?:,\s+(?i:` + datePart + `)(?:,?\s*` + agencyPart + `)?|\s*` + agencyPart + `)` + datelineEnd)
	leadPlace     = regexp.MustCompile(`^(` + capsPlace + `)(?:,|\s+[|(–—-])`)
	leadCity      = regexp.MustCompile(`^([\p{Lu}][\p{L}'’.]+(?:[ -][\p{Lu}][\p{L}'’.]+){0,2}),\s`)
)

// dateline returns the length of the dateline that opens the paragraph, with
// its dash, and the place in it; 0 when there is none.
func dateline(s string) (n int, place string) {
	for _, re := range []*regexp.Regexp{capsDateline, anyDateline, slashDateline} {
		if m := re.FindStringSubmatchIndex(s); m != nil && m[1] < len(s) && !isMonthOrDay(s[m[2]:m[3]]) {
			return m[1], s[m[2]:m[3]]
		}
	}
	return 0, ""
}

// leadingPlace is dateline for the first paragraph, where a place in capitals
// may also end in a colon ("NEW DELHI: …").
func leadingPlace(s string) (n int, place string) {
	if n, place = dateline(s); n > 0 {
		return n, place
	}
	if m := colonDateline.FindStringSubmatchIndex(s); m != nil && m[1] < len(s) {
		return m[1], s[m[2]:m[3]]
	}
	return 0, ""
}

// placeOf returns the place that a date line names in front of its date.
func placeOf(s string) string {
	if byline.MatchString(s) || noPlace.MatchString(s) {
		return ""
	}
	if _, at, _, ok := findDate(s); ok {
		s = strings.TrimRight(onDay.ReplaceAllString(s[:at], ""), " ,") + ", "
	}
	for _, re := range []*regexp.Regexp{leadPlace, leadCity} {
		if m := re.FindStringSubmatch(s); m != nil && !isMonthOrDay(m[1]) {
			return m[1]
		}
	}
	return ""
}

var (
	noPlace = regexp.MustCompile(`(?i)^(?:[\p{L} ]*\b(?:digest|briefing|desk|news|newsletter|updated?|published|posted|release|page)\b)`)
	onDay   = regexp.MustCompile(`(?i)[,|\s]*` + weekday + `[,\s]*$`)
)

var monthOrDay = regexp.MustCompile(`(?i)^(?:` + monthWord + `|` + weekday + `)(?:\s|,|$)`)

func isMonthOrDay(s string) bool { return monthOrDay.MatchString(s) }

// stamp says by which rule a line in the head of an article is a date line, a
// byline or another mark, or "" when it is none.
func stamp(s string) string {
	if len(s) > 130 {
		return ""
	}
	if n, _ := dateline(s); n > 0 && endsSentence(s) && words(s[n:]) >= 3 {
		return "" // a short first paragraph behind its dateline
	}
	if iv, a, b, ok := findDate(s); ok && !iv.IsZero() {
		rest := s[:a] + " " + s[b:]
		if words(rest) <= 14 && !strings.Contains(rest, " said ") {
			return "date line"
		}
	}
	switch {
	case byline.MatchString(s) && words(s) <= 12 && !endsSentence(s):
		return "byline"
	case pressMark.MatchString(s):
		return "kind of text"
	case placeLine.MatchString(s) && words(s) <= 5:
		return "place line"
	}
	return ""
}
