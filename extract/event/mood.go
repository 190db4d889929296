package event

import (
	"slices"
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// mood is what the grammar around a verb says of whether the act took place,
// and by which construction.
type mood struct {
	mode schema.Mode
	by   string
}

var actually = mood{schema.Actual, ""}

// Verbs and nouns by which an act told elsewhere in the sentence is denied,
// and the words that stand for that act.
var (
	gainsaying = wordSet("deny reject dispute dismiss refute denial")
	backward   = wordSet("which this that it charge claim allegation accusation suggestion report rumour rumor notion idea story assertion")
)

// arranged are the verbs and adjectives whose passive or attribute announces
// what follows them or what time follows them: "is expected in Rome".
var arranged = wordSet("expect due schedule slate suppose set plan head bind invite likely ready prepare poise")

// leading are the prepositions by which a word governs an act that it asks
// for, plans or denies: "a call for talks", "consented to the landing".
var leading = wordSet("to of for on about against from")

// finite reports whether the verb has a tense of its own.
func finite(d *nlp.Doc, v int) bool {
	switch d.Tokens[v].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	}
	return false
}

// moodOf reads the mood of the clause of k.
func (s *sentence) moodOf(k *clause) mood {
	d := s.block.Doc
	if !slices.Contains(modeOf[k.lemma], "say") && s.gainsaid(k) {
		return mood{schema.Denied, "gainsaid"}
	}
	m := verbMood(d, k.verb, 5)
	if m.mode == schema.Actual && k.negated {
		return mood{schema.Denied, "negated"}
	}
	if m.mode == schema.Actual && (k.tense == "present" || k.tense == "progressive" || k.tense == "base") && s.later(k) == 2 {
		return mood{schema.Planned, "present of a day to come"}
	}
	return m
}

// verbMood reads the mood of the verb or noun v, going up to what governs it
// no more than the given number of steps.
func verbMood(d *nlp.Doc, v, steps int) mood {
	t := d.Tokens
	if steps == 0 {
		return actually
	}
	// A second verb without subject shares the auxiliaries of the first.
	first := v
	for i := 0; i < 6 && t[first].Dep == "conj" && t[t[first].Head].POS == t[first].POS &&
		d.Child(first, "nsubj", "nsubjpass", "aux", "auxpass") < 0; i++ {
		if h := t[first].Head; finite(d, v) && !finite(d, h) {
			break // "urged them to go and offered help"
		} else {
			first = h
		}
	}
	if inverted(d, first) || conditional(d, first) {
		return mood{schema.Hypothetical, "condition"}
	}
	if negates(d, first) || negates(d, v) {
		return mood{schema.Denied, "negated"}
	}
	modal, to := "", false
	for _, c := range d.Children(first) {
		if x := &t[c]; x.Dep == "aux" && int(c) < first {
			switch x.Tag {
			case "MD":
				modal = strings.ToLower(x.Lemma)
			case "TO":
				to = true
			}
		}
	}
	g, dep := governor(d, first)
	if t[first].Dep == "conj" && finite(d, first) && !finite(d, t[first].Head) {
		g = -1
	}
	if _, p, ok := strings.Cut(dep, ":"); ok && !leading[p] {
		g = -1 // "in a call", "during the visit": beside the act, not what it is about
	}
	up := actually
	if g >= 0 {
		up = verbMood(d, g, steps-1)
	}
	switch modal {
	case "will", "shall", "'ll", "wo":
		if up.by == "condition" || condition(d, first) {
			return mood{schema.Hypothetical, "will if"}
		}
		return mood{schema.Planned, "will"}
	case "would":
		if g >= 0 && t[g].Tag == "VBD" && dep == "ccomp" && !condition(d, first) {
			return mood{schema.Planned, "would of the past"}
		}
		return mood{schema.Hypothetical, "would"}
	case "could", "may", "might", "can":
		return mood{schema.Hypothetical, "may"}
	case "should", "must", "ought":
		return mood{schema.Requested, "should"}
	}
	if arranged[lower(d, v)] && (t[v].POS == "ADJ" || passive(d, v)) {
		for _, c := range d.Children(v) {
			if (t[c].Dep == "aux" || t[c].Dep == "auxpass") && (t[c].Tag == "VBZ" || t[c].Tag == "VBP") {
				return mood{schema.Planned, "arranged"}
			}
		}
		if h := t[v].Head; t[v].POS == "ADJ" && (t[h].Tag == "VBZ" || t[h].Tag == "VBP") {
			return mood{schema.Planned, "arranged"}
		}
	}
	if g < 0 {
		return actually
	}
	word := lower(d, g)
	switch {
	case to && word == "be" && (dep == "xcomp" || dep == "attr" || dep == "acomp"):
		return mood{schema.Planned, "be to"}
	case dep == "xcomp" || dep == "ccomp" || dep == "acl" || strings.HasPrefix(dep, "pcomp") || strings.HasPrefix(dep, "pobj") || dep == "dobj" || dep == "relcl":
		if gainsaying[word] && dep != "relcl" {
			return mood{schema.Denied, "denied"}
		}
		bare := to || t[first].Tag == "VB" || strings.HasPrefix(dep, "pcomp") || strings.HasPrefix(dep, "pobj")
		if bare && dep != "relcl" {
			for _, c := range modeOf[word] {
				switch c {
				case "request":
					return mood{schema.Requested, "asked"}
				case "plan":
					return mood{schema.Planned, "intended"}
				case "doubt":
					return mood{schema.Hypothetical, "doubted"}
				case "deny":
					return mood{schema.Denied, "refused"}
				}
			}
		}
	case dep == "advcl":
		if to && up.mode != schema.Actual {
			return mood{up.mode, "purpose"}
		}
		if to {
			return mood{schema.Actual, "purpose"}
		}
		return actually
	}
	if up.by == "condition" {
		return mood{schema.Hypothetical, "within a condition"}
	}
	if up.mode != schema.Actual && dep != "relcl" && dep != "advcl" && (to || t[first].Tag == "VB" || t[first].Tag == "VBG" || t[first].POS == "NOUN") {
		return mood{up.mode, "within"}
	}
	return actually
}

// inverted reports whether a clause without conjunction opens with its
// auxiliary: "had they met", "should it fail", "were he to go".
func inverted(d *nlp.Doc, v int) bool {
	t := d.Tokens
	subject := d.Child(v, "nsubj", "nsubjpass")
	if subject < 0 || subject > v {
		return false
	}
	for _, c := range d.Children(v) {
		x := &t[c]
		if x.Dep != "aux" && x.Dep != "auxpass" || int(c) > subject {
			continue
		}
		if w := strings.ToLower(x.Text); w != "had" && w != "should" && w != "were" {
			return false
		}
		sent := d.Sents[d.Sent(v)]
		end := sent.End - 1
		return t[end].Text != "?"
	}
	return false
}

// conditional reports whether the verb's own clause is a condition or an open
// question.
func conditional(d *nlp.Doc, v int) bool {
	for _, c := range d.Children(v) {
		if int(c) > v {
			break
		}
		if d.Tokens[c].Dep == "mark" {
			switch strings.ToLower(d.Tokens[c].Text) {
			case "if", "unless", "whether", "lest", "provided":
				return true
			}
		}
	}
	return false
}

// condition reports whether a condition hangs on the verb.
func condition(d *nlp.Doc, v int) bool {
	for _, c := range d.Children(v) {
		if x := &d.Tokens[c]; x.Dep == "advcl" && (conditional(d, int(c)) || inverted(d, int(c))) {
			return true
		}
	}
	return false
}

// negates reports whether the verb or noun itself is negated, by a particle,
// by its subject or by its object.
func negates(d *nlp.Doc, v int) bool {
	for _, c := range d.Children(v) {
		x := &d.Tokens[c]
		switch x.Dep {
		case "neg":
			// "no longer" ends what was; it does not deny it.
			if w := strings.ToLower(x.Text); w == "no" {
				continue
			}
			return true
		case "advmod", "preconj", "cc":
			switch strings.ToLower(x.Text) {
			case "never", "nor", "neither", "hardly", "scarcely":
				if x.Dep != "cc" || int(c) < v {
					return true
				}
			}
		case "nsubj", "nsubjpass", "dobj", "attr":
			if negativeDeterminer(d, int(c)) {
				return true
			}
			switch strings.ToLower(x.Text) {
			case "nothing", "nobody", "none":
				return true
			}
		}
	}
	return d.Tokens[v].POS == "NOUN" && negativeDeterminer(d, v)
}

// gainsaid reports whether the sentence itself denies what the clause tells:
// "…, which Rome denies", "…, a charge it has rejected".
func (s *sentence) gainsaid(k *clause) bool {
	d := s.block.Doc
	for i := s.span.Start; i < s.span.End; i++ {
		if !gainsaying[lower(d, i)] || i == k.pred || i == k.verb || under(d, k.verb, i) && d.Tokens[i].Dep != "relcl" {
			continue
		}
		t := &d.Tokens[i]
		if o := d.Child(i, "dobj", "nsubjpass"); o >= 0 && backward[lower(d, o)] && o < i {
			switch t.Dep {
			case "relcl", "advcl", "conj", "ccomp", "parataxis":
				return i > k.pred
			}
		}
		if t.Dep == "relcl" && i > k.pred && backward[lower(d, t.Head)] && t.Head > k.pred {
			return true
		}
	}
	return false
}
