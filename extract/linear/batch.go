package linear

import (
	"math"
	"slices"
)

// BatchOptions steer TrainBatch; zero fields take the defaults in brackets.
type BatchOptions struct {
	Classes    int     // at least 2
	L2         float64 // strength of the penalty on half the squared weights [1]
	MinCount   int     // features seen in fewer cases are dropped [1]
	Iterations int     // of L-BFGS, at most [80]
}

// TrainBatch fits a multinomial logistic model to its optimum by L-BFGS
// (Nocedal and Wright, "Numerical Optimization", algorithm 7.5). It is slower
// than Train and finds better calibrated weights for a few thousand cases.
// Equal input gives an equal model.
func TrainBatch(cases []Case, o BatchOptions) *Model {
	if o.L2 == 0 {
		o.L2 = 1
	}
	if o.Iterations == 0 {
		o.Iterations = 80
	}
	p := newProblem(cases, o)
	w := p.minimise(o.Iterations)
	m := &Model{Classes: o.Classes, Bias: make([]float32, o.Classes), rows: newTable(len(p.keys)),
		weights: make([]float32, len(p.keys)*o.Classes)}
	for k := range m.Bias {
		m.Bias[k] = float32(w[k])
	}
	for i, key := range p.keys {
		m.rows.put(key, int32(i))
	}
	for i := range m.weights {
		m.weights[i] = float32(w[o.Classes+i])
	}
	return m
}

// problem is the training set in rows of column numbers; column 0 is the
// bias, which is not penalised.
type problem struct {
	classes int
	l2      float64
	keys    []uint32 // of columns 1, 2, …, ascending
	start   []int    // of each case in cols and values; one more at the end
	cols    []int32
	values  []float64
	label   []int
	weight  []float64
}

func newProblem(cases []Case, o BatchOptions) *problem {
	count := map[uint32]int{}
	for _, c := range cases {
		for _, f := range c.Vector {
			count[f.Key]++
		}
	}
	p := &problem{classes: o.Classes, l2: o.L2}
	for k, n := range count {
		if n >= o.MinCount {
			p.keys = append(p.keys, k)
		}
	}
	slices.Sort(p.keys)
	column := make(map[uint32]int32, len(p.keys))
	for i, k := range p.keys {
		column[k] = int32(i) + 1
	}
	for _, c := range cases {
		p.start = append(p.start, len(p.cols))
		p.cols, p.values = append(p.cols, 0), append(p.values, 1)
		for _, f := range c.Vector {
			if j, ok := column[f.Key]; ok {
				p.cols, p.values = append(p.cols, j), append(p.values, float64(f.Value))
			}
		}
		p.label = append(p.label, c.Label)
		if c.Weight == 0 {
			c.Weight = 1
		}
		p.weight = append(p.weight, float64(c.Weight))
	}
	p.start = append(p.start, len(p.cols))
	return p
}

// loss returns the penalised negative log likelihood at w and sets grad to
// its gradient.
func (p *problem) loss(w, grad []float64) float64 {
	k := p.classes
	total := 0.0
	for i := range grad {
		if i < k {
			grad[i] = 0
			continue
		}
		grad[i] = p.l2 * w[i]
		total += p.l2 / 2 * w[i] * w[i]
	}
	score, prob := make([]float64, k), make([]float64, k)
	for i, label := range p.label {
		clear(score)
		a, b := p.start[i], p.start[i+1]
		for j := a; j < b; j++ {
			x := p.values[j]
			for c, y := range w[int(p.cols[j])*k:][:k] {
				score[c] += x * y
			}
		}
		probabilities(score, prob)
		total -= p.weight[i] * math.Log(max(prob[label], 1e-300))
		prob[label]--
		for c := range prob {
			prob[c] *= p.weight[i]
		}
		for j := a; j < b; j++ {
			x := p.values[j]
			g := grad[int(p.cols[j])*k:][:k]
			for c, y := range prob {
				g[c] += x * y
			}
		}
	}
	return total
}

// minimise runs L-BFGS with a memory of eight steps and a backtracking line
// search from zero weights.
func (p *problem) minimise(iterations int) []float64 {
	const memory = 8
	n := (len(p.keys) + 1) * p.classes
	w, g := make([]float64, n), make([]float64, n)
	next, nextG, dir := make([]float64, n), make([]float64, n), make([]float64, n)
	var steps, changes [][]float64
	var rho []float64
	f := p.loss(w, g)
	for range iterations {
		copy(dir, g)
		alpha := make([]float64, len(steps))
		for i := len(steps) - 1; i >= 0; i-- {
			alpha[i] = rho[i] * dot(steps[i], dir)
			axpy(-alpha[i], changes[i], dir)
		}
		if m := len(steps); m > 0 {
			scale(1/(rho[m-1]*dot(changes[m-1], changes[m-1])), dir)
		} else {
			scale(1/math.Sqrt(dot(g, g)+1e-12), dir)
		}
		for i := range steps {
			axpy(alpha[i]-rho[i]*dot(changes[i], dir), steps[i], dir)
		}
		slope := -dot(dir, g)
		if slope > -1e-9 {
			break
		}
		step, better := 1.0, false
		var nf float64
		for range 20 {
			for i := range w {
				next[i] = w[i] - step*dir[i]
			}
			if nf = p.loss(next, nextG); nf <= f+1e-4*step*slope {
				better = true
				break
			}
			step /= 2
		}
		if !better {
			break
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range w {
			s[i], y[i] = next[i]-w[i], nextG[i]-g[i]
		}
		if sy := dot(s, y); sy > 1e-10 {
			if len(steps) == memory {
				steps, changes, rho = steps[1:], changes[1:], rho[1:]
			}
			steps, changes, rho = append(steps, s), append(changes, y), append(rho, 1/sy)
		}
		done := f-nf < 1e-5*math.Abs(nf)
		w, next, g, nextG, f = next, w, nextG, g, nf
		if done {
			break
		}
	}
	return w
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i, x := range a {
		s += x * b[i]
	}
	return s
}

func axpy(k float64, x, y []float64) {
	for i, v := range x {
		y[i] += k * v
	}
}

func scale(k float64, x []float64) {
	for i := range x {
		x[i] *= k
	}
}

// Scale multiplies all weights and biases by x, as calibration by temperature
// asks for.
func (m *Model) Scale(x float32) {
	for i := range m.weights {
		m.weights[i] *= x
	}
	for i := range m.Bias {
		m.Bias[i] *= x
	}
}
