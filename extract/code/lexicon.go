package code

import (
	"fmt"
	"strings"
)

// lexicon says to which classes of acts words and phrases belong.
type lexicon struct {
	verbs map[string][]string // "arrest", "call_off", "take+hostage"
	nouns map[string][]string
	other map[string][]string
}

// readLexicon reads the format of data/coder/acts.txt.
func readLexicon(text string) (*lexicon, error) {
	x := &lexicon{verbs: map[string][]string{}, nouns: map[string][]string{}, other: map[string][]string{}}
	for n, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 3 {
			return nil, fmt.Errorf("line %d: %d columns, want class, part of speech and entries separated by tabs", n+1, len(col))
		}
		table := map[string]map[string][]string{"v": x.verbs, "n": x.nouns, "a": x.other}[col[1]]
		if table == nil {
			return nil, fmt.Errorf("line %d: part of speech %q, want v, n or a", n+1, col[1])
		}
		for _, e := range strings.Fields(col[2]) {
			table[e] = append(table[e], col[0])
		}
	}
	return x, nil
}

// seek looks up the classes of a token: those of the phrases that it heads and
// those of the word alone.
func (f *Reading) seek(i int) (phrase, word []string) {
	d := f.d
	t := &d.Tokens[i]
	l := f.lemma(i)
	switch {
	case t.POS == "VERB" || t.POS == "AUX":
		word = f.lex.verbs[l]
		if strings.Contains(l, "-") {
			word = append(word[:len(word):len(word)], f.lex.verbs[strings.ReplaceAll(l, "-", "")]...)
		}
		try := func(k string) { phrase = append(phrase, f.lex.verbs[k]...) }
		for _, c := range d.Children(i) {
			ct := &d.Tokens[c]
			cl := f.lemma(int(c))
			switch ct.Dep {
			case "dobj", "nsubjpass", "attr", "dative":
				try(l + "+" + cl)
				f.lightObject(l, int(c), try)
			case "prt", "advmod", "acomp", "oprd":
				try(l + "_" + cl)
				try(l + "+" + cl)
				for _, g := range d.Children(i) {
					if d.Tokens[g].Dep == "prep" {
						try(l + "_" + cl + "_" + f.lemma(int(g)))
					}
				}
			case "prep":
				try(l + "_" + cl)
				if o := d.Child(int(c), "pobj"); o >= 0 {
					try(l + "_" + cl + "+" + f.lemma(o))
					try(l + "+" + cl + "+" + f.lemma(o))
					try(l + "+" + f.lemma(o))
				}
			}
		}
	case t.POS == "NOUN" || t.POS == "PROPN":
		word = f.lex.nouns[l]
		if len(word) == 0 && strings.Contains(l, "-") {
			word = f.lex.nouns[strings.ReplaceAll(l, "-", "")]
		}
	default:
		word = f.lex.other[l]
	}
	return phrase, word
}

// lightObject tries the conjuncts and the noun after "of" in place of an
// object that is a mere measure ("a series of attacks").
func (f *Reading) lightObject(l string, o int, try func(string)) {
	for _, c := range f.d.Children(o) {
		switch t := &f.d.Tokens[c]; t.Dep {
		case "conj":
			try(l + "+" + f.lemma(int(c)))
		case "prep":
			if strings.EqualFold(t.Text, "of") {
				if p := f.d.Child(int(c), "pobj"); p >= 0 {
					try(l + "+" + f.lemma(p))
				}
			}
		}
	}
}

func isOperator(c string) bool { return c[0] >= 'A' && c[0] <= 'Z' }

// acts adds the features of the lexicon: classes by role, operators over
// acts, and the modality of the content.
func (f *features) acts() {
	for _, r := range []struct {
		name string
		tok  int
	}{{"P", f.pred}, {"S", f.vs}, {"T", f.vt}, {"NS", f.nounS}, {"NT", f.nounT}, {"H", f.t}} {
		if r.tok < 0 {
			continue
		}
		if r.name == "H" && f.mask(r.tok) == "<NAME>" {
			continue
		}
		phrase, word := f.classes(r.tok)
		fa := f.facts(r.tok)
		for _, c := range phrase {
			f.add(r.name+"phr", c)
		}
		if len(phrase) == 0 {
			for _, c := range word {
				f.add(r.name+"only", c)
			}
		}
		if len(phrase)+len(word) == 0 {
			f.add(r.name + "none")
		}
		for _, c := range f.Acts(r.tok) {
			f.add(r.name+"act", c)
			f.add(r.name+"actmod", c, fa.modal, fa.neg)
			f.add(r.name+"actneg", c, fa.neg)
			f.add(r.name+"acttense", c, fa.tense)
			if fa.mark != "" {
				f.add(r.name+"actmark", c, fa.mark)
			}
			if fa.passive {
				f.add(r.name+"actpass", c)
			}
		}
	}
	f.edges()
	f.content()
}

// related are the labels of dependents that say what an act is about.
func related(dep string) bool {
	switch dep {
	case "dobj", "nsubjpass", "attr", "acomp", "xcomp", "ccomp", "acl", "relcl", "pobj", "pcomp", "advcl", "conj", "compound", "amod", "nsubj", "oprd", "advmod", "poss", "prep", "mark":
		return true
	}
	return false
}

// edges adds pairs of classes along the dependencies around the predicate.
func (f *features) edges() {
	seen := map[int]bool{}
	var walk func(i, depth int)
	walk = func(i, depth int) {
		if i < 0 || seen[i] || depth > 4 {
			return
		}
		seen[i] = true
		for _, c := range f.d.Children(i) {
			t := &f.d.Tokens[c]
			if !related(t.Dep) {
				continue
			}
			j := int(c)
			if t.Dep == "prep" || t.Dep == "agent" {
				prep := f.lemma(j)
				for _, o := range f.d.Children(j) {
					for _, a := range f.Acts(i) {
						for _, b := range f.Acts(int(o)) {
							f.add("edge", a, b)
							f.add("edgep", a, prep, b)
						}
					}
					walk(int(o), depth+1)
				}
				continue
			}
			for _, a := range f.Acts(i) {
				for _, b := range f.Acts(j) {
					f.add("edge", a, b)
					f.add("edged", a, t.Dep, b)
				}
			}
			walk(j, depth+1)
		}
	}
	walk(f.pred, 0)
	walk(f.vs, 0)
	walk(f.vt, 0)
	for _, p := range [][]int{f.upS, f.upT} {
		for _, i := range p {
			for _, a := range f.Acts(i) {
				f.add("up", a)
			}
		}
	}
	for n, inside := range f.insides() {
		i := f.clause.Start + n
		if !inside {
			continue
		}
		for _, c := range f.Acts(i) {
			f.addValue(0.4, "any", c)
			if seen[i] {
				f.addValue(0.5, "near", c)
			}
		}
	}
}

// chainOfActs follows the complements of the predicate down to the act that is
// promised, refused, begun …: the classes of each operator on the way, the
// modality flags of the clauses passed (see status) and the token of the act.
func (f *features) chainOfActs() (ops [][]string, flags string, at int) {
	d := f.d
	i := f.pred
	flags = f.status(i)
	for range 5 {
		next := -1
		for _, c := range d.Children(i) {
			t := &d.Tokens[c]
			switch t.Dep {
			case "xcomp", "ccomp":
				next = int(c)
			case "acl":
				if next < 0 {
					next = int(c)
				}
			case "dobj", "nsubjpass", "attr", "acomp":
				if next < 0 && len(f.Acts(int(c))) > 0 {
					next = int(c)
				}
			case "prep":
				if o := d.Child(int(c), "pobj", "pcomp"); next < 0 && o >= 0 && len(f.Acts(o)) > 0 {
					next = o
				}
			}
		}
		var op []string
		for _, c := range f.Acts(i) {
			if isOperator(c) {
				op = append(op, c)
			}
		}
		if len(op) == 0 || next < 0 {
			break
		}
		ops = append(ops, op)
		i = next
		flags += f.status(i)
	}
	return ops, flags, i
}

// content adds the act at the end of the chain with the operators above it.
func (f *features) content() {
	chained, flags, i := f.chainOfActs()
	ops := make([]string, len(chained))
	for k, o := range chained {
		ops[k] = strings.Join(o, ",")
	}
	chain := strings.Join(ops, ">")
	f.add("ops", chain)
	f.add("flags", flags)
	f.add("opsflags", chain, flags)
	f.add("contentlem", f.lemma(i))
	for _, c := range f.Acts(i) {
		f.add("content", c)
		f.add("opscontent", chain, c)
		f.add("flagscontent", flags, c)
		f.add("opsflagscontent", chain, flags, c)
		for _, o := range ops {
			f.add("opcontent", o, c)
		}
	}
}

// status abbreviates the modality of a verb's clause.
func (f *frame) status(i int) string {
	t := &f.d.Tokens[i]
	if t.POS != "VERB" && t.POS != "AUX" {
		return ""
	}
	fa := f.facts(i)
	s := ""
	switch fa.modal {
	case "":
	case "will", "shall":
		s += "F"
	case "would":
		s += "W"
	case "must", "should":
		s += "M"
	default:
		s += "C"
	}
	if fa.neg != "" {
		s += "N"
	}
	for _, c := range f.d.Children(i) {
		if f.d.Tokens[c].Dep == "advcl" || f.d.Tokens[c].Dep == "prep" {
			k := int(c)
			if f.d.Tokens[c].Dep == "advcl" {
				if k = f.d.Child(k, "mark", "advmod"); k < 0 {
					continue
				}
			}
			switch strings.ToLower(f.d.Tokens[k].Text) {
			case "if", "unless", "should":
				s += "I"
			case "until", "till":
				s += "U"
			}
		}
	}
	return s
}
