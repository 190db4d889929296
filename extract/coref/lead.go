package coref

import (
	"strings"

	"entente/schema"
)

// leadVerbs give the office of one who does them to a body.
var leadVerbs = map[string]string{"chair": "Chairman", "head": "Head", "lead": "Leader", "run": "Head", "govern": "Leader", "rule": "Ruler",
	"command": "Commander", "preside": "President"}

// led returns the token of what is led by the subject of verb v, or -1: its
// object, and of "preside" what it is done over.
func (r *resolver) led(b, v int) int {
	d := r.art.Blocks[b].Doc
	if d.Tokens[v].Lemma != "preside" {
		return d.Child(v, "dobj")
	}
	for _, c := range d.Children(v) {
		if d.Tokens[c].Lemma != "over" {
			continue
		}
		o := d.Child(int(c), "pobj")
		// "the council, over which X presides"
		if o >= 0 && d.Tokens[o].Tag == "WDT" && d.Tokens[v].Dep == "relcl" {
			return d.Tokens[v].Head
		}
		return o
	}
	return -1
}

// leads notes that a person leads what token o names or describes. Whose a
// body without a name is, shows only when all mentions are resolved; one who
// leads a delegation speaks for those who sent it.
func (r *resolver) leads(m *name, v, o int, former bool) {
	if o < 0 {
		return
	}
	verb := r.art.Blocks[m.block].Doc.Tokens[v].Lemma
	office := leadVerbs[verb]
	if office == "" {
		return
	}
	p := phraseAt(m.block, v, v+1)
	p.lemma, p.office, p.former = strings.ToLower(office), office, former
	p.kind = r.lex.nouns[p.lemma]
	p.field = r.fieldOf(&p)
	if x := r.nameOn(m.block, o); x != nil {
		e, ok := r.nationality(x)
		if !ok || verb == "preside" && r.art.Entities[e].Type != schema.Organization {
			return
		}
		p.states = []int{e}
		if r.art.Entities[e].Type == schema.Organization {
			p.org = e
		}
		r.addPost(m.ent, p, "leads")
		return
	}
	l, _ := r.lemmaAt(m.block, o)
	n := r.lex.nouns[l]
	switch {
	case r.art.Blocks[m.block].Doc.Tokens[v].Tag == "VBG" && n.field != "people":
	case n.field == "people":
		if q := r.describe(m.block, o); len(q.states) > 0 || q.possName >= 0 || q.possPronoun >= 0 {
			r.speaksFor(m, v, o)
		}
	case (n.class == organisation || n.field == "army" || n.field == "forces" || n.field == "government") && verb != "preside":
		p.ofToken = o
		r.addPost(m.ent, p, "leads")
	}
}

// leadsPassively reads "the agency, headed by X" and "the council is chaired
// by X".
func (r *resolver) leadsPassively(m *name) {
	d := r.art.Blocks[m.block].Doc
	leader := m.head
	if d.Tokens[leader].Dep == "appos" { // "led by an ally of the president, X"
		leader = d.Tokens[leader].Head
	}
	by := d.Tokens[leader].Head
	if d.Tokens[leader].Dep != "pobj" || d.Tokens[by].Dep != "agent" || r.nameOn(m.block, leader) != r.nameOn(m.block, m.head) && r.nameOn(m.block, leader) != nil {
		return
	}
	v := d.Tokens[by].Head
	if d.Tokens[v].Tag != "VBN" {
		return
	}
	o := d.Child(v, "nsubjpass")
	past := false
	for _, c := range d.Children(v) {
		past = past || r.lower[m.block][c] == "was" || r.lower[m.block][c] == "were"
	}
	switch d.Tokens[v].Dep {
	case "acl":
		o = d.Tokens[v].Head
	case "advcl": // what stands before the comma, which the parser hangs on the verb above
		if o < 0 && v >= 2 && d.Tokens[v-1].Text == "," {
			o = v - 2
		}
	}
	r.leads(m, v, o, past)
}
