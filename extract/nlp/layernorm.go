package nlp

import "math"

// normEpsilon keeps the variance from zero.
const normEpsilon = 1e-8

// layerNorm brings each row to mean 0 and variance 1, then scales it by gain
// and moves it by shift, all of width floats.
type layerNorm struct {
	gain, shift []float32
}

// apply writes the normalised rows of src (rows, width) to dst, or adds them
// if add is true.
func (l *layerNorm) apply(dst, src []float32, rows int, add bool) {
	gain, shift := (*vector)(l.gain), (*vector)(l.shift)
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
				y[i] += (v-mean)*scale*gain[i] + shift[i]
			}
		} else {
			for i, v := range x {
				y[i] = (v-mean)*scale*gain[i] + shift[i]
			}
		}
	}
}
