package when

import (
	"strings"
	"time"
)

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
	"aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}

var weekdays = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6}

// seasons give the first month; a season has three.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

type unit uint8

const (
	noUnit unit = iota
	minute
	hour
	day
	week
	month
	year
	decade
	century
)

var units = map[string]unit{"second": minute, "seconds": minute, "minute": minute, "minutes": minute, "hour": hour, "hours": hour,
	"day": day, "days": day, "week": week, "weeks": week, "fortnight": week, "month": month, "months": month, "year": year, "years": year,
	"decade": decade, "decades": decade, "century": century, "centuries": century, "night": day, "nights": day}

var numbers = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}

// dayParts are parts of the day; they sharpen a day but add no date.
var dayParts = map[string]bool{"morning": true, "afternoon": true, "evening": true, "night": true, "noon": true, "midday": true,
	"midnight": true, "dawn": true, "dusk": true, "lunchtime": true}

// feasts are days with a fixed date that news takes for known.
var feasts = map[string]date{"christmas": {0, 12, 25}, "christmas day": {0, 12, 25}, "christmas eve": {0, 12, 24}, "boxing day": {0, 12, 26},
	"new year": {0, 1, 1}, "new year's day": {0, 1, 1}, "new year's eve": {0, 12, 31}, "new year 's day": {0, 1, 1}, "new year 's eve": {0, 12, 31},
	"new year day": {0, 1, 1}, "may day": {0, 5, 1}, "valentine 's day": {0, 2, 14}, "armistice day": {0, 11, 11}, "remembrance day": {0, 11, 11},
	"bastille day": {0, 7, 14}, "epiphany": {0, 1, 6}, "halloween": {0, 10, 31}, "all saints ' day": {0, 11, 1}, "assumption day": {0, 8, 15}}

// movable are the feasts that follow Easter, in days from Easter Sunday.
var movable = map[string]int{"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
	"maundy thursday": -3, "ascension day": 39, "whit monday": 50, "pentecost": 49, "whit sunday": 49}

// figures reads a number of at most nine figures. Most words are none, which
// strconv says at the price of an error.
func figures(s string) (n int, ok bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// yearOf reads a year written in four digits, between 1500 and 2199.
func yearOf(s string) int {
	if len(s) != 4 {
		return 0
	}
	n, ok := figures(s)
	if !ok || n < 1500 || n > 2199 {
		return 0
	}
	return n
}

// dayNumber reads the number of a day: "7", "7th", "21st".
func dayNumber(s string) (n int, ordinal bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if t, ok := strings.CutSuffix(s, end); ok {
			s, ordinal = t, true
			break
		}
	}
	if len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n, ok := figures(s)
	if !ok || n < 1 || n > 31 {
		return 0, false
	}
	return n, ordinal
}

// decadeOf reads "1990s", "90s" or "'90s" as its first year.
func decadeOf(s string) int {
	t, ok := strings.CutSuffix(s, "s")
	t = strings.TrimSuffix(t, "'")
	t = strings.TrimLeft(t, "'")
	if !ok || len(t) != 2 && len(t) != 4 || t[len(t)-1] != '0' {
		return map[string]int{"thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}[s]
	}
	if len(t) == 4 {
		return yearOf(t)
	}
	n, ok := figures(t)
	if !ok || n < 20 {
		return 0
	}
	return 1900 + n
}
