package nlp

import (
	"fmt"
	"strings"
)

// entityRecognizer finds named entities by moves that begin (B), continue (I)
// and end (L) an entity, make one of a single word (U) or none (O), one move
// a word from left to right.
type entityRecognizer struct {
	model                     *transitionModel
	labels                    []string
	begin, in, last, unit, no int // first class of each kind; kinds have the labels in the same order
}

const nerSlots = 3

func newEntityRecognizer(t *tensors, kn *kernel, names []string) (*entityRecognizer, error) {
	r := &entityRecognizer{}
	for _, name := range names {
		if label, ok := strings.CutPrefix(name, "B-"); ok {
			r.labels = append(r.labels, label)
		}
	}
	k := len(r.labels)
	r.in, r.last, r.unit, r.no = k, 2*k, 3*k, 4*k+1
	if len(names) != 4*k+2 || names[r.no] != "O" {
		return nil, fmt.Errorf("%d entity moves do not fit %d labels", len(names), k)
	}
	for i, letter := range "BILU" {
		for j, label := range r.labels {
			if names[i*k+j] != string(letter)+"-"+label {
				return nil, fmt.Errorf("entity move %q where %c-%s was expected", names[i*k+j], letter, label)
			}
		}
	}
	r.model = newTransitionModel(t, kn, "ner", nerSlots, len(names))
	return r, nil
}

// run writes for each of n words 'B', 'I' or 'O' to iob and its label to
// types, from the reduced vectors u (n, 64). An entity does not begin with
// white space and does not cross a sentence start.
func (r *entityRecognizer) run(kn *kernel, s *scratch, u []float32, toks []token, starts []bool, mark func(i int, iob byte, label string)) {
	n := len(toks)
	table := r.model.table(kn, s, u, n)
	var out [maxMoves]float32
	open, label := int32(-1), 0
	k := len(r.labels)
	for i := range n {
		words := [nerSlots]int32{int32(i), open, -1}
		if open >= 0 {
			words[2] = int32(i) - 1
		}
		scores := table.scores(&out, words[:])
		more := i+1 < n && !starts[i+1]
		if open >= 0 {
			mark(i, 'I', r.labels[label])
			if !more || scores[r.last+label] > scores[r.in+label] {
				open = -1
			}
			continue
		}
		best := -1
		consider := func(from, to int) {
			for c := from; c < to; c++ {
				if best < 0 || scores[c] > scores[best] {
					best = c
				}
			}
		}
		if !toks[i].lex.space {
			if more {
				consider(r.begin, r.begin+k)
			}
			consider(r.unit, r.unit+k)
		}
		consider(r.no, r.no+1)
		switch {
		case best == r.no:
			mark(i, 'O', "")
		case best >= r.unit:
			mark(i, 'B', r.labels[best-r.unit])
		default:
			open, label = int32(i), best-r.begin
			mark(i, 'B', r.labels[label])
		}
	}
}
