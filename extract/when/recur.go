package when

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
