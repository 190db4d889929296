package question

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/schema"
)

// parties finds the names in the question, what each can mean in the source
// and which part it plays.
func (b *builder) parties() error {
	for i := 0; i < len(b.d.Tokens); i++ {
		if b.used[i] || !b.capital(i) {
			continue
		}
		p, end, err := b.partyAt(i)
		if err != nil {
			return err
		}
		if end > i {
			b.mark(i, end)
			b.place(p)
			i = end - 1
		}
	}
	return nil
}

// capital reports whether token i begins with a capital that is its own, not
// that of the sentence.
func (b *builder) capital(i int) bool {
	t := &b.d.Tokens[i]
	r, _ := utf8.DecodeRuneInString(t.Text)
	if !unicode.IsUpper(r) {
		return false
	}
	return i > 0 || strings.Contains(b.q.Text, t.Text)
}

// nameParticles stand in names without capitals.
var nameParticles = map[string]bool{"of": true, "bin": true, "al": true, "de": true, "del": true, "la": true, "van": true, "von": true, "der": true, "da": true,
	"dos": true, "el": true, "and": true, "for": true, "the": true, "on": true, "ul": true, "ben": true, "ibn": true, "du": true, "di": true}

// partyAt reads the longest name that starts at token i: one that the source
// or the gazetteer knows, or else a run of capitalised words.
func (b *builder) partyAt(i int) (Party, int, error) {
	toks := b.d.Tokens
	end, solid := i+1, i+1 // solid: the end of the run without particles
	for end < len(toks) && end-i < 9 {
		t := &toks[end]
		glued := !toks[end-1].Space
		switch {
		case b.used[end]:
		case b.capital(end) || glued && t.Text == "-" || glued && toks[end-1].Text == "-" || glued && (t.Text == "'" || t.Text == "’") && t.Tag != "POS" || glued && t.Text == "." && end-i <= 2:
			end++
			if solid == end-1 {
				solid = end
			}
			continue
		case nameParticles[strings.ToLower(t.Text)] || t.POS == "NUM":
			end++
			continue
		}
		break
	}
	for end > solid && !b.capital(end-1) && toks[end-1].POS != "NUM" {
		end--
	}
	best := Party{}
	for e := end; e > i; e-- {
		if e > solid && e < end && !b.capital(e-1) && toks[e-1].POS != "NUM" {
			continue
		}
		text := strings.TrimRight(b.d.Slice(i, e), "-.'’ ")
		p, ok, err := b.resolve(text, i, e)
		if err != nil {
			return best, 0, err
		}
		if ok {
			return p, e, nil
		}
	}
	// "The President" names nobody, but tells the office.
	if text := strings.ToLower(b.d.Slice(i, solid)); officeNouns[text[strings.LastIndexByte(text, ' ')+1:]] {
		return Party{Text: b.d.Slice(i, solid), Name: "the " + text, Post: text, start: i, end: solid}, solid, nil
	}
	// Unknown: the run itself, unless it only opens the sentence.
	if toks[i].POS != "PROPN" && solid == i+1 {
		return best, 0, nil
	}
	text := b.d.Slice(i, solid)
	return Party{Text: text, Name: text, start: i, end: solid}, solid, nil
}

// resolve looks a name up: in the source, then as a demonym or name of the
// gazetteer, which may lead to another name of the same thing in the source.
func (b *builder) resolve(text string, start, end int) (Party, bool, error) {
	p := Party{Text: text, Name: text, start: start, end: end}
	if strings.ToLower(text) == text {
		return p, false, nil
	}
	if len(text) < 2 {
		return p, false, nil
	}
	try := func(name string) (bool, error) {
		refs, err := b.src.Resolve(b.ctx, name)
		if err != nil || len(refs) == 0 {
			return false, err
		}
		p.Name, p.Type = refs[0].Name, refs[0].Type
		for _, r := range refs {
			if r.Type == p.Type || len(p.IDs) < 3 {
				p.IDs = append(p.IDs, r.ID)
			}
		}
		return true, nil
	}
	if end-start <= 3 {
		if ds := b.gaz.Demonym(text); len(ds) > 0 && b.d.Tokens[end-1].Tag != "NNP" || len(ds) > 0 && ds[0].Entry.Name != text {
			p.Adjective = ds[0].Adjective
			for _, d := range ds {
				if ok, err := try(d.Entry.Name); ok || err != nil {
					return p, true, err
				}
			}
			p.Name = ds[0].Entry.Name
			return p, true, nil
		}
	}
	if ok, err := try(text); ok || err != nil {
		return p, true, err
	}
	if title, rest, two := strings.Cut(text, " "); two {
		if _, known := b.gaz.Honorific(strings.TrimSuffix(title, ".")); known {
			if ok, err := try(rest); ok || err != nil {
				return p, true, err
			}
		}
	}
	for _, e := range b.gaz.Lookup(text) {
		if ok, err := try(e.Name); ok || err != nil {
			return p, true, err
		}
		if e.IsState() || end-start > 1 {
			p.Name, p.Type = e.Name, e.Type
			return p, true, nil
		}
	}
	return p, false, nil
}

// place gives a name its part in the question.
func (b *builder) place(p Party) {
	toks, q := b.d.Tokens, b.q
	head := p.end - 1
	for i := p.start; i < p.end; i++ {
		if h := toks[i].Head; h < p.start || h >= p.end {
			head = i
		}
	}
	p.Role, p.Prep = b.roleOf(head)
	t := &toks[head]
	if p.Role == Inner && t.Dep != "poss" && t.Dep != "amod" {
		before := p.start - 1
		for before > q.pred && toks[before].POS == "DET" {
			before--
		}
		if before == q.pred { // "summoned Charles Rivkin", whatever the parser thinks
			p.Role = Object
		}
	}
	if before := p.start - 1; p.Prep == "" && before >= 0 && toks[before].POS == "ADP" && toks[before].Dep != "prt" { // misread by the parser
		p.Prep = strings.ToLower(toks[before].Text)
		if p.Role == Inner && t.Dep != "poss" {
			p.Role = Oblique
		}
	}
	switch t.Dep {
	case "poss", "compound", "amod", "nmod":
		if h := t.Head; h >= p.end && (toks[h].POS == "NOUN" || toks[h].POS == "PROPN") {
			p.Adjective, p.Noun = true, b.lemma(h)
			if representative[p.Noun] { // "the Ethiopian government", "Turkey's president"
				p.Role, p.Prep = b.roleOf(h)
				b.used[h] = true
			}
		}
	case "pobj":
		// "the emir of Qatar", "delegates of Argentina"
		if pr := t.Head; strings.EqualFold(toks[pr].Text, "of") {
			if h := toks[pr].Head; toks[h].POS == "NOUN" && representative[b.lemma(h)] {
				p.Adjective, p.Noun = true, b.lemma(h)
				p.Role, p.Prep = b.roleOf(h)
				b.used[h] = true
			}
		}
	}
	if b.placeOnly(&p, head) {
		if q.Place == nil {
			q.Place = &p
			return
		}
	}
	b.capitalForState(&p)
	q.Parties = append(q.Parties, p)
}

// capitalForState lets the name of a capital that acts or is acted on mean
// its state as well: "Whom did Beijing accuse?"
func (b *builder) capitalForState(p *Party) {
	if p.Type != schema.Place || p.Role == Oblique && p.Prep != "with" && p.Prep != "by" {
		return
	}
	for _, e := range b.gaz.CapitalOf(p.Text) {
		refs, err := b.src.Resolve(b.ctx, e.Name)
		if err == nil && len(refs) > 0 && refs[0].Type == schema.Country {
			p.IDs = append([]string{refs[0].ID}, p.IDs...)
			p.Name, p.Type = refs[0].Name, refs[0].Type
			return
		}
	}
}

// representative are nouns for those who act for the state that stands before
// them.
var representative = map[string]bool{"government": true, "ministry": true, "minister": true, "president": true, "leader": true, "official": true, "army": true,
	"military": true, "force": true, "troop": true, "police": true, "authority": true, "parliament": true, "delegation": true, "delegate": true, "diplomat": true,
	"ambassador": true, "envoy": true, "king": true, "emir": true, "ruler": true, "premier": true, "chancellor": true, "court": true, "navy": true, "ship": true,
	"vessel": true, "soldier": true, "guard": true, "service": true, "administration": true, "regime": true, "side": true, "embassy": true, "counterpart": true,
	"negotiator": true, "representative": true, "spokesman": true, "spokeswoman": true, "people": true, "sailor": true, "chargé": true, "faction": true}

// placeOnly reports whether a name only says where the act was.
func (b *builder) placeOnly(p *Party, head int) bool {
	t := &b.d.Tokens[head]
	if t.Dep == "poss" || t.Dep == "compound" || p.Adjective {
		return false
	}
	switch p.Prep {
	case "in", "at", "near", "off", "outside", "inside":
	default:
		return false
	}
	if p.Type == schema.Person {
		return false
	}
	if p.Type == schema.Organization || p.Type == schema.Agreement {
		return false
	}
	return p.Role == Oblique || p.Role == Inner && (p.Type == schema.Place || p.Type == schema.Country)
}

// with returns the parties that play a part.
func (q *Question) with(r Role) []Party {
	return slices.DeleteFunc(slices.Clone(q.Parties), func(p Party) bool { return p.Role != r })
}
