package when

import (
	"entente/extract/analysis"
	"entente/schema"
)

// resolver turns the expressions of one sentence into dates, from left to
// right: base is the day of speech, anchor the time in force.
type resolver struct {
	s      *sentence
	ctx    Context
	base   date
	anchor date
	story  date
	recent date // the last day named, for "the same evening"
	stated date // the last date of the sentence that came with its year
}

func newResolver(s *sentence, ctx Context) *resolver {
	r := &resolver{s: s, ctx: ctx, base: parseDate(ctx.Published.Start), anchor: parseDate(ctx.Previous.Start), story: parseDate(ctx.Story.Start)}
	if item := parseDate(ctx.Item.Start); item.d > 0 {
		r.base = item
	} else if item.known() && !r.base.known() {
		r.base = item
	}
	if !r.anchor.known() {
		r.anchor = r.base
	}
	if !r.story.known() {
		r.story = r.base
	}
	r.recent = parseDate(ctx.Recent.Start)
	if r.anchor.d > 0 || !r.recent.known() {
		r.recent = r.anchor
	}
	return r
}

// resolve returns the first and the last date that expression k covers, both
// zero when it cannot be told.
func (r *resolver) resolve(k int) (from, to date) {
	e := &r.s.exprs[k]
	from, to = r.dates(e, k)
	if !to.known() && e.role != analysis.Since {
		to = from
	}
	if !from.valid() {
		from, to = date{}, date{}
	}
	if from.known() && e.form != fromEvent && (e.role != analysis.Attrib || from.d > 0) {
		r.anchor = from
		if from.d > 0 {
			r.recent = from
		}
		if e.form == absolute && e.at.y > 0 {
			r.stated = e.at
		}
	}
	return from, to
}

func (r *resolver) tense(e *expr) tense {
	t := tenseOf(r.s.doc, r.s.head(e))
	if t == present && r.ctx.Present {
		return past
	}
	if e.role == analysis.Until && t != past {
		return future
	}
	return t
}

func (r *resolver) dates(e *expr, k int) (from, to date) {
	switch e.form {
	case absolute:
		from = r.absolute(e)
		if e.to.known() || e.to.m > 0 || e.to.d > 0 {
			to = e.to
			if to.y == 0 {
				to.y = from.y
			}
			if to.m == 0 && from.m > 0 {
				to.m = from.m
			}
		}
		return from, to
	case onWeekday:
		return r.weekday(e), date{}
	case deictic:
		return r.deictic(e)
	case shifted:
		if e.unit == day && e.n == 0 && k+1 < len(r.s.exprs) {
			// "the same day, 22 July": the date says which.
			if o := &r.s.exprs[k+1]; o.form == absolute && o.at.d > 0 && o.start == e.end+1 && r.s.at(e.end) == "," {
				return r.absolute(o), date{}
			}
		}
		return r.shifted(e), date{}
	case sameDay:
		if e.unit <= hour {
			return r.recent, date{}
		}
		if r.recent.d > 0 {
			return r.recent, r.recent.addDays(map[unit]int{day: 1, week: 7, month: 30, year: 365}[e.unit])
		}
		return r.anchor, date{}
	case inDecade:
		return e.at, date{e.at.y + 9, 0, 0}
	case inSeason:
		from = r.recurring(e, r.tense(e))
		return from, from.addMonths(2)
	case weekend:
		return r.weekendDays(e)
	case feast:
		return r.feast(e), date{}
	case eve:
		return r.eve(k), date{}
	case dayOnly:
		return r.dayOfMonth(e), date{}
	case fromEvent:
		return r.fromEvent(k), date{}
	case storyDay:
		return r.dayOf(k), date{}
	}
	return date{}, date{}
}

// known reports whether an interval says anything.
func known(i schema.Interval) bool { return !i.IsZero() }
