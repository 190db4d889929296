package code

import (
	"strings"

	"entente/extract/linear"
	"entente/extract/nlp"
)

// ownTemplate marks the doubled features (see Event.Own).
const ownTemplate = 0x10CA1

// features collects the features of a frame.
type features struct {
	*frame
	own    bool // with a set of features for events coded by other conventions
	v      linear.Vector
	values [denseRoles][]float32 // the unit vector of each role's words, nil without words
}

// add adds the indicator of a template, which is the first part, with values.
func (f *features) add(parts ...string) { f.addValue(1, parts...) }

func (f *features) addValue(x float32, parts ...string) {
	h := uint32(2166136261)
	for _, p := range parts {
		for i := 0; i < len(p); i++ {
			h = (h ^ uint32(p[i])) * 16777619
		}
		h = (h ^ 0x1F) * 16777619
	}
	f.v = append(f.v, linear.Feature{Key: h, Value: x})
}

// all adds every feature; without a predicate there are none.
func (f *features) all() {
	if f.pred < 0 {
		return
	}
	f.role("P", f.pred)
	if f.own {
		shared := len(f.v)
		f.role("P", f.pred)
		f.content()
		for i := shared; i < len(f.v); i++ {
			f.v[i].Key = linear.Hash(ownTemplate, f.v[i].Key)
		}
	}
	f.role("S", f.vs)
	f.role("T", f.vt)
	if f.nounS >= 0 {
		f.noun("NS", f.nounS)
	}
	if f.nounT >= 0 {
		f.noun("NT", f.nounT)
	}
	f.parties()
	f.path()
	f.words()
	f.acts()
	f.dense()
}

// verbFacts are the grammatical facts of a verb.
type verbFacts struct {
	modal, neg, tense string
	passive           bool
	particle          string
	mark              string
}

// factsOf reads modal, negation, tense and voice off a verb's dependents.
func factsOf(d *nlp.Doc, v int) verbFacts {
	var r verbFacts
	t := &d.Tokens[v]
	switch t.Tag {
	case "VBD":
		r.tense = "past"
	case "VBZ", "VBP":
		r.tense = "pres"
	case "VBG":
		r.tense = "ing"
	case "VBN":
		r.tense = "part"
	default:
		r.tense = "base"
	}
	for _, c := range d.Children(v) {
		ct := &d.Tokens[c]
		l := strings.ToLower(ct.Lemma)
		switch ct.Dep {
		case "aux":
			switch {
			case ct.Tag == "MD":
				r.modal = l
				if strings.HasPrefix(strings.ToLower(ct.Text), "'ll") || strings.EqualFold(ct.Text, "wo") {
					r.modal = "will"
				}
				if strings.EqualFold(ct.Text, "would") {
					r.modal = "would"
				}
				if strings.EqualFold(ct.Text, "could") {
					r.modal = "could"
				}
				if strings.EqualFold(ct.Text, "might") {
					r.modal = "might"
				}
			case l == "have":
				r.tense = "perf"
			case l == "be" && t.Tag == "VBG":
				r.tense = "prog"
			case ct.Tag == "TO" && r.modal == "":
				r.tense = "inf"
			}
		case "neg":
			r.neg = "not"
		case "auxpass":
			r.passive = true
			if r.tense == "part" {
				r.tense = "past"
				if ct.Tag == "VBZ" || ct.Tag == "VBP" {
					r.tense = "pres"
				}
			}
		case "prt":
			r.particle = l
		case "mark":
			r.mark = l
		case "advmod":
			if l == "no" || l == "never" || l == "neither" || l == "hardly" {
				r.neg = "not"
			}
		}
	}
	return r
}

// role describes a verb with its complements; r says which verb it is: the
// predicate P or the verb above source S or target T.
func (f *features) role(r string, v int) {
	if v < 0 {
		return
	}
	d := f.d
	l := f.lemma(v)
	t := &d.Tokens[v]
	fa := f.facts(v)
	voice := "act"
	if fa.passive || t.Tag == "VBN" && fa.tense == "part" {
		voice = "pass"
	}
	if fa.particle != "" {
		f.add(r+"prt", l, fa.particle)
		l += "_" + fa.particle
	}
	f.add(r+"lem", l)
	f.add(r+"voice", voice)
	f.add(r+"lemvoice", l, voice)
	f.add(r+"mod", fa.modal, fa.neg)
	f.add(r+"tense", fa.tense, fa.modal, fa.neg)
	f.add(r+"lemtense", l, fa.tense)
	f.add(r+"lemmod", l, fa.modal, fa.neg)
	f.add(r+"dep", t.Dep)
	if fa.mark != "" {
		f.add(r+"mark", fa.mark)
		f.add(r+"lemmark", l, fa.mark)
	}
	h := t.Head
	if h != v {
		f.add(r+"head", f.mask(h), t.Dep)
		f.add(r+"headlem", f.mask(h), l)
	}
	for _, c := range d.Children(v) {
		ct := &d.Tokens[c]
		cl := f.mask(int(c))
		switch ct.Dep {
		case "dobj", "nsubjpass", "attr", "acomp", "oprd", "dative":
			f.add(r+"obj", ct.Dep, cl)
			f.add(r+"lemobj", l, cl)
			f.object(r, l, int(c))
		case "prep", "agent":
			f.add(r+"prep", cl)
			f.add(r+"lemprep", l, cl)
			if o := d.Child(int(c), "pobj", "pcomp"); o >= 0 {
				f.add(r+"pobj", f.mask(o))
				f.add(r+"preppobj", cl, f.mask(o))
				f.add(r+"lemppobj", l, cl, f.mask(o))
			}
		case "xcomp", "ccomp":
			f.add(r+"comp", ct.Dep, cl)
			f.add(r+"lemcomp", l, cl)
			f.add(r+"lemcompdep", l, ct.Dep)
			for _, g := range d.Children(int(c)) {
				gt := &d.Tokens[g]
				switch gt.Dep {
				case "dobj", "nsubjpass", "attr", "acomp":
					f.add(r+"compobj", cl, f.mask(int(g)))
				case "aux", "neg":
					f.add(r+"compaux", l, f.mask(int(g)))
				case "xcomp":
					f.add(r+"comp2", f.mask(int(g)))
				}
			}
		case "nsubj":
			f.add(r+"subj", cl)
			f.add(r+"lemsubj", l, cl)
		case "advcl":
			m := ""
			if k := d.Child(int(c), "mark", "advmod"); k >= 0 {
				m = f.lemma(k)
			}
			f.add(r+"advcl", m)
			f.add(r+"advclverb", m, cl)
		case "advmod", "npadvmod":
			f.add(r+"adv", cl)
			f.add(r+"lemadv", l, cl)
		case "conj":
			f.add(r+"conj", cl)
		}
	}
}

// object describes the modifiers of an object noun.
func (f *features) object(r, l string, o int) {
	for _, c := range f.d.Children(o) {
		ct := &f.d.Tokens[c]
		switch ct.Dep {
		case "amod", "compound", "nmod":
			f.add(r+"objmod", f.mask(int(c)))
			f.add(r+"objmodlem", f.mask(int(c)), f.mask(o))
		case "prep":
			f.add(r+"objprep", f.mask(o), f.mask(int(c)))
			if p := f.d.Child(int(c), "pobj", "pcomp"); p >= 0 {
				f.add(r+"objpobj", f.mask(o), f.mask(p))
				f.add(r+"objpobj1", f.mask(p))
			}
		case "acl", "relcl":
			f.add(r+"objacl", f.mask(o), f.mask(int(c)))
			f.add(r+"objacl1", f.mask(int(c)))
		case "conj":
			f.add(r+"objconj", f.mask(int(c)))
		}
	}
}

// noun describes a noun that a party hangs on.
func (f *features) noun(r string, n int) {
	l := f.lemma(n)
	f.add(r+"lem", l)
	f.add(r+"lemdep", l, f.d.Tokens[n].Dep)
	for _, c := range f.d.Children(n) {
		ct := &f.d.Tokens[c]
		if ct.Dep == "amod" || ct.Dep == "compound" || ct.Dep == "prep" || ct.Dep == "neg" {
			f.add(r+"mod", l, f.mask(int(c)))
		}
	}
}

// depRole shortens the labels of subjects.
func depRole(dep string) string {
	switch dep {
	case "nsubjpass":
		return "subjp"
	case "nsubj":
		return "subj"
	}
	return dep
}

// chain writes how a party hangs on its verb.
func (f *frame) chain(path []int, verb int) string {
	var b strings.Builder
	for k, i := range path {
		if i == verb || k > 5 {
			break
		}
		t := &f.d.Tokens[i]
		if k > 0 && t.Dep == "conj" {
			continue
		}
		b.WriteString(depRole(t.Dep))
		if t.POS == "ADP" {
			b.WriteByte(':')
			b.WriteString(strings.ToLower(t.Text))
		}
		b.WriteByte('>')
	}
	return b.String()
}

// parties describes the two parties and how they hang on their verbs.
func (f *features) parties() {
	d := f.d
	for _, p := range []struct {
		r    string
		span nlp.Span
		head int
		up   []int
		v    int
	}{{"s", f.src, f.s, f.upS, f.vs}, {"t", f.tgt, f.t, f.upT, f.vt}} {
		if p.head < 0 {
			f.add("missing", p.r)
			continue
		}
		ch := f.chain(p.up, p.v)
		f.add(p.r+"chain", ch)
		f.add(p.r+"chainlem", ch, f.lemma(p.v))
		if ct := &d.Tokens[p.head]; ct.POS != "PROPN" && ct.EntIOB == 'O' {
			f.add(p.r+"head", f.lemma(p.head))
			if p.r == "t" {
				f.add("lemthead", f.lemma(f.pred), f.lemma(p.head))
			}
		} else {
			f.add(p.r+"ent", ct.EntType)
		}
		for i := p.span.Start; i < p.span.End; i++ {
			if t := &d.Tokens[i]; t.EntIOB == 'O' && (t.POS == "NOUN" || t.POS == "ADJ" || t.POS == "VERB") {
				f.add(p.r+"word", f.lemma(i))
			}
		}
	}
	rel := "other"
	switch {
	case f.vs == f.vt:
		rel = "same"
	case f.below:
		rel = "below"
	case f.above:
		rel = "above"
	}
	f.add("rel", rel)
	if f.s >= 0 && f.t >= 0 {
		o := "st"
		if f.s > f.t {
			o = "ts"
		}
		f.add("order", o, rel)
	}
}

// path describes the way from source to target.
func (f *features) path() {
	if f.s < 0 || f.t < 0 {
		return
	}
	onT := map[int]int{}
	for k, i := range f.upT {
		onT[i] = k
	}
	var lemmas, full []string
	meet := -1
	for k, i := range f.upS {
		if j, ok := onT[i]; ok {
			meet = j
			break
		}
		if k > 0 {
			lemmas = append(lemmas, f.mask(i))
		}
		full = append(full, depRole(f.d.Tokens[i].Dep)+"<")
	}
	if meet < 0 {
		f.add("nopath")
		return
	}
	for j := meet; j >= 0; j-- {
		i := f.upT[j]
		if j > 0 {
			lemmas = append(lemmas, f.mask(i))
			full = append(full, f.mask(i))
		} else {
			full = append(full, depRole(f.d.Tokens[i].Dep))
		}
	}
	for _, l := range lemmas {
		f.add("path1", l)
	}
	for i := 1; i < len(lemmas); i++ {
		f.add("path2", lemmas[i-1], lemmas[i])
	}
	if len(lemmas) <= 5 {
		f.add("pathlem", strings.Join(lemmas, " "))
	}
	if len(full) <= 8 {
		f.add("path", strings.Join(full, " "))
	}
}

// words adds the words around, alone and in pairs.
func (f *features) words() {
	prev := "<start>"
	prev2 := ""
	for n, inside := range f.insides() {
		i := f.clause.Start + n
		if !inside {
			prev, prev2 = "<gap>", ""
			continue
		}
		if f.d.Tokens[i].IsSpace() {
			continue
		}
		m := f.mask(i)
		if m == prev && m[0] == '<' {
			continue
		}
		f.addValue(0.6, "w1", m)
		f.addValue(0.5, "w2", prev, m)
		if prev2 != "" {
			f.addValue(0.4, "w3", prev2, prev, m)
		}
		prev2, prev = prev, m
	}
}

// inClause reports whether token i belongs to the predicate's own clause: it
// hangs below it without another clause between, complements excepted, or is
// one of the verbs that the predicate is a complement of.
func (f *frame) inClause(i int) bool {
	for steps := 0; steps < 40; steps++ {
		if i == f.pred {
			return true
		}
		t := &f.d.Tokens[i]
		if t.Head == i {
			return false
		}
		switch t.Dep {
		case "conj":
			if isVerb(t) {
				return false
			}
		case "relcl", "parataxis":
			return false
		}
		i = t.Head
	}
	return false
}
