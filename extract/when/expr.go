package when

import (
	"time"

	"entente/extract/analysis"
)

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
