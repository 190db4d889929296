package code

import (
	"math"
	"slices"

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

// dense sets the unit vectors of the words in each role: P predicate, V and W
// the verbs above source and target, O and Q what predicate and target verb
// are about, C complements, N nouns that the parties hang on, H the target
// itself, A all words that say something.
func (f *features) dense() {
	d := f.d
	f.put(densePredicate, f.pred)
	f.put(denseSourceVerb, f.vs)
	f.put(denseTargetVerb, f.vt)
	f.put(denseObjects, f.objects(f.pred)...)
	f.put(denseTargetObjects, f.objects(f.vt)...)
	f.put(denseComplements, f.complements(f.pred)...)
	f.put(denseNouns, f.nounS, f.nounT)
	if f.t >= 0 && d.Tokens[f.t].POS == "NOUN" {
		f.put(denseTarget, f.t)
	}
	var all []int
	for n, inside := range f.insides() {
		i := f.clause.Start + n
		if !inside {
			continue
		}
		t := &d.Tokens[i]
		if (t.POS == "NOUN" || isVerb(t) || t.POS == "ADJ") && f.mask(i)[0] != '<' {
			all = append(all, i)
		}
	}
	f.put(denseAll, all...)
}

// put gives a role the sum of the words' unit vectors, at length one.
func (f *features) put(role denseRole, toks ...int) {
	var one, sum []float32
	for _, i := range toks {
		if i < 0 {
			continue
		}
		u := f.unit(i)
		switch {
		case u == nil:
		case one == nil:
			one = u
		default:
			if sum == nil {
				sum = slices.Clone(one)
			}
			for k, x := range u {
				sum[k] += x
			}
		}
	}
	if sum == nil {
		f.values[role] = one
		return
	}
	n := 1 / length(sum)
	for k := range sum {
		sum[k] *= n
	}
	f.values[role] = sum
}

// objects lists what a verb is about: its objects and those of its
// prepositions, but no names.
func (f *features) objects(v int) []int {
	if v < 0 {
		return nil
	}
	var r []int
	for _, c := range f.d.Children(v) {
		switch f.d.Tokens[c].Dep {
		case "dobj", "nsubjpass", "attr", "acomp", "oprd":
			if f.mask(int(c))[0] != '<' {
				r = append(r, int(c))
			}
		case "prep":
			if o := f.d.Child(int(c), "pobj"); o >= 0 && f.mask(o)[0] != '<' {
				r = append(r, o)
			}
		}
	}
	return r
}

// complements lists the verbs of a verb's complements.
func (f *features) complements(v int) []int {
	if v < 0 {
		return nil
	}
	var r []int
	for _, c := range f.d.Children(v) {
		switch f.d.Tokens[c].Dep {
		case "xcomp", "ccomp":
			r = append(r, int(c))
		}
	}
	return r
}
