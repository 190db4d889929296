package when

import (
	"entente/extract/analysis"
)

// EventRule is the rule of expressions like "two days after" when they date
// the event that follows, counted back from the act of the main clause, and
// not that act itself.
const EventRule = "event before the act"

// fromEvent resolves "two days after X". When X brings its own date, the
// expression dates the act; else it dates X, counted back from the act.
func (r *resolver) fromEvent(k int) date {
	e := &r.s.exprs[k]
	if k+1 < len(r.s.exprs) {
		if n := &r.s.exprs[k+1]; n.form == absolute || n.form == onWeekday || n.form == deictic {
			if other, _ := r.dates(n, k+1); other.known() && n.start-e.end < 12 {
				e.rule = "counted from an event"
				return move(other, e.n, e.unit)
			}
		}
	}
	e.rule = EventRule
	act := r.story
	for j := range r.s.exprs {
		if o := &r.s.exprs[j]; j != k && o.form != fromEvent && o.role == analysis.Point {
			if d, _ := r.dates(o, j); d.known() {
				act = d
				break
			}
		}
	}
	return move(act, -e.n, e.unit)
}

// eve is the day before what comes next in the sentence with a date of its
// own, else before the main event of the story.
func (r *resolver) eve(k int) date {
	if k+1 < len(r.s.exprs) {
		if e := &r.s.exprs[k+1]; e.start-r.s.exprs[k].end <= 2 {
			if d, _ := r.dates(e, k+1); d.d > 0 {
				return d.addDays(-1)
			}
		}
	}
	return r.story.addDays(-1)
}

// dayOf is the day on which something happened "hours before the vote": one
// that the sentence names, else that of the main event.
func (r *resolver) dayOf(k int) date {
	for j := range r.s.exprs {
		switch e := &r.s.exprs[j]; e.form {
		case absolute, onWeekday, deictic:
			if d, _ := r.dates(e, j); d.d > 0 && e.role == analysis.Point {
				return d
			}
		}
	}
	return r.story
}
