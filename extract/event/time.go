package event

import (
	"slices"
	"strings"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// Templates of the time model.
const (
	wSource uint32 = iota + 3000
	wRole
	wKind
	wRule
	wDistance
	wTense
	wVerbs
	wOnly
	wPair
	wPosition
	wAfter
	wScope
	wNamed
)

// whenSource says where a candidate time comes from.
type whenSource uint8

const (
	ownTime     whenSource = iota // an expression of the sentence
	inForce                       // the time of the sentence before
	itemTime                      // the item's own date
	publication                   // the article's date
	namedTime                     // the time that the sentences before named last, when it is not in force
)

// timeCandidate is a time that an event may have.
type timeCandidate struct {
	schema.Interval
	source whenSource
	at     int // index in Block.Times, -1
}

// flow is the place that runs on from sentence to sentence of an item; the
// time in force is Block.InForce.
type flow struct {
	place    int // entity of the place in force, -1
	placeAge int
	dateline int // entity of the dateline's place, -1
}

// timeCandidates lists the times that the event at p may have.
func (s *sentence) timeCandidates() []timeCandidate {
	var out []timeCandidate
	for k := range s.block.Times {
		t := &s.block.Times[k]
		if t.Start >= s.span.Start && t.End <= s.span.End && !t.Interval.IsZero() {
			out = append(out, timeCandidate{s.due(t), ownTime, k})
		}
	}
	if s.number < len(s.block.InForce) && !s.block.InForce[s.number].IsZero() {
		out = append(out, timeCandidate{s.block.InForce[s.number], inForce, -1})
	}
	if !s.block.Time.IsZero() {
		out = append(out, timeCandidate{s.block.Time, itemTime, -1})
	}
	if d := s.art.Source.Date; !d.IsZero() {
		out = append(out, timeCandidate{d, publication, -1})
	}
	if t := s.timeBefore(); t.Start != "" && !slices.ContainsFunc(out, func(c timeCandidate) bool { return c.Start == t.Start }) {
		out = append(out, timeCandidate{t, namedTime, -1})
	}
	return out
}

// timeBefore returns the time that the last two sentences of the paragraph
// named last: a story can stay in the past that a sentence has led it to.
func (s *sentence) timeBefore() schema.Interval {
	for n := 1; n <= 2 && s.number-n >= 0; n++ {
		sp := s.block.Doc.Sents[s.number-n]
		for i := len(s.block.Times) - 1; i >= 0; i-- {
			t := &s.block.Times[i]
			if t.Start >= sp.Start && t.End <= sp.End && t.Interval.Start != "" && t.Kind != analysis.Repeat && t.Kind != analysis.Length {
				return t.Interval
			}
		}
	}
	return schema.Interval{}
}

// due is what a time expression says of when an act falls due: a deadline
// ("by the end of May") is the time of a plan that keeps it.
func (s *sentence) due(t *analysis.Time) schema.Interval {
	iv := t.Interval
	if t.Kind != analysis.Until || iv.Start != "" {
		return iv
	}
	for i := t.Start - 1; i >= max(t.Start-2, s.span.Start); i-- {
		if strings.EqualFold(s.block.Doc.Tokens[i].Text, "by") {
			iv.Start = iv.End
		}
	}
	return iv
}

// timeFeatures fills v with what tells whether candidate c is the time of the
// event of clause k.
func (s *sentence) timeFeatures(k *clause, all []timeCandidate, c *timeCandidate, mode schema.Mode, v *linear.Vector) {
	d := s.block.Doc
	*v = (*v)[:0]
	src := uint32(c.source)
	own := 0
	for i := range all {
		if all[i].source == ownTime {
			own++
		}
	}
	v.Add(wSource, src)
	v.Add(wTense, src, key(k.tense), key(k.modal))
	v.Add(wTense, src, key(string(mode)))
	v.Add(wOnly, src, bucket(own))
	v.Add(wPosition, src, flag(s.index == 0), key(string(s.block.Kind)), flag(k.quoted))
	v.Add(wPosition, src, flag(s.block.Item > 0))
	precision := uint32(len(c.Start))
	v.Add(wKind, src, precision, flag(c.Start == c.End))
	if k.governor >= 0 {
		v.Add(wTense, src, key(k.govDep), 3)
	}
	if c.source == inForce {
		v.Add(wDistance, src, flag(c.Start == s.art.Source.Date.Start), bucket(own))
		v.Add(wDistance, src, flag(c.Start == s.art.Source.Date.Start), key(k.tense))
	}
	if c.source != ownTime {
		v.Add(wOnly, src, flag(own > 0), key(k.tense))
		v.Add(wOnly, src, bucket(own), key(d.Tokens[k.pred].POS))
		nearest, told := s.nearestReach(k, all), noReach
		for i := range all {
			if o := &all[i]; o.source == ownTime && o.Start == c.Start && o.End == c.End {
				t := &s.block.Times[o.at]
				told = min(told, s.reach(k, t, headOf(d.Tokens, t)))
			}
		}
		v.Add(wScope, src, nearest, told)
		if all[len(all)-1].source == namedTime {
			age := s.newness(all[len(all)-1].Start)
			v.Add(wNamed, src, age, bucket(own))
			v.Add(wNamed, src, age, key(k.tense))
			v.Add(wNamed, src, age, key(k.modal), flag(k.quoted))
		}
		if told == noReach {
			v.Add(wScope, src, nearest, key(k.tense), 9)
		}
		return
	}
	t := &s.block.Times[c.at]
	head := headOf(d.Tokens, t)

	if t.Rule == when.EventRule {
		after := counted(d, k, t)
		v.Add(wAfter, flag(after))
		if !after {
			return // the time of another act, whatever else speaks for it
		}
	}
	role := roleOf(d, k.verb, head)
	role2 := roleOf(d, k.pred, head)
	v.Add(wRole, key(generalRole(role)))
	v.Add(wRole, key(generalRole(role2)), key(d.Tokens[k.pred].POS))
	v.Add(wRole, key(role), uint32(t.Kind))
	v.Add(wKind, uint32(t.Kind), bucket(own))
	v.Add(wRule, key(t.Rule))
	dist := abs(head - k.pred)
	v.Add(wDistance, bucket(dist), flag(head < k.pred))
	v.Add(wDistance, bucket(dist), flag(head < k.pred), bucket(own))
	nearest := true
	for i := range all {
		if all[i].source == ownTime && all[i].at != c.at {
			o := headOf(d.Tokens, &s.block.Times[all[i].at])
			if abs(o-k.pred) < dist {
				nearest = false
			}
		}
	}
	v.Add(wPair, flag(nearest), bucket(own))
	v.Add(wPair, flag(nearest), key(generalRole(role)))
	v.Add(wVerbs, bucket(verbsBetween(s, head, k.pred)), flag(head < k.pred))
	v.Add(wVerbs, bucket(verbsBetween(s, head, k.pred)), bucket(own))
}

// verbsBetween counts the verbs strictly between two tokens.
func verbsBetween(s *sentence, a, b int) int {
	if a > b {
		a, b = b, a
	}
	n := 0
	for i := a + 1; i < b; i++ {
		if s.block.Doc.Tokens[i].POS == "VERB" {
			n++
		}
	}
	return n
}

// headOf returns the token of the expression that hangs outside it.
func headOf(tokens []nlp.Token, t *analysis.Time) int {
	for i := t.Start; i < t.End; i++ {
		if h := tokens[i].Head; h < t.Start || h >= t.End || h == i {
			return i
		}
	}
	return t.Start
}
