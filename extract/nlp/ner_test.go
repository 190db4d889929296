package nlp

import "testing"

func TestEntityMoves(t *testing.T) {
	// Classes: 0 B-A, 1 B-B, 2 I-A, 3 I-B, 4 L-A, 5 L-B, 6 U-A, 7 U-B, 8 U-, 9 O
	r := &entityRecognizer{labels: []string{"A", "B"}, in: 2, last: 4, unit: 6, no: 9}
	tests := []struct {
		name        string
		best        []int // classes with score 1; the others have 0
		open        int
		more, space bool
		want        int
	}{
		{"begin", []int{1}, -1, true, false, 1},
		{"begin is not allowed at the end of the sentence", []int{1, 7}, -1, false, false, 7},
		{"equals go to the lower class", []int{0, 1, 6, 9}, -1, true, false, 0},
		{"white space is outside", []int{0, 6}, -1, true, true, 9},
		{"the empty unit is never taken", []int{8}, -1, true, false, 0},
		{"outside", []int{9}, -1, true, false, 9},
		{"go on", []int{3, 5}, 1, true, false, 3},
		{"end", []int{5}, 1, true, false, 5},
		{"must end", []int{3}, 1, false, false, 5},
		{"other labels do not matter in an entity", []int{2, 4, 9}, 1, true, false, 3},
		{"an entity may end on white space", []int{4}, 0, true, true, 4},
	}
	for _, test := range tests {
		scores := make([]float32, 10)
		for _, c := range test.best {
			scores[c] = 1
		}
		if got := r.next(scores, test.open, test.more, test.space); got != test.want {
			t.Errorf("%s: move %d, want %d", test.name, got, test.want)
		}
	}
}
