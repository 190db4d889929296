package nlp

// matrix is a weight matrix packed for the kernel: panels of 3*lanes output
// columns, in each panel row after row of the input dimension.
type matrix struct {
	in, out int // columns of the input, columns of the result
	panels  int
	data    []float32 // (panels, in, 3*lanes)
	bias    []float32 // (panels, 3*lanes)
}

// kernel is one implementation of the operations that take nearly all
// time.
type kernel struct {
	name     string
	lanes    int // floats of a vector register; a panel has three of them
	rowBlock int

	// panel multiplies m rows (a multiple of rowBlock) of k columns of a, lda
	// apart, with one
	// panel, adds the bias, and stores 3*lanes columns or, if maxout, the
	// greatest of the three pieces in lanes columns of dst, ldd apart.
	// Callers round m up, so that a and dst need rows of slack.
	panel func(dst []float32, ldd int, a []float32, lda int, w, bias []float32, k, m int, maxout bool)

	// layerNorm writes the normalised rows of src (rows, width) to dst, or
	// adds them if add is true. src may be spoiled.
	layerNorm func(dst, src, gain, shift []float32, rows int, add bool)

	// spread and gather are the two ends of a window (see window.go).
	spread func(dst []float32, plane int, x []float32, pairs int)
	gather func(dst, m []float32, plane int, bias []float32, pairs int)

	// scores adds up the words' vectors (128) and the bias, takes the greater
	// of the two halves (64), and multiplies with w (64, maxMoves).
	scores func(out *[maxMoves]float32, words []*float32, bias, w, wbias []float32)
}

// maxMoves is the width to which the output layers of the transition models
// are filled up.
const maxMoves = 112

// packMaxout packs w of shape (out, 3, in) and b of shape (out, 3), so that
// each panel holds lanes outputs: first their first pieces, then their second
// and third.
func (kn *kernel) packMaxout(w, b []float32, out, in int) *matrix {
	return kn.pack(out, in, (out+kn.lanes-1)/kn.lanes, func(panel, col int) int {
		o, piece := panel*kn.lanes+col%kn.lanes, col/kn.lanes
		if o >= out {
			return -1
		}
		return o*3 + piece
	}, w, b)
}

// packLinear packs w of shape (out, in) and b of shape (out), or nil.
func (kn *kernel) packLinear(w, b []float32, out, in int) *matrix {
	n := 3 * kn.lanes
	return kn.pack(out, in, (out+n-1)/n, func(panel, col int) int {
		if o := panel*n + col; o < out {
			return o
		}
		return -1
	}, w, b)
}

// pack fills panels, taking column col of each from the row of w that source
// names, or zero where it is -1.
func (kn *kernel) pack(out, in, panels int, source func(panel, col int) int, w, b []float32) *matrix {
	n := 3 * kn.lanes
	m := &matrix{in: in, out: out, panels: panels, data: make([]float32, panels*in*n), bias: make([]float32, panels*n)}
	for p := range panels {
		for c := range n {
			s := source(p, c)
			if s < 0 {
				continue
			}
			if b != nil {
				m.bias[p*n+c] = b[s]
			}
			row, to := w[s*in:(s+1)*in], m.data[p*in*n+c:]
			for k, x := range row {
				to[k*n] = x
			}
		}
	}
	return m
}

// stride is the number of floats that linear writes for each row.
func (kn *kernel) stride(m *matrix) int { return m.panels * 3 * kn.lanes }

// slack is the number of rows that buffers need behind the last one.
func (kn *kernel) slack() int { return kn.rowBlock }

// linear computes dst = a W + b for rows rows; dst has rows of stride(m).
func (kn *kernel) linear(dst []float32, a []float32, lda int, m *matrix, rows int) {
	n := 3 * kn.lanes
	ldd := kn.stride(m)
	rows = (rows + kn.rowBlock - 1) / kn.rowBlock * kn.rowBlock
	for p := range m.panels {
		kn.panel(dst[p*n:], ldd, a, lda, m.data[p*m.in*n:(p+1)*m.in*n], m.bias[p*n:(p+1)*n], m.in, rows, false)
	}
}

// maxout computes dst[o] = max over the three pieces of a W + b for rows rows;
// dst has rows of m.out, a multiple of lanes.
func (kn *kernel) maxout(dst []float32, a []float32, lda int, m *matrix, rows int) {
	n := 3 * kn.lanes
	rows = (rows + kn.rowBlock - 1) / kn.rowBlock * kn.rowBlock
	for p := range m.panels {
		kn.panel(dst[p*kn.lanes:], m.out, a, lda, m.data[p*m.in*n:(p+1)*m.in*n], m.bias[p*n:(p+1)*n], m.in, rows, true)
	}
}
