package event

import (
	"slices"
	"strings"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// cityOf returns the city that a capital's name means where it says where
// something is ("from Riyadh"), though it was read as the state; -1 where the
// mention means what it was read as.
func (s *sentence) cityOf(m *analysis.Mention) int {
	if m.Via != analysis.Capital || len(m.Entities) != 1 {
		return -1
	}
	switch s.preposition(m) {
	case "in", "at", "from", "to", "near", "outside", "via":
	default:
		if !s.opensWhere(m.End) {
			return -1
		}
	}
	return townEntity(s.art, s.block.Doc.Slice(m.Start, m.End), m.Entities[0])
}

// opensWhere reports whether the words from token i on begin with "where".
func (s *sentence) opensWhere(i int) bool {
	d := s.block.Doc
	if i < s.span.End && d.Tokens[i].Text == "," {
		i++
	}
	return i < s.span.End && strings.EqualFold(d.Tokens[i].Text, "where")
}

// townEntity returns the place of the article that goes by the name; a new
// one where the article has none.
func townEntity(art *analysis.Article, name string, state int) int {
	if e := art.Find(name); e >= 0 && art.Entities[e].Type == schema.Place {
		return e
	}
	e := analysis.Entity{Country: state}
	e.Name, e.Type, e.ID = name, schema.Place, schema.EntityID(name)
	art.Entities = append(art.Entities, e)
	return len(art.Entities) - 1
}

// writtenFrom returns the entity of the place that the article is written
// from, without the state that a dateline may add ("MANILA, Philippines"); -1
// where there is none, or more than one.
func writtenFrom(art *analysis.Article) int {
	name, _, _ := strings.Cut(art.Source.Place, ",")
	if name = strings.TrimSpace(name); name == "" || strings.Contains(name, "/") {
		return -1
	}
	if e := art.Find(name); e >= 0 {
		return e
	}
	return townEntity(art, inTitleCase(name), -1)
}

// inTitleCase writes a name in capitals as it is written elsewhere.
func inTitleCase(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(words, " ")
}

// itemPlace returns the town that the heading of the sentence's item of a
// digest names ("BEIJING: …"); -1 where the heading says something else.
func (s *sentence) itemPlace() int {
	if s.block.Item == 0 {
		return -1
	}
	i := s.index
	for i > 0 && s.art.Blocks[i-1].Item == s.block.Item {
		i--
	}
	b := &s.art.Blocks[i]
	if b.Kind != schema.Heading || b.Doc == nil || len(b.Mentions) != 1 || len(b.Mentions[0].Entities) != 1 {
		return -1
	}
	m := &b.Mentions[0]
	if m.Start > 0 || m.End < len(b.Doc.Tokens) {
		return -1
	}
	e := m.Entities[0]
	switch {
	case s.art.Entities[e].Type == schema.Place:
		return e
	case m.Via == analysis.Capital:
		return townEntity(s.art, inTitleCase(b.Doc.Slice(m.Start, m.End)), e)
	}
	return -1
}

// before returns the block and the number of the sentence n sentences before,
// nil at the beginning of the item.
func (s *sentence) before(n int) (*analysis.Block, int) {
	i, k := s.index, s.number
	for ; n > 0; n-- {
		for k--; k < 0; k = len(s.art.Blocks[i].Doc.Sents) - 1 {
			for i--; i >= 0 && s.art.Blocks[i].Doc == nil; i-- {
			}
			if i < 0 || s.art.Blocks[i].Item != s.block.Item {
				return nil, 0
			}
		}
	}
	return &s.art.Blocks[i], k
}

// memory is how many sentences back a place that was only named is looked
// for.
const memory = 3

// namedBefore returns the town or site that the sentences before named last
// as a place where one is or goes; -1 if none.
func (s *sentence) namedBefore() int {
	for n := 1; n <= memory; n++ {
		b, k := s.before(n)
		if b == nil {
			return -1
		}
		t := sentence{art: s.art, block: b, number: k, span: b.Doc.Sents[k]}
		for i := len(b.Mentions) - 1; i >= 0; i-- {
			m := &b.Mentions[i]
			if m.Start < t.span.Start || m.End > t.span.End || len(m.Entities) != 1 || m.Kind == analysis.Pronoun || m.Kind == analysis.Demonym {
				continue
			}
			e := t.cityOf(m)
			if e < 0 {
				e = m.Entities[0]
			}
			if s.art.Entities[e].Type != schema.Place {
				continue
			}
			switch t.preposition(m) {
			case "in", "at", "to", "from", "into", "for", "near", "outside":
				return e
			case "":
				if b.Kind == schema.Headline || b.Doc.Tokens[m.Head].Dep == "dobj" {
					return e
				}
			}
		}
	}
	return -1
}

// settingFeatures tell how the event stands to the scene of the story: "here"
// and "there", the day, and who was at the place.
func (s *sentence) settingFeatures(k *clause, f *flow, c *placeCandidate, a, b int, plover schema.Code, v *linear.Vector) {
	src := uint32(c.source)
	v.Add(pAdverb, src, s.pointing(k))
	ta, tb := key(string(s.art.Entities[a].Type)), key(string(s.art.Entities[b].Type))
	v.Add(pParties, src, ta, tb)
	v.Add(pParties, src, ta, tb, key(string(plover)))
	v.Add(pParties, src, flag(s.lies(c.entity, a)), flag(s.lies(c.entity, b)), 7)
	if c.source == ownPlace {
		return
	}
	on := s.clauseTime(k)
	day := s.newness(on)
	v.Add(pDay, src, day, key(k.tense))
	v.Add(pDay, src, day, key(k.modal))
	v.Add(pDay, src, day, key(string(plover)))
	if c.source != placeInForce {
		return
	}
	block, n := s.before(f.placeAge)
	if block == nil {
		return
	}
	same := block.InForce[n].Start == on
	met := uint32(0)
	sp := block.Doc.Sents[n]
	var there []int
	for i := range block.Mentions {
		if m := &block.Mentions[i]; m.Start >= sp.Start && m.End <= sp.End {
			there = append(there, m.Entities...)
		}
	}
	if slices.Contains(there, a) {
		met++
	}
	if slices.Contains(there, b) {
		met++
	}
	v.Add(pMet, met, flag(same))
	v.Add(pMet, met, flag(same), bucket(f.placeAge))
	v.Add(pMet, met, flag(same), key(string(plover)))
	v.Add(pMet, flag(same), flag(block == s.block), 3)
}

// lies reports whether a place lies in the state that the party is or stands
// for.
func (s *sentence) lies(place, party int) bool {
	state := party
	if s.art.Entities[party].Type != schema.Country {
		state = s.art.Entities[party].Country
	}
	return state >= 0 && s.art.Entities[place].Country == state
}

// pointing reports whether the clause is placed by a word alone: 1 "here", 2
// "there", 0 neither.
func (s *sentence) pointing(k *clause) uint32 {
	d := s.block.Doc
	for _, v := range []int{k.verb, k.pred} {
		for _, c := range d.Children(v) {
			t := &d.Tokens[c]
			if t.Dep == "expl" {
				continue
			}
			switch strings.ToLower(t.Text) {
			case "here":
				return 1
			case "there":
				return 2
			}
		}
	}
	return 0
}

// clauseTime returns the beginning of the time that the event's clause names,
// else of the one in force.
func (s *sentence) clauseTime(k *clause) string {
	for i := range s.block.Times {
		t := &s.block.Times[i]
		if t.Start < s.span.Start || t.End > s.span.End || t.Kind != analysis.Point || t.Interval.Start == "" {
			continue
		}
		if t.Rule == when.EventRule {
			if counted(s.block.Doc, k, t) {
				return t.Interval.Start
			}
			continue
		}
		if s.sameClause(k, headOf(s.block.Doc.Tokens, t)) {
			return t.Interval.Start
		}
	}
	return s.block.InForce[s.number].Start
}

// newness tells how old a day is on the day of publication: 0 unknown, 1 that
// day or the day before, 2 within a week, 3 older, 4 to come.
func (s *sentence) newness(t string) uint32 {
	p := s.art.Source.Date.Start
	n, ok := daysBetween(t, p)
	switch {
	case t == "" || p == "":
		return 0
	case !ok:
		return 3
	case n < 0:
		return 4
	case n <= 1:
		return 1
	case n <= 7:
		return 2
	}
	return 3
}

// nounFeatures tell how a place named in the sentence is tied to the event:
// by "where", by its clause, through the noun that it modifies.
func (s *sentence) nounFeatures(k *clause, all []placeCandidate, c *placeCandidate, party uint32, v *linear.Vector) {
	d, m := s.block.Doc, c.mention
	prep := s.preposition(m)
	typ := key(string(s.art.Entities[c.entity].Type))
	where := flag(s.isWhere(k, all, c))
	v.Add(pWhere, where)
	v.Add(pWhere, where, key(prep))
	nearest := true
	for i := range all {
		o := all[i].mention
		if all[i].source != ownPlace || o == m {
			continue
		}
		switch s.preposition(o) {
		case "in", "at", "near", "outside":
			nearest = nearest && abs(o.Head-k.pred) >= abs(m.Head-k.pred)
		}
	}
	v.Add(pNear, flag(nearest), key(prep))
	v.Add(pNear, flag(nearest), key(prep), flag(s.sameClause(k, m.Head)))
	v.Add(pNear, flag(s.sameClause(k, m.Head)), key(prep), party)
	t := &d.Tokens[m.Head]
	switch t.Dep {
	case "compound", "nmod", "amod", "poss":
		n := t.Head
		p := ""
		if d.Tokens[n].Dep == "pobj" {
			p = lower(d, d.Tokens[n].Head)
		}
		v.Add(pHead, key(lower(d, n)), key(t.Dep))
		v.Add(pHead, key(p), key(t.Dep), typ)
		v.Add(pHead, key(p), flag(gatherings[lower(d, n)]), 3)
	case "pobj":
		if h := d.Tokens[t.Head].Head; h != t.Head {
			v.Add(pHead, key(lower(d, h)), key(prep))
			v.Add(pHead, flag(h == k.verb || h == k.pred), key(prep), typ)
			v.Add(pHead, flag(gatherings[lower(d, h)]), key(prep), 5)
		}
	default:
	}
}

// under reports whether token t hangs below token top.
func under(d *nlp.Doc, t, top int) bool {
	for steps := 0; steps < 30 && d.Tokens[t].Head != t; steps++ {
		if t = d.Tokens[t].Head; t == top {
			return true
		}
	}
	return false
}

// sameClause reports whether the first verb above token t is the event's.
func (s *sentence) sameClause(k *clause, t int) bool {
	d := s.block.Doc
	for steps := 0; steps < 30; steps++ {
		if t == k.verb || t == k.pred {
			return true
		}
		if d.Tokens[t].POS == "VERB" || d.Tokens[t].Head == t {
			return false
		}
		t = d.Tokens[t].Head
	}
	return false
}

// isWhere reports whether the event's clause opens with a "where" that stands
// for the candidate: the place named last before that word.
func (s *sentence) isWhere(k *clause, all []placeCandidate, c *placeCandidate) bool {
	d := s.block.Doc
	for v, steps := k.verb, 0; steps < 6; steps++ {
		for _, w := range d.Children(v) {
			if int(w) >= v || d.Tokens[w].Tag != "WRB" || !strings.EqualFold(d.Tokens[w].Text, "where") {
				continue
			}
			best := -1
			for i := range all {
				if m := all[i].mention; all[i].source == ownPlace && m.Head < int(w) {
					best = max(best, m.Head)
				}
			}
			return best == c.mention.Head
		}
		t := &d.Tokens[v]
		if t.Head == v || t.Dep == "relcl" {
			return false
		}
		v = t.Head
	}
	return false
}
