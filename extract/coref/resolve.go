package coref

import (
	"sort"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

// Resolve reads the parsed blocks of the article and fills the mentions of
// each block and the article's entities and titles. It is deterministic and
// needs nothing but its arguments; blocks without a parse are left alone.
func Resolve(art *analysis.Article, gaz *link.Gazetteer) {
	ResolveWith(art, gaz, defaultWeights(), nil)
}

// ResolveWith is Resolve with given weights; observe, when not nil, is told
// every decision of the ranking model.
func ResolveWith(art *analysis.Article, gaz *link.Gazetteer, weights *Weights, observe func(Case)) {
	r := newResolver(art, gaz, weights, observe)
	r.findNames()
	for i := range r.names {
		if f := r.names[i].known; f != nil {
			r.named[f.Name] = true
			r.times[f.Name]++
		}
	}
	for i := range r.names {
		// Salisbury is Harare only where the article speaks of Zimbabwe
		m := &r.names[i]
		if f := m.known; f != nil && f.capitalOf != nil && link.Fold(m.text) != link.Fold(f.Name) && !r.named[f.capitalOf.Name] {
			m.known = nil
			m.votes[isPlace] += 5
		}
	}
	r.leaderNames()
	r.cluster()
	r.placeNames()
	r.findTitles()
	r.walk()
	r.publish()
	for i := range art.Blocks {
		sortMentions(art.Blocks[i].Mentions)
	}
}

func newResolver(art *analysis.Article, gaz *link.Gazetteer, weights *Weights, observe func(Case)) *resolver {
	return &resolver{weights: weights, observe: observe, art: art, gaz: newWorld(gaz), lex: loadLexicon(), shorts: map[string]string{},
		byKey: map[string]int{}, byTail: map[string]int{}, personWord: map[string]bool{}, named: map[string]bool{}, times: map[string]int{}, lean: map[int]leaning{}, ranked: map[int]string{}, nameAt: make([][]int32, len(art.Blocks)),
		lower: make([][]string, len(art.Blocks))}
}

func sortMentions(m []analysis.Mention) {
	sort.SliceStable(m, func(i, j int) bool {
		if m[i].Start != m[j].Start {
			return m[i].Start < m[j].Start
		}
		return m[i].End > m[j].End
	})
}

// resolver is the work on one article.
type resolver struct {
	art        *analysis.Article
	gaz        *world
	lex        *lexicon
	names      []name
	nameAt     [][]int32 // of each block and token, 1 + the index of the name that covers it
	lower      [][]string
	headline   bool
	shorts     map[string]string
	byKey      map[string]int
	byTail     map[string]int
	personWord map[string]bool // words that the recogniser has seen in a personal name
	posts      []post
	weights    *Weights
	observe    func(Case)
	named      map[string]bool // canonical names of what the gazetteer knows in the article
	times      map[string]int  // how often it names each
	ranked     map[int]string  // military ranks before the names of persons
	lean       map[int]leaning // of persons whose given name alone does not settle the gender
}

// leaning is the gender that most bearers of a given name have.
type leaning struct {
	gender analysis.Gender
	share  float64
}

// leans returns how far the given name of person e speaks for a gender: from
// -1, the other one for sure, to 1.
func (r *resolver) leans(e int, g analysis.Gender) float64 {
	l, ok := r.lean[e]
	switch {
	case !ok:
		return 0
	case l.gender == g:
		return 2*l.share - 1
	}
	return 1 - 2*l.share
}

// findNames fills names and nameAt.
func (r *resolver) findNames() {
	for b := range r.art.Blocks {
		d := r.art.Blocks[b].Doc
		if d == nil {
			continue
		}
		r.lower[b] = lowers(d)
		if r.art.Blocks[b].Kind != schema.Paragraph {
			continue
		}
		for _, e := range d.Ents {
			if e.Label == "PERSON" && e.End-e.Start > 1 {
				for i := e.Start; i < e.End; i++ {
					if capital(d.Tokens[i].Text) && len(d.Tokens[i].Text) > 2 {
						r.personWord[d.Tokens[i].Text] = true
					}
				}
			}
		}
	}
	for b := range r.art.Blocks {
		d := r.art.Blocks[b].Doc
		if d == nil {
			continue
		}
		n := namer{resolver: r, block: b, d: d, toks: d.Tokens, lower: r.lower[b]}
		r.headline = r.art.Blocks[b].Kind != schema.Paragraph
		n.find()
		at := make([]int32, len(d.Tokens))
		for _, m := range n.out {
			r.names = append(r.names, m)
			for i := m.start; i < m.end; i++ {
				at[i] = int32(len(r.names))
			}
		}
		r.nameAt[b] = at
	}
}

// nameOn returns the name that covers token i of block b, or nil.
func (r *resolver) nameOn(b, i int) *name {
	if i < 0 || i >= len(r.nameAt[b]) || r.nameAt[b][i] == 0 {
		return nil
	}
	return &r.names[r.nameAt[b][i]-1]
}

// countryOf returns the state that an entity is or belongs to, or -1.
func (r *resolver) countryOf(e int) int {
	if e < 0 {
		return -1
	}
	if r.art.Entities[e].Type == schema.Country {
		return e
	}
	return r.art.Entities[e].Country
}

// firstConjunct follows coordination to its first member.
func firstConjunct(d *nlp.Doc, i int) int {
	for d.Tokens[i].Dep == "conj" && d.Tokens[i].Head != i {
		h := d.Tokens[i].Head
		if d.Tokens[h].POS == "VERB" && d.Tokens[i].POS != "VERB" {
			break
		}
		i = h
	}
	return i
}
