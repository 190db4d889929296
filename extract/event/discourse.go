package event

import "entente/schema"

// discourse is what a reader keeps in mind from the sentences before: who was
// spoken of, in which part, and who did what with whom.
type discourse struct {
	now      int // number of the current sentence
	item     int
	seen     map[int]sighting
	headline map[int]bool
	pairs    []pairSeen
	flow     flow
}

type sighting struct {
	sentence int
	subject  bool
	count    int
}

type pairSeen struct{ a, b, sentence int }

func newDiscourse() *discourse {
	return &discourse{seen: map[int]sighting{}, headline: map[int]bool{}, flow: flow{place: -1, dateline: -1}}
}

// enter begins a sentence. A new item forgets what was in force.
func (x *discourse) enter(s *sentence) {
	x.now++
	x.flow.placeAge++
	if s.block.Item != x.item {
		x.item = s.block.Item
		x.flow.place = -1
		for e, g := range x.seen {
			g.sentence -= 3
			x.seen[e] = g
		}
	}
}

// leave ends a sentence with the events found in it.
func (x *discourse) leave(s *sentence, pairs [][2]int) {
	for _, m := range s.mentions {
		subject := s.block.Doc.Tokens[m.Head].Dep == "nsubj"
		for _, e := range m.Entities {
			g := x.seen[e]
			subject := subject || g.sentence == x.now && g.subject
			x.seen[e] = sighting{x.now, subject, g.count + 1}
			if s.block.Kind == schema.Headline {
				x.headline[e] = true
			}
		}
	}
	for _, p := range pairs {
		x.pairs = append(x.pairs, pairSeen{p[0], p[1], x.now})
	}
}

// together returns how many sentences ago the two were last parties of one
// event, -1 if never.
func (x *discourse) together(a, b int) int {
	for i := len(x.pairs) - 1; i >= 0; i-- {
		p := x.pairs[i]
		if p.a == a && p.b == b || p.a == b && p.b == a {
			return x.now - p.sentence
		}
	}
	return -1
}

// partner returns how many sentences ago b was a party of any event, -1 if
// never.
func (x *discourse) partner(b int) int {
	for i := len(x.pairs) - 1; i >= 0; i-- {
		if p := x.pairs[i]; p.a == b || p.b == b {
			return x.now - p.sentence
		}
	}
	return -1
}
