package coref

import (
	"math"
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
		ref   int
		score float64
		thing bool
		feat  features
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
	seen := map[int]int{}
	var apart []int
	if !n.reflexive {
		apart = w.disjoint(i)
	}
	if q >= 0 && !n.plural && !n.nominal {
		apart = append(apart, w.speakerOf(q)...)
	}
	for k := len(w.refs) - 1; k >= w.from; k-- {
		rf := &w.refs[k]
		if w.sent-rf.sent > window {
			break
		}
		if !w.fits(rf, &n) {
			continue
		}
		if w.barred(i, rf, &n) || overlap(rf.ents, apart) {
			continue
		}
		var f features
		s := w.score(i, ro, v, q, rf, &n, &f)
		if len(cands) == 0 && rf.ents != nil {
			f[fLatest] = 1
		}
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
				f[fAgain] = cands[at].feat[fAgain]
				cands[at].score, cands[at].feat = s, f
			}
			cands[at].feat[fAgain]++
			continue
		}
		seen[key] = len(cands)
		cands = append(cands, cand{rf.ents, k, s, rf.ents == nil, f})
	}
	best, sum := -1, math.Exp(-1.5)
	for k := range cands {
		cands[k].feat[fAgain] = min(cands[k].feat[fAgain], 6)
		cands[k].score = w.weights.score(kindOfNeed(&n, ro), &cands[k].feat)
		if best < 0 || cands[k].score > cands[best].score {
			best = k
		}
		sum += math.Exp(cands[k].score)
	}
	if w.observe != nil && len(cands) > 1 {
		c := Case{Block: w.block, Token: i, Kind: kindOfNeed(&n, ro)}
		for k := range cands {
			c.Candidates = append(c.Candidates, Candidate{cands[k].ents, cands[k].feat})
		}
		w.observe(c)
	}
	if best < 0 || cands[best].thing || cands[best].score < -2.5 {
		return choice{}
	}
	return choice{cands[best].ents, math.Exp(cands[best].score) / sum}
}

// overlap reports whether the lists have a member in common.
func overlap(a, b []int) bool {
	for _, x := range a {
		if has(b, x) {
			return true
		}
	}
	return false
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

// score rates a referent as antecedent of token i and leaves its features
// in f.
func (w *walker) score(i int, ro role, v, q int, rf *referent, n *need, f *features) float64 {
	*f = features{}
	gap := w.sent - rf.sent
	switch gap {
	case 0:
		f[fSame] = 1
	case 1:
		f[fPrevious] = 1
	case 2:
		f[fTwoBack] = 1
	case 3:
		f[fThreeBack] = 1
	default:
		f[fFarBack] = 1
		f[fFarther] = float32(gap-4) / 4
	}
	if rf.block != w.block {
		f[fOtherParagraph] = 1
		if w.art.Blocks[rf.block].Kind != schema.Paragraph {
			f[fHeadline] = 1
		}
	}
	switch rf.role {
	case subject:
		f[fSubject] = 1
	case passiveSubject:
		f[fPassiveSubject] = 1
	case agent, indirect:
		f[fIndirect] = 1
	case object:
		f[fObject] = 1
	case oblique:
		f[fOblique] = 1
	case possessor:
		f[fPossessor] = 1
	case modifier:
		f[fModifier] = 1
	case apposition:
		f[fApposition] = 1
	}
	if rf.role == ro && ro != other {
		f[fSameRole] = 1
	}
	if rf.pronoun {
		f[fPronoun] = 1
	}
	if rf.nominal {
		f[fNominal] = 1
	}
	if rf.speaks && gap > 0 {
		f[fSpoke] = 1
		if v >= 0 && ro == subject && speechVerbs[w.d.Tokens[v].Lemma] {
			f[fSpokeSpeaks] = 1
		}
	}
	if rf.place {
		f[fPlaceRole] = 1
	}
	if rf.quote >= 0 && rf.block == w.block && rf.quote != q {
		f[fQuoted] = 1
	}
	// inside a quotation the speaker is not "he"
	if q >= 0 && rf.block == w.block && !n.nominal && w.quotes[q].subject == rf.tok {
		f[fSpeaker] = 1
	}
	if gap == 0 && rf.block == w.block {
		f[fDistance] = float32(min(i-rf.tok, 40)) / 10
	}
	verb := ""
	if v >= 0 {
		verb = w.d.Tokens[v].Lemma
	}
	acting := v >= 0 && ro == subject && (speechVerbs[verb] || actorVerbs[verb])
	switch {
	case len(rf.ents) == 1:
		e := rf.ents[0]
		x := &w.art.Entities[e]
		f[fTopic] = float32(math.Log(float64(w.total[e]) + 1))
		if w.opener[w.block] == e+1 {
			f[fParagraph] = 1
		}
		if w.opening == e+1 {
			f[fOpening] = 1
		}
		f[fCount] = float32(math.Log(float64(w.count[e]) + 1))
		if n.gender != analysis.UnknownGender && n.gender != analysis.Neuter && x.Gender == n.gender {
			f[fGender] = 1
		} else if n.gender != analysis.UnknownGender && n.gender != analysis.Neuter && x.Gender == analysis.UnknownGender {
			l := w.leans(e, n.gender)
			if l < 0 {
				l *= 3 // a woman's name speaks more against "he" than a man's for it
			}
			f[fGender] = float32(l)
		}
		if n.gender == analysis.Neuter || n.plural {
			acts := x.Type == schema.Country || x.Type == schema.Organization || x.Type == schema.Group
			switch {
			case acting && acts:
				f[fActorActs] = 1
			case acting:
				f[fOtherActs] = 1
			}
			if ro == possessor && w.actorNoun(i) {
				if acts {
					f[fActorOwns] = 1
				} else {
					f[fOtherOwns] = 1
				}
			}
			if ro == object && thingVerbs[verb] && acts {
				f[fActorUndergoes] = 1
			}
			switch x.Type {
			case schema.Place:
				f[fPlace] = 1
			case schema.Organization:
				f[fOrganization] = 1
			case schema.Agreement, schema.Conflict, schema.Other:
				f[fAgreement] = 1
			}
		}
	case rf.ents == nil:
		f[fThing] = 1
		if n.gender != analysis.Neuter && !n.plural {
			f[fThingPerson] = 1
		}
		human := w.lex.nouns[rf.lemma].human()
		if acting && !human && !w.agentive(rf.lemma) {
			f[fThingActs] = 1
		}
		if ro == possessor && w.actorNoun(i) && !human {
			f[fThingOwns] = 1
		}
		if human || w.agentive(rf.lemma) {
			f[fThingActor] = 1
		}
	default:
		f[fSeveral] = 1
		topic, times := 0.0, 0.0
		for _, e := range rf.ents {
			topic += math.Log(float64(w.total[e]) + 1)
			times += math.Log(float64(w.count[e]) + 1)
		}
		f[fTopic], f[fCount] = float32(topic/float64(len(rf.ents))), float32(times/float64(len(rf.ents)))
		if rf.group {
			f[fGroup] = 1
		}
		if rf.pair {
			f[fPair] = 1
		}
	}
	if n.reflexive && (rf.role == subject || rf.role == passiveSubject) {
		f[fReflexive] = 1
	}
	// a subject above the pronoun's clause
	if gap == 0 && rf.block == w.block && (rf.role == subject || rf.role == passiveSubject) && rf.tok < i {
		h := w.d.Tokens[firstConjunct(w.d, rf.tok)].Head
		for k := i; w.d.Tokens[k].Head != k; k = w.d.Tokens[k].Head {
			if w.d.Tokens[k].Head == h {
				f[fAbove] = 1
				break
			}
		}
	}
	return w.weights.score(kindOfNeed(n, ro), f)
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
