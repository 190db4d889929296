package question

import (
	"strings"

	"entente/extract/nlp"
)

// declare turns the question into a statement and parses that: parsers know
// statements much better than questions. The moved auxiliary goes back
// between the subject and its verb; where the subject ends is found by trying
// and asking the parser. It returns the parse and the main predicate.
//
//	Where did Spain file suit?    Spain did file suit.
//	Who met Lavrov in Delhi?      Somebody met Lavrov in Delhi.
//	When was the deal signed?     The deal was signed.
func declare(m *nlp.Model, f form) (*nlp.Doc, int) {
	if f.aux == "" {
		d := m.Parse(subjectOf(f) + " " + join(f.rest) + ".")
		return d, root(d)
	}
	var best *nlp.Doc
	bestPred, bestScore := -1, -1.0
	var texts []string
	var splits []int
	for k := 1; k < len(f.rest); k++ {
		w := f.rest[k]
		if w.capital() || !letters(w.text) || w.pos == "ADP" && w.tag != "VB" || w.pos == "DET" || w.pos == "CCONJ" || w.pos == "PRON" || w.glued {
			continue
		}
		texts = append(texts, upperFirst(join(f.rest[:k]))+" "+f.aux+" "+join(f.rest[k:])+".")
		splits = append(splits, k)
		if len(texts) == 8 {
			break
		}
	}
	for i, d := range m.ParseAll(texts) {
		p, s := judge(d, f, splits[i])
		if s > bestScore {
			best, bestPred, bestScore = d, p, s
		}
	}
	if best != nil && bestScore > 0 {
		return best, bestPred
	}
	d := m.Parse(upperFirst(join(f.rest)) + " " + f.aux + " there.")
	p := root(d)
	// "Where was the consulate that X closed": the act stands inside.
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.POS == "VERB" && (t.Dep == "relcl" || t.Dep == "acl" || t.Dep == "xcomp") {
			return d, i
		}
	}
	return d, p
}

// judge says how well the statement reads in which the verb is word k of the
// rest, and returns that verb.
func judge(d *nlp.Doc, f form, k int) (pred int, score float64) {
	// The word behind the auxiliary that was put in.
	pos := len(upperFirst(join(f.rest[:k]))) + 1 + len(f.aux) + 1
	v := -1
	for i := range d.Tokens {
		if d.Tokens[i].Start == pos {
			v = i
		}
	}
	if v < 0 {
		return -1, 0
	}
	for v+1 < len(d.Tokens) && (d.Tokens[v].POS == "ADV" || d.Tokens[v].POS == "PART") {
		v++
	}
	t := &d.Tokens[v]
	want := map[string][]string{"do": {"VB"}, "will": {"VB"}, "have": {"VBN", "VBD"}, "be": {"VBN", "VBG", "VBD"}}[auxiliaries[f.aux]]
	for i, tag := range want {
		if t.Tag == tag {
			score = 1 - 0.1*float64(i)
		}
	}
	if score == 0 {
		if auxiliaries[f.aux] == "be" && t.Dep == "acomp" {
			return d.Tokens[v].Head, 0.6
		}
		return v, 0
	}
	if t.Head == v {
		score += 1
	}
	if s := d.Child(v, "nsubj", "nsubjpass", "expl"); s >= 0 && s < v {
		score += 1
		if l, _ := d.Edges(s); l == 0 {
			score += 0.5
		}
	}
	if f.rest[k].tag == want[0] {
		score += 0.5
	}
	return v, score - 0.01*float64(k)
}

// subjectOf stands for the question phrase where it is the subject.
func subjectOf(f form) string {
	switch {
	case len(f.noun) > 0 && f.wh == "whose":
		return "Somebody's " + strings.Join(f.noun, " ")
	case len(f.noun) > 0 && f.wh == "how":
		return "Many " + strings.Join(f.noun[1:], " ")
	case len(f.noun) > 0:
		return "The " + strings.Join(f.noun, " ")
	case f.wh == "what":
		return "Something"
	}
	return "Somebody"
}

func root(d *nlp.Doc) int {
	for i := range d.Tokens {
		if d.Tokens[i].Head == i {
			return i
		}
	}
	return -1
}

func join(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 && !w.glued {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

func letters(s string) bool {
	for _, r := range s {
		if r < 'a' || r > 'z' {
			if r != '-' {
				return false
			}
		}
	}
	return true
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
