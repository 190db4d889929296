package question

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/vectors"
	"entente/schema"
)

// Reader understands questions and answers them. It is safe for concurrent
// use.
type Reader struct {
	model *nlp.Model
	gaz   *link.Gazetteer
	sense *sense
}

// New makes a Reader. The lexicon is that of acts, which the event coder uses
// as well (data/coder).
func New(model *nlp.Model, gaz *link.Gazetteer, table *vectors.Table, lexicon string) *Reader {
	return &Reader{model: model, gaz: gaz, sense: newSense(table, lexicon)}
}

// ErrNotUnderstood is wrapped by the errors for questions whose form is
// unknown.
var ErrNotUnderstood = errors.New("the question was not understood")

// Read understands a question asked on the day today (ISO 8601, "" if that
// does not matter). Names are looked up in the source; a name that is unknown
// there stays a Party without IDs. The error wraps ErrNotUnderstood when the
// form of the question is unknown.
func (r *Reader) Read(ctx context.Context, src Source, text, today string) (*Question, error) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return nil, fmt.Errorf("%w: it is empty", ErrNotUnderstood)
	}
	if !strings.HasSuffix(text, "?") {
		text = strings.TrimRight(text, ".! ") + "?"
	}
	text, err := recase(ctx, src, text)
	if err != nil {
		return nil, err
	}
	f, ok := takeApart(r.model.Parse(text))
	if !ok {
		return nil, fmt.Errorf("%w: begin with who, whom, whose, which, what, where, when, how many, how are … connected, did, does, has or is", ErrNotUnderstood)
	}
	if f.wh == "why" || f.wh == "how" && len(f.noun) == 0 && !connective(f.rest) {
		return nil, fmt.Errorf("%w: the graph holds who, what, whom, where and when, not why or how", ErrNotUnderstood)
	}
	f = f.planned()
	st := declare(r.model, f)
	b := &builder{Reader: r, ctx: ctx, src: src, f: f, d: st.doc, filler: st.filler,
		q: &Question{Text: text, doc: st.doc, pred: st.pred}, used: make([]bool, len(st.doc.Tokens))}
	if b.q.pred < 0 {
		return nil, fmt.Errorf("%w: it has no verb", ErrNotUnderstood)
	}
	if b.filler >= 0 {
		b.used[b.filler] = true
	}
	b.time(today)
	b.kind()
	if err := b.parties(); err != nil {
		return nil, err
	}
	b.act()
	b.order()
	b.special()
	b.words()
	b.settle()
	b.q.classes = r.sense.classesOf(b.q.Act, b.q.Verbs, b.q.Nouns)
	for _, w := range strings.Fields(b.q.Act) {
		if smallWords[w] {
			b.q.particles = append(b.q.particles, w)
		}
	}
	return b.q, nil
}

// connective reports whether "how" asks for a connection.
func connective(rest []word) bool {
	return slices.ContainsFunc(rest, func(w word) bool { return connectVerbs[strings.ToLower(w.text)] })
}

var connectVerbs = map[string]bool{"connected": true, "linked": true, "related": true, "tied": true, "connects": true, "links": true, "connect": true, "link": true,
	"ties": true, "joins": true}

// builder fills a question from its parse.
type builder struct {
	*Reader
	ctx    context.Context
	src    Source
	f      form
	d      *nlp.Doc
	filler int    // token that stands for the answer, -1 if none
	used   []bool // tokens that are accounted for
	q      *Question
}

func (b *builder) lemma(i int) string { return strings.ToLower(b.d.Tokens[i].Lemma) }

func (b *builder) mark(start, end int) {
	for i := start; i < end; i++ {
		b.used[i] = true
	}
}

// kind reads the question phrase.
func (b *builder) kind() {
	q, f := b.q, b.f
	noun, adjectives := "", f.noun
	if len(f.noun) > 0 {
		noun = strings.ToLower(f.noun[len(f.noun)-1])
		adjectives = f.noun[:len(f.noun)-1]
	}
	if f.aux == "" && len(f.noun) > 0 && b.filler == 0 { // the phrase is the subject of the statement
		b.filler = b.subject()
		_, end := b.d.Edges(b.filler)
		b.mark(0, min(end+1, len(f.noun)+2))
	} else if f.aux == "" && b.filler == 0 {
		b.used[0] = true
	}
	for _, a := range f.noun {
		if n := numbers[strings.ToLower(a)]; n > 0 {
			q.Number = n
		}
	}
	switch f.wh {
	case "":
		q.Kind = Whether
		return
	case "where":
		q.Kind = Where
		return
	case "when":
		q.Kind = When
		return
	case "how":
		if len(f.noun) == 0 {
			q.Kind = Connected
			return
		}
		q.Kind = Count
		q.Noun = singular(noun)
		q.Types = answerTypes[q.Noun]
		b.role()
		return
	case "what":
		if len(f.noun) == 0 {
			q.Kind = What
			b.role()
			if f.aux == "" && b.lemma(q.pred) == "be" { // "What is the capital of Finland?"
				q.Kind = Who
			}
			return
		}
	}
	q.Kind = Who
	b.role()
	if noun == "" {
		return
	}
	q.Noun = singular(noun)
	switch {
	case whenNouns[q.Noun]:
		q.Kind = When
		return
	case whereNouns[q.Noun] && (f.prep == "in" || f.prep == "at" || f.prep == "near" || f.prep == "on"):
		q.Kind = Where
		return
	}
	if f.wh == "whose" { // the possessor is asked for, the noun is only its
		q.Words = append(q.Words, q.Noun)
		q.Noun = ""
		return
	}
	q.Types = answerTypes[q.Noun]
	if of := slices.Index(lowerAll(f.noun), "of"); of > 0 {
		adjectives, q.Noun = nil, singular(strings.ToLower(f.noun[of-1]))
		q.Types = answerTypes[q.Noun]
	}
	if officeNouns[q.Noun] {
		q.Post = strings.ToLower(strings.Join(f.noun, " "))
		q.Types = []schema.EntityType{schema.Person}
	}
	if q.Noun == "ambassador" || q.Noun == "envoy" { // may be told by their states alone
		q.Types = nil
	}
	for _, a := range adjectives {
		if ds := b.gaz.Demonym(a); len(ds) > 0 {
			q.Nationality = &Party{Text: a, Name: ds[0].Entry.Name}
		}
	}
	if _, known := answerTypes[q.Noun]; !known && q.Post == "" {
		q.Words = append(q.Words, q.Noun)
		q.Unsorted = true
	}
}

func lowerAll(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = strings.ToLower(w)
	}
	return out
}

// subject is the head of the predicate's subject.
func (b *builder) subject() int {
	if s := b.d.Child(b.q.pred, "nsubj", "nsubjpass"); s >= 0 {
		return s
	}
	return 0
}

// role finds what part the unknown party plays.
func (b *builder) role() {
	q := b.q
	switch {
	case b.f.prep != "":
		q.Role, q.Prep = Oblique, b.f.prep
		if b.f.prep == "by" {
			q.Role = Subject
		}
		return
	case b.filler < 0:
		q.Role = Object
		return
	}
	q.Role, q.Prep = b.roleOf(b.filler)
	if b.f.wh == "whose" && q.Role == Object {
		q.Role = Inner
	}
}

// roleOf says what part the noun phrase with head i plays in the question's
// act, and behind which preposition.
func (b *builder) roleOf(i int) (Role, string) {
	d := b.d
	passive := func(v int) bool { return d.Child(v, "auxpass", "nsubjpass") >= 0 }
	for steps := 0; steps < 20; steps++ {
		t := &d.Tokens[i]
		h := t.Head
		if h == i {
			return Inner, ""
		}
		verb := d.Tokens[h].POS == "VERB" || d.Tokens[h].POS == "AUX"
		switch t.Dep {
		case "conj", "appos":
			i = h
			continue
		case "nsubj", "csubj":
			if h == b.q.pred {
				return Subject, ""
			}
			if b.complement(h) {
				// "ask somebody to leave": the one who is asked
				if d.Tokens[h].Dep == "ccomp" || d.Tokens[h].Dep == "xcomp" {
					if d.Child(h, "mark") < 0 && d.Child(b.q.pred, "dobj") < 0 {
						return Object, ""
					}
				}
				return Oblique, ""
			}
			return Inner, ""
		case "nsubjpass":
			if h == b.q.pred {
				return Object, ""
			}
			return Inner, ""
		case "dobj", "dative", "oprd":
			if t.Dep == "dative" && t.POS == "ADP" {
				return Oblique, strings.ToLower(t.Text)
			}
			if h == b.q.pred || b.complement(h) {
				return Object, ""
			}
			return Inner, ""
		case "attr":
			return Object, ""
		case "pobj", "pcomp":
			p := strings.ToLower(d.Tokens[h].Text)
			v := d.Tokens[h].Head
			if d.Tokens[h].Dep == "agent" || p == "by" && passive(v) {
				if v == b.q.pred {
					return Subject, p
				}
				return Inner, p
			}
			for v != b.q.pred && d.Tokens[v].Dep == "prep" { // "on behalf of"
				v = d.Tokens[v].Head
			}
			if v == b.q.pred || b.complement(v) {
				return Oblique, p
			}
			// "hold talks with", "sign an agreement with"
			if d.Tokens[v].Head == b.q.pred && (d.Tokens[v].Dep == "dobj" || d.Tokens[v].Dep == "nsubjpass" || d.Tokens[v].Dep == "nsubj") && d.Tokens[v].POS == "NOUN" {
				return Oblique, p
			}
			return Inner, p
		case "poss", "compound", "amod", "nmod", "det":
			if !verb {
				r, p := b.roleOf(h)
				if r == Object || r == Oblique {
					r = Inner
				}
				return r, p
			}
			return Inner, ""
		}
		return Inner, ""
	}
	return Inner, ""
}

// complement reports whether a verb is a complement of the main predicate:
// what is wanted, promised, said.
func (b *builder) complement(v int) bool {
	for steps := 0; steps < 5; steps++ {
		switch b.d.Tokens[v].Dep {
		case "xcomp", "ccomp", "advcl", "conj":
			v = b.d.Tokens[v].Head
			if v == b.q.pred {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// order finds "last" and "first".
func (b *builder) order() {
	for i := range b.d.Tokens {
		if b.used[i] {
			continue
		}
		switch strings.ToLower(b.d.Tokens[i].Text) {
		case "last", "latest", "lately":
			b.q.Latest, b.used[i] = true, true
		case "first", "originally":
			b.q.Earliest, b.used[i] = true, true
		}
	}
}

// words collects the content words that are left.
func (b *builder) words() {
	for i := range b.d.Tokens {
		t := &b.d.Tokens[i]
		if b.used[i] || t.POS == "AUX" {
			continue
		}
		switch t.POS {
		case "NOUN", "VERB", "ADJ", "PROPN", "NUM":
			if l := b.lemma(i); len(l) > 1 && !slices.Contains(b.q.Words, l) && !emptyWords[l] {
				b.q.Words = append(b.q.Words, l)
			}
		}
	}
}
