package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"entente/schema"
)

const (
	monthWord = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayNumber = `(\d{1,2})(?:st|nd|rd|th)?`
	weekday   = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`
)

// dateForm is one way of writing a date; the groups of re are named by order:
// which of them is the year, the month and the day (0 for none).
type dateForm struct {
	re               *regexp.Regexp
	year, month, day int
}

var dateForms = []dateForm{
	{regexp.MustCompile(`(?i)\b` + dayNumber + `(?:\s+of)?\s+(` + monthWord + `),?\s+(\d{4})\b`), 3, 2, 1}, // 21 January 2022
	{regexp.MustCompile(`(?i)\b(` + monthWord + `)\s+` + dayNumber + `,?\s+(\d{4})\b`), 3, 1, 2},           // January 21, 2022
	{regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`), 1, 2, 3},                                           // 2022-01-21
	{regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), 3, 2, 1},                                     // 21.01.2022
	{regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`), 3, 2, 1},                                       // 21/01/2022
}

var monthYear = regexp.MustCompile(`(?i)\b(` + monthWord + `),?\s+(\d{4})\b`)

// findDate returns the first full date of s and where it stands; ok is false
// when there is none. A date of three numbers is read day first unless only
// the month can stand there.
func findDate(s string) (iv schema.Interval, start, end int, ok bool) {
	start = -1
	for _, f := range dateForms {
		m := f.re.FindStringSubmatchIndex(s)
		if m == nil || (start >= 0 && m[0] >= start) {
			continue
		}
		group := func(i int) string { return s[m[2*i]:m[2*i+1]] }
		y, _ := strconv.Atoi(group(f.year))
		d, _ := strconv.Atoi(group(f.day))
		mo, err := strconv.Atoi(group(f.month))
		if err != nil {
			mo = monthNumber(group(f.month))
		}
		if mo > 12 && d <= 12 {
			mo, d = d, mo
		}
		if !validDay(y, mo, d) {
			continue
		}
		day := isoDay(y, mo, d)
		iv, start, end = schema.Interval{Start: day, End: day, Text: s[m[0]:m[1]]}, m[0], m[1]
	}
	return iv, start, end, start >= 0
}

// findMonth returns the first month with a year in s, cut to the month.
func findMonth(s string) (schema.Interval, bool) {
	m := monthYear.FindStringSubmatch(s)
	if m == nil {
		return schema.Interval{}, false
	}
	iso := m[2] + "-" + fmt.Sprintf("%02d", monthNumber(m[1]))
	return schema.Interval{Start: iso, End: iso, Text: m[0]}, true
}

// ParseDate reads a date given by the user: "2022", "2022-01", "2022-01-20",
// or one written out, "20 January 2022".
func ParseDate(s string) (schema.Interval, error) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			iso := t.Format(layout)
			return schema.Interval{Start: iso, End: iso}, nil
		}
	}
	if len(s) > 10 {
		if _, err := time.Parse(time.RFC3339, s); err == nil {
			return schema.Interval{Start: s[:10], End: s[:10]}, nil
		}
	}
	if iv, a, b, ok := findDate(s); ok && a == 0 && b == len(s) {
		return schema.Interval{Start: iv.Start, End: iv.End}, nil
	}
	if iv, ok := findMonth(s); ok && len(iv.Text) == len(s) {
		return schema.Interval{Start: iv.Start, End: iv.End}, nil
	}
	return schema.Interval{}, fmt.Errorf("reading date %q: write it as 2022-01-20, 2022-01 or 2022", s)
}

func monthNumber(s string) int {
	s = strings.ToLower(s)
	if len(s) < 3 {
		return 0
	}
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", s[:3])/3 + 1
}

func validDay(y, m, d int) bool {
	if y < 1000 || m < 1 || m > 12 || d < 1 {
		return false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t.Day() == d
}

func isoDay(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }
