package event

import (
	"entente/extract/analysis"
	"entente/schema"
)

// merge joins the events of an article that are one event told twice: equal
// parties and code, equal mode, and no contradiction in time and place. The
// first stays, with the more precise time and place; the others become
// further evidence.
func merge(art *analysis.Article, all []*found) []*found {
	var out []*found
	for _, e := range all {
		joined := false
		for _, o := range out {
			if sameEvent(art, e, o) {
				o.absorb(art, e)
				joined = true
				break
			}
		}
		if !joined {
			out = append(out, e)
		}
	}
	return out
}

func sameEvent(art *analysis.Article, e, o *found) bool {
	if e.code != o.code || e.mode != o.mode || e.code == schema.NoCode && e.relation != o.relation {
		return false
	}
	same := e.a.entity == o.a.entity && e.b.entity == o.b.entity
	swapped := e.a.entity == o.b.entity && e.b.entity == o.a.entity && reciprocal(e.code)
	if !same && !swapped || e.s.block.Item != o.s.block.Item {
		return false
	}
	if e.time != nil && o.time != nil && (e.timeOwn || o.timeOwn) && !e.time.Overlaps(*o.time) {
		return false
	}
	return e.place < 0 || o.place < 0 || e.place == o.place || !e.placeOwn || !o.placeOwn || inside(art, e.place, o.place) || inside(art, o.place, e.place)
}

// inside reports whether a town lies in a state.
func inside(art *analysis.Article, town, state int) bool {
	return art.Entities[town].Country == state
}

// absorb takes over what the second telling knows better. The surer telling
// gives the event its words.
func (e *found) absorb(art *analysis.Article, o *found) {
	if o.prob > e.prob {
		first := *e
		first.also = nil
		*e, o = found{also: e.also, s: o.s, k: o.k, a: o.a, b: o.b, raw: o.raw, code: o.code, codeProb: o.codeProb, codes: o.codes, mode: o.mode, modes: o.modes,
			time: o.time, timeOwn: o.timeOwn, place: o.place, placeOwn: o.placeOwn, by: o.by, relation: o.relation, prob: o.prob,
			rule: o.rule}, &first
	}
	e.also = append(e.also, o)
	if o.time != nil && (e.time == nil || o.timeOwn && !e.timeOwn || o.timeOwn == e.timeOwn && len(o.time.Start) > len(e.time.Start)) {
		e.time, e.timeOwn = o.time, o.timeOwn
	}
	if o.place >= 0 && (e.place < 0 || o.placeOwn && (!e.placeOwn || inside(art, o.place, e.place))) {
		e.place, e.placeOwn = o.place, o.placeOwn
	}
	if e.by < 0 {
		e.by = o.by
	}
}
