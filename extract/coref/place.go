package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

var (
	placePreps  = set("since after before during in at near outside around across via through inside into towards toward beyond within above")
	motionWords = set(`travel fly flight go return visit trip come arrive arrival journey move drive sail head rush hurry route road
ambassador pilgrimage invite invitation summon stop stopover recall bring take withdraw deploy depart departure ferry carry transfer
evacuate leave escape flee embassy consulate mission delegation tour back hop jet bus train way miles kilometres km dispatch`)
	harmVerbs = set("visit leave reach tour capture seize bomb shell strike hit attack enter besiege destroy evacuate rock shake encircle overrun storm liberate pound quit flee")
	cityNouns = set(`airport street streets outskirts suburb suburbs mayor port centre center residents resident hotel university skyline bishop archbishop
summit talks talk meeting session conference agreement accord round declaration protocol treaty forum ceremony suburb district time neighbourhood`)
	partNouns = set("way city capital streets outskirts south north east west centre center siege suburb suburbs mayor town fall port region archbishop bishop heart residents people district battle")
)

// placeNames turns names into mentions. A capital or seat of power stands for
// its state where it acts and for the city where things happen.
func (r *resolver) placeNames() {
	for i := range r.names {
		m := &r.names[i]
		d := r.art.Blocks[m.block].Doc
		x := analysis.Mention{Start: m.start, End: m.end, Head: m.head, Kind: analysis.Name, Confidence: 0.95, Rule: "name"}
		switch {
		case m.demonym && m.people:
			if !r.manyPeople(m) {
				continue // "an American": a nominal
			}
			x.Kind, x.Via, x.Rule, x.Confidence = analysis.Nominal, analysis.People, "people", 0.9
			if t := r.art.Entities[m.ent].Type; t == schema.Place {
				m.ent = r.folk(m.text, m.ent)
				x.Via = analysis.Direct
			}
			if m.start > 0 && strings.EqualFold(d.Tokens[m.start-1].Text, "the") {
				x.Start--
			}
		case m.demonym:
			x.Kind, x.Via, x.Rule = analysis.Demonym, analysis.Belonging, "demonym"
		case m.known != nil && m.known.Name == "Brussels" && r.names[i].known.capitalOf != nil && r.acts(m) && r.times["European Union"] > r.times["Belgium"]:
			m.ent = r.entityOf(r.gaz.of(r.gaz.gaz.Exact("European Union")))
			x.Via, x.Rule, x.Confidence = analysis.Seat, "seat", 0.85
		case m.known != nil && m.known.capitalOf != nil && r.acts(m):
			m.ent = r.entityOf(m.known.capitalOf)
			x.Via, x.Rule, x.Confidence = analysis.Capital, "capital", 0.85
		case m.known != nil && m.known.seat != nil:
			if r.acts(m) || m.known.capitalOf != nil || d.Tokens[m.head].Dep == "dobj" {
				m.ent = r.entityOf(m.known.seat)
				x.Via, x.Rule, x.Confidence = analysis.Seat, "seat", 0.85
			}
		}
		if m.ent < 0 {
			continue
		}
		if x.Kind == analysis.Name {
			r.notePossessive(m, &x)
		}
		x.Entities = []int{m.ent}
		b := &r.art.Blocks[m.block]
		b.Mentions = append(b.Mentions, x)
	}
}

// notePossessive marks names that only say where their noun belongs.
func (r *resolver) notePossessive(m *name, x *analysis.Mention) {
	d := r.art.Blocks[m.block].Doc
	t := &d.Tokens[m.head]
	if t.Dep != "poss" && t.Dep != "compound" && t.Dep != "nmod" || t.Head == m.head {
		return
	}
	n := r.lex.nouns[d.Tokens[t.Head].Lemma]
	if x.Via == analysis.Direct && n.class != noClass && n.class != person && n.class != side {
		x.Via = analysis.Belonging
	}
}

// manyPeople reports whether a noun of origin stands for a people and not for
// one person.
func (r *resolver) manyPeople(m *name) bool {
	d := r.art.Blocks[m.block].Doc
	t := &d.Tokens[m.head]
	if t.Tag == "NNS" || t.Tag == "NNPS" || strings.HasSuffix(m.text, "s") && !strings.HasSuffix(m.text, "ss") {
		return true
	}
	det := ""
	if m.start > 0 {
		det = strings.ToLower(d.Tokens[m.start-1].Text)
	}
	if det == "a" || det == "an" || det == "another" || det == "one" {
		return false
	}
	if f := m.known; f != nil {
		for _, x := range r.gaz.gaz.Demonym(m.text) {
			if x.Plural {
				return true
			}
		}
	}
	return false
}

// acts reports whether a city's name stands for the government that sits
// there, judged by the role it plays in its clause.
func (r *resolver) acts(m *name) bool {
	d := r.art.Blocks[m.block].Doc
	i := firstConjunct(d, m.head)
	t := &d.Tokens[i]
	h := &d.Tokens[t.Head]
	low := r.lower[m.block]
	// "PRETORIA, 3 November", "Geneva (Newswire) -"
	if m.start == 0 && (m.text == strings.ToUpper(m.text) && len(m.text) > 3 || m.end < len(d.Tokens) && (d.Tokens[m.end].Text == "(" || d.Tokens[m.end].Text == "|" || d.Tokens[m.end].Text == "—" || d.Tokens[m.end].Text == "–")) {
		return false
	}
	if m.start > 0 && placePreps[low[m.start-1]] {
		return false
	}
	if m.end < len(d.Tokens) && (d.Tokens[m.end].Text == "'s" || d.Tokens[m.end].Text == "’s" || d.Tokens[m.end].Text == "'" || d.Tokens[m.end].Text == "’") {
		return t.Dep != "poss" || !cityNouns[h.Lemma]
	}
	switch t.Dep {
	case "nsubj", "csubj":
		return true
	case "nsubjpass":
		return !harmVerbs[h.Lemma]
	case "dobj", "dative", "iobj":
		return !harmVerbs[h.Lemma]
	case "poss":
		return !cityNouns[h.Lemma]
	case "agent":
		return true
	case "pobj":
		switch prep := low[t.Head]; prep {
		case "to", "from", "for":
			g := d.Tokens[h.Head].Lemma
			if motionWords[g] {
				return false
			}
			for _, c := range d.Children(h.Head) {
				if x := &d.Tokens[c]; x.Dep == "dobj" && motionWords[x.Lemma] {
					return false
				}
			}
			return true
		case "of":
			return !partNouns[d.Tokens[h.Head].Lemma]
		case "on", "over":
			return d.Tokens[h.Head].Lemma != "march" && d.Tokens[h.Head].Lemma != "descend"
		case "by", "with", "between", "against", "against.", "about", "without", "than", "like", "behind", "under", "upon", "among", "toward", "towards", "as", "besides", "unlike":
			return true
		}
		return false
	case "compound", "nmod", "amod":
		n := r.lex.nouns[h.Lemma]
		return n.class == office || n.class == government
	case "appos", "npadvmod", "ROOT", "dep", "nummod":
		return false
	}
	return t.Dep == "conj" || t.Dep == "attr" || t.Dep == "ccomp"
}

// nationality returns the entity of a demonym or place name as the state
// meant, and whether it is one.
func (r *resolver) nationality(m *name) (int, bool) {
	if m == nil || m.ent < 0 {
		return -1, false
	}
	e := m.ent
	switch r.art.Entities[e].Type {
	case schema.Country, schema.Organization, schema.Group:
		return e, true
	case schema.Place:
		if m.known != nil && m.known.capitalOf != nil {
			return r.entityOf(m.known.capitalOf), true
		}
		if m.known != nil && m.known.seat != nil {
			return r.entityOf(m.known.seat), true
		}
		return e, false
	}
	return -1, false
}

// folk returns the entity of the people of a place that is no state: "the
// Tigrayans".
func (r *resolver) folk(text string, place int) int {
	k := "folk|" + key(text)
	if e, ok := r.byKey[k]; ok {
		return e
	}
	e := r.add(text, schema.Group)
	r.byKey[k] = e
	r.art.Entities[e].Plural = true
	r.art.Entities[e].Country = r.countryOf(place)
	return e
}
