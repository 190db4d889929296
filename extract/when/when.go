// Package when finds the time expressions of a sentence and says what they
// mean: which day "Thursday" is, which year "13 August" belongs to, what "a
// day earlier" counts from.
//
// Fill works through a whole article (flow.go); Find reads one sentence in a
// given Context. The words are matched by rules over tokens (match.go lists
// them): dates as they are written (written.go), years, seasons and feasts
// (period.go), words that count from the day of speech (deictic.go) or from
// the time in force (shift.go), and lengths of time (duration.go). The parse
// only decides tense (tense.go) and what an expression does in its clause
// (role.go). resolve.go turns the words into intervals: it picks the year or
// month that is left out (recur.go), counts days and months (count.go), and
// places an act by another one (event.go).
package when

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// Context is what a sentence's time expressions are read against.
type Context struct {
	// Published is the day of publication, the zero Interval when unknown.
	Published schema.Interval
	// Item is the date of the item of a chronology or digest that holds the
	// sentence, zero when it has none.
	Item schema.Interval
	// Previous is the time in force from the sentences before.
	Previous schema.Interval
	// Recent is the last day that the sentences before named, whatever was in
	// force since: what "the same evening" counts from.
	Recent schema.Interval
	// Story is the time of the main event, which the lead gives; zero when it
	// is not known yet.
	Story schema.Interval
	// Present says that the text tells past events in the present tense, as
	// headlines and chronologies do.
	Present bool
}

// Find returns the time expressions of the tokens of sent, by position. An
// expression that cannot be resolved has a zero Interval.
func Find(d *nlp.Doc, sent nlp.Span, ctx Context) []analysis.Time {
	w := make([]string, len(d.Tokens[sent.Start:sent.End]))
	for i := range w {
		w[i] = strings.ReplaceAll(strings.ToLower(d.Tokens[sent.Start+i].Text), "’", "'")
	}
	s := &sentence{doc: d, base: sent.Start, w: w}
	s.match()
	r := newResolver(s, ctx)
	out := make([]analysis.Time, 0, len(s.exprs))
	for k := range s.exprs {
		e := &s.exprs[k]
		from, to := r.resolve(k)
		if e.role == analysis.Span && e.joins {
			continue // told with the other end
		}
		if e.role == analysis.Span && k+1 < len(s.exprs) && s.exprs[k+1].joins {
			o := &s.exprs[k+1]
			_, to = r.resolve(k + 1)
			e.end, e.rule = o.end, "span"
		}
		t := analysis.Time{Start: e.start + sent.Start, End: e.end + sent.Start, Kind: e.role, Rule: e.rule}
		t.Interval = interval(from, to, d.Slice(t.Start, t.End))
		switch {
		case !from.known() && !to.known():
			t.Interval = schema.Interval{Text: t.Interval.Text}
		case e.role == analysis.Since && e.rule != "span":
			t.Interval.End = ""
		case e.role == analysis.Until:
			t.Interval.Start = ""
		}
		out = append(out, t)
	}
	return out
}
