package forest

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkTrain grows a hundred deep trees over as many cases as a tenth of what
// the event finder learns from.
func BenchmarkTrain(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	rows, labels := make([][]float32, 60_000), make([]int, 60_000)
	for i := range rows {
		rows[i] = make([]float32, 80)
		for j := range rows[i] {
			if rows[i][j] = r.Float32(); j%2 == 0 {
				rows[i][j] = float32(r.IntN(4))
			}
		}
		if rows[i][0]+rows[i][1]+rows[i][3]*rows[i][4]+r.Float32() > 5 {
			labels[i] = 1
		}
	}
	for b.Loop() {
		Train(rows, labels, nil, Options{Trees: 100, Depth: 7, Rows: 0.4, Columns: 0.4})
	}
}
