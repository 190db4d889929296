package forest

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Options steer training; zero fields take the defaults in brackets.
type Options struct {
	Trees   int     // [150]
	Depth   int     // deepest split [5]
	Rate    float64 // shrinkage [0.08]
	L2      float64 // regularisation of leaves [5]
	MinLeaf float64 // least sum of second derivatives in a leaf [4]
	Rows    float64 // share of the cases that each tree sees [0.7]
	Columns float64 // share of the features that each tree sees [0.5]
	Seed    uint64
}

func (o *Options) defaults() {
	set := func(x *float64, d float64) {
		if *x == 0 {
			*x = d
		}
	}
	if o.Trees == 0 {
		o.Trees = 150
	}
	if o.Depth == 0 {
		o.Depth = 5
	}
	set(&o.Rate, 0.08)
	set(&o.L2, 5)
	set(&o.MinLeaf, 4)
	set(&o.Rows, 0.7)
	set(&o.Columns, 0.5)
}

const maxBins = 64

// trainer holds the binned cases and the running derivatives.
type trainer struct {
	o       Options
	bins    [][]uint8   // by feature, then case
	cuts    [][]float32 // by feature: upper ends of all bins but the last
	g, h    []float64   // first and second derivative by case
	columns []int       // features of the current tree
	tree    tree
}

// Train fits a forest to rows (all equally wide) with labels 0 or 1 and
// weights (nil for all 1) by second-order boosting of the logistic loss on
// histograms. Equal input gives an equal forest.
func Train(rows [][]float32, labels []int, weights []float32, o Options) *Forest {
	o.defaults()
	n := len(rows)
	f := &Forest{}
	if n == 0 {
		return f
	}
	f.Features = len(rows[0])
	t := &trainer{o: o, g: make([]float64, n), h: make([]float64, n)}
	for j := 0; j < f.Features; j++ {
		cuts := quantiles(rows, j)
		b := make([]uint8, n)
		for i, r := range rows {
			k, _ := slices.BinarySearch(cuts, r[j])
			b[i] = uint8(k)
		}
		t.bins, t.cuts = append(t.bins, b), append(t.cuts, cuts)
	}
	pos, sum := 0.0, 0.0
	weight := func(i int) float64 {
		if weights == nil {
			return 1
		}
		return float64(weights[i])
	}
	for i, l := range labels {
		pos += weight(i) * float64(l)
		sum += weight(i)
	}
	f.Bias = float32(math.Log((pos + 0.5) / (sum - pos + 0.5)))
	score := make([]float64, n)
	for i := range score {
		score[i] = float64(f.Bias)
	}
	rng := rand.New(rand.NewPCG(o.Seed+1, 0xF0E57))
	all := make([]int, f.Features)
	for j := range all {
		all[j] = j
	}
	for range o.Trees {
		for i := range score {
			p := 1 / (1 + math.Exp(-score[i]))
			t.g[i] = (p - float64(labels[i])) * weight(i)
			t.h[i] = max(p*(1-p), 1e-6) * weight(i)
		}
		var sample []int32
		for i := 0; i < n; i++ {
			if o.Rows >= 1 || rng.Float64() < o.Rows {
				sample = append(sample, int32(i))
			}
		}
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		t.columns = append(t.columns[:0], all[:max(1, int(math.Ceil(o.Columns*float64(len(all)))))]...)
		slices.Sort(t.columns)
		t.tree = nil
		t.grow(sample, 0)
		f.trees = append(f.trees, t.tree)
		one := Forest{trees: []tree{t.tree}}
		for i := range score {
			score[i] += one.Score(rows[i])
		}
	}
	f.flatten()
	return f
}

// quantiles returns at most maxBins-1 cut values of a feature, ascending;
// a value falls in the bin of the first cut that is not below it.
func quantiles(rows [][]float32, j int) []float32 {
	vs := make([]float32, len(rows))
	for i, r := range rows {
		vs[i] = r[j]
	}
	slices.Sort(vs)
	distinct := slices.Compact(slices.Clone(vs))
	if len(distinct) <= maxBins {
		return distinct[:len(distinct)-1]
	}
	var cuts []float32
	for k := 1; k < maxBins; k++ {
		c := vs[k*len(vs)/maxBins]
		if (len(cuts) == 0 || c > cuts[len(cuts)-1]) && c < distinct[len(distinct)-1] {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// grow appends the subtree over the sample and returns its index.
func (t *trainer) grow(sample []int32, depth int) uint16 {
	at := len(t.tree)
	t.tree = append(t.tree, node{feature: -1})
	var G, H float64
	for _, i := range sample {
		G += t.g[i]
		H += t.h[i]
	}
	t.tree[at].split = float32(-G / (H + t.o.L2) * t.o.Rate)
	if depth >= t.o.Depth || H < 2*t.o.MinLeaf {
		return uint16(at)
	}
	bestGain, bestF, bestCut := 1e-3, -1, 0
	base := G * G / (H + t.o.L2)
	var hg, hh [maxBins]float64
	for _, j := range t.columns {
		nb := len(t.cuts[j]) + 1
		if nb < 2 {
			continue
		}
		clear(hg[:nb])
		clear(hh[:nb])
		b := t.bins[j]
		for _, i := range sample {
			hg[b[i]] += t.g[i]
			hh[b[i]] += t.h[i]
		}
		var gl, hl float64
		for k := 0; k < nb-1; k++ {
			gl += hg[k]
			hl += hh[k]
			if hl < t.o.MinLeaf || H-hl < t.o.MinLeaf {
				continue
			}
			gain := gl*gl/(hl+t.o.L2) + (G-gl)*(G-gl)/(H-hl+t.o.L2) - base
			if gain > bestGain {
				bestGain, bestF, bestCut = gain, j, k
			}
		}
	}
	if bestF < 0 {
		return uint16(at)
	}
	var left, right []int32
	for _, i := range sample {
		if int(t.bins[bestF][i]) <= bestCut {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	l := t.grow(left, depth+1)
	r := t.grow(right, depth+1)
	t.tree[at] = node{feature: int16(bestF), left: l, right: r, split: t.cuts[bestF][bestCut]}
	return uint16(at)
}
