package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
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

// shared reads titles in the plural: "the Emirati and Bahraini foreign
// ministers, X and Y", "X and Y, the two foreign ministers".
func (r *resolver) shared() {
	for b := range r.art.Blocks {
		d := r.art.Blocks[b].Doc
		if d == nil {
			continue
		}
		for i := range d.Tokens {
			if t := &d.Tokens[i]; t.Tag != "NNS" && t.Tag != "NNPS" {
				continue
			}
			if l, _ := r.lemmaAt(b, i); r.lex.nouns[l].class == office || r.lex.nouns[l].field == "occupation" || r.lex.nouns[l].field == "citizen" {
				r.sharedAt(b, i)
			}
		}
	}
}

func (r *resolver) sharedAt(b, i int) {
	d := r.art.Blocks[b].Doc
	first := -1
	if t := &d.Tokens[i]; t.Dep == "appos" {
		first = t.Head
	} else if i+1 < len(d.Tokens) && (d.Tokens[i+1].Text == "," || d.Tokens[i+1].Text == ":") {
		for k := i + 2; k < min(len(d.Tokens), i+6); k++ {
			if m := r.nameOn(b, k); m != nil && m.ent >= 0 && r.art.Entities[m.ent].Type == schema.Person {
				first = m.head
				break
			}
		}
	}
	if first < 0 {
		r.listed(b, i)
		return
	}
	first = firstConjunct(d, first)
	var people []*name
	add := func(j int) {
		if m := r.nameOn(b, j); m != nil && m.head == j && m.ent >= 0 && r.art.Entities[m.ent].Type == schema.Person {
			people = append(people, m)
		}
	}
	for j, steps := first, 0; j >= 0 && steps < 6; steps++ {
		add(j)
		j = d.Child(j, "conj")
	}
	if len(people) < 2 {
		return
	}
	r.share(b, i, people, nil)
}

// listed reads a title in the plural whose holders are listed behind those
// whom they act for: "the foreign ministers of Chile and Peru, X and Y".
func (r *resolver) listed(b, i int) {
	d := r.art.Blocks[b].Doc
	if i+1 >= len(d.Tokens) || r.lower[b][i+1] != "of" {
		return
	}
	var states []int
	var people []*name
	for j := i + 2; j < min(len(d.Tokens), i+30); j++ {
		if t := &d.Tokens[j]; t.Text == "," || t.Tag == "CC" || t.Tag == "DT" {
			continue
		}
		m := r.nameOn(b, j)
		if m == nil || m.ent < 0 {
			break
		}
		if r.art.Entities[m.ent].Type == schema.Person {
			people = append(people, m)
		} else if e, ok := r.nationality(m); !ok || len(people) > 0 {
			break
		} else {
			states = append([]int{e}, states...)
		}
		j = m.end - 1
	}
	if len(states) > 1 && len(people) == len(states) {
		r.share(b, i, people, states)
	}
}

// share gives each of several people the office of the plural noun at i, for
// the states given, the last one first, or for those of the noun's own words.
func (r *resolver) share(b, i int, people []*name, states []int) {
	p := r.describe(b, i)
	if states == nil {
		states = p.states
	}
	office := singular(p.office)
	for k, m := range people {
		q := p
		q.plural, q.office = false, office
		q.field = r.fieldOf(&q)
		switch {
		case len(states) == len(people):
			q.states = []int{states[len(states)-1-k]}
		case len(states) != 1:
			q.states = nil
		}
		r.addPost(m.ent, q, "shared title")
	}
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

// besideTitle adds what the parser makes a modifier of the name and not of the
// title before it: "Saudi Crown Prince Talal", "Ex-president Varas".
func (r *resolver) besideTitle(p *phrase, m *name) {
	d, low := r.art.Blocks[p.block].Doc, r.lower[p.block]
	s := p.start
	if s >= 2 && (low[s-1] == "-" || low[s-1] == "‑") && low[s-2] == "ex" {
		p.former = true
		s -= 2
	}
	for s > 0 && r.lex.modifiers[low[s-1]] && d.Tokens[s-1].Head == m.head && r.nameOn(p.block, s-1) == nil {
		s--
	}
	if s == 0 || len(p.states) > 0 || p.possPronoun >= 0 || p.name >= 0 || d.Tokens[s-1].Head != m.head {
		return
	}
	if x := r.nameOn(p.block, s-1); x != nil && x.end == s && (d.Tokens[s-1].Dep == "compound" || d.Tokens[s-1].Dep == "amod" || d.Tokens[s-1].Dep == "nmod") {
		r.namesIn(p, x.start, s, true)
		p.start = x.start
	}
}

// roleBefore is roleNoun that also looks past a complement with a name: "US
// ambassador to the UN Mary Ellis".
func (r *resolver) roleBefore(m *name, k int) int {
	if noun := r.roleNoun(m.block, k); noun >= 0 {
		return noun
	}
	low := r.lower[m.block]
	x := r.nameOn(m.block, k)
	if x == nil || x.demonym || x.end != m.start || x.start < 2 {
		return -1
	}
	if _, ok := r.nationality(x); !ok {
		return -1
	}
	j := x.start - 1
	if low[j] == "the" && j > 0 {
		j--
	}
	if low[j] != "to" && low[j] != "of" || j == 0 {
		return -1
	}
	noun := r.roleNoun(m.block, j-1)
	if noun < 0 || r.lex.nouns[low[noun]].class != office || noun > 0 && low[noun-1] == "the" {
		return -1 // "told the president of Peru Mart Saar would come"
	}
	return noun
}

// before reads the title in front of name i: "Russian foreign minister Sergei
// Lavrov", "Prime ministers Yitzhak Rabin and …".
func (r *resolver) before(i int) {
	m := &r.names[i]
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	k := m.start - 1
	for k >= 0 {
		if l, _ := r.lemmaAt(m.block, k); strings.HasSuffix(l, "-general") {
			break // "Secretary-General" is no military rank
		}
		if _, ok := r.gaz.gaz.Honorific(d.Tokens[k].Text); !ok || r.lex.nouns[low[k]].class == office && low[k] != "general" && low[k] != "colonel" {
			break
		}
		k--
	}
	if k < 0 {
		return
	}
	if k >= 2 && elect(low, k-2) {
		k -= 2
	}
	if noun := r.roleBefore(m, k); noun >= 0 {
		p := r.describe(m.block, noun)
		if p.plural {
			p.office = singular(p.office)
			p.plural = false
			p.field = r.fieldOf(&p)
		}
		r.besideTitle(&p, m)
		r.addPost(m.ent, p, "title before the name")
		return
	}
	// a second name under one plural title
	if low[k] == "and" || low[k] == "," {
		prev := r.nameOn(m.block, k-1)
		own := false // "Foreign ministers X of Chile and Y of Peru"
		if prev != nil && prev.start >= 2 && low[prev.start-1] == "of" && r.nameOn(m.block, prev.start-2) != nil {
			prev, own = r.nameOn(m.block, prev.start-2), true
		}
		if prev == nil || prev.ent < 0 {
			return
		}
		for n := range r.posts {
			o := r.posts[n]
			if o.person == prev.ent && o.block == m.block && o.noun < prev.start && prev.start-o.noun <= 5 && (strings.HasSuffix(low[o.noun], "s")) && o.rule == "title before the name" {
				q := o.phrase
				if own {
					q.states, q.org, q.possName = nil, -1, -1
				}
				r.addPost(m.ent, q, "title before the name")
				return
			}
		}
	}
}

// apposed reads what stands behind the name between commas: "Rafael Grossi,
// the head of the IAEA".
func (r *resolver) apposed(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	j := m.end
	if j+1 >= len(d.Tokens) {
		return
	}
	if open := d.Tokens[j].Text; open != "," && open != "(" && open != "–" && open != "—" && open != "-" {
		return
	}
	j++
	// an age
	if d.Tokens[j].Tag == "CD" && j+1 < len(d.Tokens) && d.Tokens[j+1].Text == "," {
		j += 2
	}
	// "one of the bank's directors"
	partitive := j+2 < len(d.Tokens) && low[j] == "one" && low[j+1] == "of"
	if partitive {
		j += 2
	}
	for steps := 0; steps < 3 && j < len(d.Tokens); steps++ {
		noun := r.phraseHead(m.block, j)
		if noun < 0 {
			return
		}
		p := r.describe(m.block, noun)
		if p.start > j {
			p.start = j
			r.namesIn(&p, j, noun, true)
			for k := j; k < noun; k++ {
				if h := d.Tokens[k].Head; d.Tokens[k].Tag == "PRP$" && (h == noun || d.Tokens[h].Dep != "poss") {
					p.possPronoun = k
				}
				if low[k] == "former" || low[k] == "then" {
					p.former = true
				}
			}
		}
		if partitive && p.plural {
			p.plural, p.office = false, singular(p.office)
			p.field = r.fieldOf(&p)
		}
		r.addPost(m.ent, p, "apposition")
		// "president of X and chairman of Y"
		end := p.end
		for end < len(d.Tokens) && end < noun+10 && low[end] != "and" && d.Tokens[end].Text != "," && !strings.HasPrefix(d.Tokens[end].Tag, "VB") {
			end++
		}
		if end < len(d.Tokens) && low[end] == "and" {
			j = end + 1
			continue
		}
		return
	}
}

// phraseHead returns the role noun that heads the noun phrase starting at
// token j, or -1 when what stands there is no description of a person.
func (r *resolver) phraseHead(b, j int) int {
	d, low := r.art.Blocks[b].Doc, r.lower[b]
	for k := j; k < min(len(d.Tokens), j+12); k++ {
		t := &d.Tokens[k]
		switch {
		case t.IsSpace() || t.Text == "," || t.Text == ".":
			return -1
		case strings.HasPrefix(t.Tag, "NN") || low[k] == "general" && k > j && (d.Tokens[k-1].Text == "-" || low[k-1] == "secretary"):
			l, _ := r.lemmaAt(b, k)
			n := r.lex.nouns[l]
			if n.human() && r.nameOn(b, k) == nil {
				next := k + 1
				if next < len(d.Tokens) && !elect(low, k) && !affaires(low, k) {
					x := &d.Tokens[next]
					if strings.HasPrefix(x.Tag, "NN") && !n.human() || x.Tag == "POS" {
						continue
					}
					if low[next] == "general" || x.Text == "-" && k+2 < len(d.Tokens) {
						continue
					}
					if strings.HasPrefix(x.Tag, "NN") && r.nameOn(b, next) == nil {
						continue
					}
					if nm := r.nameOn(b, next); nm != nil && nm.ent >= 0 && r.art.Entities[nm.ent].Type == schema.Person {
						return -1 // the next item of a list: ", President Putin"
					}
				}
				return k
			}
		case strings.HasPrefix(t.Tag, "JJ"), t.Tag == "DT", t.Tag == "PRP$", t.Tag == "POS", t.Tag == "CD", t.Text == "-", t.Tag == "RBS",
			t.Tag == "VBN" && t.Dep == "amod", t.Tag == "VBG" && t.Dep == "amod", t.Tag == "RB", low[k] == "and" && k > j && r.lex.modifiers[low[k-1]]:
		default:
			return -1
		}
	}
	return -1
}

// titled returns the first token of a name with the title before it:
// "Peru's President X", "Mr X", "Lord X".
func (r *resolver) titled(m *name) int {
	for k := range r.posts {
		if o := &r.posts[k]; o.person == m.ent && o.block == m.block && o.rule == "title before the name" && o.noun < m.start && m.start-o.noun <= 3 {
			return o.start
		}
	}
	d := r.art.Blocks[m.block].Doc
	k := m.start
	if m.end >= len(d.Tokens) || d.Tokens[m.end].POS != "PUNCT" {
		return k // "In a letter to the new man in Quito, Mr X called on …": no apposition
	}
	for k > 0 {
		w := d.Tokens[k-1].Text
		if w == "." && k > 1 { // "Mr."
			w = d.Tokens[k-2].Text
		}
		if _, ok := r.gaz.gaz.Honorific(w); !ok {
			break
		}
		if k--; d.Tokens[k].Text == "." {
			k--
		}
	}
	return k
}

// headed reads a description that the name is in apposition to: "the Saudi
// national security adviser, Musaad bin Mohammed al-Aiban".
func (r *resolver) headed(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	if t := &d.Tokens[m.head]; t.Dep == "appos" && t.Head < m.start {
		h := t.Head
		if h > 0 && affaires(low, h-1) {
			h--
		}
		l, _ := r.lemmaAt(m.block, h)
		if r.lex.nouns[l].human() && m.start-h < 14 && !strings.HasPrefix(d.Tokens[h].Tag, "NNPS") {
			p := r.describe(m.block, h)
			if !p.plural && p.end < m.start {
				r.addPost(m.ent, p, "apposition")
				return
			}
		}
	}
	start := r.titled(m)
	if start < 2 || d.Tokens[start-1].Text != "," || m.end < len(d.Tokens) && d.Tokens[m.end].Tag == "CC" {
		return
	}
	at := start - 2 // where the description ends
	for j := at; j > max(0, start-14); j-- {
		t := &d.Tokens[j]
		// "the chairman of the African Union (AU), X"
		if t.Text == ")" || t.Text == "(" || j+1 < len(d.Tokens) && d.Tokens[j+1].Text == ")" && j > 0 && d.Tokens[j-1].Text == "(" {
			continue
		}
		l, _ := r.lemmaAt(m.block, j)
		if n := r.lex.nouns[l]; n.human() && t.Tag[0] == 'N' && r.nameOn(m.block, j) == nil && (j == at || affaires(r.lower[m.block], j) || d.Tokens[j+1].Tag == "IN" || d.Tokens[j+1].Tag == "TO") {
			p := r.describe(m.block, j)
			if p.plural || p.det == "a" && j != at || p.det != "the" && p.possPronoun < 0 && p.possName < 0 && len(p.states) == 0 && p.det != "a" && p.det != "an" {
				return
			}
			r.addPost(m.ent, p, "apposition")
			return
		}
		switch {
		case t.Tag[0] == 'N', t.Tag[0] == 'J', t.Tag == "DT", t.Tag == "POS", low[j] == "of", low[j] == "for", low[j] == "to", low[j] == "at", low[j] == "in", t.Text == "-", low[j] == "and", t.Tag == "PRP$":
		default:
			return
		}
	}
}

// predicated reads what a clause says of the person: "who is president of",
// "who chairs the African Union", "was elected president".
func (r *resolver) predicated(m *name) {
	d := r.art.Blocks[m.block].Doc
	// made: the person is the object of the verb, "whom X has named minister"
	made := false
	read := func(v int) {
		t := &d.Tokens[v]
		past := false
		for _, c := range d.Children(v) {
			if w := r.lower[m.block][c]; w == "was" || w == "had" {
				past = true
			}
		}
		past = past || t.Text == "was" || t.Text == "were"
		use := func(noun int, rule string, former bool) {
			l, _ := r.lemmaAt(m.block, noun)
			if n := r.lex.nouns[l]; n.human() && n.class != relative {
				p := r.describe(m.block, noun)
				if p.plural {
					return
				}
				p.former = p.former || former
				r.addPost(m.ent, p, rule)
			}
		}
		if !asserted(d, v) {
			return
		}
		switch t.Lemma {
		case "be", "become", "remain":
			if a := d.Child(v, "attr"); a >= 0 && d.Child(v, "neg") < 0 {
				use(a, "predicate", past && t.Lemma == "be")
			}
		case "elect", "appoint", "name", "swear", "reelect", "nominate":
			if (d.Child(v, "auxpass") >= 0 || made) && t.Lemma != "nominate" {
				r.officeAs(d, v, made, use)
			}
			passive := d.Child(v, "auxpass") >= 0
			a := d.Child(v, "oprd")
			if a < 0 && passive { // "was appointed ambassador", as the parser has it
				a = d.Child(v, "dobj")
			}
			if a >= 0 && (passive || made) {
				use(a, "elected", false)
			}
		case "make":
			if a := d.Child(v, "oprd"); a >= 0 && made {
				use(a, "elected", false)
			}
		case "serve", "visit", "come", "return", "travel", "act", "succeed", "replace", "take", "install", "inaugurate", "resign", "step", "retire", "quit":
			r.officeAs(d, v, made, use)
		case "chair", "head", "lead", "run", "govern", "rule", "command", "preside":
			if t.Tag != "VBN" || past {
				r.leads(m, v, r.led(m.block, v), t.Tag == "VBD" || past)
			}
		case "represent":
			if o := d.Child(v, "dobj"); o >= 0 && r.isActor(m.block, o) {
				r.speaksFor(m, v, o)
			}
		case "sign":
			for _, c := range d.Children(v) {
				if d.Tokens[c].Lemma == "for" {
					if o := d.Child(int(c), "pobj"); o >= 0 && r.isActor(m.block, o) {
						r.speaksFor(m, v, o)
					}
				}
			}
		case "speak":
			if hasChild(d, v, "up", "out") {
				return // to speak up for somebody is to defend them
			}
			for _, c := range d.Children(v) {
				if d.Tokens[c].Lemma == "for" {
					if o := d.Child(int(c), "pobj"); o >= 0 {
						r.speaksFor(m, v, o)
					}
				}
			}
		}
	}
	t := &d.Tokens[m.head]
	switch t.Dep {
	case "nsubj", "nsubjpass":
		// "Varas made him head of the police": a small clause to the parser
		if h := &d.Tokens[t.Head]; h.Dep == "ccomp" && h.Tag[0] == 'N' && m.head < t.Head && installs[d.Tokens[h.Head].Lemma] && asserted(d, h.Head) {
			if p := r.describe(m.block, t.Head); p.kind.class == office && !p.plural && d.Child(t.Head, "aux", "cop") < 0 {
				r.addPost(m.ent, p, "elected")
			}
			break
		}
		read(t.Head)
	case "dobj":
		made = true
		read(t.Head)
		made = false
	}
	nouns := []int{m.head}
	for k := range r.posts {
		if o := &r.posts[k]; o.person == m.ent && o.block == m.block && o.rule == "apposition" {
			nouns = append(nouns, o.noun)
		}
	}
	// "the Estonian who speaks for the club"
	if a := d.Child(m.head, "appos"); a >= 0 && a > m.head && r.nameOn(m.block, a) == nil || a >= 0 && r.nameOn(m.block, a) != nil && r.nameOn(m.block, a).demonym {
		nouns = append(nouns, a)
	}
	for _, noun := range nouns {
		for _, c := range d.Children(noun) {
			if x := &d.Tokens[c]; x.Dep == "relcl" || x.Dep == "acl" && (x.Lemma == "speak" || x.Lemma == "represent" || x.Lemma == "lead" || x.Lemma == "head") {
				o := d.Child(int(c), "dobj")
				made = o >= 0 && r.lower[m.block][o] == "whom"
				read(int(c))
				made = false
			}
		}
	}
}

// speaksFor notes that a person speaks for what token o names.
func (r *resolver) speaksFor(m *name, v, o int) {
	p := phrase{block: m.block, start: v, end: o + 1, noun: v, lemma: "representative", kind: r.lex.nouns["representative"], field: "envoy", org: -1, to: -1, ofToken: o,
		possPronoun: -1, possName: -1, possNoun: -1, name: -1}
	if x := r.nameOn(m.block, o); x != nil {
		if e, ok := r.nationality(x); ok {
			p.states = []int{e}
		}
	}
	r.posts = append(r.posts, post{phrase: p, person: m.ent, of: first(p.states), rule: "speaks for"})
}

// origin reads "Benjamin Netanyahu of Israel" and "Angola's João Lourenço".
func (r *resolver) origin(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	e := &r.art.Entities[m.ent]
	set := func(x *name) {
		if x == nil {
			return
		}
		if c, ok := r.nationality(x); ok && r.art.Entities[m.ent].Country < 0 {
			r.art.Entities[m.ent].Country = c
			p := phrase{block: m.block, start: m.start, end: m.end, noun: m.head, org: -1, to: -1, ofToken: -1, possPronoun: -1, possName: -1, possNoun: -1, name: -1, states: []int{c}}
			r.posts = append(r.posts, post{phrase: p, person: m.ent, of: c, rule: "origin"})
		}
	}
	if m.end+1 < len(low) && low[m.end] == "of" && e.Country < 0 {
		k := m.end + 1
		if low[k] == "the" && k+1 < len(low) {
			k++
		}
		set(r.nameOn(m.block, k))
	}
	// "X, of the Health Ministry, said"
	if k := m.end + 2; k+1 < len(low) && d.Tokens[m.end].Text == "," && low[m.end+1] == "of" && e.Country < 0 {
		if low[k] == "the" {
			k++
		}
		if x := r.nameOn(m.block, k); x != nil && x.end < len(low) && d.Tokens[x.end].Text == "," {
			set(x)
		}
	}
	if m.start >= 2 && d.Tokens[m.start-1].Tag == "POS" {
		set(r.nameOn(m.block, m.start-2))
	}
	if m.start >= 1 {
		if x := r.nameOn(m.block, m.start-1); x != nil && x.demonym {
			set(x)
		}
	}
}

// fillCountries gives posts of state without a state the one that the article
// is at home in.
func (r *resolver) fillCountries() {
	home := -1
	for k := range r.posts {
		p := &r.posts[k]
		if p.of >= 0 || p.kind.class != office || p.possPronoun >= 0 || p.possNoun >= 0 || p.rule == "known" {
			continue
		}
		// the same person's state from elsewhere
		if c := r.art.Entities[p.person].Country; c >= 0 && stateOffice(p.field) {
			p.of = c
			continue
		}
		words := strings.Fields(p.office)
		if o, n := r.gaz.gaz.Office(words); n > 0 && o.Of != nil && !strings.EqualFold(p.office, "chancellor") {
			p.of = r.entityOf(r.gaz.of(o.Of))
		} else if strings.EqualFold(p.office, "secretary of state") {
			p.of = r.entityOf(r.gaz.of(r.gaz.gaz.State("US"))) // others say whose they are
		} else if stateOffice(p.field) {
			if home == -1 {
				home = r.home()
			}
			p.of = r.likelyState(p, home)
		}
		if p.of >= 0 && r.art.Entities[p.person].Country < 0 {
			r.art.Entities[p.person].Country = p.of
		}
	}
}

func stateOffice(field string) bool {
	switch field {
	case "head", "government", "foreign", "defense", "interior", "finance", "monarch", "royal", "minister":
		return true
	}
	return strings.HasPrefix(field, "minister:")
}

// home returns the state whose capital the article is written from, -2 when
// the dateline names none.
func (r *resolver) home() int {
	if p := r.art.Source.Place; p != "" {
		if f, ok := r.gaz.find(titleCase(strings.ToLower(p))); ok && f.capitalOf != nil {
			e := r.entityOf(f.capitalOf)
			count, most := map[int]int{}, 0
			for i := range r.names {
				if c := r.names[i].ent; c >= 0 && r.art.Entities[c].Type == schema.Country {
					count[c]++
					most = max(most, count[c])
				}
			}
			if count[e]*3 >= most*2 {
				return e
			}
		}
	}
	return -2
}

// likelyState picks the state of a post that names none: the home state,
// unless somebody else holds that post there. It is -1 when that is no more
// than a guess.
func (r *resolver) likelyState(p *post, home int) int {
	for k := range r.posts {
		o := &r.posts[k]
		if o.person != p.person && o.of == home && o.field == p.field && !o.former {
			return -1
		}
	}
	return max(home, -1)
}

// clauseVerb returns the verb that token i depends on, or -1.
func clauseVerb(d *nlp.Doc, i int) int {
	for range 12 {
		h := d.Tokens[i].Head
		if h == i {
			return -1
		}
		i = h
		if d.Tokens[i].POS == "VERB" || d.Tokens[i].POS == "AUX" {
			return i
		}
	}
	return -1
}
