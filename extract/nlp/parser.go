package nlp

import "fmt"

// parser finds each word's head and label by the arc-eager system, taking the
// move with the highest score among those allowed.
type parser struct {
	model *transitionModel
	moves []parserMove
	kinds []moveKind // of each move
}

func newParser(t *tensors, kn *kernel, names []string) (*parser, error) {
	p := &parser{}
	for _, name := range names {
		m, ok := parseParserMove(name)
		if !ok {
			return nil, fmt.Errorf("unknown parser move %q", name)
		}
		p.moves = append(p.moves, m)
		p.kinds = append(p.kinds, m.kind)
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
		best := -1
		for i, k := range p.kinds {
			if ok[k] && (best < 0 || scores[i] > scores[best]) {
				best = i
			}
		}
		if best < 0 { // only with weights that are not numbers
			best = 1
		}
		state.apply(p.kinds[best], uint8(best))
	}
}
