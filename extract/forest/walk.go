package forest

import (
	"math"
	"slices"
)

// flat is a tree filled up to equal depth, so that walking it takes no
// branches: the children of node i are 2i+1 and 2i+2, and the comparison
// itself is added to the index.
type flat struct {
	nodes  []uint64 // the feature above the threshold, an ordered whole number
	leaves []float32
}

// widest is the number of features up to which rows are walked so; it is a
// power of two, which spares the look-up of a feature its bounds check.
const widest = 128

// row holds the values of a row as whole numbers of the same order.
type row [widest]int32

// deepest is the depth up to which trees are filled up; deeper ones would
// take too much room.
const deepest = 7

// flatten fills up every tree; none where one is too deep or wide for it.
func (f *Forest) flatten() {
	f.flats = nil
	if f.Features > widest {
		return
	}
	flats := make([]flat, len(f.trees))
	for i, t := range f.trees {
		d := t.depth(0)
		if d > deepest {
			return
		}
		n := 1<<d - 1
		flats[i] = flat{nodes: make([]uint64, n), leaves: make([]float32, n+1)}
		flats[i].fill(t, 0, 0)
	}
	f.flats = flats
}

func (t tree) depth(at int) int {
	if t[at].feature < 0 {
		return 0
	}
	return 1 + max(t.depth(int(t[at].left)), t.depth(int(t[at].right)))
}

// fill writes the subtree at node `at` to place i; below a leaf every way
// leads to its value.
func (l *flat) fill(t tree, at, i int) {
	if i >= len(l.nodes) {
		l.leaves[i-len(l.nodes)] = t[at].split
		return
	}
	n := t[at]
	if n.feature < 0 {
		l.nodes[i] = math.MaxInt32
		l.fill(t, at, 2*i+1)
		l.fill(t, at, 2*i+2)
		return
	}
	l.nodes[i] = uint64(n.feature)<<32 | uint64(uint32(ordered(n.split)))
	l.fill(t, int(n.left), 2*i+1)
	l.fill(t, int(n.right), 2*i+2)
}

// ordered maps a number to a whole number of the same order.
func ordered(x float32) int32 {
	if x == 0 {
		x = 0 // -0 is no less than 0
	}
	b := int32(math.Float32bits(x))
	return b ^ int32(uint32(b>>31)>>1)
}

// above is 1 where the row's value is above the threshold of the node: the
// sign bit of their difference.
func above(node uint64, r *row) uint {
	return uint(uint64(int64(int32(node))-int64(r[node>>32%widest])) >> 63)
}

// leaf returns the value that the tree gives a row.
func (l *flat) leaf(r *row) float32 {
	i := uint(0)
	for i < uint(len(l.nodes)) {
		i = 2*i + 1 + above(l.nodes[i], r)
	}
	return l.leaves[i-uint(len(l.nodes))]
}

// add8 adds the values of eight rows to their sums: a step down a tree waits
// for the one before it, but not for those of the other rows.
func (l *flat) add8(r *[8]row, sum *[8]float64) {
	nodes := l.nodes
	n := uint(len(nodes))
	var i0, i1, i2, i3, i4, i5, i6, i7 uint
	for i0 < n && i1 < n && i2 < n && i3 < n && i4 < n && i5 < n && i6 < n && i7 < n {
		i0 = 2*i0 + 1 + above(nodes[i0], &r[0])
		i1 = 2*i1 + 1 + above(nodes[i1], &r[1])
		i2 = 2*i2 + 1 + above(nodes[i2], &r[2])
		i3 = 2*i3 + 1 + above(nodes[i3], &r[3])
		i4 = 2*i4 + 1 + above(nodes[i4], &r[4])
		i5 = 2*i5 + 1 + above(nodes[i5], &r[5])
		i6 = 2*i6 + 1 + above(nodes[i6], &r[6])
		i7 = 2*i7 + 1 + above(nodes[i7], &r[7])
	}
	sum[0] += float64(l.leaves[i0-n])
	sum[1] += float64(l.leaves[i1-n])
	sum[2] += float64(l.leaves[i2-n])
	sum[3] += float64(l.leaves[i3-n])
	sum[4] += float64(l.leaves[i4-n])
	sum[5] += float64(l.leaves[i5-n])
	sum[6] += float64(l.leaves[i6-n])
	sum[7] += float64(l.leaves[i7-n])
}

// early are the points at which Screen drops rows before the first part has
// spoken in full: those below a share of its bar, once a share of the first
// part's trees has spoken.
var early = [...]struct{ trees, bar float64 }{{0.12, 0.25}, {0.3, 0.4}}

// Screen returns the probabilities of many rows, for a forest that Average
// made of so many parts. A row of which the first parts together say less than
// the bar gets their probability, and one that the very first trees put far
// below the bar theirs; most rows of a rare class end there.
// Trees are walked one after another for all rows, so that each is read once.
func (f *Forest) Screen(rows [][]float32, parts int, bar float64) []float64 {
	out := make([]float64, len(rows))
	w := walk{f: f, index: make([]int, len(rows)), sum: make([]float64, len(rows))}
	for i := range w.index {
		w.index[i] = i
	}
	if f.flats == nil {
		w.raw = slices.Clone(rows)
	} else {
		w.rows = make([]row, len(rows))
		for i, r := range rows {
			for j, x := range r[:f.Features] {
				w.rows[i][j] = ordered(x)
			}
		}
	}
	drop := func(spoken, bar float64) {
		kept := 0
		for k, i := range w.index {
			p := sigmoid(float64(f.Bias) + w.sum[k]*float64(parts)/spoken)
			if p < bar {
				out[i] = p
				continue
			}
			w.move(k, kept)
			kept++
		}
		w.index = w.index[:kept]
	}
	at := 0
	if parts > 1 {
		size := len(f.trees) / parts
		for _, e := range early {
			to := int(e.trees * float64(size))
			w.add(at, to)
			at = to
			drop(1, e.bar*bar)
		}
		for part := 1; part < parts; part++ {
			w.add(at, part*size)
			at = part * size
			drop(float64(part), bar)
		}
	}
	w.add(at, len(f.trees))
	for k, i := range w.index {
		out[i] = sigmoid(float64(f.Bias) + w.sum[k])
	}
	return out
}

// walk is the rows still asked about, side by side.
type walk struct {
	f     *Forest
	index []int // of each row in what was asked
	sum   []float64
	rows  []row
	raw   [][]float32 // in place of rows where the trees are not flat
}

// move puts row k at an earlier place.
func (w *walk) move(k, to int) {
	w.index[to], w.sum[to] = w.index[k], w.sum[k]
	switch {
	case k == to:
	case w.raw != nil:
		w.raw[to] = w.raw[k]
	default:
		w.rows[to] = w.rows[k]
	}
}

// add adds the values of some trees to the sums.
func (w *walk) add(from, to int) {
	n := len(w.index)
	for t := from; t < to; t++ {
		if w.raw != nil {
			for k, r := range w.raw[:n] {
				w.sum[k] += float64(w.f.trees[t].leaf(r))
			}
			continue
		}
		l := &w.f.flats[t]
		k := 0
		for ; k+8 <= n; k += 8 {
			l.add8((*[8]row)(w.rows[k:]), (*[8]float64)(w.sum[k:]))
		}
		for ; k < n; k++ {
			w.sum[k] += float64(l.leaf(&w.rows[k]))
		}
	}
}
