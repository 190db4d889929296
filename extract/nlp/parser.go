package nlp

import "fmt"

// parser finds each word's head and label by the arc-eager system, taking the
// move with the highest score among those allowed.
type parser struct {
	model *transitionModel
	moves []parserMove
	kinds [moveKinds][2]int // the classes of each kind, from and to
}

func newParser(t *tensors, kn *kernel, names []string) (*parser, error) {
	p := &parser{}
	for _, name := range names {
		m, ok := parseParserMove(name)
		if !ok {
			return nil, fmt.Errorf("unknown parser move %q", name)
		}
		if n := len(p.moves); n == 0 || p.moves[n-1].kind != m.kind {
			if p.kinds[m.kind][1] > 0 {
				return nil, fmt.Errorf("the moves of the kind of %s do not follow each other", name)
			}
			p.kinds[m.kind][0] = n
		}
		p.moves = append(p.moves, m)
		p.kinds[m.kind][1] = len(p.moves)
	}
	p.model = newTransitionModel(t, kn, "parser", parserSlots, len(names))
	return p, nil
}

// run parses n words from their reduced vectors u (n, 64) and leaves the
// result in state.
func (p *parser) run(kn *kernel, s *scratch, state *arcEager, u []float32, n int) {
	state.reset(n)
	table := p.model.table(kn, s, u, n)
	var out [maxMoves]float32
	for !state.done() {
		words := state.context()
		scores := table.scores(&out, words[:])
		ok := state.valid()
		best, most := -1, float32(0)
		for kind, classes := range p.kinds {
			if !ok[kind] {
				continue
			}
			for c := classes[0]; c < classes[1]; c++ {
				if v := scores[c]; v > most || best < 0 {
					best, most = c, v
				}
			}
		}
		state.apply(p.moves[best].kind, uint8(best))
	}
}
