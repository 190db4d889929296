package when

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
