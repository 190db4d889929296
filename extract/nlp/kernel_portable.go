package nlp

import (
	"math"
	"unsafe"
)

// portableKernel is the kernel in plain Go, for processors without one of
// their own and as the reference of the tests.
func portableKernel() *kernel {
	return &kernel{name: "portable", lanes: 4, rowBlock: 1, panel: panelPortable,
		layerNorm: layerNormPortable, scores: scoresPortable}
}

// panelPortable works on panels of 12 columns, whose sums the compiler keeps
// in registers.
func panelPortable(dst []float32, ldd int, a []float32, lda int, w, bias []float32, k, m int, maxout bool) {
	for r := range m {
		var s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11 float32
		row := a[r*lda : r*lda+k]
		v := w[:12*k]
		for _, x := range row {
			u := (*[12]float32)(v)
			s0 += x * u[0]
			s1 += x * u[1]
			s2 += x * u[2]
			s3 += x * u[3]
			s4 += x * u[4]
			s5 += x * u[5]
			s6 += x * u[6]
			s7 += x * u[7]
			s8 += x * u[8]
			s9 += x * u[9]
			s10 += x * u[10]
			s11 += x * u[11]
			v = v[12:]
		}
		b := (*[12]float32)(bias)
		sums := [12]float32{s0 + b[0], s1 + b[1], s2 + b[2], s3 + b[3], s4 + b[4], s5 + b[5],
			s6 + b[6], s7 + b[7], s8 + b[8], s9 + b[9], s10 + b[10], s11 + b[11]}
		if !maxout {
			copy(dst[r*ldd:], sums[:])
			continue
		}
		for i := range 4 {
			dst[r*ldd+i] = max(sums[i], sums[4+i], sums[8+i])
		}
	}
}

func layerNormPortable(dst, src, gain, shift []float32, rows int, add bool) {
	g, h := (*vector)(gain), (*vector)(shift)
	for r := range rows {
		x, y := (*vector)(src[r*width:]), (*vector)(dst[r*width:])
		var sum float32
		for _, v := range x {
			sum += v
		}
		mean := sum / width
		sum = 0
		for _, v := range x {
			sum += (v - mean) * (v - mean)
		}
		scale := 1 / float32(math.Sqrt(float64(sum/width+normEpsilon)))
		if add {
			for i, v := range x {
				y[i] += (v-mean)*scale*g[i] + h[i]
			}
		} else {
			for i, v := range x {
				y[i] = (v-mean)*scale*g[i] + h[i]
			}
		}
	}
}

func scoresPortable(out *[maxMoves]float32, words []*float32, bias, w, wbias []float32) {
	var sum [slotWidth]float32
	for _, p := range words {
		v := (*[slotWidth]float32)(unsafe.Pointer(p))
		for i := range sum {
			sum[i] += v[i]
		}
	}
	*out = [maxMoves]float32{}
	for i := range hiddenWidth {
		h := max(sum[i]+bias[i], sum[hiddenWidth+i]+bias[hiddenWidth+i])
		row := (*[maxMoves]float32)(w[i*maxMoves:])
		for j := range out {
			out[j] += h * row[j]
		}
	}
	for j := range out {
		out[j] += wbias[j]
	}
}
