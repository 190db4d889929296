package event

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/schema"
)

// Templates of the place model.
const (
	pSource uint32 = iota + 4000
	pRole
	pType
	pParty
	pPrep
	pDistance
	pCode
	pOnly
	pAge
	pLemma
	pAdverb
	pWhere
	pDay
	pMet
	pNear
	pHead
	pParties
)

type placeSource uint8

const (
	ownPlace      placeSource = iota // a mention in the sentence
	placeInForce                     // the place of an event before
	datelinePlace                    // the place of the dateline
	namedPlace                       // the place named last in the sentences before
)

// placeCandidate is a place that an event may have.
type placeCandidate struct {
	entity  int
	source  placeSource
	mention *analysis.Mention
}

// isPlace reports whether an entity can be where something happens.
func isPlace(t schema.EntityType) bool { return t == schema.Place || t == schema.Country }

// placeCandidates lists the places that an event of the sentence may have.
func (s *sentence) placeCandidates(f *flow) []placeCandidate {
	var out []placeCandidate
	for _, m := range s.mentions {
		if m.Kind == analysis.Pronoun || m.Kind == analysis.Demonym || m.Via == analysis.Government || m.Via == analysis.People {
			continue
		}
		if city := s.cityOf(m); city >= 0 {
			out = append(out, placeCandidate{city, ownPlace, m})
			continue
		}
		for _, e := range m.Entities {
			t := s.art.Entities[e].Type
			if isPlace(t) || t == schema.Organization && s.preposition(m) != "" {
				out = append(out, placeCandidate{e, ownPlace, m})
			}
		}
	}
	if f.place >= 0 {
		out = append(out, placeCandidate{f.place, placeInForce, nil})
	}
	if f.dateline < 0 {
		f.dateline = writtenFrom(s.art)
	}
	from := s.itemPlace()
	if from < 0 {
		from = f.dateline
	}
	if from >= 0 {
		out = append(out, placeCandidate{from, datelinePlace, nil})
	}
	if e := s.namedBefore(); e >= 0 && e != f.place && e != from {
		out = append(out, placeCandidate{e, namedPlace, nil})
	}
	return out
}

// preposition returns the preposition that the mention is the object of, ""
// when there is none.
func (s *sentence) preposition(m *analysis.Mention) string {
	d := s.block.Doc
	t := &d.Tokens[m.Head]
	for steps := 0; steps < 4; steps++ {
		switch t.Dep {
		case "pobj":
			return strings.ToLower(d.Tokens[t.Head].Text)
		case "conj", "appos":
			t = &d.Tokens[t.Head]
		default:
			return ""
		}
	}
	return ""
}

// placeFeatures fills v with what tells whether candidate c is the place of
// the event of clause k between entities a and b.
func (s *sentence) placeFeatures(k *clause, f *flow, all []placeCandidate, c *placeCandidate, a, b int, plover schema.Code, mode schema.Mode, v *linear.Vector) {
	*v = (*v)[:0]
	d := s.block.Doc
	src := uint32(c.source)
	own, prepped := 0, 0
	for i := range all {
		if all[i].source == ownPlace {
			own++
			switch s.preposition(all[i].mention) {
			case "in", "at":
				prepped++
			}
		}
	}
	typ := key(string(s.art.Entities[c.entity].Type))
	party := uint32(0)
	if c.entity == a {
		party = 1
	} else if c.entity == b {
		party = 2
	}
	v.Add(pSource, src)
	v.Add(pType, src, typ)
	v.Add(pParty, src, party, typ)
	v.Add(pCode, src, key(string(plover)))
	v.Add(pCode, src, key(string(plover)), party)
	v.Add(pCode, src, key(string(mode)), key(k.tense), key(k.modal))
	v.Add(pLemma, src, key(k.lemma))
	v.Add(pLemma, src, key(k.lemma), party)
	v.Add(pOnly, src, bucket(prepped))
	s.settingFeatures(k, f, c, a, b, plover, v)
	if c.source != ownPlace {
		v.Add(pOnly, src, bucket(prepped), bucket(own))
		v.Add(pAge, src, bucket(f.placeAge), flag(k.quoted))
		v.Add(pAge, src, bucket(f.placeAge), key(string(plover)))
		v.Add(pAge, src, flag(f.place == f.dateline), key(k.tense))
		v.Add(pAge, src, flag(s.index == 0), key(string(s.block.Kind)))
		return
	}
	m := c.mention
	prep := s.preposition(m)
	role := roleOf(d, k.verb, m.Head)
	role2 := roleOf(d, k.pred, m.Head)
	v.Add(pPrep, key(prep), typ)
	v.Add(pPrep, key(prep), key(string(plover)))
	v.Add(pPrep, key(prep), party)
	v.Add(pRole, key(role), typ)
	v.Add(pRole, key(generalRole(role)), party)
	v.Add(pRole, key(generalRole(role2)), key(d.Tokens[k.pred].POS), typ)
	v.Add(pDistance, bucket(abs(m.Head-k.pred)), flag(m.Head < k.pred), key(prep))
	v.Add(pDistance, bucket(verbsBetween(s, m.Head, k.pred)), key(prep))
	v.Add(pType, uint32(m.Kind), uint32(m.Via), typ, key(prep))
	v.Add(pOnly, src, bucket(prepped), key(prep))
	s.nounFeatures(k, all, c, party, v)
}
