package nlp

import (
	"math"
	"math/rand/v2"
	"testing"
)

func randomFloats(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

// product is the matrix product in float64, the oracle of the kernels.
func product(a []float32, lda int, w, b []float32, rows, in, out int) []float64 {
	y := make([]float64, rows*out)
	for r := range rows {
		for o := range out {
			sum := 0.0
			if b != nil {
				sum = float64(b[o])
			}
			for k := range in {
				sum += float64(a[r*lda+k]) * float64(w[o*in+k])
			}
			y[r*out+o] = sum
		}
	}
	return y
}

func near(a float32, b float64) bool { return math.Abs(float64(a)-b) <= 1e-4*(1+math.Abs(b)) }

func TestKernelProducts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, kn := range kernels() {
		for _, rows := range []int{1, 2, 3, 4, 7, 8, 9, 33} {
			for _, in := range []int{64, 96, 288, 576} {
				lda := in
				if in == 288 {
					lda = width // overlapping rows, as the encoder reads them
				}
				a := randomFloats(r, (rows+kn.slack())*lda+in)

				w, b := randomFloats(r, width*3*in), randomFloats(r, width*3)
				dst := make([]float32, (rows+kn.slack())*width)
				kn.maxout(dst, a, lda, kn.packMaxout(w, b, width, in), rows)
				want := product(a, lda, w, b, rows, in, width*3)
				for i := range rows * width {
					if m := max(want[3*i], want[3*i+1], want[3*i+2]); !near(dst[i], m) {
						t.Fatalf("%s maxout %d x %d: element %d is %g, want %g", kn.name, rows, in, i, dst[i], m)
					}
				}

				const out = 50
				m := kn.packLinear(w[:out*in], b[:out], out, in)
				stride := kn.stride(m)
				dst = make([]float32, (rows+kn.slack())*stride)
				kn.linear(dst, a, lda, m, rows)
				want = product(a, lda, w, b, rows, in, out)
				for i := range rows {
					for o := range out {
						if !near(dst[i*stride+o], want[i*out+o]) {
							t.Fatalf("%s linear %d x %d: (%d, %d) is %g, want %g", kn.name, rows, in, i, o, dst[i*stride+o], want[i*out+o])
						}
					}
				}
			}
		}
	}
}

func TestKernelLayerNorm(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, kn := range kernels() {
		const rows = 5
		gain, shift := randomFloats(r, width), randomFloats(r, width)
		src := randomFloats(r, rows*width)
		clear(src[:width]) // no variance
		for _, add := range []bool{false, true} {
			dst, want := randomFloats(r, rows*width), make([]float64, rows*width)
			for row := range rows {
				mean, variance := 0.0, 0.0
				for _, v := range src[row*width : (row+1)*width] {
					mean += float64(v) / width
				}
				for _, v := range src[row*width : (row+1)*width] {
					variance += (float64(v) - mean) * (float64(v) - mean) / width
				}
				for i := range width {
					at := row*width + i
					want[at] = (float64(src[at])-mean)/math.Sqrt(variance+normEpsilon)*float64(gain[i]) + float64(shift[i])
					if add {
						want[at] += float64(dst[at])
					}
				}
			}
			kn.layerNorm(dst, append([]float32(nil), src...), gain, shift, rows, add)
			for i := range want {
				if !near(dst[i], want[i]) {
					t.Fatalf("%s add=%v: element %d is %g, want %g", kn.name, add, i, dst[i], want[i])
				}
			}
		}
	}
}

func TestKernelScores(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, kn := range kernels() {
		for n := 1; n <= parserSlots; n++ {
			words, bias := randomFloats(r, n*slotWidth), randomFloats(r, slotWidth)
			w, wbias := randomFloats(r, hiddenWidth*maxMoves), randomFloats(r, maxMoves)
			var hidden [slotWidth]float64
			var pointers []*float32
			for i := range n {
				pointers = append(pointers, &words[i*slotWidth])
			}
			for i := range hidden {
				hidden[i] = float64(bias[i])
				for j := range n {
					hidden[i] += float64(words[j*slotWidth+i])
				}
			}
			var out [maxMoves]float32
			kn.scores(&out, pointers, bias, w, wbias)
			for o := range maxMoves {
				want := float64(wbias[o])
				for i := range hiddenWidth {
					want += max(hidden[i], hidden[hiddenWidth+i]) * float64(w[i*maxMoves+o])
				}
				if !near(out[o], want) {
					t.Fatalf("%s with %d words: move %d is %g, want %g", kn.name, n, o, out[o], want)
				}
			}
		}
	}
}

// BenchmarkMaxout is the product of one encoder layer over 600 tokens; it
// reports thousands of millions of multiply-adds a second.
func BenchmarkMaxout(b *testing.B) {
	r := rand.New(rand.NewPCG(7, 8))
	for _, kn := range kernels() {
		b.Run(kn.name, func(b *testing.B) {
			const rows, in = 600, 3 * width
			a := randomFloats(r, (rows+kn.slack())*width+in)
			m := kn.packMaxout(randomFloats(r, width*3*in), randomFloats(r, width*3), width, in)
			dst := make([]float32, (rows+kn.slack())*width)
			for b.Loop() {
				kn.maxout(dst, a, width, m, rows)
			}
			b.ReportMetric(float64(b.N)*rows*in*3*width/b.Elapsed().Seconds()/1e9, "GMAC/s")
		})
	}
}

func TestKernelWindow(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for _, kn := range kernels() {
		for _, rows := range []int{1, 2, 3, 9, 64, 65, 130} {
			w, b := randomFloats(r, width*3*3*width), randomFloats(r, width*3)
			win := newWindow(kn, w, b)
			norm := layerNorm{randomFloats(r, width), randomFloats(r, width)}
			x := randomFloats(r, (rows+4+kn.slack())*width)
			before := append([]float32(nil), x...)
			win.run(kn, &scratch{}, x, rows, &norm)
			sums := product(before, width, w, b, rows, 3*width, 3*width)
			y := make([]float32, rows*width)
			for i := range y {
				y[i] = float32(max(sums[3*i], sums[3*i+1], sums[3*i+2]))
			}
			layerNormPortable(before[width:], y, norm.gain, norm.shift, rows, true)
			for i := width; i < (rows+1)*width; i++ {
				if !near(x[i], float64(before[i])) {
					t.Fatalf("%s with %d rows: row %d column %d is %g, want %g", kn.name, rows, i/width-1, i%width, x[i], before[i])
				}
			}
			for i := range width {
				if x[i] != before[i] {
					t.Fatalf("%s: the row in front was changed", kn.name)
				}
			}
		}
	}
}
