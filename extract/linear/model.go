// Package linear holds logistic models over sparse, hashed features: scoring,
// training and a compact file format. Extractors use it for the decisions
// that rules cannot make; the programs that train the embedded weights use
// the same code, so that a feature cannot mean two things.
//
// A feature is the 32-bit hash of a template number and its values (see
// Hash); a Vector is a set of them with their values. Start with Train.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Feature is one hashed feature with its value.
type Feature struct {
	Key   uint32
	Value float32
}

// Vector is the features of one case, in any order; equal keys add up.
type Vector []Feature

// Add appends the indicator of the values under a template.
func (v *Vector) Add(template uint32, values ...uint32) {
	*v = append(*v, Feature{Hash(template, values...), 1})
}

// AddValue appends a real value under a template and its key values.
func (v *Vector) AddValue(x float32, template uint32, values ...uint32) {
	if x != 0 {
		*v = append(*v, Feature{Hash(template, values...), x})
	}
}

// Hash mixes a template number and values into the key of a feature. Order
// matters.
func Hash(template uint32, values ...uint32) uint32 {
	h := uint64(template)*0x9E3779B97F4A7C15 + 0x7F4A7C15
	for _, v := range values {
		h ^= uint64(v)
		h *= 0xFF51AFD7ED558CCD
		h ^= h >> 32
	}
	h *= 0xC4CEB9FE1A85EC53
	return uint32(h >> 32)
}

// String hashes a word for use as a value in Hash (FNV-1a, 32 bits).
func String(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Model is a logistic model with one or more classes. Binary models have one
// class and score by the sigmoid; others by the softmax. It is read-only and
// safe for concurrent use.
type Model struct {
	Classes int
	Bias    []float32
	rows    *table    // key -> row of weights
	weights []float32 // row-major, Classes wide
}

// Scores adds up the weights of the features, one sum per class.
func (m *Model) Scores(v Vector, out []float32) []float32 {
	out = append(out[:0], m.Bias...)
	m.Add(v, out)
	return out
}

// Add adds the weights of the features to the sums, one per class.
func (m *Model) Add(v Vector, out []float32) {
	switch m.Classes {
	case 1:
		out[0] += m.sum(v)
		return
	case len(wide{}):
		m.addWide(v, (*wide)(out))
		return
	}
	for _, f := range v {
		if r := m.rows.get(f.Key); r >= 0 {
			w := m.weights[int(r)*m.Classes:][:m.Classes]
			for c, x := range w {
				out[c] += x * f.Value
			}
		}
	}
}

// wide is a row of weights of the commonest model of many classes, the event
// codes; its fixed length spares the sums their bounds checks.
type wide [16]float32

func (m *Model) addWide(v Vector, out *wide) {
	sum := *out
	for _, f := range v {
		if r := m.rows.get(f.Key); r >= 0 {
			w := (*wide)(m.weights[int(r)*len(sum):])
			x := f.Value
			for c := 0; c < len(sum); c += 4 {
				sum[c] += w[c] * x
				sum[c+1] += w[c+1] * x
				sum[c+2] += w[c+2] * x
				sum[c+3] += w[c+3] * x
			}
		}
	}
	*out = sum
}

// Prob returns the probability of the positive class of a binary model.
func (m *Model) Prob(v Vector) float64 {
	return Sigmoid(m.Margin(v))
}

// Margin returns the log-odds of the positive class of a binary model.
func (m *Model) Margin(v Vector) float64 { return float64(m.Bias[0] + m.sum(v)) }

// sum adds up the weights of a binary model.
func (m *Model) sum(v Vector) float32 {
	var s float32
	for _, f := range v {
		if r := m.rows.get(f.Key); r >= 0 {
			s += m.weights[r] * f.Value
		}
	}
	return s
}

// Sigmoid is the logistic function.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Softmax turns scores into probabilities.
func Softmax(scores []float32) []float64 {
	top := slices.Max(scores)
	p := make([]float64, len(scores))
	sum := 0.0
	for i, s := range scores {
		p[i] = math.Exp(float64(s - top))
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// The file format, little endian: "ELM1", classes uint16, rows uint32, then
// per class the bias and a scale (float32), then per row its key (uint32,
// ascending), then per row and class an int8 that times the scale gives the
// weight.
const magic = "ELM1"

// Marshal writes the model; weights are rounded to 8 bits per class scale.
func (m *Model) Marshal() []byte {
	var keys []uint32
	scale := make([]float32, m.Classes)
	for i, w := range m.weights {
		if a := float32(math.Abs(float64(w))); a > scale[i%m.Classes] {
			scale[i%m.Classes] = a
		}
	}
	for c := range scale {
		scale[c] /= 127
		if scale[c] == 0 {
			scale[c] = 1
		}
	}
	quantised := func(k uint32, c int) int8 {
		return int8(math.Round(float64(m.weights[int(m.rows.get(k))*m.Classes+c] / scale[c])))
	}
	for _, k := range m.rows.keys() {
		for c := 0; c < m.Classes; c++ {
			if quantised(k, c) != 0 {
				keys = append(keys, k)
				break
			}
		}
	}
	slices.Sort(keys)
	b := append([]byte(nil), magic...)
	b = binary.LittleEndian.AppendUint16(b, uint16(m.Classes))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(keys)))
	for c := 0; c < m.Classes; c++ {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.Bias[c]))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale[c]))
	}
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, k := range keys {
		for c := 0; c < m.Classes; c++ {
			b = append(b, byte(quantised(k, c)))
		}
	}
	return b
}

// Unmarshal reads what Marshal wrote.
func Unmarshal(b []byte) (*Model, error) {
	if len(b) < 10 || string(b[:4]) != magic {
		return nil, errors.New("not a linear model file (want magic ELM1)")
	}
	classes, rows := int(binary.LittleEndian.Uint16(b[4:])), int(binary.LittleEndian.Uint32(b[6:]))
	if want := 10 + classes*8 + rows*(4+classes); len(b) != want {
		return nil, fmt.Errorf("linear model of %d bytes where its header says %d", len(b), want)
	}
	m := &Model{Classes: classes, Bias: make([]float32, classes), rows: newTable(rows), weights: make([]float32, rows*classes)}
	b = b[10:]
	scale := make([]float32, classes)
	for c := range scale {
		m.Bias[c] = math.Float32frombits(binary.LittleEndian.Uint32(b[8*c:]))
		scale[c] = math.Float32frombits(binary.LittleEndian.Uint32(b[8*c+4:]))
	}
	b = b[8*classes:]
	var last uint32
	for r := 0; r < rows; r++ {
		k := binary.LittleEndian.Uint32(b[4*r:])
		if r > 0 && k <= last {
			return nil, fmt.Errorf("linear model: key %d of %d is not above the one before", r+1, rows)
		}
		m.rows.put(k, int32(r))
		last = k
	}
	b = b[4*rows:]
	for i := range m.weights {
		m.weights[i] = float32(int8(b[i])) * scale[i%classes]
	}
	return m, nil
}
