package event

import (
	"entente/extract/analysis"
	"entente/schema"
)

// gatherings are the nouns by which a story speaks again of a meeting.
var gatherings = wordSet(`meeting discussion talk conversation encounter session visit summit gathering exchange negotiation
	audience dialogue conference`)

// reach is how many sentences a second mention may stand from the first.
const reach = 8

// refine reads "the discussion in Delhi lasted ten minutes" after "the two
// met in India": a definite noun for a meeting, with a place inside the one
// that is known or where none is, tells where the last meeting was.
func refine(art *analysis.Article, ss []sentence, all []*found) {
	order := map[*sentence]int{}
	for i := range ss {
		order[&ss[i]] = i
	}
	for i := range ss {
		s := &ss[i]
		for _, m := range s.mentions {
			noun := s.gatheringAt(m)
			if noun < 0 || len(m.Entities) != 1 || s.preposition(m) != "in" && s.preposition(m) != "at" {
				continue
			}
			place := m.Entities[0]
			if e := lastMeeting(art, order, all, i, place); e != nil {
				e.place, e.placeOwn = place, true
				e.also = append(e.also, &found{s: s})
			}
		}
	}
	for _, e := range all {
		if m := meetingOf(art, all, e); m != nil {
			e.place = m.place
		}
	}
}

// meetingOf returns the meeting with a known place at which the event must
// have taken place: one party said it to the other, or to the other's state,
// on the day on which the two met. It is nil if the event has a place of its
// own.
func meetingOf(art *analysis.Article, all []*found, e *found) *found {
	if e.mode != schema.Actual || e.time == nil || len(e.time.Start) < len("2006-01-02") || e.placeOwn {
		return nil
	}
	for _, m := range all {
		if m == e || m.code != schema.Consult || m.mode != schema.Actual || m.place < 0 || m.time == nil || m.time.Start != e.time.Start ||
			m.s.block.Item != e.s.block.Item || e.place >= 0 && e.place != art.Entities[m.place].Country {
			continue
		}
		if art.Entities[m.a.entity].Type != schema.Person || art.Entities[m.b.entity].Type != schema.Person {
			continue
		}
		a, b := m.a.entity, m.b.entity
		if e.a.entity == a && speaksFor(art, b, e.b.entity) || e.a.entity == b && speaksFor(art, a, e.b.entity) {
			return m
		}
	}
	return nil
}

// speaksFor reports whether a party is the person or the person's state.
func speaksFor(art *analysis.Article, person, party int) bool {
	return party == person || art.Entities[person].Country == party
}

// gatheringAt returns the definite noun for a meeting that the place hangs
// on, -1 if none.
func (s *sentence) gatheringAt(m *analysis.Mention) int {
	d := s.block.Doc
	t := &d.Tokens[m.Head]
	if t.Dep != "pobj" || s.art.Entities[m.Entities[0]].Type != schema.Place {
		return -1
	}
	n := d.Tokens[t.Head].Head
	if !gatherings[lower(d, n)] || d.Tokens[n].POS != "NOUN" {
		return -1
	}
	if det := d.Child(n, "det"); det >= 0 && lower(d, det) == "the" || det >= 0 && lower(d, det) == "this" {
		return n
	}
	return -1
}

// lastMeeting returns the latest meeting before sentence i that can have been
// at the place: its own place is unknown or the state that the place lies in.
func lastMeeting(art *analysis.Article, order map[*sentence]int, all []*found, i, place int) *found {
	var best *found
	for _, e := range all {
		at := order[e.s]
		if e.code != schema.Consult || e.mode != schema.Actual || at > i || i-at > reach || e.s.block.Item != art.Blocks[e.s.index].Item {
			continue
		}
		if e.place >= 0 && e.place != art.Entities[place].Country {
			continue
		}
		if e.a.entity == place || e.b.entity == place || !mutual[e.k.lemma] && !mutual[e.k.object] {
			continue
		}
		if best == nil || at >= order[best.s] {
			best = e
		}
	}
	return best
}
