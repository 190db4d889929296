package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// role is the part that a noun plays in its clause, coarsely.
type role uint8

const (
	other role = iota
	subject
	passiveSubject
	object
	indirect
	agent
	oblique
	possessor
	modifier
	apposition
)

func roleOf(d *nlp.Doc, i int) role {
	i = firstConjunct(d, i)
	for d.Tokens[i].Dep == "appos" && d.Tokens[i].Head != i {
		i = d.Tokens[i].Head
	}
	switch t := &d.Tokens[i]; t.Dep {
	case "nsubj":
		return subject
	case "nsubjpass":
		return passiveSubject
	case "dobj", "attr", "oprd":
		return object
	case "dative":
		return indirect
	case "pobj":
		if d.Tokens[t.Head].Dep == "agent" {
			return agent
		}
		if d.Tokens[t.Head].Dep == "dative" {
			return indirect
		}
		return oblique
	case "poss":
		return possessor
	case "compound", "amod", "nmod":
		return modifier
	case "appos":
		return apposition
	}
	return other
}

// referent is something mentioned, in the order of the text: one entity,
// several, or a thing that is no entity (ents is nil then).
type referent struct {
	block, sent, tok int
	role             role
	ents             []int
	plural           bool
	pronoun, nominal bool
	quote            int // of its block, -1 outside
	lemma            string
	group            bool // several entities in coordination
	pair             bool // subject and another argument of one verb
	speaks           bool // subject of a verb of speech
	place            bool // stands where things happen: "in Geneva"
}

// walker goes through one item of the article.
type walker struct {
	*resolver
	block   int
	sent    int // number of the sentence in the article
	sent0   int // number of the block's first sentence
	d       *nlp.Doc
	low     []string
	quotes  []quotation
	refs    []referent
	from    int         // index of the first referent of the item
	at      map[int]int // head token -> index of its mention in the block
	done    map[int]bool
	total   map[int]int // how often the article names each entity
	count   map[int]int // how often the item has mentioned each so far
	opener  map[int]int // of each block, 1 + the entity that is subject of its first sentence
	opening int         // 1 + the entity that is subject where the item begins
	last    int         // entity that spoke last, -1
}

// walk resolves nominals and pronouns through the article.
func (r *resolver) walk() {
	w := &walker{resolver: r, last: -1, total: map[int]int{}, count: map[int]int{}, opener: map[int]int{}}
	for i := range r.names {
		if e := r.names[i].ent; e >= 0 {
			w.total[e]++
		}
	}
	item := -1
	for b := range r.art.Blocks {
		blk := &r.art.Blocks[b]
		if blk.Doc == nil {
			continue
		}
		if blk.Item != item {
			item = blk.Item
			w.from = len(w.refs)
			w.last = -1
			w.opening = 0
			clear(w.count)
		}
		w.block, w.d, w.low = b, blk.Doc, r.lower[b]
		w.quotes = quotations(blk.Doc)
		w.at, w.done = map[int]int{}, map[int]bool{}
		for i := range blk.Mentions {
			w.at[blk.Mentions[i].Head] = i
		}
		w.sent0 = w.sent
		for s, span := range blk.Doc.Sents {
			w.sent = w.sent0 + s
			for i := span.Start; i < span.End; i++ {
				w.token(i)
			}
		}
		w.sent = w.sent0 + len(blk.Doc.Sents)
		w.spoken()
	}
}

// token handles token i: a name, a pronoun, a noun.
func (w *walker) token(i int) {
	if m := w.nameOn(w.block, i); m != nil && !(m.demonym && m.people) {
		if m.start == i && m.ent >= 0 && !m.demonym {
			w.push(m.head, w.entsAt(m.head, m.ent), false)
		}
		return
	}
	if m := w.nameOn(w.block, i); m != nil {
		if k, ok := w.at[m.head]; ok && m.start == i {
			w.push(m.head, w.art.Blocks[w.block].Mentions[k].Entities, false)
			return
		}
	}
	t := &w.d.Tokens[i]
	switch t.Tag {
	case "PRP", "PRP$", "WP", "WDT", "WP$":
		w.pronoun(i)
		return
	case "DT", "PDT", "CD", "NN", "NNS", "NNP", "NNPS", "JJ":
		if w.nominal(i) {
			return
		}
	}
	if t.Tag == "NN" || t.Tag == "NNS" {
		switch t.Dep {
		case "nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative", "attr", "appos":
			w.thing(i)
		}
	}
}

// entsAt returns what the mention at a head token stands for.
func (w *walker) entsAt(head, ent int) []int {
	if k, ok := w.at[head]; ok {
		return w.art.Blocks[w.block].Mentions[k].Entities
	}
	return []int{ent}
}

// push appends a referent, and the group that it completes.
func (w *walker) push(tok int, ents []int, nominal bool) {
	if len(ents) == 0 {
		return
	}
	rf := referent{block: w.block, sent: w.sent, tok: tok, role: roleOf(w.d, tok), ents: ents, plural: len(ents) > 1, nominal: nominal, quote: quoteAt(w.quotes, tok)}
	t := &w.d.Tokens[tok]
	if rf.role == subject {
		j := firstConjunct(w.d, tok)
		rf.speaks = speechVerbs[w.d.Tokens[w.d.Tokens[j].Head].Lemma]
	}
	if (rf.role == subject || rf.role == passiveSubject) && len(ents) == 1 && w.d.Sent(tok) == 0 && w.opener[w.block] == 0 {
		w.opener[w.block] = ents[0] + 1
		if w.opening == 0 && w.art.Blocks[w.block].Kind == schema.Paragraph {
			w.opening = ents[0] + 1
		}
	}
	if rf.role == oblique && w.art.Entities[ents[0]].Type == schema.Place || rf.role == modifier {
		rf.place = true
	}
	if rf.role == oblique {
		j := firstConjunct(w.d, tok)
		switch w.low[w.d.Tokens[j].Head] {
		case "in", "at", "near", "outside", "inside":
			rf.place = true
		}
	}
	w.refs = append(w.refs, rf)
	if len(ents) == 1 {
		w.count[ents[0]]++
	}
	if t.Dep == "conj" {
		w.coordination(tok, rf)
		return
	}
	w.partners(tok, rf)
}

// partners adds the two whom one verb brings together: after "Saar received
// Varas" both can be "they".
func (w *walker) partners(tok int, rf referent) {
	if len(rf.ents) != 1 || rf.place || rf.role != object && rf.role != indirect && rf.role != agent && rf.role != oblique {
		return
	}
	v := argumentOf(w, tok)
	if v < 0 {
		return
	}
	t := w.art.Entities[rf.ents[0]].Type
	if t != schema.Person && t != schema.Country {
		return
	}
	for k := len(w.refs) - 2; k >= w.from; k-- {
		s := &w.refs[k]
		if s.block != w.block || s.sent != w.sent {
			return
		}
		if s.role != subject && s.role != passiveSubject || len(s.ents) != 1 || s.ents[0] == rf.ents[0] || w.art.Entities[s.ents[0]].Type != t {
			continue
		}
		if u := argumentOf(w, s.tok); u != v && w.understood(v) != s.tok {
			continue
		}
		w.refs = append(w.refs, referent{block: w.block, sent: w.sent, tok: tok, role: s.role, ents: []int{s.ents[0], rf.ents[0]}, plural: true, pair: true,
			quote: rf.quote})
		return
	}
}

// coordination adds the group that ends with the conjunct tok.
func (w *walker) coordination(tok int, last referent) {
	for _, c := range w.d.Children(tok) {
		if w.d.Tokens[c].Dep == "conj" {
			return // not the last
		}
	}
	first := firstConjunct(w.d, tok)
	var ents []int
	members := []int{}
	for j := tok; ; j = w.d.Tokens[j].Head {
		members = append(members, j)
		if j == first {
			break
		}
	}
	// conjuncts may also hang side by side from the first
	for _, c := range w.d.Children(first) {
		if w.d.Tokens[c].Dep == "conj" && !has(members, int(c)) {
			members = append(members, int(c))
		}
	}
	for k := len(members) - 1; k >= 0; k-- {
		m, ok := w.at[members[k]]
		if !ok {
			return // something unnamed among them
		}
		for _, e := range w.art.Blocks[w.block].Mentions[m].Entities {
			if !has(ents, e) {
				ents = append(ents, e)
			}
		}
	}
	if len(ents) > 1 {
		last.ents, last.plural, last.group = ents, true, true
		w.refs = append(w.refs, last)
	}
}

func has(list []int, x int) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// thing notes a noun that is no entity, so that "it" can be it.
func (w *walker) thing(i int) {
	t := &w.d.Tokens[i]
	if t.EntType == "DATE" || t.EntType == "TIME" || t.EntType == "MONEY" || t.EntType == "PERCENT" {
		return
	}
	w.refs = append(w.refs, referent{block: w.block, sent: w.sent, tok: i, role: roleOf(w.d, i), lemma: strings.ToLower(t.Lemma), plural: t.Tag == "NNS",
		quote: quoteAt(w.quotes, i)})
}

// mention adds a mention and its referent.
func (w *walker) mention(m analysis.Mention) {
	if _, taken := w.at[m.Head]; taken {
		return
	}
	b := &w.art.Blocks[w.block]
	w.at[m.Head] = len(b.Mentions)
	b.Mentions = append(b.Mentions, m)
	if len(m.Entities) > 0 {
		n := len(w.refs)
		w.push(m.Head, m.Entities, m.Kind == analysis.Nominal)
		if m.Kind == analysis.Pronoun && n < len(w.refs) {
			w.refs[n].pronoun = true
		}
	}
}
