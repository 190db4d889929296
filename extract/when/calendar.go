package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"entente/schema"
)

// date is a day, a month (day 0) or a year (month and day 0); the zero date
// is unknown.
type date struct{ y, m, d int }

func (t date) known() bool { return t.y != 0 }

// String writes the date in ISO 8601, cut to what is known.
func (t date) String() string {
	switch {
	case t.y == 0:
		return ""
	case t.m == 0:
		return fmt.Sprintf("%04d", t.y)
	case t.d == 0:
		return fmt.Sprintf("%04d-%02d", t.y, t.m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", t.y, t.m, t.d)
}

// parseDate reads what String writes; anything after the day is dropped.
func parseDate(s string) date {
	var n [3]int
	for i, part := range strings.SplitN(s, "-", 3) {
		if len(part) > 2 && i == 2 {
			part = part[:2]
		}
		v, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		n[i] = v
	}
	return date{n[0], n[1], n[2]}
}

// first is the first day of what t covers.
func (t date) first() time.Time {
	return time.Date(t.y, time.Month(max(t.m, 1)), max(t.d, 1), 0, 0, 0, 0, time.UTC)
}

// last is the last day of what t covers.
func (t date) last() time.Time {
	switch {
	case t.m == 0:
		return time.Date(t.y, 12, 31, 0, 0, 0, 0, time.UTC)
	case t.d == 0:
		return time.Date(t.y, time.Month(t.m)+1, 0, 0, 0, 0, 0, time.UTC)
	}
	return t.first()
}

func dayOf(t time.Time) date { return date{t.Year(), int(t.Month()), t.Day()} }

func (t date) month() date { return date{t.y, t.m, 0} }

func (t date) addDays(n int) date {
	if t.d == 0 {
		return t
	}
	return dayOf(t.first().AddDate(0, 0, n))
}

// addMonths moves by months; the result has no day.
func (t date) addMonths(n int) date {
	if t.m == 0 {
		return date{t.y + n/12, 0, 0}
	}
	k := t.y*12 + t.m - 1 + n
	return date{k / 12, k%12 + 1, 0}
}

func (t date) weekday() time.Weekday { return t.first().Weekday() }

// valid reports whether the day exists.
func (t date) valid() bool {
	return t.y > 0 && t.m <= 12 && (t.d == 0 || t.d > 0 && t.d <= date{t.y, t.m, 0}.last().Day())
}

// monday is the Monday of the week that day t lies in.
func (t date) monday() date { return t.addDays(-(int(t.weekday()) + 6) % 7) }

// easter returns Easter Sunday of a year in the Gregorian calendar (the
// anonymous algorithm of 1876).
func easter(y int) date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return date{y, n / 31, n%31 + 1}
}

func interval(a, b date, text string) schema.Interval {
	return schema.Interval{Start: a.String(), End: b.String(), Text: text}
}
