package nlp

import "strings"

// moveKind is the kind of a move of the arc-eager parser.
type moveKind uint8

const (
	shift    moveKind = iota // push the first word of the buffer
	reduce                   // pop the stack
	leftArc                  // the first word of the buffer governs the top of the stack: pop
	rightArc                 // the top of the stack governs the first word of the buffer: push
	breakArc                 // a sentence starts at the second word of the buffer
	moveKinds
)

// parserMove is one class of the parser's model.
type parserMove struct {
	kind  moveKind
	label string
}

// parseParserMove reads a move's name such as "L-nsubj".
func parseParserMove(name string) (parserMove, bool) {
	letter, label, _ := strings.Cut(name, "-")
	kind := strings.Index("SDLRB", letter)
	return parserMove{moveKind(max(kind, 0)), label}, kind >= 0 && len(letter) == 1
}

// arcEager is the state of a parse by the arc-eager transition system, as
// spaCy's arc_eager.pyx and _state.pxd define it: words are pushed from the
// buffer to the stack and get heads on the way; words popped without a head
// return to the buffer once.
type arcEager struct {
	n       int
	stack   []int32
	back    []int32 // words returned to the buffer, the first one last
	next    int32   // first word of the buffer behind those
	heads   []int32 // -1 for none
	labels  []uint8 // class of the move that set the head
	noShift []bool  // may not be shifted (again)
	starts  []bool  // sentence starts set by breakArc
	left    []int32 // last left child of each word, -1 for none
	right   []int32 // last right child
	prev    []int32 // the child before on the same side of the same head
}

// reset makes the state that of n unparsed words.
func (s *arcEager) reset(n int) {
	s.n, s.next = n, 0
	s.stack, s.back = s.stack[:0], s.back[:0]
	if cap(s.heads) < n {
		s.heads, s.left, s.right, s.prev = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
		s.labels, s.noShift, s.starts = make([]uint8, n), make([]bool, n), make([]bool, n)
	}
	s.heads, s.left, s.right, s.prev = s.heads[:n], s.left[:n], s.right[:n], s.prev[:n]
	s.labels, s.noShift, s.starts = s.labels[:n], s.noShift[:n], s.starts[:n]
	for i := range n {
		s.heads[i], s.left[i], s.right[i] = -1, -1, -1
	}
	clear(s.noShift)
	clear(s.starts)
}

// s returns the i-th word from the top of the stack, or -1.
func (s *arcEager) s(i int) int32 {
	if i >= len(s.stack) {
		return -1
	}
	return s.stack[len(s.stack)-1-i]
}

// b returns the i-th word of the buffer, or -1.
func (s *arcEager) b(i int) int32 {
	if i < len(s.back) {
		return s.back[len(s.back)-1-i]
	}
	if at := s.next + int32(i-len(s.back)); int(at) < s.n {
		return at
	}
	return -1
}

// waiting is the length of the buffer.
func (s *arcEager) waiting() int { return s.n - int(s.next) + len(s.back) }

// done reports whether stack and buffer are empty.
func (s *arcEager) done() bool { return len(s.stack) == 0 && s.waiting() == 0 }

func (s *arcEager) startsAt(word int32) bool { return word >= 0 && s.starts[word] }

// valid returns the kinds of moves that the state allows. At least one is
// allowed as long as the state is not done.
func (s *arcEager) valid() (ok [moveKinds]bool) {
	depth, waiting := len(s.stack), s.waiting()
	b0 := s.b(0)
	ok[shift] = depth == 0 || waiting >= 2 && !s.startsAt(b0) && !s.noShift[b0]
	ok[reduce] = depth > 0
	arc := depth > 0 && waiting > 0 && !s.startsAt(b0)
	ok[leftArc], ok[rightArc] = arc, arc
	if waiting >= 2 {
		b1 := s.b(1)
		ok[breakArc] = b1 == b0+1 && !s.starts[b1]
	}
	return ok
}

// apply makes a valid move; class is kept as the label of the arc it sets.
func (s *arcEager) apply(kind moveKind, class uint8) {
	switch kind {
	case shift:
		s.push()
	case reduce:
		top := s.s(0)
		s.pop()
		if s.heads[top] < 0 && len(s.stack) > 0 {
			s.noShift[top] = true
			s.back = append(s.back, top)
		}
	case leftArc:
		b0 := s.b(0)
		s.attach(b0, s.s(0), class)
		s.noShift[b0] = false
		s.pop()
	case rightArc:
		s.attach(s.s(0), s.b(0), class)
		s.push()
	case breakArc:
		s.starts[s.b(1)] = true
	}
}

func (s *arcEager) push() {
	if n := len(s.back); n > 0 {
		s.stack = append(s.stack, s.back[n-1])
		s.back = s.back[:n-1]
		return
	}
	s.stack = append(s.stack, s.next)
	s.next++
}

func (s *arcEager) pop() { s.stack = s.stack[:len(s.stack)-1] }

// attach makes head the head of child, in place of one it may have.
func (s *arcEager) attach(head, child int32, class uint8) {
	if old := s.heads[child]; old >= 0 {
		// Only the last child of a list can still be reattached.
		if last := s.side(old, child); *last == child {
			*last = s.prev[child]
		}
	}
	last := s.side(head, child)
	s.prev[child] = *last
	*last = child
	s.heads[child], s.labels[child] = head, class
}

// side is where the last child of head on child's side is kept.
func (s *arcEager) side(head, child int32) *int32 {
	if child < head {
		return &s.left[head]
	}
	return &s.right[head]
}

// parserSlots is the number of words whose vectors describe a state.
const parserSlots = 8

// context returns the words that describe the state: two of the buffer, three
// of the stack, the last left child of the first word of the buffer, the last
// left and right child of the top of the stack; -1 where there is none.
func (s *arcEager) context() [parserSlots]int32 {
	c := [parserSlots]int32{s.b(0), s.b(1), s.s(0), s.s(1), s.s(2), -1, -1, -1}
	if b0 := c[0]; b0 >= 0 {
		c[5] = s.left[b0]
	}
	if s0 := c[2]; s0 >= 0 {
		c[6], c[7] = s.left[s0], s.right[s0]
	}
	return c
}
