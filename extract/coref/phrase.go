package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// phrase is a noun phrase around a noun of the table: "his Russian
// counterpart", "the former president of Nigeria".
type phrase struct {
	block       int
	start, end  int // tokens from the first modifier to the noun and its fixed complement ("of State")
	noun        int // token of the noun
	lemma       string
	kind        noun
	field       string // of an office, more finely: "foreign", "government", "defense"
	office      string // the wording of the office, without state and "former"
	det         string // "the", "a", "this", "" when none
	number      int    // 2 in "the two leaders", 0 when none
	plural      bool
	former      bool
	another     bool
	states      []int // entities named in its modifiers and complements, nearest to the noun first
	org         int   // the organisation among them, or -1
	to          int   // "ambassador to X", or -1
	possPronoun int   // token of a possessive pronoun, or -1
	possName    int   // entity of a possessor, or -1
	possNoun    int   // token of a possessor that is a noun ("the bank's director", "his rival's aide"), or -1
	ofToken     int   // token of the noun behind "of" or "for", or -1
	name        int   // entity named by a modifier that is not a state ("Houthi rebels"), or -1
}

var npDeps = set("amod compound nmod det poss nummod advmod case punct quantmod npadvmod predet")

// npStart returns the first token of the noun phrase left of its noun i.
func npStart(d *nlp.Doc, i int) int {
	left := i
	for j := i - 1; j >= 0; j-- {
		t := &d.Tokens[j]
		if t.Tag == "," || t.Tag == "." || t.Tag == ":" || t.IsSpace() || strings.HasPrefix(t.Tag, "VB") && t.Dep != "amod" && t.Dep != "compound" {
			break
		}
		if t.Dep == "punct" && t.Text != "-" && t.Text != "‑" {
			break
		}
		k, ok := j, false
		for range 6 {
			dep := d.Tokens[k].Dep
			if !npDeps[dep] && dep != "conj" && dep != "cc" {
				break
			}
			k = d.Tokens[k].Head
			if k >= left && k <= i {
				ok = true
				break
			}
			if k < j-8 {
				break
			}
		}
		if !ok {
			break
		}
		left = j
	}
	return left
}

// lemmaAt returns the noun of the table at token i, joining what the
// tokenizer splits at hyphens ("secretary-general"), and its first token.
func (r *resolver) lemmaAt(b, i int) (string, int) {
	d := r.art.Blocks[b].Doc
	low := r.lower[b]
	l := strings.ToLower(d.Tokens[i].Lemma)
	if _, ok := r.lex.nouns[l]; !ok {
		if _, ok := r.lex.nouns[low[i]]; ok {
			l = low[i]
		} else if s := strings.TrimSuffix(low[i], "s"); s != low[i] {
			if _, ok := r.lex.nouns[s]; ok {
				l = s
			}
		}
	}
	at := i
	if l == "chargé" {
		l = "charge"
	}
	if l == "charge" && (i+1 >= len(low) || !strings.HasPrefix(low[i+1], "d")) {
		return "", i
	}
	if low[i] == "number" && i >= 1 && low[i-1] == "opposite" {
		return "counterpart", i - 1
	}
	if i+2 < len(low) && low[i+1] == "-" && low[i+2] == "general" && d.Tokens[i+2].Head == i {
		// the parser may take the first part for the noun
		if _, ok := r.lex.nouns[l+"-general"]; ok {
			return l + "-general", i
		}
	}
	if i >= 1 {
		prev := i - 1
		if low[prev] == "-" && i >= 2 {
			prev = i - 2
		}
		p := low[prev]
		if l == "general" && (p == "secretary" || p == "director" || p == "attorney" || p == "consul" || p == "secretaries") ||
			(l == "president" || l == "premier" || l == "chancellor" || l == "minister") && p == "vice" ||
			l == "secretary" && p == "under" {
			switch p {
			case "under":
				return "undersecretary", prev
			case "vice":
				return "vice-president", prev
			}
			return strings.TrimSuffix(p, "s") + "-general", prev
		}
	}
	return l, at
}

// affaires reports whether the noun at token i is the first word of "chargé
// d'affaires", whose last one the parser takes for the head.
func affaires(low []string, i int) bool {
	return i+1 < len(low) && strings.HasPrefix(low[i], "charg") && (low[i+1] == "d'affaires" || low[i+1] == "d’affaires")
}

// elect reports whether an office at token i is only to be taken up:
// "president-elect".
func elect(low []string, i int) bool {
	return i+2 < len(low) && (low[i+1] == "-" || low[i+1] == "‑") && (low[i+2] == "elect" || low[i+2] == "designate")
}

// phraseAt returns a phrase of these tokens of which nothing is known yet; its
// noun is the first.
func phraseAt(b, start, end int) phrase {
	return phrase{block: b, start: start, end: end, noun: start, org: -1, to: -1, possPronoun: -1, possName: -1, possNoun: -1, ofToken: -1, name: -1}
}

// describe reads the phrase around noun i.
func (r *resolver) describe(b, i int) phrase {
	d := r.art.Blocks[b].Doc
	low := r.lower[b]
	p := phraseAt(b, i, i+1)
	lemma, first := r.lemmaAt(b, i)
	p.lemma, p.kind = lemma, r.lex.nouns[lemma]
	t := &d.Tokens[i]
	p.plural = t.Tag == "NNS" || t.Tag == "NNPS" || strings.Contains(t.Morph, "Number=Plur") || low[i] == p.lemma+"s"
	at := i // the token that the parser takes for the head
	switch {
	case elect(low, i):
		at = i + 2
	case affaires(low, i):
		at = i + 1
	}
	p.start = min(first, npStart(d, at))
	for j := p.start; j < i; j++ {
		switch x := low[j]; x {
		case "the", "this", "that", "these", "those", "a", "an", "another", "no", "some", "any", "each", "every", "one", "either", "neither":
			if d.Tokens[j].Head == at || p.det == "" {
				p.det = x
			}
			p.another = p.another || x == "another"
		case "both", "two", "2":
			p.number = 2
		case "three", "3":
			p.number = 3
		case "four", "4":
			p.number = 4
		case "former", "ex", "late", "then", "erstwhile", "onetime", "deposed", "ousted", "overthrown", "toppled":
			p.former = p.former || x != "late"
		default:
			if h := d.Tokens[j].Head; d.Tokens[j].Tag == "PRP$" && (h == at || d.Tokens[h].Dep != "poss") {
				p.possPronoun = j
			}
		}
	}
	if o := d.Child(at, "poss"); o >= p.start && o < i && strings.HasPrefix(d.Tokens[o].Tag, "NN") && r.nameOn(b, o) == nil {
		p.possNoun = o
	}
	// "once Chile's foreign minister"
	p.former = p.former || p.start > 0 && (low[p.start-1] == "once" || low[p.start-1] == "formerly" || low[p.start-1] == "previously")
	if p.start > 0 && (low[p.start-1] == "both" || low[p.start-1] == "two") {
		p.start--
		p.number = 2
	}
	r.namesIn(&p, p.start, i, true)
	r.complements(&p, at)
	r.wording(&p, first)
	p.field = r.fieldOf(&p)
	r.portfolio(&p)
	return p
}

// portfolio reads a body before the noun as the minister's department: "the
// Treasury secretary".
func (r *resolver) portfolio(p *phrase) {
	if p.kind.field != "minister" || p.org < 0 || len(strings.Fields(p.office)) > 1 {
		return
	}
	m := r.nameOn(p.block, p.noun-1)
	if m == nil || m.ent != p.org {
		return
	}
	if p.kind.field == "minister" {
		p.office = m.text + " " + p.office
		p.states, p.org = nil, -1
		if c := r.art.Entities[m.ent].Country; c >= 0 {
			p.states = []int{c}
		}
		p.field = "minister:" + strings.ToLower(m.text)
		if p.field == "minister:treasury" {
			p.field = "finance"
		}
	}
}

// namesIn notes the names among the tokens s to e.
func (r *resolver) namesIn(p *phrase, s, e int, before bool) {
	d := r.art.Blocks[p.block].Doc
	for j := e - 1; j >= s; j-- {
		m := r.nameOn(p.block, j)
		if m == nil || m.ent < 0 || m.head != j && j != m.end-1 || j != m.end-1 {
			continue
		}
		poss := m.end < len(d.Tokens) && d.Tokens[m.end].Tag == "POS"
		e, ok := r.nationality(m)
		if before && poss {
			p.possName = m.ent
			if ok {
				p.possName = e
			}
		}
		if !ok {
			if before && !poss && p.name < 0 {
				p.name = m.ent
			}
			continue
		}
		if r.art.Entities[e].Type == schema.Organization && p.org < 0 {
			p.org = e
		}
		p.states = append(p.states, e)
	}
}

// complements reads the prepositional phrases behind noun i.
func (r *resolver) complements(p *phrase, i int) {
	d := r.art.Blocks[p.block].Doc
	low := r.lower[p.block]
	visit := func(c int) {
		prep := low[c]
		if (prep == "at" || prep == "in") && p.kind.class == office && p.ofToken < 0 {
			// "second secretary at the Peruvian embassy"
			if o := d.Child(c, "pobj"); o >= 0 && r.nameOn(p.block, o) == nil {
				if l, _ := r.lemmaAt(p.block, o); r.lex.nouns[l].class == organisation {
					p.ofToken = o
				}
			}
		}
		if prep != "of" && prep != "for" && prep != "to" && prep != "in" && prep != "at" && prep != "from" {
			return
		}
		obj := d.Child(c, "pobj")
		if obj < 0 || obj > c+14 {
			return
		}
		if (prep == "of" || prep == "for" || prep == "to" && p.kind.field == "adviser") && p.ofToken < 0 {
			p.ofToken = obj
		}
		// the name itself, or the one that its noun belongs to
		if m := r.nameOn(p.block, obj); m != nil && m.ent >= 0 {
			e, ok := r.nationality(m)
			if !ok {
				if prep == "of" && p.name < 0 && r.art.Entities[m.ent].Type != schema.Person {
					p.name = m.ent
				}
				if prep == "in" && m.known != nil && m.known.state() != nil && (p.kind.class == government && p.kind.field != "people" || p.kind.field == "ministry") && p.possPronoun < 0 {
					p.states = append(p.states, r.entityOf(r.gaz.of(m.known.state())))
				}
				return
			}
			switch {
			case prep == "to" || prep == "at" && p.kind.field == "envoy":
				p.to = e
			case prep == "in" && p.kind.class == office && m.known != nil && m.known.capitalOf != nil:
				p.to = e // "ambassador in Moscow"
			default:
				if r.art.Entities[e].Type == schema.Organization && p.org < 0 {
					p.org = e
				}
				p.states = append(p.states, e)
				// "the leaders of China and Taiwan"
				for o := d.Child(obj, "conj"); o >= 0 && p.plural; o = d.Child(o, "conj") {
					if n := r.nameOn(p.block, o); n != nil {
						if e, ok := r.nationality(n); ok {
							p.states = append([]int{e}, p.states...)
						}
					}
				}
			}
			return
		}
		if l := strings.ToLower(d.Tokens[obj].Lemma); (prep == "of" || prep == "for") && r.lex.nouns[l].class != noClass {
			inner := npStart(d, obj)
			q := phraseAt(p.block, inner, obj)
			r.namesIn(&q, inner, obj, false)
			if len(q.states) > 0 && len(p.states) == 0 {
				p.states = append(p.states, q.states...)
			}
			if low[inner] == "its" || low[inner] == "his" || low[inner] == "her" || low[inner] == "their" {
				if p.possPronoun < 0 {
					p.possPronoun = inner
				}
			}
		}
		// "minister of foreign affairs of Egypt"
		if g := d.Child(obj, "prep"); g >= 0 && low[g] == "of" {
			if o := d.Child(g, "pobj"); o >= 0 {
				if m := r.nameOn(p.block, o); m != nil {
					if e, ok := r.nationality(m); ok {
						p.states = append(p.states, e)
					}
				}
			}
		}
	}
	for _, c := range d.Children(i) {
		if d.Tokens[c].Dep == "prep" && int(c) > i && !r.joined(p.block, i, int(c)) {
			visit(int(c))
		}
	}
	// the parser sometimes hangs the phrase elsewhere
	if len(p.states) == 0 && p.to < 0 && i+1 < len(low) && (low[i+1] == "of" || low[i+1] == "for") && d.Tokens[i+1].Head != i {
		visit(i + 1)
	}
}

// joined reports whether the preposition at token c belongs to a second office
// that "and" joins to the one at i: "prime minister and chairman of the bank".
func (r *resolver) joined(b, i, c int) bool {
	if c-1 <= i {
		return false
	}
	l, _ := r.lemmaAt(b, c-1)
	if r.lex.nouns[l].class != office || r.art.Blocks[b].Doc.Tokens[c-1].Tag[0] != 'N' {
		return false
	}
	for k := i + 1; k < c; k++ {
		if r.lower[b][k] == "and" {
			return true
		}
	}
	return false
}

// wording fills office: the words that name the post.
func (r *resolver) wording(p *phrase, first int) {
	d := r.art.Blocks[p.block].Doc
	low := r.lower[p.block]
	s := first
	for s > 0 {
		w := low[s-1]
		if s <= p.start && !(r.lex.modifiers[w] && d.Tokens[s-1].Tag[0] != 'V' && capital(d.Tokens[s-1].Text) == capital(d.Tokens[s].Text)) {
			break
		}
		if w == "-" && s-2 >= p.start && r.lex.modifiers[low[s-2]] {
			s -= 2
			continue
		}
		if w == "and" && s-2 >= p.start && r.lex.modifiers[low[s-2]] && s < p.noun+1 && r.lex.modifiers[low[s]] {
			s -= 2
			continue
		}
		n := r.lex.nouns[w]
		if x := r.nameOn(p.block, s-1); x != nil && x.end-x.start > 1 && x.ent >= 0 && r.art.Entities[x.ent].Type == schema.Organization {
			break // "Justice Party leader"
		}
		if !r.lex.modifiers[w] && n.class != office || r.nameOn(p.block, s-1) != nil && !r.lex.modifiers[w] || (w == "then" || w == "former") {
			break
		}
		s--
	}
	e := p.noun + 1
	// of State, of Foreign Affairs, of the Exchequer
	if e+1 < len(low) && low[e] == "of" {
		k := e + 1
		if low[k] == "the" && k+1 < len(low) && low[k+1] == "exchequer" {
			k++
		}
		last := k
		for k < len(low) && (r.lex.modifiers[low[k]] || low[k] == "exchequer" || low[k] == "and" && k+1 < len(low) && r.lex.modifiers[low[k+1]]) && r.nameOn(p.block, k) == nil || k < len(low) && low[k] == "state" {
			k++
			last = k
		}
		if last > e+1 && (last == len(low) || !strings.HasPrefix(d.Tokens[last].Tag, "NN") || r.nameOn(p.block, last) != nil || capital(d.Tokens[last].Text)) {
			e = last
		}
	} else if e < len(low) && low[e] == "general" {
		e++
	} else if elect(low, p.noun) {
		e += 2
	} else if affaires(low, p.noun) {
		e++
	} else if strings.HasSuffix(p.lemma, "-general") && e+1 < len(low) && low[e] == "-" && low[e+1] == "general" {
		e += 2
	}
	if s > 0 && low[s-1] == "most" && d.Tokens[s].Tag[0] == 'J' {
		s--
	}
	p.end = e
	p.office = titleCase(strings.ToLower(d.Slice(s, e)))
}

// fieldOf names the kind of post more finely than the noun alone does.
func (r *resolver) fieldOf(p *phrase) string {
	o := strings.ToLower(p.office)
	has := func(s string) bool { return strings.Contains(o, s) }
	if p.kind.class != office {
		return p.kind.field
	}
	if strings.HasSuffix(o, "-elect") || strings.HasSuffix(o, "-designate") {
		return "elect"
	}
	switch p.kind.field {
	case "leader", "chief", "candidate":
		if i := p.noun - 1; i >= p.start && i >= 0 && p.block >= 0 && factions[r.lower[p.block][i]] {
			return "faction"
		}
	}
	switch p.kind.field {
	case "minister":
		switch {
		case has("prime"):
			return "government"
		case has("deputy") || has("vice") || has("under") || has("assistant"):
			return "deputy"
		case has("foreign") || has("external affairs") || o == "secretary of state":
			return "foreign"
		case has("defen"):
			return "defense"
		case has("interior") || has("home"):
			return "interior"
		case has("finance") || has("treasury"):
			return "finance"
		}
		if w := strings.Fields(o); len(w) > 1 {
			return "minister:" + w[0]
		}
	case "diplomat":
		d := r.art.Blocks[p.block].Doc
		for j := p.start; j < p.noun; j++ {
			switch r.lower[p.block][j] {
			case "top", "chief", "senior", "leading":
				if j > 0 && d.Tokens[j].Head == p.noun && p.det != "a" && !p.plural {
					return "foreign"
				}
			}
		}
	case "head":
		if has("vice") || has("deputy") {
			return "deputy"
		}
	case "chief":
		if has("foreign policy") || has("diplomat") {
			return "foreign"
		}
	case "negotiator", "mediator", "envoy":
		return p.kind.field
	}
	return p.kind.field
}

// factions are groups within a state, whose leaders do not act for it.
var factions = set("opposition rebel guerrilla separatist insurgent militia faction party union protest student tribal community religious spiritual church minority exile gang cartel")

// fits reports whether one who holds a post of field have can be called by
// the field want.
func fits(want, have string) bool {
	if want == have {
		return true
	}
	switch want {
	case "leader":
		switch have {
		case "head", "government", "monarch", "chief", "royal", "governor":
			return true
		}
	case "minister":
		switch have {
		case "foreign", "defense", "interior", "finance", "government":
			return true
		}
		return len(have) > 9 && have[:9] == "minister:"
	case "head", "chief":
		return have == "chief" || want == "chief" && (have == "leader" || have == "commissioner")
	case "envoy":
		return have == "mediator" || have == "negotiator" || have == "diplomat"
	case "diplomat":
		return have == "envoy" || have == "foreign" || have == "negotiator"
	case "mediator", "negotiator":
		return have == "envoy" || have == "mediator" || have == "negotiator"
	case "official":
		switch have {
		case "adviser", "deputy", "spokes", "official":
			return true
		}
	case "monarch":
		return have == "royal"
	case "politician":
		return have == "legislator" || have == "candidate" || have == "opposition"
	}
	return false
}

// mentionAt returns the mention of block b whose head is token i, if any.
func (r *resolver) mentionAt(b, i int) *analysis.Mention { return r.art.Blocks[b].MentionAt(i) }
