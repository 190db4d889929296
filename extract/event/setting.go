package event

import (
	"slices"
	"strings"
	"time"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/extract/when"
	"entente/schema"
)

// settingFeatures tell how the event stands to the scene of the story: "here"
// and "there", the day, and who was at the place.
func (s *sentence) settingFeatures(k *clause, f *flow, c *placeCandidate, a, b int, plover schema.Code, v *linear.Vector) {
	src := uint32(c.source)
	v.Add(pAdverb, src, s.pointing(k))
	ta, tb := key(string(s.art.Entities[a].Type)), key(string(s.art.Entities[b].Type))
	v.Add(pParties, src, ta, tb)
	v.Add(pParties, src, ta, tb, key(string(plover)))
	v.Add(pParties, src, flag(s.lies(c.entity, a)), flag(s.lies(c.entity, b)), 7)
	if c.source == ownPlace {
		return
	}
	on := s.clauseTime(k)
	day := s.newness(on)
	v.Add(pDay, src, day, key(k.tense))
	v.Add(pDay, src, day, key(k.modal))
	v.Add(pDay, src, day, key(string(plover)))
	if c.source != placeInForce {
		return
	}
	block, n := s.before(f.placeAge)
	if block == nil {
		return
	}
	same := inForceAt(block, n) == on
	met := uint32(0)
	sp := block.Doc.Sents[n]
	var there []int
	for i := range block.Mentions {
		if m := &block.Mentions[i]; m.Start >= sp.Start && m.End <= sp.End {
			there = append(there, m.Entities...)
		}
	}
	if slices.Contains(there, a) {
		met++
	}
	if slices.Contains(there, b) {
		met++
	}
	v.Add(pMet, met, flag(same))
	v.Add(pMet, met, flag(same), bucket(f.placeAge))
	v.Add(pMet, met, flag(same), key(string(plover)))
	v.Add(pMet, flag(same), flag(block == s.block), 3)
}

// lies reports whether a place lies in the state that the party is or stands
// for.
func (s *sentence) lies(place, party int) bool {
	state := party
	if s.art.Entities[party].Type != schema.Country {
		state = s.art.Entities[party].Country
	}
	return state >= 0 && s.art.Entities[place].Country == state
}

// pointing reports whether the clause is placed by a word alone: 1 "here", 2
// "there", 0 neither.
func (s *sentence) pointing(k *clause) uint32 {
	d := s.block.Doc
	for _, v := range []int{k.verb, k.pred} {
		for _, c := range d.Children(v) {
			t := &d.Tokens[c]
			if t.Dep == "expl" {
				continue
			}
			switch strings.ToLower(t.Text) {
			case "here":
				return 1
			case "there":
				return 2
			}
		}
	}
	return 0
}

// clauseTime returns the beginning of the time that the event's clause names,
// else of the one in force.
func (s *sentence) clauseTime(k *clause) string {
	for i := range s.block.Times {
		t := &s.block.Times[i]
		if t.Start < s.span.Start || t.End > s.span.End || t.Kind != analysis.Point || t.Interval.Start == "" {
			continue
		}
		if t.Rule == when.EventRule {
			if counted(s.block.Doc, k, t) {
				return t.Interval.Start
			}
			continue
		}
		if s.sameClause(k, headOf(s.block.Doc.Tokens, t)) {
			return t.Interval.Start
		}
	}
	return inForceAt(s.block, s.number)
}

// inForceAt returns the beginning of the time in force for sentence n of a
// block, "" where none is known.
func inForceAt(b *analysis.Block, n int) string {
	if n >= len(b.InForce) {
		return ""
	}
	return b.InForce[n].Start
}

// newness tells how old a day is on the day of publication: 0 unknown, 1 that
// day or the day before, 2 within a week, 3 older, 4 to come.
func (s *sentence) newness(t string) uint32 {
	p := s.art.Source.Date.Start
	n, ok := daysBetween(t, p)
	switch {
	case t == "" || p == "":
		return 0
	case !ok:
		return 3
	case n < 0:
		return 4
	case n <= 1:
		return 1
	case n <= 7:
		return 2
	}
	return 3
}

// daysBetween counts the days from one date to another, both written in full;
// ok is false where they are not.
func daysBetween(from, to string) (n int, ok bool) {
	a, err1 := time.Parse(time.DateOnly, from)
	b, err2 := time.Parse(time.DateOnly, to)
	if err1 != nil || err2 != nil {
		return 0, false
	}
	return int(b.Sub(a).Hours() / 24), true
}
