package event

import (
	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/nlp"
	"entente/schema"
)

// argument is a party of a candidate: one entity of one mention, with its
// role for the predicate.
type argument struct {
	mention *analysis.Mention
	entity  int
	role    string
}

// candidate is a possible event: a predicate with two different parties, in
// that order.
type candidate struct {
	pred int
	a, b argument
}

// sentence is one sentence of a block with the mentions that lie in it.
type sentence struct {
	art      *analysis.Article
	block    *analysis.Block
	index    int // of the block
	number   int // of the sentence in the block
	span     nlp.Span
	mentions []*analysis.Mention // resolved ones only
	reading  *code.Reading       // of the block
	clauses  map[int]*clause     // by predicate, those read so far
	roles    map[[2]int]string   // by predicate and token
}

// clause returns what is said about predicate p. It is read once for all
// candidates.
func (s *sentence) clause(p int) *clause {
	k, ok := s.clauses[p]
	if !ok {
		k = readClause(s.block.Doc, s.span, p)
		k.acts = s.reading.Acts(p)
		k.keys = keysOf(s.block.Doc, k)
		s.clauses[p] = k
	}
	return k
}

// role returns the role of token t for predicate p (see roleOf).
func (s *sentence) role(p, t int) string {
	r, ok := s.roles[[2]int{p, t}]
	if !ok {
		r = roleOf(s.block.Doc, p, t)
		s.roles[[2]int{p, t}] = r
	}
	return r
}

// sentences lists the sentences of the article's own words in order, to be
// read by the coder.
func sentences(art *analysis.Article, coder *code.Coder) []sentence {
	var all []sentence
	for bi := range art.Blocks {
		b := &art.Blocks[bi]
		if b.Doc == nil {
			continue
		}
		reading := coder.Read(b.Doc)
		for n, sp := range b.Doc.Sents {
			s := sentence{art: art, block: b, index: bi, number: n, span: sp, reading: reading,
				clauses: map[int]*clause{}, roles: map[[2]int]string{}}
			for k := range b.Mentions {
				m := &b.Mentions[k]
				if m.Start >= sp.Start && m.End <= sp.End && len(m.Entities) > 0 {
					s.mentions = append(s.mentions, m)
				}
			}
			all = append(all, s)
		}
	}
	return all
}

// candidates lists every predicate with every ordered pair of parties for
// which it lies on the way between them, or governs both.
func (s *sentence) candidates() []candidate {
	var out []candidate
	var preds []int
	for i, ma := range s.mentions {
		if ma.Via == analysis.Belonging && s.inside(ma) {
			continue
		}
		for k, mb := range s.mentions {
			if k < i {
				continue
			}
			if k > i && (overlap(ma, mb) || mb.Via == analysis.Belonging && s.inside(mb)) {
				continue
			}
			preds = s.predicates(preds[:0], ma, mb)
			for _, p := range preds {
				ra, rb := s.role(p, ma.Head), s.role(p, mb.Head)
				if ra == noRole || rb == noRole {
					continue
				}
				for _, ea := range ma.Entities {
					for _, eb := range mb.Entities {
						if ea == eb {
							continue
						}
						a, b := argument{ma, ea, ra}, argument{mb, eb, rb}
						if s.canAct(a) && s.canSuffer(b) {
							out = append(out, candidate{p, a, b})
						}
						if k > i && s.canAct(b) && s.canSuffer(a) {
							out = append(out, candidate{p, b, a})
						}
					}
				}
			}
		}
	}
	return out
}

// canAct reports whether the party can be the subject of an event: a mere
// place does nothing.
func (s *sentence) canAct(a argument) bool { return s.art.Entities[a.entity].Type != schema.Place }

// canSuffer reports whether the party can be the object of an event: a mere
// place only where the predicate bears on it directly ("visited Kyiv", "flew
// to Kyiv"), not where it only says where ("the Kyiv summit").
func (s *sentence) canSuffer(b argument) bool {
	if s.art.Entities[b.entity].Type != schema.Place {
		return true
	}
	switch b.role {
	case "obj", "pp:to", "pp:into", "pp:in", "pp:at", "pp:for", "pp:from", "pp:on":
		return true
	}
	return false
}

// inside reports whether a modifier ("Russian") only helps to name another
// party ("Russian Foreign Minister Sergei Lavrov").
func (s *sentence) inside(m *analysis.Mention) bool {
	for _, o := range s.mentions {
		if o != m && o.Start <= m.Start && m.End <= o.End && o.End-o.Start > m.End-m.Start {
			return true
		}
	}
	return false
}

func overlap(a, b *analysis.Mention) bool { return a.Start < b.End && b.Start < a.End }

// predicates appends the tokens that could be the predicate between two
// mentions: content verbs and common nouns on the way from one head to the
// other, and, where no verb lies on it, up to three governors above it.
func (s *sentence) predicates(out []int, a, b *analysis.Mention) []int {
	d := s.block.Doc
	within := func(m *analysis.Mention, t int) bool { return t >= m.Start && t < m.End }
	add := func(t int) bool {
		if within(a, t) || within(b, t) || !predicative(d, t) {
			return false
		}
		for _, o := range out {
			if o == t {
				return true
			}
		}
		out = append(out, t)
		return true
	}
	up, down := climb(d, a.Head, b.Head)
	if down == nil {
		return out
	}
	top := a.Head
	for _, t := range up {
		add(t)
		top = t
	}
	for _, t := range down {
		add(t)
	}
	hasVerb := false
	for _, t := range out {
		hasVerb = hasVerb || verbal(d, t)
	}
	for n := 0; n < 4 && (!hasVerb || n < 1); n++ {
		h := d.Tokens[top].Head
		if h == top {
			break
		}
		top = h
		if add(top) && verbal(d, top) {
			hasVerb = true
		}
	}
	return out
}

// predicative reports whether a token can head an event: a content verb, a
// copula with a predicate, or a common noun.
func predicative(d *nlp.Doc, t int) bool {
	tok := &d.Tokens[t]
	switch tok.POS {
	case "VERB":
		return true
	case "AUX":
		return tok.Dep != "aux" && tok.Dep != "auxpass"
	case "NOUN":
		return tok.EntType != "DATE" && tok.EntType != "TIME"
	case "ADJ":
		return tok.Dep == "acomp" || tok.Dep == "oprd" || tok.Dep == "ROOT"
	}
	return false
}
