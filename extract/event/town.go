package event

import (
	"strings"

	"entente/extract/analysis"
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
