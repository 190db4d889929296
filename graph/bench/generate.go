package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"entente/schema"
)

// generator makes articles about entities whose frequency falls by a power
// law, the same ones in every run.
type generator struct {
	r        *rand.Rand
	entities []schema.Entity
	places   []schema.Ref
	n        int
}

const entityCount = 30_000

func newGenerator() *generator {
	g := &generator{r: rand.New(rand.NewPCG(1, 2))}
	seen := map[string]bool{}
	name := func(parts int) string {
		for {
			var words []string
			for range parts {
				var b strings.Builder
				for range 2 + g.r.IntN(2) {
					b.WriteByte("bcdfghklmnprstvz"[g.r.IntN(16)])
					b.WriteByte("aeiou"[g.r.IntN(5)])
				}
				w := b.String()
				words = append(words, strings.ToUpper(w[:1])+w[1:])
			}
			if s := strings.Join(words, " "); !seen[s] {
				seen[s] = true
				return s
			}
		}
	}
	for i := range entityCount {
		var e schema.Entity
		switch {
		case i%150 == 0:
			e.Name, e.Type = name(1), schema.Country
			e.Same = fmt.Sprintf("iso3166:%03d", i/150)
			e.Aliases = []string{e.Name + "ia", "Republic of " + e.Name}
		case i%5 == 1:
			e.Name, e.Type = name(2)+" Organization", schema.Organization
		default:
			e.Name, e.Type = name(2), schema.Person
			e.Aliases = []string{strings.Fields(e.Name)[1]}
		}
		e.ID = schema.EntityID(e.Name)
		g.entities = append(g.entities, e)
	}
	for range 400 {
		n := name(1) + " City"
		g.places = append(g.places, schema.Ref{ID: schema.EntityID(n), Name: n, Type: schema.Place})
	}
	return g
}

// pick draws an entity: the k-th most frequent with a weight of 1/(k+3)^0.9.
func (g *generator) pick() schema.Entity {
	const s = 0.9
	n := float64(entityCount + 3)
	x := math.Pow(g.r.Float64()*(math.Pow(n, 1-s)-math.Pow(3, 1-s))+math.Pow(3, 1-s), 1/(1-s)) - 3
	return g.entities[min(max(int(x), 0), entityCount-1)]
}

var relations = map[schema.Code][]string{
	schema.Consult: {"meet", "hold talks with", "call", "visit"}, schema.Agree: {"agree with", "sign with"},
	schema.Support: {"praise", "support"}, schema.Aid: {"send aid to"}, schema.Accuse: {"accuse", "blame"},
	schema.Request: {"urge", "call on"}, schema.Reject: {"reject"}, schema.Threaten: {"threaten", "warn"},
	schema.Sanction: {"impose sanctions on"}, schema.Assault: {"attack"}, schema.Mobilize: {"mobilize against"},
}

// article makes the next article: twenty events and a few standing relations.
func (g *generator) article() *schema.Result {
	g.n++
	day := func() string {
		return fmt.Sprintf("%04d-%02d-%02d", 2004+g.r.IntN(20), 1+g.r.IntN(12), 1+g.r.IntN(28))
	}
	r := &schema.Result{Article: schema.Article{ID: fmt.Sprintf("art:g%06d", g.n), Title: fmt.Sprintf("Article %d", g.n),
		Source: fmt.Sprintf("Source %d", g.n%40), Text: fmt.Sprintf("Text of article %d", g.n)}}
	d := day()
	r.Article.Date = schema.Interval{Start: d, End: d}
	known := map[string]bool{}
	ref := func(e schema.Entity) schema.Ref {
		if !known[e.ID] {
			known[e.ID] = true
			r.Entities = append(r.Entities, e)
		}
		return e.Ref
	}
	codes := []schema.Code{schema.Consult, schema.Consult, schema.Consult, schema.Agree, schema.Support, schema.Aid, schema.Accuse,
		schema.Accuse, schema.Request, schema.Request, schema.Reject, schema.Threaten, schema.Sanction, schema.Assault, schema.Mobilize}
	for i := range 20 {
		a, b := g.pick(), g.pick()
		if a.ID == b.ID {
			continue
		}
		code := codes[g.r.IntN(len(codes))]
		rels := relations[code]
		e := schema.Event{Subject: ref(a), Object: ref(b), Relation: rels[g.r.IntN(len(rels))], Code: code, Mode: schema.Actual,
			Confidence: 0.5 + g.r.Float64()/2, Rule: "generated", Symmetric: code == schema.Consult}
		if g.r.IntN(100) < 30 {
			p := g.places[g.r.IntN(len(g.places))]
			e.Place = &p
		}
		if g.r.IntN(100) < 60 {
			w := d
			if g.r.IntN(3) == 0 {
				w = day()
			}
			e.Time = &schema.Interval{Start: w, End: w}
		}
		if g.r.IntN(100) < 15 {
			e.Mode = schema.Modes[1+g.r.IntN(4)]
		}
		e.Evidence = schema.Evidence{Article: r.Article.ID, Start: i * 90, End: i*90 + 80,
			Sentence: fmt.Sprintf("In sentence %d of article %d, %s did %s %s, it was said.", i, g.n, a.Name, e.Relation, b.Name)}
		r.Events = append(r.Events, e)
	}
	for i := range 2 {
		a, b := g.pick(), g.pick()
		if a.Type != schema.Person || b.Type == schema.Person {
			continue
		}
		of := ref(b)
		r.Standings = append(r.Standings, schema.Standing{Subject: ref(a), Relation: "position", Of: &of, Confidence: 0.9,
			Object:   schema.Ref{Name: "Minister", Type: schema.Other, ID: "ent:Minister"},
			Evidence: schema.Evidence{Article: r.Article.ID, Start: 2000 + i, End: 2050, Sentence: a.Name + " is minister of " + b.Name}})
	}
	return r
}
