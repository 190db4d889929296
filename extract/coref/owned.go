package coref

import (
	"strings"

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
	if owner < 0 && !people && (p.det == "the" || p.det == "these") && w.again(p, m) {
		return true
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

// ranks are the military ranks that stand before names, short and in full.
var ranks = map[string]string{"gen": "general", "general": "general", "col": "colonel", "colonel": "colonel", "lt": "lieutenant", "lieutenant": "lieutenant",
	"maj": "major", "major": "major", "adm": "admiral", "admiral": "admiral", "capt": "captain", "captain": "captain", "brig": "brigadier",
	"brigadier": "brigadier", "commodore": "commodore", "sgt": "sergeant", "sergeant": "sergeant", "marshal": "marshal", "commander": "commander"}

// noteRank remembers the military rank before a name, so that "the colonel"
// can be its bearer.
func (r *resolver) noteRank(m *name) {
	low, i := r.lower[m.block], m.start-1
	if i > 0 && low[i] == "." {
		i--
	}
	if i < 0 {
		return
	}
	if l, ok := ranks[strings.TrimSuffix(low[i], ".")]; ok {
		r.ranked[m.ent] = l
	}
}
