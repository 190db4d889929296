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

// trainer holds the binned cases and the running derivatives. What a tree
// looks at, its cases with its columns, lies packed side by side, so that the
// histograms of a node are filled in one pass over memory.
type trainer struct {
	o       Options
	bins    []uint8     // by case, then feature
	cuts    [][]float32 // by feature: upper ends of all bins but the last
	g, h    []float64   // first and second derivative by case
	columns []int       // features of the current tree
	packed  []uint8     // bins of the current tree's cases, by case, then column
	grads   []bin       // derivatives of the same cases
	tree    tree
	at      []uint8 // bin after which each node of the tree splits
	spare   []histogram
}

// bin is a sum of derivatives.
type bin struct{ g, h float64 }

// histogram has maxBins bins for each column.
type histogram []bin

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
	t := &trainer{o: o, g: make([]float64, n), h: make([]float64, n), bins: make([]uint8, n*f.Features)}
	for j := 0; j < f.Features; j++ {
		cuts := quantiles(rows, j)
		for i, r := range rows {
			k, _ := slices.BinarySearch(cuts, r[j])
			t.bins[i*f.Features+j] = uint8(k)
		}
		t.cuts = append(t.cuts, cuts)
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
	var sample []int32
	for range o.Trees {
		for i := range score {
			p := 1 / (1 + math.Exp(-score[i]))
			t.g[i] = (p - float64(labels[i])) * weight(i)
			t.h[i] = max(p*(1-p), 1e-6) * weight(i)
		}
		sample = sample[:0]
		for i := 0; i < n; i++ {
			if o.Rows >= 1 || rng.Float64() < o.Rows {
				sample = append(sample, int32(i))
			}
		}
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		t.columns = append(t.columns[:0], all[:max(1, int(math.Ceil(o.Columns*float64(len(all)))))]...)
		slices.Sort(t.columns)
		t.plant(sample)
		f.trees = append(f.trees, t.tree)
		for i := range score {
			score[i] += float64(t.leaf(t.bins[i*f.Features:][:f.Features]))
		}
	}
	f.flatten()
	return f
}

// plant grows the next tree over the cases.
func (t *trainer) plant(sample []int32) {
	width := len(t.cuts)
	t.packed, t.grads = t.packed[:0], t.grads[:0]
	own := make([]int32, len(sample))
	var sum bin
	for k, i := range sample {
		row := t.bins[int(i)*width:][:width]
		for _, j := range t.columns {
			t.packed = append(t.packed, row[j])
		}
		d := bin{t.g[i], t.h[i]}
		t.grads = append(t.grads, d)
		sum.g += d.g
		sum.h += d.h
		own[k] = int32(k)
	}
	t.tree, t.at = nil, t.at[:0]
	var h histogram
	if t.splits(sum, 0) {
		h = t.count(own)
	}
	t.grow(own, sum, h, 0)
}

// splits reports whether a node may be split.
func (t *trainer) splits(sum bin, depth int) bool {
	return depth < t.o.Depth && sum.h >= 2*t.o.MinLeaf
}

// count fills the histogram of a node.
func (t *trainer) count(sample []int32) histogram {
	h := t.fresh()
	width := len(t.columns)
	for _, i := range sample {
		d := t.grads[i]
		for c, b := range t.packed[int(i)*width:][:width] {
			e := &h[c*maxBins+int(b)]
			e.g += d.g
			e.h += d.h
		}
	}
	return h
}

// fresh returns an empty histogram, if possible one that has been given back.
func (t *trainer) fresh() histogram {
	if n := len(t.spare); n > 0 && len(t.spare[n-1]) == len(t.columns)*maxBins {
		h := t.spare[n-1]
		t.spare = t.spare[:n-1]
		clear(h)
		return h
	}
	return make(histogram, len(t.columns)*maxBins)
}

// leaf returns the value that the current tree gives a case.
func (t *trainer) leaf(row []uint8) float32 {
	i := 0
	for t.tree[i].feature >= 0 {
		if n := &t.tree[i]; row[n.feature] <= t.at[i] {
			i = int(n.left)
		} else {
			i = int(n.right)
		}
	}
	return t.tree[i].split
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

// grow appends the subtree over the sample and returns its index. h is the
// node's histogram, nil where it is not to be split; grow may use it up.
func (t *trainer) grow(sample []int32, sum bin, h histogram, depth int) uint16 {
	at := len(t.tree)
	t.tree, t.at = append(t.tree, node{feature: -1}), append(t.at, 0)
	t.tree[at].split = float32(-sum.g / (sum.h + t.o.L2) * t.o.Rate)
	if h == nil {
		return uint16(at)
	}
	column, cut, left := t.best(sum, h)
	if column < 0 {
		t.spare = append(t.spare, h)
		return uint16(at)
	}
	width := len(t.columns)
	var below, above []int32
	for _, i := range sample {
		if int(t.packed[int(i)*width+column]) <= cut {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	right := bin{sum.g - left.g, sum.h - left.h}
	hl, hr := t.share(h, below, above, t.splits(left, depth+1), t.splits(right, depth+1))
	l := t.grow(below, left, hl, depth+1)
	r := t.grow(above, right, hr, depth+1)
	feature := t.columns[column]
	t.tree[at] = node{feature: int16(feature), left: l, right: r, split: t.cuts[feature][cut]}
	t.at[at] = uint8(cut)
	return uint16(at)
}

// share returns the histograms of two children, each nil if not needed: the
// smaller one's is counted, and the other's is what then is left of the
// parent's.
func (t *trainer) share(h histogram, below, above []int32, needBelow, needAbove bool) (hl, hr histogram) {
	if !needBelow && !needAbove {
		t.spare = append(t.spare, h)
		return nil, nil
	}
	small, leftSmall := above, len(below) <= len(above)
	if leftSmall {
		small = below
	}
	c := t.count(small)
	for i := range h {
		h[i].g -= c[i].g
		h[i].h -= c[i].h
	}
	if hl, hr = h, c; leftSmall {
		hl, hr = c, h
	}
	if !needBelow {
		t.spare, hl = append(t.spare, hl), nil
	}
	if !needAbove {
		t.spare, hr = append(t.spare, hr), nil
	}
	return hl, hr
}

// best returns the split of the highest gain, as its column and the last bin
// of the left side, with the sum of that side; a negative column if none pays.
func (t *trainer) best(sum bin, h histogram) (column, cut int, left bin) {
	column = -1
	gain := 1e-3
	base := sum.g * sum.g / (sum.h + t.o.L2)
	for c, j := range t.columns {
		var l bin
		for k, e := range h[c*maxBins:][:len(t.cuts[j])] {
			l.g += e.g
			l.h += e.h
			if l.h < t.o.MinLeaf || sum.h-l.h < t.o.MinLeaf {
				continue
			}
			r := bin{sum.g - l.g, sum.h - l.h}
			if x := l.g*l.g/(l.h+t.o.L2) + r.g*r.g/(r.h+t.o.L2) - base; x > gain {
				gain, column, cut, left = x, c, k, l
			}
		}
	}
	return column, cut, left
}
