package question

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// An article's sentence often says more than the statements made from it: a
// second act, a place, who stood by. The sentences behind the statements are
// therefore read again with the question in mind: where one of their
// predicates is the question's act and the parties that the question names
// stand beside it, what stands in the place asked for is an answer.

// maxReread bounds the sentences that are read again for one question.
const maxReread = 16

// sentence is a sentence that is read again.
type sentence struct {
	text  string
	date  string
	sts   []*Statement // made from it
	worth float64
	d     *nlp.Doc
	names []Party // by position
	times []analysis.Time
}

// reread looks for answers in the sentences of statements.
func (j *judge) reread(sts []Statement) ([]fit, error) {
	list := j.sentences(sts)
	texts := make([]string, len(list))
	for i, s := range list {
		texts[i] = s.text
	}
	var out []fit
	for i, d := range j.r.model.ParseAll(texts) {
		s := list[i]
		s.d = d
		if err := j.findNames(s); err != nil {
			return nil, err
		}
		for _, p := range j.predicates(s) {
			out = append(out, j.read(s, p)...)
		}
	}
	return out, nil
}

// sentences picks those worth reading again: with names of the question and
// words for its act.
func (j *judge) sentences(sts []Statement) []*sentence {
	byText := map[string]*sentence{}
	var list []*sentence
	for i := range sts {
		st := &sts[i]
		for _, r := range st.Reports {
			s := byText[r.Sentence]
			if s == nil {
				s = &sentence{text: r.Sentence, date: r.Date}
				byText[r.Sentence] = s
				list = append(list, s)
			}
			s.sts = append(s.sts, st)
		}
	}
	for _, s := range list {
		st := &Statement{Reports: []Report{{Sentence: s.text}}}
		for i := range j.q.Parties {
			p := &j.q.Parties[i]
			if says(p, st) {
				s.worth++
			} else if slices.ContainsFunc(s.sts, func(x *Statement) bool {
				return slices.Contains(p.IDs, x.Subject.ID) || slices.Contains(p.IDs, x.Object.ID)
			}) {
				s.worth += 0.7
			}
		}
		if j.q.Place != nil && says(j.q.Place, st) {
			s.worth += 0.5
		}
		for i, v := range append(slices.Clone(j.q.Verbs), j.q.Nouns...) {
			if saysWord(v, st) {
				s.worth++
				if i == 0 {
					s.worth++
				}
			}
		}
		s.worth += j.wordFit(st)
	}
	slices.SortStableFunc(list, func(a, b *sentence) int { return cmp.Compare(b.worth, a.worth) })
	return list[:min(maxReread, len(list))]
}

// findNames finds the names of the sentence that the source knows.
func (j *judge) findNames(s *sentence) error {
	b := &builder{Reader: j.r, ctx: j.ctx, src: cached{j.src, j.names}, d: s.d, filler: -1, q: &Question{Text: s.text}, used: make([]bool, len(s.d.Tokens))}
	for i := 0; i < len(s.d.Tokens); i++ {
		if !b.capital(i) || s.d.Tokens[i].EntType == "DATE" {
			continue
		}
		p, end, err := b.partyAt(i)
		if err != nil {
			return err
		}
		if end > i {
			if len(p.IDs) > 0 {
				s.names = append(s.names, p)
			}
			i = end - 1
		}
	}
	pub := schema.Interval{Start: s.date, End: s.date}
	for _, sent := range s.d.Sents {
		s.times = append(s.times, when.Find(s.d, sent, when.Context{Published: pub})...)
	}
	return nil
}

// cached is a source whose names are looked up once.
type cached struct {
	Source
	names map[string][]schema.Ref
}

func (c cached) Resolve(ctx context.Context, name string) ([]schema.Ref, error) {
	if r, ok := c.names[name]; ok {
		return r, nil
	}
	r, err := c.Source.Resolve(ctx, name)
	c.names[name] = r
	return r, err
}

// predicate is a word of a sentence that may be the question's act.
type predicate struct {
	i     int // the word
	verb  int // the verb whose arguments count
	match float64
	inner bool
}

// predicates finds the words of a sentence that are the question's act.
func (j *judge) predicates(s *sentence) []predicate {
	q := j.q
	var out []predicate
	for i := range s.d.Tokens {
		t := &s.d.Tokens[i]
		l := strings.ToLower(t.Lemma)
		if t.POS != "VERB" && t.POS != "NOUN" && t.POS != "AUX" {
			continue
		}
		p := predicate{i: i, verb: i}
		light := len(q.Verbs) == 0 || lightVerbs[q.Verbs[0]]
		for k, v := range q.Verbs {
			if light && k == 0 && len(q.Nouns) > 0 {
				continue
			}
			w := 1.0
			if k > 0 {
				w = 0.8
			}
			m := 0.0
			switch {
			case sameWord(v, l) && t.POS == "VERB":
				m = 1
				if k == 0 && !agree(q.particles, particlesOf(s.d, i)) {
					m = 0.4
				}
			case sameWord(v, l), t.POS == "NOUN" && stem(l) == stem(v):
				m = 0.85
			case t.POS == "VERB" && j.sameClass(v, l):
				m = 0.6
			case t.POS == "VERB":
				m = 0.6 * similar(j.r.sense.table.Similarity(v, l))
			}
			if m*w > p.match {
				p.match, p.inner = m*w, k > 0
			}
		}
		if light {
			for _, n := range q.Nouns {
				if sameWord(n, l) {
					p.match, p.inner = 0.95, false
				}
			}
		}
		if p.match < 0.3 {
			continue
		}
		if t.POS == "NOUN" {
			if h := t.Head; s.d.Tokens[h].POS == "VERB" && (t.Dep == "dobj" || t.Dep == "nsubjpass") {
				p.verb = h
				if v := strings.ToLower(s.d.Tokens[h].Lemma); averting(v, particlesOf(s.d, h)) && !slices.Contains(q.Verbs, v) {
					continue
				}
			}
		}
		out = append(out, p)
	}
	return out
}

func (j *judge) sameClass(a, b string) bool {
	for _, c := range j.r.sense.classes[a] {
		if strings.ToUpper(c) != c && slices.Contains(j.r.sense.classes[b], c) {
			return true
		}
	}
	return false
}

func particlesOf(d *nlp.Doc, i int) []string {
	var out []string
	for _, c := range d.Children(i) {
		if t := &d.Tokens[c]; t.Dep == "prt" || t.Dep == "prep" && int(c) == i+1 {
			out = append(out, strings.ToLower(t.Text))
		}
	}
	return out
}

// argument is a noun phrase beside a predicate.
type argument struct {
	head int
	role Role
	prep string
}

// arguments lists what stands beside the predicate.
func arguments(d *nlp.Doc, p predicate) []argument {
	var out []argument
	var add func(h int, r Role, prep string)
	add = func(h int, r Role, prep string) {
		for steps := 0; h >= 0 && steps < 12; steps++ {
			// "The ministers, A and B": those named in apposition, all of them.
			if a := d.Child(h, "appos"); a >= 0 && d.Tokens[h].POS == "NOUN" && d.Tokens[a].POS == "PROPN" {
				add(a, r, prep)
			} else {
				out = append(out, argument{h, r, prep})
			}
			next := d.Child(h, "conj")
			if next >= 0 && d.Tokens[next].POS == "VERB" {
				next = -1
			}
			h = next
		}
	}
	preps := func(i int) {
		for _, c := range d.Children(i) {
			t := &d.Tokens[c]
			if t.Dep != "prep" && t.Dep != "agent" && t.Dep != "dative" {
				continue
			}
			o := d.Child(int(c), "pobj")
			if o < 0 && t.Dep == "dative" {
				continue
			}
			prep := strings.ToLower(t.Text)
			switch {
			case t.Dep == "agent", prep == "by" && d.Tokens[i].POS == "NOUN":
				add(o, Subject, prep)
			case o >= 0:
				add(o, Oblique, prep)
				for _, g := range d.Children(o) { // "in talks with", "at a meeting with"
					if gt := &d.Tokens[g]; gt.Dep == "prep" && d.Tokens[o].POS == "NOUN" {
						add(d.Child(int(g), "pobj"), Inner, strings.ToLower(gt.Text))
					}
				}
			}
		}
	}
	v := p.verb
	subject := false
	for _, c := range d.Children(v) {
		switch t := &d.Tokens[c]; t.Dep {
		case "nsubj":
			add(int(c), Subject, "")
			subject = true
		case "nsubjpass":
			add(int(c), Object, "")
			subject = true
		case "dobj", "dative", "attr", "oprd":
			if t.POS != "ADP" {
				add(int(c), Object, "")
				preps(int(c))
				if ps := d.Child(int(c), "poss"); ps >= 0 {
					add(ps, Inner, "poss")
				}
			}
		}
	}
	preps(v)
	if p.i != v {
		preps(p.i)
	}
	if d.Tokens[p.i].POS == "NOUN" {
		if ps := d.Child(p.i, "poss"); ps >= 0 {
			add(ps, Subject, "poss")
		}
	}
	if !subject && d.Tokens[v].POS == "VERB" {
		if s := controller(d, v); s >= 0 {
			role := Subject
			if d.Tokens[v].Dep == "acl" && d.Tokens[v].Tag == "VBN" {
				role = Object
			}
			add(s, role, "")
		}
	}
	return out
}

// controller finds the subject that a verb shares with the clause above it.
func controller(d *nlp.Doc, v int) int {
	for steps := 0; steps < 6; steps++ {
		t := &d.Tokens[v]
		h := t.Head
		if h == v {
			return -1
		}
		switch t.Dep {
		case "relcl", "acl":
			return h
		case "conj", "xcomp", "advcl", "pcomp", "prep", "ccomp":
			if t.Dep == "xcomp" {
				if o := d.Child(h, "dobj"); o >= 0 {
					return o
				}
			}
			if s := d.Child(h, "nsubj", "nsubjpass"); s >= 0 {
				return s
			}
			v = h
		default:
			return -1
		}
	}
	return -1
}

// named finds whom a noun phrase names: by itself, in apposition, or by the
// state before its noun ("Russian troops"), which counts less.
func (s *sentence) named(h int) (*Party, float64) {
	d := s.d
	if p := s.nameAt(h); p != nil {
		return p, 1
	}
	if a := d.Child(h, "appos"); a >= 0 {
		if p := s.nameAt(a); p != nil {
			return p, 0.95
		}
	}
	if representative[strings.ToLower(d.Tokens[h].Lemma)] {
		for _, c := range d.Children(h) {
			switch t := &d.Tokens[c]; t.Dep {
			case "amod", "poss", "compound", "nmod":
				if p := s.nameAt(int(c)); p != nil {
					return p, 0.8
				}
			case "prep":
				if o := d.Child(int(c), "pobj"); o >= 0 && t.Text == "of" {
					if p := s.nameAt(o); p != nil {
						return p, 0.8
					}
				}
			}
		}
	}
	return nil, 0
}

func (s *sentence) nameAt(i int) *Party {
	for k := range s.names {
		if p := &s.names[k]; p.start <= i && i < p.end {
			return p
		}
	}
	return nil
}

// read takes answers from one predicate of a sentence.
func (j *judge) read(s *sentence, p predicate) []fit {
	q := j.q
	if !j.saysStrangers(&Statement{Reports: []Report{{Sentence: s.text}}}) {
		return nil
	}
	args := arguments(s.d, p)
	// What each argument names; for pronouns and descriptions, what the
	// sentence's statements say of the same part.
	type holder struct {
		argument
		refs   []schema.Ref
		weight float64
	}
	var holders []holder
	for _, a := range args {
		h := holder{argument: a}
		if n, w := s.named(a.head); n != nil {
			h.refs, h.weight = []schema.Ref{{ID: n.IDs[0], Name: n.Name, Type: n.Type}}, w
			for _, id := range n.IDs[1:] {
				h.refs = append(h.refs, schema.Ref{ID: id})
			}
		} else if t := &s.d.Tokens[a.head]; t.POS == "PRON" || t.POS == "NOUN" {
			for _, st := range s.sts {
				v, _ := sides(st.Relation)
				if !sameWord(v, strings.ToLower(s.d.Tokens[p.verb].Lemma)) {
					continue
				}
				switch a.role {
				case Subject:
					h.refs, h.weight = append(h.refs, st.Subject), 0.8
				case Object:
					h.refs, h.weight = append(h.refs, st.Object), 0.8
				}
			}
		}
		holders = append(holders, h)
	}
	// The known parties must stand beside the predicate.
	score := p.match
	if len(q.Parties) == 0 && q.Place == nil && q.For == nil {
		score *= j.wordFit(&Statement{Reports: []Report{{Sentence: s.text}}})
	}
	taken := map[int]bool{}
	sure := true // every party stands beside the predicate in its part
	for i := range q.Parties {
		k := &q.Parties[i]
		best, at := 0.12, -1
		if k.Role == Inner {
			best = 0.3
		}
		if says(k, &Statement{Reports: []Report{{Sentence: s.text}}}) {
			best = 0.45
			if k.Role >= Oblique {
				best = 0.8
			}
		} else if slices.ContainsFunc(s.sts, func(x *Statement) bool {
			return slices.Contains(k.IDs, x.Subject.ID) || slices.Contains(k.IDs, x.Object.ID)
		}) {
			best = 0.4
		}
		for n, h := range holders {
			if h.weight == 0 {
				continue
			}
			w := 0.0
			for r := range h.refs {
				v, err := j.is(k, &h.refs[r])
				if err != nil {
					return nil
				}
				w = max(w, v)
			}
			w *= h.weight * roleFit(k.Role, h.role, p.inner)
			if w > best {
				best, at = w, n
			}
		}
		if at >= 0 {
			taken[at] = true
		}
		sure = sure && at >= 0 && best >= 0.6
		score *= best
	}
	st := j.standFor(s, p, nil)
	if q.For != nil && !says(q.For, &st) && !j.nearby(q.For, st.Reports) {
		score *= 0.3
	}
	st.Time, st.Place = nil, nil
	mode := 1.0
	if neg := negated(s.d, p.verb); neg != q.Negated && q.Kind != Whether {
		mode = 0.15
	}
	if !q.Future && q.Kind != Whether && unreal(s.d, p.verb) {
		mode *= 0.5
	}
	at, atSure := s.timeOf(p)
	if atSure == 1 {
		st.Time = at
	}
	words := j.wordFit(&Statement{Reports: []Report{{Sentence: s.text}}})
	base := 0.75 * score * mode * (0.35 + 0.65*words)
	tf := j.timeFit(&st)
	if st.Time == nil && tf < 1 { // the sentence may leave the time to those before it
		said := 0.0
		for _, x := range s.sts {
			if x.Time != nil {
				said = max(said, j.timeFit(x))
			}
		}
		if said > 0 {
			tf = said
		}
	}
	base *= tf
	if q.Place != nil {
		pf := 0.4
		if says(q.Place, &Statement{Reports: []Report{{Sentence: s.text}}}) {
			pf = 0.95
		} else {
			for _, x := range s.sts {
				if v, err := j.placeFit(x); err == nil {
					pf = max(pf, v)
				}
			}
		}
		base *= pf
	}
	switch q.Kind {
	case Who:
		var out []fit
		for n, h := range holders {
			if h.weight == 0 || taken[n] || len(h.refs) == 0 {
				continue
			}
			ref := h.refs[0]
			if j.asked(&ref) {
				continue
			}
			rf := roleFit(q.Role, h.role, p.inner)
			if q.Prep != "" && h.prep == q.Prep {
				rf = 1
			}
			kind, err := j.kindFit(&ref)
			if err != nil {
				return nil
			}
			if q.For != nil && kind <= notFor && ref.Type != schema.Country && !slices.Contains(q.For.IDs, ref.ID) && j.describes(s, h.head, q.For) {
				kind = 0.9
			}
			own := j.standFor(s, p, &ref)
			own.Time, own.Place, own.Mode = st.Time, st.Place, st.Mode
			out = append(out, fit{st: &own, relation: p.match, parties: score, kind: kind, answers: []schema.Ref{ref}, score: base * h.weight * rf * kind})
		}
		return out
	case Content:
		if text := contentOf(s.d, p.verb); text != "" && p.match >= 0.8 && (sure || len(q.Parties) == 0) {
			st.Reports = append([]Report{{Sentence: s.text, Content: text, Date: s.date}}, st.Reports...)
			return []fit{{st: &st, relation: p.match, parties: score, score: base * 0.9}}
		}
	case Where:
		if ref, w := j.placeOf(s, p); ref != nil {
			st.Place = ref
			return []fit{{st: &st, relation: p.match, parties: score, score: base * w}}
		}
	case When:
		if at != nil {
			st.Time = at
			return []fit{{st: &st, relation: p.match, parties: score, score: base * atSure}}
		}
	case Whether:
		if p.match < 0.8 || !sure && !(score >= 0.5 && negated(s.d, p.verb)) {
			return nil
		}
		switch {
		case negated(s.d, p.verb):
			st.Mode = schema.Denied
		case unreal(s.d, p.verb) || s.d.Tokens[p.verb].Dep != "ROOT" && s.d.Tokens[p.verb].Dep != "conj":
			return nil
		default:
			st.Mode = schema.Actual
		}
		return []fit{{st: &st, relation: p.match, parties: score, inner: p.inner, score: base * 0.8}}
	}
	return nil
}

// standFor is the statement that stands for a predicate of a sentence in the
// evidence: the one nearest to the act, the answer and the parties that the
// question names. The sentence is its first report.
func (j *judge) standFor(s *sentence, p predicate, answer *schema.Ref) Statement {
	verb := strings.ToLower(s.d.Tokens[p.verb].Lemma)
	best, top := s.sts[0], -1
	for _, x := range s.sts {
		n := 0
		if v, _ := sides(x.Relation); sameWord(v, verb) {
			n += 2
		}
		if answer != nil && (x.Subject.ID == answer.ID || x.Object.ID == answer.ID) {
			n += 2
		}
		for i := range j.q.Parties {
			if ids := j.q.Parties[i].IDs; slices.Contains(ids, x.Subject.ID) || slices.Contains(ids, x.Object.ID) {
				n++
			}
		}
		if n > top {
			best, top = x, n
		}
	}
	st := *best
	st.Reports = nil
	for _, r := range best.Reports {
		if r.Sentence == s.text {
			st.Reports = append([]Report{r}, st.Reports...)
		} else {
			st.Reports = append(st.Reports, r)
		}
	}
	return st
}

// describes reports whether a name stands in what describes a noun phrase:
// "Oleksandr Kubrakov, Kyiv's infrastructure minister".
func (j *judge) describes(s *sentence, head int, p *Party) bool {
	l, r := s.d.Edges(head)
	if c := s.d.Child(head, "cc", "conj"); c > head { // "Israel and Jordan": the other does not describe it
		r = c - 1
	}
	for k := range s.names {
		n := &s.names[k]
		if n.start < l || n.end > r+1 || n.start <= head && head < n.end {
			continue
		}
		for _, id := range n.IDs {
			if slices.Contains(p.IDs, id) {
				return true
			}
			if of, err := j.statesOf(id); err == nil && slices.ContainsFunc(of, func(x string) bool { return slices.Contains(p.IDs, x) }) {
				return true
			}
		}
	}
	return false
}

// contentOf is the wording of what a verb asks, promises or says: its
// complement, or its object.
func contentOf(d *nlp.Doc, v int) string {
	for _, deps := range [...][]string{{"xcomp", "ccomp"}, {"dobj"}} {
		for _, c := range d.Children(v) {
			t := &d.Tokens[c]
			if !slices.Contains(deps, t.Dep) || t.POS == "PRON" || int(c) < v {
				continue
			}
			l, r := d.Edges(int(c))
			for l < r && (d.Tokens[l].Tag == "TO" || d.Tokens[l].Dep == "mark") {
				l++
			}
			return strings.TrimRight(d.Slice(l, r+1), " ,.;:”\"’")
		}
	}
	return ""
}

// asked reports whether an entity is one that the question names.
func (j *judge) asked(ref *schema.Ref) bool {
	if slices.ContainsFunc(j.q.Parties, func(p Party) bool { return slices.Contains(p.IDs, ref.ID) }) {
		return true
	}
	return j.q.Place != nil && slices.Contains(j.q.Place.IDs, ref.ID)
}

// roleFit says how well a part in a sentence is the part in the question.
func roleFit(want, have Role, inner bool) float64 {
	switch {
	case want == have:
		return 1
	case want == Inner || have == Inner || inner:
		return 0.8
	case want >= Object && have >= Object:
		return 0.85
	}
	return 0.3
}

// negated reports whether a verb is said not to have been done.
func negated(d *nlp.Doc, v int) bool {
	if d.Child(v, "neg") >= 0 {
		return true
	}
	for _, c := range d.Children(v) {
		switch t := &d.Tokens[c]; t.Dep {
		case "nsubj", "nsubjpass", "dobj", "attr":
			if n := d.Child(int(c), "det"); n >= 0 && (strings.EqualFold(d.Tokens[n].Text, "no") || strings.EqualFold(d.Tokens[n].Text, "neither")) {
				return true
			}
		case "advmod":
			if strings.EqualFold(t.Text, "never") {
				return true
			}
		}
	}
	h := d.Tokens[v].Head
	if h != v && d.Tokens[v].Dep == "xcomp" {
		switch strings.ToLower(d.Tokens[h].Lemma) {
		case "refuse", "decline", "fail", "deny":
			return true
		}
	}
	if h != v && (d.Tokens[v].Dep == "ccomp" || d.Tokens[v].Dep == "pcomp") {
		g := h
		if d.Tokens[v].Dep == "pcomp" {
			g = d.Tokens[h].Head
		}
		return strings.EqualFold(d.Tokens[g].Lemma, "deny")
	}
	return false
}

// unreal reports whether a verb is said as a plan, wish or condition.
func unreal(d *nlp.Doc, v int) bool {
	for _, c := range d.Children(v) {
		t := &d.Tokens[c]
		if t.Dep == "aux" && (t.Tag == "MD" || t.Tag == "TO") || t.Dep == "mark" && (strings.EqualFold(t.Text, "if") || strings.EqualFold(t.Text, "unless")) {
			return true
		}
	}
	return false
}

// timeOf is the time at which the sentence says that the predicate happened,
// nil if it does not say, and how surely.
func (s *sentence) timeOf(p predicate) (*schema.Interval, float64) {
	var best *schema.Interval
	far, all := 1<<30, 0
	for k := range s.times {
		t := &s.times[k]
		if t.Interval.IsZero() || t.Kind != analysis.Point && t.Kind != analysis.Span {
			continue
		}
		all++
		n := distance(s.d, t.Start, p.verb)
		if n < far {
			far = n
			iv := t.Interval
			if iv.Text == "" {
				iv.Text = s.d.Slice(t.Start, t.End)
			}
			best = &iv
		}
	}
	switch {
	case far <= 4:
		return best, 1
	case far <= 10 && all == 1: // the only time of the sentence, in a clause under the act
		return best, 0.7
	}
	return nil, 0
}

// distance counts the steps from a token up to a predicate; steps through
// another clause count more, and one that does not come there is far.
func distance(d *nlp.Doc, from, to int) int {
	n := 0
	for i := from; n < 12; {
		if i == to {
			return n
		}
		t := &d.Tokens[i]
		if t.Head == i {
			break
		}
		if t.POS == "VERB" && i != from {
			n += 2
		}
		i = t.Head
		n++
	}
	return 1 << 20
}

// placeOf is the place at which the sentence says that the predicate happened.
func (j *judge) placeOf(s *sentence, p predicate) (*schema.Ref, float64) {
	var best *schema.Ref
	top := 0.0
	for k := range s.names {
		n := &s.names[k]
		if n.Adjective || n.Type != schema.Place && n.Type != schema.Country {
			continue
		}
		head := n.start
		for i := n.start; i < n.end; i++ {
			if h := s.d.Tokens[i].Head; h < n.start || h >= n.end {
				head = i
			}
		}
		t := &s.d.Tokens[head]
		if t.Dep != "pobj" {
			continue
		}
		switch strings.ToLower(s.d.Tokens[t.Head].Text) {
		case "in", "at", "near", "outside", "to":
		default:
			continue
		}
		ref := schema.Ref{ID: n.IDs[0], Name: n.Name, Type: n.Type}
		if j.asked(&ref) {
			continue
		}
		w := 1.0
		switch far := distance(s.d, head, p.verb); {
		case far <= 3:
		case far <= 8:
			w = 0.75
		default:
			w = 0.4
		}
		if n.Type == schema.Country {
			w *= 0.8
		}
		if strings.EqualFold(s.d.Tokens[t.Head].Text, "to") {
			w *= 0.7
		}
		if w > top {
			top, best = w, &ref
		}
	}
	return best, top
}
