package standing

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// places reads where cities and bodies lie: "the English city of Salisbury",
// "Dong Dang, Vietnam", "in Santa Marta, on Colombia's coast", and states the
// country of a city when the article names both.
func (f *finder) places(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if len(m.Entities) != 1 || m.Kind != analysis.Name || m.Via != analysis.Direct {
			continue
		}
		e := m.Entities[0]
		if f.art.Entities[e].Type != schema.Place {
			continue
		}
		// "the English city of Salisbury", "the city of Salisbury in England"
		if t := &d.Tokens[m.Head]; t.Dep == "pobj" && d.Tokens[t.Head].Lemma == "of" {
			noun := d.Tokens[t.Head].Head
			if cityNoun(d.Tokens[noun].Lemma) {
				if c := f.countryIn(b, noun); c >= 0 {
					f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.9, "city of a state")
				}
			}
		}
		// "the Jordanian capital, Amman", "Pretoria, the capital of South Africa"
		f.capital(b, m)
		// "Port Harcourt, Nigeria", "Arusha in Tanzania"
		next := m.End
		if next+1 < len(d.Tokens) && (d.Tokens[next].Text == "," || d.Tokens[next].Text == "in") {
			if x := f.nameAt(b, next+1); x != nil && len(x.Entities) == 1 && x.Entities[0] != e && x.Via != analysis.Capital {
				o := x.Entities[0]
				in := d.Tokens[next].Text == "in" && d.Tokens[next].Head == m.Head
				closed := x.End < len(d.Tokens) && (d.Tokens[x.End].Tag == "," || d.Tokens[x.End].Tag == "." || d.Tokens[x.End].Tag == ":")
				if t := f.art.Entities[o].Type; (t == schema.Country || t == schema.Place && in) && (in || closed && f.art.Entities[e].Country == o || closed && f.art.Entities[e].Country < 0 && d.Tokens[x.Head].Dep == "appos") {
					f.add(e, "located in", f.ref(o), -1, nil, b, m.Head, 0.85, "place in a state")
				}
			}
		}
		f.described(b, m)
		// known from the gazetteer, where the article speaks of the state too
		if c := f.art.Entities[e].Country; c >= 0 && c != e && f.art.Entities[c].Type == schema.Country && f.speaksOf(c) && d.Tokens[m.Head].Dep != "compound" && f.city(e) {
			f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.75, "city of a state that the article names")
		}
	}
	f.capitals(b)
}

// described reads where a place lies from what is said of it: "Rukla, a town
// in central Lithuania", "Akmene, an air base outside the Lithuanian capital",
// "in Rukla, in western Lithuania".
func (f *finder) described(b int, m *analysis.Mention) {
	d := f.art.Blocks[b].Doc
	e := m.Entities[0]
	at := func(prep int, border bool) {
		t := &d.Tokens[prep]
		if t.Dep != "prep" || t.Lemma != "in" && !(border && (t.Lemma == "outside" || t.Lemma == "near" || t.Lemma == "of")) {
			return
		}
		o := d.Child(prep, "pobj")
		if o < 0 {
			return
		}
		c := f.mention(b, o)
		if c >= 0 && f.art.Entities[c].Type == schema.Place && f.art.Entities[c].Country >= 0 && t.Lemma != "near" {
			c = f.art.Entities[c].Country
		}
		// "in the east of Lithuania"
		if c < 0 {
			c = f.ofWhat(b, o)
		}
		if c >= 0 && c != e && f.art.Entities[c].Type == schema.Country && d.Tokens[o].Lemma != "border" {
			f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.8, "place described")
		}
	}
	if a := d.Child(m.Head, "appos"); a >= 0 && (cityNoun(d.Tokens[a].Lemma) || d.Tokens[a].Lemma == "base" || d.Tokens[a].Lemma == "airport") {
		if c := f.countryIn(b, a); c >= 0 && d.Tokens[a].Lemma != "capital" && d.Tokens[a].Lemma != "enclave" {
			f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.8, "place described")
		}
		for _, c := range d.Children(a) {
			if d.Tokens[a].Lemma == "capital" {
				break // "Tallinn, the capital of Estonia"
			}
			at(int(c), true)
		}
	}
	for _, c := range d.Children(m.Head) {
		if int(c) == m.End+1 && d.Tokens[m.End].Text == "," {
			at(int(c), false)
		}
	}
}

// city reports whether the gazetteer knows an entity as a city or site.
func (f *finder) city(e int) bool {
	for _, x := range f.gaz.Lookup(f.art.Entities[e].Name) {
		if x.Kind == link.City || x.Kind == link.Site {
			return true
		}
	}
	return false
}

func cityNoun(lemma string) bool {
	switch lemma {
	case "city", "town", "village", "port", "capital", "island", "province", "region", "resort", "suburb", "district", "state", "peninsula", "enclave":
		return true
	}
	return false
}

// nameAt returns the mention by name that starts at token i, after "the".
func (f *finder) nameAt(b, i int) *analysis.Mention {
	blk := &f.art.Blocks[b]
	if i < len(blk.Doc.Tokens) && strings.EqualFold(blk.Doc.Tokens[i].Text, "the") {
		i++
	}
	for k := range blk.Mentions {
		if m := &blk.Mentions[k]; m.Start == i && m.Kind == analysis.Name {
			return m
		}
	}
	return nil
}

// countryIn returns the state named in the phrase of noun i.
func (f *finder) countryIn(b, i int) int {
	d := f.art.Blocks[b].Doc
	for _, c := range d.Children(i) {
		x := &d.Tokens[c]
		if x.Dep != "amod" && x.Dep != "compound" && x.Dep != "poss" && x.Dep != "nmod" {
			continue
		}
		e := f.mention(b, int(c))
		if e >= 0 && f.art.Entities[e].Type == schema.Place {
			e = f.art.Entities[e].Country // "English"
		}
		if e >= 0 && f.art.Entities[e].Type == schema.Country {
			return e
		}
	}
	return -1
}

// ofWhat returns the entity behind "of" that a noun is of, -1 if none.
func (f *finder) ofWhat(b, i int) int {
	d := f.art.Blocks[b].Doc
	if p := d.Child(i, "prep"); p >= 0 && d.Tokens[p].Lemma == "of" {
		if o := d.Child(p, "pobj"); o >= 0 {
			return f.mention(b, o)
		}
	}
	return -1
}

// speaksOf reports whether the article mentions an entity by name, demonym or
// capital.
func (f *finder) speaksOf(e int) bool {
	for b := range f.art.Blocks {
		for k := range f.art.Blocks[b].Mentions {
			m := &f.art.Blocks[b].Mentions[k]
			if (m.Kind == analysis.Name || m.Kind == analysis.Demonym) && len(m.Entities) == 1 && m.Entities[0] == e {
				return true
			}
		}
	}
	return false
}

// capital reads an apposition between a city and "the capital of X".
func (f *finder) capital(b int, m *analysis.Mention) {
	d := f.art.Blocks[b].Doc
	e := m.Entities[0]
	try := func(noun int) {
		if d.Tokens[noun].Lemma != "capital" {
			return
		}
		c := f.countryIn(b, noun)
		if c < 0 {
			c = f.ofWhat(b, noun)
		}
		if c >= 0 && f.art.Entities[c].Type == schema.Country {
			f.add(e, "capital of", f.ref(c), -1, nil, b, noun, 0.9, "capital in apposition")
		}
	}
	if t := &d.Tokens[m.Head]; t.Dep == "appos" {
		try(t.Head)
	}
	if a := d.Child(m.Head, "appos"); a >= 0 {
		try(a)
	}
}

// capitals reads "in the South African capital" of an article that names the
// city elsewhere.
func (f *finder) capitals(b int) {
	blk := &f.art.Blocks[b]
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if m.Rule != "capital of a state" || len(m.Entities) != 1 {
			continue
		}
		e := m.Entities[0]
		c := f.art.Entities[e].Country
		if c < 0 || f.art.Source == nil || !strings.Contains(strings.ToLower(f.art.Source.Text), strings.ToLower(f.art.Entities[e].Name)) {
			continue
		}
		f.add(e, "capital of", f.ref(c), -1, nil, b, m.Head, 0.85, "capital of a state")
	}
}

// belonging reads the state or body that an organisation is part of:
// "Russia's Federal Security Service", "the Ukrainian navy".
func (f *finder) belonging(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if len(m.Entities) != 1 || m.Via != analysis.Direct || m.Kind == analysis.Pronoun || m.Kind == analysis.Demonym {
			continue
		}
		e := m.Entities[0]
		x := &f.art.Entities[e]
		if x.Type != schema.Organization {
			continue
		}
		for _, c := range d.Children(m.Head) {
			t := &d.Tokens[c]
			if t.Dep != "poss" && t.Dep != "amod" && t.Dep != "nmod" && t.Dep != "compound" {
				continue
			}
			o := f.mention(b, int(c))
			if o < 0 || o == e || f.art.Entities[o].Type != schema.Country {
				continue
			}
			if x.Country == o {
				f.add(e, "part of", f.ref(o), -1, nil, b, m.Head, 0.75, "body of a state")
			}
		}
		// a body that the gazetteer knows as a state's
		switch f.kind(e) {
		case link.Forces, link.Service, link.Ministry, link.Parliament, link.Organ:
			if x.Country >= 0 && f.speaksOf(x.Country) {
				f.add(e, "part of", f.ref(x.Country), -1, nil, b, m.Head, 0.7, "known body of a state")
			}
		}
		// a body with its state in its name
		if x.Country >= 0 && m.Kind == analysis.Name && f.kind(e) == "" && m.End-m.Start > 1 {
			if y := f.nameAtAny(b, m); y >= 0 && y == x.Country {
				f.add(e, "part of", f.ref(y), -1, nil, b, m.Head, 0.7, "state in the name")
			}
		}
		f.seated(b, m)
		f.branch(b, m)
		// "the embassy in Tehran", "the Human Rights Council in Geneva"
		if p := d.Child(m.Head, "prep"); p >= 0 && d.Tokens[p].Lemma == "in" {
			if o := d.Child(p, "pobj"); o >= 0 {
				if c := f.direct(b, o); c >= 0 && f.art.Entities[c].Type == schema.Place {
					f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.6, "body in a place")
				}
			}
		}
	}
}

// nameAtAny returns the state whose name or demonym a name starts with, -1
// when none.
func (f *finder) nameAtAny(b int, m *analysis.Mention) int {
	d := f.art.Blocks[b].Doc
	first := d.Tokens[m.Start].Text
	for _, x := range f.gaz.Demonym(first) {
		return f.art.Find(x.Entry.Name)
	}
	for _, x := range f.gaz.Lookup(first) {
		return f.art.Find(x.Name)
	}
	return -1
}
