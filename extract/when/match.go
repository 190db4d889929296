package when

import (
	"cmp"
)

// match finds the expressions from left to right, the longest at each place.
func (s *sentence) match() {
	for i := 0; i < len(s.w); {
		var best expr
		for _, rule := range rules {
			if e, ok := rule.read(s, i); ok && e.end-e.start > best.end-best.start {
				best = e
				best.rule = cmp.Or(e.rule, rule.name)
			}
		}
		if best.end == 0 {
			i++
			continue
		}
		s.exprs = append(s.exprs, best)
		i = max(best.end, i+1)
	}
	s.spans()
	for k := range s.exprs {
		s.giveRole(k)
	}
}

type rule struct {
	name string
	read func(s *sentence, i int) (expr, bool)
}

// rules in order of preference among equals.
var rules = [...]rule{
	{"iso", isoDate}, {"day and month", dayMonth}, {"month and day", monthDay}, {"month", monthAlone}, {"weekday", weekdayName},
	{"today", todayWord}, {"ago", ago}, {"earlier or later", shift}, {"last or next", relUnit}, {"day in force", dayInForce}, {"feast", feastDay},
	{"season", seasonName}, {"weekend", weekendWord}, {"decade", decadeName}, {"year", yearAlone}, {"eve", eveOf}, {"part of unit", partOf},
	{"repeat", repeated}, {"within", within}, {"length", lengthOf}, {"day number", dayOfMonth},
}
