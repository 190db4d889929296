package nlp

import (
	"math"
	"unsafe"
)

// portableKernel is the kernel in plain Go, for processors without one of
// their own and as the reference of the tests.
func portableKernel() *kernel {
	return &kernel{name: "portable", lanes: 4, rowBlock: 1, panel: panelPortable,
		layerNorm: layerNormPortable, scores: scoresPortable,
		spread: spreadPortable,
		gather: func(dst, m []float32, plane int, bias []float32, pairs int) {
			gatherPortable(dst, m, plane, bias, pairs, 4)
		},
	}
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

func spreadPortable(dst []float32, plane int, x []float32, pairs int) {
	for p := range pairs {
		d0, d1 := (*vector)(x[2*p*width:]), (*vector)(x[(2*p+1)*width:])
		d2, d3 := (*vector)(x[(2*p+2)*width:]), (*vector)(x[(2*p+3)*width:])
		at := p * width
		t0, t1 := (*vector)(dst[at:]), (*vector)(dst[plane+at:])
		t2, t3 := (*vector)(dst[2*plane+at:]), (*vector)(dst[3*plane+at:])
		for i := range d0 {
			t0[i] = d0[i] - d2[i]
			t1[i] = d1[i] + d2[i]
			t2[i] = d2[i] - d1[i]
			t3[i] = d1[i] - d3[i]
		}
	}
}

func gatherPortable(dst, m []float32, plane int, bias []float32, pairs, lanes int) {
	const n = 3 * width
	b := (*[n]float32)(bias)
	for p := range pairs {
		m0, m1 := (*[n]float32)(m[p*n:]), (*[n]float32)(m[plane+p*n:])
		m2, m3 := (*[n]float32)(m[2*plane+p*n:]), (*[n]float32)(m[3*plane+p*n:])
		y0, y1 := (*vector)(dst[2*p*width:]), (*vector)(dst[(2*p+1)*width:])
		for o := range width {
			from := o/lanes*3*lanes + o%lanes
			for piece := range 3 {
				i := from + piece*lanes
				a, c := m0[i]+m1[i]+m2[i]+b[i], m1[i]-m2[i]-m3[i]+b[i]
				if piece == 0 || a > y0[o] {
					y0[o] = a
				}
				if piece == 0 || c > y1[o] {
					y1[o] = c
				}
			}
		}
	}
}
