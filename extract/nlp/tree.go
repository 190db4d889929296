package nlp

import "strings"

// tree is the dependency tree of a document.
type tree struct {
	heads       []int32 // a root is its own head
	deps        []string
	left, right []int32 // edges of each word's subtree
	starts      []bool  // sentence starts
}

// newTree reads the arcs off a finished parse. Words without a head become
// roots.
func newTree(p *parser, s *arcEager, toks []token) *tree {
	n := s.n
	ints := make([]int32, 3*n)
	t := &tree{heads: ints[:n], left: ints[n : 2*n], right: ints[2*n:], deps: make([]string, n), starts: make([]bool, n)}
	lifted := false
	for i, h := range s.heads {
		if h < 0 {
			t.heads[i], t.deps[i] = int32(i), "ROOT"
			continue
		}
		t.heads[i], t.deps[i] = h, p.moves[s.labels[i]].label
		lifted = lifted || strings.Contains(t.deps[i], "||")
	}
	t.findEdges()
	if lifted {
		t.deprojectivize(toks)
		t.findEdges()
	}
	return t
}

// maxEdgeRounds bounds the work of findEdges on crossing arcs.
const maxEdgeRounds = 12

// findEdges sets left, right and starts: a sentence starts at the left edge of
// each root. With crossing arcs one round may leave a head outside its
// sentence; rounds go on until none is, as spaCy's do.
func (t *tree) findEdges() {
	n := len(t.heads)
	for i := range n {
		t.left[i], t.right[i] = int32(i), int32(i)
	}
	spread := func(i int) {
		h := t.heads[i]
		t.left[h] = min(t.left[h], t.left[i])
		t.right[h] = max(t.right[h], t.right[i])
	}
	for range maxEdgeRounds {
		for i := range n {
			spread(i)
		}
		for i := n - 1; i >= 0; i-- {
			spread(i)
		}
		clear(t.starts)
		for i, h := range t.heads {
			if int(h) == i {
				t.starts[t.left[i]] = true
			}
		}
		if t.headsInside() {
			break
		}
	}
}

// headsInside reports whether each word's head lies in its sentence. The
// last word of the text is not looked at, as in spaCy.
func (t *tree) headsInside() bool {
	n := len(t.heads)
	start := 0
	for i := range n {
		if i > 0 && t.starts[i] || i == n-1 {
			for _, h := range t.heads[start:i] {
				if int(h) < start || int(h) > i {
					return false
				}
			}
			start = i
		}
	}
	return true
}

// deprojectivize takes the marks off lifted arcs: a label "X||Y" says that the
// word, now labelled X, belongs to the first descendant of its head, breadth
// first, that is labelled Y.
func (t *tree) deprojectivize(toks []token) {
	for i := range t.heads {
		dep, want, ok := strings.Cut(t.deps[i], "||")
		if !ok {
			continue
		}
		if h := t.findDescendant(t.heads[i], int32(i), want, toks); h >= 0 {
			t.heads[i] = h
		}
		t.deps[i] = dep
	}
}

// findDescendant returns the first descendant of word, breadth first, that
// carries the label, passing by white space and the subtree of skip; or -1.
func (t *tree) findDescendant(word, skip int32, dep string, toks []token) int32 {
	level := []int32{word}
	for len(level) > 0 {
		var below []int32
		for _, w := range level {
			for c := t.left[w]; c <= t.right[w]; c++ {
				if t.heads[c] != w || c == w || c == skip || toks[c].lex.space {
					continue
				}
				if t.deps[c] == dep {
					return c
				}
				below = append(below, c)
			}
		}
		level = below
	}
	return -1
}
