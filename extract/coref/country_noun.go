package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// country resolves "the country", "its neighbour", "the kingdom".
func (w *walker) country(p *phrase, m *analysis.Mention) {
	isState := func(e int) bool {
		x := &w.art.Entities[e]
		if kinds := w.lex.kinds[p.kind.field]; kinds != nil && x.Type == schema.Country {
			return kinds[x.Same]
		}
		return x.Type == schema.Country
	}
	if p.plural {
		if p.number > 0 && !w.anyCountry(p.states) {
			if ents := w.several(p.noun, p.number, isState, ""); ents != nil {
				m.Entities, m.Rule, m.Confidence = ents, "several states", 0.8
			}
		}
		return
	}
	if p.det == "a" || p.det == "an" || p.det == "no" || p.det == "any" || p.det == "every" || p.det == "each" || p.det == "another" {
		return
	}
	// "the Jewish state"
	if f, ok := w.gaz.find(w.d.Slice(p.start, p.noun+1)); ok && f.Type == schema.Country {
		set1(m, w.entityOf(f), analysis.Direct, "by-name", 0.9)
		return
	}
	switch p.kind.field {
	case "ally":
		return
	case "neighbour":
		of := p.possName
		if len(p.states) > 0 && of < 0 && p.kind.field == "neighbour" {
			of = p.states[0]
		}
		if of < 0 {
			return
		}
		c := w.governs(of)
		if c < 0 {
			return
		}
		near := w.lex.borders[w.art.Entities[c].Same]
		ch := choice{}
		if near != nil {
			ch = w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
				s := w.stateOf(e)
				return s >= 0 && isState(s) && s != c && near[w.art.Entities[s].Same]
			}})
			if ch.ents != nil {
				ch.ents = []int{w.stateOf(ch.ents[0])}
			}
			if ch.ents == nil { // one that the article names only later
				for i := range w.names {
					if e := w.names[i].ent; e >= 0 && isState(e) && e != c && near[w.art.Entities[e].Same] {
						ch.ents = []int{e}
						break
					}
				}
			}
		}
		if ch.ents == nil {
			ch = w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return isState(e) && e != c && e != of }})
		}
		if ch.ents != nil {
			m.Entities, m.Rule, m.Confidence = ch.ents, p.kind.field, 0.6
		}
		return
	case "power":
		return
	}
	if p.det != "the" && p.det != "this" && p.det != "that" && p.possPronoun < 0 {
		return
	}
	if p.possPronoun >= 0 { // "his country"
		if p.possName >= 0 {
			if c := w.countryOf(p.possName); c >= 0 {
				set1(m, c, analysis.Direct, "one's country", 0.9)
			}
		}
		return
	}
	if len(p.states) > 0 {
		if p.lemma == "state" && isState(p.states[0]) && p.number == 0 && w.d.Tokens[p.noun-1].Dep == "amod" {
			set1(m, p.states[0], analysis.Government, "the state", 0.8)
		}
		return
	}
	for k := p.start; k < p.noun; k++ { // "the second Arab state": a description
		if w.d.Tokens[k].Dep == "amod" && w.d.Tokens[k].Tag != "DT" {
			return
		}
	}
	c := w.rank(p.noun, need{nominal: true, accept: isState})
	if c.ents != nil && w.sent-w.refs[max(0, w.lastSeen(c.ents[0]))].sent <= 3 {
		m.Entities, m.Rule, m.Confidence = c.ents, "country", 0.3+0.5*c.confidence
	}
}

// sides resolves "the Russian side", "both sides", "the two sides".
func (w *walker) sides(p *phrase, m *analysis.Mention) {
	if len(p.states) > 0 && p.kind.field == "side" {
		m.Entities, m.Via, m.Rule, m.Confidence = p.states[:1], analysis.Government, "side", 0.85
		return
	}
	other := false
	for k := p.start; k < p.noun; k++ {
		other = other || w.low[k] == "other"
	}
	pair := p.plural || p.det == "neither" || p.det == "either" || p.det == "each" || other
	if !pair || p.kind.field == "member" || p.plural && p.number == 0 && p.det != "the" && p.det != "all" {
		return
	}
	n := max(p.number, 2)
	// those who have sides are states and movements; the bodies that they
	// meet in come only when there are no others
	ents := w.several(p.noun, n, w.belligerent, "actors")
	if ents == nil {
		ents = w.several(p.noun, n, func(e int) bool {
			t := w.art.Entities[e].Type
			return t == schema.Country || t == schema.Organization || t == schema.Group
		}, "actors")
	}
	if ents == nil {
		return
	}
	if other {
		sub := -1
		if v := clauseVerb(w.d, p.noun); v >= 0 {
			if s := w.d.Child(v, "nsubj"); s >= 0 {
				if k, ok := w.at[s]; ok && len(w.art.Blocks[w.block].Mentions[k].Entities) == 1 {
					sub = w.governs(w.art.Blocks[w.block].Mentions[k].Entities[0])
				}
			}
		}
		for _, e := range ents {
			if e != sub && sub >= 0 {
				set1(m, e, analysis.Direct, "other side", 0.6)
			}
		}
		return
	}
	m.Entities, m.Rule, m.Confidence = ents, "both sides", 0.7
}

// nameType returns the type of the entity that a modifier names, "" when it
// names none or a make of weapon ("F-35 jets").
func nameType(w *walker, e int) schema.EntityType {
	if e < 0 || strings.ContainsAny(w.art.Entities[e].Name, "0123456789") && w.art.Entities[e].Same == "" {
		return ""
	}
	return w.art.Entities[e].Type
}

// people resolves "the rebels", "Houthi fighters".
func (w *walker) people(p *phrase, m *analysis.Mention) {
	isGroup := func(e int) bool {
		t := w.art.Entities[e].Type
		if t == schema.Organization {
			if f, ok := w.gaz.find(w.art.Entities[e].Name); ok {
				return f.Kind == "armed"
			}
			return w.art.Entities[e].Country < 0 && nameType(w, e) != ""
		}
		return t == schema.Group
	}
	if nameType(w, p.name) != "" && (isGroup(p.name) || w.art.Entities[p.name].Type == schema.Other) {
		if w.ofPeople(p, m, p.name) {
			return
		}
		set1(m, p.name, analysis.Direct, "named group", 0.85)
		return
	}
	for _, s := range p.states {
		if isGroup(s) {
			if w.ofPeople(p, m, s) {
				return
			}
			set1(m, s, analysis.Direct, "named group", 0.85)
			return
		}
	}
	if len(p.states) > 0 && p.plural && w.art.Entities[p.states[0]].Type == schema.Country && p.kind.field == "rebels" {
		// "Colombian guerrillas", "Yemen's rebels": the group of that state named before
		c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return isGroup(e) && w.art.Entities[e].Country == p.states[0] }})
		if c.ents != nil {
			m.Entities, m.Rule, m.Confidence = c.ents, "group of a state", 0.6
		} else {
			w.armed(p, m, p.states[0])
		}
		return
	}
	if p.det != "the" {
		return
	}
	c := w.rank(p.noun, need{nominal: true, accept: isGroup})
	if c.ents != nil {
		m.Entities, m.Rule, m.Confidence = c.ents, "group", 0.4+0.4*c.confidence
	}
}
