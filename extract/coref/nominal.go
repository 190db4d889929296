package coref

import (
	"entente/extract/analysis"
	"entente/schema"
)

// nominal resolves the noun at token i if the table of nouns knows it, and
// reports whether it took it.
func (w *walker) nominal(i int) bool {
	if w.done[i] {
		return false
	}
	if done := w.numeral(i); done {
		return true
	}
	t := &w.d.Tokens[i]
	if (w.low[i] == "latter" || w.low[i] == "former") && i > 0 && w.low[i-1] == "the" {
		switch t.Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "conj", "attr":
			return w.formerLatter(i)
		}
	}
	if t.Tag[0] != 'N' {
		return w.byOrigin(i)
	}
	l, first := w.lemmaAt(w.block, i)
	n := w.lex.nouns[l]
	if n.class == noClass {
		return w.byOrigin(i)
	}
	if (t.Dep == "compound" || t.Dep == "nmod") && t.Head > i || i+1 < len(w.low) && w.low[i+1] == "general" && l == "secretary" {
		return false // "government officials", "police chief": part of another phrase
	}
	if i+2 < len(w.low) && w.low[i+1] == "-" && (w.low[i+2] == "general" || w.low[i+2] == "president" || w.low[i+2] == "elect") {
		return false
	}
	// a title before a name is not a mention of its own
	if i+1 < len(w.low) {
		if m := w.nameOn(w.block, i+1); m != nil && m.ent >= 0 && m.start == i+1 && w.art.Entities[m.ent].Type == schema.Person && w.d.Tokens[i+1].Dep != "nsubj" {
			return false
		}
	}
	w.done[i] = true
	p := w.describe(w.block, i)
	if first < p.start {
		p.start = first
	}
	if p.possPronoun >= 0 {
		w.pronoun(p.possPronoun)
		if k, ok := w.at[p.possPronoun]; ok {
			if e := w.art.Blocks[w.block].Mentions[k].Entities; len(e) == 1 {
				p.possName = e[0]
			}
		}
	}
	m := analysis.Mention{Start: p.start, End: max(p.end, i+1), Head: i, Kind: analysis.Nominal}
	w.resolve(&p, &m)
	if len(m.Entities) == 0 {
		w.thing(i)
		return true
	}
	w.mention(m)
	return true
}

// resolve finds what the phrase refers to.
func (w *walker) resolve(p *phrase, m *analysis.Mention) {
	if w.described(p, m) || w.party(p, m) {
		return
	}
	switch p.kind.class {
	case office:
		w.holder(p, m)
	case relative:
		w.relation(p, m)
	case person:
		w.personNoun(p, m)
	case state:
		w.country(p, m)
	case side:
		w.sides(p, m)
	case government:
		w.governed(p, m)
	case organisation:
		w.body(p, m)
	case group:
		w.people(p, m)
	case agreement:
		w.agreement(p, m)
	}
}

func set1(m *analysis.Mention, e int, via analysis.Via, rule string, conf float64) {
	m.Entities, m.Via, m.Rule, m.Confidence = []int{e}, via, rule, conf
}

// described links a description to the person that it describes directly: in
// apposition or as predicate.
func (w *walker) described(p *phrase, m *analysis.Mention) bool {
	if p.plural {
		return false
	}
	for k := range w.posts {
		q := &w.posts[k]
		if q.block == w.block && q.noun == p.noun && q.rule != "leads" && q.rule != "origin" {
			set1(m, q.person, analysis.Direct, q.rule, 0.95)
			// the state of "its president, X" is now known
			if q.of < 0 && p.possName >= 0 {
				if c := w.governs(p.possName); c >= 0 {
					q.of = c
					if e := &w.art.Entities[q.person]; e.Country < 0 && p.kind.class == office {
						e.Country = c
					}
				}
			}
			if p.kind.field == "counterpart" {
				w.counterpartPost(q, p)
			}
			return true
		}
	}
	return false
}

// governs returns the state or organisation on whose behalf an entity acts.
func (w *walker) governs(e int) int {
	switch w.art.Entities[e].Type {
	case schema.Country, schema.Organization, schema.Group:
		return e
	}
	return w.art.Entities[e].Country
}

// state notes the office that the words of p give to a person whom only the
// list of leaders, and not the text so far, has given one.
func (w *walker) state(e int, p *phrase) {
	known, of := false, -1
	for k := range w.posts {
		if o := &w.posts[k]; o.person == e && o.kind.class == office {
			if o.rule != "known" {
				return
			}
			if fits(p.field, o.field) && o.former == p.former {
				known, of = true, o.of
			}
		}
	}
	if !known {
		return
	}
	q := *p
	q.states = []int{of}
	w.addPost(e, q, "known")
	w.posts[len(w.posts)-1].rule = "description"
}

// told reports whether the text itself has given a person an office.
func (w *walker) told(e int) bool {
	for k := range w.posts {
		if o := &w.posts[k]; o.person == e && o.kind.class == office && o.rule != "known" {
			return true
		}
	}
	return false
}

// lastSeen returns the number of the sentence where an entity was last
// mentioned in this item, or -1.
func (w *walker) lastSeen(e int) int {
	for k := len(w.refs) - 1; k >= w.from; k-- {
		if len(w.refs[k].ents) == 1 && w.refs[k].ents[0] == e {
			return k
		}
	}
	return -1
}

// relation resolves "his Russian counterpart", "her host".
func (w *walker) relation(p *phrase, m *analysis.Mention) {
	of := p.possName
	if of < 0 && p.possPronoun >= 0 {
		return
	}
	state := -1
	for _, s := range p.states {
		if s != of {
			state = s
			break
		}
	}
	kind := p.kind.field
	if kind == "colleague" && state >= 0 {
		kind = "counterpart"
	}
	switch kind {
	case "counterpart":
		if w.low[p.noun] == "opposite" {
			return
		}
		field := ""
		if of >= 0 {
			for k := range w.posts {
				if o := &w.posts[k]; o.person == of && o.kind.class == office {
					field = o.field
					if !o.former {
						break
					}
				}
			}
		}
		if p.plural {
			if len(p.states) > 0 {
				m.Entities, m.Via, m.Rule, m.Confidence = p.states, analysis.Government, "counterparts", 0.7
			}
			return
		}
		if state >= 0 {
			e := -1
			if field != "" {
				e = w.holderOf(field, state, false)
			}
			if e < 0 || e == of {
				e = w.citizenOf(state, field)
			}
			if e >= 0 && e != of {
				set1(m, e, analysis.Direct, "counterpart", 0.85)
				if any, _ := w.holds(e, field); !any && of >= 0 {
					w.addPost(e, *p, "description")
				}
			} else {
				set1(m, state, analysis.Government, "unnamed counterpart", 0.8)
			}
			return
		}
		c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
			if e == of || w.art.Entities[e].Type != schema.Person {
				return false
			}
			any, match := w.holds(e, field)
			return match || !any || field == ""
		}})
		if c.ents != nil {
			m.Entities, m.Rule, m.Confidence = c.ents, "counterpart", 0.6
		}
	case "predecessor", "successor":
		// described() has taken those with a name; those of an office-holder
		// acted for the same state
		if p.plural && of >= 0 {
			if any, _ := w.holds(of, ""); any || w.art.Entities[of].Office != "" {
				if c := w.art.Entities[of].Country; c >= 0 {
					set1(m, c, analysis.Government, "predecessors in office", 0.6)
				}
			}
		}
	case "host", "guest", "rival", "colleague":
		if p.plural && kind == "host" && of >= 0 {
			w.hosts(p, m, of)
		}
		if p.plural || p.det == "a" || p.det == "an" {
			return
		}
		c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
			if e == of || w.art.Entities[e].Type != schema.Person && !(p.kind.field != "colleague" && w.art.Entities[e].Type == schema.Country && of >= 0 && w.art.Entities[of].Type == schema.Country) {
				return false
			}
			return state < 0 || w.art.Entities[e].Country == state
		}})
		if c.ents != nil && (p.kind.field == "host" || p.kind.field == "guest") {
			m.Entities, m.Rule, m.Confidence = c.ents, p.kind.field, 0.5
		} else if state >= 0 {
			set1(m, state, analysis.Government, "person of a state", 0.6)
		}
	}
}

// personNoun resolves "the two men", "the widow".
func (w *walker) personNoun(p *phrase, m *analysis.Mention) {
	if w.owned(p, m) {
		return
	}
	if p.plural {
		if p.number > 0 && (p.det == "the" || p.det == "these" || p.det == "those" || p.det == "both" || w.low[p.start] == "both") && (p.kind.field == "man" || p.kind.field == "woman" || p.kind.field == "person") {
			if ents := w.several(p.noun, p.number, func(e int) bool {
				x := &w.art.Entities[e]
				return x.Type == schema.Person && (x.Gender == analysis.UnknownGender || p.kind.gender == analysis.UnknownGender || x.Gender == p.kind.gender)
			}, ""); ents != nil {
				m.Entities, m.Rule, m.Confidence = ents, "several persons", 0.8
			}
		}
		return
	}
	if p.det != "the" && p.det != "this" && p.det != "that" || p.kind.field == "kin" {
		return
	}
	c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
		if w.art.Entities[e].Type != schema.Person {
			return false
		}
		for k := range w.posts {
			if o := &w.posts[k]; o.person == e && o.lemma == p.lemma {
				return true
			}
		}
		return false
	}})
	if c.ents != nil {
		m.Entities, m.Rule, m.Confidence = c.ents, "description", 0.8
	}
}
