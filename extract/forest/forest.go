// Package forest holds gradient-boosted decision trees over a small number of
// dense features: they see the interactions between features that a linear
// model is blind to. Train fits one, Forest.Prob scores with it, Marshal and
// Unmarshal keep it in a file.
package forest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// Forest is a binary classifier: the sigmoid of a bias and one leaf value of
// each tree. It is read-only and safe for concurrent use.
type Forest struct {
	Features int // width of the rows that it scores
	Bias     float32
	trees    []tree
	flats    []flat // the same for walking, nil where a tree is too deep
}

// node sends a row left when row[feature] <= split, else right; a leaf has
// feature -1 and its value in split.
type node struct {
	feature     int16
	left, right uint16
	split       float32
}

type tree []node

// Prob returns the probability of the positive class for a row of Features
// values.
func (f *Forest) Prob(row []float32) float64 { return sigmoid(f.Score(row)) }

// Score returns the log-odds of the positive class.
func (f *Forest) Score(row []float32) float64 {
	s := float64(f.Bias)
	for _, t := range f.trees {
		s += float64(t.leaf(row))
	}
	return s
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// leaf returns the value that a tree gives a row.
func (t tree) leaf(row []float32) float32 {
	n := &t[0]
	for n.feature >= 0 {
		if row[n.feature] <= n.split {
			n = &t[n.left]
		} else {
			n = &t[n.right]
		}
	}
	return n.split
}

// The file format, little endian: "EGB1", features uint16, trees uint16, bias
// float32, then per tree the number of nodes uint16 and per node feature
// int16, left uint16, right uint16, split float32.
const magic = "EGB1"

// Marshal writes the forest.
func (f *Forest) Marshal() []byte {
	le := binary.LittleEndian
	b := append([]byte(nil), magic...)
	b = le.AppendUint16(b, uint16(f.Features))
	b = le.AppendUint16(b, uint16(len(f.trees)))
	b = le.AppendUint32(b, math.Float32bits(f.Bias))
	for _, t := range f.trees {
		b = le.AppendUint16(b, uint16(len(t)))
		for _, n := range t {
			b = le.AppendUint16(b, uint16(n.feature))
			b = le.AppendUint16(b, n.left)
			b = le.AppendUint16(b, n.right)
			b = le.AppendUint32(b, math.Float32bits(n.split))
		}
	}
	return b
}

// Unmarshal reads what Marshal wrote and checks that every index is in range
// and every tree ends.
func Unmarshal(b []byte) (*Forest, error) {
	le := binary.LittleEndian
	if len(b) < 12 || string(b[:4]) != magic {
		return nil, errors.New("not a forest file (want magic EGB1)")
	}
	f := &Forest{Features: int(le.Uint16(b[4:])), Bias: math.Float32frombits(le.Uint32(b[8:]))}
	trees := int(le.Uint16(b[6:]))
	b = b[12:]
	for i := 0; i < trees; i++ {
		if len(b) < 2 || len(b) < 2+10*int(le.Uint16(b)) {
			return nil, fmt.Errorf("forest ends inside tree %d of %d", i+1, trees)
		}
		t := make(tree, le.Uint16(b))
		b = b[2:]
		for j := range t {
			n := node{int16(le.Uint16(b)), le.Uint16(b[2:]), le.Uint16(b[4:]), math.Float32frombits(le.Uint32(b[6:]))}
			b = b[10:]
			if int(n.feature) >= f.Features || n.feature >= 0 &&
				(int(n.left) <= j || int(n.right) <= j || int(n.left) >= len(t) || int(n.right) >= len(t)) {
				return nil, fmt.Errorf("tree %d of the forest has a broken node %d", i+1, j)
			}
			t[j] = n
		}
		if len(t) == 0 {
			return nil, fmt.Errorf("tree %d of the forest is empty", i+1)
		}
		f.trees = append(f.trees, t)
	}
	if len(b) != 0 {
		return nil, fmt.Errorf("forest is followed by %d stray bytes", len(b))
	}
	f.flatten()
	return f, nil
}

// Average returns the forest whose score is the mean of the scores of the
// given ones, which must be equally wide: forests grown from different seeds
// err less together than alone.
func Average(forests ...*Forest) *Forest {
	out := &Forest{}
	n := float32(len(forests))
	for _, f := range forests {
		out.Features = f.Features
		out.Bias += f.Bias / n
		for _, t := range f.trees {
			c := append(tree(nil), t...)
			for i := range c {
				if c[i].feature < 0 {
					c[i].split /= n
				}
			}
			out.trees = append(out.trees, c)
		}
	}
	out.flatten()
	return out
}
