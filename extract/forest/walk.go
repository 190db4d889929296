package forest

import "math"

// flat is a tree filled up to equal depth, so that walking it takes no
// branches: the children of node i are 2i+1 and 2i+2, and the comparison
// itself is added to the index. Thresholds are kept as ordered whole numbers
// for that (see ordered).
type flat struct {
	features []uint8
	splits   []int32
	leaves   []float32
}

// deepest is the depth up to which trees are filled up; deeper ones would
// take too much room.
const deepest = 6

// flatten fills up every tree; none where one is too deep or wide for it.
func (f *Forest) flatten() {
	f.flats = nil
	if f.Features > 256 {
		return
	}
	flats := make([]flat, len(f.trees))
	for i, t := range f.trees {
		d := t.depth(0)
		if d > deepest {
			return
		}
		n := 1<<d - 1
		flats[i] = flat{features: make([]uint8, n), splits: make([]int32, n), leaves: make([]float32, n+1)}
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
	if i >= len(l.splits) {
		l.leaves[i-len(l.splits)] = t[at].split
		return
	}
	n := t[at]
	if n.feature < 0 {
		l.splits[i] = math.MaxInt32
		l.fill(t, at, 2*i+1)
		l.fill(t, at, 2*i+2)
		return
	}
	l.features[i], l.splits[i] = uint8(n.feature), ordered(n.split)
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

// leaf returns the value that the tree gives a row of ordered numbers.
func (l *flat) leaf(row []int32) float32 {
	i := 0
	for i < len(l.splits) {
		// The sign bit is set where the row's number is above the threshold.
		above := uint64(int64(l.splits[i])-int64(row[l.features[i]])) >> 63
		i = 2*i + 1 + int(above)
	}
	return l.leaves[i-len(l.splits)]
}

// Screen returns the probabilities of many rows, for a forest that Average
// made of so many parts. A row of which the first part alone says less than
// the bar gets that part's probability; most rows of a rare class end there.
// Trees are walked one after another for all rows, so that each is read once.
func (f *Forest) Screen(rows [][]float32, parts int, bar float64) []float64 {
	score := make([]float64, len(rows))
	live := make([]int, len(rows))
	keys := make([][]int32, len(rows))
	room := make([]int32, len(rows)*f.Features)
	for i, r := range rows {
		live[i] = i
		keys[i], room = room[:f.Features], room[f.Features:]
		for j := range keys[i] {
			keys[i][j] = ordered(r[j])
		}
	}
	add := func(from, to int) {
		for t := from; t < to; t++ {
			if f.flats == nil {
				for _, i := range live {
					score[i] += float64(f.trees[t].leaf(rows[i]))
				}
				continue
			}
			l := &f.flats[t]
			for _, i := range live {
				score[i] += float64(l.leaf(keys[i]))
			}
		}
	}
	first := len(f.trees) / max(1, parts)
	add(0, first)
	kept := live[:0]
	out := make([]float64, len(rows))
	for _, i := range live {
		if p := sigmoid(float64(f.Bias) + score[i]*float64(parts)); parts > 1 && p < bar {
			out[i] = p
		} else {
			kept = append(kept, i)
		}
	}
	live = kept
	add(first, len(f.trees))
	for _, i := range live {
		out[i] = sigmoid(float64(f.Bias) + score[i])
	}
	return out
}
