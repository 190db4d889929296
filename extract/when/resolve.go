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
		return r.story, date{}
	}
	return date{}, date{}
}

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

// move goes n units from a date, to the precision that both allow.
func move(a date, n int, u unit) date {
	switch u {
	case day:
		return a.addDays(n)
	case week:
		return a.addDays(7 * n)
	case month:
		return a.month().addMonths(n)
	case year:
		return date{a.y + n, 0, 0}
	case decade:
		return date{a.y + 10*n, 0, 0}
	}
	return date{}
}

// absolute fills in the year that a date leaves out.
func (r *resolver) absolute(e *expr) date {
	if e.at.y > 0 {
		return e.at
	}
	return r.recurring(e, r.tense(e))
}

// recurring picks the occurrence of a month, or a day of a month, that is
// meant.
func (r *resolver) recurring(e *expr, t tense) date {
	at := e.at
	if at.y > 0 {
		return at
	}
	if e.ofYear != nil {
		y := 0
		switch *e.ofYear {
		case last:
			y = r.base.y - 1
		case this, bare:
			y = r.base.y
		case next:
			y = r.base.y + 1
		case that:
			y = r.anchor.y
		case previous:
			y = r.anchor.y - 1
		case following:
			y = r.anchor.y + 1
		}
		if y <= 0 {
			return date{}
		}
		return date{y, at.m, at.d}
	}
	base := r.base
	switch e.rel {
	case that:
		if r.anchor.known() {
			return date{r.anchor.y, at.m, at.d}
		}
	case previous:
		return before(at, r.anchor, true)
	case following:
		return after(at, r.anchor, true)
	case last:
		return before(at, base, true)
	case next:
		return after(at, base, true)
	case this:
		return date{base.y, at.m, at.d}
	}
	if !base.known() {
		if r.anchor.known() {
			return date{r.anchor.y, at.m, at.d}
		}
		return date{}
	}
	if t == future {
		return after(at, base, false)
	}
	// After a year in the same sentence the month belongs to that year.
	if a := r.stated; a.known() && a.y < base.y {
		if c := after(at, a, false); c.known() && !c.first().After(base.first()) {
			return c
		}
	}
	return before(at, base, false)
}

// before returns the latest occurrence of a day or month that does not lie
// after base; strictly before it when asked.
func before(at, base date, strictly bool) date {
	if !base.known() {
		return date{}
	}
	c := date{base.y, at.m, at.d}
	limit := base.last()
	for c.first().After(limit) || strictly && (c == base || c == base.month()) {
		c.y--
	}
	if strictly && at.d == 0 && base.m == at.m && c.y == base.y {
		c.y--
	}
	return c
}

// after returns the first occurrence that does not end before base.
func after(at, base date, strictly bool) date {
	if !base.known() {
		return date{}
	}
	c := date{base.y, at.m, at.d}
	for c.last().Before(base.first()) || strictly && (c == base || c == base.month()) {
		c.y++
	}
	return c
}

// weekday picks the day that a weekday's name means.
func (r *resolver) weekday(e *expr) date {
	base := r.base
	if base.d == 0 {
		return date{}
	}
	if e.unit == week { // "Tuesday of last week"
		n := map[rel]int{last: -7, next: 7}[e.rel]
		return base.monday().addDays(n + (int(e.weekday)+6)%7)
	}
	back := func(from date, strictly bool) date {
		n := (int(from.weekday()) - int(e.weekday) + 7) % 7
		if n == 0 && strictly {
			n = 7
		}
		return from.addDays(-n)
	}
	forth := func(from date, strictly bool) date {
		n := (int(e.weekday) - int(from.weekday()) + 7) % 7
		if n == 0 && strictly {
			n = 7
		}
		return from.addDays(n)
	}
	anchor := r.anchor
	if anchor.d == 0 {
		anchor = base
	}
	switch e.rel {
	case last:
		d := back(base, true)
		if d == base.addDays(-1) { // that would be "yesterday"
			d = d.addDays(-7)
		}
		return d
	case next:
		return forth(base, true)
	case previous:
		return back(anchor, true)
	case following:
		return forth(anchor, true)
	case that:
		return back(anchor, false)
	case this:
		return base.monday().addDays((int(e.weekday) + 6) % 7)
	}
	if t := r.tense(e); t == future || t == present {
		return forth(base, false)
	}
	return back(base, false)
}

func (r *resolver) deictic(e *expr) (from, to date) {
	base := r.base
	if !base.known() {
		return date{}, date{}
	}
	named := e.rel != bare || e.rule == "part of unit"
	switch e.unit {
	case minute, hour:
		return base, date{}
	case day:
		if e.n == 0 && e.rule == "ago" {
			return base.addDays(-6), base.addDays(-2)
		}
		return base.addDays(e.n), date{}
	case week:
		switch {
		case named:
			m := base.monday().addDays(7 * e.n)
			return m, m.addDays(6)
		case e.n == 0:
			return base.addDays(-35), base.addDays(-14)
		}
		return base.addDays(7 * e.n), date{}
	case month:
		if e.n == 0 && !named {
			return date{}, date{}
		}
		return base.month().addMonths(e.n), date{}
	case year:
		switch {
		case e.n == 0 && !named:
			return date{}, date{}
		case !named && e.n == -1:
			return base.month().addMonths(-12), date{}
		}
		return date{base.y + e.n, 0, 0}, date{}
	case decade:
		if e.n == 0 {
			return date{}, date{}
		}
		return date{base.y + 10*e.n, 0, 0}, date{}
	case century:
		return date{base.y + 100*e.n, 0, 0}, date{}
	}
	return date{}, date{}
}

func (r *resolver) shifted(e *expr) date {
	a := r.anchor
	if (e.unit == day || e.unit == week) && a.d == 0 {
		a = r.recent
	}
	if !a.known() {
		return date{}
	}
	switch e.unit {
	case day:
		return a.addDays(e.n)
	case week:
		return a.addDays(7 * e.n)
	case month:
		return a.month().addMonths(e.n)
	case year:
		if e.rule == "earlier or later" && (e.n == 1 || e.n == -1) && a.m > 0 && e.end-e.start > 1 && r.s.at(e.start) != "the" {
			return a.month().addMonths(12 * e.n)
		}
		return date{a.y + e.n, 0, 0}
	case decade:
		return date{a.y + 10*e.n, 0, 0}
	}
	return date{}
}

func (r *resolver) weekendDays(e *expr) (from, to date) {
	base := r.base
	if base.d == 0 {
		return date{}, date{}
	}
	saturday := base.monday().addDays(5)
	switch t := r.tense(e); {
	case e.rel == next:
		if base.weekday() == 6 || base.weekday() == 0 {
			saturday = saturday.addDays(7)
		}
	case e.rel == last || e.rel != this && t != future && t != present:
		if saturday.first().After(base.first()) || e.rel == last && base.weekday() == 6 {
			saturday = saturday.addDays(-7)
		}
	}
	return saturday, saturday.addDays(1)
}

func (r *resolver) feast(e *expr) date {
	y := e.at.y
	if y == 0 {
		if !r.base.known() {
			return date{}
		}
		y = r.base.y
		day := easter(y).addDays(e.n)
		if t := r.tense(e); t == future && r.base.d > 0 && day.first().Before(r.base.first()) {
			y++
		} else if t != future && day.first().After(r.base.first()) {
			y--
		}
	}
	return easter(y).addDays(e.n)
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

func (r *resolver) dayOfMonth(e *expr) date {
	a := r.anchor
	if a.m == 0 {
		a = r.base
	}
	if a.m == 0 {
		return date{}
	}
	c := date{a.y, a.m, e.at.d}
	if r.base.d > 0 && a.month() == r.base.month() {
		t := r.tense(e)
		if t == future && c.d < r.base.d {
			m := c.month().addMonths(1)
			c = date{m.y, m.m, c.d}
		} else if t != future && c.d > r.base.d {
			m := c.month().addMonths(-1)
			c = date{m.y, m.m, c.d}
		}
	}
	return c
}

// known reports whether an interval says anything.
func known(i schema.Interval) bool { return !i.IsZero() }
