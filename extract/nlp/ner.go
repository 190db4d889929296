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

// next returns the class of the best move at a word: scores are the model's,
// open is the label of the entity that is open or -1, more tells that the
// entity may go on at the next word, space that the word is white space.
func (r *entityRecognizer) next(scores []float32, open int, more, space bool) int {
	k := len(r.labels)
	if open >= 0 {
		if more && scores[r.in+open] >= scores[r.last+open] {
			return r.in + open
		}
		return r.last + open
	}
	if space {
		return r.no
	}
	best := r.unit
	if more {
		best = r.begin
		for c := r.begin + 1; c < r.begin+k; c++ {
			if scores[c] > scores[best] {
				best = c
			}
		}
	}
	for c := r.unit; c < r.unit+k; c++ {
		if scores[c] > scores[best] {
			best = c
		}
	}
	if scores[r.no] > scores[best] {
		return r.no
	}
	return best
}

// run calls mark for each word with 'B', 'I' or 'O' and the entity's label,
// from the reduced vectors u (n, 64). An entity does not begin with white
// space and does not cross a sentence start.
func (r *entityRecognizer) run(kn *kernel, s *scratch, u []float32, toks []token, starts []bool, mark func(i int, iob byte, label string)) {
	n := len(toks)
	table := r.model.table(kn, s, u, n)
	var out [maxMoves]float32
	start, label := int32(-1), -1 // of the open entity
	k := len(r.labels)
	for i := range n {
		words := [nerSlots]int32{int32(i), start, -1}
		if start >= 0 {
			words[2] = int32(i) - 1
		}
		more := i+1 < n && !starts[i+1]
		move := r.next(table.scores(&out, words[:]), label, more, toks[i].lex.space)
		switch {
		case move == r.no:
			mark(i, 'O', "")
		case move < r.in:
			start, label = int32(i), move
			mark(i, 'B', r.labels[label])
		case move < r.last:
			mark(i, 'I', r.labels[label])
		case move < r.unit:
			mark(i, 'I', r.labels[label])
			start, label = -1, -1
		default:
			mark(i, 'B', r.labels[move-3*k])
		}
	}
}
