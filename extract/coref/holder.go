package coref

import (
	"entente/extract/analysis"
	"entente/schema"
)

// counterpartPost gives the person apposed to "his Turkish counterpart" the
// office of the other.
func (w *walker) counterpartPost(q *post, p *phrase) {
	if p.possName < 0 {
		return
	}
	for k := range w.posts {
		o := &w.posts[k]
		if o.person == p.possName && o.kind.class == office {
			c := -1
			if len(p.states) > 0 {
				c = p.states[0]
			}
			q.office, q.field, q.of = o.office, o.field, c
			e := &w.art.Entities[q.person]
			if e.Office == "" {
				e.Office = o.office
			}
			if e.Country < 0 {
				e.Country = c
			}
			return
		}
	}
}

// postsOf calls f for the posts of a person.
func (r *resolver) holds(e int, want string) (any, match bool) {
	for k := range r.posts {
		if o := &r.posts[k]; o.person == e && o.kind.class == office {
			any = true
			if fits(want, o.field) {
				match = true
			}
		}
	}
	return
}

// holderOf returns the person who holds a post of the field for the state or
// organisation c: the one mentioned last, else the first still to come.
func (w *walker) holderOf(field string, c int, past bool) int {
	best, bestSeen := -1, -2
	for k := range w.posts {
		o := &w.posts[k]
		if o.kind.class != office || !fits(field, o.field) || !(o.of == c || o.of >= 0 && w.art.Entities[o.of].Country == c && w.art.Entities[c].Type == schema.Country && stateOffice(o.field)) {
			continue
		}
		if o.former && !past && (field != "leader") {
			continue
		}
		if seen := w.lastSeen(o.person); seen > bestSeen {
			best, bestSeen = o.person, seen
		}
	}
	return best
}

// holder resolves "the president", "the Russian foreign minister", "Russian
// officials".
func (w *walker) holder(p *phrase, m *analysis.Mention) {
	owner := -1
	if p.org >= 0 && !stateOffice(p.field) {
		owner = p.org
	} else if len(p.states) > 0 {
		owner = p.states[0]
	} else if p.possName >= 0 {
		owner = w.governs(p.possName)
	}
	if p.plural {
		w.holders(p, m, owner)
		return
	}
	if p.det == "no" || p.det == "any" || p.det == "" && p.possName < 0 && p.possPronoun < 0 && p.start == p.noun && !capital(w.d.Tokens[p.noun].Text) {
		return
	}
	if p.field == "faction" && (owner >= 0 && w.holderOf(p.field, owner, p.former) < 0 || p.plural) {
		return
	}
	if owner >= 0 {
		if e := w.holderOf(p.field, owner, p.former); e >= 0 && p.det != "a" && p.det != "an" && p.det != "another" {
			set1(m, e, analysis.Direct, "office of a state", 0.9)
			w.state(e, p)
			return
		}
		if p.det != "a" && p.det != "an" && p.field != "spokes" && p.field != "official" && !p.former && !p.another {
			// a person of that state without an office that would speak against it
			if e := w.citizenOf(owner, p.field); e >= 0 {
				set1(m, e, analysis.Direct, "person of a state", 0.7)
				return
			}
		}
		if p.det == "the" && !p.former && (p.field != "spokes" || p.kind.gender != analysis.UnknownGender) || p.field != "spokes" && p.possName >= 0 && p.det == "" {
			if e := w.introduce(p, owner); e >= 0 {
				set1(m, e, analysis.Direct, "office of the person spoken of", 0.75)
				return
			}
		}
		if !p.former {
			set1(m, owner, analysis.Government, "unnamed office of a state", 0.8)
		}
		return
	}
	if p.det == "a" || p.det == "an" || p.det == "no" || p.det == "any" || p.det == "every" || p.det == "each" || p.another {
		return
	}
	if p.det == "" && !capital(w.d.Tokens[p.noun].Text) && p.possPronoun < 0 {
		return
	}
	want := p.field
	strong := func(e int) bool {
		if w.art.Entities[e].Type != schema.Person {
			return false
		}
		if g := p.kind.gender; g != analysis.UnknownGender && w.art.Entities[e].Gender != analysis.UnknownGender && w.art.Entities[e].Gender != g {
			return false
		}
		_, match := w.holds(e, want)
		return match || p.field == "soldier" && w.ranked[e] == p.lemma
	}
	c := choice{}
	if p.field == "chief" {
		// many are chiefs of something: first those with the very words
		c = w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return strong(e) && w.holdsOffice(e, p.office) }})
	}
	if c.ents == nil {
		c = w.rank(p.noun, need{nominal: true, accept: strong})
	}
	if c.ents != nil {
		m.Entities, m.Rule, m.Confidence = c.ents, "office", 0.85*c.confidence+0.1
		w.state(c.ents[0], p)
		return
	}
	// somebody whose office the text tells elsewhere
	for k := range w.posts {
		if o := &w.posts[k]; o.block >= 0 && strong(o.person) && !o.former && o.field == want && w.art.Blocks[o.block].Item == w.art.Blocks[w.block].Item {
			set1(m, o.person, analysis.Direct, "office", 0.6)
			return
		}
	}
	if e := w.wellKnown(p); e >= 0 {
		set1(m, e, analysis.Direct, "well-known holder", 0.55)
		return
	}
	switch p.field {
	case "official", "diplomat", "spokes", "adviser", "envoy", "negotiator", "soldier", "legislator", "judge", "prosecutor", "inspector":
		// an unnamed speaker introduced as one: "A senior State Department official … The official"
		for k := len(w.refs) - 1; k >= w.from; k-- {
			rf := &w.refs[k]
			if rf.nominal && len(rf.ents) == 1 && w.sent-rf.sent <= 8 && !rf.plural {
				l, _ := w.lemmaAt(rf.block, rf.tok)
				if l == p.lemma && w.art.Entities[rf.ents[0]].Type != schema.Person {
					set1(m, rf.ents[0], analysis.Government, "the same noun", 0.75)
					return
				}
			}
		}
		return
	}
	weak := func(e int) bool {
		if w.art.Entities[e].Type != schema.Person {
			return false
		}
		if g := p.kind.gender; g != analysis.UnknownGender && w.art.Entities[e].Gender != analysis.UnknownGender && w.art.Entities[e].Gender != g {
			return false
		}
		any, _ := w.holds(e, want)
		return !any
	}
	if stateOffice(p.field) && p.field != "royal" && p.field != "monarch" || p.field == "leader" {
		if c := w.rank(p.noun, need{nominal: true, accept: weak}); c.ents != nil && c.confidence > 0.4 && w.sent-w.refs[max(0, w.lastSeen(c.ents[0]))].sent <= 2 {
			m.Entities, m.Rule, m.Confidence = c.ents, "person without an office", 0.5
			w.addPost(c.ents[0], *p, "description")
		}
	}
}

// introduce finds the person named a moment ago of whom nothing is known yet,
// to whom "the Russian foreign minister" gives an office, and notes it.
func (w *walker) introduce(p *phrase, owner int) int {
	if p.kind.class != office || !stateOffice(p.field) && p.field != "leader" && p.field != "spokes" {
		return -1
	}
	c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool {
		x := &w.art.Entities[e]
		if x.Type != schema.Person || x.Country >= 0 || x.Office != "" {
			return false
		}
		if g := p.kind.gender; g != analysis.UnknownGender && x.Gender != analysis.UnknownGender && x.Gender != g {
			return false
		}
		k := w.lastSeen(e)
		return k >= 0 && w.sent-w.refs[k].sent <= 2 && (w.sent > w.refs[k].sent || w.colonBetween(w.refs[k].tok, p.start))
	}})
	if c.ents == nil {
		return -1
	}
	e := c.ents[0]
	w.addPost(e, *p, "description")
	return e
}

// colonBetween reports whether a colon or semicolon, as good as a full stop,
// parts two tokens of the sentence.
func (w *walker) colonBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if x := w.d.Tokens[k].Text; x == ":" || x == ";" {
			return true
		}
	}
	return false
}

// citizenOf returns a person known to be of state c whose office does not
// contradict the field, the one mentioned last.
func (w *walker) citizenOf(c int, field string) int {
	best, seen := -1, -1
	for e := range w.art.Entities {
		x := &w.art.Entities[e]
		if x.Type != schema.Person || x.Country != c {
			continue
		}
		if any, match := w.holds(e, field); any && !match && field != "" {
			continue
		}
		if s := w.lastSeen(e); s > seen {
			best, seen = e, s
		}
	}
	return best
}

// holders resolves the plural: "Russian officials", "the two presidents".
func (w *walker) holders(p *phrase, m *analysis.Mention, owner int) {
	if len(p.states) > 1 || owner >= 0 && p.number == 0 && p.det != "both" {
		var ents []int
		for k := len(p.states) - 1; k >= 0; k-- {
			s := p.states[k]
			if len(p.states) > 1 {
				if e := w.holderOf(p.field, s, p.former); e >= 0 {
					s = e
				}
			}
			if !has(ents, s) {
				ents = append(ents, s)
			}
		}
		if len(ents) == 0 {
			ents = []int{owner}
		}
		m.Entities, m.Via, m.Rule, m.Confidence = ents, analysis.Government, "officials of a state", 0.85
		return
	}
	if owner >= 0 && p.possPronoun >= 0 {
		set1(m, owner, analysis.Government, "officials of a state", 0.75)
		return
	}
	if p.det != "the" && p.det != "both" && p.det != "these" && w.low[p.start] != "both" || p.former {
		return
	}
	n := p.number
	if n == 0 {
		switch p.field {
		case "leader", "head", "foreign", "government", "minister", "defense":
		default:
			return
		}
		n = 2
	}
	if ents := w.several(p.noun, n, func(e int) bool { return w.art.Entities[e].Type == schema.Person }, p.field); ents != nil {
		m.Entities, m.Rule, m.Confidence = ents, "several persons", 0.75
		if p.number == 0 {
			m.Confidence = 0.6
		}
		if p.number > 0 && stateOffice(p.field) {
			for _, e := range ents {
				if any, match := w.holds(e, p.field); !any || match && !w.told(e) {
					q := *p
					q.plural, q.office = false, singular(p.office)
					q.states = nil
					if c := w.art.Entities[e].Country; c >= 0 {
						q.states = []int{c}
					}
					w.addPost(e, q, "description")
				}
			}
		}
	}
}
