package coref

import (
	"strings"
	"unicode/utf8"

	"entente/extract/nlp"
)

// voteShape votes by the words of the name itself: initials, family names
// that stand first.
func (n *namer) voteShape(m *name) {
	v := &m.votes
	words := m.end - m.start
	if words < 2 || words > 4 || v[isOrganization] >= 6 || v[isPlace] >= 5 || v[isAgreement] >= 6 {
		return
	}
	if initial(n.toks[m.start].Text) && plainWord(n.toks[m.end-1].Text) { // "R Kalinde"
		v[isPerson] += 3
		return
	}
	if m.start > 0 && n.lower[m.start-1] == "late" { // "the late Tomo Kalinde"
		v[isPerson] += 3
	}
	if plain := plainWord(n.toks[m.start].Text) && plainWord(n.toks[m.end-1].Text); plain && words < 4 && v[isOrganization] == 2 && n.toks[m.start].EntType == "ORG" && (m.start == 0 || n.lower[m.start-1] != "the") && !n.commonWord(m) {
		v[isPerson] += 2 // two plain words: the recogniser takes foreign names for bodies
	}
	if plainWord(n.toks[m.start+1].Text) && n.gaz.gaz.FamilyFirst(strings.Fields(m.text)) {
		v[isPerson] += 2
	}
}

// commonWord reports whether a word of the name is a noun of the table.
func (n *namer) commonWord(m *name) bool {
	for k := m.start; k < m.end; k++ {
		if n.lex.nouns[n.lower[k]].class != noClass {
			return true
		}
	}
	return false
}

// initial reports whether a word is the initial of a given name.
func initial(s string) bool {
	s = strings.TrimSuffix(s, ".")
	return utf8.RuneCountInString(s) == 1 && capital(s)
}

// plainWord reports whether a word is a capital followed by small letters.
func plainWord(s string) bool {
	return len(s) > 2 && capital(s) && strings.ToUpper(s) != s && !strings.ContainsAny(s, "0123456789")
}

// what a noun beside a name says of it, for nouns that are not in the table
// of actors.
var (
	mediumNouns = set("paper newspaper daily weekly magazine broadcaster channel station network website airline carrier firm company refiner producer manufacturer bank trader utility monopoly conglomerate charity ngo militia")
	placeNouns  = set("town village city port suburb district province region island river lake resort base hamlet settlement oasis")
	vesselNouns = set("ship vessel boat trawler freighter tanker yacht ferry frigate destroyer submarine carrier liner satellite missile rocket drone jet fighter aircraft helicopter plane")
)

// voteNeighbours votes by the nouns that the text puts beside the name: "Arvo,
// a paper close to the court", "the port of Kesma", "the trawler Maris".
func (n *namer) voteNeighbours(m *name) {
	v := &m.votes
	words := m.end - m.start
	by := func(i int) {
		if i < 0 || i >= len(n.toks) || i >= m.start && i < m.end || n.toks[i].Tag != "NN" {
			return
		}
		l := n.lower[i]
		switch {
		case vesselNouns[l]:
			v[isOther] += 4
		case placeNouns[l]:
			v[isPlace] += 4
		case mediumNouns[l] || n.lex.nouns[l].class == organisation && l != "house":
			v[isOrganization] += 5
		}
	}
	t := &n.toks[m.head]
	if t.Dep == "appos" && (t.Head < m.start || t.Head >= m.end) && n.toks[t.Head].Dep != "pobj" {
		by(t.Head)
	}
	for _, c := range n.d.Children(m.head) {
		if n.toks[c].Dep == "appos" {
			by(int(c))
		}
	}
	if i := m.start - 1; i >= 0 && vesselNouns[n.lower[i]] && n.toks[i].Tag[0] != 'V' {
		v[isOther] += 4
	}
	// "the Elders", "the UNMA": persons have no article
	if ent := n.toks[m.start].EntType; m.start > 0 && n.lower[m.start-1] == "the" && words == 1 && ent != "LOC" && ent != "GPE" && t.Dep != "compound" && t.Dep != "amod" && t.Dep != "nmod" && t.Head != m.end {
		v[isOrganization] += 2
		v[isPerson] = max(0, v[isPerson]-2)
	}
	if s := m.text; words == 1 && len(s) >= 3 && len(s) <= 6 && strings.ToUpper(s) == s && strings.ToLower(s) != s && !n.headline && !n.personWord[s] {
		v[isOrganization]++
	}
	// "the town of X"
	if t.Dep == "pobj" && n.lower[t.Head] == "of" && placeNouns[n.lower[n.toks[t.Head].Head]] {
		v[isPlace] += 3
	}
	// "Niue's Tama Pule": whom a state has is a person, unless its last word
	// says otherwise
	if m.start >= 2 && n.toks[m.start-1].Tag == "POS" && words >= 2 && words <= 4 && plainWord(n.toks[m.start].Text) && plainWord(n.toks[m.end-1].Text) &&
		v[isOrganization] < 3 && v[isPlace] < 3 && v[isAgreement] == 0 && n.gazCountry(m.start-2) != nil && t.Dep != "compound" {
		v[isPerson] += 2
	}
}

// trustWords take "in" with a person.
var trustWords = set("trust confidence faith belief believe interest confide hope see find place")

// located returns the votes for a place that the preposition at token p gives
// to its object: "near X" tells more than "at X", which may be a target.
func (n *namer) located(p int) int8 {
	h := &n.toks[n.toks[p].Head]
	switch n.lower[p] {
	case "near", "outside", "inside":
		return 3
	case "in":
		if trustWords[h.Lemma] {
			return 1
		}
		return 3
	case "at":
		if h.POS == "NOUN" || motion(h) {
			return 2
		}
		return 1
	case "off":
		return 1
	}
	return 0
}

func motion(t *nlp.Token) bool {
	switch t.Lemma {
	case "arrive", "land", "stop", "meet", "hold", "be", "build", "station", "cross", "capture", "open":
		return true
	}
	return false
}
