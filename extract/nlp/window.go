package nlp

// window is a maxout layer over each row and its two neighbours:
// (rows, 3*96) -> (rows, 96), three pieces.
//
// Two rows at a time need the products of four rows d0 to d3 with the three
// parts g0, g1, g2 of the weights, six in all:
//
//	y0 = d0 g0 + d1 g1 + d2 g2
//	y1 = d1 g0 + d2 g1 + d3 g2
//
// Winograd's minimal filtering F(2,3) makes do with four, which saves a third
// of the multiplications of the whole engine:
//
//	m0 = (d0-d2) g0    m1 = (d1+d2) (g0+g1+g2)/2
//	m3 = (d1-d3) g2    m2 = (d2-d1) (g0-g1+g2)/2
//	y0 = m0 + m1 + m2  y1 = m1 - m2 - m3
//
// Spread makes the sums of rows, gather those of products, with bias and
// maximum. Larger tiles would save more but cost digits.
type window struct {
	parts [4]*matrix // (96) -> (288), packed as maxout
	bias  []float32  // (288), in the order of the parts' columns
}

func newWindow(kn *kernel, w, b []float32) *window {
	const in = 3 * width
	var g [4][]float32
	for i := range g {
		g[i] = make([]float32, in*width)
	}
	for row := range in {
		for k := range width {
			at := row*in + k
			g0, g1, g2 := float64(w[at]), float64(w[at+width]), float64(w[at+2*width])
			to := row*width + k
			g[0][to] = float32(g0)
			g[1][to] = float32((g0 + g1 + g2) / 2)
			g[2][to] = float32((g0 - g1 + g2) / 2)
			g[3][to] = float32(g2)
		}
	}
	win := &window{}
	for i := range g {
		win.parts[i] = kn.packMaxout(g[i], nil, width, width)
	}
	win.bias = kn.packMaxout(g[0], b, width, width).bias
	return win
}

// windowPairs is the number of pairs of rows that are worked on at a time, so
// that their products stay in the cache.
const windowPairs = 32

// run adds to each of rows rows, from the second row of x on, the normalised
// output for it and its neighbours. An odd last row is made even with the row
// behind it.
func (w *window) run(kn *kernel, s *scratch, x []float32, rows int, norm *layerNorm) {
	const n = 3 * width
	planeIn, planeOut := (windowPairs+kn.slack())*width, (windowPairs+kn.slack())*n
	in := s.spread.get(2 * 4 * planeIn)
	products := s.products.get(4 * planeOut)
	out := s.b.get(2 * windowPairs * width)
	pairs := (rows + 1) / 2
	kn.spread(in, planeIn, x, min(windowPairs, pairs))
	for p := 0; p < pairs; p += windowPairs {
		count := min(windowPairs, pairs-p)
		half := p / windowPairs % 2 * 4 * planeIn
		for i, part := range w.parts {
			kn.linear(products[i*planeOut:], in[half+i*planeIn:], width, part, count)
		}
		// The next rows are spread before the last of these, which they
		// need as it is, gets its output added.
		if next := p + windowPairs; next < pairs {
			kn.spread(in[4*planeIn-half:], planeIn, x[2*next*width:], min(windowPairs, pairs-next))
		}
		kn.gather(out, products, planeOut, w.bias, count)
		norm.apply(kn, x[(2*p+1)*width:], out, 2*count, true)
	}
}
