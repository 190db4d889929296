package coref

import "entente/schema"

// reporter returns the state that a clause tells of, for "its" in the words
// that say who tells it: "Peru had refused, its foreign minister said". It is
// -1 when the pronoun stands in no such words.
func (w *walker) reporter(i int) int {
	t := w.d.Tokens
	h := t[i].Head
	if w.low[i] != "its" || t[i].Tag != "PRP$" || t[h].Dep != "nsubj" {
		return -1
	}
	l, _ := w.lemmaAt(w.block, h)
	v := t[h].Head
	if w.lex.nouns[l].class != office || !speechVerbs[t[v].Lemma] && t[v].Lemma != "reveal" && t[v].Lemma != "disclose" {
		return -1
	}
	u := -1
	switch {
	case t[v].Dep == "conj" && t[v].Head < i: // the parser may join what a comma parts
		u = t[v].Head
		for k := u; k < i; k++ {
			if t[k].Tag == "CC" && t[k].Head == u {
				return -1
			}
		}
	default:
		if c := w.d.Child(v, "ccomp"); c >= 0 && c < i {
			u = c
		}
	}
	if u < 0 {
		return -1
	}
	s := w.d.Child(u, "nsubj", "nsubjpass")
	if k, ok := w.at[s]; s >= 0 && ok {
		if x := &w.art.Blocks[w.block].Mentions[k]; len(x.Entities) == 1 && w.art.Entities[x.Entities[0]].Type == schema.Country {
			return x.Entities[0]
		}
	}
	return -1
}

// ownsOffice returns which entities can have the office that a possessive
// pronoun stands before, nil when any can: states have no director-general.
func (w *walker) ownsOffice(i int) func(e int) bool {
	if w.low[i] != "its" || w.d.Tokens[i].Tag != "PRP$" {
		return nil
	}
	switch l, _ := w.lemmaAt(w.block, w.d.Tokens[i].Head); l {
	case "director-general", "secretary-general":
		return func(e int) bool { return w.art.Entities[e].Type == schema.Organization }
	}
	return nil
}
