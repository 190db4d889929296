package link

import (
	"fmt"
	"io/fs"
	"strings"
)

// Demonym is what a word like "Danish", "Dane" or "Danes" says.
type Demonym struct {
	Entry *Entry // the state, territory, people or continent
	// Adjective says that it can modify a noun ("Danish troops"); Singular
	// and Plural that it can be a noun for a person ("a Dane") or for people
	// ("Danes", "the French").
	Adjective, Singular, Plural bool
}

// Demonym returns what a demonym can refer to, the likeliest first; nil when
// the word is none. Words of more than one token ("South Korean") are joined
// by a space.
func (g *Gazetteer) Demonym(word string) []Demonym {
	if shapeOf(word) == lower {
		return nil
	}
	k := Fold(word)
	d := g.demonyms[k]
	if len(k) == 2 && shapeOf(word) != upper { // "us"
		return nil
	}
	return d
}

func (g *Gazetteer) demonym(e *Entry, adjectives, persons string) error {
	for _, a := range list(adjectives) {
		e.Adjectives = append(e.Adjectives, a)
		g.addDemonym(a, Demonym{Entry: e, Adjective: true, Plural: collective(a)})
	}
	for _, p := range list(persons) {
		one, many, ok := strings.Cut(p, "/")
		if !ok {
			return fmt.Errorf("person %q of %s: want singular/plural", p, e.Name)
		}
		e.Persons = append(e.Persons, one)
		g.addDemonym(one, Demonym{Entry: e, Singular: true})
		if many != one {
			e.Persons = append(e.Persons, many)
		}
		g.addDemonym(many, Demonym{Entry: e, Plural: true})
	}
	return nil
}

// collective reports whether the adjective, with "the", is also the noun for
// the people: "the Chinese", "the French", "the Swiss".
func collective(a string) bool {
	for _, end := range []string{"ese", "sh", "ch", "ss", "ois"} {
		if strings.HasSuffix(a, end) {
			return true
		}
	}
	return false
}

func (g *Gazetteer) addDemonym(word string, d Demonym) {
	k := Fold(word)
	all := g.demonyms[k]
	for i := range all {
		if all[i].Entry == d.Entry {
			all[i].Adjective = all[i].Adjective || d.Adjective
			all[i].Singular = all[i].Singular || d.Singular
			all[i].Plural = all[i].Plural || d.Plural
			return
		}
	}
	at := len(all)
	for at > 0 && rank(all[at-1].Entry.Kind) > rank(d.Entry.Kind) {
		at--
	}
	all = append(all, Demonym{})
	copy(all[at+1:], all[at:])
	all[at] = d
	g.demonyms[k] = all
}

// GovernmentClass says for what part of a state a noun stands when a demonym
// or a state's name qualifies it.
type GovernmentClass uint8

// The classes of government noun.
const (
	NoGovernment  GovernmentClass = iota
	GovernmentRun                 // government, ministry, administration, authorities
	Military                      // troops, forces, army, navy, warplanes
	Security                      // police, intelligence, coast guard
	Diplomats                     // diplomats, envoys, embassy, delegation, negotiators
	Officials                     // officials, spokesman, sources, aides, leaders
	Legislators                   // parliament, lawmakers, senate
	Courts                        // court, judges, prosecutors
	Citizens                      // people, voters, nationals: not the state acting
)

// ActsForState reports whether what such a body or group does is done by the
// state.
func (c GovernmentClass) ActsForState() bool { return c != NoGovernment && c != Citizens }

// GovernmentNoun returns the class of a noun, given by its lemma in lower
// case ("ministry", "troop", "official"), NoGovernment when it is none.
func (g *Gazetteer) GovernmentNoun(lemma string) GovernmentClass { return g.nouns[lemma] }

// OrganClass is a kind of organ that every state has, so that "the Danish
// foreign ministry" can be named without a list of them all.
type OrganClass string

// Organ recognises the longest phrase for an organ of state at the start of
// words ("foreign ministry", "Ministry of Foreign Affairs"), and returns its
// canonical name ("Foreign Ministry") and the number of words; 0 when there
// is none.
func (g *Gazetteer) Organ(words []string) (OrganClass, int) {
	keys, ends := wordKeys(words, 6)
	for n := len(keys); n > 0; n-- {
		if c, ok := g.organs[strings.Join(keys[:n], " ")]; ok {
			return c, ends[n-1]
		}
	}
	return "", 0
}

func (g *Gazetteer) readNouns(files fs.FS) error {
	classes := map[string]GovernmentClass{"government": GovernmentRun, "military": Military, "security": Security,
		"diplomats": Diplomats, "officials": Officials, "legislators": Legislators, "courts": Courts, "citizens": Citizens}
	g.nouns = map[string]GovernmentClass{}
	err := rows(files, "nouns.tsv", 2, func(c []string) error {
		class, ok := classes[c[0]]
		if !ok {
			return fmt.Errorf("unknown class %q", c[0])
		}
		for _, n := range list(c[1]) {
			g.nouns[n] = class
		}
		return nil
	})
	if err != nil {
		return err
	}
	g.organs = map[string]OrganClass{}
	return rows(files, "organnouns.tsv", 2, func(c []string) error {
		g.organs[Fold(c[0])] = OrganClass(c[0])
		for _, n := range list(c[1]) {
			g.organs[Fold(n)] = OrganClass(c[0])
		}
		return nil
	})
}

// wordKeys folds up to max words, leaving out hyphens that the tokenizer made
// words of their own, and says after how many of the words each key ends.
func wordKeys(words []string, max int) (keys []string, ends []int) {
	for i, w := range words {
		if w == "-" || w == "–" || w == "‑" {
			if len(keys) == 0 {
				break
			}
			continue
		}
		k := foldWord(w)
		if k == "" || len(keys) == max {
			break
		}
		for _, part := range strings.Fields(k) {
			keys = append(keys, part)
			ends = append(ends, i+1)
		}
	}
	return keys, ends
}

// foldWord is Fold for one word: an article stays.
func foldWord(w string) string {
	if strings.EqualFold(w, "the") {
		return "the"
	}
	return Fold(w)
}
