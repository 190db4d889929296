package question

import (
	"regexp"
	"strings"

	"entente/extract/analysis"
	"entente/extract/when"
	"entente/schema"
)

var (
	yearDigits = regexp.MustCompile(`\b(1[5-9]|20|21)\d\d\b`)
	monthNames = regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b`)
	weekdays   = regexp.MustCompile(`(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b`)
)

// time finds the time that the question is limited to. A date without a year
// can be of any year, and a weekday says nothing without an article.
func (b *builder) time(today string) {
	ctx := when.Context{Published: schema.Interval{Start: today, End: today}}
	for _, s := range b.d.Sents {
		for _, t := range when.Find(b.d, s, ctx) {
			text := b.d.Slice(t.Start, t.End)
			if t.Kind == analysis.Attrib || t.Kind == analysis.Length || t.Kind == analysis.Repeat || strings.EqualFold(text, "last") {
				continue
			}
			if t.Interval.IsZero() && !weekdays.MatchString(text) {
				continue
			}
			b.mark(t.Start, t.End)
			if t.Start > 0 && b.d.Tokens[t.Start-1].Dep == "prep" {
				b.used[t.Start-1] = true
			}
			q := b.q
			switch {
			case !q.Time.IsZero() || q.Season != "":
			case strings.HasPrefix(strings.ToLower(text), "that ") || strings.HasPrefix(strings.ToLower(text), "the same "): // of something told before
			case strings.Contains(strings.ToLower(text), "within") || strings.Contains(strings.ToLower(text), "hours"):
			case yearDigits.MatchString(text):
				q.Time = t.Interval
				q.Time.Text = text
			case weekdays.MatchString(text) && !monthNames.MatchString(text):
			case monthNames.MatchString(text) && !strings.Contains(strings.ToLower(text), "last") && !strings.Contains(strings.ToLower(text), "this") && !strings.Contains(strings.ToLower(text), "next"):
				if len(t.Interval.Start) >= 7 {
					q.Season = t.Interval.Start[4:]
				}
			default:
				q.Time, q.Relative = t.Interval, true
				q.Time.Text = text
			}
		}
	}
}

// timeFit says how well a statement's time suits the question's.
func (j *judge) timeFit(st *Statement) float64 {
	q := j.q
	known := st.Time != nil && !st.Time.IsZero()
	switch {
	case q.Season != "":
		if !known || len(st.Time.Start) < 4+len(q.Season) {
			return 0.5
		}
		if strings.HasPrefix(st.Time.Start[4:], q.Season) || st.Time.End != "" && strings.HasPrefix(st.Time.End[4:], q.Season) {
			return 1
		}
		return 0.06
	case q.Time.IsZero():
		return 1
	case !known:
		return 0.45
	case q.Time.Contains(*st.Time):
		return 1
	case q.Time.Overlaps(*st.Time):
		return 0.85
	case q.Relative:
		return 0.3
	}
	return 0.04
}
