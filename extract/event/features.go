package event

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// template numbers of the pair model; a number keeps its meaning for ever.
const (
	tBias uint32 = iota + 1000
	tRoles
	tLemma
	tLemmaRoleA
	tLemmaRoleB
	tLemmaRoles
	tPhrase
	tPhraseRoles
	tClassRoles
	tClassRoleA
	tClassRoleB
	tRoleA
	tRoleB
	tTypes
	tTypesRoles
	tVia
	tKinds
	tObject
	tObjectRoles
	tClause
	tGovernor
	tGovernorRoles
	tDistance
	tBetween
	tBetter
	tPos
	tHeadA
	tHeadB
	tComp
	tMode
	tSecond
	tRolesPos
	tBlock
	tWordA
	tWordB
	tAffinity
	tReciprocal
)

// mutual are the verbs and nouns that name what two parties do with each
// other: "A and B met", but not "A and B commented".
var mutual = wordSet(`meet confer talk negotiate discuss sign agree clash fight quarrel debate embrace shake exchange swap trade
	ally cooperate collaborate cooperation collaboration meeting talk negotiation discussion summit agreement accord treaty pact
	deal truce ceasefire alliance war conflict battle dispute quarrel row relation tie diplomat ambassador prisoner visit call
	consultation conversation dialogue dinner lunch breakfast session encounter handshake greeting letter message correspond
	speak converse parley dine lunch reconcile unite merge split separate part converge compete spar bargain haggle conclude
	initial ratify restore resume sever normalise normalize renew establish settle compromise partner consult mediate draw
	document memorandum declaration protocol communique communiqué hand peace border exercise manoeuvre drill patrol`)

// view is a candidate with everything that its features are read from.
type view struct {
	s *sentence
	c *candidate
	k *clause
	// Keys of the words that the features are made of, which many candidates
	// of a sentence share.
	ra, rb       roleKeys
	headA, headB uint32
	// rivals: how many other mentions have the same role for the predicate
	// and stand nearer to it.
	nearerA, nearerB int
}

func key(s string) uint32 { return linear.String(s) }

// roleKeys are the keys of a role and of its general form.
type roleKeys struct{ full, general uint32 }

// clauseKeys are the keys of the words of a clause.
type clauseKeys struct {
	lemma, phrase, object, comp, modal, mark, tense, governor, govDep, pos uint32
	acts                                                                   []uint32
}

func keysOf(d *nlp.Doc, k *clause) *clauseKeys {
	c := &clauseKeys{lemma: key(k.lemma), phrase: key(k.phrase), object: key(k.object), comp: key(k.comp), modal: key(k.modal),
		mark: key(k.mark), tense: key(k.tense), governor: key(k.govLemma), govDep: key(k.govDep), pos: key(d.Tokens[k.pred].POS)}
	for _, a := range k.acts {
		c.acts = append(c.acts, key(a))
	}
	return c
}

func flag(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

func bucket(n int) uint32 {
	switch {
	case n <= 3:
		return uint32(n)
	case n <= 6:
		return 4
	case n <= 12:
		return 5
	case n <= 24:
		return 6
	}
	return 7
}

// generalRole cuts a role to its last two steps and drops rare prepositions
// in the middle.
func generalRole(r string) string {
	parts := strings.Split(r, ">")
	if len(parts) > 2 {
		parts = parts[len(parts)-2:]
	}
	return strings.Join(parts, ">")
}

// features fills v with the features by which the pair model decides whether
// the candidate is an event.
func (w *view) features(v *linear.Vector) {
	c, k, ck := w.c, w.k, w.k.keys
	*v = (*v)[:0]
	ra, rb, ga, gb := w.ra.full, w.rb.full, w.ra.general, w.rb.general
	lemma, pos, phrase := ck.lemma, ck.pos, ck.phrase
	ta, tb := typeKey(w.typeOf(c.a)), typeKey(w.typeOf(c.b))
	v.Add(tRoles, ra, rb, pos)
	v.Add(tRoleA, ra, pos)
	v.Add(tRoleB, rb, pos)
	v.Add(tRolesPos, ga, gb, pos)
	v.Add(tLemma, lemma)
	v.Add(tLemmaRoleA, lemma, ra)
	v.Add(tLemmaRoleB, lemma, rb)
	v.Add(tLemmaRoles, lemma, ga, gb)
	v.Add(tPhrase, phrase)
	v.Add(tPhraseRoles, phrase, ga, gb)
	v.Add(tTypes, ta, tb)
	v.Add(tTypesRoles, ta, tb, ga, gb)
	v.Add(tVia, uint32(c.a.mention.Via), uint32(c.b.mention.Via), pos)
	v.Add(tKinds, uint32(c.a.mention.Kind), uint32(c.b.mention.Kind))
	if k.object != "" {
		v.Add(tObject, lemma, ck.object)
		v.Add(tObjectRoles, ck.object, ga, gb)
	}
	if k.comp != "" {
		v.Add(tComp, lemma, ck.comp, gb)
	}
	v.Add(tClause, ck.modal, flag(k.negated), ck.mark, flag(k.passive))
	v.Add(tClause, ck.tense, flag(k.quoted), flag(k.question))
	if k.governor >= 0 {
		v.Add(tGovernor, ck.governor, ck.govDep)
		v.Add(tGovernorRoles, ck.govDep, ga, gb)
		v.Add(tGovernorRoles, ck.governor, ga, gb)
	}
	v.Add(tDistance, bucket(abs(c.pred-c.a.mention.Head)), bucket(abs(c.pred-c.b.mention.Head)))
	v.Add(tBetween, flag(c.a.mention.Head < c.pred), flag(c.b.mention.Head < c.pred), flag(c.a.mention == c.b.mention), pos)
	v.Add(tBetter, uint32(min(w.nearerA, 3)), uint32(min(w.nearerB, 3)), pos)
	v.Add(tBetter, uint32(min(w.nearerA, 3)), ga, 1)
	v.Add(tBetter, uint32(min(w.nearerB, 3)), gb, 2)
	v.Add(tHeadA, w.headA, ga, pos, flag(c.a.mention.Kind == analysis.Nominal))
	v.Add(tHeadB, w.headB, gb, pos, flag(c.b.mention.Kind == analysis.Nominal))
	v.Add(tBlock, key(string(w.s.block.Kind)), flag(w.s.index == 0))
	if ra == rb {
		v.Add(tReciprocal, flag(mutual[k.lemma] || mutual[k.object]), ra)
		v.Add(tReciprocal, flag(mutual[k.lemma] || mutual[k.object]), pos, flag(c.a.mention == c.b.mention))
	}
	aff := w.affinity()
	v.Add(tAffinity, aff)
	v.Add(tAffinity, aff, ga, gb)
	v.Add(tAffinity, aff, lemma)
	for _, act := range ck.acts {
		v.Add(tClassRoles, act, ga, gb)
		v.Add(tClassRoleA, act, ra)
		v.Add(tClassRoleB, act, rb)
		v.Add(tClassRoleB, act)
	}
}

func typeKey(t schema.EntityType) uint32 { return key(string(t)) }

// affinity says whether two entities belong together: 1 when the first
// represents or belongs to the second, 2 the other way round, 3 when both
// belong to one state, 4 when they belong to different ones, else 0.
func affinity(art *analysis.Article, a, b int) uint32 {
	ca, cb := art.Entities[a].Country, art.Entities[b].Country
	switch {
	case ca == b:
		return 1
	case cb == a:
		return 2
	case ca >= 0 && ca == cb:
		return 3
	case ca >= 0 && cb >= 0:
		return 4
	}
	return 0
}

func (w *view) affinity() uint32 { return affinity(w.s.art, w.c.a.entity, w.c.b.entity) }

func (w *view) typeOf(a argument) schema.EntityType { return w.s.art.Entities[a.entity].Type }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// views prepares all candidates of a sentence.
func (s *sentence) views() []view {
	cs := s.candidates()
	vs := make([]view, len(cs))
	d := s.block.Doc
	roles := map[string]roleKeys{}
	role := func(r string) roleKeys {
		k, ok := roles[r]
		if !ok {
			k = roleKeys{key(r), key(generalRole(r))}
			roles[r] = k
		}
		return k
	}
	heads := map[int]uint32{}
	head := func(t int) uint32 {
		k, ok := heads[t]
		if !ok {
			k = key(lower(d, t))
			heads[t] = k
		}
		return k
	}
	for i := range cs {
		c := &cs[i]
		vs[i] = view{s: s, c: c, k: s.clause(c.pred), ra: role(c.a.role), rb: role(c.b.role),
			headA: head(c.a.mention.Head), headB: head(c.b.mention.Head)}
	}
	for i := range vs {
		nearA, nearB := map[*analysis.Mention]bool{}, map[*analysis.Mention]bool{}
		for j := range vs {
			if vs[i].c.pred == vs[j].c.pred {
				if nearer(vs[i].c.pred, vs[i].c.a, vs[j].c.a) {
					nearA[vs[j].c.a.mention] = true
				}
				if nearer(vs[i].c.pred, vs[i].c.b, vs[j].c.b) {
					nearB[vs[j].c.b.mention] = true
				}
			}
		}
		vs[i].nearerA, vs[i].nearerB = len(nearA), len(nearB)
	}
	return vs
}

// nearer reports whether o has the same role as a and stands nearer to the
// predicate.
func nearer(p int, a, o argument) bool {
	return o.mention != a.mention && o.role == a.role && abs(o.mention.Head-p) < abs(a.mention.Head-p)
}
