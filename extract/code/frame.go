package code

import "entente/extract/nlp"

// frame is a sentence as seen from the two parties: the verbs above each and
// the predicate that joins them.
type frame struct {
	*Reading
	src, tgt     nlp.Span
	s, t         int   // head tokens of the parties, -1 if missing
	upS, upT     []int // from each head to its root
	vs, vt       int   // the nearest verb above source and target, -1 if none
	pred         int   // the predicate that joins them
	below        bool  // the target's verb hangs below the source's
	above        bool  // the source's verb hangs below the target's
	nounS, nounT int   // the topmost noun passed on the way to the verb, -1 if none
	clause       nlp.Span
	inside       []bool // see insides
}

// newFrame reads the frame; pred is the predicate where the caller knows it,
// else -1.
func newFrame(r *Reading, sent, src, tgt nlp.Span, pred int) *frame {
	d := r.d
	f := &frame{Reading: r, src: src, tgt: tgt, s: headOf(d, src), t: headOf(d, tgt), pred: pred, clause: sent}
	f.upS, f.upT = f.up(f.s), f.up(f.t)
	f.vs, f.nounS = f.verbOn(f.upS)
	f.vt, f.nounT = f.verbOn(f.upT)
	root := f.root(sent)
	if f.vs < 0 && f.vt < 0 {
		f.vs, f.vt = root, root
	} else if f.vs < 0 {
		f.vs = f.vt
	} else if f.vt < 0 {
		f.vt = f.vs
	}
	f.below = f.vs != f.vt && dominates(d, f.vs, f.vt)
	f.above = f.vs != f.vt && dominates(d, f.vt, f.vs)
	if f.pred < 0 {
		f.pred = f.join(root)
	}
	return f
}

// up lists i and its heads to the root.
func (f *frame) up(i int) []int {
	var path []int
	for steps := 0; i >= 0 && steps < 60; steps++ {
		path = append(path, i)
		h := f.d.Tokens[i].Head
		if h == i {
			break
		}
		i = h
	}
	return path
}

// verbOn returns the first verb on the way up, and the last noun before it
// other than the party's own head.
func (f *frame) verbOn(path []int) (verb, noun int) {
	noun = -1
	for k, i := range path {
		t := &f.d.Tokens[i]
		if isVerb(t) && k > 0 {
			return i, noun
		}
		if k > 0 && nominal(t.POS) {
			noun = i
		}
	}
	if len(path) > 0 {
		return path[len(path)-1], noun
	}
	return -1, -1
}

// root is the verb that the sentence hangs on; of several sentences, of the
// longest.
func (f *frame) root(sent nlp.Span) int {
	best, size := -1, -1
	for i := sent.Start; i < sent.End; i++ {
		t := &f.d.Tokens[i]
		if t.Head != i {
			continue
		}
		l, r := f.d.Edges(i)
		n := r - l
		if isVerb(t) {
			n += 1000
		}
		if n > size {
			best, size = i, n
		}
	}
	if best >= 0 && !isVerb(&f.d.Tokens[best]) {
		// A headline or fragment: a verb right below the root serves.
		for _, c := range f.d.Children(best) {
			if t := &f.d.Tokens[c]; isVerb(t) && (t.Dep == "acl" || t.Dep == "relcl" || t.Dep == "ccomp") {
				return int(c)
			}
		}
	}
	return best
}

// join finds the predicate between the parties: the source's verb, or, where
// that only reports or introduces, the verb below it that leads to the
// target.
func (f *frame) join(root int) int {
	if f.s < 0 {
		return f.vt
	}
	if f.above {
		return f.vt
	}
	p := f.vs
	if !f.below {
		return p
	}
	for range 4 {
		if p == f.vt || !reporting(f.d.Tokens[p].Lemma) {
			return p
		}
		next := -1
		for _, i := range f.upT {
			if i == p {
				break
			}
			if t := &f.d.Tokens[i]; isVerb(t) && (t.Dep == "ccomp" || t.Dep == "xcomp" || t.Dep == "conj" || t.Dep == "advcl") {
				next = i
			}
		}
		if next < 0 {
			return p
		}
		p = next
	}
	return p
}

// reporting says whether the verb introduces what is said, so that the event
// is in its complement.
func reporting(lemma string) bool {
	switch lemma {
	case "say", "tell", "announce", "state", "report", "add", "note", "reveal", "confirm", "declare", "claim", "believe", "think",
		"know", "explain", "write", "show", "indicate", "suggest", "describe", "reiterate", "stress", "insist", "mention":
		return true
	}
	return false
}

// isVerb says whether a clause can hang on the token.
func isVerb(t *nlp.Token) bool {
	return t.POS == "VERB" || t.POS == "AUX" && t.Dep != "aux" && t.Dep != "auxpass"
}

// dominates reports whether b lies below a.
func dominates(d *nlp.Doc, a, b int) bool {
	for steps := 0; steps < 60; steps++ {
		h := d.Tokens[b].Head
		if h == b {
			return false
		}
		if h == a {
			return true
		}
		b = h
	}
	return false
}

// mask is the lemma of a token with the parties and names replaced.
func (f *frame) mask(i int) string {
	switch {
	case i >= f.src.Start && i < f.src.End:
		return "<S>"
	case i >= f.tgt.Start && i < f.tgt.End:
		return "<T>"
	}
	return f.word(i)
}

// insides says of each token from the start of the clause whether it belongs
// to the predicate's own (see inClause).
func (f *frame) insides() []bool {
	if f.inside == nil {
		f.inside = make([]bool, f.clause.End-f.clause.Start)
		for i := range f.inside {
			f.inside[i] = f.inClause(f.clause.Start + i)
		}
	}
	return f.inside
}
