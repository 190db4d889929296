package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"entente/schema"
)

// format is the way in which a text is divided into items.
type format uint8

const (
	report     format = iota // one story
	livePage                 // entries with the time of day
	chronology               // entries with a date in front
	byDay                    // a heading for each day
	digest                   // paragraphs that open with a place or subject in capitals
	bullets                  // headings in capitals over lists
	gallery                  // numbered captions
)

var (
	clockLine = regexp.MustCompile(`^(?:[01]?\d|2[0-3])[.:h][0-5]\d(?:\s?(?:am|pm|a\.m\.|p\.m\.))?(?:\s?[A-Z]{2,4})?$|^\d{1,2}(?::\d\d)?\s?(?:am|pm)$`)
	clockHead = regexp.MustCompile(`^((?:[01]?\d|2[0-3])[.:h]?[0-5]\d(?:\s?(?:am|pm|a\.m\.|p\.m\.))?(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET))?)(?:\s*[-–—:|]\s+|\s+)["“‘'\p{L}]`)
	dateHead  = regexp.MustCompile(`(?i)^((?:(?:` + weekday + `,?\s+)?(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+` + monthWord + `|` + monthWord + `\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?)(?:,?\s+\d{4})?|` + monthWord + `\s+\d{4}|\d{4}(?:-\d{2}-\d{2})?))\s*(?:-{1,2}|–|—|:|\|)\s+\S`)
	dayLine   = regexp.MustCompile(`(?i)^(?:` + weekday + `,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?(?:\s+` + monthWord + `)?|` + monthWord + `\s+\d{1,2})(?:,?\s+\d{4})?$`)
	capsHead  = regexp.MustCompile(`^([\p{Lu}][\p{Lu}0-9'’&. /-]{2,40}[\p{Lu})])(?:\.|:| -| –| —)\s+\S`)
	number    = regexp.MustCompile(`^(\d{1,2}/\d{1,2})\s+\S`)
	functions = regexp.MustCompile(`\b(?:THE|A|AN|OF|HOW|WHAT|WHY|WHO|WHERE|WHEN|IT|IS|WAS|NOT|IN|BRIEF|NEXT|TO)\b`)
)

// detect counts the openings of the lines and says how the text is divided.
func detect(lines []line) format {
	var clocks, dates, days, caps, nums, heads int
	hours := tellsHours(lines)
	for i, l := range lines {
		switch {
		case clockLine.MatchString(l.text):
			clocks++
		case dayLine.MatchString(l.text) && i > 0 && words(l.text) >= 2:
			days++
		case number.MatchString(l.text):
			nums++
		case dateHead.MatchString(l.text) && !(hours && clockHead.MatchString(l.text)):
			dates++
		case clockHead.MatchString(l.text):
			clocks++
		case capsHead.MatchString(l.text) && i > 0:
			caps++
		case i > 0 && capsHeading(l.text) && i+1 < len(lines) && bullet(lines[i+1].text):
			heads++
		}
	}
	switch {
	case clocks >= 3:
		return livePage
	case dates >= 3:
		return chronology
	case days >= 3:
		return byDay
	case nums >= 3:
		return gallery
	case caps >= 2:
		return digest
	case heads >= 2:
		return bullets
	}
	return report
}

// tellsHours reports whether the first lines name a time zone: "1702 - " is
// then the time of day, not a year.
func tellsHours(lines []line) bool {
	for i, l := range lines {
		if i < 4 && zone.MatchString(l.text) {
			return true
		}
	}
	return false
}

var zone = regexp.MustCompile(`\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|local time)\b`)

func capsHeading(s string) bool { return upperCase(s) && words(s) <= 6 && !strings.HasSuffix(s, ".") }

func bullet(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "– ")
}

// calendar gives the dates of items that do not write them out: it knows the
// date of the article and that of the item before.
type calendar struct {
	year, month int // of the entry before; 0 when unknown
	base        schema.Interval
}

var (
	numberRange = regexp.MustCompile(`\b(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\b`)
	monthInText = regexp.MustCompile(`(?i)\b` + monthWord)
	yearInText  = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d\b`)
)

// item reads the date in front of an item. A missing year or month is that of
// the item before, else of the article.
func (c *calendar) item(s string) schema.Interval {
	year, month := c.year, c.month
	if year == 0 && len(c.base.Start) >= 4 {
		year, _ = strconv.Atoi(c.base.Start[:4])
	}
	if month == 0 && len(c.base.Start) >= 7 {
		month, _ = strconv.Atoi(c.base.Start[5:7])
	}
	rest := s
	if y := yearInText.FindString(rest); y != "" {
		year, _ = strconv.Atoi(y)
		rest = strings.Replace(rest, y, " ", 1)
	}
	named := false
	if m := monthInText.FindString(rest); m != "" {
		month, named = monthNumber(m), true
		rest = strings.Replace(rest, m, " ", 1)
	}
	if year == 0 {
		return schema.Interval{}
	}
	iv := schema.Interval{Start: fmt.Sprintf("%04d", year), End: fmt.Sprintf("%04d", year), Text: s}
	if d := numberRange.FindStringSubmatch(rest); d != nil && month > 0 {
		first, _ := strconv.Atoi(d[1])
		last := first
		if d[2] != "" {
			last, _ = strconv.Atoi(d[2])
		}
		if !validDay(year, month, first) || !validDay(year, month, last) || last < first {
			return schema.Interval{}
		}
		iv.Start, iv.End = isoDay(year, month, first), isoDay(year, month, last)
	} else if named {
		iv.Start = fmt.Sprintf("%04d-%02d", year, month)
		iv.End = iv.Start
	}
	c.year, c.month = year, month
	return iv
}
