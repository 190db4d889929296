package standing

import (
	"entente/extract/analysis"
	"entente/schema"
)

// branch reads the larger body that an organisation is part of: "the Quds
// Force, an arm of the Revolutionary Guards", "the Taiwan office of the State
// Council".
func (f *finder) branch(b int, m *analysis.Mention) {
	d := f.art.Blocks[b].Doc
	e := m.Entities[0]
	of := func(noun int, rule string) {
		for _, c := range d.Children(noun) {
			if d.Tokens[c].Dep != "prep" || d.Tokens[c].Lemma != "of" {
				continue
			}
			o := d.Child(int(c), "pobj")
			if o < 0 {
				continue
			}
			if whole := f.direct(b, o); whole >= 0 && whole != e && f.art.Entities[whole].Type == schema.Organization && o >= m.End {
				f.add(e, "part of", f.ref(whole), -1, nil, b, m.Head, 0.75, rule)
			}
		}
	}
	if a := d.Child(m.Head, "appos"); a >= 0 {
		switch d.Tokens[a].Lemma {
		case "part", "arm", "wing", "branch", "unit", "division", "department", "subsidiary", "offshoot", "agency":
			of(a, "branch of a body")
		}
	}
	if m.Kind == analysis.Name {
		of(m.Head, "body of a body")
	}
}

// seated reads where a body has its seat: "the agency, based in Vienna", "the
// Vienna-based agency".
func (f *finder) seated(b int, m *analysis.Mention) {
	d := f.art.Blocks[b].Doc
	e := m.Entities[0]
	at := func(o int) {
		if o < 0 {
			return
		}
		c := f.mention(b, o)
		if x := f.art.Blocks[b].MentionAt(o); x != nil && x.Via == analysis.Capital {
			return
		}
		if c >= 0 && f.art.Entities[c].Type == schema.Place {
			f.add(e, "located in", f.ref(c), -1, nil, b, m.Head, 0.8, "seat of a body")
		}
	}
	for _, c := range d.Children(m.Head) {
		t := &d.Tokens[c]
		if t.Lemma != "base" && t.Lemma != "headquarter" && t.Lemma != "headquartered" {
			continue
		}
		switch t.Dep {
		case "acl":
			if p := d.Child(int(c), "prep"); p >= 0 && d.Tokens[p].Lemma == "in" {
				at(d.Child(p, "pobj"))
			}
		case "amod":
			at(d.Child(int(c), "npadvmod"))
		}
	}
}
