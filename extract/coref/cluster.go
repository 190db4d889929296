package coref

import (
	"sort"
	"strings"
	"unicode"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// cluster makes entities of the names of the whole article: it decides what
// type each name has, which names are one person's, and which are variants of
// one organisation.
func (r *resolver) cluster() {
	r.abbreviations()
	r.uniteTypes()
	persons := r.persons()
	for i := range r.names {
		m := &r.names[i]
		if m.ent >= 0 {
			continue
		}
		switch {
		case m.known != nil:
			m.ent = r.entityOf(m.known)
			r.shorten(m)
			if m.country != nil {
				r.entityOf(m.country)
			}
		case persons[i] >= 0:
			m.ent = persons[i]
		default:
			if e := r.bodyBefore(i); e >= 0 {
				m.ent = e
				r.addAlias(e, m.text)
				continue
			}
			m.ent = r.otherName(m)
		}
	}
}

var (
	plainMarks  = strings.NewReplacer("’", "'", "‑", "-", "–", "-", ".", "")
	plainQuotes = strings.NewReplacer("’", "'", "‑", "-")
)

// key is the form in which names that are not persons' are compared.
func key(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "the ")
	s = plainMarks.Replace(s)
	s = strings.TrimSuffix(s, "'s")
	s = strings.ReplaceAll(s, "organisation", "organization")
	s = strings.ReplaceAll(s, "defence", "defense")
	s = strings.ReplaceAll(s, "programme", "program")
	s = strings.ReplaceAll(s, "centre", "center")
	s = strings.ReplaceAll(s, "labour", "labor")
	return strings.Join(strings.Fields(s), " ")
}

// abbreviations finds "Full Name (FN)" and makes both one name.
func (r *resolver) abbreviations() {
	for i := range r.names {
		m := &r.names[i]
		d := r.art.Blocks[m.block].Doc
		j := m.end
		if j < len(d.Tokens) && (d.Tokens[j].Text == "'s" || d.Tokens[j].Text == "’s") {
			j++
		}
		if j+1 >= len(d.Tokens) || d.Tokens[j].Text != "(" || i+1 >= len(r.names) {
			continue
		}
		a := &r.names[i+1]
		if a.block != m.block || a.start > j+3 || a.end >= len(d.Tokens) || d.Tokens[a.end].Text != ")" || a.end-a.start > 2 {
			continue
		}
		if a.start > j+1 && !(d.Tokens[j+1].Text == "the" || d.Tokens[j+1].Text == "“" || d.Tokens[j+1].Text == "\"") {
			continue
		}
		if !abbreviates(a.text, m.text) && !(a.known != nil && m.known != nil && a.known.Name == m.known.Name) {
			continue
		}
		long := r.shorts[key(a.text)]
		if long == "" {
			r.shorts[key(a.text)] = m.text
		}
		if a.known != nil && m.known == nil && expands(a.known.Name, m.text) {
			m.known = a.known
		} else {
			a.known = m.known
		}
		a.votes.add(m.votes)
		if a.votes[isPerson] < 6 && a.known == nil {
			a.votes[isOrganization] += 4
			m.votes[isOrganization] += 4
			a.votes[isPerson], m.votes[isPerson] = 0, 0
		}
	}
}

// abbreviates reports whether the letters of short occur in order in long,
// the first of them first.
func abbreviates(short, long string) bool {
	s, l := []rune(strings.ToLower(short)), []rune(strings.ToLower(long))
	if len(s) < 2 || len(l) <= len(s) || s[0] != l[0] && !strings.HasPrefix(string(l), "the ") {
		return strings.ToUpper(short) == short && len(short) >= 2 && len(short) <= 8 && len(strings.Fields(long)) >= 2
	}
	k := 0
	for _, c := range l {
		if k < len(s) && (c == s[k]) {
			k++
		}
		for k < len(s) && !unicode.IsLetter(s[k]) {
			k++
		}
	}
	return k == len(s)
}

// expands reports whether two long names share most of their words.
func expands(a, b string) bool {
	x, y := strings.Fields(key(a)), set(key(b))
	n := 0
	for _, w := range x {
		if y[w] {
			n++
		}
	}
	return n*2 >= len(x) && n > 0
}

// uniteTypes adds up the votes of equal names, so that a name has one sense
// throughout an article.
func (r *resolver) uniteTypes() {
	sum := map[string]*votes{}
	called := map[string]bool{} // surnames behind a title of courtesy: "Mr Kalinde"
	for i := range r.names {
		if m := &r.names[i]; m.courtesy && m.end-m.start == 1 {
			called[m.text] = true
		}
	}
	for i := range r.names {
		m := &r.names[i]
		if m.known != nil {
			continue
		}
		if words := strings.Fields(m.text); len(words) > 1 && len(words) < 5 && called[words[len(words)-1]] && m.country == nil {
			m.votes[isPerson] += 5
		}
		k := key(m.text)
		if sum[k] == nil {
			sum[k] = &votes{}
		}
		sum[k].add(m.votes)
	}
	for i := range r.names {
		if m := &r.names[i]; m.known == nil {
			m.votes = *sum[key(m.text)]
		}
	}
}

// words splits a personal name into comparable words.
func personWords(s string) []string {
	s = plainQuotes.Replace(s)
	f := strings.Fields(s)
	out := f[:0]
	for _, w := range f {
		w = strings.Trim(w, ".,\"'“”")
		switch strings.ToLower(w) {
		case "", "jr", "sr", "junior", "the", "mr", "mrs", "ms", "dr":
			continue
		}
		out = append(out, strings.ToLower(w))
	}
	return out
}

// human is a person while names are being gathered.
type human struct {
	words   []string // of the fullest name
	suffix  string   // "jr", "sr"
	forms   [][]string
	name    string
	gender  analysis.Gender
	first   int // index of the first name
	mention []int
	ent     int
}

// covers reports whether the words short are a way to call the person of the
// words long: the surname, the given name, or both without what is between.
func covers(long, short []string) bool {
	if len(short) == 0 || len(short) > len(long) {
		return false
	}
	i := 0
	for _, w := range long {
		if i < len(short) && sameWord(w, short[i]) {
			i++
		}
	}
	return i == len(short)
}

func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	a, b = fold(a), fold(b)
	if a == b {
		return true
	}
	trim := func(s string) string {
		for _, p := range [...]string{"al-", "el-", "an-", "as-", "ash-"} {
			if rest, ok := strings.CutPrefix(s, p); ok {
				return rest
			}
		}
		return s
	}
	return len(a) > 3 && trim(a) == trim(b)
}

// persons gathers the names of persons and returns for each name the entity,
// or -1 where it is no person's.
func (r *resolver) persons() []int {
	out := make([]int, len(r.names))
	var humans []*human
	type item struct {
		name  int
		words []string
	}
	var full, single []item
	for i := range r.names {
		out[i] = -1
		m := &r.names[i]
		if m.known != nil && m.known.Type != schema.Person || m.ent >= 0 {
			continue
		}
		w := personWords(m.text)
		if len(w) == 0 {
			continue
		}
		if m.votes.best() == schema.Person || m.known != nil {
			if len(w) > 1 {
				full = append(full, item{i, w})
			} else {
				single = append(single, item{i, w})
			}
		} else if len(w) == 1 {
			single = append(single, item{i, w}) // perhaps a surname
		}
	}
	sort.SliceStable(full, func(a, b int) bool { return len(full[a].words) > len(full[b].words) })
	for _, it := range full {
		m := &r.names[it.name]
		var best *human
		for _, h := range humans {
			if r.samePerson(h, it.words, m) {
				if best == nil || abs(h.first-it.name) < abs(best.first-it.name) {
					best = h
				}
			}
		}
		if best == nil {
			best = &human{words: it.words, suffix: suffix(m.text), name: m.text, first: it.name, gender: m.gender}
			humans = append(humans, best)
		}
		best.first = min(best.first, it.name)
		best.forms = append(best.forms, it.words)
		best.mention = append(best.mention, it.name)
		if m.gender != analysis.UnknownGender {
			best.gender = m.gender
		}
	}
	sort.SliceStable(humans, func(a, b int) bool { return humans[a].first < humans[b].first })
	for _, it := range single {
		m := &r.names[it.name]
		w := it.words[0]
		var best *human
		score := 0
		for _, h := range humans {
			s := 0
			for _, f := range h.forms {
				n := len(f)
				switch {
				case n > 1 && sameWord(f[n-1], w):
					s = max(s, 10)
				case n > 1 && sameWord(f[0], w):
					s = max(s, 8)
				case n > 2 && covers(f, it.words):
					s = max(s, 6)
				case n == 1 && sameWord(f[0], w):
					s = max(s, 7)
				}
			}
			if s == 0 {
				continue
			}
			if m.gender != analysis.UnknownGender && h.gender != analysis.UnknownGender {
				if m.gender != h.gender {
					s -= 9
				} else {
					s += 2
				}
			}
			// the one named before, and last, is meant
			last := -1
			for _, k := range h.mention {
				if k < it.name {
					last = max(last, k)
				}
			}
			if last >= 0 {
				s += 2
				if best != nil && s == score && h.first > best.first {
					continue // the one introduced first keeps the bare surname
				}
			}
			if s > score {
				best, score = h, s
			}
		}
		isName := m.votes.best() == schema.Person
		if best == nil || score < 6 {
			if isName {
				h := &human{words: it.words, forms: [][]string{it.words}, name: m.text, first: it.name, gender: m.gender, mention: []int{it.name}}
				humans = append(humans, h)
			}
			continue
		}
		if !isName && len(m.text) <= 5 && strings.ToUpper(m.text) == m.text && m.votes[isOrganization] >= 4 && r.art.Blocks[m.block].Kind == schema.Paragraph {
			continue // an abbreviation that happens to equal a name
		}
		best.mention = append(best.mention, it.name)
		if best.gender == analysis.UnknownGender {
			best.gender = m.gender
		}
	}
	for _, h := range humans {
		id := r.add(h.name, schema.Person)
		h.ent = id
		r.art.Entities[id].Gender = h.gender
		if h.gender == analysis.UnknownGender {
			// given names of East Asia tell little in Latin letters
			split := r.gaz.gaz.SplitName(strings.Fields(h.name))
			if g, share := r.gaz.gaz.GenderOf(split); len(split.Given) > 0 && strings.HasPrefix(h.name, split.Given[0]) {
				switch {
				case share >= 0.95:
					r.art.Entities[id].Gender = g
				case share > 0.5:
					r.lean[id] = leaning{g, share}
				}
			}
		}
		forms := map[string]bool{}
		for _, i := range h.mention {
			out[i] = id
			if t := r.names[i].text; t != h.name && !forms[t] {
				forms[t] = true
				r.art.Entities[id].Aliases = append(r.art.Entities[id].Aliases, t)
			}
		}
	}
	return out
}

func suffix(s string) string {
	f := strings.Fields(strings.ToLower(strings.Trim(s, ".")))
	if n := len(f); n > 1 {
		switch l := strings.Trim(f[n-1], ".,"); l {
		case "jr", "junior":
			return "jr"
		case "sr", "senior":
			return "sr"
		}
	}
	return ""
}

// samePerson reports whether the name m, of more than one word, can be h's.
func (r *resolver) samePerson(h *human, words []string, m *name) bool {
	if sfx := suffix(m.text); sfx != h.suffix && (sfx != "" && h.suffix != "" || r.another(m)) {
		return false
	}
	if r.another(m) {
		return false
	}
	if m.gender != analysis.UnknownGender && h.gender != analysis.UnknownGender && m.gender != h.gender {
		return false
	}
	if covers(h.words, words) {
		return true
	}
	return r.gaz.gaz.SameName(h.name, m.text) >= 0.8
}

// another reports whether the text says that the name is another bearer's:
// "another Ferdinand Marcos".
func (r *resolver) another(m *name) bool {
	d := r.art.Blocks[m.block].Doc
	return m.start > 0 && strings.EqualFold(d.Tokens[m.start-1].Text, "another")
}

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// otherName returns the entity of a name that is neither in the gazetteer nor a
// person's, making it when new.
func (r *resolver) otherName(m *name) int {
	k := key(m.text)
	if long := r.shorts[k]; long != "" {
		k = key(long)
	}
	if m.country != nil { // "Russian Foreign Ministry" and "Russia's foreign ministry" are one
		k = m.country.Name + "|" + r.withoutCountry(k)
	}
	if e, ok := r.byKey[k]; ok {
		return e
	}
	text := m.text
	if long := r.shorts[key(m.text)]; long != "" {
		text = long
	}
	// "Treasury" after "US Treasury"
	if m.votes.best() == schema.Organization {
		if e, ok := r.byTail[k]; ok && e >= 0 {
			r.byKey[k] = e
			r.addAlias(e, m.text)
			return e
		}
	}
	e := r.add(text, m.votes.best())
	r.byKey[k] = e
	if text != m.text {
		r.addAlias(e, m.text)
	}
	if m.country != nil {
		r.art.Entities[e].Country = r.entityOf(m.country)
		if tail := r.withoutCountry(key(m.text)); tail != "" {
			if _, ok := r.byTail[tail]; ok {
				r.byTail[tail] = -1 // two countries have one
			} else {
				r.byTail[tail] = e
			}
		}
	}
	return e
}

// withoutCountry drops the country or demonym that a name starts with.
func (r *resolver) withoutCountry(k string) string {
	i := strings.LastIndex(k, "|") + 1
	f := strings.Fields(strings.ReplaceAll(k[i:], " 's", "'s"))
	for n := min(4, len(f)-1); n > 0; n-- {
		s := strings.TrimSuffix(strings.Join(f[:n], " "), "'s")
		if _, ok := r.gaz.demonym(titleCase(s)); ok {
			return strings.Join(f[n:], " ")
		}
		if fct, ok := r.gaz.find(titleCase(s)); ok && fct.Type == schema.Country {
			return strings.Join(f[n:], " ")
		}
		if fct, ok := r.gaz.find(strings.ToUpper(s)); ok && fct.Type == schema.Country {
			return strings.Join(f[n:], " ")
		}
	}
	return k[i:]
}

func titleCase(s string) string {
	f := strings.Fields(s)
	for i, w := range f {
		switch w {
		case "of", "and", "the", "for", "to", "in", "on", "de", "du", "la", "del", "d'affaires", "d’affaires":
			if i > 0 {
				continue
			}
		}
		switch w {
		case "mp", "mep", "ceo":
			f[i] = strings.ToUpper(w)
			continue
		}
		r := []rune(w)
		r[0] = unicode.ToUpper(r[0])
		f[i] = string(r)
	}
	return strings.Join(f, " ")
}

// add appends an entity.
func (r *resolver) add(name string, t schema.EntityType) int {
	e := analysis.Entity{Country: -1}
	e.Name, e.Type, e.ID = name, t, schema.EntityID(name)
	if t != schema.Person {
		e.Gender = analysis.Neuter
	}
	r.art.Entities = append(r.art.Entities, e)
	return len(r.art.Entities) - 1
}

func (r *resolver) addAlias(e int, alias string) {
	x := &r.art.Entities[e]
	if alias == x.Name {
		return
	}
	for _, a := range x.Aliases {
		if a == alias {
			return
		}
	}
	x.Aliases = append(x.Aliases, alias)
}

// shorten calls a place as the article does when its full name only adds a
// word: "Washington" for "Washington D.C.".
func (r *resolver) shorten(m *name) {
	x := &r.art.Entities[m.ent]
	if x.Type == schema.Place && !m.demonym && strings.HasPrefix(x.Name, m.text+" ") && !strings.Contains(r.art.Source.Text, x.Name) {
		x.Aliases = append(x.Aliases, x.Name)
		x.Name = m.text
	}
}

// entityOf returns the entity of something that the gazetteer knows.
func (r *resolver) entityOf(f *fact) int {
	k := "=" + string(f.Type) + f.Name
	if e, ok := r.byKey[k]; ok {
		return e
	}
	e := r.add(f.Name, f.Type)
	r.byKey[k] = e
	x := &r.art.Entities[e]
	x.Aliases = append(x.Aliases, f.Aliases...)
	x.Same = f.Same
	x.Plural = f.Kind == link.People
	if f.Kind == link.SeatKind {
		x.Type = schema.Place
	}
	if s := f.State(); s != nil && s != f.Entry {
		c := r.entityOf(r.gaz.of(s))
		r.art.Entities[e].Country = c
	}
	return e
}
