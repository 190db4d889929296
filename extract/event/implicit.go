package event

import (
	"cmp"
	"slices"
	"strings"

	"entente/extract/analysis"
	"entente/extract/linear"
	"entente/schema"
)

// An implied view is a predicate with one party in its sentence and the other
// to be understood from the sentences before: "Bucharest rejected the demand"
// (of whom?).
type implied struct {
	s       *sentence
	pred    int
	k       *clause
	known   argument
	missing int  // entity
	object  bool // the missing party is the object
	x       *discourse
	pr      *prominence
	age     int // sentences since the missing party was seen, at most staleAge
	rank    int // among those in mind, most recent first
	best    float64
}

// Templates of the implicit model.
const (
	iSide uint32 = iota + 5000
	iLemma
	iRole
	iTypes
	iAge
	iRank
	iTogether
	iHeadline
	iObject
	iClass
	iClause
	iFilled
	iGovernor
	iCountry
	iMain
)

const (
	inMind    = 6 // at most so many of those lately spoken of
	inArticle = 3 // and of those whom the whole article is about
	lately    = 4 // sentences after which a party is out of mind
	staleAge  = lately + 1
)

// mind is an entity that the reader may think of, with the sentences since it
// was last spoken of.
type mind struct{ e, age int }

// minds lists whom the reader may think of at a sentence that does not name
// them: those lately spoken of, and those whom the article is about, who
// stay in mind.
func (s *sentence) minds(x *discourse, pr *prominence) []mind {
	here := map[int]bool{}
	for _, m := range s.mentions {
		for _, e := range m.Entities {
			here[e] = true
		}
	}
	var recent, main []mind
	for e, g := range x.seen {
		if here[e] || !actor(s.art.Entities[e].Type) {
			continue
		}
		if age := x.now - g.sentence; age <= lately {
			recent = append(recent, mind{e, age})
		} else if pr.rank(e) <= inArticle {
			main = append(main, mind{e, staleAge})
		}
	}
	slices.SortFunc(recent, func(a, b mind) int {
		ga, gb := x.seen[a.e], x.seen[b.e]
		return cmp.Or(cmp.Compare(a.age, b.age), cmp.Compare(gb.count, ga.count), cmp.Compare(a.e, b.e))
	})
	if len(recent) > inMind {
		for _, r := range recent[inMind:] {
			if pr.rank(r.e) <= inArticle {
				main = append(main, r)
			}
		}
		recent = recent[:inMind]
	}
	slices.SortFunc(main, func(a, b mind) int { return cmp.Or(cmp.Compare(pr.rank(a.e), pr.rank(b.e)), cmp.Compare(a.e, b.e)) })
	return append(recent, main...)
}

// predicatesOf appends the words that the party of a mention may be the
// subject or object of: those that it hangs on, and the verbs that only share
// it, coordinated with or governed by the one that has it for subject.
func (s *sentence) predicatesOf(out []int, m *analysis.Mention) []int {
	d := s.block.Doc
	const most = 3 // steps up, not counting those along a list
	at := m.Head
	for steps := 0; steps < most; {
		t := &d.Tokens[at]
		if t.Head == at {
			break
		}
		if !listed(t.Dep) {
			steps++
		}
		at = t.Head
		if predicative(d, at) && (at < m.Start || at >= m.End) {
			out = append(out, at)
		}
	}
	for v := s.span.Start; v < s.span.End; v++ {
		if d.Tokens[v].POS != "VERB" || slices.Contains(out, v) {
			continue
		}
		if c := controller(d, v); c >= 0 && sameList(d, m.Head, c) {
			out = append(out, v)
		}
	}
	return out
}

// impliedViews lists the predicates of the sentence with each party in it and
// each of the entities in mind that the sentence does not mention. found is
// the best score of an explicit event per predicate.
func (s *sentence) impliedViews(x *discourse, pr *prominence, found map[int]float64) []implied {
	minds := s.minds(x, pr)
	if len(minds) == 0 {
		return nil
	}
	var out []implied
	var preds []int
	for _, m := range s.mentions {
		if m.Via == analysis.Belonging && s.inside(m) || len(m.Entities) > 3 {
			continue
		}
		preds = s.predicatesOf(preds[:0], m)
		for _, at := range preds {
			role := s.role(at, m.Head)
			subject := role == "subj" || role == "agent" || role == "poss" || role == "mod" || role == "pp:by"
			object := role == "obj" || role == "iobj" || !subject && strings.HasPrefix(role, "pp:") && !strings.Contains(role, ">") ||
				strings.HasPrefix(role, "obj>") && strings.Count(role, ">") == 1
			if !subject && !object {
				continue
			}
			k := s.clause(at)
			for _, e := range m.Entities {
				for r, y := range minds {
					out = append(out, implied{s: s, pred: at, k: k, known: argument{m, e, role}, missing: y.e, object: subject,
						x: x, pr: pr, age: y.age, rank: r, best: found[at]})
				}
			}
		}
	}
	return out
}

func actor(t schema.EntityType) bool {
	switch t {
	case schema.Person, schema.Country, schema.Organization, schema.Group:
		return true
	}
	return false
}

// parties returns the two parties in the order of the event; the one to be
// understood has no mention.
func (w *implied) parties() (a, b argument) {
	if w.object {
		return w.known, argument{entity: w.missing}
	}
	return argument{entity: w.missing}, w.known
}

func (w *implied) features(v *linear.Vector) {
	*v = (*v)[:0]
	d := w.s.block.Doc
	art := w.s.art
	k := w.k
	side := flag(w.object)
	lemma := key(k.lemma)
	tk, tm := key(string(art.Entities[w.known.entity].Type)), key(string(art.Entities[w.missing].Type))
	g := w.x.seen[w.missing]
	v.Add(iSide, side, key(d.Tokens[w.pred].POS))
	v.Add(iLemma, lemma)
	v.Add(iLemma, lemma, side)
	v.Add(iLemma, key(k.phrase), side)
	v.Add(iLemma, lemma, side, tm)
	v.Add(iRole, key(w.known.role), key(d.Tokens[w.pred].POS))
	v.Add(iRole, key(w.known.role), lemma)
	v.Add(iTypes, tk, tm, side)
	v.Add(iAge, uint32(w.age), side)
	v.Add(iAge, uint32(w.age), flag(g.subject), tm)
	v.Add(iAge, uint32(w.age), flag(g.subject), flag(tk == tm))
	v.Add(iAge, bucket(g.count), 9)
	v.Add(iRank, uint32(w.rank), side)
	v.Add(iHeadline, flag(w.x.headline[w.missing]))
	v.Add(iMain, uint32(min(w.pr.rank(w.missing), 6)), side)
	v.Add(iMain, bucket(w.pr.together(w.known.entity, w.missing)), flag(w.pr.closest(w.known.entity) == w.missing), side)
	tog, par := w.x.together(w.known.entity, w.missing), w.x.partner(w.missing)
	v.Add(iTogether, bucket(tog+1), side)
	v.Add(iTogether, bucket(tog+1), bucket(par+1), side)
	v.Add(iTogether, bucket(par+1), 3)
	hasObject := d.Child(k.verb, "dobj") >= 0
	hasSubject := d.Child(k.verb, "nsubj", "nsubjpass") >= 0
	v.Add(iFilled, side, flag(hasObject), flag(hasSubject), flag(k.passive))
	v.Add(iFilled, side, flag(k.passive), key(w.known.role))
	if k.object != "" {
		v.Add(iObject, key(k.object), side)
		v.Add(iObject, key(k.object), lemma)
	}
	v.Add(iClause, key(k.modal), key(k.tense), side)
	v.Add(iClause, flag(k.quoted), side, flag(w.known.mention.Kind == analysis.Pronoun))
	if k.governor >= 0 {
		v.Add(iGovernor, key(k.govLemma), key(k.govDep))
	}
	v.Add(iCountry, flag(art.Entities[w.missing].Country == w.known.entity), flag(art.Entities[w.known.entity].Country == w.missing),
		flag(art.Entities[w.known.entity].Country >= 0 && art.Entities[w.known.entity].Country == art.Entities[w.missing].Country))
	for _, act := range k.acts {
		v.Add(iClass, key(act), side)
		v.Add(iClass, key(act), side, tm)
		v.Add(iClass, key(act), key(w.known.role))
	}
}

// impliedRows fills the rows of the second stage.
func impliedRows(ws []implied, score []float64, ks *stakes) [][]float32 {
	rows := make([][]float32, len(ws))
	for i := range ws {
		w := &ws[i]
		bestSame, bestPred, rank := -9.0, -9.0, 0
		for j := range ws {
			if j == i {
				continue
			}
			if ws[j].pred == w.pred && ws[j].known.entity == w.known.entity {
				bestSame = max(bestSame, score[j])
			} else if ws[j].pred == w.pred {
				bestPred = max(bestPred, score[j])
			}
			if score[j] > score[i] {
				rank++
			}
		}
		f := func(b bool) float32 { return float32(flag(b)) }
		d := w.s.block.Doc
		g := w.x.seen[w.missing]
		t := &d.Tokens[w.pred]
		subject, object := w.s.slots(w.k, &w.known, &argument{})
		rows[i] = []float32{
			float32(score[i]), float32(score[i] - bestSame), float32(score[i] - bestPred), float32(rank), float32(len(ws)), float32(w.best),
			float32(w.age), float32(w.rank), float32(g.count), f(g.subject), f(w.object), f(w.x.headline[w.missing]),
			float32(w.x.together(w.known.entity, w.missing)), float32(w.x.partner(w.missing)),
			typeNumber(w.s.art.Entities[w.known.entity].Type), typeNumber(w.s.art.Entities[w.missing].Type),
			roleNumber(w.known.role), f(t.POS == "VERB"), f(t.POS == "NOUN"), f(t.Dep == "ROOT"), f(w.k.passive), f(w.k.object != ""),
			f(d.Child(w.k.verb, "dobj") >= 0), f(w.k.quoted), f(w.k.negated), float32(w.known.mention.Kind), float32(w.known.mention.Via),
			float32(w.known.mention.Confidence), float32(len(w.k.acts)), f(w.x.flow.place == w.missing),
			float32(len(w.s.mentions)), float32(w.s.index), float32(abs(w.pred - w.known.mention.Head)),
			subject, object, clausePlace(t.Dep), f(saying[w.k.lemma]), f(w.k.comp != ""),
			float32(affinity(w.s.art, w.known.entity, w.missing)),
			float32(w.pr.rank(w.missing)), w.pr.share(w.missing), float32(w.pr.together(w.known.entity, w.missing)),
			f(w.pr.closest(w.known.entity) == w.missing), f(w.pr.closest(w.missing) == w.known.entity),
			f(w.pr.headline[w.known.entity]), f(w.pr.headline[w.missing]),
			float32(ks.of(w.pred, w.known.mention, !w.object)), float32(ks.of(w.pred, w.known.mention, w.object)),
			float32(ks.rival(w.pred, w.known.mention, !w.object)), float32(ks.rival(w.pred, w.known.mention, w.object)),
		}
	}
	return rows
}
