package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

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
	if p.possName >= 0 && (p.possPronoun >= 0 || owner < 0) {
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

// committee resolves a committee of a chamber ("the Senate finance
// committee"), named as the text names the chamber.
func (w *walker) committee(p *phrase, m *analysis.Mention, c int, words string) {
	k := w.art.Entities[c].Name + "|" + key(words)
	e, ok := w.byKey[k]
	if !ok {
		chamber := w.art.Entities[c].Name
		for j := p.start; j < p.noun; j++ {
			if n := w.nameOn(w.block, j); n != nil && n.ent == c {
				chamber = n.text
				break
			}
		}
		e = w.add(chamber+" "+words, schema.Organization)
		w.byKey[k] = e
		w.art.Entities[e].Country = w.art.Entities[c].Country
	}
	set1(m, e, analysis.Direct, "committee of a body", 0.8)
}

// organ resolves an organ of state c ("foreign ministry"), as an organisation
// of its own.
func (w *walker) organ(p *phrase, m *analysis.Mention, c int, words string) {
	if w.art.Entities[c].Type != schema.Country {
		if p.lemma == "committee" && words != "committee" {
			w.committee(p, m, c, words)
			return
		}
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
		e = w.add(w.adjective(c)+" "+strings.ToLower(words), schema.Organization)
		w.art.Entities[e].Country = c
	}
	w.byKey[k] = e
	set1(m, e, analysis.Direct, "organ of a state", 0.85)
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
