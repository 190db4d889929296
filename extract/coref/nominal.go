package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
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
		return k >= 0 && w.sent-w.refs[k].sent <= 2 && w.sent > w.refs[k].sent
	}})
	if c.ents == nil {
		return -1
	}
	e := c.ents[0]
	w.addPost(e, *p, "description")
	return e
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

// governed resolves "Russian troops", "the government in Kyiv", "its army".
func (w *walker) governed(p *phrase, m *analysis.Mention) {
	if p.kind.field == "capital" {
		if p.number == 2 || p.det == "each" || p.det == "either" || p.det == "neither" {
			if ents := w.several(p.noun, 2, func(e int) bool { return w.art.Entities[e].Type == schema.Country }, "actors"); ents != nil && len(p.states) == 0 {
				m.Entities, m.Via, m.Rule, m.Confidence = ents, analysis.Capital, "both capitals", 0.7
			}
			return
		}
		if len(p.states) > 0 || p.possName >= 0 {
			c := p.possName
			if len(p.states) > 0 {
				c = p.states[0]
			} else {
				c = w.countryOf(c)
			}
			if c >= 0 && !p.plural {
				if f, ok := w.gaz.find(w.art.Entities[c].Name); ok && f.Capital != nil {
					set1(m, w.entityOf(w.gaz.of(f.Capital)), analysis.Direct, "capital of a state", 0.85)
				}
			}
		}
		return
	}
	if t := nameType(w, p.name); t == schema.Organization || t == schema.Group {
		set1(m, p.name, analysis.Government, "forces of a party", 0.8)
		return
	}
	if nameType(w, p.name) == schema.Person && p.kind.field != "forces" { // "the Biden administration"
		if c := w.art.Entities[p.name].Country; c >= 0 {
			set1(m, c, analysis.Government, "administration of a leader", 0.8)
		} else {
			set1(m, p.name, analysis.Government, "administration of a leader", 0.6)
		}
		return
	}
	owner := -1
	if len(p.states) > 0 {
		if len(p.states) > 1 && p.plural {
			m.Entities, m.Via, m.Rule, m.Confidence = p.states, analysis.Government, "forces of states", 0.8
			return
		}
		owner = p.states[0]
	}
	if p.possName >= 0 && p.possPronoun >= 0 {
		owner = w.governs(p.possName)
	}
	if owner >= 0 {
		if f, ok := w.gaz.find(strings.TrimPrefix(w.d.Slice(p.start, p.noun+1), "the ")); ok && f.Type == schema.Organization && p.kind.field == "army" {
			set1(m, w.entityOf(f), analysis.Direct, "known body", 0.9)
			return
		}
		set1(m, owner, analysis.Government, "forces or government of a state", 0.85)
		return
	}
	if p.det != "the" && p.number == 0 {
		return
	}
	if p.kind.field == "people" && !p.plural {
		w.again(p, m) // "the delegation", whoever's it was said to be
		return
	}
	if p.plural && p.lemma != "police" && p.lemma != "military" {
		// "the two governments", "both delegations"
		switch p.lemma {
		case "government":
		case "delegation", "army", "navy", "team", "leadership":
			if p.number != 2 && p.det != "both" {
				return
			}
		default:
			w.again(p, m) // "the troops", whoever's they were said to be
			return
		}
		if ents := w.several(p.noun, 2, func(e int) bool { return w.art.Entities[e].Type == schema.Country }, "actors"); ents != nil {
			m.Entities, m.Via, m.Rule, m.Confidence = ents, analysis.Government, "several governments", 0.6
		}
		return
	}
	if p.kind.field != "government" && p.kind.field != "junta" && p.kind.field != "army" {
		return
	}
	if w.again(p, m) {
		return
	}
	c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return w.art.Entities[e].Type == schema.Country }})
	if c.ents != nil && w.sent-w.refs[max(0, w.lastSeen(c.ents[0]))].sent <= 4 {
		m.Entities, m.Via, m.Rule, m.Confidence = c.ents, analysis.Government, "government of the state spoken of", 0.3+0.5*c.confidence
	}
}

// body resolves "the Russian foreign ministry", "the bloc", "the council".
func (w *walker) body(p *phrase, m *analysis.Mention) {
	if p.plural {
		return
	}
	if p.name >= 0 && w.art.Entities[p.name].Type == schema.Organization {
		set1(m, p.name, analysis.Direct, "named body", 0.85)
		return
	}
	words := w.bodyWords(p)
	owner := -1
	if p.possName >= 0 {
		owner = w.governs(p.possName)
	} else if len(p.states) > 0 {
		owner = p.states[0]
	}
	if owner >= 0 && p.det != "a" && p.det != "an" {
		if p.possName >= 0 && w.art.Entities[p.possName].Type == schema.Person {
			w.ministryOf(p, m, owner, words)
			return
		}
		w.organ(p, m, owner, words)
		return
	}
	if p.det != "the" && p.det != "this" && p.det != "that" {
		return
	}
	if w.again(p, m) {
		return
	}
	field := p.kind.field
	suits := func(e int) bool {
		x := &w.art.Entities[e]
		if x.Type != schema.Organization {
			return false
		}
		low := " " + key(x.Name) + " "
		switch field {
		case "bloc", "alliance":
			if strings.Contains(low, " "+key(p.lemma)+" ") {
				return true
			}
			f, ok := w.gaz.find(x.Name)
			return ok && f.Kind == link.Org && leagueOf(field, low)
		case "agency", "organisation", "body", "group":
			if strings.Contains(low, " "+key(p.lemma)+" ") {
				return true
			}
			if f, ok := w.gaz.find(x.Name); ok && string(f.Kind) == "org" {
				return true
			}
			return field == "group" || field == "organisation"
		case "fund":
			return strings.Contains(low, "fund") || strings.Contains(low, "bank")
		}
		if strings.Contains(low, " "+key(p.lemma)) {
			return true
		}
		for _, a := range x.Aliases {
			if strings.Contains(" "+key(a)+" ", " "+key(p.lemma)+" ") {
				return true
			}
		}
		return false
	}
	c := w.rank(p.noun, need{nominal: true, accept: suits})
	if c.ents != nil {
		m.Entities, m.Rule, m.Confidence = c.ents, "body", 0.4+0.5*c.confidence
		return
	}
	if e := w.onlyBody(p); e >= 0 {
		set1(m, e, analysis.Direct, "the only such body", 0.6)
		return
	}
	// "the foreign ministry" with no state said
	if field == "ministry" && words != "ministry" {
		c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return w.art.Entities[e].Type == schema.Country }})
		if c.ents != nil {
			w.organ(p, m, c.ents[0], words)
			m.Confidence = 0.5
		}
	}
}

// leagueOf reports whether an international body is one that is called a bloc
// or an alliance.
func leagueOf(field, name string) bool {
	words := [...]string{" union ", " association ", " community ", " league ", " market ", " mercosur ", " cooperation council ", " group of ", " brics ", " commonwealth ", " nations "}
	if field == "alliance" {
		words = [...]string{" treaty ", " nato ", " alliance ", " pact ", " aukus ", " security ", " defense ", " north ", " atlantic ", " axis ", " quad "}
	}
	if strings.Contains(name, " united nations ") {
		return false
	}
	for _, w := range words {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// again resolves "the junta" to what the same noun meant shortly before.
func (w *walker) again(p *phrase, m *analysis.Mention) bool {
	if p.start < p.noun-1 {
		return false // further words may say otherwise
	}
	for k := len(w.refs) - 1; k >= w.from && w.sent-w.refs[k].sent <= 12; k-- {
		rf := &w.refs[k]
		if !rf.nominal || len(rf.ents) != 1 {
			continue
		}
		if l, _ := w.lemmaAt(rf.block, rf.tok); l != p.lemma {
			continue
		}
		set1(m, rf.ents[0], analysis.Direct, "the same noun", 0.8)
		if p.kind.class == government {
			m.Via = analysis.Government
		}
		return true
	}
	return false
}

// ministryOf resolves "his ministry" to that of his department.
func (w *walker) ministryOf(p *phrase, m *analysis.Mention, c int, words string) {
	if p.kind.field != "ministry" {
		return
	}
	if words == "ministry" {
		for k := range w.posts {
			if o := &w.posts[k]; o.person == p.possName && o.kind.field == "minister" && len(strings.Fields(o.office)) > 1 {
				words = strings.ToLower(strings.Fields(o.office)[0]) + " ministry"
				break
			}
		}
	}
	if words != "ministry" {
		w.organ(p, m, c, words)
	}
}

// bodyWords returns the words that name the kind of body: "state news
// agency" of "the Qatari state news agency".
func (w *walker) bodyWords(p *phrase) string {
	s := p.noun
	for s > p.start {
		t := &w.d.Tokens[s-1]
		if w.nameOn(w.block, s-1) != nil || t.Tag == "POS" || t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "CD" || t.Tag == "," ||
			t.Tag[0] != 'N' && t.Tag[0] != 'J' && t.Text != "-" {
			break
		}
		switch w.low[s-1] {
		case "own", "new", "former", "main", "powerful", "local", "whole", "entire", "last", "next", "other", "same", "late", "then":
			return strings.ToLower(w.d.Slice(s, max(p.end, p.noun+1)))
		}
		s--
	}
	return strings.ToLower(w.d.Slice(s, max(p.end, p.noun+1)))
}

// organ resolves an organ of state c ("foreign ministry"), as an organisation
// of its own.
func (w *walker) organ(p *phrase, m *analysis.Mention, c int, words string) {
	if w.art.Entities[c].Type != schema.Country {
		set1(m, c, analysis.Government, "organ of a body", 0.6)
		return
	}
	k := w.art.Entities[c].Name + "|" + key(words)
	e, ok := w.byKey[k]
	if !ok {
		for _, text := range [...]string{w.d.Slice(p.start, p.noun+1), w.d.Slice(p.start, p.end)} {
			if f, found := w.gaz.find(strings.TrimPrefix(text, "the ")); found && f.Type == schema.Organization {
				e, ok = w.entityOf(f), true
			}
		}
	}
	if !ok {
		adj := w.art.Entities[c].Name + "'s"
		if f, found := w.gaz.find(w.art.Entities[c].Name); found && len(f.Adjectives) > 0 {
			adj = f.Adjectives[0]
		}
		e = w.add(adj+" "+strings.ToLower(words), schema.Organization)
		w.art.Entities[e].Country = c
	}
	w.byKey[k] = e
	set1(m, e, analysis.Direct, "organ of a state", 0.85)
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

// party is for phrases that name a known thing as a whole ("the West Bank
// authorities" aside): by-names of states and organisations in lower case.
func (w *walker) party(p *phrase, m *analysis.Mention) bool {
	if p.kind.class != organisation && p.kind.class != government || p.noun-p.start > 5 {
		return false
	}
	s := p.start
	for s < p.noun && (w.low[s] == "the" || w.d.Tokens[s].Tag == "PRP$") {
		s++
	}
	if s == p.noun || w.nameOn(w.block, s) == nil {
		return false
	}
	if f, ok := w.gaz.find(w.d.Slice(s, p.noun+1)); ok && f.Type == schema.Organization {
		set1(m, w.entityOf(f), analysis.Direct, "known body", 0.9)
		return true
	}
	return false
}
