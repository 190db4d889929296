package standing

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// followers reads whose a party or armed group is: "the Popular Front of Luis
// Quispe", "Quispe's Popular Front".
func (f *finder) followers(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if len(m.Entities) != 1 || m.Kind != analysis.Name {
			continue
		}
		e := m.Entities[0]
		if f.art.Entities[e].Type != schema.Organization || !f.corporate(e, "") || f.chamber(e) {
			continue
		}
		for _, c := range d.Children(m.Head) {
			o := -1
			switch t := &d.Tokens[c]; {
			case t.Dep == "poss":
				o = int(c)
			case t.Dep == "prep" && t.Lemma == "of":
				o = d.Child(int(c), "pobj")
			}
			if o < 0 {
				continue
			}
			if who := f.direct(b, o); who >= 0 && f.art.Entities[who].Type == schema.Person {
				f.add(who, "member of", f.ref(e), -1, nil, b, m.Head, 0.7, "one's party")
			}
		}
	}
}

// chamber reports whether a body is a parliament or council of a state or of
// states, which those whose name stands beside it need not belong to.
func (f *finder) chamber(e int) bool {
	switch f.kind(e) {
	case link.Party, link.Armed:
		return false
	case link.Parliament:
		return true
	}
	low := strings.ToLower(f.art.Entities[e].Name)
	for _, w := range [...]string{"parliament", "congress", "senate", "council", "committee"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return f.art.Entities[e].Country >= 0
}

// presiding reads states that chair a body or sit in it: "Chile, which chairs
// the league jointly with Peru", "Malta, which holds the Union's presidency",
// "Chile's seat in the league".
func (f *finder) presiding(b int) {
	d := f.art.Blocks[b].Doc
	for v := range d.Tokens {
		t := &d.Tokens[v]
		switch t.Lemma {
		case "chair", "hold":
			o := d.Child(v, "dobj")
			if t.POS != "VERB" || o < 0 || !f.happened(b, v) {
				continue
			}
			body := f.mention(b, o)
			if t.Lemma == "hold" {
				if body = -1; d.Tokens[o].Lemma == "presidency" || d.Tokens[o].Lemma == "chairmanship" || d.Tokens[o].Lemma == "chair" {
					body = f.bodyOf(b, o)
				}
			}
			if body < 0 || f.art.Entities[body].Type != schema.Organization {
				continue
			}
			who := f.subjects(b, v)
			if t.Lemma == "chair" {
				for _, c := range d.Children(v) {
					if d.Tokens[c].Dep == "prep" && d.Tokens[c].Lemma == "with" {
						for o := d.Child(int(c), "pobj"); o >= 0; o = d.Child(o, "conj") {
							if e := f.mention(b, o); e >= 0 {
								who = append(who, e)
							}
						}
					}
				}
			}
			for _, e := range who {
				if f.art.Entities[e].Type == schema.Country {
					f.add(e, "member of", f.ref(body), -1, nil, b, v, 0.75, "presides over a body")
				}
			}
		case "place", "seat":
			p, in := d.Child(v, "poss"), d.Child(v, "prep")
			if p < 0 || in < 0 || t.Tag[0] != 'N' || d.Tokens[in].Lemma != "in" && d.Tokens[in].Lemma != "on" && d.Tokens[in].Lemma != "at" {
				continue
			}
			who, o := f.mention(b, p), d.Child(in, "pobj")
			if who < 0 || o < 0 || f.art.Entities[who].Type != schema.Country {
				continue
			}
			if body := f.mention(b, o); body >= 0 && f.art.Entities[body].Type == schema.Organization {
				f.add(who, "member of", f.ref(body), -1, nil, b, v, 0.6, "a state's place in a body")
			}
		}
	}
}

// bodyOf returns the organisation that a noun belongs to: "the EU presidency",
// "the presidency of the Council", -1 when none.
func (f *finder) bodyOf(b, i int) int {
	d := f.art.Blocks[b].Doc
	for _, c := range d.Children(i) {
		o := -1
		switch x := &d.Tokens[c]; {
		case x.Dep == "prep" && x.Lemma == "of":
			o = d.Child(int(c), "pobj")
		case x.Dep == "compound" || x.Dep == "poss" || x.Dep == "nmod" || x.Dep == "amod":
			o = int(c)
		}
		if o < 0 {
			continue
		}
		if e := f.mention(b, o); e >= 0 && f.art.Entities[e].Type == schema.Organization {
			return e
		}
	}
	return -1
}
