package event

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// state writes merged events as statements.
func state(art *analysis.Article, all []*found) []schema.Event {
	out := make([]schema.Event, 0, len(all))
	ref := func(e int) schema.Ref { return art.Entities[e].Ref }
	for _, e := range all {
		ev := schema.Event{Subject: ref(e.a.entity), Object: ref(e.b.entity), Relation: e.relation, Code: e.code, Mode: e.mode,
			Time: e.time, Confidence: math.Round(e.prob*1000) / 1000, Evidence: e.s.evidence(), Rule: e.rule,
			Symmetric: symmetric(e), Content: content(e)}
		if e.place >= 0 {
			p := ref(e.place)
			ev.Place = &p
		}
		if e.by >= 0 {
			by := ref(e.by)
			ev.AttributedTo = &by
		}
		for _, o := range e.also {
			if o.s.block != e.s.block || o.s.span != e.s.span {
				ev.Also = append(ev.Also, o.s.evidence())
			}
		}
		ev.ID = identity(&ev)
		out = append(out, ev)
	}
	return out
}

// identity hashes what makes an event the one it is.
func identity(e *schema.Event) string {
	key := []string{e.Subject.ID, e.Relation, string(e.Code), e.Object.ID, string(e.Mode), "", ""}
	if e.Time != nil {
		key[5] = e.Time.Start + "/" + e.Time.End
	}
	if e.Place != nil {
		key[6] = e.Place.ID
	}
	h := sha256.Sum256([]byte(strings.Join(key, "\x00")))
	return "event:" + hex.EncodeToString(h[:10])
}

func (s *sentence) evidence() schema.Evidence {
	d := s.block.Doc
	first, last := trim(d, s.span)
	if first >= last {
		return schema.Evidence{Article: s.art.Source.ID}
	}
	return schema.Evidence{Article: s.art.Source.ID, Sentence: d.Slice(first, last),
		Start: s.block.Start + d.Tokens[first].Start, End: s.block.Start + d.Tokens[last-1].End}
}

// trim leaves out white space at the ends of a sentence.
func trim(d *nlp.Doc, s nlp.Span) (int, int) {
	for s.Start < s.End && d.Tokens[s.Start].IsSpace() {
		s.Start++
	}
	for s.End > s.Start && d.Tokens[s.End-1].IsSpace() {
		s.End--
	}
	return s.Start, s.End
}

// content is the wording of what was asked, promised or alleged: the
// complement of the predicate.
func content(e *found) string {
	d := e.s.block.Doc
	c := d.Child(e.k.verb, "xcomp", "ccomp")
	if c < 0 {
		return ""
	}
	l, r := d.Edges(c)
	for l < r && (d.Tokens[l].Tag == "TO" || d.Tokens[l].Dep == "mark" || d.Tokens[l].POS == "PUNCT") {
		l++
	}
	for r > l && d.Tokens[r].POS == "PUNCT" {
		r--
	}
	if l >= e.k.pred && r < e.k.pred || l > r || l <= e.k.verb && e.k.verb <= r {
		return ""
	}
	return d.Slice(l, r+1)
}

// explain tells what was found in each sentence, what was thought of and not
// stated, and why nothing was.
func (f *Finder) explain(ss []sentence, told, stated []*found, note func(nlp.Span, int, string)) {
	kept := map[*found]bool{}
	for _, e := range stated {
		kept[e] = true
	}
	of := map[*sentence][]*found{}
	for _, e := range told {
		of[e.s] = append(of[e.s], e)
	}
	for i := range ss {
		s := &ss[i]
		none := true
		for _, e := range of[s] {
			if !kept[e] {
				continue
			}
			none = false
			note(s.span, s.index, fmt.Sprintf("event: %s, by the %s model at %.2f, code at %.2f, together at %.2f", e.line(), e.rule, e.raw, e.codeProb, e.prob))
		}
		for _, e := range of[s] {
			if !kept[e] && e.raw > leastPair {
				note(s.span, s.index, fmt.Sprintf("not stated: %s, at %.2f below %.2f", e.line(), e.prob, f.Models.Threshold()))
			}
		}
		if none {
			note(s.span, s.index, s.whyNothing())
		}
	}
}

// line writes a statement for explanations.
func (e *found) line() string {
	a, b := e.s.art.Entities[e.a.entity].Name, e.s.art.Entities[e.b.entity].Name
	return fmt.Sprintf("%s -[%s %s]-> %s, predicate %q, roles %s / %s",
		a, e.relation, e.code, b, e.s.block.Doc.Tokens[e.k.pred].Text, orImplied(e.a.role), orImplied(e.b.role))
}

func (s *sentence) whyNothing() string {
	switch {
	case len(s.mentions) == 0:
		return "nothing: no known party in the sentence"
	case len(s.mentions) == 1 && len(s.mentions[0].Entities) == 1:
		return "nothing: one party only, " + s.art.Entities[s.mentions[0].Entities[0]].Name
	}
	return "nothing: no predicate joins two parties surely enough"
}

func orImplied(role string) string {
	if role == "" {
		return "implied"
	}
	return role
}
