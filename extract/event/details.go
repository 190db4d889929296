package event

import (
	"slices"

	"entente/extract/gold"
	"entente/extract/linear"
	"entente/schema"
)

// details are the cases of the models that say more of an event than its
// parties: kind, status, time and place.
type details struct {
	codings, modes, times, places []linear.Case
}

// trainDetails fits code, status, time and place to the gold events that a
// candidate stands for, or a predicate with one of the parties where the
// other is to be understood.
func (t *trainer) trainDetails(m *Models) {
	c := details{codings: slices.Clone(t.codes)}
	for _, a := range t.arts {
		x := newDiscourse()
		x.flow.dateline = datelineEntity(a.sample.Article)
		for i := range a.ss {
			s := &a.ss[i]
			x.enter(s)
			var here []*found
			done := map[*gold.Event]bool{}
			learn := func(k *clause, pa, pb argument, g *gold.Event) {
				if g == nil || done[g] {
					return
				}
				done[g] = true
				e := &found{s: s, k: k, a: pa, b: pb, raw: 1, codeProb: 1, place: -1}
				c.add(&a.sample, g, e, &x.flow)
				here = append(here, e)
			}
			for j := range a.cands[i] {
				if c := &a.cands[i][j]; c.label == 1 {
					learn(c.view.k, c.view.c.a, c.view.c.b, c.gold)
				}
			}
			ws := s.impliedViews(x, a.prominence, map[int]float64{})
			_, golds := alignImplied(ws, a.cands[i], a.sample.Gold)
			for j := range ws {
				pa, pb := ws[j].parties()
				learn(ws[j].k, pa, pb, golds[j])
			}
			x.after(here)
			x.leave(s, nil)
		}
	}
	m.mode = linear.TrainBatch(c.modes, linear.BatchOptions{Classes: len(schema.Modes), L2: 1, MinCount: 2})
	m.coding = c.fitCoding(40)
	m.time = linear.Train(c.times, linear.Options{Epochs: 12, MinCount: 2, L2: 2})
	m.place = linear.Train(c.places, linear.Options{Epochs: 12, MinCount: 2, L2: 2})
}

// fitCoding fits the coding model in so many iterations.
func (c *details) fitCoding(iterations int) *linear.Model {
	return linear.TrainBatch(c.codings, linear.BatchOptions{Classes: len(schema.Codes), L2: codingPenalty, MinCount: 3, Iterations: iterations})
}

// unknownWeight is what a detail counts for that the gold fact leaves open.
const unknownWeight = 0.15

func knownWeight(known bool) float32 {
	if known {
		return 1
	}
	return unknownWeight
}

// add adds the cases of one event whose gold fact is g, and notes in e where
// the sentence says that it happened.
func (c *details) add(from *Sample, g *gold.Event, e *found, fl *flow) {
	art := from.Gold
	s, k := e.s, e.k
	var code schema.Code
	if len(g.Codes) > 0 {
		code = schema.Code(g.Codes[0])
		c.codings = append(c.codings, codingCases(codingVector(s, k, &e.a, &e.b), g.Codes, from.Weight)...)
	}
	var v linear.Vector
	mode := schema.Mode(g.Mode)
	modeFeatures(s, k, code, &v)
	c.modes = append(c.modes, linear.Case{Vector: slices.Clone(v), Label: slices.Index(schema.Modes[:], mode), Weight: from.Weight})
	ts := s.timeCandidates()
	for n := range ts {
		label := 0
		if g.Date != "" && art.DateOK(g, &schema.Event{Time: &ts[n].Interval}) {
			label = 1
		}
		s.timeFeatures(k, ts, &ts[n], mode, &v)
		c.times = append(c.times, linear.Case{Vector: slices.Clone(v), Label: label, Weight: from.Weight * knownWeight(g.Date != "")})
	}
	ps := s.placeCandidates(fl)
	for n := range ps {
		label := 0
		name := s.art.Entities[ps[n].entity].Ref
		if g.Place != "" && art.PlaceOK(g, &schema.Event{Place: &name}) {
			label = 1
			if ps[n].source == ownPlace {
				e.place, e.placeOwn = ps[n].entity, true
			}
		}
		s.placeFeatures(k, fl, ps, &ps[n], e.a.entity, e.b.entity, code, mode, &v)
		c.places = append(c.places, linear.Case{Vector: slices.Clone(v), Label: label, Weight: from.Weight * knownWeight(g.Place != "")})
	}
}
