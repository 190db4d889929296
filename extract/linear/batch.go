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
	// case0 are the first of the labelled cases of each row, and one more at
	// the end: cases that follow each other with one and the same vector, as
	// those of several right answers do, share a row.
	case0 []int
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
	for i, c := range cases {
		if i == 0 || !sameVector(c.Vector, cases[i-1].Vector) {
			p.case0 = append(p.case0, i)
			p.start = append(p.start, len(p.cols))
			p.cols, p.values = append(p.cols, 0), append(p.values, 1)
			for _, f := range c.Vector {
				if j, ok := column[f.Key]; ok {
					p.cols, p.values = append(p.cols, j), append(p.values, float64(f.Value))
				}
			}
		}
		p.label = append(p.label, c.Label)
		if c.Weight == 0 {
			c.Weight = 1
		}
		p.weight = append(p.weight, float64(c.Weight))
	}
	p.case0 = append(p.case0, len(cases))
	p.start = append(p.start, len(p.cols))
	return p
}

// sameVector reports whether two vectors are one in memory.
func sameVector(a, b Vector) bool {
	return len(a) == len(b) && len(a) > 0 && &a[0] == &b[0]
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
	for r := range len(p.case0) - 1 {
		clear(score)
		cols, values := p.cols[p.start[r]:p.start[r+1]], p.values[p.start[r]:p.start[r+1]]
		if k == len(wide{}) {
			sumWide(cols, values, w, (*[16]float64)(score))
		} else {
			for j, col := range cols {
				for c, y := range w[int(col)*k:][:k] {
					score[c] += values[j] * y
				}
			}
		}
		probabilities(score, prob)
		// score now holds the derivative
		clear(score)
		for i := p.case0[r]; i < p.case0[r+1]; i++ {
			total -= p.weight[i] * math.Log(max(prob[p.label[i]], 1e-300))
			for c := range score {
				score[c] += p.weight[i] * prob[c]
			}
			score[p.label[i]] -= p.weight[i]
		}
		if k == len(wide{}) {
			spreadWide(cols, values, grad, (*[16]float64)(score))
			continue
		}
		for j, col := range cols {
			g := grad[int(col)*k:][:k]
			for c, y := range score {
				g[c] += values[j] * y
			}
		}
	}
	return total
}

// sumWide adds up the weights of a row for as many classes as there are event
// codes, without bounds checks.
func sumWide(cols []int32, values, w []float64, score *[16]float64) {
	sum := *score
	for j, col := range cols {
		x, y := values[j], (*[16]float64)(w[int(col)*16:])
		for c := 0; c < 16; c += 4 {
			sum[c] += x * y[c]
			sum[c+1] += x * y[c+1]
			sum[c+2] += x * y[c+2]
			sum[c+3] += x * y[c+3]
		}
	}
	*score = sum
}

// spreadWide adds a row's derivative to the gradient of its weights.
func spreadWide(cols []int32, values, grad []float64, d *[16]float64) {
	for j, col := range cols {
		x, g := values[j], (*[16]float64)(grad[int(col)*16:])
		for c := 0; c < 16; c += 4 {
			g[c] += x * d[c]
			g[c+1] += x * d[c+1]
			g[c+2] += x * d[c+2]
			g[c+3] += x * d[c+3]
		}
	}
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
