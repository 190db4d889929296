package linear

// Block is the weights of a run of features that always come together, such
// as the dimensions of a vector.
type Block struct {
	classes int
	weights []float32 // row-major, classes wide
}

// Block copies the weights of the keys, zeros where the model has none.
func (m *Model) Block(keys []uint32) Block {
	b := Block{classes: m.Classes, weights: make([]float32, len(keys)*m.Classes)}
	for i, k := range keys {
		if r := int(m.rows.get(k)); r >= 0 {
			copy(b.weights[i*m.Classes:], m.weights[r*m.Classes:][:m.Classes])
		}
	}
	return b
}

// Add adds the weights, each times the value of its feature, to the sums, one
// per class. There must be as many values as the block has keys.
func (b Block) Add(values, out []float32) {
	if b.classes == len(wide{}) {
		b.addWide(values, (*wide)(out))
		return
	}
	for i, x := range values {
		for c, w := range b.weights[i*b.classes:][:b.classes] {
			out[c] += w * x
		}
	}
}

// addWide keeps half of the sums in registers at a time.
func (b Block) addWide(values []float32, out *wide) {
	const half = len(wide{}) / 2
	for h := 0; h < 2*half; h += half {
		s := (*[half]float32)(out[h:])
		s0, s1, s2, s3, s4, s5, s6, s7 := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
		for i, x := range values {
			w := (*[half]float32)(b.weights[i*2*half+h:])
			s0 += w[0] * x
			s1 += w[1] * x
			s2 += w[2] * x
			s3 += w[3] * x
			s4 += w[4] * x
			s5 += w[5] * x
			s6 += w[6] * x
			s7 += w[7] * x
		}
		*s = [half]float32{s0, s1, s2, s3, s4, s5, s6, s7}
	}
}
