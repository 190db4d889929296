package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// post is an office or other description that the text gives to a person.
type post struct {
	phrase
	person int
	of     int // state or organisation, -1 when not said
	rule   string
	period schema.Interval // of the list of leaders
}

// findTitles collects the posts of all persons named in the article.
func (r *resolver) findTitles() {
	for i := range r.names {
		m := &r.names[i]
		if m.ent < 0 || r.art.Entities[m.ent].Type != schema.Person {
			continue
		}
		r.before(i)
		r.noteRank(m)
		r.apposed(m)
		r.headed(m)
		r.predicated(m)
		r.origin(m)
		r.leadsPassively(m)
	}
	r.shared()
	r.knownLeaders()
	r.fillCountries()
}

// place puts a post of the list of leaders where its holder is first named.
func (r *resolver) place(p *post) bool {
	for i := range r.names {
		if m := &r.names[i]; m.ent == p.person && r.art.Blocks[m.block].Kind == schema.Paragraph {
			p.block, p.start, p.end, p.noun = m.block, m.start, m.end, m.head
			return true
		}
	}
	return false
}

// toldOf reports whether the text gives a person the post that p, of the list
// of leaders, is. "The UN chief" says less than the list does and is not taken
// for it.
func (r *resolver) toldOf(p *post) bool {
	for k := range r.posts {
		o := &r.posts[k]
		if o.person == p.person && o.rule != "known" && o.field == p.field && (o.of < 0 || o.of == p.of) && (o.field != "chief" || o.lemma != "chief" && o.lemma != "head") {
			return true
		}
	}
	return false
}

// inherited gives a predecessor, successor or counterpart the office of the
// one they are it of.
func (r *resolver) inherited(p *post, t *analysis.Title) {
	f := p.kind.field
	if f != "predecessor" && f != "successor" && f != "counterpart" {
		return
	}
	of := p.possName
	for _, tok := range [...]int{p.possPronoun, p.possNoun} {
		if m := r.mentionAt(p.block, tok); tok >= 0 && m != nil && len(m.Entities) == 1 {
			of = m.Entities[0]
		}
	}
	if f == "counterpart" && r.oppositeOf(p, t) {
		return
	}
	if of < 0 || of == p.person {
		return
	}
	for k := range r.posts {
		o := &r.posts[k]
		if o.person != of || o.kind.class != office || o.office == "" || !stateOffice(o.field) && o.kind.field != "chief" {
			continue
		}
		t.Office, t.Field, t.Lemma, t.Class = o.office, o.field, o.lemma, "office"
		if f == "counterpart" {
			if t.Of, t.Rule = first(p.states), "counterpart"; t.Of < 0 {
				t.Of = r.art.Entities[p.person].Country // "Chile's X, his opposite number"
			}
		} else {
			t.Of = o.of
			if t.Of < 0 {
				t.Of = r.art.Entities[of].Country
			}
		}
		t.Former = f == "predecessor"
		t.Confidence = 0.75
		e := &r.art.Entities[p.person]
		if e.Office == "" {
			e.Office, e.Former = t.Office, t.Former
		}
		return
	}
}

// singular undoes the plural of the last word of an office.
func singular(office string) string {
	switch {
	case strings.HasSuffix(office, "men"):
		return office[:len(office)-2] + "an"
	case strings.HasSuffix(office, "ies"):
		return office[:len(office)-3] + "y"
	case strings.HasSuffix(office, "s") && !strings.HasSuffix(office, "ss"):
		return office[:len(office)-1]
	}
	return office
}

func first(list []int) int {
	if len(list) == 0 {
		return -1
	}
	return list[0]
}

// publish writes the posts into the article, once all mentions are resolved.
func (r *resolver) publish() {
	r.predicatedOfPronouns()
	names := [...]string{office: "office", relative: "relative", person: "person"}
	for k := range r.posts {
		p := &r.posts[k]
		if p.rule == "known" && !r.place(p) {
			continue
		}
		t := analysis.Title{Person: p.person, Office: p.office, Lemma: p.lemma, Field: p.field, Of: p.of, To: p.to, Former: p.former, Block: p.block,
			Start: p.start, End: p.end, Rule: p.rule, Confidence: 0.9}
		if int(p.kind.class) < len(names) {
			t.Class = names[p.kind.class]
		}
		if p.kind.class == office && p.plural {
			t.Office = singular(t.Office)
		}
		if p.rule == "known" {
			t.Confidence, t.Lemma = 0.6, ""
			t.Period = p.period
			if r.toldOf(p) {
				t.Office = ""
			}
			r.art.Titles = append(r.art.Titles, t)
			continue
		}
		if p.rule == "description" {
			t.Confidence = 0.6
		}
		r.owner(p, &t)
		r.complete(p, &t)
		if p.rule == "leads" && t.Of < 0 && t.Office == p.office {
			continue
		}
		r.inherited(p, &t)
		r.art.Titles = append(r.art.Titles, t)
	}
}

// addPost records that a phrase describes a person.
func (r *resolver) addPost(person int, p phrase, rule string) {
	q := post{phrase: p, person: person, of: -1, rule: rule}
	if p.org >= 0 && p.kind.class == office && p.field != "foreign" && p.field != "government" && p.field != "head" && p.field != "monarch" {
		q.of = p.org
	} else if len(p.states) > 0 {
		q.of = p.states[0]
	} else if p.possName >= 0 {
		q.of = p.possName
		if t := r.art.Entities[p.possName].Type; t == schema.Person || t == schema.Place {
			q.of = r.countryOf(p.possName)
		}
	}
	for k := range r.posts {
		o := &r.posts[k]
		if o.person == person && o.lemma == p.lemma && o.block == p.block && o.noun == p.noun {
			return
		}
	}
	r.posts = append(r.posts, q)
	e := &r.art.Entities[person]
	if p.kind.class == office {
		if e.Office == "" || e.Former && !p.former {
			e.Office, e.Former = p.office, p.former
		}
		if q.of >= 0 && e.Country < 0 {
			e.Country = r.countryOf(q.of)
			if e.Country < 0 {
				e.Country = q.of
			}
		}
	}
	if p.kind.gender != analysis.UnknownGender && e.Gender == analysis.UnknownGender {
		e.Gender = p.kind.gender
	}
}

// human reports whether a noun of the table can describe a person.
func (n noun) human() bool { return n.class == office || n.class == relative || n.class == person }

// roleNoun returns the token of the role noun that ends just before token k,
// or -1: "minister", or "Secretary" in "Secretary of State".
func (r *resolver) roleNoun(b, k int) int {
	d, low := r.art.Blocks[b].Doc, r.lower[b]
	if k < 0 {
		return -1
	}
	if l, _ := r.lemmaAt(b, k); r.lex.nouns[l].human() && strings.HasPrefix(d.Tokens[k].Tag, "N") {
		return k
	}
	for j := k; j > max(0, k-5); j-- {
		if low[j] == "of" && j < k {
			if r.lex.nouns[low[j-1]].class == office {
				return j - 1
			}
			return -1
		}
		if !r.lex.modifiers[low[j]] && low[j] != "and" && low[j] != "the" && low[j] != "exchequer" {
			return -1
		}
	}
	return -1
}
