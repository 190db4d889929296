package linear

import (
	"bytes"
	"math"
	"testing"
)

func TestBatchReachesTheOptimum(t *testing.T) {
	// Two classes told apart by one feature, three cases to one: with little
	// penalty the probability approaches the share.
	var cases []Case
	for i := range 400 {
		label := 0
		if i%4 == 0 {
			label = 1
		}
		cases = append(cases, Case{Vector: Vector{{Key: 7, Value: 1}}, Label: label})
		cases = append(cases, Case{Vector: Vector{{Key: 9, Value: 1}}, Label: 2})
	}
	o := BatchOptions{Classes: 3, L2: 1e-4, Iterations: 200}
	m := TrainBatch(cases, o)
	p := Softmax(m.Scores(Vector{{Key: 7, Value: 1}}, nil))
	if math.Abs(p[0]-0.75) > 0.01 || math.Abs(p[1]-0.25) > 0.01 {
		t.Errorf("probabilities %.3f, want 0.75 0.25 0", p)
	}
	if !bytes.Equal(m.Marshal(), TrainBatch(cases, o).Marshal()) {
		t.Error("trained twice, differently")
	}
	m.Scale(0)
	if p := Softmax(m.Scores(Vector{{Key: 7, Value: 1}}, nil)); math.Abs(p[0]-1.0/3) > 1e-6 {
		t.Errorf("scaled to nothing, the model still says %.3f", p)
	}
}

func TestBatchGradient(t *testing.T) {
	p := newProblem([]Case{
		{Vector: Vector{{1, 1}, {2, 0.5}}, Label: 0},
		{Vector: Vector{{2, 2}}, Label: 2, Weight: 0.3},
	}, BatchOptions{Classes: 3, L2: 0.7})
	w := []float64{.1, -.2, .3, .4, .1, -.5, .2, .6, -.1}
	grad, scratch := make([]float64, len(w)), make([]float64, len(w))
	p.loss(w, grad)
	for i := range w {
		const h = 1e-6
		w[i] += h
		up := p.loss(w, scratch)
		w[i] -= 2 * h
		down := p.loss(w, scratch)
		w[i] += h
		if got := (up - down) / (2 * h); math.Abs(got-grad[i]) > 1e-5 {
			t.Errorf("gradient %d is %.6f, differences give %.6f", i, grad[i], got)
		}
	}
}
