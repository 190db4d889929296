package nlp

import (
	"math/rand/v2"
	"testing"
)

// TestSlotTableFar compares the scores of states that hold words from all
// over a long document with those of a table made for just these words.
func TestSlotTableFar(t *testing.T) {
	const n = 1000
	r := rand.New(rand.NewPCG(13, 14))
	for _, kn := range kernels() {
		if kn.name == "portable" && testing.Short() {
			continue
		}
		ts, err := loadTensors()
		if err != nil {
			t.Fatal(err)
		}
		m := newTransitionModel(ts, kn, "parser", parserSlots, 106)
		u := randomFloats(r, (n+kn.slack())*hiddenWidth)
		table := m.table(kn, newScratch(), u, n)
		for step := range 800 {
			var words, near [parserSlots]int32
			few := make([]float32, (parserSlots+kn.slack())*hiddenWidth)
			for i := range words {
				// The words come in as the document is read, but jump back.
				words[i] = int32(r.IntN(min(n, 2+step))) - 1
				near[i] = -1
				if words[i] >= 0 {
					near[i] = int32(i)
					copy(few[i*hiddenWidth:(i+1)*hiddenWidth], u[int(words[i])*hiddenWidth:])
				}
			}
			var got, want [maxMoves]float32
			table.scores(&got, words[:])
			m.table(kn, newScratch(), few, parserSlots).scores(&want, near[:])
			for i := range got {
				if !nearly(got[i], want[i]) {
					t.Fatalf("%s, step %d, words %v: score %d is %g, want %g", kn.name, step, words, i, got[i], want[i])
				}
			}
		}
	}
}

func nearly(a, b float32) bool { return near(a, float64(b)) }
