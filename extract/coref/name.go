package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

// name is a stretch of text that names something, before it is known what.
type name struct {
	block      int
	start, end int // tokens
	head       int
	text       string
	known      *fact // what the gazetteer says, nil if nothing
	votes      votes
	gender     analysis.Gender
	courtesy   bool // stands behind a title of courtesy: "Mr Redwan"
	demonym    bool // an adjective of origin: "Russian"
	people     bool // a noun of origin: "Russians", "an American"
	country    *fact
	ent        int
}

// votes count the evidence for each type of a name.
type votes [8]int8

const (
	isPerson = iota
	isCountry
	isOrganization
	isPlace
	isGroup
	isAgreement
	isConflict
	isOther
)

var voted = [...]schema.EntityType{schema.Person, schema.Country, schema.Organization, schema.Place, schema.Group,
	schema.Agreement, schema.Conflict, schema.Other}

func (v votes) best() schema.EntityType {
	k := isOther
	for i, n := range v {
		if n > v[k] {
			k = i
		}
	}
	return voted[k]
}

func (v *votes) add(w votes) {
	for i := range v {
		v[i] = min(v[i]+w[i], 100)
	}
}

// namer finds the names of one block.
type namer struct {
	*resolver
	block int
	d     *nlp.Doc
	toks  []nlp.Token
	out   []name
	lower []string
}

func lowers(d *nlp.Doc) []string {
	low := make([]string, len(d.Tokens))
	for i := range d.Tokens {
		low[i] = strings.ToLower(d.Tokens[i].Text)
	}
	return low
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func letter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

var particles = set("bin ibn bint al el ul ad as ash de da do dos das del della di du van von der den ter te la le los y e abu")

// nobiliary particles do not occur in English but in names.
var nobiliary = set("bin ibn bint von van der den del della dos al el")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// sets of words that decide little questions of names.
var (
	calendarWords = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun gmt utc`)
	agreementWords = set("treaty accord accords agreement pact protocol convention charter declaration deal memorandum resolution concordat covenant armistice truce ceasefire agreements treaties act statute")
	placeWords     = set(`sea strait straits river island islands valley bay gulf mountain mountains mount shoal reef province region
airport base hotel palace bridge peninsula desert lake square ocean heights hills coast border crossing canal channel isles county
district village town city port camp mission plateau basin delta pass cape strip enclave oblast prefecture atoll station plant`)
	conflictWords = set("war wars crisis uprising revolution intifada conflict massacre")
	nameEnts      = set("PERSON ORG GPE LOC FAC NORP LAW EVENT WORK_OF_ART PRODUCT")
	linkWords     = set("of for and the on & in to de du des do da di del la")
)

// find fills out with the names of the block.
func (n *namer) find() {
	for i := 0; i < len(n.toks); {
		if !n.starts(i) {
			i++
			continue
		}
		e := n.extend(i)
		e = n.segment(i, e)
		i = e
	}
}

// starts reports whether token i can begin or continue a name.
func (n *namer) starts(i int) bool {
	if i >= len(n.toks) {
		return false
	}
	t := &n.toks[i]
	if !capital(t.Text) {
		// al-Nimr, el-Sisi
		if (n.lower[i] == "al" || n.lower[i] == "el" || n.lower[i] == "an" || n.lower[i] == "ash" || n.lower[i] == "as") && i+2 < len(n.toks) && !t.Space &&
			n.toks[i+1].Text == "-" && capital(n.toks[i+2].Text) {
			return true
		}
		return strings.HasPrefix(t.Text, "al-") || strings.HasPrefix(t.Text, "el-")
	}
	low := n.lower[i]
	if i > 0 && calendarWords[low] && n.isHonorific(i-1) {
		return true
	}
	if calendarWords[low] {
		if low != "may" && low != "march" && low != "august" && low != "april" && low != "june" || t.EntType != "PERSON" {
			return false
		}
	}
	switch t.Tag {
	case "NNP", "NNPS":
		switch t.EntType {
		case "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL":
			_, known := n.gaz.find(t.Text)
			return (known || n.personWord[t.Text]) && t.EntType == "DATE"
		}
		return true
	case "PRP", "PRP$", "DT", "WP", "WDT", "WRB", "CC", "MD", "EX", "UH", "WP$":
		return t.Text == "US" && t.Tag == "PRP" // the pronoun in capitals
	case "IN", "TO", "RB", "PDT":
		return false
	}
	if nameEnts[t.EntType] {
		return true
	}
	if _, ok := n.gaz.demonym(t.Text); ok {
		return true
	}
	if n.personWord[t.Text] && t.Tag != "CD" {
		return true
	}
	// inside a sentence a capital letter is seldom idle
	if !t.SentStart && i > 0 && strings.HasPrefix(t.Tag, "NN") && !quoteMark(n.toks[i-1].Text) && !n.headline {
		return true
	}
	_, ok := n.gaz.find(t.Text)
	return ok && strings.HasPrefix(t.Tag, "NN")
}

func quoteMark(s string) bool { return s == "\"" || s == "“" || s == "”" || s == "''" || s == "``" }

func (n *namer) isHonorific(i int) bool {
	if i < 0 {
		return false
	}
	_, ok := n.gaz.gaz.Honorific(n.toks[i].Text)
	return ok
}

// inside reports whether tokens i and j lie in one entity of the recogniser.
func (n *namer) inside(i, j int) bool {
	if j >= len(n.toks) || n.toks[i].EntIOB == 'O' {
		return false
	}
	for k := i + 1; k <= j; k++ {
		if n.toks[k].EntIOB != 'I' {
			return false
		}
	}
	return true
}

// extend returns the end of the run of name tokens that starts at i.
func (n *namer) extend(i int) int {
	j := i + 1
	if !capital(n.toks[i].Text) && !n.toks[i].Space && j+1 < len(n.toks) { // al-Nimr
		j = i + 3
	}
	for j < len(n.toks) {
		t, prev := &n.toks[j], &n.toks[j-1]
		if t.IsSpace() || prev.IsSpace() {
			break
		}
		if t.SentStart && !strings.HasSuffix(prev.Text, ".") {
			break
		}
		switch {
		case n.starts(j):
			if !capital(t.Text) {
				j += 2
			}
			j++
			continue
		case (t.Text == "-" || t.Text == "’" || t.Text == "'" || t.Text == "‑") && !prev.Space && !t.Space && j+1 < len(n.toks) && letter(n.toks[j+1].Text):
			next := &n.toks[j+1]
			if _, ok := n.gaz.find(prev.Text); ok && !n.inside(j-1, j+1) && capital(next.Text) && (j < 3 || n.toks[j-2].EntType != "PERSON") {
				return j // "Israel-Jordan treaty"
			}
			if _, ok := n.gaz.demonym(prev.Text); ok {
				return j // "Russian-backed"
			}
			if !capital(next.Text) && (next.Tag == "VBN" || next.Tag == "VBG" || next.Tag == "JJ" || next.Tag == "NN") && !(n.inside(j-1, j+1) && t.EntType == "PERSON") {
				if next.EntType != "PERSON" || len(next.Text) > 5 {
					return j // "US-led"
				}
			}
			j += 2
			continue
		case t.Tag == "CD" && n.inside(j-1, j) && !capital(t.Text) && t.EntType != "DATE":
			j++
			continue
		case particles[n.lower[j]] && j+1 < len(n.toks) && (n.starts(j+1) && capital(n.toks[j+1].Text) || particles[n.lower[j+1]] && n.starts(j+2)) &&
			(t.Tag == "NNP" || t.EntType == "PERSON" || prev.EntType == "PERSON" || nobiliary[n.lower[j]] && n.gazCountry(j-1) == nil) && n.lower[j] != "as":
			j++
			if !n.starts(j) {
				j++
			}
			continue
		case linkWords[n.lower[j]] && n.inside(j-1, j) && j+1 < len(n.toks) && t.EntType != "PERSON" && t.EntType != "GPE":
			k := j + 1
			for k < len(n.toks) && linkWords[n.lower[k]] && n.inside(j-1, k) {
				k++
			}
			if k < len(n.toks) && n.inside(j-1, k) && capital(n.toks[k].Text) {
				j = k + 1
				continue
			}
		}
		if (n.lower[j] == "of" || n.lower[j] == "for") && j+1 < len(n.toks) && capital(prev.Text) {
			k := j + 1
			if n.lower[k] == "the" && k+1 < len(n.toks) {
				k++
			}
			w := n.lex.nouns[n.lower[j-1]]
			if capital(n.toks[k].Text) && n.starts(k) &&
				(w.class == organisation && n.lower[j-1] != "congress" || w.field == "army" || w.field == "minister" && n.lex.modifiers[n.lower[k]] || placeWords[n.lower[j-1]] ||
					n.lower[j-1] == "gulf" || n.lower[j-1] == "republic") {
				if _, ok := n.gaz.find(n.toks[k].Text); !ok || w.class == organisation && n.gazCountry(k) == nil {
					j = k + 1
					// "Ministry of Defence and Energy"
					continue
				}
			}
		}
		break
	}
	return j
}

func (n *namer) gazCountry(i int) *fact {
	f, ok := n.gaz.find(n.toks[i].Text)
	if ok && f.Type == schema.Country {
		return f
	}
	return nil
}

// longest returns the end of the longest name of the gazetteer that starts at
// token i, and what it names.
func (n *namer) longest(i, end int) (int, *fact) {
	limit := i + 1
	for limit < min(len(n.toks), i+9) && (limit < end || capital(n.toks[limit].Text) || linkWords[n.lower[limit]] || n.toks[limit].Text == "-" ||
		n.toks[limit-1].Text == "-" && !n.toks[limit-1].Space || n.toks[limit].Tag == "POS" && limit+1 < len(n.toks) && capital(n.toks[limit+1].Text)) {
		limit++
	}
	for j := limit; j > i; j-- {
		if j > end && (n.toks[j-1].Tag == "POS" || !letter(n.toks[j-1].Text) || n.toks[j-1].SentStart) {
			continue
		}
		if n.toks[j-1].IsSpace() || !letter(n.toks[j-1].Text) {
			continue
		}
		s := n.d.Slice(i, j)
		if len(s) > 90 {
			continue
		}
		if f, ok := n.gaz.find(s); ok {
			if j == i+1 && !capital(n.toks[i].Text) {
				continue
			}
			if j == i+1 && f.Kind == link.City && !n.locative(i) {
				continue
			}
			return j, f
		}
	}
	return i, nil
}

// locative reports whether the recogniser or the preposition before it takes
// token i for a place.
func (n *namer) locative(i int) bool {
	switch n.toks[i].EntType {
	case "GPE", "LOC", "FAC":
		return true
	case "PERSON":
		return false
	}
	return i > 0 && placePreps[n.lower[i-1]]
}

// office returns the end of the name of an office that starts at token i, or
// i when there is none.
func (n *namer) office(i, end int) int {
	for j := i; j < min(end, i+6); j++ {
		w := n.lower[j]
		if r := n.roleWord(w); r.class == office {
			k := j + 1
			// Secretary General, Attorney-General, Minister President
			for k < end && (n.lower[k] == "general" || n.lower[k] == "designate" || n.lower[k] == "elect" || n.toks[k].Text == "-" && k+1 < end && (n.lower[k+1] == "general" || n.lower[k+1] == "designate" || n.lower[k+1] == "elect")) {
				k++
			}
			if r.field == "chief" && k == j+1 && k < end && (n.lex.nouns[n.lower[k]].class == office || n.lex.modifiers[n.lower[k]]) {
				if o := n.office(k, end); o > k {
					return o
				}
			}
			if (r.field == "deputy" || w == "vice" || r.field == "minister") && k < end {
				if o := n.office(k, min(end, k+4)); o > k && n.lower[j] != "minister" {
					return o
				}
			}
			if k < end && partyWords[n.lower[k]] {
				return i // "the Justice Party"
			}
			if k < len(n.toks) && n.lower[k] == "of" && k+1 < end {
				m := k + 1
				for m < end && (n.lex.modifiers[n.lower[m]] || n.lower[m] == "and" || n.lower[m] == "exchequer" || n.lower[m] == "the") {
					m++
				}
				if m > k+1 {
					return m
				}
			}
			return k
		}
		if !n.lex.modifiers[w] && n.toks[j].Text != "-" {
			return i
		}
	}
	return i
}

// partyWords make the office before them part of a body's name.
var partyWords = set("party front movement league alliance association council committee bench")

// roleWord looks a word up in the table of nouns, in the singular.
func (n *namer) roleWord(w string) noun {
	if r, ok := n.lex.nouns[w]; ok {
		return r
	}
	if s := strings.TrimSuffix(w, "s"); s != w {
		if r, ok := n.lex.nouns[s]; ok {
			return r
		}
		if t, ok := strings.CutSuffix(s, "ie"); ok {
			return n.lex.nouns[t+"y"]
		}
	}
	return noun{}
}

// segment cuts the run of tokens s to e into names and returns where it
// stopped, which is beyond e when a name of the gazetteer reaches further.
func (n *namer) segment(s, e int) int {
	p := s
	courtesy, titled := false, false
	sex := analysis.UnknownGender
	for p < e {
		if n.lower[p] == "the" || n.toks[p].Text == "-" || n.toks[p].Text == "’" {
			p++
			continue
		}
		if _, f := n.demonymAt(p, min(e, p+2)); n.isHonorific(p) && p+1 < e && f == nil && !partyWords[n.lower[p+1]] { // "Sri Lankan" is no title
			courtesy = true
			sex, _ = n.gaz.gaz.Honorific(n.toks[p].Text)
			p++
			continue
		}
		if p+1 == e && e < len(n.toks) && n.toks[e].Text == "." && n.isHonorific(p) {
			return e // "Col" of "Col. Quispe"
		}
		if q := n.office(p, e); q > p {
			if q >= e {
				return max(e, q) // "the President": a nominal
			}
			if g := n.lex.nouns[n.lower[q-1]]; g.gender != analysis.UnknownGender {
				sex = g.gender
			}
			titled = true
			p = q
			continue
		}
		if q, f := n.longest(p, e); f != nil && !n.origin(p, q, f) && !courtesy && !(titled && q < e) {
			if q >= e {
				if f.Type != schema.Person && n.personal(p, q, f) {
					n.emit(p, q, nil, courtesy, titled, sex)
				} else {
					n.emit(p, q, f, false, false, 0)
				}
				return max(q, e)
			}
			if n.placeBefore(p, q, e, f) {
				n.emit(p, q, f, false, false, 0)
				p = q
				continue
			}
			if n.ownName(p, q, e, f) {
				n.emit(p, e, nil, courtesy, titled, sex)
				if f.Type == schema.Country {
					n.out[len(n.out)-1].country = f
				}
				return e
			}
			if n.spansPerson(p, q, e) {
				r := n.cut(p, e)
				n.emit(p, r, nil, courtesy, titled, sex)
				p = r
				courtesy, titled, sex = false, false, 0
				continue
			}
			n.emit(p, q, f, false, false, 0)
			p = q
			continue
		}
		if q, f := n.demonymAt(p, e); f != nil && !courtesy && (n.toks[p].EntType != "PERSON" || q-p > 1 || q == e && !titled && !n.personWord[n.toks[p].Text]) {
			if q < e && n.ownName(p, q, e, f) {
				n.emit(p, e, nil, false, false, 0)
				n.out[len(n.out)-1].country = f
				return e
			}
			n.emit(p, q, nil, false, false, 0)
			o := &n.out[len(n.out)-1]
			o.known, o.demonym = f, true
			last := &n.toks[q-1]
			o.people = q >= e && (n.alone(q-1, p) || strings.HasPrefix(last.Tag, "NN") && last.Dep != "compound" && last.Dep != "amod" && last.Dep != "nmod")
			p = q
			continue
		}
		r := n.cut(p, e)
		n.emit(p, r, nil, courtesy, titled, sex)
		p = r
		courtesy, titled, sex = false, false, 0
	}
	return max(p, e)
}

// demonymAt returns the end of the demonym at token p, of one word or two
// ("South Korean"), and whose it is; nil when there is none.
func (n *namer) demonymAt(p, e int) (int, *fact) {
	if p+1 < e && n.toks[p].Space {
		if f, ok := n.gaz.demonym(n.d.Slice(p, p+2)); ok {
			return p + 2, f
		}
	}
	if f, ok := n.gaz.demonym(n.toks[p].Text); ok {
		return p + 1, f
	}
	return p, nil
}

// alone reports whether an adjective of origin that starts at token p and
// ends with i stands as a noun: "the Venezuelan".
func (n *namer) alone(i, p int) bool {
	switch t := &n.toks[i]; t.Dep {
	case "nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "agent", "poss":
		if t.Dep == "conj" && n.toks[t.Head].Dep == "amod" {
			return false
		}
		return p > 0 && (n.lower[p-1] == "the" || n.lower[p-1] == "a" || n.lower[p-1] == "an") && (i+1 >= len(n.toks) || n.toks[i+1].Tag[0] != 'N' && n.toks[i+1].Tag[0] != 'J' && n.toks[i+1].Text != "-")
	}
	return false
}

// origin reports whether a people of the gazetteer is the people of a state,
// named by its demonym.
func (n *namer) origin(p, q int, f *fact) bool {
	if q-p != 1 || f.Kind != link.People {
		return false
	}
	s, ok := n.gaz.demonym(n.toks[p].Text)
	return ok && isState(s)
}

// cut returns where the name that starts at p ends within the run.
func (n *namer) cut(p, e int) int {
	for r := p + 1; r < e; r++ {
		if n.toks[r].Text == "-" || n.toks[r-1].Text == "-" || particles[n.lower[r-1]] || particles[n.lower[r]] {
			continue
		}
		if n.toks[r].EntIOB == 'B' && n.toks[r-1].EntIOB != 'O' && n.toks[r].EntType != n.toks[r-1].EntType {
			return r
		}
		if n.office(r, e) > r && n.toks[r].EntType != "ORG" && n.lower[r] != "general" && n.lower[r] != "major" && n.lower[r] != "king" && n.lower[r] != "prince" {
			return r
		}
	}
	return e
}

// personal reports whether a name that is also a place is a person's here:
// the article has it in a fuller personal name, and the recogniser agrees or
// the place is no state's capital.
func (n *namer) personal(p, q int, f *fact) bool {
	return q-p == 1 && n.personWord[n.toks[p].Text] && (n.toks[p].EntType == "PERSON" || f.Type == schema.Place && f.capitalOf == nil || f.Kind == link.Company || f.Kind == link.Media || f.Kind == link.Society)
}

// placeBefore reports whether the place p..q only stands before the name of a
// person: "from New York Luis Quispe warned …".
func (n *namer) placeBefore(p, q, e int, f *fact) bool {
	return f.Type == schema.Place && e-q >= 2 && e-q <= 3 && p > 0 && (placePreps[n.lower[p-1]] || n.lower[p-1] == "from") && n.gaz.gaz.IsGivenName(n.toks[q].Text) &&
		n.lex.nouns[n.lower[e-1]].class == noClass && !placeWords[n.lower[e-1]]
}

// spansPerson reports whether a place name at p..q begins a personal name
// that runs to e ("Jordan Bardella").
func (n *namer) spansPerson(p, q, e int) bool {
	return n.inside(p, q) && n.toks[p].EntType == "PERSON" && q-p == 1
}

// ownName reports whether the run p..e is a name of its own although it
// starts with a name that is known (p..q): "China Coast Guard".
func (n *namer) ownName(p, q, e int, f *fact) bool {
	if e-q < 1 || n.toks[q].Text == "-" {
		return false
	}
	last := n.lower[e-1]
	if n.office(q, e) > q && n.lex.nouns[last].class != organisation {
		return false
	}
	w := n.lex.nouns[last]
	if w.class == organisation || w.field == "army" || last == "forces" || last == "party" || agreementWords[last] || placeWords[last] || conflictWords[last] {
		return true
	}
	for k := q; k < e; k++ {
		if n.lower[k] == "of" || n.lower[k] == "for" {
			return n.lex.nouns[n.lower[k-1]].class == organisation
		}
	}
	if g, ok := n.gaz.find(n.d.Slice(q, e)); ok && (isState(g) || g.capitalOf != nil) {
		return false // "in the Security Council China abstained"
	}
	if (isState(f) || f.capitalOf != nil) && strings.ContainsAny(n.d.Slice(q, e), "0123456789") {
		return false // "to sell Ankara F-16 jets"
	}
	return f.Type != schema.Person && n.inside(p, e-1) && n.toks[p].EntType != "PERSON" && n.toks[p].EntType != "GPE" && n.toks[p].EntType != "NORP"
}

// emit adds the name of tokens s to e.
func (n *namer) emit(s, e int, f *fact, courtesy, titled bool, sex analysis.Gender) {
	if s >= e {
		return
	}
	m := name{block: n.block, start: s, end: e, head: headOf(n.d, s, e), text: n.d.Slice(s, e), known: f, courtesy: courtesy, gender: sex, ent: -1}
	if f == nil {
		n.vote(&m, courtesy, titled)
	}
	n.out = append(n.out, m)
}

// headOf returns the token of the span whose head lies outside it.
func headOf(d *nlp.Doc, s, e int) int {
	for i := e - 1; i >= s; i-- {
		if h := d.Tokens[i].Head; (h < s || h >= e || h == i) && d.Tokens[i].POS != "PUNCT" && d.Tokens[i].Dep != "case" {
			return i
		}
	}
	return e - 1
}

// vote collects the evidence for the type of a name.
func (n *namer) vote(m *name, courtesy, titled bool) {
	v := &m.votes
	if courtesy {
		v[isPerson] += 6
	}
	if titled {
		v[isPerson] += 5
	}
	first, last := n.lower[m.start], n.lower[m.end-1]
	head := last
	for k := m.start + 1; k < m.end; k++ {
		if n.lower[k] == "of" || n.lower[k] == "for" || n.lower[k] == "on" {
			head = n.lower[k-1]
			break
		}
	}
	w := n.lex.nouns[head]
	switch {
	case m.end-m.start > 1 && (w.class == organisation || w.field == "army" || head == "forces" || head == "party" || head == "commonwealth"):
		v[isOrganization] += 6
	case agreementWords[head]:
		v[isAgreement] += 6
	case placeWords[head] && m.end-m.start > 1:
		v[isPlace] += 5
	case placeWords[first] && m.end-m.start > 1:
		v[isPlace] += 3
	case conflictWords[head]:
		v[isConflict] += 5
	case w.class == organisation:
		v[isOrganization] += 2
	}
	switch n.toks[m.start].EntType {
	case "PERSON":
		v[isPerson] += 2
	case "ORG":
		v[isOrganization] += 2
	case "GPE", "LOC", "FAC":
		v[isPlace] += 2
	case "NORP":
		v[isGroup] += 2
	case "LAW":
		v[isAgreement] += 3
	case "EVENT":
		v[isConflict] += 1
		v[isOther]++
	case "WORK_OF_ART", "PRODUCT":
		v[isOther] += 2
	}
	if m.end-m.start > 1 {
		if n.gaz.gaz.IsGivenName(n.toks[m.start].Text) && !(n.toks[m.start+1].Text == "-" && particles[n.lower[m.start]]) && v[isOrganization] < 6 && v[isPlace] < 5 && v[isAgreement] < 6 {
			v[isPerson] += 3
		}
	}
	n.voteShape(m)
	n.voteNeighbours(m)
	t := &n.toks[m.head]
	if m.end-m.start == 1 && len(m.text) <= 6 && len(m.text) > 1 && strings.ToUpper(m.text) == m.text {
		v[isOrganization]++
	}
	if t.Dep == "pobj" && n.toks[t.Head].Tag == "IN" {
		v[isPlace] += n.located(t.Head)
	}
	for _, c := range n.d.Children(m.head) {
		if n.toks[c].Dep == "relcl" {
			for _, g := range n.d.Children(int(c)) {
				switch n.lower[g] {
				case "who":
					v[isPerson] += 2
				case "which":
					if int(g) > m.end+1 {
						break
					}
					v[isPerson] = max(0, v[isPerson]-3)
				}
			}
		}
		if n.toks[c].Dep == "appos" {
			if r := n.lex.nouns[n.toks[c].Lemma]; r.class == office || r.class == person || r.class == relative {
				v[isPerson] += 2
			} else if n.lower[c] == "number" && n.lower[c-1] == "opposite" {
				v[isPerson] += 3
			}
		}
	}
	if t.Dep == "appos" || t.Dep == "compound" {
		if r := n.lex.nouns[n.toks[t.Head].Lemma]; (r.class == office || r.class == relative) && n.toks[t.Head].Tag == "NN" && t.Dep == "appos" {
			v[isPerson] += 3
		}
	}
	if t.Dep == "nsubj" && (speechVerbs[n.toks[t.Head].Lemma]) {
		v[isPerson]++
	}
	// "Fujimori's colleague", "X, 66,"
	if m.end+1 < len(n.toks) && n.toks[m.end].Text == "," && n.toks[m.end+1].Tag == "CD" && m.end+2 < len(n.toks) && n.toks[m.end+2].Text == "," && len(n.toks[m.end+1].Text) == 2 {
		v[isPerson] += 3
	}
	// a name as modifier of an agreement, people or an organisation
	if t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod" {
		h := strings.ToLower(n.toks[t.Head].Lemma)
		switch {
		case agreementWords[h]:
			v[isAgreement]++
		case n.lex.nouns[h].class == group:
			v[isGroup] += 2
		case h == "party" || h == "movement" || h == "militia":
			v[isOrganization] += 3
		}
	}
}

var speechVerbs = set(`say tell add note argue insist claim declare announce state warn promise pledge reply respond retort ask urge
explain acknowledge admit concede deny write tweet remark observe comment quip joke complain report confirm recall suggest stress
emphasise emphasize reiterate vow predict caution maintain contend allege conclude assert counter repeat continue muse call describe
hail welcome thank condemn denounce accuse blame praise`)
