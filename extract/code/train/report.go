package train

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"entente/schema"
)

// Figures sum up outcomes with one gold code each.
type Figures struct {
	Accuracy, MacroF1, Quad float64 // Quad: share of right quad classes
	Classes                 []ClassFigures
}

// ClassFigures are the figures of one code.
type ClassFigures struct {
	Code                  schema.Code
	Count                 int
	Precision, Recall, F1 float64
}

// Score counts the outcomes; the first gold code is taken for right.
func Score(outcomes []Outcome) Figures {
	type count struct{ right, said, gold int }
	counts := map[schema.Code]*count{}
	for _, c := range schema.Codes {
		counts[c] = &count{}
	}
	var f Figures
	for i := range outcomes {
		o := &outcomes[i]
		said, _ := o.Best()
		counts[said].said++
		counts[o.Gold[0]].gold++
		if said == o.Gold[0] {
			counts[said].right++
			f.Accuracy++
		}
		if said.Quad() == o.Gold[0].Quad() {
			f.Quad++
		}
	}
	for _, c := range schema.Codes {
		n := counts[c]
		if n.gold == 0 {
			continue
		}
		k := ClassFigures{Code: c, Count: n.gold, Recall: float64(n.right) / float64(n.gold),
			Precision: float64(n.right) / float64(max(1, n.said)), F1: 2 * float64(n.right) / float64(n.said+n.gold)}
		f.Classes = append(f.Classes, k)
		f.MacroF1 += k.F1
	}
	f.Accuracy /= float64(len(outcomes))
	f.Quad /= float64(len(outcomes))
	f.MacroF1 /= float64(len(f.Classes))
	return f
}

// Temperature is the number to divide scores by so that the probabilities of
// the outcomes fit best (highest likelihood of the gold codes).
func Temperature(outcomes []Outcome) float64 {
	best, at := math.Inf(-1), 1.0
	for t := 0.4; t < 2.5; t += 0.02 {
		sum := 0.0
		for i := range outcomes {
			o := &outcomes[i]
			z, p := 0.0, 0.0
			for k, q := range o.Probs {
				x := math.Pow(q, 1/t)
				z += x
				if slices.Contains(o.Gold, schema.Codes[k]) {
					p += x
				}
			}
			sum += math.Log(max(p/z, 1e-9))
		}
		if sum > best {
			best, at = sum, t
		}
	}
	return at
}

// Temper divides the scores of the outcomes by the temperature.
func Temper(outcomes []Outcome, t float64) {
	for i := range outcomes {
		p, z := outcomes[i].Probs, 0.0
		for k := range p {
			p[k] = math.Pow(p[k], 1/t)
			z += p[k]
		}
		for k := range p {
			p[k] /= z
		}
	}
}

// WriteClasses writes a Markdown table of precision and recall by code.
func WriteClasses(w io.Writer, f Figures) {
	fmt.Fprintln(w, "| code | rows | precision | recall | F1 |\n|---|---|---|---|---|")
	for _, k := range f.Classes {
		fmt.Fprintf(w, "| %s | %d | %.3f | %.3f | %.3f |\n", k.Code, k.Count, k.Precision, k.Recall, k.F1)
	}
}

// WriteConfusions writes a Markdown table of the commonest errors.
func WriteConfusions(w io.Writer, outcomes []Outcome, n int) {
	type pair struct{ gold, said schema.Code }
	counts := map[pair]int{}
	for i := range outcomes {
		if o := &outcomes[i]; !o.Right() {
			said, _ := o.Best()
			counts[pair{o.Gold[0], said}]++
		}
	}
	var pairs []pair
	for p := range counts {
		pairs = append(pairs, p)
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.gold, b.gold), cmp.Compare(a.said, b.said))
	})
	fmt.Fprintln(w, "| gold | coded | rows |\n|---|---|---|")
	for _, p := range pairs[:min(n, len(pairs))] {
		fmt.Fprintf(w, "| %s | %s | %d |\n", p.gold, p.said, counts[p])
	}
}

// WriteReliability writes a Markdown table of stated against true
// probability.
func WriteReliability(w io.Writer, outcomes []Outcome) {
	type bin struct {
		n, right int
		sum      float64
	}
	edges := []float64{0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01}
	bins := make([]bin, len(edges)-1)
	for i := range outcomes {
		_, p := outcomes[i].Best()
		for k := range bins {
			if p >= edges[k] && p < edges[k+1] {
				bins[k].n++
				bins[k].sum += p
				if outcomes[i].Right() {
					bins[k].right++
				}
			}
		}
	}
	fmt.Fprintln(w, "| stated | rows | mean stated | right |\n|---|---|---|---|")
	for k, b := range bins {
		if b.n > 0 {
			fmt.Fprintf(w, "| %.2f to %.2f | %d | %.3f | %.3f |\n", edges[k], min(1, edges[k+1]), b.n, b.sum/float64(b.n), float64(b.right)/float64(b.n))
		}
	}
}

// Share is the share of right outcomes.
func Share(outcomes []Outcome) float64 {
	n := 0
	for i := range outcomes {
		if outcomes[i].Right() {
			n++
		}
	}
	return float64(n) / float64(max(1, len(outcomes)))
}
