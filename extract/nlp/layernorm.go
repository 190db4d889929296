package nlp

// normEpsilon keeps the variance from zero.
const normEpsilon = 1e-8

// layerNorm brings each row to mean 0 and variance 1, then scales it by gain
// and moves it by shift, all of width floats.
type layerNorm struct {
	gain, shift []float32
}

// apply writes the normalised rows of src (rows, width) to dst, or adds them
// if add is true. src may be spoiled.
func (l *layerNorm) apply(kn *kernel, dst, src []float32, rows int, add bool) {
	if rows > 0 {
		kn.layerNorm(dst[:rows*width], src[:rows*width], l.gain, l.shift, rows, add)
	}
}
