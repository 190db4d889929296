package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// agreement resolves "the Kyoto protocol", which is its own name although the
// noun is in lower case, and "the treaty" after it.
func (w *walker) agreement(p *phrase, m *analysis.Mention) {
	if p.plural {
		return
	}
	isAgreement := func(e int) bool { return w.art.Entities[e].Type == schema.Agreement }
	s := p.noun
	named := false
	for s > p.start {
		t := &w.d.Tokens[s-1]
		if t.Dep != "compound" && t.Dep != "amod" && t.Dep != "nmod" && t.Text != "-" || t.Tag == "DT" || t.Tag == "CD" {
			break
		}
		if n := w.nameOn(w.block, s-1); n != nil {
			if n.demonym {
				break
			}
			named = true
			if n.ent >= 0 && isAgreement(n.ent) {
				set1(m, n.ent, analysis.Direct, "named agreement", 0.9)
				return
			}
		}
		s--
	}
	if named && w.nameOn(w.block, s) != nil && p.det != "a" && p.det != "an" {
		text := w.d.Slice(s, p.noun+1)
		k := "agreement|" + key(w.d.Slice(s, p.noun)) + "|" + p.kind.field
		e, ok := w.byKey[k]
		if !ok {
			e = w.add(text, schema.Agreement)
			w.byKey[k] = e
		}
		set1(m, e, analysis.Direct, "named agreement", 0.8)
		return
	}
	if p.det != "the" && p.det != "this" && p.det != "that" || p.start < p.noun-1 || p.ofToken >= 0 || p.lemma == "convention" {
		return
	}
	c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
		if !isAgreement(e) {
			return false
		}
		name := key(w.art.Entities[e].Name)
		return strings.Contains(name, p.lemma) || p.kind.field == "deal" && !strings.Contains(name, "protocol") && !strings.Contains(name, "convention")
	}})
	if c.ents != nil {
		m.Entities, m.Rule, m.Confidence = c.ents, "agreement", 0.4+0.4*c.confidence
	}
}
