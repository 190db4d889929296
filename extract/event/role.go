package event

import (
	"slices"
	"strings"

	"entente/extract/nlp"
)

// A role says how a token stands to a predicate: "subj", "obj", "iobj",
// "agent", "poss", "mod", "pp:with" for arguments, "obj>pp:with" for what
// hangs on an argument, "^ccomp>subj" for what stands above the predicate
// ("^" climbs to the governor). Passives, relative clauses, participles,
// control and coordination are undone, so that the same party has the same
// role however the clause is built.
//
// noRole is returned where the path is too long to mean anything.
const noRole = ""

// maxClimb and maxDescend bound the steps from a predicate to a party;
// steps along a coordination do not count.
const maxClimb, maxDescend = 5, 6

// roleOf returns the role of token t for the predicate p of the same
// sentence.
func roleOf(d *nlp.Doc, p, t int) string {
	if p == t {
		return "self"
	}
	if verbal(d, p) {
		if c := controller(d, p); c >= 0 && sameList(d, t, c) {
			if passive(d, p) {
				return "obj"
			}
			return "subj"
		}
	}
	up, down := climb(d, p, t)
	if down == nil {
		return noRole
	}
	label := ""
	at := p
	for k, q := range up {
		edge := d.Tokens[at].Dep
		rest := down
		if k+1 < len(up) {
			rest = nil // not the turning point yet
		}
		var own string
		own, rest = shared(d, at, q, edge, rest, k+1 == len(up))
		if own != "" {
			label = own
			down = rest
			at = q
			if k+1 == len(up) {
				return descend(d, label, at, down, p)
			}
			continue
		}
		switch edge {
		case "prep", "agent":
			label = join(label, "^pp:"+strings.ToLower(d.Tokens[at].Text))
		case "pobj":
			// the preposition carries the label
		default:
			label = join(label, "^"+coarse(edge))
		}
		at = q
	}
	return descend(d, label, at, down, p)
}

// climb returns the governors from p up to the lowest common ancestor of p
// and t, and the tokens from below that ancestor down to t; nil where the way
// is too long.
func climb(d *nlp.Doc, p, t int) (up, down []int) {
	const most = 40
	above := make([]int, 0, 12)
	for x, steps := p, 0; len(above) < most; {
		above = append(above, x)
		h := d.Tokens[x].Head
		if h == x {
			break
		}
		if !listed(d.Tokens[x].Dep) {
			if steps++; steps > maxClimb {
				break
			}
		}
		x = h
	}
	down = make([]int, 0, 8)
	for x, steps := t, 0; len(down) < most; {
		if k := slices.Index(above, x); k >= 0 {
			slices.Reverse(down)
			return above[1 : k+1 : k+1], down
		}
		down = append(down, x)
		h := d.Tokens[x].Head
		if h == x {
			break
		}
		if !listed(d.Tokens[x].Dep) {
			if steps++; steps > maxDescend {
				break
			}
		}
		x = h
	}
	return nil, nil
}

// listed reports whether a step only moves along a list or to another name
// of the same thing.
func listed(dep string) bool { return dep == "conj" || dep == "appos" }

// shared undoes the constructions in which a predicate shares an argument
// with its governor q. It returns the label of the argument and what is left
// of the way down, or "" where nothing is shared.
func shared(d *nlp.Doc, at, q int, edge string, down []int, last bool) (string, []int) {
	if !last {
		return "", down
	}
	first := ""
	if len(down) > 0 {
		first = d.Tokens[down[0]].Dep
	}
	switch edge {
	case "relcl":
		if len(down) == 0 || isModifier(first) {
			return relativeRole(d, at), down
		}
	case "acl":
		if len(down) == 0 || isModifier(first) {
			switch d.Tokens[at].Tag {
			case "VBN", "VBD":
				return "obj", down
			case "VBG":
				return "subj", down
			}
		}
	}
	return "", down
}

// controller returns the token that is understood as the subject of a verb
// without one of its own: that of the verb it is coordinated with, the object
// of a verb of asking above it ("called on Russia to end the war and
// withdraw"), or the subject of the verb above; -1 if the verb has a subject
// or none is understood.
func controller(d *nlp.Doc, v int) int {
	for steps := 0; steps < 6; steps++ {
		if c := d.Child(v, "nsubj", "nsubjpass", "csubj"); c >= 0 {
			if steps == 0 {
				return -1
			}
			return c
		}
		t := &d.Tokens[v]
		h := t.Head
		if h == v || !verbal(d, h) {
			return -1
		}
		switch t.Dep {
		case "conj", "advcl":
			v = h
		case "xcomp", "ccomp":
			if o := asked(d, h, v); o >= 0 {
				return o
			}
			if t.Dep == "ccomp" && t.Tag != "VB" && t.Tag != "VBG" {
				return -1
			}
			v = h
		default:
			return -1
		}
	}
	return -1
}

// asked returns the object of verb h that its complement v is understood
// with: a direct object before it, or that of a preposition of address.
func asked(d *nlp.Doc, h, v int) int {
	for _, c := range d.Children(h) {
		t := &d.Tokens[c]
		if int(c) >= v {
			break
		}
		switch t.Dep {
		case "dobj", "dative":
			if t.Dep == "dative" && t.POS == "ADP" {
				return d.Child(int(c), "pobj")
			}
			return int(c)
		case "prep":
			switch strings.ToLower(t.Text) {
			case "on", "upon", "to", "with", "for":
				if int(c) > h {
					return d.Child(int(c), "pobj")
				}
			}
		}
	}
	return -1
}

// sameList reports whether t is c, a further member of the list that c opens,
// or another name of one.
func sameList(d *nlp.Doc, t, c int) bool {
	for steps := 0; steps < 12; steps++ {
		if t == c {
			return true
		}
		if !listed(d.Tokens[t].Dep) {
			return false
		}
		t = d.Tokens[t].Head
	}
	return false
}

// isModifier reports whether a first step down stays within the noun phrase.
func isModifier(dep string) bool { return dep == "conj" || dep == "appos" }

// relativeRole returns the role that the antecedent plays in the relative
// clause of verb v.
func relativeRole(d *nlp.Doc, v int) string {
	subject := false
	for _, c := range d.Children(v) {
		t := &d.Tokens[c]
		switch t.Dep {
		case "nsubj", "nsubjpass":
			subject = true
			if isRelative(t) {
				if t.Dep == "nsubjpass" {
					return "obj"
				}
				return "subj"
			}
			if w := d.Child(int(c), "poss"); w >= 0 && isRelative(&d.Tokens[w]) {
				return "subj>poss"
			}
		case "dobj":
			if isRelative(t) {
				return "obj"
			}
		case "dative":
			if isRelative(t) {
				return "iobj"
			}
		case "advmod":
			if t.Tag == "WRB" { // "Oslo, where they met"
				return "pp:in"
			}
		case "prep":
			if o := d.Child(int(c), "pobj"); o >= 0 && isRelative(&d.Tokens[o]) {
				return "pp:" + strings.ToLower(t.Text)
			}
		}
	}
	if subject {
		return "obj"
	}
	return "subj"
}

func isRelative(t *nlp.Token) bool { return t.Tag == "WP" || t.Tag == "WDT" || t.Tag == "WP$" }

// descend appends the labels of the steps down from token at.
func descend(d *nlp.Doc, label string, at int, down []int, p int) string {
	for _, x := range down {
		dep := d.Tokens[x].Dep
		switch dep {
		case "conj", "appos":
			if at == p && label == "" {
				label = "conj"
			}
		case "pobj":
			// carried by the preposition
		case "prep":
			label = join(label, "pp:"+strings.ToLower(d.Tokens[x].Text))
		case "agent":
			label = join(label, "agent")
		case "nsubjpass":
			label = join(label, "obj")
		default:
			label = join(label, coarse(dep))
		}
		at = x
	}
	if label == "" {
		return "near"
	}
	return label
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + ">" + b
}

// coarse names a dependency label by what it says about roles.
func coarse(dep string) string {
	switch dep {
	case "nsubj", "csubj":
		return "subj"
	case "nsubjpass", "csubjpass", "dobj":
		return "obj"
	case "dative":
		return "iobj"
	case "amod", "compound", "nmod", "nummod", "quantmod":
		return "mod"
	case "npadvmod", "advmod":
		return "adv"
	}
	return dep
}

// passive reports whether verb v stands in the passive.
func passive(d *nlp.Doc, v int) bool {
	for _, c := range d.Children(v) {
		switch d.Tokens[c].Dep {
		case "nsubjpass", "auxpass", "csubjpass", "agent":
			return true
		}
	}
	return false
}

// verbal reports whether the token is a verb form.
func verbal(d *nlp.Doc, i int) bool { return d.Tokens[i].POS == "VERB" || d.Tokens[i].POS == "AUX" }
