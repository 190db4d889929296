package nlp

import (
	"reflect"
	"testing"
)

// plant makes a tree of words with the given heads and labels.
func plant(heads []int32, deps ...string) (*tree, []token) {
	n := len(heads)
	toks := make([]token, n)
	for i := range toks {
		toks[i].lex = &lexeme{text: "x"}
	}
	return &tree{heads: heads, deps: deps, left: make([]int32, n), right: make([]int32, n), starts: make([]bool, n)}, toks
}

func TestTreeEdges(t *testing.T) {
	tr, _ := plant([]int32{1, 1, 4, 4, 4, 4}, make([]string, 6)...)
	tr.findEdges()
	if want := []int32{0, 0, 2, 3, 2, 5}; !reflect.DeepEqual(tr.left, want) {
		t.Errorf("left edges %v, want %v", tr.left, want)
	}
	if want := []int32{0, 1, 2, 3, 5, 5}; !reflect.DeepEqual(tr.right, want) {
		t.Errorf("right edges %v, want %v", tr.right, want)
	}
	if want := []bool{true, false, true, false, false, false}; !reflect.DeepEqual(tr.starts, want) {
		t.Errorf("sentence starts %v, want %v", tr.starts, want)
	}
}

func TestDeprojectivize(t *testing.T) {
	// A hearing (1) is scheduled (3) on (4) the issue (6) today (7): "on" was
	// lifted from the hearing to the verb.
	tr, toks := plant([]int32{1, 3, 3, 3, 3, 6, 4, 3},
		"det", "nsubjpass", "auxpass", "ROOT", "prep||nsubjpass", "det", "pobj", "npadvmod")
	tr.findEdges()
	tr.deprojectivize(toks)
	if tr.heads[4] != 1 || tr.deps[4] != "prep" {
		t.Errorf("word 4 has head %d and label %s", tr.heads[4], tr.deps[4])
	}

	// Without such a descendant only the label changes; white space does
	// not count as one, nor does the word's own subtree.
	tr, toks = plant([]int32{1, 1, 1, 2, 1}, "dobj", "ROOT", "prep||dobj", "dobj", "")
	toks[0].lex.space = true
	tr.findEdges()
	tr.deprojectivize(toks)
	if tr.heads[2] != 1 || tr.deps[2] != "prep" {
		t.Errorf("word 2 has head %d and label %s", tr.heads[2], tr.deps[2])
	}
}
