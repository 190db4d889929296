package coref

import "entente/extract/analysis"

// disjoint returns the entities that the mention at token i cannot refer to,
// because another argument of its verb refers to them and the mention is not
// reflexive: "Saar thanked him", "he would call him". The subject may be the
// one that a joined or dependent clause leaves out.
func (w *walker) disjoint(i int) []int {
	t := &w.d.Tokens[i]
	if t.Tag == "PRP$" || t.Dep == "poss" || t.Dep == "attr" || t.Dep == "appos" {
		return nil
	}
	v := argumentOf(w, i)
	if v < 0 {
		return nil
	}
	var out []int
	if t.Dep == "nsubj" && objective(w.low[i]) {
		// "made him minister": what the parser takes for the subject of a
		// clause is the object of the verb above
		if h := w.d.Tokens[v].Head; h != v && (w.d.Tokens[v].Dep == "ccomp" || w.d.Tokens[v].Dep == "xcomp") {
			v = h
		}
	}
	own := firstConjunct(w.d, i)
	for _, c := range w.d.Children(v) {
		switch w.d.Tokens[c].Dep {
		case "nsubj", "nsubjpass", "dobj", "dative":
			out = w.withConjuncts(out, int(c), own, i)
		case "agent", "prep":
			if o := w.d.Child(int(c), "pobj"); o >= 0 && w.d.Tokens[c].Dep == "agent" {
				out = w.withConjuncts(out, o, own, i)
			}
		}
	}
	if s := w.understood(v); s >= 0 {
		out = w.withConjuncts(out, s, own, i)
	}
	return out
}

func objective(low string) bool {
	switch low {
	case "him", "her", "them", "me", "us":
		return true
	}
	return false
}

// withConjuncts adds to list what the mention at token c and those joined to
// it refer to. The mention at own is left alone, with what is joined to it.
func (w *walker) withConjuncts(list []int, c, own, i int) []int {
	if c == own || c == i {
		return list
	}
	for steps := 0; c >= 0 && steps < 5; steps++ {
		if k, ok := w.at[c]; ok {
			m := &w.art.Blocks[w.block].Mentions[k]
			if m.Via == analysis.Direct || m.Kind == analysis.Pronoun {
				for _, e := range m.Entities {
					if !has(list, e) {
						list = append(list, e)
					}
				}
			}
		}
		c = w.d.Child(c, "conj")
	}
	return list
}

// understood returns the subject that verb v shares with the verb above, -1
// when it has its own or none can be told: "Saar came and thanked …", "wants
// to thank …", "leaving Riga, …".
func (w *walker) understood(v int) int {
	for range 4 {
		if w.d.Child(v, "nsubj", "nsubjpass", "csubj", "expl") >= 0 {
			return -1
		}
		t := &w.d.Tokens[v]
		if t.Head == v {
			return -1
		}
		switch t.Dep {
		case "conj":
		case "xcomp":
			if w.d.Child(t.Head, "dobj", "dative") >= 0 {
				return -1 // "asked them to free him": theirs, or nobody's
			}
		case "advcl", "pcomp":
			if t.Tag != "VBG" && t.Tag != "VBN" {
				return -1
			}
		case "acl":
			// "heard the envoys, called on them …": a verb of the series that the
			// parser hangs from the noun before
			if t.Tag != "VBD" || v == 0 || w.d.Tokens[v-1].Text != "," {
				return -1
			}
			h := clauseVerb(w.d, v)
			if h < 0 {
				return -1
			}
			if s := w.d.Child(h, "nsubj"); s >= 0 {
				return s
			}
			v = h
			continue
		default:
			return -1
		}
		v = t.Head
		if p := &w.d.Tokens[v]; p.POS != "VERB" && p.POS != "AUX" {
			if t.Dep != "pcomp" || p.Dep != "prep" || p.Head == v {
				return -1
			}
			v = p.Head
		}
		if s := w.d.Child(v, "nsubj", "nsubjpass"); s >= 0 {
			return s
		}
	}
	return -1
}
