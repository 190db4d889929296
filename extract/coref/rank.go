package coref

import (
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// need is what a mention asks of its antecedent.
type need struct {
	gender    analysis.Gender
	plural    bool
	reflexive bool
	nominal   bool // "the president", "the agency"
	accept    func(e int) bool
}

// choice is the antecedent chosen; ents is nil when the best is no entity or
// none is good enough.
type choice struct {
	ents       []int
	confidence float64
}

// animate verbs have an actor as their subject.
var actorVerbs = set(`want hope refuse agree decide vow impose sign accuse deny threaten launch join withdraw send expel recall invade attack seek
demand offer propose reject accept back support oppose host invite meet hold talk negotiate mediate ban suspend lift freeze cut break restore
resume establish recognise recognize condemn criticise criticize welcome call urge press fight bomb shell fire arrest detain release free
summon hand give lend donate pay buy sell ship supply arm train deploy mass station move order approve adopt pass vote veto block abstain
mean intend plan expect believe think know fear insist consider regard try attempt start begin stop continue keep promise pledge
undertake commit comply honour honor violate breach rejoin leave quit ratify help assist ask tell warn close open reopen abduct kill
poison spy hack jam intercept board seize capture occupy annex liberate retreat surrender appeal complain protest retaliate respond`)

// thingVerbs take something other than an actor as their object.
var thingVerbs = set(`sign reach read write publish adopt ratify implement discuss consider describe hail welcome approve reject condemn call do make
say hold attend host cancel postpone win lose break lift impose deny see hear find take use receive get`)

// rank chooses the antecedent of the mention whose head is token i.
func (w *walker) rank(i int, n need) choice {
	type cand struct {
		ents  []int
		key   int
		score float64
		thing bool
	}
	var cands []cand
	t := &w.d.Tokens[i]
	ro := roleOf(w.d, i)
	if t.Tag == "PRP$" {
		ro = possessor
	}
	q := quoteAt(w.quotes, i)
	v := clauseVerb(w.d, i)
	window := 4
	if n.nominal {
		window = 30
	}
	count := map[int]int{}
	for k := w.from; k < len(w.refs); k++ {
		if rf := &w.refs[k]; len(rf.ents) == 1 {
			count[rf.ents[0]]++
		}
	}
	seen := map[int]int{}
	for k := len(w.refs) - 1; k >= w.from; k-- {
		rf := &w.refs[k]
		if w.sent-rf.sent > window {
			break
		}
		if !w.fits(rf, &n) {
			continue
		}
		if w.barred(i, rf, &n) {
			continue
		}
		s := w.score(i, ro, v, q, rf, &n, count)
		key := -1 - k
		if len(rf.ents) == 1 {
			key = rf.ents[0]
		} else if rf.ents != nil {
			key = 1000
			for _, e := range rf.ents {
				key = key*31 + e + 1
			}
		}
		if at, ok := seen[key]; ok {
			if s > cands[at].score {
				cands[at].score = s
			}
			cands[at].score += 0.1
			continue
		}
		seen[key] = len(cands)
		cands = append(cands, cand{rf.ents, key, s, rf.ents == nil})
	}
	best, sum := -1, math.Exp(-1.5)
	for k := range cands {
		if best < 0 || cands[k].score > cands[best].score {
			best = k
		}
		sum += math.Exp(cands[k].score)
	}
	if os.Getenv("COREFTRACE") != "" {
		fmt.Fprintf(os.Stderr, "%s [%d] sent %d: ", w.d.Tokens[i].Text, i, w.sent)
		sort.Slice(cands, func(a, b int) bool { return cands[a].score > cands[b].score })
		best = 0
		for k := range cands {
			if k < 5 {
				s := ""
				if cands[k].thing {
					s = w.refs[-1-cands[k].key].lemma
				}
				for _, e := range cands[k].ents {
					s += "+" + w.art.Entities[e].Name
				}
				fmt.Fprintf(os.Stderr, "%s %.2f; ", s, cands[k].score)
			}
		}
		fmt.Fprintln(os.Stderr)
		if len(cands) == 0 {
			return choice{}
		}
	}
	if best < 0 || cands[best].thing || cands[best].score < -2.5 {
		return choice{}
	}
	return choice{cands[best].ents, math.Exp(cands[best].score) / sum}
}

// fits reports whether a referent agrees in kind with what is asked.
func (w *walker) fits(rf *referent, n *need) bool {
	if n.accept != nil {
		return len(rf.ents) == 1 && n.accept(rf.ents[0])
	}
	if n.plural {
		if rf.ents == nil {
			return rf.plural
		}
		if len(rf.ents) > 1 {
			return true
		}
		e := &w.art.Entities[rf.ents[0]]
		return e.Plural || e.Type == schema.Group || e.Type == schema.Organization || rf.nominal && rf.plural || w.pluralAt(rf)
	}
	if n.gender == analysis.Neuter {
		if rf.plural || len(rf.ents) > 1 {
			return false
		}
		if rf.ents == nil {
			l := w.lex.nouns[rf.lemma]
			return !l.human()
		}
		e := &w.art.Entities[rf.ents[0]]
		return e.Type != schema.Person && !e.Plural && !w.pluralAt(rf)
	}
	if len(rf.ents) != 1 {
		return rf.ents == nil && !rf.plural && w.lex.nouns[rf.lemma].human() && (w.lex.nouns[rf.lemma].gender == n.gender || w.lex.nouns[rf.lemma].gender == analysis.UnknownGender)
	}
	e := &w.art.Entities[rf.ents[0]]
	return e.Type == schema.Person && (e.Gender == n.gender || e.Gender == analysis.UnknownGender)
}

// pluralAt reports whether the words of a referent are plural: "Russian
// troops", "the Iranians".
func (w *walker) pluralAt(rf *referent) bool {
	t := &w.art.Blocks[rf.block].Doc.Tokens[rf.tok]
	if m := w.nameOn(rf.block, rf.tok); m != nil && m.demonym && m.people {
		return true
	}
	return t.Tag == "NNS" || t.Tag == "NNPS" && rf.nominal
}

// barred applies the conditions of binding: a pronoun that is not reflexive
// does not refer to another argument of its verb, nor to what contains it.
func (w *walker) barred(i int, rf *referent, n *need) bool {
	if rf.block != w.block || rf.sent != w.sent {
		return n.reflexive
	}
	t := &w.d.Tokens[i]
	if n.reflexive {
		return false
	}
	// what contains the pronoun
	for k := i; w.d.Tokens[k].Head != k; k = w.d.Tokens[k].Head {
		if w.d.Tokens[k].Head == rf.tok && w.d.Tokens[k].Dep != "relcl" && w.d.Tokens[k].Dep != "acl" && w.d.Tokens[k].Dep != "conj" {
			return true
		}
		if w.d.Tokens[k].Dep == "relcl" {
			break
		}
	}
	if t.Tag == "PRP$" {
		return false
	}
	if w.d.Tokens[rf.tok].Dep == "poss" {
		return false
	}
	a, b := argumentOf(w, i), argumentOf(w, rf.tok)
	return a >= 0 && a == b
}

// argumentOf returns the verb that a noun is an argument of, directly or
// through a preposition.
func argumentOf(w *walker, i int) int {
	i = firstConjunct(w.d, i)
	for range 3 {
		t := &w.d.Tokens[i]
		switch t.Dep {
		case "nsubj", "nsubjpass", "dobj", "dative", "attr", "agent":
			return t.Head
		case "pobj":
			if h := &w.d.Tokens[t.Head]; h.Dep == "prep" || h.Dep == "agent" || h.Dep == "dative" {
				if p := &w.d.Tokens[h.Head]; p.POS == "VERB" || p.POS == "AUX" {
					return h.Head
				}
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// score rates a referent as antecedent of token i.
func (w *walker) score(i int, ro role, v, q int, rf *referent, n *need, count map[int]int) float64 {
	s := 0.0
	gap := w.sent - rf.sent
	switch gap {
	case 0:
		s += 1.0
	case 1:
		s += 0.6
	case 2:
		s -= 0.9
	case 3:
		s -= 1.8
	default:
		s -= 2.4
		if !n.nominal {
			s -= 0.6 * float64(gap-4)
		} else {
			s -= 0.1 * float64(gap-4)
		}
	}
	if rf.block != w.block {
		s -= 0.5
		if w.art.Blocks[rf.block].Kind != schema.Paragraph {
			s -= 0.5
		}
	}
	switch rf.role {
	case subject:
		s += 1.6
	case passiveSubject:
		s += 1.2
	case agent, indirect:
		s += 0.8
	case object:
		s += 0.6
	case oblique:
		s += 0.3
	case possessor:
		s += 0.5
	case modifier:
		s -= 0.8
	case apposition:
		s -= 0.1
	}
	if rf.role == ro && ro != other {
		s += 0.4
	}
	if rf.pronoun {
		s += 0.4
	}
	if rf.speaks && gap > 0 {
		s += 0.3
	}
	if rf.place {
		s -= 1.2
	}
	if rf.quote >= 0 && rf.block == w.block && rf.quote != q {
		s -= 1.2
	}
	// inside a quotation the speaker is not "he"
	if q >= 0 && rf.block == w.block && !n.nominal {
		if w.quotes[q].subject == rf.tok {
			s -= 2.5
		}
	}
	if len(rf.ents) == 1 {
		e := rf.ents[0]
		x := &w.art.Entities[e]
		s += 0.25 * math.Log(float64(count[e])+1)
		if n.gender != analysis.UnknownGender && n.gender != analysis.Neuter && x.Gender == n.gender {
			s += 0.7
		}
		if n.gender == analysis.Neuter || n.plural {
			s += w.actor(i, ro, v, x, rf)
		}
	} else if rf.ents == nil {
		s -= 0.3
		if n.gender != analysis.Neuter && !n.plural {
			s -= 0.5
		}
		if v >= 0 && ro == subject && (speechVerbs[w.d.Tokens[v].Lemma] || actorVerbs[w.d.Tokens[v].Lemma]) && !w.lex.nouns[rf.lemma].human() && !w.agentive(rf.lemma) {
			s -= 2.5
		}
		if ro == possessor && w.actorNoun(i) && !w.lex.nouns[rf.lemma].human() {
			s -= 1.5
		}
	} else if n.plural {
		s += 0.5
	}
	if n.reflexive {
		if rf.role == subject || rf.role == passiveSubject {
			s += 1.5
		}
	}
	// a subject above the pronoun's clause
	if gap == 0 && rf.block == w.block && (rf.role == subject || rf.role == passiveSubject) && rf.tok < i {
		j := firstConjunct(w.d, rf.tok)
		h := w.d.Tokens[j].Head
		for k := i; w.d.Tokens[k].Head != k; k = w.d.Tokens[k].Head {
			if w.d.Tokens[k].Head == h {
				s += 0.7
				break
			}
		}
	}
	return s
}

// agentive reports whether a noun can act: "government", "court", "troops".
func (w *walker) agentive(lemma string) bool {
	switch w.lex.nouns[lemma].class {
	case state, government, organisation, group, side:
		return true
	}
	return false
}

// actorNoun reports whether the noun that a possessive stands before belongs
// to an actor: "its army", "its embassy".
func (w *walker) actorNoun(i int) bool {
	h := w.d.Tokens[i].Head
	l := strings.ToLower(w.d.Tokens[h].Lemma)
	if w.lex.nouns[l].class != noClass {
		return true
	}
	switch l {
	case "territory", "border", "soil", "airspace", "water", "coast", "sovereignty", "people", "economy", "citizen", "capital", "war", "invasion",
		"policy", "parliament", "sanction", "minister", "own", "export", "import", "oil", "gas", "claim", "commitment", "obligation", "promise", "diplomat", "withdrawal":
		return true
	}
	return false
}

// actor rates a state or organisation as the referent of "it", "its", "they"
// by the verb or noun that the pronoun stands with.
func (w *walker) actor(i int, ro role, v int, e *analysis.Entity, rf *referent) float64 {
	s := 0.0
	acts := e.Type == schema.Country || e.Type == schema.Organization || e.Type == schema.Group
	if v >= 0 && ro == subject {
		if l := w.d.Tokens[v].Lemma; speechVerbs[l] || actorVerbs[l] {
			if acts {
				s += 0.9
			} else {
				s -= 2
			}
		}
	}
	if ro == possessor && w.actorNoun(i) {
		if acts {
			s += 0.8
		} else {
			s -= 1
		}
	}
	if ro == object && v >= 0 && thingVerbs[w.d.Tokens[v].Lemma] && acts {
		s -= 1.0
	}
	if e.Type == schema.Place {
		s -= 1
	}
	return s
}
