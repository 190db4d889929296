package coref

import (
	"entente/extract/analysis"
	"entente/schema"
)

// servants act for the state that they belong to.
var servants = set("soldier sailor airman pilot agent officer spy guard inspector peacekeeper")

// owned resolves people by whose they are: "her soldiers" act for her state,
// "the Kenyan people" are Kenya's. It reports whether it took the phrase.
func (w *walker) owned(p *phrase, m *analysis.Mention) bool {
	people := p.lemma == "people" || p.lemma == "citizen" || p.lemma == "national"
	if !people && !(p.plural && servants[p.lemma]) || p.former || p.det == "a" || p.det == "an" {
		return false
	}
	for k := p.start; k < p.noun; k++ {
		if w.low[k] == "fellow" {
			return false
		}
	}
	owner := -1
	switch {
	case len(p.states) > 0:
		owner = p.states[0]
	case p.possName >= 0:
		owner = w.governs(p.possName)
	}
	if owner < 0 || w.art.Entities[owner].Type == schema.Place {
		return false
	}
	if people {
		set1(m, owner, analysis.People, "people of a state", 0.75)
	} else {
		set1(m, owner, analysis.Government, "servants of a state", 0.75)
	}
	return true
}
