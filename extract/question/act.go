package question

import (
	"slices"
	"strings"

	"entente/schema"
)

// plainVerbs say nothing of the act themselves: their complement does.
var plainVerbs = map[string]bool{"be": true, "have": true, "do": true, "help": true, "go": true, "manage": true, "happen": true, "try": true, "seek": true}

// act reads what is done.
func (b *builder) act() {
	d, q := b.d, b.q
	q.Future = b.future(q.pred)
	v := q.pred
	for steps := 0; steps < 3; steps++ {
		l := b.lemma(v)
		if steps == 0 {
			q.Negated = d.Child(v, "neg") >= 0
		}
		b.used[v] = true
		q.Passive = q.Passive || d.Child(v, "auxpass", "nsubjpass") >= 0
		if l != "be" && l != "do" {
			q.Verbs = append(q.Verbs, l)
		}
		b.complements(v, len(q.Verbs) <= 1 || plainVerbs[q.Verbs[0]])
		next := -1
		for _, c := range d.Children(v) {
			switch t := &d.Tokens[c]; t.Dep {
			case "xcomp", "ccomp", "advcl", "pcomp":
				if t.POS == "VERB" && int(c) > v {
					next = int(c)
				}
			case "acomp", "attr": // "are due to meet", "is the first to demand"
				b.used[c] = true
				if n := d.Child(int(c), "xcomp", "acl", "relcl"); n >= 0 {
					next = n
				}
			}
			if next >= 0 {
				break
			}
		}
		if next < 0 {
			break
		}
		if plainVerbs[l] && l != "help" && l != "seek" {
			q.Future = q.Future || l == "be" && d.Child(next, "aux") >= 0 && !strings.Contains(q.Text, " first to ")
		}
		v = next
	}
	if len(q.Verbs) > 1 && plainVerbs[q.Verbs[0]] {
		q.Verbs = q.Verbs[1:]
	}
	if inner := b.ownWord(q.pred); inner >= 0 && len(q.Verbs) > 1 && q.Kind != Whether {
		// "said they would ship missiles": the shipping is what is asked for
		q.Verbs, q.Inner, q.Nouns = q.Verbs[1:], nil, nil
		q.Future = q.Future || b.future(inner) || d.Child(inner, "aux") >= 0
		b.complements(inner, true)
	}
}

// ownWord is the verb of what a subject says of itself ("said that they would
// send"), -1 if there is none.
func (b *builder) ownWord(v int) int {
	switch b.lemma(v) {
	case "say", "announce", "declare":
	default:
		return -1
	}
	c := b.d.Child(v, "ccomp")
	if c < v || b.d.Tokens[c].POS != "VERB" {
		return -1
	}
	if s := b.d.Child(c, "nsubj", "nsubjpass"); s >= 0 && b.d.Tokens[s].POS == "PRON" && s != b.filler {
		return c
	}
	return -1
}

// future reports whether the act is asked for as one to come.
func (b *builder) future(v int) bool {
	if b.f.aux == "will" || b.f.aux == "shall" || b.f.aux == "would" {
		return true
	}
	for _, c := range b.d.Children(v) {
		if t := &b.d.Tokens[c]; t.Dep == "aux" && t.Tag == "MD" && auxiliaries[b.f.aux] != "do" {
			return true
		}
	}
	return false
}

// complements reads the particle, preposition and object noun of a verb.
func (b *builder) complements(v int, main bool) {
	d, q := b.d, b.q
	phrase := b.lemma(v)
	for _, c := range d.Children(v) {
		i := int(c)
		t := &d.Tokens[c]
		switch t.Dep {
		case "prt":
			phrase += " " + b.lemma(i)
			b.used[i] = true
		case "prep", "agent", "dative":
			if o := d.Child(i, "pobj"); o >= 0 && (o == b.filler || b.isParty(o)) && i == v+1 && t.POS == "ADP" && t.Dep == "prep" {
				switch b.lemma(i) {
				case "in", "at", "by", "during", "after", "before", "since":
				default:
					phrase += " " + b.lemma(i)
				}
			} else if o >= 0 && main && t.Dep == "prep" && b.bringsUnder(v, i, o) {
				q.Nouns = append(q.Nouns, b.lemma(o))
				phrase += " " + b.lemma(i) + " " + b.lemma(o)
				b.used[o] = true
			}
		case "dobj", "nsubjpass", "oprd", "attr":
			if i == b.filler || b.isParty(i) || t.POS != "NOUN" {
				continue
			}
			b.used[i] = true
			if !main {
				q.Inner = append(q.Inner, b.lemma(i))
				continue
			}
			q.Nouns = append(q.Nouns, b.lemma(i))
			for _, k := range d.Children(i) { // "the joint statement", "trade sanctions"
				if kt := &d.Tokens[k]; (kt.Dep == "amod" || kt.Dep == "compound" || kt.Dep == "nmod") && !b.used[k] && kt.POS != "PROPN" {
					q.Words = append(q.Words, b.lemma(int(k)))
					b.used[k] = true
				}
			}
			phrase += " " + b.lemma(i)
		}
	}
	if main {
		q.Act = phrase
	}
}

// bringsUnder reports whether the noun behind a preposition is the act and the
// verb says no more than that it came about: "put X under sanctions", "place X
// in custody".
func (b *builder) bringsUnder(v, prep, noun int) bool {
	switch b.lemma(v) {
	case "put", "place", "bring", "take", "hold", "keep":
	default:
		return false
	}
	switch b.lemma(prep) {
	case "under", "in", "into", "on":
	default:
		return false
	}
	return b.d.Tokens[noun].POS == "NOUN" && b.d.Child(noun, "det", "poss") < 0 && b.lemma(noun) != "part" && !b.used[noun]
}

func (b *builder) isParty(i int) bool {
	in := func(p *Party) bool { return p.start <= i && i < p.end }
	return slices.ContainsFunc(b.q.Parties, func(p Party) bool { return in(&p) }) || b.q.Place != nil && in(b.q.Place)
}

// special recognises the kinds of question that are no acts.
func (b *builder) special() {
	q := b.q
	has := func(list ...string) bool {
		return slices.ContainsFunc(q.Verbs, func(v string) bool { return slices.Contains(list, v) })
	}
	switch {
	case q.Kind == Who && q.Role != Subject && b.d.Child(b.subject(), "preconj") >= 0:
		q.Both = true
	case q.Kind == Who && q.Role == Subject && strings.Contains(strings.ToLower(q.Text), " both ") && len(q.with(Object)) > 1:
		q.Both = true
	case q.Kind == Connected, (q.Kind == Who || q.Kind == What) && q.Role == Subject && has("connect", "link", "tie", "join", "relate"):
		q.Both = strings.Contains(strings.ToLower(q.Text), "both")
		if len(q.Parties) >= 2 {
			q.Kind = Connected
		}
	case q.Kind == What && b.whatDone():
	case q.Kind == What:
		q.Kind = Who
		if q.Role == Subject {
			break
		}
	case q.Kind == Who && len(q.Verbs) == 0:
		b.office()
	case q.Kind == Who && positionNouns[q.Noun] && has("hold", "have", "occupy") && len(q.Parties) == 1:
		q.Kind, q.Words = Position, nil
	}
	if q.Kind == What && len(q.Verbs) > 0 && q.Verbs[0] == "happen" {
		q.Verbs, q.Act = nil, ""
	}
}

var positionNouns = map[string]bool{"office": true, "position": true, "post": true, "job": true, "role": true, "title": true, "rank": true}

// whatDone recognises "What did X urge Y to do?", "What did X say?" and "What
// happened between X and Y?".
func (b *builder) whatDone() bool {
	q := b.q
	last := ""
	for i := len(b.f.rest) - 1; i >= 0 && last == ""; i-- {
		last = b.f.rest[i].lower()
	}
	switch {
	case len(q.Verbs) > 0 && (last == "do" || contentVerbs[q.Verbs[0]]):
		q.Kind = Content
		q.Verbs = slices.DeleteFunc(q.Verbs, func(v string) bool { return v == "do" })
		return true
	case len(q.Verbs) > 0 && q.Verbs[0] == "happen", last == "do":
		return true
	}
	return false
}

// contentVerbs take a content as their object.
var contentVerbs = map[string]bool{"say": true, "tell": true, "demand": true, "promise": true, "pledge": true, "threaten": true, "offer": true, "propose": true,
	"claim": true, "request": true, "want": true, "announce": true, "warn": true, "agree": true, "suggest": true, "order": true, "deny": true, "refuse": true}

// office recognises "Who is the foreign minister of Russia?".
func (b *builder) office() {
	d, q := b.d, b.q
	a := d.Child(q.pred, "attr", "acomp", "nsubj")
	for _, c := range d.Children(q.pred) {
		if t := &d.Tokens[c]; t.Dep == "attr" || t.Dep == "nsubj" && int(c) > q.pred {
			a = int(c)
		}
	}
	if a < 0 {
		return
	}
	if b.isParty(a) && len(q.Parties) == 1 && !q.Parties[0].Adjective { // "Who is Sergei Lavrov?"
		q.Kind = Position
		return
	}
	// The words of the office stand before and behind its head, without the
	// state.
	l, r := d.Edges(a)
	var words []string
	for i := l; i <= r; i++ {
		t := &d.Tokens[i]
		if b.isParty(i) || t.POS == "DET" || t.POS == "PUNCT" || t.Tag == "POS" || t.Dep == "case" {
			if b.isParty(i) && i > a {
				break
			}
			continue
		}
		if t.POS == "ADP" && (i+1 > r || b.isParty(i+1) || b.d.Tokens[i+1].POS == "DET" && i+2 <= r && b.isParty(i+2)) {
			continue
		}
		if b.used[i] && t.POS == "ADP" {
			break
		}
		words = append(words, strings.ToLower(t.Text))
	}
	if len(words) == 0 {
		return
	}
	q.Kind, q.Role = Office, Subject
	q.Post = strings.ReplaceAll(strings.Join(words, " "), " - ", "-")
	q.Types = []schema.EntityType{schema.Person, schema.Country, schema.Organization}
	b.mark(l, r+1)
	q.Words = nil
	for i := range q.Parties {
		q.Parties[i].Role = Inner
	}
	if q.Place != nil {
		q.Parties, q.Place = append(q.Parties, *q.Place), nil
	}
}

// settle makes what was read consistent.
func (b *builder) settle() {
	q := b.q
	if q.Nationality != nil {
		n := q.Nationality
		if refs, err := b.src.Resolve(b.ctx, n.Name); err == nil && len(refs) > 0 {
			n.Name, n.Type = refs[0].Name, refs[0].Type
			n.IDs = []string{refs[0].ID}
		}
	}
	b.behalf()
	if q.Kind == Where && q.Place != nil { // "Where in Kenya …" keeps it; otherwise the place is a party
		if q.Place.Role == Inner {
			q.Parties, q.Place = append(q.Parties, *q.Place), nil
		}
	}
}

// signing are acts that people do on behalf of others.
var signing = map[string]bool{"sign": true, "initial": true, "negotiate": true, "speak": true, "attend": true, "represent": true, "vote": true, "ink": true,
	"conclude": true, "ratify": true, "answer": true, "appear": true, "lead": true}

// behalf recognises the party that the answer acted for: "Who signed the
// agreement for Iran?", "on behalf of the Ethiopian government".
func (b *builder) behalf() {
	q := b.q
	if q.Kind != Who || q.Role != Subject || len(q.Verbs) == 0 {
		return
	}
	for i := range q.Parties {
		p := q.Parties[i]
		before := p.start - 1
		for before > 0 && b.d.Tokens[before].POS == "DET" {
			before--
		}
		prep := ""
		if before >= 0 {
			prep = strings.ToLower(b.d.Tokens[before].Text)
		}
		behalf := prep == "for" && signing[q.Verbs[0]] || prep == "of" && before > 0 && b.d.Tokens[before-1].Text == "behalf" ||
			q.Verbs[0] == "represent" && p.Role == Object || q.Verbs[0] == "lead" && p.Adjective && p.Noun == "delegation"
		if behalf {
			q.For = &p
			q.Parties = slices.Delete(q.Parties, i, i+1)
			return
		}
	}
}
