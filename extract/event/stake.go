package event

import (
	"entente/extract/analysis"
	"entente/extract/linear"
)

// A stake is one party beside one predicate: does the predicate tell of an
// event that this party does, or, as target, that is done to it, whoever the
// other may be? What is learnt of one side holds for events with both parties
// in the sentence and for those of which one is to be understood alike.
type stake struct {
	pred   int
	m      *analysis.Mention
	target bool
}

// stakes are those of a sentence with their scores.
type stakes struct {
	list  []stake
	score map[stake]float64
}

// Templates of the stake model.
const (
	kSide uint32 = iota + 6000
	kLemma
	kPhrase
	kRole
	kRoleLemma
	kObject
	kComp
	kClause
	kGovernor
	kDistance
	_ // a number keeps its meaning for ever
	kVia
	kHead
	kBlock
	kClass
	kSlots
	kPlace
)

// stakesOf lists the stakes of a sentence: those of its candidates, and of
// every party for the predicates that it may be the subject or object of.
func (s *sentence) stakesOf(vs []view) []stake {
	var out []stake
	known := map[stake]bool{}
	add := func(k stake) {
		if !known[k] {
			known[k] = true
			out = append(out, k)
		}
	}
	for i := range vs {
		c := vs[i].c
		add(stake{c.pred, c.a.mention, false})
		add(stake{c.pred, c.b.mention, true})
	}
	var preds []int
	for _, m := range s.mentions {
		if m.Via == analysis.Belonging && s.inside(m) {
			continue
		}
		preds = s.predicatesOf(preds[:0], m)
		for _, p := range preds {
			add(stake{p, m, false})
			add(stake{p, m, true})
		}
	}
	return out
}

// stakeFeatures calls use with the features of each stake in turn, which are
// good until the next.
func (s *sentence) stakeFeatures(list []stake, use func(i int, v linear.Vector)) {
	d := s.block.Doc
	var v linear.Vector
	for i, st := range list {
		k := s.clause(st.pred)
		ck := k.keys
		arg := argument{st.m, st.m.Entities[0], s.role(st.pred, st.m.Head)}
		side := flag(st.target)
		role, general := key(arg.role), key(generalRole(arg.role))
		typ := typeKey(s.art.Entities[arg.entity].Type)
		tok := &d.Tokens[st.pred]
		nearer := uint32(0)
		for _, o := range list {
			if o.pred == st.pred && o.target == st.target && o.m != st.m && abs(o.m.Head-o.pred) < abs(st.m.Head-st.pred) {
				nearer++
			}
		}
		subject, object := s.slots(k, &arg, &argument{})
		v = v[:0]
		v.Add(kSide, side, ck.pos)
		v.Add(kLemma, side, ck.lemma)
		v.Add(kLemma, side, ck.lemma, typ)
		v.Add(kPhrase, side, ck.phrase)
		v.Add(kPhrase, side, ck.phrase, general)
		v.Add(kRole, side, role, ck.pos)
		v.Add(kRole, side, general, ck.pos, typ)
		v.Add(kRoleLemma, side, role, ck.lemma)
		v.Add(kRoleLemma, side, general, ck.lemma)
		if k.object != "" {
			v.Add(kObject, side, ck.object)
			v.Add(kObject, side, ck.object, general)
			v.Add(kObject, side, ck.object, ck.lemma)
		}
		if k.comp != "" {
			v.Add(kComp, side, ck.comp, ck.lemma)
			v.Add(kComp, side, ck.comp, general)
		}
		v.Add(kClause, side, ck.modal, flag(k.negated), ck.mark, flag(k.passive))
		v.Add(kClause, side, ck.tense, flag(k.quoted), flag(k.question))
		if k.governor >= 0 {
			v.Add(kGovernor, side, ck.governor, ck.govDep)
			v.Add(kGovernor, side, ck.govDep, general)
			v.Add(kGovernor, side, ck.governor, general)
		}
		v.Add(kDistance, side, bucket(abs(st.pred-st.m.Head)), flag(st.m.Head < st.pred), ck.pos)
		v.Add(kDistance, side, min(nearer, 3), general)
		v.Add(kVia, side, uint32(st.m.Via), ck.pos, general)
		v.Add(kVia, side, uint32(st.m.Kind), typ, general)
		v.Add(kHead, side, key(lower(d, st.m.Head)), general, flag(st.m.Kind == analysis.Nominal))
		v.Add(kBlock, side, key(string(s.block.Kind)), flag(s.index == 0))
		v.Add(kSlots, side, uint32(subject), uint32(object), flag(k.passive), ck.pos)
		v.Add(kSlots, side, uint32(subject), uint32(object), ck.lemma)
		v.Add(kPlace, side, key(tok.Dep), ck.pos, general)
		for _, act := range ck.acts {
			v.Add(kClass, side, act, role)
			v.Add(kClass, side, act, general, typ)
			v.Add(kClass, side, act)
		}
		use(i, v)
	}
}

func newStakes(list []stake) *stakes {
	return &stakes{list, make(map[stake]float64, len(list))}
}

// noStake is the score of what is no stake of the sentence.
const noStake = -9

// of returns the score of a party beside a predicate.
func (k *stakes) of(pred int, m *analysis.Mention, target bool) float64 {
	if x, ok := k.score[stake{pred, m, target}]; ok {
		return x
	}
	return noStake
}

// rival returns the best score of another party on that side of the
// predicate.
func (k *stakes) rival(pred int, m *analysis.Mention, target bool) float64 {
	best := float64(noStake)
	for _, o := range k.list {
		if o.pred == pred && o.target == target && o.m != m {
			best = max(best, k.score[o])
		}
	}
	return best
}
