package question

import (
	"strings"

	"entente/extract/nlp"
)

// filler stands in a statement for what an object question asks.
const filler = "somebody"

// statement is a question turned into a statement and parsed.
type statement struct {
	doc    *nlp.Doc
	pred   int // the main predicate
	filler int // the token that stands for what is asked, -1 if none does
	score  float64
}

// declare turns the question into a statement and parses that: parsers know
// statements much better than questions. The moved auxiliary goes back
// between the subject and its verb; where the subject ends, and where the gap
// of an object question is, is found by trying and asking the parser.
//
//	Where did Spain file suit?    Spain will file suit.
//	Who met Lavrov in Delhi?      Somebody met Lavrov in Delhi.
//	When was the deal signed?     The deal was signed.
//	Whom did Chávez call on?      Chávez will call on somebody.
func declare(m *nlp.Model, f form) statement {
	if f.aux == "" {
		d := m.Parse(subjectOf(f) + " " + join(f.rest) + ".")
		return statement{doc: d, pred: root(d), filler: 0}
	}
	var tries []try
	for k := 1; k < len(f.rest); k++ {
		w := f.rest[k]
		if w.capital() || !letters(w.text) || w.pos == "ADP" && w.tag != "VB" || w.pos == "DET" || w.pos == "CCONJ" || w.pos == "PRON" || w.glued {
			continue
		}
		if strings.HasSuffix(w.text, "ly") || w.text == "last" || w.text == "first" {
			continue
		}
		tries = append(tries, f.try(k, -1))
		if f.gapped() {
			tries = append(tries, f.try(k, k+1))
			if n := len(f.rest); n > k+2 && (f.rest[n-1].pos == "VERB" || particle(f.rest[n-1])) { // "that X hand over _"
				tries = append(tries, f.try(k, n))
			}
			if k+1 < len(f.rest) && particle(f.rest[k+1]) && (k+2 == len(f.rest) || particle(f.rest[k+2])) {
				tries = append(tries, f.try(k, k+2))
			}
		}
		if len(tries) >= 12 {
			break
		}
	}
	texts := make([]string, len(tries))
	for i := range tries {
		texts[i] = tries[i].text
	}
	best := statement{score: 0}
	for i, d := range m.ParseAll(texts) {
		if s := tries[i].judge(d, f); s.score > best.score {
			best = s
		}
	}
	if best.doc != nil {
		return best
	}
	d := m.Parse(upperFirst(join(f.rest)) + " " + f.aux + " there.")
	s := statement{doc: d, pred: root(d), filler: -1}
	// "Where was the consulate that X closed": the act stands inside.
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.POS == "VERB" && (t.Dep == "relcl" || t.Dep == "acl" || t.Dep == "xcomp") {
			s.pred = i
			break
		}
	}
	return s
}

// planned turns "is X (due) to meet" into "X will meet".
func (f form) planned() form {
	if auxiliaries[f.aux] != "be" {
		return f
	}
	for k := 1; k+1 < len(f.rest); k++ {
		if f.rest[k].lower() != "to" || f.rest[k+1].tag != "VB" {
			continue
		}
		from := k
		switch f.rest[k-1].lower() {
		case "due", "set", "expected", "scheduled", "supposed", "about", "likely":
			from--
		}
		if from == 0 {
			return f
		}
		f.rest = append(append([]word{}, f.rest[:from]...), f.rest[k+1:]...)
		f.aux = "will"
		return f
	}
	return f
}

// gapped reports whether the question asks for an object, so that the
// statement has a gap where the question phrase was.
func (f form) gapped() bool {
	switch f.wh {
	case "whom", "who", "which", "what", "whose":
		return f.prep == ""
	}
	return false
}

// particle reports whether a word can stand before a gap ("call on _"), or
// after it ("call on _ to leave"), without the gap's being filled.
func particle(w word) bool { return w.pos == "ADP" || w.pos == "PART" || w.pos == "ADV" }

// try is one way to read the rest of a question: the verb is word k, and the
// gap stands before word gap (-1 for none).
type try struct {
	text    string
	k, gap  int
	verb    int // byte offset of the verb in text
	fillers int // byte offset of the filler, -1 for none
}

func (f form) try(k, gap int) try {
	aux := f.aux
	if auxiliaries[aux] == "do" {
		aux = "will" // the parser knows "will expel" better than "did expel"
	}
	t := try{k: k, gap: gap, fillers: -1}
	t.text = upperFirst(join(f.rest[:k])) + " " + aux + " "
	t.verb = len(t.text)
	if gap < 0 {
		t.text += join(f.rest[k:]) + "."
		return t
	}
	t.text += join(f.rest[k:gap]) + " "
	t.fillers = len(t.text)
	t.text += filler
	if gap < len(f.rest) {
		t.text += " " + join(f.rest[gap:])
	}
	t.text += "."
	return t
}

// judge says how well the statement reads.
func (t try) judge(d *nlp.Doc, f form) statement {
	s := statement{doc: d, pred: -1, filler: -1}
	v := -1
	for i := range d.Tokens {
		switch d.Tokens[i].Start {
		case t.verb:
			v = i
		case t.fillers:
			s.filler = i
		}
	}
	if v < 0 {
		return s
	}
	for v+1 < len(d.Tokens) && (d.Tokens[v].POS == "ADV" || d.Tokens[v].POS == "PART") {
		v++
	}
	s.pred = v
	if h := d.Tokens[v].Head; d.Tokens[v].Dep == "auxpass" && h > v { // "will be held": the participle is the verb
		s.pred = h
	}
	k := &d.Tokens[v]
	want := map[string][]string{"do": {"VB"}, "will": {"VB"}, "have": {"VBN", "VBD"}, "be": {"VBN", "VBG", "VBD"}}[auxiliaries[f.aux]]
	for i, tag := range want {
		if k.Tag == tag {
			s.score = 1 - 0.1*float64(i)
		}
	}
	if s.score == 0 {
		if auxiliaries[f.aux] == "be" && k.Dep == "acomp" {
			s.pred, s.score = k.Head, 0.6
		}
		return s
	}
	if d.Tokens[s.pred].Head == s.pred {
		s.score += 1
	}
	if n := d.Child(s.pred, "nsubj", "nsubjpass", "expl"); n >= 0 && n < v {
		s.score += 1
		if l, _ := d.Edges(n); l == 0 {
			s.score += 0.5
		}
	}
	if f.rest[t.k].tag == want[0] {
		s.score += 0.5
	}
	if n := d.Child(v, "auxpass"); auxiliaries[f.aux] == "be" && k.Tag == "VBN" && n < 0 {
		s.score -= 0.5
	}
	s.score -= 0.01 * float64(t.k)
	if f.gapped() {
		s.score += t.gapScore(d, s.pred, s.filler)
	}
	return s
}

// gapScore says how well the filler sits: best as the only object of the verb
// or behind a preposition of it.
func (t try) gapScore(d *nlp.Doc, v, fill int) float64 {
	if fill < 0 {
		return 0.05
	}
	x := &d.Tokens[fill]
	switch {
	case x.Dep == "dobj" && x.Head == v:
		n := 0
		for _, c := range d.Children(v) {
			if d.Tokens[c].Dep == "dobj" {
				n++
			}
		}
		if n > 1 {
			return -0.3
		}
		if d.Tokens[fill-1].Dep == "prt" {
			return 0.45
		}
		return 0.4
	case x.Dep == "dobj" && d.Tokens[x.Head].Dep == "ccomp":
		return 0.45
	case x.Dep == "dative" && x.Head == v:
		return 0.3
	case x.Dep == "pobj" && d.Tokens[x.Head].Head == v:
		return 0.5
	case x.Dep == "nsubj" && d.Tokens[x.Head].Head == v: // "ask somebody to leave"
		return 0.4
	}
	return -0.3
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
