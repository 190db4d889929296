package event

import (
	"math"
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// denseRows fills the rows of the second stage: what the first stage thinks of the
// candidate and of its rivals, and coarse facts whose interplay matters.
func denseRows(vs []view, score []float64, ks *stakes, pr *prominence) [][]float32 {
	rows := make([][]float32, len(vs))
	for i := range vs {
		hasSubject, hasObject := false, false
		for j := range vs {
			if vs[j].c.pred == vs[i].c.pred {
				hasSubject = hasSubject || isSubjectRole(vs[j].c.a.role)
				hasObject = hasObject || vs[j].c.b.role == "obj" || vs[j].c.b.role == "iobj"
			}
		}
		w := &vs[i]
		c, k := w.c, w.k
		d := w.s.block.Doc
		s := score[i]
		// rivals
		bestPair, bestPred, bestRev, bestA, bestB, rank := -9.0, -9.0, -9.0, -9.0, -9.0, 0
		samePred, samePair := 0, 0
		for j := range vs {
			if j == i {
				continue
			}
			o := vs[j].c
			sj := score[j]
			same := o.a.entity == c.a.entity && o.b.entity == c.b.entity
			if same {
				bestPair = math.Max(bestPair, sj)
				samePair++
			}
			if o.a.entity == c.b.entity && o.b.entity == c.a.entity && o.pred == c.pred {
				bestRev = math.Max(bestRev, sj)
			}
			if o.pred == c.pred && !same {
				bestPred = math.Max(bestPred, sj)
				samePred++
				if o.a.entity == c.a.entity {
					bestA = math.Max(bestA, sj)
				}
				if o.b.entity == c.b.entity {
					bestB = math.Max(bestB, sj)
				}
			}
			if sj > s {
				rank++
			}
		}
		f := func(b bool) float32 {
			if b {
				return 1
			}
			return 0
		}
		t := &d.Tokens[c.pred]
		subject, object := w.s.slots(k, &c.a, &c.b)
		row := []float32{
			float32(s), float32(s - bestPair), float32(s - bestPred), float32(s - bestRev), float32(s - bestA), float32(s - bestB),
			float32(rank), float32(samePred), float32(samePair), float32(len(vs)),
			roleNumber(c.a.role), roleNumber(c.b.role), float32(strings.Count(c.a.role, ">")), float32(strings.Count(c.b.role, ">")),
			f(strings.Contains(c.a.role, "^")), f(strings.Contains(c.b.role, "^")),
			float32(abs(c.pred - c.a.mention.Head)), float32(abs(c.pred - c.b.mention.Head)), float32(c.a.mention.Head - c.b.mention.Head),
			f(t.POS == "VERB"), f(t.POS == "NOUN"), f(t.POS == "AUX"), f(t.Dep == "ROOT"), f(k.passive), f(k.negated), f(k.quoted),
			f(k.modal != ""), f(k.governor >= 0), f(k.tense == "past"), f(k.tense == "ing"), f(k.object != ""),
			typeNumber(w.typeOf(c.a)), typeNumber(w.typeOf(c.b)), float32(c.a.mention.Kind), float32(c.b.mention.Kind),
			float32(c.a.mention.Via), float32(c.b.mention.Via), f(c.a.mention == c.b.mention),
			float32(w.nearerA), float32(w.nearerB), float32(w.s.span.End - w.s.span.Start), float32(w.s.index),
			f(w.s.block.Kind == schema.Paragraph), f(c.a.mention.Kind == analysis.Demonym), f(c.b.mention.Kind == analysis.Demonym),
			f(isSubjectRole(c.a.role)), f(isSubjectRole(c.b.role)), f(c.b.role == "obj"), f(strings.HasPrefix(c.b.role, "pp:")), f(strings.HasPrefix(c.b.role, "obj>")),
			f(hasSubject), f(hasObject), float32(w.affinity()), float32(len(k.acts)),
			float32(pr.count[c.a.entity]), float32(pr.count[c.b.entity]), f(pr.headline[c.a.entity]), f(pr.headline[c.b.entity]),
			float32(pr.together(c.a.entity, c.b.entity)),
			float32(c.a.mention.Confidence), float32(c.b.mention.Confidence), float32(len(c.a.mention.Entities)), float32(len(c.b.mention.Entities)),
			f(mutual[k.lemma] || mutual[k.object]), f(c.a.role == c.b.role), f(k.comp != ""), f(saying[k.lemma]),
			subject, object, clausePlace(t.Dep), f(saying[k.govLemma]), f(k.modal == "to"),
			float32(ks.of(c.pred, c.a.mention, false)), float32(ks.of(c.pred, c.b.mention, true)),
			float32(ks.rival(c.pred, c.a.mention, false)), float32(ks.rival(c.pred, c.b.mention, true)),
			float32(ks.of(c.pred, c.a.mention, true)), float32(ks.of(c.pred, c.b.mention, false)),
		}
		rows[i] = row
	}
	return rows
}

func isSubjectRole(r string) bool { return r == "subj" || r == "agent" || r == "poss" }

func roleNumber(r string) float32 {
	switch {
	case r == "subj":
		return 0
	case r == "agent":
		return 1
	case r == "poss":
		return 2
	case r == "mod":
		return 3
	case r == "obj":
		return 4
	case r == "iobj":
		return 5
	case strings.HasPrefix(r, "pp:") && !strings.Contains(r, ">"):
		return 6
	case strings.HasPrefix(r, "obj>pp:") && strings.Count(r, ">") == 1:
		return 7
	case strings.HasPrefix(r, "obj>"):
		return 8
	case strings.HasPrefix(r, "pp:"):
		return 9
	case strings.HasPrefix(r, "xcomp>"):
		return 10
	case strings.HasPrefix(r, "ccomp>"):
		return 11
	case strings.HasPrefix(r, "^"):
		return 13
	}
	return 12
}

func typeNumber(t schema.EntityType) float32 {
	switch t {
	case schema.Person:
		return 0
	case schema.Country:
		return 1
	case schema.Organization:
		return 2
	case schema.Group:
		return 3
	case schema.Place:
		return 5
	case schema.Agreement:
		return 6
	}
	return 4
}
