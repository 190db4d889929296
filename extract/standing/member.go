package standing

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// memberOfParliament is the office of those who sit in one.
const memberOfParliament = "Member of Parliament"

// memberships reads the noun "member": "members of Ukraine's parliament, X
// and Y", "NATO member Bulgaria", "Austria, a member of the EU".
func (f *finder) memberships(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		l := strings.ToLower(t.Lemma)
		if l != "member" && l != "state" && l != "deputy" && l != "lawmaker" && l != "senator" && l != "mp" && l != "legislator" && l != "ally" || t.Tag[0] != 'N' {
			continue
		}
		body := f.ofWhat(b, i)
		for _, c := range d.Children(i) {
			if x := &d.Tokens[c]; body < 0 && int(c) < i && (x.Dep == "compound" || x.Dep == "nmod" || x.Dep == "amod" || x.Dep == "poss") {
				body = f.mention(b, int(c))
			}
		}
		if body < 0 || f.art.Entities[body].Type != schema.Organization || l != "member" && l != "state" && l != "ally" && !f.corporate(body, "") {
			continue
		}
		if l == "ally" && f.kind(body) != link.Org {
			continue // only alliances of states: "a NATO ally", not "an ally of the party"
		}
		if l == "state" && (i == 0 || !strings.EqualFold(d.Tokens[i-1].Text, "member")) {
			continue
		}
		list := f.named(b, i)
		if l != "ally" {
			list = append(list, f.instances(b, i)...)
		}
		for _, who := range list {
			if l == "member" && f.kind(body) == link.Parliament && f.art.Entities[who].Type == schema.Person && f.art.Entities[body].Country >= 0 {
				f.add(who, "position", officeRef(memberOfParliament), f.art.Entities[body].Country, nil, b, i, 0.8, "member of a body")
			}
			f.add(who, "member of", f.ref(body), -1, nil, b, i, 0.85, "member of a body")
		}
	}
}

// instances returns those given as examples of the plural noun i or as one of
// them: "members such as Kenya and Ghana", "Kenya is one of its members".
func (f *finder) instances(b, i int) []int {
	d := f.art.Blocks[b].Doc
	var out []int
	for _, c := range d.Children(i) {
		t := &d.Tokens[c]
		if t.Dep != "prep" || t.Lemma != "include" && !(t.Lemma == "as" && c > 0 && strings.EqualFold(d.Tokens[c-1].Text, "such")) && t.Lemma != "like" {
			continue
		}
		for o := d.Child(int(c), "pobj"); o >= 0; o = d.Child(o, "conj") {
			if e := f.direct(b, o); e >= 0 && f.art.Entities[e].Type == schema.Country {
				out = append(out, e)
			}
		}
	}
	if t := &d.Tokens[i]; t.Dep == "pobj" && d.Tokens[t.Head].Lemma == "of" {
		if one := d.Tokens[t.Head].Head; strings.EqualFold(d.Tokens[one].Text, "one") {
			out = append(out, f.named(b, one)...)
		}
	}
	return out
}

// citizens reads people by origin in apposition to their names: "an American
// detained in …", "two Canadians, X and Y"; and parties that are somebody's:
// "whose Fatah movement".
func (f *finder) citizens(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Tag[0] == 'N' && t.Dep != "compound" && t.Dep != "nmod" && t.Dep != "amod" {
			if dem := f.gaz.Demonym(t.Text); len(dem) > 0 && dem[0].Entry.IsState() && (dem[0].Singular || dem[0].Plural) {
				if c := f.art.Find(dem[0].Entry.Name); c >= 0 {
					for _, who := range f.named(b, i) {
						if f.art.Entities[who].Type == schema.Person {
							f.add(who, "citizen of", f.ref(c), -1, nil, b, i, 0.85, "people in apposition")
						}
					}
				}
			}
		}
		// "who is American"
		if s := d.Child(t.Head, "nsubj"); t.Dep == "acomp" && t.Tag[0] == 'J' && s >= 0 && d.Tokens[s].Tag != "PRP" && d.Child(t.Head, "neg") < 0 {
			if dem := f.gaz.Demonym(t.Text); len(dem) > 0 && dem[0].Entry.IsState() {
				c := f.art.Find(dem[0].Entry.Name)
				for _, who := range f.subjects(b, t.Head) {
					if c >= 0 && f.art.Entities[who].Type == schema.Person {
						f.add(who, "citizen of", f.ref(c), -1, nil, b, i, 0.8, "said of a person")
					}
				}
			}
		}
		if l := strings.ToLower(t.Lemma); l == "citizen" || l == "national" && t.Tag[0] == 'N' {
			c := f.countryIn(b, i)
			if p := d.Child(i, "poss"); c < 0 && p >= 0 {
				c = f.mention(b, p)
			}
			noun := i
			// "two of its citizens, X and Y"
			if t.Dep == "pobj" && d.Tokens[t.Head].Lemma == "of" && d.Tokens[d.Tokens[t.Head].Head].Tag == "CD" {
				noun = d.Tokens[t.Head].Head
			}
			if c >= 0 && f.art.Entities[c].Type == schema.Country {
				for _, k := range [...]int{i, noun} {
					for _, who := range f.named(b, k) {
						if f.art.Entities[who].Type == schema.Person {
							f.add(who, "citizen of", f.ref(c), -1, nil, b, i, 0.85, "citizen in apposition")
						}
					}
				}
			}
		}
		if t.Tag == "WP$" {
			who, body := f.mention(b, i), f.mention(b, t.Head)
			if who >= 0 && body >= 0 && f.art.Entities[who].Type == schema.Person && f.art.Entities[body].Type == schema.Organization && f.corporate(body, "") {
				f.add(who, "member of", f.ref(body), -1, nil, b, i, 0.75, "one's party")
			}
		}
	}
}

// named returns the entities that the noun i is in apposition to, describes
// or is predicated of.
func (f *finder) named(b, i int) []int {
	d := f.art.Blocks[b].Doc
	var out []int
	t := &d.Tokens[i]
	plural := strings.HasPrefix(t.Tag, "NNPS") || t.Tag == "NNS" || strings.HasSuffix(t.Text, "s")
	if c := d.Child(i, "det"); c >= 0 && (strings.EqualFold(d.Tokens[c].Text, "a") || strings.EqualFold(d.Tokens[c].Text, "an")) {
		plural = false
	}
	take := func(j int) {
		// "X and Y, both Canadians": the apposition hangs on the last
		for plural && d.Tokens[j].Dep == "conj" && d.Tokens[j].Head < j && f.direct(b, d.Tokens[j].Head) >= 0 {
			j = d.Tokens[j].Head
		}
		for steps := 0; j >= 0 && steps < 8; steps++ {
			if e := f.direct(b, j); e >= 0 {
				switch f.art.Entities[e].Type {
				case schema.Person, schema.Country:
					out = append(out, e)
				}
			}
			if !plural && t.Dep == "appos" {
				break // "X, an Australian, and Y, a Canadian"
			}
			j = d.Child(j, "conj")
		}
	}
	for _, c := range d.Children(i) {
		if d.Tokens[c].Dep == "appos" {
			take(int(c))
		}
	}
	switch t.Dep {
	case "appos", "compound":
		take(t.Head)
	case "attr":
		if neg := d.Child(t.Head, "neg"); neg < 0 {
			if s := d.Child(t.Head, "nsubj"); s >= 0 {
				take(s)
			}
		}
	}
	// "two sitting members of parliament, X and Y" with the names hung elsewhere
	if len(out) == 0 && plural {
		// "EU members Estonia and Latvia", the names a subject of their own
		if j := i + 1; j < len(d.Tokens) && d.Tokens[j].Dep == t.Dep && d.Tokens[j].Head == t.Head && f.direct(b, j) >= 0 {
			take(j)
			return out
		}
		for j := i + 1; j < min(len(d.Tokens), i+9); j++ {
			if d.Tokens[j].Text != "," {
				continue
			}
			for k := j + 1; k < min(len(d.Tokens), j+4); k++ {
				if e := f.direct(b, k); e >= 0 && (f.art.Entities[e].Type == schema.Person && d.Tokens[k].Dep != "nsubj" || f.art.Entities[e].Type == schema.Country && d.Tokens[k].Dep == "conj" && d.Child(k, "conj") >= 0) {
					for e := f.direct(b, k); e >= 0; e = f.direct(b, k) {
						out = append(out, e)
						if k = d.Child(k, "conj"); k < 0 {
							break
						}
					}
					return out
				}
			}
			break
		}
	}
	return out
}

// joining reads verbs of membership: "Romania joined the alliance", "the G20,
// which includes the European Union".
func (f *finder) joining(b int) {
	blk := &f.art.Blocks[b]
	d := blk.Doc
	for v := range d.Tokens {
		t := &d.Tokens[v]
		if t.POS != "VERB" {
			continue
		}
		switch t.Lemma {
		case "join", "rejoin":
			if !f.happened(b, v) {
				continue
			}
			body := f.objectBody(b, v)
			if body < 0 {
				continue
			}
			for _, who := range f.subjects(b, v) {
				if t := f.art.Entities[who].Type; t == schema.Country || t == schema.Person {
					f.add(who, "member of", f.ref(body), -1, f.since(b, v), b, v, 0.75, "joined a body")
				}
			}
		case "belong":
			body := -1
			for _, c := range d.Children(v) {
				if d.Tokens[c].Lemma == "to" {
					if o := d.Child(int(c), "pobj"); o >= 0 {
						body = f.mention(b, o)
					}
				}
			}
			if body < 0 || f.art.Entities[body].Type != schema.Organization || !f.happened(b, v) {
				continue
			}
			for _, who := range f.subjects(b, v) {
				f.add(who, "member of", f.ref(body), -1, nil, b, v, 0.8, "belongs to a body")
			}
		case "include", "comprise":
			for _, body := range f.subjects(b, v) {
				if f.art.Entities[body].Type != schema.Organization {
					continue
				}
				for k := range blk.Mentions {
					m := &blk.Mentions[k]
					if m.Head <= v || len(m.Entities) != 1 || m.Kind != analysis.Name || d.Sent(m.Head) != d.Sent(v) || !under(f, b, m.Head, v) {
						continue
					}
					e := m.Entities[0]
					if t := f.art.Entities[e].Type; (t == schema.Country || t == schema.Organization) && d.Tokens[m.Head].Dep != "poss" {
						f.add(e, "member of", f.ref(body), -1, nil, b, v, 0.7, "included in a body")
					}
				}
			}
		}
	}
}

// under reports whether token i is an object of verb v, alone or coordinated.
func under(f *finder, b, i, v int) bool {
	d := f.art.Blocks[b].Doc
	for range 6 {
		t := &d.Tokens[i]
		switch t.Dep {
		case "conj", "appos":
			i = t.Head
		case "dobj":
			return t.Head == v
		default:
			return false
		}
	}
	return false
}

// objectBody returns the organisation that is the object of verb v.
func (f *finder) objectBody(b, v int) int {
	d := f.art.Blocks[b].Doc
	o := d.Child(v, "dobj")
	if o < 0 {
		return -1
	}
	if e := f.direct(b, o); e >= 0 && f.art.Entities[e].Type == schema.Organization {
		return e
	}
	return -1
}

// subjects returns the entities that are the subject of verb v, its
// coordinated members included.
func (f *finder) subjects(b, v int) []int {
	d := f.art.Blocks[b].Doc
	s := d.Child(v, "nsubj")
	for up := v; s < 0 && d.Tokens[up].Dep == "conj"; {
		up = d.Tokens[up].Head
		s = d.Child(up, "nsubj")
	}
	var out []int
	for steps := 0; s >= 0 && steps < 8; steps++ {
		if m := f.art.Blocks[b].MentionAt(s); m != nil {
			for _, e := range m.Entities {
				dup := false
				for _, x := range out {
					dup = dup || x == e
				}
				if !dup {
					out = append(out, e)
				}
			}
		}
		s = d.Child(s, "conj")
	}
	return out
}

// happened reports whether verb v tells a fact: finite, neither negated nor
// under a modal verb or a wish.
func (f *finder) happened(b, v int) bool {
	d := f.art.Blocks[b].Doc
	for _, c := range d.Children(v) {
		x := &d.Tokens[c]
		if x.Dep == "neg" || x.Tag == "MD" || x.Tag == "TO" {
			return false
		}
		if x.Dep == "mark" && (x.Lemma == "if" || x.Lemma == "whether" || x.Lemma == "unless") {
			return false
		}
	}
	switch d.Tokens[v].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN":
		return d.Child(v, "aux", "auxpass") >= 0
	}
	return false
}

// since returns the date on which something began, as an open interval.
func (f *finder) since(b, v int) *schema.Interval {
	blk := &f.art.Blocks[b]
	for k := range blk.Times {
		x := &blk.Times[k]
		if x.Kind == analysis.Point && x.Interval.Start != "" && x.Start > v && x.Start < v+8 && blk.Doc.Sent(x.Start) == blk.Doc.Sent(v) {
			return &schema.Interval{Start: x.Interval.Start, Text: x.Interval.Text}
		}
	}
	return nil
}
