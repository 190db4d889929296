package nlp

// bestKernel returns the fastest kernel that the processor can run. Every
// 64-bit ARM processor that Go supports has NEON.
func bestKernel() *kernel { return neonKernel() }

// kernels returns all kernels that the processor can run.
func kernels() []*kernel { return []*kernel{portableKernel(), neonKernel()} }

func neonKernel() *kernel {
	return &kernel{
		name: "neon", lanes: 4, rowBlock: 8,
		panel: func(dst []float32, ldd int, a []float32, lda int, w, bias []float32, k, m int, maxout bool) {
			panelNEON(&dst[0], ldd, &a[0], lda, &w[0], &bias[0], k, m, maxout)
		},
		layerNorm: func(dst, src, gain, shift []float32, rows int, add bool) {
			layerNormNEON(&dst[0], &src[0], &gain[0], &shift[0], rows, normEpsilon, add)
		},
		spread: func(dst []float32, plane int, x []float32, pairs int) { spreadNEON(&dst[0], plane, &x[0], pairs) },
		gather: func(dst, m []float32, plane int, bias []float32, pairs int) {
			gatherNEON(&dst[0], &m[0], plane, &bias[0], pairs)
		},
		scores: func(out *[maxMoves]float32, words []*float32, bias, w, wbias []float32) {
			var hidden [hiddenWidth]float32
			scoresNEON(&out[0], &words[0], len(words), &bias[0], &w[0], &wbias[0], &hidden[0])
		},
	}
}

//go:noescape
func panelNEON(dst *float32, ldd int, a *float32, lda int, w, bias *float32, k, m int, maxout bool)

//go:noescape
func layerNormNEON(dst, src, gain, shift *float32, rows int, eps float32, add bool)

//go:noescape
func spreadNEON(dst *float32, plane int, x *float32, pairs int)

//go:noescape
func gatherNEON(dst, m *float32, plane int, bias *float32, pairs int)

//go:noescape
func scoresNEON(out *float32, words **float32, n int, bias, w, wbias, hidden *float32)
