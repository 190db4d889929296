package code

import (
	"math"

	"entente/extract/linear"
)

// denseRole is a role whose words are given by their vectors.
type denseRole int

const (
	densePredicate denseRole = iota
	denseSourceVerb
	denseTargetVerb
	denseObjects
	denseTargetObjects
	denseComplements
	denseNouns
	denseTarget
	denseAll
	denseRoles
)

// denseKeys are the keys of the dimensions of each role.
type denseKeys [denseRoles][]uint32

func newDenseKeys(dims int) *denseKeys {
	var keys denseKeys
	for r, letter := range "PVWOQCNHA" {
		base := linear.String("dense" + string(letter))
		for k := range dims {
			keys[r] = append(keys[r], linear.Hash(base, uint32(k)))
		}
	}
	return &keys
}

func length(v []float32) float32 {
	n := 0.0
	for _, y := range v {
		n += float64(y) * float64(y)
	}
	return float32(math.Sqrt(n))
}

// dense adds the unit vectors of the words in each role, a feature for every
// dimension: P predicate, V and W the verbs above source and target, O and Q
// what predicate and target verb are about, C complements, N nouns that the
// parties hang on, H the target itself, A all words that say something.
func (f *features) dense() {
	d := f.d
	sum := make([]float32, f.table.Dims())
	put := func(role denseRole, toks ...int) {
		clear(sum)
		ok := false
		for _, i := range toks {
			if i < 0 {
				continue
			}
			x := f.table.Vector(f.lemma(i))
			if x == nil {
				continue
			}
			ok = true
			n := 1 / length(x)
			for k := range sum {
				sum[k] += x[k] * n
			}
		}
		if !ok {
			return
		}
		n := 1 / length(sum)
		for k, y := range sum {
			f.v = append(f.v, linear.Feature{Key: f.keys[role][k], Value: y * n})
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
	put(densePredicate, f.pred)
	put(denseSourceVerb, f.vs)
	put(denseTargetVerb, f.vt)
	put(denseObjects, objects(f.pred)...)
	put(denseTargetObjects, objects(f.vt)...)
	put(denseComplements, comps(f.pred)...)
	put(denseNouns, f.nounS, f.nounT)
	if f.t >= 0 && d.Tokens[f.t].POS == "NOUN" {
		put(denseTarget, f.t)
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
	put(denseAll, all...)
}
