package code

import (
	"strings"

	"entente/extract/nlp"
)

// Relation names what the predicate states of the object as a verb phrase of
// lemmas: "meet", "call on", "hold talks with", "impose sanctions on", "expel
// diplomats of". It is "" if pred is no token.
func (c *Coder) Relation(d *nlp.Doc, pred int, object nlp.Span) string {
	if pred < 0 || pred >= len(d.Tokens) {
		return ""
	}
	t := &d.Tokens[pred]
	head := headOf(d, object)
	words := []string{verbOf(d, pred)}
	if t.POS == "NOUN" || t.POS == "PROPN" {
		words = nominalRelation(d, pred)
	}
	path := downTo(d, pred, head)
	if i := d.Child(pred, "prt"); i >= 0 {
		words = append(words, strings.ToLower(d.Tokens[i].Text))
	}
	if len(path) == 0 || path[0] != head && clausal(&d.Tokens[path[0]]) {
		// The object stands elsewhere: the predicate with its own object.
		if i := d.Child(pred, "dobj"); i >= 0 && t.POS == "VERB" && d.Tokens[i].POS == "NOUN" {
			words = append(words, nounOf(d, i))
		}
		return strings.Join(words, " ")
	}
	if t.POS == "VERB" || t.POS == "AUX" {
		first := path[0]
		if dep := d.Tokens[first].Dep; dep == "prep" || dep == "agent" || dep == "dative" {
			// "hold talks with Y": the object comes before the preposition.
			if i := d.Child(pred, "dobj", "nsubjpass", "attr", "acomp"); i >= 0 && d.Tokens[i].POS != "PROPN" && d.Tokens[i].POS != "PRON" {
				words = append(words, nounOf(d, i))
			}
		}
	}
	for _, i := range path {
		p := &d.Tokens[i]
		if i == head || clausal(p) {
			break
		}
		switch {
		case p.Tag == "VBG" && p.Dep == "pcomp":
			words = append(words, strings.ToLower(p.Text))
		case p.POS == "ADP" || p.POS == "SCONJ" || p.Tag == "TO" || p.Tag == "IN":
			words = append(words, strings.ToLower(p.Text))
		case p.POS == "VERB":
			words = append(words, "to", verbOf(d, i))
		case p.POS == "NOUN":
			words = append(words, nounOf(d, i))
			if k := d.Tokens[head].Dep; head >= 0 && d.Tokens[head].Head == i && (k == "poss" || k == "amod" || k == "compound" || k == "nmod") {
				words = append(words, "of")
			}
		case p.POS == "ADJ":
			words = append(words, strings.ToLower(p.Text))
		}
		if len(words) > 7 {
			break
		}
	}
	return strings.Join(words, " ")
}

// clausal reports whether a clause of its own begins with the token, which
// says something else than the predicate: "hold talks that led to …", "met
// after leaving …".
func clausal(t *nlp.Token) bool {
	if t.POS != "VERB" && t.POS != "AUX" {
		return false
	}
	switch t.Dep {
	case "ccomp", "advcl", "relcl", "acl", "conj", "parataxis":
		return true
	}
	return false
}

// verbOf is the lemma of a verb; "be" with an adjective keeps the adjective.
func verbOf(d *nlp.Doc, i int) string {
	l := strings.ToLower(d.Tokens[i].Lemma)
	if l == "be" {
		if a := d.Child(i, "acomp"); a >= 0 {
			l += " " + strings.ToLower(d.Tokens[a].Text)
		}
	}
	return l
}

// nounOf is a noun as it stands, with the compound before it.
func nounOf(d *nlp.Doc, i int) string {
	w := strings.ToLower(d.Tokens[i].Text)
	if c := d.Child(i, "compound"); c >= 0 && d.Tokens[c].POS == "NOUN" && c+1 == i {
		w = strings.ToLower(d.Tokens[c].Text) + " " + w
	}
	return w
}

// nominalRelation words a noun as a relation: with the verb that carries it
// where there is one ("hold talks"), else the noun alone.
func nominalRelation(d *nlp.Doc, i int) []string {
	t := &d.Tokens[i]
	if h := t.Head; h != i && d.Tokens[h].POS == "VERB" && (t.Dep == "dobj" || t.Dep == "nsubjpass") {
		return []string{verbOf(d, h), nounOf(d, i)}
	}
	return []string{nounOf(d, i)}
}

// downTo lists the tokens on the way from a (exclusive) down to b (inclusive);
// conjuncts on the way are left out. It is nil if b does not lie below a.
func downTo(d *nlp.Doc, a, b int) []int {
	var path []int
	for steps := 0; b >= 0 && steps < 60; steps++ {
		if b == a {
			for l, r := 0, len(path)-1; l < r; l, r = l+1, r-1 {
				path[l], path[r] = path[r], path[l]
			}
			return path
		}
		path = append(path, b)
		h := d.Tokens[b].Head
		if d.Tokens[b].Dep == "conj" || d.Tokens[b].Dep == "appos" {
			// The name takes the place of what it is joined to.
			for h != a && (d.Tokens[h].Dep == "conj" || d.Tokens[h].Dep == "appos") && d.Tokens[h].Head != h {
				h = d.Tokens[h].Head
			}
			if h == a {
				continue
			}
			h = d.Tokens[h].Head
			if h == b {
				return nil
			}
		}
		if h == b {
			return nil
		}
		b = h
	}
	return nil
}
