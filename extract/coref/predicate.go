package coref

import (
	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// sure is how far a pronoun must be settled for what is said of it to count as
// said of its person.
const sure = 0.6

// predicatedOfPronouns reads what clauses say of persons who are named
// elsewhere: "He became foreign minister in 1996", "Varas made him head of the
// police". It runs when all pronouns are resolved, so what it finds is told
// but resolves nothing.
func (r *resolver) predicatedOfPronouns() {
	for b := range r.art.Blocks {
		if r.art.Blocks[b].Doc == nil || r.art.Blocks[b].Kind != schema.Paragraph {
			continue
		}
		for k := range r.art.Blocks[b].Mentions {
			x := &r.art.Blocks[b].Mentions[k]
			if x.Kind != analysis.Pronoun || len(x.Entities) != 1 || x.Confidence < sure || r.art.Entities[x.Entities[0]].Type != schema.Person {
				continue
			}
			switch r.lower[b][x.Head] {
			case "he", "she", "him", "her":
				r.predicated(&name{block: b, start: x.Start, end: x.End, head: x.Head, ent: x.Entities[0]})
			}
		}
	}
}

// installs are the verbs by which one gives another an office.
var installs = set("make appoint name elect declare proclaim")

// asserted reports whether verb v tells a fact: not what may, will or would
// be, nor "Had she been president, …".
func asserted(d *nlp.Doc, v int) bool {
	subject := d.Child(v, "nsubj", "nsubjpass")
	for _, c := range d.Children(v) {
		switch t := &d.Tokens[c]; {
		case t.Tag == "MD", t.Dep == "neg":
			return false
		case t.Dep == "mark" && (t.Lemma == "if" || t.Lemma == "whether" || t.Lemma == "unless"):
			return false
		case t.Dep == "aux" && int(c) < subject && (t.Lemma == "have" || t.Lemma == "be"):
			return false
		}
	}
	return true
}

// officeAs calls use for the office of "as" below verb v: "served as
// president", "succeeded her as foreign minister", "resigned as mayor". made
// says that the person is the verb's object, who is succeeded or installed.
func (r *resolver) officeAs(d *nlp.Doc, v int, made bool, use func(noun int, rule string, former bool)) {
	t := &d.Tokens[v]
	former := t.Lemma == "serve" && t.Tag == "VBD"
	switch t.Lemma {
	case "succeed", "replace":
		former = made
	case "serve", "visit", "come", "return", "travel", "act":
		if made {
			return
		}
	}
	switch t.Lemma {
	case "resign", "step", "retire", "quit":
		if t.Tag == "VBG" || t.Lemma == "step" && !hasChild(d, v, "down", "aside") {
			return
		}
		former = true
	case "take":
		if !hasChild(d, v, "over") {
			return
		}
	}
	for _, c := range d.Children(v) {
		if d.Tokens[c].Dep == "prep" && d.Tokens[c].Lemma == "as" {
			if o := d.Child(int(c), "pobj"); o >= 0 {
				use(o, "as", former)
			}
		}
	}
}

func hasChild(d *nlp.Doc, v int, lemmas ...string) bool {
	for _, c := range d.Children(v) {
		for _, l := range lemmas {
			if d.Tokens[c].Lemma == l {
				return true
			}
		}
	}
	return false
}

// isActor reports whether token o names a state or an organisation.
func (r *resolver) isActor(b, o int) bool {
	_, ok := r.nationality(r.nameOn(b, o))
	return ok
}
