package nlp

import "golang.org/x/sys/cpu"

// bestKernel returns the fastest kernel that the processor can run.
func bestKernel() *kernel {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && cpu.X86.HasAVX512VL && cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return avx512Kernel()
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return avx2Kernel()
	}
	return portableKernel()
}

// kernels returns all kernels that the processor can run.
func kernels() []*kernel {
	all := []*kernel{portableKernel()}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		all = append(all, avx2Kernel())
	}
	if best := bestKernel(); best.name == "avx512" {
		all = append(all, best)
	}
	return all
}

func avx2Kernel() *kernel {
	return &kernel{
		name: "avx2", lanes: 8, rowBlock: 4,
		panel: func(dst []float32, ldd int, a []float32, lda int, w, bias []float32, k, m int, maxout bool) {
			panelAVX2(&dst[0], ldd, &a[0], lda, &w[0], &bias[0], k, m, maxout)
		},
		layerNorm: func(dst, src, gain, shift []float32, rows int, add bool) {
			layerNormAVX2(&dst[0], &src[0], &gain[0], &shift[0], rows, normEpsilon, add)
		},
		spread: func(dst []float32, plane int, x []float32, pairs int) { spreadAVX2(&dst[0], plane, &x[0], pairs) },
		gather: func(dst, m []float32, plane int, bias []float32, pairs int) {
			gatherAVX2(&dst[0], &m[0], plane, &bias[0], pairs, 8)
		},
		scores: func(out *[maxMoves]float32, words []*float32, bias, w, wbias []float32) {
			scoresAVX2(&out[0], &words[0], len(words), &bias[0], &w[0], &wbias[0])
		},
	}
}

func avx512Kernel() *kernel {
	return &kernel{
		name: "avx512", lanes: 16, rowBlock: 8,
		panel: func(dst []float32, ldd int, a []float32, lda int, w, bias []float32, k, m int, maxout bool) {
			panelAVX512(&dst[0], ldd, &a[0], lda, &w[0], &bias[0], k, m, maxout)
		},
		layerNorm: func(dst, src, gain, shift []float32, rows int, add bool) {
			layerNormAVX2(&dst[0], &src[0], &gain[0], &shift[0], rows, normEpsilon, add)
		},
		spread: func(dst []float32, plane int, x []float32, pairs int) { spreadAVX2(&dst[0], plane, &x[0], pairs) },
		gather: func(dst, m []float32, plane int, bias []float32, pairs int) {
			gatherAVX512(&dst[0], &m[0], plane, &bias[0], pairs)
		},
		scores: func(out *[maxMoves]float32, words []*float32, bias, w, wbias []float32) {
			scoresAVX512(&out[0], &words[0], len(words), &bias[0], &w[0], &wbias[0])
		},
	}
}

//go:noescape
func panelAVX2(dst *float32, ldd int, a *float32, lda int, w, bias *float32, k, m int, maxout bool)

//go:noescape
func layerNormAVX2(dst, src, gain, shift *float32, rows int, eps float32, add bool)

//go:noescape
func scoresAVX2(out *float32, words **float32, n int, bias, w, wbias *float32)

//go:noescape
func panelAVX512(dst *float32, ldd int, a *float32, lda int, w, bias *float32, k, m int, maxout bool)

//go:noescape
func scoresAVX512(out *float32, words **float32, n int, bias, w, wbias *float32)

//go:noescape
func spreadAVX2(dst *float32, plane int, x *float32, pairs int)

//go:noescape
func gatherAVX2(dst, m *float32, plane int, bias *float32, pairs, lanes int)

//go:noescape
func gatherAVX512(dst, m *float32, plane int, bias *float32, pairs int)
