package coref

import (
	"iter"

	"entente/extract/nlp"
)

// predicated reads what a clause says of the person: "who is president of",
// "who chairs the African Union", "was elected president".
func (r *resolver) predicated(m *name) {
	d := r.art.Blocks[m.block].Doc
	// made: the person is the object of the verb, "whom X has named minister"
	read := func(v int, made bool) {
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
			if a := d.Child(v, "attr"); a >= 0 {
				use(a, "predicate", past && t.Lemma == "be")
			}
		case "elect", "appoint", "name", "swear", "reelect", "nominate":
			passive := d.Child(v, "auxpass") >= 0
			if (passive || made) && t.Lemma != "nominate" {
				r.officeAs(d, v, made, use)
			}
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
			for o := range objectsOf(d, v, "for") {
				if r.isActor(m.block, o) {
					r.speaksFor(m, v, o)
				}
			}
		case "speak":
			if hasChild(d, v, "up", "out") {
				return // to speak up for somebody is to defend them
			}
			for o := range objectsOf(d, v, "for") {
				r.speaksFor(m, v, o)
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
		read(t.Head, false)
	case "dobj":
		read(t.Head, true)
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
				read(int(c), o >= 0 && r.lower[m.block][o] == "whom")
			}
		}
	}
}

// speaksFor notes that a person speaks for what token o names.
func (r *resolver) speaksFor(m *name, v, o int) {
	p := phraseAt(m.block, v, o+1)
	p.lemma, p.kind, p.field, p.ofToken = "representative", r.lex.nouns["representative"], "envoy", o
	if x := r.nameOn(m.block, o); x != nil {
		if e, ok := r.nationality(x); ok {
			p.states = []int{e}
		}
	}
	r.posts = append(r.posts, post{phrase: p, person: m.ent, of: first(p.states), rule: "speaks for"})
}

// objectsOf lists what stands behind the prepositions of this lemma below
// token v.
func objectsOf(d *nlp.Doc, v int, prep string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, c := range d.Children(v) {
			if d.Tokens[c].Lemma != prep {
				continue
			}
			if o := d.Child(int(c), "pobj"); o >= 0 && !yield(o) {
				return
			}
		}
	}
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
