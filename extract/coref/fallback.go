package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// What a phrase means when nothing near it suits: the only thing of its kind
// that the article speaks of.

// wellKnown returns the person whom "the president" means in an item that
// names none: the only one in the article who is known to hold such an office
// of a state that the item speaks of, else of any; -1 when several do.
func (w *walker) wellKnown(p *phrase) int {
	if p.det != "the" || p.former || !stateOffice(p.field) || p.field == "leader" {
		return -1
	}
	here, any := -1, -1
	manyHere, many := false, false
	for k := range w.posts {
		o := &w.posts[k]
		if o.kind.class != office || o.former || o.field != p.field || o.of < 0 || (p.lemma == "chancellor") != (o.rule == "known" && chancellors[w.art.Entities[o.of].Same] || o.lemma == "chancellor") {
			continue
		}
		if p.field == "foreign" && o.rule == "known" && (p.lemma == "secretary") != secretaries[w.art.Entities[o.of].Same] {
			continue
		}
		many = many || any >= 0 && any != o.person
		any = o.person
		if w.lastSeen(o.of) >= 0 {
			manyHere = manyHere || here >= 0 && here != o.person
			here = o.person
		}
	}
	switch {
	case here >= 0 && !manyHere:
		return here
	case here < 0 && !many:
		return any
	}
	return -1
}

// chancellors are the states whose head of government is called so.
var chancellors = map[string]bool{"DE": true, "AT": true}

// secretaries are the states whose foreign minister is called so.
var secretaries = map[string]bool{"US": true, "GB": true, "PH": true}

// holdsOffice reports whether a person holds an office of the very words.
func (r *resolver) holdsOffice(e int, words string) bool {
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "-", " ") }
	for k := range r.posts {
		if o := &r.posts[k]; o.person == e && o.kind.class == office && o.office != "" && plain(o.office) == plain(words) {
			return true
		}
	}
	return false
}

// onlyBody returns the organisation that "the court" means far from its last
// mention: the only one of the item whose name has the noun, -1 when there
// are several or none.
func (w *walker) onlyBody(p *phrase) int {
	if p.det != "the" || p.start < p.noun-1 {
		return -1
	}
	noun := key(p.lemma)
	found := -1
	for k := w.from; k < len(w.refs); k++ {
		ents := w.refs[k].ents
		if len(ents) != 1 || ents[0] == found || w.art.Entities[ents[0]].Type != schema.Organization {
			continue
		}
		if !named(&w.art.Entities[ents[0]], noun) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = ents[0]
	}
	return found
}

// named reports whether the noun is a word of the name or an alias of it.
func named(e *analysis.Entity, noun string) bool {
	if strings.Contains(" "+key(e.Name)+" ", " "+noun+" ") {
		return true
	}
	for _, a := range e.Aliases {
		if strings.Contains(" "+key(a)+" ", " "+noun+" ") {
			return true
		}
	}
	return false
}

// stateOf returns the state that an entity is, or that a person is of; -1 for
// all else.
func (r *resolver) stateOf(e int) int {
	switch r.art.Entities[e].Type {
	case schema.Country:
		return e
	case schema.Person:
		if c := r.art.Entities[e].Country; c >= 0 && r.art.Entities[c].Type == schema.Country {
			return c
		}
	}
	return -1
}

// hosts resolves "his hosts": the state that he is in, or that those he is
// with are of.
func (w *walker) hosts(p *phrase, m *analysis.Mention, of int) {
	if w.d.Child(p.noun, "appos") >= 0 {
		return
	}
	home := w.governs(of)
	abroad := func(e int) int {
		c := w.countryOf(e)
		if c == home || e == of || c >= 0 && w.art.Entities[c].Type != schema.Country {
			return -1
		}
		return c
	}
	best := -1
	for k := len(w.refs) - 1; k >= w.from && w.sent-w.refs[k].sent <= 1; k-- {
		rf := &w.refs[k]
		if len(rf.ents) != 1 || rf.role != oblique || !rf.place || abroad(rf.ents[0]) < 0 {
			continue
		}
		d := w.art.Blocks[rf.block].Doc
		prep := d.Tokens[firstConjunct(d, rf.tok)].Head
		if pos := d.Tokens[d.Tokens[prep].Head].POS; best < 0 || pos == "VERB" {
			best = abroad(rf.ents[0])
		}
	}
	if best < 0 {
		if c := w.rank(p.noun, need{nominal: true, accept: func(e int) bool { return w.stateOf(e) >= 0 && abroad(e) >= 0 }}); c.ents != nil {
			best = w.stateOf(c.ents[0])
		}
	}
	if best >= 0 {
		m.Entities, m.Via, m.Rule, m.Confidence = []int{best}, analysis.Government, "hosts", 0.5
	}
}

// anyCountry reports whether a state is among the entities.
func (r *resolver) anyCountry(ents []int) bool {
	for _, e := range ents {
		if r.art.Entities[e].Type == schema.Country {
			return true
		}
	}
	return false
}

// belligerent reports whether an entity can be a side of a quarrel: a state, a
// group, or an organisation that is no international body and no organ of a
// state.
func (w *walker) belligerent(e int) bool {
	x := &w.art.Entities[e]
	switch x.Type {
	case schema.Country, schema.Group:
		return true
	case schema.Organization:
		f, ok := w.gaz.find(x.Name)
		return ok && (f.Kind == "armed" || f.Kind == "party")
	}
	return false
}
