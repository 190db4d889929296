package event

import (
	"strings"

	"entente/extract/nlp"
)

// clause is what the words around a predicate say about it: its phrase, its
// voice, and everything that can keep it from having happened.
type clause struct {
	pred     int
	lemma    string // of the predicate, lower case
	verb     int    // the verb of the clause: the predicate, or the light verb that governs a nominal one
	phrase   string // lemma with particle and, for light verbs, object: "hold talk"
	object   string // lemma of the object noun, "" when none
	comp     string // lemma of the complement verb, "" when none
	modal    string // "will", "would", "may", …; "to" for a bare infinitive
	tense    string // "past", "present", "perfect", "base", "ing", "none"
	negated  bool
	passive  bool
	mark     string // subordinating conjunction that introduces the clause
	governor int    // verb or noun that the clause is a complement of, -1
	govDep   string // how: "ccomp", "xcomp", "acl", "pcomp", "advcl", "relcl", "conj"
	govLemma string
	quoted   bool // stands between quotation marks
	question bool
	acts     []string    // classes of the phrase in the lexicon of acts
	keys     *clauseKeys // of the words above, which many candidates of a sentence share
}

// readClause collects what is said about predicate p in the sentence.
func readClause(d *nlp.Doc, sent nlp.Span, p int) *clause {
	c := &clause{pred: p, lemma: lower(d, p), verb: p, governor: -1}
	t := &d.Tokens[p]
	if t.POS == "NOUN" || t.POS == "ADJ" {
		c.verb = lightVerb(d, p)
	}
	v := c.verb
	c.phrase = c.lemma
	if v != p {
		c.phrase = lower(d, v) + " " + c.lemma
	}
	for _, k := range d.Children(v) {
		x := &d.Tokens[k]
		switch x.Dep {
		case "prt":
			c.phrase += " " + strings.ToLower(x.Text)
		case "dobj", "attr", "oprd", "acomp":
			if c.object == "" && int(k) != p && x.POS != "PRON" {
				c.object = lower(d, int(k))
			}
		case "aux":
			switch x.Tag {
			case "MD":
				c.modal = lower(d, int(k))
			case "TO":
				if c.modal == "" {
					c.modal = "to"
				}
			}
			if x.Lemma == "have" {
				c.tense = "perfect"
			}
		case "neg":
			c.negated = true
		case "mark":
			c.mark = strings.ToLower(x.Text)
		case "advmod":
			switch strings.ToLower(x.Text) {
			case "never", "nor", "neither", "hardly", "no":
				c.negated = true
			}
			if x.Tag == "WRB" && int(k) < v && c.mark == "" {
				c.mark = strings.ToLower(x.Text)
			}
		case "xcomp", "ccomp":
			if c.comp == "" && verbal(d, int(k)) {
				c.comp = lower(d, int(k))
			}
		case "nsubj", "nsubjpass":
			if negativeDeterminer(d, int(k)) {
				c.negated = true
			}
		}
	}
	if p != v || t.POS == "NOUN" {
		c.negated = c.negated || negativeDeterminer(d, p)
	} else if o := d.Child(v, "dobj"); o >= 0 && negativeDeterminer(d, o) {
		c.negated = true
	}
	c.passive = passive(d, v) || v == p && t.Dep == "acl" && t.Tag == "VBN"
	if c.tense == "" {
		c.tense = tense(d, v)
	}
	c.governor, c.govDep = governor(d, v)
	if c.governor >= 0 {
		c.govLemma = lower(d, c.governor)
	}
	c.quoted = quoted(d, sent, v)
	c.question = sent.End > sent.Start && d.Tokens[sent.End-1].Text == "?"
	return c
}

func lower(d *nlp.Doc, i int) string { return strings.ToLower(d.Tokens[i].Lemma) }

// lightVerb returns the verb that a nominal predicate is the object (or
// attribute) of, or the noun itself.
func lightVerb(d *nlp.Doc, n int) int {
	t := &d.Tokens[n]
	switch t.Dep {
	case "dobj", "attr", "acomp", "oprd", "nsubjpass", "nsubj":
		if h := t.Head; h != n && verbal(d, h) {
			return h
		}
	}
	return n
}

func tense(d *nlp.Doc, v int) string {
	switch d.Tokens[v].Tag {
	case "VBD":
		return "past"
	case "VBN":
		for _, c := range d.Children(v) {
			if x := &d.Tokens[c]; x.Dep == "auxpass" {
				switch x.Tag {
				case "VBD":
					return "past"
				case "VBZ", "VBP":
					return "present"
				case "VB":
					return "base"
				}
			}
		}
		return "participle"
	case "VBG":
		for _, c := range d.Children(v) {
			if x := &d.Tokens[c]; x.Dep == "aux" && x.Lemma == "be" {
				return "progressive"
			}
		}
		return "ing"
	case "VBZ", "VBP":
		return "present"
	case "VB":
		return "base"
	}
	return "none"
}

// governor climbs from a clause's verb to the word that it is a complement
// of, passing coordination.
func governor(d *nlp.Doc, v int) (int, string) {
	for steps := 0; steps < 6; steps++ {
		t := &d.Tokens[v]
		if t.Head == v {
			return -1, ""
		}
		switch t.Dep {
		case "conj":
			// A second verb shares what governs the first, unless it has a
			// finite form and a subject of its own.
			if d.Child(v, "nsubj", "nsubjpass") >= 0 && d.Child(v, "aux") < 0 {
				return -1, ""
			}
			v = t.Head
		case "pobj", "pcomp":
			if p := t.Head; d.Tokens[p].Head != p {
				return d.Tokens[p].Head, t.Dep + ":" + strings.ToLower(d.Tokens[p].Text)
			}
			return -1, ""
		default:
			return t.Head, t.Dep
		}
	}
	return -1, ""
}

func negativeDeterminer(d *nlp.Doc, n int) bool {
	c := d.Child(n, "det", "neg", "preconj")
	if c < 0 {
		return strings.EqualFold(d.Tokens[n].Text, "nobody") || strings.EqualFold(d.Tokens[n].Text, "none")
	}
	switch strings.ToLower(d.Tokens[c].Text) {
	case "no", "neither":
		return true
	}
	return false
}

// quoted reports whether token i stands inside quotation marks that open and
// close in the sentence, or open before it and stay open.
func quoted(d *nlp.Doc, sent nlp.Span, i int) bool {
	open := false
	for k := sent.Start; k < i; k++ {
		switch d.Tokens[k].Text {
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		case "\"":
			open = !open
		}
	}
	return open
}

// subjectOf returns the subject of verb v, its own or the one it shares with
// the verbs that it is coordinated with or that control it; -1 if none.
func subjectOf(d *nlp.Doc, v int) int {
	for steps := 0; steps < 5; steps++ {
		if c := d.Child(v, "nsubj", "nsubjpass"); c >= 0 {
			if passive(d, v) {
				if a := d.Child(v, "agent"); a >= 0 {
					return d.Child(a, "pobj")
				}
			}
			return c
		}
		t := &d.Tokens[v]
		if t.Dep != "conj" && t.Dep != "xcomp" && t.Dep != "advcl" || t.Head == v {
			return -1
		}
		v = t.Head
	}
	return -1
}
