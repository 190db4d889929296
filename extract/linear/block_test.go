package linear

import (
	"math"
	"testing"
)

func TestBlockAddsWhatTheModelWould(t *testing.T) {
	for _, classes := range []int{1, 3, 16} {
		m := &Model{Classes: classes, Bias: make([]float32, classes), rows: newTable(2), weights: make([]float32, 2*classes)}
		m.rows.put(7, 0)
		m.rows.put(9, 1)
		for i := range m.weights {
			m.weights[i] = float32(i) - 2.5
		}
		want := m.Scores(Vector{{7, 0.5}, {8, 3}, {9, -2}}, nil)
		got := make([]float32, classes)
		m.Block([]uint32{7, 8, 9}).Add([]float32{0.5, 3, -2}, got)
		for c := range got {
			if math.Abs(float64(got[c]-want[c])) > 1e-6 {
				t.Errorf("class %d of %d: %f, want %f", c, classes, got[c], want[c])
			}
		}
	}
}
