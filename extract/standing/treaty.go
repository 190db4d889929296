package standing

import (
	"entente/extract/analysis"
	"entente/schema"
)

// treaties reads who is party to a named agreement: those who sign, ratify or
// join it, and those it is said to be between.
func (f *finder) treaties(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if len(m.Entities) != 1 || m.Kind == analysis.Pronoun {
			continue
		}
		e := m.Entities[0]
		if f.art.Entities[e].Type != schema.Agreement {
			continue
		}
		// the whole phrase: "the New START nuclear arms control treaty"
		h := m.Head
		for d.Tokens[h].Dep == "compound" || d.Tokens[h].Dep == "nmod" || d.Tokens[h].Dep == "amod" {
			h = d.Tokens[h].Head
		}
		for _, c := range d.Children(h) {
			if t := &d.Tokens[c]; t.Dep == "prep" && (t.Lemma == "between" || t.Lemma == "with") {
				for o := d.Child(int(c), "pobj"); o >= 0; o = d.Child(o, "conj") {
					f.party(b, o, e, 0.8, "agreement between")
				}
			}
			if t := &d.Tokens[c]; t.Dep == "acl" && (t.Lemma == "sign" || t.Lemma == "conclude") {
				if a := d.Child(int(c), "agent"); a >= 0 {
					for o := d.Child(a, "pobj"); o >= 0; o = d.Child(o, "conj") {
						f.party(b, o, e, 0.75, "signed by")
					}
				}
			}
		}
		f.partyNoun(b, h, e)
		f.signedClause(b, h, e)
		v := d.Tokens[h].Head
		if d.Tokens[h].Dep == "pobj" {
			v = d.Tokens[v].Head
		}
		if d.Tokens[h].Dep == "pobj" && d.Tokens[v].Lemma == "out" { // "pulled out of the treaty"
			v = d.Tokens[v].Head
		}
		if d.Tokens[v].POS != "VERB" || !f.happened(b, v) {
			continue
		}
		switch d.Tokens[v].Lemma {
		case "sign", "ratify", "join", "conclude", "accede", "initial", "rejoin":
			if d.Tokens[h].Dep == "dobj" || d.Tokens[v].Lemma == "accede" {
				for _, who := range f.subjects(b, v) {
					f.signatory(b, who, e, v, 0.75, "signed")
				}
			} else if d.Tokens[h].Dep == "nsubjpass" {
				if a := d.Child(v, "agent"); a >= 0 {
					for o := d.Child(a, "pobj"); o >= 0; o = d.Child(o, "conj") {
						f.party(b, o, e, 0.75, "signed by")
					}
				}
			}
		case "suspend", "leave", "quit", "withdraw", "pull", "exit", "denounce", "violate", "breach":
			for _, who := range f.subjects(b, v) {
				f.signatory(b, who, e, v, 0.6, "was party when it acted on it")
			}
		}
	}
}

// signedClause reads "the treaty, which Kenya and Uganda signed in 2001".
func (f *finder) signedClause(b, h, treaty int) {
	d := f.art.Blocks[b].Doc
	for _, c := range d.Children(h) {
		t := &d.Tokens[c]
		if t.Dep != "relcl" || t.Lemma != "sign" && t.Lemma != "ratify" && t.Lemma != "conclude" || !f.happened(b, int(c)) {
			continue
		}
		if o := d.Child(int(c), "dobj"); o < 0 || d.Tokens[o].Tag != "WDT" {
			continue
		}
		for _, who := range f.subjects(b, int(c)) {
			f.signatory(b, who, treaty, int(c), 0.75, "signed")
		}
	}
}

// partyNoun reads "Kenya, a signatory of the treaty", "Kenya is a party to it".
func (f *finder) partyNoun(b, h, treaty int) {
	d := f.art.Blocks[b].Doc
	if d.Tokens[h].Dep != "pobj" {
		return
	}
	noun := d.Tokens[d.Tokens[h].Head].Head
	switch d.Tokens[noun].Lemma {
	case "signatory", "party", "member", "guarantor":
		for _, who := range f.named(b, noun) {
			f.signatory(b, who, treaty, noun, 0.8, "party in so many words")
		}
	}
}

func (f *finder) party(b, tok, treaty int, conf float64, rule string) {
	if who := f.mention(b, tok); who >= 0 {
		f.signatory(b, who, treaty, tok, conf, rule)
	}
}

// signatory states that a state or body is party; a person signs for theirs.
func (f *finder) signatory(b, who, treaty, tok int, conf float64, rule string) {
	if f.art.Entities[who].Type == schema.Person {
		if who = f.art.Entities[who].Country; who < 0 {
			return
		}
	}
	switch f.art.Entities[who].Type {
	case schema.Country, schema.Organization, schema.Group:
		f.add(who, "party to", f.ref(treaty), -1, nil, b, tok, conf, rule)
	}
}
