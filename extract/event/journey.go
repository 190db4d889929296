package event

import (
	"entente/extract/analysis"
	"entente/schema"
)

// journeys are the verbs and nouns for going somewhere.
var journeys = wordSet(`fly travel journey go come arrive arrival land visit trip tour stop stopover drive sail head return
	hurry hasten rush dash set be`)

// arrive makes the visit to a city one to its state, with the city for place:
// who flew to Jeddah visited Saudi Arabia. A state's own people only travel at
// home.
func arrive(art *analysis.Article, all []*found) {
	for _, e := range all {
		town := e.b.entity
		if e.code != schema.Consult || e.b.mention == nil || art.Entities[town].Type != schema.Place || !journeys[e.k.lemma] {
			continue
		}
		state := art.Entities[town].Country
		if state < 0 || art.Entities[state].Type != schema.Country || e.a.entity == state || art.Entities[e.a.entity].Country == state {
			continue
		}
		switch art.Entities[e.a.entity].Type {
		case schema.Person, schema.Organization, schema.Group:
			e.b.entity = state
			e.place, e.placeOwn = town, true
		}
	}
}
