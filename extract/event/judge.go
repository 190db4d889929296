package event

import "entente/extract/forest"

// The judge looks once more at all that an article seems to state, when all
// of it is known: whether the code is sure, whether the same parties do the
// like elsewhere, what else the sentence states. A forest over these facts
// says how probable it is that the statement is right as it stands, parties
// and code together.

// judgeRows returns the facts of each statement of one article.
func judgeRows(pr *prominence, all []*found) [][]float32 {
	type pair [2]int
	parties := map[pair][]*found{}
	sentence := map[*sentence][]*found{}
	of := func(e *found) pair { return pair{min(e.a.entity, e.b.entity), max(e.a.entity, e.b.entity)} }
	for _, e := range all {
		parties[of(e)] = append(parties[of(e)], e)
		sentence[e.s] = append(sentence[e.s], e)
	}
	f := func(b bool) float32 { return float32(flag(b)) }
	rows := make([][]float32, len(all))
	for i, e := range all {
		var alike, any, pred float64
		for _, o := range parties[of(e)] {
			if o != e {
				any = max(any, o.raw)
				if o.code == e.code {
					alike = max(alike, o.raw)
				}
			}
		}
		for _, o := range sentence[e.s] {
			if o != e && o.k.pred == e.k.pred {
				pred = max(pred, o.raw)
			}
		}
		t := &e.s.block.Doc.Tokens[e.k.pred]
		subject, object := e.s.slots(e.k, &e.a, &e.b)
		row := []float32{
			float32(e.raw), float32(e.codeProb), float32(e.raw * e.codeProb), f(e.rule != pairRule),
			float32(len(parties[of(e)])), float32(alike), float32(any), float32(len(sentence[e.s])), float32(pred),
			typeNumber(e.s.art.Entities[e.a.entity].Type), typeNumber(e.s.art.Entities[e.b.entity].Type),
			float32(affinity(e.s.art, e.a.entity, e.b.entity)), f(reciprocal(e.code)), f(t.POS == "VERB"), f(saying[e.k.lemma]), f(e.k.quoted),
			subject, object, clausePlace(t.Dep),
			float32(pr.rank(e.a.entity)), float32(pr.rank(e.b.entity)), pr.share(e.a.entity), pr.share(e.b.entity),
			float32(pr.together(e.a.entity, e.b.entity)), f(pr.closest(e.a.entity) == e.b.entity), f(pr.closest(e.b.entity) == e.a.entity),
		}
		for _, a := range []*argument{&e.a, &e.b} {
			if a.mention == nil {
				row = append(row, -1, -1, 0, -1)
				continue
			}
			row = append(row, float32(a.mention.Kind), float32(a.mention.Via), float32(a.mention.Confidence), roleNumber(a.role))
		}
		for _, p := range e.codes {
			row = append(row, float32(p))
		}
		for _, p := range e.modes {
			row = append(row, float32(p))
		}
		rows[i] = row
	}
	return rows
}

var judgeOptions = forest.Options{Trees: 160, Depth: 4, Rate: 0.05, MinLeaf: 6}

// judgeSeeds is the number of forests that are averaged for the judge. It
// looks at few rows, so that more cost little.
const judgeSeeds = 10

// testimony is what one article states, for the judge to learn from: the rows
// and whether each statement is right; -1 where the gold facts cannot tell.
type testimony struct {
	told   []*found
	rows   [][]float32
	labels []int
	weight float32
}

func testify(pr *prominence, told []*found, from *Sample) testimony {
	g := from.Gold
	t := testimony{told: told, rows: judgeRows(pr, told), labels: make([]int, len(told)), weight: from.Weight}
	for i, e := range told {
		a, b := e.s.art.Entities[e.a.entity].Name, e.s.art.Entities[e.b.entity].Name
		if len(g.Names(a)) == 0 || len(g.Names(b)) == 0 {
			t.labels[i] = -1
			continue
		}
		if from.unsaid(e.a.entity) || from.unsaid(e.b.entity) {
			t.labels[i] = -1
		}
		for k := range g.Events {
			if g.Parties(&g.Events[k], a, b) && g.Events[k].TypeOK(string(e.code), e.relation) {
				t.labels[i] = 1
				break
			}
		}
	}
	return t
}

// fitJudge fits the judge to the articles that use accepts.
func fitJudge(ts []testimony, use func(i int) bool) *forest.Forest {
	var set trainingSet
	for i := range ts {
		if !use(i) {
			continue
		}
		for j, l := range ts[i].labels {
			if l >= 0 {
				set.add(ts[i].rows[j], l, ts[i].weight)
			}
		}
	}
	return set.grow(judgeOptions, judgeSeeds)
}

// judged gives the statements their probabilities and returns those that
// reach the least.
func judged(all []*found, probs []float64, least float64) []*found {
	out := make([]*found, 0, len(all))
	for i, e := range all {
		if e.prob = probs[i]; e.prob >= least {
			out = append(out, e)
		}
	}
	return out
}
