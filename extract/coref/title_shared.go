package coref

import (
	"entente/schema"
)

// shared reads titles in the plural: "the Emirati and Bahraini foreign
// ministers, X and Y", "X and Y, the two foreign ministers".
func (r *resolver) shared() {
	for b := range r.art.Blocks {
		d := r.art.Blocks[b].Doc
		if d == nil {
			continue
		}
		for i := range d.Tokens {
			if t := &d.Tokens[i]; t.Tag != "NNS" && t.Tag != "NNPS" {
				continue
			}
			if l, _ := r.lemmaAt(b, i); r.lex.nouns[l].class == office || r.lex.nouns[l].field == "occupation" || r.lex.nouns[l].field == "citizen" {
				r.sharedAt(b, i)
			}
		}
	}
}

func (r *resolver) sharedAt(b, i int) {
	d := r.art.Blocks[b].Doc
	first := -1
	if t := &d.Tokens[i]; t.Dep == "appos" {
		first = t.Head
	} else if i+1 < len(d.Tokens) && (d.Tokens[i+1].Text == "," || d.Tokens[i+1].Text == ":") {
		for k := i + 2; k < min(len(d.Tokens), i+6); k++ {
			if m := r.nameOn(b, k); m != nil && m.ent >= 0 && r.art.Entities[m.ent].Type == schema.Person {
				first = m.head
				break
			}
		}
	}
	if first < 0 {
		r.listed(b, i)
		return
	}
	first = firstConjunct(d, first)
	var people []*name
	add := func(j int) {
		if m := r.nameOn(b, j); m != nil && m.head == j && m.ent >= 0 && r.art.Entities[m.ent].Type == schema.Person {
			people = append(people, m)
		}
	}
	for j, steps := first, 0; j >= 0 && steps < 6; steps++ {
		add(j)
		j = d.Child(j, "conj")
	}
	if len(people) < 2 {
		return
	}
	r.share(b, i, people, nil)
}

// listed reads a title in the plural whose holders are listed behind those
// whom they act for: "the foreign ministers of Chile and Peru, X and Y".
func (r *resolver) listed(b, i int) {
	d := r.art.Blocks[b].Doc
	if i+1 >= len(d.Tokens) || r.lower[b][i+1] != "of" {
		return
	}
	var states []int
	var people []*name
	for j := i + 2; j < min(len(d.Tokens), i+30); j++ {
		if t := &d.Tokens[j]; t.Text == "," || t.Tag == "CC" || t.Tag == "DT" {
			continue
		}
		m := r.nameOn(b, j)
		if m == nil || m.ent < 0 {
			break
		}
		if r.art.Entities[m.ent].Type == schema.Person {
			people = append(people, m)
		} else if e, ok := r.nationality(m); !ok || len(people) > 0 {
			break
		} else {
			states = append([]int{e}, states...)
		}
		j = m.end - 1
	}
	if len(states) > 1 && len(people) == len(states) {
		r.share(b, i, people, states)
	}
}

// share gives each of several people the office of the plural noun at i, for
// the states given, the last one first, or for those of the noun's own words.
func (r *resolver) share(b, i int, people []*name, states []int) {
	p := r.describe(b, i)
	if states == nil {
		states = p.states
	}
	office := singular(p.office)
	for k, m := range people {
		q := p
		q.plural, q.office = false, office
		q.field = r.fieldOf(&q)
		switch {
		case len(states) == len(people):
			q.states = []int{states[len(states)-1-k]}
		case len(states) != 1:
			q.states = nil
		}
		r.addPost(m.ent, q, "shared title")
	}
}
