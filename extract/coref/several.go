package coref

import (
	"math"
	"sort"
	"strings"

	"entente/extract/analysis"
	"entente/schema"
)

// numeral resolves "the two", "both", "the pair", "each other", "the trio",
// when token i is their head.
func (w *walker) numeral(i int) bool {
	t := &w.d.Tokens[i]
	n := 0
	switch w.low[i] {
	case "two", "pair", "duo":
		n = 2
	case "both":
		n = 2
	case "three", "trio":
		n = 3
	case "four", "quartet":
		n = 4
	case "five":
		n = 5
	case "six":
		n = 6
	case "seven":
		n = 7
	case "neither", "each":
		return w.ofPair(i)
	case "other", "another":
		return w.reciprocal(i)
	default:
		return false
	}
	if t.Dep == "nummod" || t.Dep == "det" || t.Dep == "predet" || t.Dep == "amod" || t.Dep == "preconj" || t.Dep == "cc" || t.Dep == "compound" || t.Dep == "advmod" || t.Dep == "appos" || t.Dep == "quantmod" {
		return false
	}
	if t.Dep == "preconj" || i+1 < len(w.low) && (w.low[i+1] == "of" && w.d.Tokens[i+1].Head == i || strings.HasPrefix(w.d.Tokens[i+1].Tag, "NN") || w.low[i+1] == "-") {
		if w.low[i] != "both" || w.low[min(i+1, len(w.low)-1)] != "of" {
			return false
		}
	}
	start := i
	if w.low[i] != "both" {
		if i == 0 || w.low[i-1] != "the" {
			return false
		}
		start = i - 1
	}
	// "both X and Y" after all
	for _, c := range w.d.Children(i) {
		if w.d.Tokens[c].Dep == "prep" && w.low[c] != "of" {
			return false
		}
	}
	w.done[i] = true
	m := analysis.Mention{Start: start, End: i + 1, Head: i, Kind: analysis.Nominal}
	ents := w.together(i, n)
	if ents == nil {
		return true
	}
	m.Entities, m.Rule, m.Confidence = ents, "the "+w.low[i], 0.8
	w.mention(m)
	return true
}

// together returns the n actors of one kind that the text speaks of together,
// or nil.
func (w *walker) together(i, n int) []int {
	person := func(e int) bool { return w.art.Entities[e].Type == schema.Person }
	state := func(e int) bool { return w.art.Entities[e].Type == schema.Country }
	a := w.severalScored(i, n, person, "")
	b := w.severalScored(i, n, state, "")
	if a.ents == nil || b.ents != nil && b.score > a.score+0.5 {
		a = b
	}
	if a.ents == nil {
		a = w.severalScored(i, n, func(e int) bool {
			x := w.art.Entities[e].Type
			return x == schema.Country || x == schema.Organization || x == schema.Group || x == schema.Person
		}, "")
	}
	return a.ents
}

// ofPair resolves "each" and "neither", alone or before "of them", to the two
// that the text speaks of.
func (w *walker) ofPair(i int) bool {
	switch w.d.Tokens[i].Dep {
	case "nsubj", "nsubjpass", "pobj", "dobj":
	default:
		return false
	}
	end := i + 1
	if end < len(w.low) && w.low[end] == "of" {
		if end+1 >= len(w.low) || w.low[end+1] != "them" {
			return false
		}
		end += 2
	} else if end < len(w.low) && w.d.Tokens[end].Tag[0] == 'N' || w.low[end-1] == "each" && w.d.Tokens[i].Dep == "dobj" {
		return false // "two dollars each"
	}
	w.done[i] = true
	if ents := w.together(i, 2); ents != nil {
		w.mention(analysis.Mention{Start: i, End: end, Head: i, Kind: analysis.Nominal, Entities: ents, Rule: w.low[i], Confidence: 0.65})
	}
	return true
}

// reciprocal resolves "each other", "one another" and "the other" to those
// that the subject stands for; "the other" beside one of a pair is the other
// one.
func (w *walker) reciprocal(i int) bool {
	if i == 0 {
		return false
	}
	the := w.low[i] == "other" && w.low[i-1] == "the"
	if !the && !(w.low[i] == "other" && w.low[i-1] == "each" || w.low[i] == "another" && w.low[i-1] == "one") {
		return false
	}
	if the && (i+1 < len(w.low) && (w.d.Tokens[i+1].Tag[0] == 'N' || w.d.Tokens[i+1].Tag[0] == 'J') || w.d.Tokens[i].Dep == "amod" || w.d.Tokens[i].Dep == "nsubj") {
		return false
	}
	w.done[i] = true
	m := analysis.Mention{Start: i - 1, End: i + 1, Head: i, Kind: analysis.Pronoun, Rule: "reciprocal", Confidence: 0.9}
	v := clauseVerb(w.d, i)
	for ; v >= 0; v = clauseVerb(w.d, v) {
		s := w.d.Child(v, "nsubj", "nsubjpass")
		if s < 0 {
			continue
		}
		for k := len(w.refs) - 1; k >= w.from; k-- {
			rf := &w.refs[k]
			if rf.block != w.block || rf.sent != w.sent || rf.tok != s && firstConjunct(w.d, rf.tok) != s {
				continue
			}
			if len(rf.ents) > 1 {
				m.Entities = rf.ents
				w.mention(m)
				return true
			}
			if the && len(rf.ents) == 1 {
				if e := w.otherOf(rf.ents[0]); e >= 0 {
					set1(&m, e, analysis.Direct, "the other", 0.7)
					w.mention(m)
				}
				return true
			}
		}
		break
	}
	return true
}

// otherOf returns the other of the last pair that holds e, -1 when none does.
func (w *walker) otherOf(e int) int {
	for k := len(w.refs) - 1; k >= w.from && w.sent-w.refs[k].sent <= 3; k-- {
		if ents := w.refs[k].ents; len(ents) == 2 && has(ents, e) {
			if ents[0] == e {
				return ents[1]
			}
			return ents[0]
		}
	}
	return -1
}

// byOrigin resolves "the Ukrainian", "an American": one person by origin.
func (w *walker) byOrigin(i int) bool {
	m := w.nameOn(w.block, i)
	if m == nil || !m.people || !m.demonym || w.manyPeople(m) || m.start != i {
		return false
	}
	w.done[i] = true
	x := analysis.Mention{Start: i, End: i + 1, Head: i, Kind: analysis.Nominal}
	t := &w.d.Tokens[i]
	if i > 0 && w.low[i-1] == "the" {
		x.Start--
		if e := w.citizenOf(m.ent, ""); e >= 0 {
			set1(&x, e, analysis.Direct, "person of a state", 0.7)
			w.mention(x)
		}
		return true
	}
	if t.Dep == "appos" {
		if k, ok := w.at[t.Head]; ok {
			x.Entities = w.art.Blocks[w.block].Mentions[k].Entities
			x.Rule, x.Confidence = "apposition", 0.9
			w.mention(x)
		}
	}
	return true
}

// formerLatter resolves "the former" and "the latter": the latter is who was
// named last, the former the first of the last pair.
func (w *walker) formerLatter(i int) bool {
	w.done[i] = true
	m := analysis.Mention{Start: i - 1, End: i + 1, Head: i, Kind: analysis.Nominal}
	if w.low[i] == "latter" {
		apart := w.disjoint(i)
		for k := len(w.refs) - 1; k >= w.from && w.sent-w.refs[k].sent <= 2; k-- {
			rf := &w.refs[k]
			if len(rf.ents) != 1 || rf.pronoun || rf.role == modifier || rf.place || overlap(rf.ents, apart) || w.art.Entities[rf.ents[0]].Type == schema.Place {
				continue
			}
			set1(&m, rf.ents[0], analysis.Direct, "the latter", 0.7)
			w.mention(m)
			break
		}
		return true
	}
	for k := len(w.refs) - 1; k >= w.from && w.sent-w.refs[k].sent <= 1; k-- {
		if rf := &w.refs[k]; rf.group && len(rf.ents) == 2 {
			set1(&m, rf.ents[0], analysis.Direct, "the former", 0.7)
			w.mention(m)
			return true
		}
	}
	p := w.severalScored(i, 2, func(e int) bool { return w.art.Entities[e].Type != schema.Place }, "")
	if p.ents == nil {
		return true
	}
	e := p.ents[0]
	if w.firstInWindow(p.ents[1]) < w.firstInWindow(e) {
		e = p.ents[1]
	}
	set1(&m, e, analysis.Direct, "the former", 0.6)
	w.mention(m)
	return true
}

// firstInWindow returns where an entity comes first in this sentence and the
// one before.
func (w *walker) firstInWindow(e int) int {
	for k := w.from; k < len(w.refs); k++ {
		if w.sent-w.refs[k].sent <= 1 && len(w.refs[k].ents) == 1 && w.refs[k].ents[0] == e {
			return k
		}
	}
	return len(w.refs)
}

// set of entities with how well it suits.
type several struct {
	ents  []int
	score float64
}

// several returns the n entities of the wanted kind that the text speaks of
// together, or nil. Persons that hold an office of the field come first.
func (w *walker) several(i, n int, want func(int) bool, field string) []int {
	return w.severalScored(i, n, want, field).ents
}

func (w *walker) severalScored(i, n int, want func(int) bool, field string) several {
	barred := map[int]bool{}
	for k := len(w.refs) - 1; k >= w.from && w.refs[k].sent == w.sent; k-- {
		if rf := &w.refs[k]; len(rf.ents) == 1 && w.barred(i, rf, &need{}) {
			barred[rf.ents[0]] = true
		}
	}
	// actors: persons stand for their states
	as := func(e int) int {
		if barred[e] {
			return -1
		}
		if want(e) {
			return e
		}
		if field == "actors" && w.art.Entities[e].Type == schema.Person {
			if c := w.art.Entities[e].Country; c >= 0 && want(c) {
				return c
			}
		}
		return -1
	}
	fit := func(e int) float64 {
		if field == "" || field == "actors" {
			return 0
		}
		any, match := w.holds(e, field)
		switch {
		case match:
			return 1.2
		case any:
			return -3
		}
		return 0
	}
	var best several
	best.score = -4
	weight := map[int]float64{}
	var order []int
	for k := len(w.refs) - 1; k >= w.from; k-- {
		rf := &w.refs[k]
		gap := w.sent - rf.sent
		if gap > 10 {
			break
		}
		recent := -0.7 * float64(gap)
		if rf.block != w.block {
			recent -= 0.3
		}
		if len(rf.ents) == n {
			var ents []int
			f := 0.0
			for _, e := range rf.ents {
				if x := as(e); x >= 0 && !has(ents, x) {
					ents = append(ents, x)
					f += fit(e)
				}
			}
			if len(ents) == n {
				s := 2.5 + recent + f/2
				switch {
				case rf.group:
					s += 0.3
				case rf.pair:
					s -= 0.7
				}
				if s > best.score {
					best = several{ents, s}
				}
			}
			continue
		}
		if len(rf.ents) != 1 {
			continue
		}
		e := as(rf.ents[0])
		if e < 0 {
			continue
		}
		s := recent + fit(rf.ents[0]) + 0.3*math.Log(float64(w.count[rf.ents[0]])) + 0.4*math.Log(float64(w.total[rf.ents[0]]+1))
		switch rf.role {
		case subject, passiveSubject:
			s += 1.2
		case agent, indirect, object:
			s += 0.9
		case oblique:
			s += 0.6
		case possessor:
			s += 0.2
		case modifier:
			s -= 0.6
		}
		if rf.place {
			s -= 1.5
		}
		if rf.quote >= 0 && (rf.block != w.block || rf.quote != quoteAt(w.quotes, i)) {
			s -= 0.8 // whom somebody only speaks of
		}
		if old, ok := weight[e]; !ok {
			order = append(order, e)
			weight[e] = s
		} else {
			weight[e] = max(old, s) + 0.25
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return weight[order[a]] > weight[order[b]] })
	if len(order) >= n {
		s := 0.0
		for _, e := range order[:n] {
			s += weight[e]
		}
		s /= float64(n)
		if len(order) > n {
			s += min(1, (weight[order[n-1]]-weight[order[n]])/2)
		} else {
			s += 0.5
		}
		if s > best.score {
			top := append([]int(nil), order[:n]...)
			sort.SliceStable(top, func(a, b int) bool { return w.firstRef(top[a]) < w.firstRef(top[b]) })
			best = several{top, s}
		}
	}
	if best.score < -3 {
		return several{score: best.score}
	}
	return best
}

// firstRef returns where an entity comes first in the item.
func (w *walker) firstRef(e int) int {
	for k := w.from; k < len(w.refs); k++ {
		if has(w.refs[k].ents, e) {
			return k
		}
	}
	return len(w.refs)
}
