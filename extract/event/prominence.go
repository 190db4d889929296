package event

import (
	"cmp"
	"maps"
	"slices"

	"entente/schema"
)

// prominence says how much an article is about each entity.
type prominence struct {
	count    map[int]int // mentions
	most     int         // of the entity with the most mentions
	headline map[int]bool
	pairs    map[[2]int]int // sentences that mention both
	ranks    map[int]int    // place by mentions, 1 for the most
	nearest  map[int]int    // who is most often mentioned in the same sentence
}

func newProminence(ss []sentence) *prominence {
	p := &prominence{count: map[int]int{}, headline: map[int]bool{}, pairs: map[[2]int]int{}, ranks: map[int]int{}, nearest: map[int]int{}}
	for i := range ss {
		here := map[int]bool{}
		for _, m := range ss[i].mentions {
			for _, e := range m.Entities {
				p.count[e]++
				here[e] = true
				if ss[i].block.Kind == schema.Headline {
					p.headline[e] = true
				}
			}
		}
		for a := range here {
			for b := range here {
				if a < b {
					p.pairs[[2]int{a, b}]++
				}
			}
		}
	}
	es := slices.Sorted(maps.Keys(p.count))
	slices.SortStableFunc(es, func(a, b int) int { return cmp.Compare(p.count[b], p.count[a]) })
	for i, e := range es {
		p.ranks[e] = i + 1
		p.most = max(p.most, p.count[e])
		best := 0
		for _, o := range es {
			if n := p.together(e, o); o != e && n > best {
				best = n
				p.nearest[e] = o
			}
		}
	}
	return p
}

// together counts the sentences that mention both.
func (p *prominence) together(a, b int) int { return p.pairs[[2]int{min(a, b), max(a, b)}] }

// rank is the entity's place by mentions, 1 for the most; beyond all ranks
// for one that is not mentioned.
func (p *prominence) rank(e int) int {
	if r, ok := p.ranks[e]; ok {
		return r
	}
	return len(p.ranks) + 1
}

// share is the number of mentions beside that of the most mentioned.
func (p *prominence) share(e int) float32 { return float32(p.count[e]) / float32(max(p.most, 1)) }

// closest returns the entity most often mentioned in the same sentence, -1 if
// none.
func (p *prominence) closest(e int) int {
	if o, ok := p.nearest[e]; ok {
		return o
	}
	return -1
}
