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
const deepest = 7

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

// leaves4 is leaf for four rows at once: a step down waits for the one before
// it, but not for those of the other rows.
func (l *flat) leaves4(a, b, c, d []int32) (float32, float32, float32, float32) {
	splits := l.splits
	features := l.features[:len(splits)]
	var i, j, k, m uint
	for i < uint(len(splits)) && j < uint(len(splits)) && k < uint(len(splits)) && m < uint(len(splits)) {
		x := uint64(int64(splits[i])-int64(a[features[i]])) >> 63
		y := uint64(int64(splits[j])-int64(b[features[j]])) >> 63
		z := uint64(int64(splits[k])-int64(c[features[k]])) >> 63
		w := uint64(int64(splits[m])-int64(d[features[m]])) >> 63
		i, j, k, m = 2*i+1+uint(x), 2*j+1+uint(y), 2*k+1+uint(z), 2*m+1+uint(w)
	}
	n := uint(len(splits))
	return l.leaves[i-n], l.leaves[j-n], l.leaves[k-n], l.leaves[m-n]
}

// Screen drops the rows that are below earlyBar of its bar once earlyTrees of
// the first part's trees have spoken.
const earlyTrees, earlyBar = 0.3, 0.4

// Screen returns the probabilities of many rows, for a forest that Average
// made of so many parts. A row of which the first parts together say less than
// the bar gets their probability, and one that the very first trees put far
// below the bar theirs; most rows of a rare class end there.
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
			k := 0
			for ; k+4 <= len(live); k += 4 {
				q := (*[4]int)(live[k:])
				a, b, c, d := l.leaves4(keys[q[0]], keys[q[1]], keys[q[2]], keys[q[3]])
				score[q[0]] += float64(a)
				score[q[1]] += float64(b)
				score[q[2]] += float64(c)
				score[q[3]] += float64(d)
			}
			for _, i := range live[k:] {
				score[i] += float64(l.leaf(keys[i]))
			}
		}
	}
	out := make([]float64, len(rows))
	drop := func(spoken, bar float64) {
		kept := live[:0]
		for _, i := range live {
			if p := sigmoid(float64(f.Bias) + score[i]*float64(parts)/spoken); p < bar {
				out[i] = p
			} else {
				kept = append(kept, i)
			}
		}
		live = kept
	}
	at := 0
	if parts > 1 {
		size := len(f.trees) / parts
		at = int(earlyTrees * float64(size))
		add(0, at)
		drop(1, earlyBar*bar)
		for part := 1; part < parts; part++ {
			add(at, part*size)
			at = part * size
			drop(float64(part), bar)
		}
	}
	add(at, len(f.trees))
	for _, i := range live {
		out[i] = sigmoid(float64(f.Bias) + score[i])
	}
	return out
}
