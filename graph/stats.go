package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente/schema"
)

// Stats are the sizes of a graph.
type Stats struct {
	Articles  int     `json:"articles"`
	Entities  int     `json:"entities"`
	Events    int     `json:"events"` // reported events: one an article
	Standings int     `json:"standings"`
	Links     int     `json:"links"` // imported links
	Quads     int64   `json:"quads"`
	Codes     []Count `json:"codes"`
	Modes     []Count `json:"modes"`
	Sources   []Count `json:"sources"`
	Years     []Count `json:"years"`
}

// Count is a name and how often it occurs.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Stats returns the sizes of the graph, from counters that are kept.
func (g *Graph) Stats(ctx context.Context) (*Stats, error) {
	s := new(Stats)
	err := g.look(ctx, func(v *view) error {
		for name, n := range map[string]*int{"article": &s.Articles, "entity": &s.Entities, "event": &s.Events,
			"standing": &s.Standings, "link": &s.Links} {
			b, err := v.r.get(key(tabMeta, "kind/"+name))
			if err != nil {
				return err
			}
			*n = number(b)
		}
		for name, list := range map[string]*[]Count{"code/": &s.Codes, "mode/": &s.Modes, "source/": &s.Sources, "year/": &s.Years} {
			var err error
			if *list, err = v.counts(name); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(s.Years, func(a, b Count) int { return strings.Compare(b.Name, a.Name) })
	s.Quads, err = g.size(ctx)
	return s, err
}

// size is the number of quads. It is counted by ourselves, because not every
// backend knows it.
func (g *Graph) size(ctx context.Context) (int64, error) {
	n := 0
	err := g.store.read(ctx, func(r reader) error {
		b, err := r.get(key(tabMeta, "kind/quad"))
		n = number(b)
		return err
	})
	return int64(n), err
}

// counts lists the counters below a name, the largest first.
func (v *view) counts(below string) ([]Count, error) {
	out := []Count{}
	p := key(tabMeta, below)
	err := v.r.scan(p, "", func(k, val []byte) error {
		out = append(out, Count{string(k[len(p):]), number(val)})
		return nil
	})
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Name, b.Name))
	})
	return out, err
}

// Schema is the vocabulary that a graph uses.
type Schema struct {
	Types      []schema.EntityType `json:"types"`
	Codes      []CodeUse           `json:"codes"`
	Modes      []schema.Mode       `json:"modes"`
	Relations  []Count             `json:"relations"` // of events
	Standings  []Count             `json:"standings"` // standing relations
	Prefixes   map[string]string   `json:"prefixes"`  // short prefix -> full IRI
	Predicates []string            `json:"predicates"`
}

// CodeUse is a PLOVER code, its quad class and how many reported events have it.
type CodeUse struct {
	Code  schema.Code `json:"code"`
	Class schema.Quad `json:"class"`
	Count int         `json:"count"`
}

// Schema returns the vocabulary with how often each part of it is used.
func (g *Graph) Schema(ctx context.Context) (*Schema, error) {
	s := &Schema{Types: []schema.EntityType{schema.Person, schema.Country, schema.Organization, schema.Place, schema.Group,
		schema.Agreement, schema.Conflict, schema.Other}, Modes: schema.Modes[:], Prefixes: map[string]string{}}
	for _, p := range ownPrefixes {
		s.Prefixes[p.prefix] = g.name.base + p.path
	}
	for _, p := range [...]string{string(rdfType), string(rdfsLabel), string(skosAltLabel), string(owlSameAs),
		string(semEventType), string(semHasActor), string(semHasPlace), string(semBegin), string(semEnd),
		string(provDerived), string(provAttributed), string(schemaHeadline), string(schemaPublished),
		string(schemaPublisher), string(schemaURL), string(schemaLanguage), string(schemaHash), string(schemaMentions),
		string(vocSubject), string(vocObject), string(vocRelation), string(vocOf), string(vocMode), string(vocSymmetric),
		string(vocReports), string(vocSentence), string(vocStart), string(vocEnd), string(vocConfidence), string(vocRule),
		string(vocTimeText), string(vocContent), string(vocFurther), string(vocMerged), string(vocSplit),
		string(vocForgotten), string(vocReason)} {
		s.Predicates = append(s.Predicates, p)
	}
	err := g.look(ctx, func(v *view) error {
		for _, c := range schema.Codes {
			b, err := v.r.get(key(tabMeta, "code/"+string(c)))
			if err != nil {
				return err
			}
			s.Codes = append(s.Codes, CodeUse{c, c.Quad(), number(b)})
		}
		var err error
		if s.Relations, err = v.counts("relation/event/"); err != nil {
			return err
		}
		s.Standings, err = v.counts("relation/standing/")
		return err
	})
	return s, err
}
