package linear

import (
	"bytes"
	"math"
	"testing"
)

func cases() []Case {
	var cs []Case
	for i := range 300 {
		var v Vector
		a, b := uint32(i%3), uint32(i%7)
		v.Add(1, a)
		v.Add(2, b)
		label := 0
		if a == 1 || b == 5 {
			label = 1
		}
		cs = append(cs, Case{Vector: v, Label: label})
	}
	return cs
}

func TestTrainLearnsAndIsRepeatable(t *testing.T) {
	cs := cases()
	m := Train(cs, Options{Epochs: 30})
	for _, c := range cs {
		if (m.Prob(c.Vector) > 0.5) != (c.Label == 1) {
			t.Fatalf("%v: probability %.2f, label %d", c.Vector, m.Prob(c.Vector), c.Label)
		}
	}
	if !bytes.Equal(m.Marshal(), Train(cs, Options{Epochs: 30}).Marshal()) {
		t.Error("training twice on equal input gave different models")
	}
}

func TestMarshalKeepsScoresClose(t *testing.T) {
	cs := cases()
	m := Train(cs, Options{})
	g, err := Unmarshal(m.Marshal())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cs {
		if d := math.Abs(m.Prob(c.Vector) - g.Prob(c.Vector)); d > 0.02 {
			t.Fatalf("probability moved by %.3f", d)
		}
	}
	b := m.Marshal()
	for n := range b {
		if _, err := Unmarshal(b[:n]); err == nil {
			t.Fatalf("a model cut to %d of %d bytes was accepted", n, len(b))
		}
	}
}

func TestManyClasses(t *testing.T) {
	var cs []Case
	for i := range 90 {
		var v Vector
		v.Add(1, uint32(i%3))
		cs = append(cs, Case{Vector: v, Label: i % 3})
	}
	m := Train(cs, Options{Classes: 3, Epochs: 20})
	for _, c := range cs[:3] {
		p := Softmax(m.Scores(c.Vector, nil))
		if p[c.Label] < 0.5 {
			t.Errorf("class %d got %v", c.Label, p)
		}
	}
}
