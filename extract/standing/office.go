package standing

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// titles turns what the text says of persons into positions, allegiances,
// citizenships and memberships.
func (f *finder) titles() {
	for k := range f.art.Titles {
		t := &f.art.Titles[k]
		switch {
		case t.Rule == "known":
			f.known(t)
		case t.Office == "" && t.Rule == "origin":
			f.origin(t)
		case t.Office == "" && t.Class == "office" && t.Rule != "speaks for":
		case t.Rule == "speaks for":
			if t.Of >= 0 {
				f.add(t.Person, "represents", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.85, t.Rule)
			}
		case t.Class == "office" || t.Class == "relative" && t.Office != "" && t.Field != "counterpart" && stateOffice(t.Field):
			f.position(t)
		case t.Class == "person":
			f.citizen(t)
			f.employed(t)
		}
	}
}

// FromList is the rule of statements that rest on the list of leaders: the
// sentence beside them only names the person.
const FromList = "list of leaders"

// known states what the list of leaders adds: the office, with the years in
// which it was held, and whom its holder acts for. The years keep the
// statement true in a year in which the office passes to another.
func (f *finder) known(t *analysis.Title) {
	if t.Of < 0 {
		return
	}
	if !t.Former {
		f.add(t.Person, "represents", f.ref(t.Of), -1, nil, t.Block, t.Start, t.Confidence, FromList)
	}
	if t.Office == "" || !stateOffice(t.Field) && t.Field != "chief" {
		return
	}
	office, period := t.Office, &t.Period
	if t.Former {
		office, period = "Former "+office, nil
	}
	f.add(t.Person, "position", officeRef(office), t.Of, period, t.Block, t.Start, t.Confidence, FromList)
}

// officeRef is the object of a statement about a position.
func officeRef(office string) schema.Ref {
	return schema.Ref{ID: schema.EntityID(office), Name: office}
}

// position states the office, and whom its holder represents.
func (f *finder) position(t *analysis.Title) {
	office := t.Office
	of := t.Of
	if of >= 0 && f.kind(of) == link.Bloc {
		if t.Field == "leader" {
			return // "the first Western leader" holds no office of the West
		}
		of = -1
	}
	switch t.Field {
	case "politician", "soldier":
		f.partisan(t)
		if t.Field == "politician" || t.Of < 0 {
			return
		}
	case "official":
		f.partisan(t) // "a Hamas official"
		return
	case "candidate", "cleric":
		return
	case "royal":
		if !strings.HasPrefix(office, "Crown") {
			return
		}
	}
	if t.To >= 0 && (t.Lemma == "ambassador" || t.Lemma == "commissioner" || t.Lemma == "envoy" || t.Lemma == "representative" || t.Lemma == "emissary") {
		name := f.art.Entities[t.To].Name
		office += " to " + article(name) + name
	}
	period := f.period(t)
	former := t.Former || period != nil && period.End != "" && period.End < f.art.Source.Date.Start
	if former {
		office = "Former " + office
	}
	// one speaks for a person on behalf of that person's state or body
	if of >= 0 && f.art.Entities[of].Type == schema.Person {
		if !former {
			f.add(t.Person, "represents", f.ref(of), -1, nil, t.Block, t.Start, 0.8, t.Rule)
			if c := f.art.Entities[of].Country; c >= 0 && f.art.Entities[of].Office != "" && !f.art.Entities[of].Former {
				f.add(t.Person, "represents", f.ref(c), -1, nil, t.Block, t.Start, 0.7, t.Rule)
			}
		}
		if t.Field != "spokes" && t.Field != "adviser" {
			of = f.art.Entities[of].Country
		}
	}
	f.add(t.Person, "position", officeRef(office), of, period, t.Block, t.Start, t.Confidence, t.Rule)
	if of < 0 {
		return
	}
	if f.art.Entities[of].Type == schema.Person {
		return
	}
	org := f.art.Entities[of].Type == schema.Organization
	if !former && (!org && (representing(t.Field) || t.Rule == "counterpart" || t.To >= 0 && t.Lemma == "commissioner") || org && (t.Field == "spokes" || t.Field == "envoy" || t.Field == "official" || t.Field == "negotiator" || t.Field == "foreign")) {
		f.add(t.Person, "represents", f.ref(of), -1, period, t.Block, t.Start, t.Confidence*0.95, t.Rule)
	}
	if org && !former && f.corporate(of, t.Field) {
		f.add(t.Person, "member of", f.ref(of), -1, period, t.Block, t.Start, t.Confidence*0.8, t.Rule)
	}
}

// article gives the article that a state's name takes inside a phrase.
func article(name string) string {
	for _, w := range [...]string{"Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia"} {
		if name == w {
			return "the "
		}
	}
	if strings.HasPrefix(name, "United ") || strings.HasPrefix(name, "European ") || strings.HasPrefix(name, "African ") || strings.HasPrefix(name, "Organi") ||
		strings.Contains(name, "Republic") || strings.HasSuffix(name, "Islands") {
		return "the "
	}
	return ""
}

// stateOffice reports whether an office belongs to a state.
func stateOffice(field string) bool {
	switch field {
	case "head", "government", "foreign", "defense", "interior", "finance", "monarch", "royal", "minister", "deputy", "leader":
		return true
	}
	return strings.HasPrefix(field, "minister:")
}

// representing reports whether the holder of an office acts for the state.
func representing(field string) bool {
	switch field {
	case "envoy", "spokes", "negotiator", "mediator", "adviser", "official", "diplomat", "elect":
		return true
	}
	return stateOffice(field)
}

// corporate reports whether those who hold such an office in a body are
// members of it: parties, armed groups, councils.
func (f *finder) corporate(org int, field string) bool {
	switch f.kind(org) {
	case link.Party, link.Armed, link.Parliament:
		return field != "spokes" || f.kind(org) != link.Parliament
	case link.Org:
		return false
	}
	low := strings.ToLower(f.art.Entities[org].Name)
	for _, w := range [...]string{"party", "council", "committee", "front", "movement", "parliament", "congress", "senate", "alliance for", "militia"} {
		if strings.Contains(low, w) && field != "spokes" {
			return true
		}
	}
	return false
}

// partisan reads "a Fatah politician", "a Hezbollah commander".
func (f *finder) partisan(t *analysis.Title) {
	if t.Of >= 0 && f.art.Entities[t.Of].Type == schema.Organization && f.corporate(t.Of, t.Field) && !t.Former {
		f.add(t.Person, "member of", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.75, t.Rule)
	}
}

// origin reads "Eritrea's Isaias Afwerki", "Ned Price of the State Department".
func (f *finder) origin(t *analysis.Title) {
	if t.Of < 0 {
		return
	}
	switch f.art.Entities[t.Of].Type {
	case schema.Country:
		if x := &f.art.Entities[t.Person]; x.Former && x.Office != "" {
			return // "Ex-president X of Chile"
		}
		// "the Americans X and Y", "Canadian X": where they are from, not whom they act for
		if d := f.art.Blocks[t.Block].Doc; t.Start > 0 {
			if dem := f.gaz.Demonym(d.Tokens[t.Start-1].Text); len(dem) > 0 {
				f.add(t.Person, "citizen of", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.7, t.Rule)
				return
			}
		}
		f.add(t.Person, "represents", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.7, t.Rule)
	case schema.Group: // "the Kurds' X"
		f.add(t.Person, "represents", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.6, t.Rule)
	case schema.Organization:
		if f.corporate(t.Of, "") {
			f.add(t.Person, "member of", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.7, t.Rule)
		}
		f.add(t.Person, "represents", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.7, t.Rule)
	}
}

// citizen reads "an American journalist", "a Kenyan national".
func (f *finder) citizen(t *analysis.Title) {
	if t.Of < 0 {
		return
	}
	switch f.art.Entities[t.Of].Type {
	case schema.Country:
		if t.Field == "citizen" || t.Field == "occupation" || t.Field == "man" || t.Field == "woman" {
			f.add(t.Person, "citizen of", f.ref(t.Of), -1, nil, t.Block, t.Start, 0.75, t.Rule)
			f.doubled(t)
		}
	case schema.Organization:
		f.partisan(t)
	}
}

// employed reads what somebody does for a living: "a CIA officer", "the
// archbishop of Lima", "a policewoman". What only befalls people (captive,
// exile) or what others call them (dissident, tycoon) is no position.
func (f *finder) employed(t *analysis.Title) {
	of := t.Of
	if t.Field != "occupation" || of >= 0 && f.art.Entities[of].Type != schema.Country && f.corporate(of, "") {
		return
	}
	switch t.Lemma {
	case "captive", "hostage", "prisoner", "detainee", "exile", "refugee", "migrant", "tourist", "dissident", "tycoon", "oligarch",
		"billionaire", "magnate", "veteran", "expert", "laureate", "spy", "nationalist", "activist", "campaigner":
		return
	}
	if of >= 0 && f.art.Entities[of].Type != schema.Country && f.art.Entities[of].Type != schema.Organization {
		of = -1 // "a Shiite cleric" is no officer of the Shiites
	}
	office := t.Office
	if t.Former {
		office = "Former " + office
	}
	f.add(t.Person, "position", officeRef(office), of, f.period(t), t.Block, t.Start, t.Confidence*0.85, t.Rule)
}

// period returns the time that the words of a title give: "president since
// 2010", "who was minister until 2004".
func (f *finder) period(t *analysis.Title) *schema.Interval {
	b := &f.art.Blocks[t.Block]
	sent := b.Doc.Sents[b.Doc.Sent(t.Start)]
	for k := range b.Times {
		x := &b.Times[k]
		if x.Interval.IsZero() || x.Start < t.Start || x.Start > min(t.End+9, sent.End-1) {
			continue
		}
		if x.Kind != analysis.Since && x.Kind != analysis.Until && x.Kind != analysis.Span {
			continue
		}
		// nothing but the title's own complements may stand between
		verb := false
		for i := t.End; i < x.Start; i++ {
			if p := b.Doc.Tokens[i].POS; p == "VERB" || b.Doc.Tokens[i].Text == "," && i > t.End {
				verb = true
			}
		}
		if !verb {
			iv := x.Interval
			return &iv
		}
	}
	return nil
}
