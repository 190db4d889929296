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

// ofPeople resolves "Basque militants" to a group of their own and not to the
// people that they come from; it reports whether e is such a people.
func (w *walker) ofPeople(p *phrase, m *analysis.Mention, e int) bool {
	if !p.plural || p.kind.field != "rebels" || !w.art.Entities[e].Plural {
		return false
	}
	w.armed(p, m, e)
	return len(m.Entities) > 0
}

// armed makes a group of armed men known by origin alone: "Syrian rebels".
func (w *walker) armed(p *phrase, m *analysis.Mention, of int) {
	if p.noun == 0 || w.nameOn(w.block, p.noun-1) == nil {
		return // "Syria's rebels", "Syrian Islamist rebels": the same words may not come again
	}
	words := w.d.Tokens[p.noun-1].Text + " " + w.low[p.noun]
	k := "group|" + key(words)
	e, ok := w.byKey[k]
	if !ok {
		e = w.add(words, schema.Group)
		w.byKey[k] = e
		w.art.Entities[e].Plural = true
		if w.art.Entities[of].Type == schema.Country {
			w.art.Entities[e].Country = of
		}
	}
	set1(m, e, analysis.Direct, "armed group by origin", 0.7)
}
