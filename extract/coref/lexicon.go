package coref

import (
	"strings"
	"sync"

	data "entente/data/coref"
	"entente/extract/analysis"
)

// class is the broad kind of actor that a noun names.
type class uint8

const (
	noClass      class = iota
	office             // a post that a person holds: "president"
	relative           // a person by relation to another: "counterpart"
	person             // any other human noun: "widow"
	state              // "country", "neighbour"
	side               // "side", "party": a person, state or group as it comes
	government         // what acts for a state: "troops", "junta"
	organisation       // "agency"
	group              // people without an institution: "rebels"
	agreement          // "treaty", "deal"
)

// noun is an entry of the table of nouns.
type noun struct {
	class  class
	field  string
	gender analysis.Gender
}

// lexicon holds the word lists.
type lexicon struct {
	nouns     map[string]noun
	modifiers map[string]bool
	borders   map[string]map[string]bool // "iso3166:SA" -> its neighbours
	kinds     map[string]map[string]bool // by-word of states -> "iso3166:SA"
}

var classes = map[string]class{"office": office, "relative": relative, "person": person, "state": state, "side": side,
	"government": government, "organisation": organisation, "group": group, "agreement": agreement}

// loadLexicon reads the embedded lists once.
var loadLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{nouns: map[string]noun{}, modifiers: map[string]bool{}, kinds: map[string]map[string]bool{}, borders: map[string]map[string]bool{}}
	for f := range rows(data.Nouns) {
		if len(f) >= 4 {
			l.nouns[f[0]] = noun{classes[f[1]], f[2], gender(f[3])}
		}
	}
	for f := range rows(data.Modifiers) {
		l.modifiers[f[0]] = true
	}
	for f := range rows(data.Borders) {
		m := map[string]bool{}
		for _, code := range strings.Fields(f[1]) {
			m["iso3166:"+code] = true
		}
		l.borders["iso3166:"+f[0]] = m
	}
	for f := range rows(data.Kinds) {
		l.kinds[f[0]] = map[string]bool{}
		for _, code := range strings.Fields(f[1]) {
			l.kinds[f[0]]["iso3166:"+code] = true
		}
	}
	return l
})

func gender(s string) analysis.Gender {
	switch s {
	case "m":
		return analysis.Masculine
	case "f":
		return analysis.Feminine
	}
	return analysis.UnknownGender
}

// rows yields the fields of the lines of a table, leaving out comments.
func rows(table string) func(func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(strings.Split(line, "\t")) {
				return
			}
		}
	}
}
