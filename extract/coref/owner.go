package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// owner settles whose office a title is, once all mentions are resolved: what
// its complement ("a spokesman for its foreign ministry") and its possessor
// ("the agency's head", "his adviser") turned out to mean.
func (r *resolver) owner(p *post, t *analysis.Title) {
	if p.rule == "origin" || t.Of >= 0 && (p.rule == "speaks for" || p.rule == "leads") {
		return
	}
	if personal(p) && p.possName >= 0 && r.art.Entities[p.possName].Type == schema.Person && p.possPronoun < 0 {
		t.Of = p.possName
	}
	for _, e := range [...]int{p.possName, p.name} {
		if e >= 0 && stateOffice(p.field) && r.territory(e) {
			t.Of = e
		}
	}
	for _, tok := range [...]int{p.ofToken, p.possNoun, p.possPronoun} {
		if tok == p.ofToken && t.Of >= 0 && (p.rule == "shared title" || r.sentTo(p)) {
			continue
		}
		if tok < 0 || t.Of >= 0 && tok != p.ofToken && !personal(p) {
			continue
		}
		if p.kind.class == person && tok == p.possPronoun && p.kind.field != "citizen" {
			continue // "their prisoner" is not one of them
		}
		m := r.mentionAt(p.block, tok)
		if m == nil || len(m.Entities) != 1 || m.Entities[0] == p.person || tok == p.possNoun && m.Confidence < sure {
			continue
		}
		e := m.Entities[0]
		if tok == p.ofToken && m.Via == analysis.Government && (p.field == "chief" || p.field == "soldier") {
			e = r.force(p.block, tok, e)
		}
		switch x := r.art.Entities[e].Type; {
		case x == schema.Person && tok != p.ofToken:
			switch {
			case personal(p):
			case t.Of >= 0:
				e = -1
			case stateOffice(p.field) || p.field == "envoy" || p.field == "deputy":
				if e = r.countryOf(e); tok == p.possPronoun {
					e = r.knownOwner(p, e)
				}
			default:
				e = -1
			}
		case x == schema.Person && p.field == "adviser" && !personal(p):
			e = r.countryOf(e) // "national security adviser to X"
		case x == schema.Place && tok == p.ofToken, t.Of >= 0 && tok != p.ofToken:
			e = -1
		case tok == p.possPronoun:
			e = r.knownOwner(p, e)
		}
		if e >= 0 {
			t.Of = e
		}
	}
	if p.possPronoun >= 0 && t.Of >= 0 && len(p.states) == 0 {
		t.Of = r.knownOwner(p, t.Of)
	}
}

// territory reports whether an entity is a part of a state that may have
// ministers of its own: "the Scottish justice secretary".
func (r *resolver) territory(e int) bool {
	if r.art.Entities[e].Type != schema.Place {
		return false
	}
	f, ok := r.gaz.find(r.art.Entities[e].Name)
	return ok && f.Kind == link.Territory
}

// sentTo reports whether "for" behind an office says where or about what its
// holder is sent, and not by whom: "the UN special envoy for Yemen".
func (r *resolver) sentTo(p *post) bool {
	if p.ofToken < 1 || p.end >= len(r.lower[p.block]) || r.lower[p.block][p.end] != "for" {
		return false
	}
	switch p.field {
	case "envoy", "mediator", "negotiator", "commissioner", "adviser":
		return true
	}
	return p.kind.field == "minister"
}

// personal reports whether those who hold a post serve a person as well as a
// state: "the president's spokesman". A national security adviser is the
// state's, whoever appoints them.
func personal(p *post) bool {
	return p.field == "spokes" || p.field == "adviser" && !strings.HasPrefix(strings.ToLower(p.office), "national")
}

// knownOwner returns the state or body that the list of leaders knows the
// holder of a post to hold it in, and e for those it does not know: it tells
// what "its" is in "its prime minister, X" better than the pronoun does.
func (r *resolver) knownOwner(p *post, e int) int {
	for k := range r.posts {
		if o := &r.posts[k]; o.person == p.person && o.rule == "known" && o.field == p.field {
			return o.of
		}
	}
	return e
}

// oppositeOf gives a counterpart the office of a possessor who is called by
// it: "the interior minister's Peruvian counterpart".
func (r *resolver) oppositeOf(p *post, t *analysis.Title) bool {
	if p.possNoun < 0 {
		return false
	}
	l, _ := r.lemmaAt(p.block, p.possNoun)
	if r.lex.nouns[l].class != office {
		return false
	}
	q := r.describe(p.block, p.possNoun)
	if q.plural || !stateOffice(q.field) {
		return false
	}
	t.Office, t.Field, t.Lemma, t.Class = strings.TrimSpace(q.office), q.field, q.lemma, "office"
	t.Of = first(p.states)
	t.Confidence = 0.75
	return true
}

// force returns the armed force or police of state c that the noun at token i
// stands for ("head of the Peruvian navy"), as an organisation of its own. In
// events such words stand for the state, and so they do here in the plural.
func (r *resolver) force(b, i, c int) int {
	d := r.art.Blocks[b].Doc
	l, _ := r.lemmaAt(b, i)
	if n := r.lex.nouns[l]; n.field != "army" || r.art.Entities[c].Type != schema.Country {
		return c
	}
	s := r.modifiedFrom(b, i)
	words := strings.ToLower(d.Slice(s, i+1))
	k := r.art.Entities[c].Name + "|" + key(words)
	e, ok := r.byKey[k]
	if !ok {
		e = r.add(r.adjective(c)+" "+words, schema.Organization)
		r.byKey[k] = e
		r.art.Entities[e].Country = c
	}
	return e
}

// modifiedFrom returns the first of the adjectives and nouns, no names, that
// stand before the noun at token i and belong to it.
func (r *resolver) modifiedFrom(b, i int) int {
	d := r.art.Blocks[b].Doc
	s := i
	for s > 0 && d.Tokens[s-1].Head == i && (d.Tokens[s-1].Dep == "compound" || d.Tokens[s-1].Dep == "amod") && r.nameOn(b, s-1) == nil {
		s--
	}
	return s
}

// adjective returns the adjective of a state, or its name in the possessive.
func (r *resolver) adjective(c int) string {
	name := r.art.Entities[c].Name
	if f, found := r.gaz.find(name); found && len(f.Adjectives) > 0 {
		return f.Adjectives[0]
	}
	return name + "'s"
}

// ledBody names a body that is led and that nothing else names by its words:
// "who heads the island assembly". Of a government with such words one
// cannot tell whose it is.
func (r *resolver) ledBody(p *post, t *analysis.Title) {
	if p.ofToken < 0 {
		return
	}
	l, _ := r.lemmaAt(p.block, p.ofToken)
	government := r.lex.nouns[l].field == "government"
	if t.Of >= 0 && !government {
		return
	}
	d := r.art.Blocks[p.block].Doc
	s := r.modifiedFrom(p.block, p.ofToken)
	if s == p.ofToken || s > 0 && d.Tokens[s-1].Tag != "DT" && r.lower[p.block][s-1] != "its" {
		return
	}
	t.Office += " of the " + titleCase(strings.ToLower(d.Slice(s, p.ofToken+1)))
	if government {
		t.Of = -1
	}
}

// sees are the clergy whose office is that of a place: "archbishop of Lima".
var sees = set("archbishop bishop cardinal patriarch metropolitan mufti")

// complete adds to an office what it is over when that is no body or state:
// "chief of the signals corps", "minister for water and sanitation".
func (r *resolver) complete(p *post, t *analysis.Title) {
	if p.kind.field == "occupation" && sees[p.lemma] && p.ofToken == p.noun+2 && r.nameOn(p.block, p.ofToken) != nil {
		t.Office += " of " + r.nameOn(p.block, p.ofToken).text
		t.Of = -1 // a see makes nobody a citizen
		return
	}
	if p.rule == "leads" {
		r.ledBody(p, t)
		return
	}
	switch {
	case p.ofToken < 0 || p.kind.class != office:
		return
	case p.field == "chief" || p.field == "soldier" || p.field == "envoy" || p.field == "commissioner" || p.kind.field == "minister":
	default:
		return
	}
	d, low := r.art.Blocks[p.block].Doc, r.lower[p.block]
	if p.ofToken-p.end > 6 || p.end >= len(low) || low[p.end] != "of" && low[p.end] != "for" || d.Tokens[p.ofToken].Tag[0] != 'N' {
		return
	}
	if p.ofToken < p.end {
		return
	}
	if x := r.nameOn(p.block, p.ofToken); x != nil {
		if r.sentTo(p) && x.ent >= 0 && x.ent != t.Of {
			t.Office += " for " + d.Slice(p.end+1, x.end)
		}
		return
	}
	l, _ := r.lemmaAt(p.block, p.ofToken)
	people := r.lex.nouns[l].field == "people" && p.field == "chief"
	plain := low[p.ofToken] == "forces" || people
	if m := r.mentionAt(p.block, p.ofToken); m != nil && len(m.Entities) > 0 && !plain {
		return
	}
	s := p.end + 1
	the := ""
	for k := s; k < p.ofToken; k++ {
		switch x := &d.Tokens[k]; {
		case x.Tag == "POS", x.Tag == "PRP$":
			s, the = k+1, "the "
		case x.Tag == "DT", x.Tag == "CC", x.Tag[0] == 'N', x.Tag[0] == 'J', x.Text == "-":
		default:
			return
		}
	}
	if plain {
		the = ""
	}
	if people { // "head of the Peruvian delegation" speaks for Peru
		s = p.ofToken
		if t.Of >= 0 {
			t.Field = "envoy"
		}
	}
	end := p.ofToken + 1
	// "water and roads"
	if c := d.Child(p.ofToken, "conj"); c == p.ofToken+2 && low[c-1] == "and" && d.Tokens[c].Tag[0] == 'N' && r.nameOn(p.block, c) == nil {
		end = c + 1
	}
	if end+1 < len(low) && low[end] == "of" && low[end+1] == "staff" {
		end += 2
	}
	if low[s] == "the" && s < p.ofToken {
		s, the = s+1, "the "
	}
	t.Office += " " + low[p.end] + " " + the + titleCase(d.Slice(s, end))
	if o := d.Child(p.ofToken, "poss"); o >= 0 && t.Of < 0 {
		if m := r.mentionAt(p.block, o); m != nil && len(m.Entities) == 1 && r.art.Entities[m.Entities[0]].Type != schema.Person {
			t.Of = m.Entities[0]
		}
	}
}
