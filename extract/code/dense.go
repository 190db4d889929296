package code

import (
	"math"

	"entente/extract/linear"
)

// dense adds the unit vectors of the words in each role, a feature for every
// dimension: P predicate, V and W the verbs above source and target, O and Q
// what predicate and target verb are about, C complements, N nouns that the
// parties hang on, H the target itself, A all words that say something.
func (f *features) dense() {
	d := f.d
	put := func(role string, toks ...int) {
		v := make([]float32, f.table.Dims())
		ok := false
		for _, i := range toks {
			if i >= 0 {
				l := f.lemma(i)
				if x := f.table.Vector(l); x != nil {
					ok = true
					n := float32(0)
					for _, y := range x {
						n += y * y
					}
					n = float32(math.Sqrt(float64(n)))
					for k := range v {
						v[k] += x[k] / n
					}
				}
			}
		}
		if !ok {
			return
		}
		n := 0.0
		for _, y := range v {
			n += float64(y) * float64(y)
		}
		n = 1 / math.Sqrt(n)
		base := linear.String("dense" + role)
		for k, y := range v {
			f.v = append(f.v, linear.Feature{Key: linear.Hash(base, uint32(k)), Value: y * float32(n)})
		}
	}
	objects := func(v int) []int {
		var r []int
		if v < 0 {
			return nil
		}
		for _, c := range d.Children(v) {
			switch d.Tokens[c].Dep {
			case "dobj", "nsubjpass", "attr", "acomp", "oprd":
				if f.mask(int(c))[0] != '<' {
					r = append(r, int(c))
				}
			case "prep":
				if o := d.Child(int(c), "pobj"); o >= 0 && f.mask(o)[0] != '<' {
					r = append(r, o)
				}
			}
		}
		return r
	}
	comps := func(v int) []int {
		var r []int
		if v < 0 {
			return nil
		}
		for _, c := range d.Children(v) {
			switch d.Tokens[c].Dep {
			case "xcomp", "ccomp":
				r = append(r, int(c))
			}
		}
		return r
	}
	put("P", f.pred)
	put("V", f.vs)
	put("W", f.vt)
	put("O", objects(f.pred)...)
	put("Q", objects(f.vt)...)
	put("C", comps(f.pred)...)
	put("N", f.nounS, f.nounT)
	if f.t >= 0 && d.Tokens[f.t].POS == "NOUN" {
		put("H", f.t)
	}
	var all []int
	for i := f.clause.Start; i < f.clause.End; i++ {
		if !f.inClause(i) {
			continue
		}
		t := &d.Tokens[i]
		if (t.POS == "NOUN" || isVerb(t) || t.POS == "ADJ") && f.mask(i)[0] != '<' {
			all = append(all, i)
		}
	}
	put("A", all...)
}
