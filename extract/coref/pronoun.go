package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// pronoun resolves the pronoun at token i.
func (w *walker) pronoun(i int) {
	if w.done[i] {
		return
	}
	w.done[i] = true
	t := &w.d.Tokens[i]
	m := analysis.Mention{Start: i, End: i + 1, Head: i, Kind: analysis.Pronoun}
	switch low := w.low[i]; low {
	case "he", "him", "his", "himself":
		w.third(&m, analysis.Masculine, low == "himself")
	case "she", "her", "hers", "herself":
		w.third(&m, analysis.Feminine, low == "herself")
	case "it", "its", "itself":
		if low == "it" && w.pleonastic(i) {
			return
		}
		w.third(&m, analysis.Neuter, low == "itself")
	case "they", "them", "their", "theirs", "themselves":
		w.they(&m, low == "themselves")
	case "who", "whom", "which", "that", "whose":
		w.relative(&m, i)
	default:
		return // I, we, you: when the speaker is known
	}
	if len(m.Entities) == 0 && t.Tag != "PRP" && t.Tag != "PRP$" {
		return
	}
	w.mention(m)
}

// relative resolves a relative pronoun to the noun that its clause modifies.
func (w *walker) relative(m *analysis.Mention, i int) {
	v := i
	for range 8 {
		if w.d.Tokens[v].Dep == "relcl" {
			break
		}
		h := w.d.Tokens[v].Head
		if h == v {
			return
		}
		v = h
	}
	if w.d.Tokens[v].Dep != "relcl" {
		return
	}
	h := w.d.Tokens[v].Head
	if h >= i {
		return
	}
	k, ok := w.at[h]
	if !ok {
		return
	}
	x := &w.art.Blocks[w.block].Mentions[k]
	m.Entities = x.Entities
	if w.d.Tokens[v].Morph != "" && len(x.Entities) == 1 && strings.HasPrefix(w.low[i], "who") && w.low[i] != "whose" {
		// "A and B, who": both when the verb is plural
		if f := firstConjunct(w.d, h); f != h {
			for _, c := range w.d.Children(v) {
				if w.low[c] == "have" || w.low[c] == "are" || w.low[c] == "were" {
					if n := len(w.refs); n > 0 && w.refs[n-1].group {
						m.Entities = w.refs[n-1].ents
					}
				}
			}
		}
	}
	m.Rule, m.Confidence = "relative clause", 0.95
	m.Via = x.Via
	if w.low[i] == "who" || w.low[i] == "whom" {
		// people, however the parser attached the clause
		if len(m.Entities) == 1 && w.art.Entities[m.Entities[0]].Type != schema.Person && m.Via == analysis.Direct && x.Kind == analysis.Name || x.Kind == analysis.Nominal && h < i-1 && len(x.Entities) == 1 &&
			w.art.Entities[x.Entities[0]].Type == schema.Organization {
			for k := len(w.refs) - 1; k >= w.from; k-- {
				rf := &w.refs[k]
				if rf.block != w.block || rf.sent != w.sent || i-rf.tok > 4 {
					break
				}
				if len(rf.ents) > 0 && w.art.Entities[rf.ents[0]].Type == schema.Person {
					m.Entities, m.Via, m.Confidence = rf.ents, analysis.Direct, 0.8
					break
				}
			}
		}
	}
}

// pleonastic reports whether "it" stands for nothing.
func (w *walker) pleonastic(i int) bool {
	t := &w.d.Tokens[i]
	v := t.Head
	if t.Dep == "expl" {
		return true
	}
	if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
		return false
	}
	x := &w.d.Tokens[v]
	switch x.Lemma {
	case "be":
		for _, c := range w.d.Children(v) {
			y := &w.d.Tokens[c]
			switch y.Dep {
			case "ccomp", "csubj", "relcl", "advcl":
				return true
			case "acomp":
				for _, g := range w.d.Children(int(c)) {
					if dep := w.d.Tokens[g].Dep; dep == "xcomp" || dep == "ccomp" {
						return true
					}
				}
				if y.Lemma == "unclear" || y.Lemma == "clear" || y.Lemma == "likely" || y.Lemma == "unlikely" || y.Lemma == "possible" || y.Lemma == "not" {
					return true
				}
			case "attr":
				for _, g := range w.d.Children(int(c)) {
					if dep := w.d.Tokens[g].Dep; dep == "relcl" || dep == "acl" {
						return true
					}
				}
				if y.EntType == "DATE" || y.EntType == "TIME" || y.Lemma == "time" {
					return true
				}
			case "xcomp":
				return true
			}
		}
	case "seem", "appear", "emerge", "happen", "turn", "transpire", "remain", "follow", "take", "rain", "snow":
		if x.Lemma == "take" {
			return w.d.Child(v, "xcomp", "advcl") >= 0
		}
		return w.d.Child(v, "ccomp", "xcomp", "acomp", "prt") >= 0
	case "say", "think", "believe", "report", "expect", "hope", "know", "announce", "reveal", "agree":
		return t.Dep == "nsubjpass" || w.d.Child(v, "auxpass") >= 0
	}
	return false
}

// third resolves a third-person singular pronoun.
func (w *walker) third(m *analysis.Mention, g analysis.Gender, reflexive bool) {
	if e := w.ahead(m.Head); e >= 0 && w.agrees(e, g) {
		set1(m, e, analysis.Direct, "pronoun ahead of its subject", 0.85)
		return
	}
	if e := w.above(m.Head); e >= 0 && w.agrees(e, g) {
		set1(m, e, analysis.Direct, "pronoun below its subject", 0.85)
		return
	}
	if e := w.reporter(m.Head); e >= 0 && w.agrees(e, g) {
		set1(m, e, analysis.Direct, "pronoun of one who reports", 0.8)
		return
	}
	c := w.speaks(m.Head)
	if c.ents == nil {
		c = w.rank(m.Head, need{gender: g, reflexive: reflexive, accept: w.ownsOffice(m.Head)})
	}
	if c.ents == nil {
		return
	}
	m.Entities = c.ents
	m.Rule, m.Confidence = "pronoun", c.confidence
	if g != analysis.Neuter && len(c.ents) == 1 {
		if e := &w.art.Entities[c.ents[0]]; e.Gender == analysis.UnknownGender && w.leans(c.ents[0], g) > -0.5 {
			e.Gender = g
		}
	}
}

// ahead returns the entity of the subject that a clause before it leaves out,
// for a possessive in that clause: "Praised by his rivals, Saar resigned". It
// is -1 when the pronoun stands in no such clause.
func (w *walker) ahead(i int) int {
	if w.d.Tokens[i].Dep == "nsubj" {
		return w.fronted(i)
	}
	if w.d.Tokens[i].Tag != "PRP$" {
		return -1
	}
	for v := clauseVerb(w.d, i); v >= 0; v = clauseVerb(w.d, v) {
		if s := w.understood(v); s > i {
			if k, ok := w.at[s]; ok {
				if x := &w.art.Blocks[w.block].Mentions[k]; x.Kind == analysis.Name && len(x.Entities) == 1 {
					return x.Entities[0]
				}
			}
			return -1
		}
		if w.d.Child(v, "nsubj", "nsubjpass") >= 0 {
			return -1
		}
	}
	return -1
}

// above returns the subject of the verb that acts on what a relative clause
// describes, for a pronoun that is the subject of that clause: "Peru jailed
// two men whom it accused of …". It is -1 when i is no such pronoun.
func (w *walker) above(i int) int {
	t := w.d.Tokens
	v := t[i].Head
	if t[i].Dep != "nsubj" || t[v].Dep != "relcl" {
		return -1
	}
	n := t[v].Head
climb:
	for range 8 {
		switch t[n].Dep {
		case "conj", "appos", "pobj", "prep", "poss":
			n = t[n].Head
		default:
			break climb
		}
	}
	if t[n].Dep != "dobj" {
		return -1
	}
	s := w.d.Child(t[n].Head, "nsubj")
	if s < 0 || s > i {
		return -1
	}
	if k, ok := w.at[s]; ok {
		if x := &w.art.Blocks[w.block].Mentions[k]; len(x.Entities) == 1 {
			return x.Entities[0]
		}
	}
	return -1
}

// fronted returns the entity that the main clause names as its subject behind
// the clause that pronoun i is the subject of: "Days after he resigned, Mart
// Saar flew to Riga". It is -1 when the pronoun stands in no such clause.
func (w *walker) fronted(i int) int {
	v := w.d.Tokens[i].Head
	switch w.d.Tokens[v].Dep {
	case "advcl", "pcomp":
	default:
		return -1
	}
	h := w.d.Tokens[v].Head
	for steps := 0; steps < 3 && w.d.Tokens[h].POS != "VERB" && w.d.Tokens[h].POS != "AUX" && w.d.Tokens[h].Head != h; steps++ {
		h = w.d.Tokens[h].Head
	}
	s := w.d.Child(h, "nsubj", "nsubjpass")
	if h < v || s < v {
		return -1
	}
	if k, ok := w.at[s]; ok {
		if x := &w.art.Blocks[w.block].Mentions[k]; x.Kind == analysis.Name && len(x.Entities) == 1 {
			return x.Entities[0]
		}
	}
	return -1
}

// agrees reports whether an entity can be meant by a pronoun of the gender.
func (w *walker) agrees(e int, g analysis.Gender) bool {
	x := &w.art.Entities[e]
	if g == analysis.Neuter {
		return x.Type != schema.Person && !x.Plural
	}
	return x.Type == schema.Person && (x.Gender == g || x.Gender == analysis.UnknownGender && w.leans(e, g) > -0.5)
}

// they resolves the plural pronoun.
func (w *walker) they(m *analysis.Mention, reflexive bool) {
	c := w.rank(m.Head, need{plural: true, reflexive: reflexive})
	if c.ents == nil {
		return
	}
	m.Entities = c.ents
	m.Rule, m.Confidence = "plural pronoun", c.confidence
}

// spoken resolves the first and second person in the quotations of the block,
// once all who may be speaking are known.
func (w *walker) spoken() {
	b := &w.art.Blocks[w.block]
	speaker := -1
	for k := range w.quotes {
		q := &w.quotes[k]
		if q.subject >= 0 {
			if at, ok := w.at[q.subject]; ok && len(b.Mentions[at].Entities) == 1 {
				q.speaker = b.Mentions[at].Entities[0]
			}
		}
		if q.speaker < 0 && q.verb < 0 && k > 0 {
			q.speaker = speaker
		}
		if q.speaker >= 0 {
			speaker = q.speaker
		}
	}
	next := -1
	for k := len(w.quotes) - 1; k >= 0; k-- {
		q := &w.quotes[k]
		if q.speaker < 0 && q.verb < 0 {
			q.speaker = next
			if next < 0 {
				q.speaker = w.last
			}
		}
		if q.speaker >= 0 {
			next = q.speaker
		}
	}
	for k := range w.quotes {
		q := &w.quotes[k]
		if q.speaker < 0 {
			continue
		}
		w.last = q.speaker
		for i := q.start; i < q.end; i++ {
			if _, taken := w.at[i]; taken {
				continue
			}
			m := analysis.Mention{Start: i, End: i + 1, Head: i, Kind: analysis.Pronoun, Via: analysis.Speaker, Rule: "speaker", Confidence: 0.8}
			switch w.low[i] {
			case "i", "me", "my", "myself", "mine":
				m.Entities = []int{q.speaker}
			case "we", "us", "our", "ours", "ourselves":
				if w.d.Tokens[i].Text == "US" {
					continue
				}
				m.Entities = []int{q.speaker}
				if c := w.countryOf(q.speaker); c >= 0 && w.art.Entities[q.speaker].Type == schema.Person {
					m.Entities = []int{c}
				}
				m.Confidence = 0.7
			case "you", "your", "yours":
				if q.addressee < 0 {
					continue
				}
				at, ok := w.at[q.addressee]
				if !ok {
					continue
				}
				m.Entities, m.Rule, m.Confidence = b.Mentions[at].Entities, "addressee", 0.6
			default:
				continue
			}
			w.at[i] = len(b.Mentions)
			b.Mentions = append(b.Mentions, m)
		}
	}
	if n := len(b.Mentions); n > 0 && len(w.quotes) == 0 {
		w.last = -1
	}
}
