package forest

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// xor is what no linear model can learn.
func xor(n int) (rows [][]float32, labels []int) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range n {
		a, b := rng.Float32(), rng.Float32()
		l := 0
		if (a > 0.5) != (b > 0.3) {
			l = 1
		}
		rows, labels = append(rows, []float32{a, b, rng.Float32()}), append(labels, l)
	}
	return rows, labels
}

func TestTrainLearnsAnInteraction(t *testing.T) {
	rows, labels := xor(2000)
	f := Train(rows, labels, nil, Options{Trees: 40, Columns: 1})
	test, want := xor(3000)
	right := 0
	for i, r := range test[2000:] {
		if (f.Prob(r) > 0.5) == (want[2000+i] == 1) {
			right++
		}
	}
	if right < 950 {
		t.Errorf("%d of 1000 unseen cases right, want at least 950", right)
	}
}

func TestMarshalKeepsEveryScore(t *testing.T) {
	rows, labels := xor(500)
	f := Train(rows, labels, nil, Options{Trees: 10})
	g, err := Unmarshal(f.Marshal())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if f.Score(r) != g.Score(r) {
			t.Fatalf("score %v became %v", f.Score(r), g.Score(r))
		}
	}
	if !bytes.Equal(f.Marshal(), Train(rows, labels, nil, Options{Trees: 10}).Marshal()) {
		t.Error("training twice on equal input gave different forests")
	}
}

func TestUnmarshalRefusesDamage(t *testing.T) {
	rows, labels := xor(500)
	b := Train(rows, labels, nil, Options{Trees: 3}).Marshal()
	for n := range b {
		if _, err := Unmarshal(b[:n]); err == nil {
			t.Fatalf("a forest cut to %d of %d bytes was accepted", n, len(b))
		}
	}
}

func TestAverageScoresTheMean(t *testing.T) {
	rows, labels := xor(500)
	a := Train(rows, labels, nil, Options{Trees: 5, Seed: 1})
	b := Train(rows, labels, nil, Options{Trees: 5, Seed: 2})
	mean := Average(a, b)
	for _, r := range rows[:50] {
		if d := mean.Score(r) - (a.Score(r)+b.Score(r))/2; d > 1e-5 || d < -1e-5 {
			t.Fatalf("score %v, want the mean of %v and %v", mean.Score(r), a.Score(r), b.Score(r))
		}
	}
}

func TestScreenAgreesWithProb(t *testing.T) {
	rows, labels := xor(800)
	parts := make([]*Forest, 4)
	for i := range parts {
		parts[i] = Train(rows, labels, nil, Options{Trees: 20, Seed: uint64(i)})
	}
	f := Average(parts...)
	rows = append(rows, []float32{-3, 0, -0.25})
	const bar = 0.2
	screened := 0
	for i, p := range f.Screen(rows, len(parts), bar) {
		want := f.Prob(rows[i])
		if p < bar && parts[0].Prob(rows[i]) < bar {
			screened++
			want = parts[0].Prob(rows[i])
		}
		if d := p - want; d > 1e-6 || d < -1e-6 {
			t.Fatalf("row %d: screened to %v, want %v", i, p, want)
		}
	}
	if screened == 0 {
		t.Error("no row was left to the first part alone")
	}
	for i, p := range f.Screen(rows, 1, 0) {
		if want := f.Prob(rows[i]); p != want {
			t.Fatalf("row %d: walked to %v, want %v", i, p, want)
		}
	}
}
