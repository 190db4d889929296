package linear

import (
	"math"
	"math/rand/v2"
)

// Case is one training case. Label is the class (0 or 1 for binary models);
// Weight scales its loss, 0 counts as 1.
type Case struct {
	Vector Vector
	Label  int
	Weight float32
}

// Options steer training; zero fields take the defaults in brackets.
type Options struct {
	Classes  int     // 1 for a binary model [1]
	Epochs   int     // passes over the cases [10]
	Rate     float64 // step size alpha of FTRL [0.1]
	L1, L2   float64 // regularisation [0, 1]
	MinCount int     // features seen in fewer cases are dropped [1]
	Seed     uint64  // order of the cases
}

// Train fits a logistic model by FTRL-Proximal (McMahan et al., "Ad click
// prediction: a view from the trenches", 2013), which keeps rare features at
// small or zero weight. Equal input gives an equal model.
func Train(cases []Case, o Options) *Model {
	if o.Classes == 0 {
		o.Classes = 1
	}
	if o.Epochs == 0 {
		o.Epochs = 10
	}
	if o.Rate == 0 {
		o.Rate = 0.1
	}
	if o.L2 == 0 {
		o.L2 = 1
	}
	count := map[uint32]int{}
	for _, c := range cases {
		for _, f := range c.Vector {
			count[f.Key]++
		}
	}
	m := &Model{Classes: o.Classes, Bias: make([]float32, o.Classes)}
	rows := map[uint32]int32{}
	type entry struct {
		row   int32
		value float32
	}
	flat := make([][]entry, len(cases))
	for i, c := range cases {
		es := make([]entry, 0, len(c.Vector)+1)
		for _, f := range c.Vector {
			if count[f.Key] < o.MinCount {
				continue
			}
			r, ok := rows[f.Key]
			if !ok {
				r = int32(len(rows)) + 1 // row 0 is the bias
				rows[f.Key] = r
			}
			es = append(es, entry{r, f.Value})
		}
		flat[i] = append(es, entry{0, 1})
	}
	n := (len(rows) + 1) * o.Classes
	z, root := make([]float64, n), make([]float64, n) // root of the sum of squared gradients
	weight := func(i int) float64 {
		l1, l2 := o.L1, o.L2
		if i < o.Classes {
			l1, l2 = 0, 0 // the bias is free
		}
		if math.Abs(z[i]) <= l1 {
			return 0
		}
		return -(z[i] - math.Copysign(l1, z[i])) / ((1+root[i])/o.Rate + l2)
	}
	order := make([]int, len(cases))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed+1, 0x5EED))
	score, prob := make([]float64, o.Classes), make([]float64, o.Classes)
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, ci := range order {
			c := &cases[ci]
			for k := range score {
				score[k] = 0
				for _, e := range flat[ci] {
					score[k] += weight(int(e.row)*o.Classes+k) * float64(e.value)
				}
			}
			probabilities(score, prob)
			cw := float64(c.Weight)
			if cw == 0 {
				cw = 1
			}
			for k := range prob {
				want := 0.0
				if o.Classes == 1 && c.Label == 1 || o.Classes > 1 && c.Label == k {
					want = 1
				}
				d := (prob[k] - want) * cw
				for _, e := range flat[ci] {
					i := int(e.row)*o.Classes + k
					g := d * float64(e.value)
					w := weight(i)
					next := math.Sqrt(root[i]*root[i] + g*g)
					z[i] += g - (next-root[i])/o.Rate*w
					root[i] = next
				}
			}
		}
	}
	m.weights = make([]float32, len(rows)*o.Classes)
	for k := range m.Bias {
		m.Bias[k] = float32(weight(k))
	}
	m.rows = newTable(len(rows))
	for key, r := range rows {
		for k := 0; k < o.Classes; k++ {
			m.weights[int(r-1)*o.Classes+k] = float32(weight(int(r)*o.Classes + k))
		}
		m.rows.put(key, r-1)
	}
	return m
}

func probabilities(score, prob []float64) {
	if len(score) == 1 {
		prob[0] = Sigmoid(score[0])
		return
	}
	top, sum := math.Inf(-1), 0.0
	for _, s := range score {
		top = max(top, s)
	}
	for k, s := range score {
		prob[k] = math.Exp(s - top)
		sum += prob[k]
	}
	for k := range prob {
		prob[k] /= sum
	}
}
