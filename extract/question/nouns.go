package question

import (
	"strings"

	"entente/schema"
)

// answerTypes are the types that the noun of a question allows.
var answerTypes = map[string][]schema.EntityType{
	"country": {schema.Country}, "state": {schema.Country}, "nation": {schema.Country}, "government": {schema.Country, schema.Organization},
	"neighbour": {schema.Country}, "neighbor": {schema.Country}, "power": {schema.Country},
	"person": {schema.Person}, "leader": {schema.Person}, "official": {schema.Person}, "politician": {schema.Person}, "diplomat": {schema.Person},
	"man": {schema.Person}, "woman": {schema.Person}, "mediator": {schema.Person, schema.Country, schema.Organization},
	"organization": {schema.Organization, schema.Group}, "organisation": {schema.Organization, schema.Group}, "body": {schema.Organization},
	"bloc": {schema.Organization, schema.Group}, "group": {schema.Organization, schema.Group}, "court": {schema.Organization},
	"company": {schema.Organization}, "firm": {schema.Organization}, "agency": {schema.Organization}, "institution": {schema.Organization},
	"alliance": {schema.Organization}, "party": nil,
	"city": {schema.Place}, "town": {schema.Place}, "place": {schema.Place, schema.Country}, "island": {schema.Place},
	"treaty": {schema.Agreement, schema.Other}, "agreement": {schema.Agreement, schema.Other}, "accord": {schema.Agreement, schema.Other},
	"pact": {schema.Agreement, schema.Other}, "resolution": {schema.Agreement, schema.Other}, "war": {schema.Conflict},
}

// officeNouns are nouns for holders of offices.
var officeNouns = map[string]bool{"president": true, "minister": true, "premier": true, "chancellor": true, "secretary": true, "ambassador": true, "envoy": true,
	"king": true, "queen": true, "emir": true, "sultan": true, "prince": true, "pope": true, "senator": true, "general": true, "admiral": true, "chief": true,
	"commissioner": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "governor": true, "mayor": true, "chair": true, "chairman": true,
	"director": true, "judge": true, "representative": true, "adviser": true, "advisor": true, "commander": true, "speaker": true, "secretary-general": true,
	"head": true, "vice-chair": true, "vice-president": true, "deputy": true, "consul": true, "monarch": true, "ruler": true, "chairwoman": true, "negotiator": true}

var whenNouns = map[string]bool{"year": true, "month": true, "day": true, "date": true, "week": true, "time": true}

var whereNouns = map[string]bool{"city": true, "place": true, "town": true, "location": true, "venue": true, "capital": true, "country": true, "island": true,
	"resort": true, "region": true}

var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// emptyWords say nothing that would help to find a sentence.
var emptyWords = map[string]bool{"somebody": true, "something": true, "other": true, "own": true, "part": true, "behalf": true, "there": true, "then": true,
	"any": true, "many": true, "same": true, "country": true, "both": true, "two": true}

// singular undoes the plural of a noun of a question.
func singular(n string) string {
	switch {
	case strings.HasSuffix(n, "ies"):
		return n[:len(n)-3] + "y"
	case n == "men" || n == "women":
		return n[:len(n)-2] + "an"
	case n == "people" || n == "persons":
		return "person"
	case strings.HasSuffix(n, "sses") || strings.HasSuffix(n, "ches"):
		return n[:len(n)-2]
	case strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "ss"):
		return n[:len(n)-1]
	}
	return n
}
