package event

import (
	"cmp"
	"slices"

	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Coded is a sentence with one event whose parties are known and nothing
// else, as event-coding data has it: a source of roles and verbs.
type Coded struct {
	Doc            *nlp.Doc
	Source, Target nlp.Span
	Code           schema.Code
}

// codedCases turns coded sentences into cases of the pair model: the pair is
// an event, its reverse is not unless the event has no direction.
func codedCases(coded []Coded, coder *code.Coder) []linear.Case {
	var out []linear.Case
	for i := range coded {
		c := &coded[i]
		art := &analysis.Article{Source: &schema.Article{}, Blocks: []analysis.Block{{Block: schema.Block{Kind: schema.Paragraph}, Doc: c.Doc}}}
		for k, sp := range []nlp.Span{c.Source, c.Target} {
			h := spanHead(c.Doc, sp)
			t, kind := typeOfHead(&c.Doc.Tokens[h])
			art.Entities = append(art.Entities, analysis.Entity{Entity: schema.Entity{Ref: schema.Ref{Type: t}}, Country: -1})
			art.Blocks[0].Mentions = append(art.Blocks[0].Mentions, analysis.Mention{Start: sp.Start, End: sp.End, Head: h, Kind: kind, Entities: []int{k}})
		}
		slices.SortFunc(art.Blocks[0].Mentions, func(a, b analysis.Mention) int { return cmp.Compare(a.Start, b.Start) })
		for _, s := range sentences(art, coder) {
			out = append(out, codedSentence(&s, reciprocal(c.Code))...)
		}
	}
	return out
}

func codedSentence(s *sentence, symmetric bool) []linear.Case {
	vs := s.views()
	best, shortest := -1, 1000
	for j := range vs {
		if c := vs[j].c; c.a.entity == 0 {
			if n := len(c.a.role) + len(c.b.role); n < shortest {
				best, shortest = j, n
			}
		}
	}
	if best < 0 {
		return nil
	}
	var out []linear.Case
	for j := range vs {
		label := -1
		if j == best {
			label = 1
		} else if vs[j].c.a.entity == 1 && vs[j].c.pred == vs[best].c.pred && !symmetric {
			label = 0
		}
		if label < 0 {
			continue
		}
		var v linear.Vector
		vs[j].features(&v)
		v.Add(tBias, 1) // these data have another share of events
		out = append(out, linear.Case{Vector: v, Label: label, Weight: 0.5})
	}
	return out
}

func spanHead(d *nlp.Doc, sp nlp.Span) int {
	for i := sp.Start; i < sp.End; i++ {
		if h := d.Tokens[i].Head; h < sp.Start || h >= sp.End || h == i {
			return i
		}
	}
	return sp.Start
}

func typeOfHead(t *nlp.Token) (schema.EntityType, analysis.Kind) {
	switch t.EntType {
	case "PERSON":
		return schema.Person, analysis.Name
	case "GPE":
		return schema.Country, analysis.Name
	case "ORG":
		return schema.Organization, analysis.Name
	}
	switch t.POS {
	case "PRON":
		return schema.Other, analysis.Pronoun
	case "NOUN":
		return schema.Other, analysis.Nominal
	}
	return schema.Other, analysis.Name
}
