package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/schema"

	"github.com/cayleygraph/quad"
)

// record is what one article states of one event or standing relation, read
// back from the quads; background knowledge that was imported as a bare link
// is a record without article and reports.
type record struct {
	Kind    Kind     `json:"k"`
	ID      string   `json:"i"`
	Article string   `json:"a,omitempty"`
	Subject string   `json:"s"`
	Object  string   `json:"o"`
	Rels    []string `json:"r"` // usually one; two mentions may use two verbs
	Code    string   `json:"c,omitempty"`
	Mode    string   `json:"m,omitempty"`
	Place   string   `json:"p,omitempty"`
	Of      string   `json:"f,omitempty"`
	Start   string   `json:"b,omitempty"`
	End     string   `json:"e,omitempty"`
	Sym     bool     `json:"y,omitempty"`
	Reports []report `json:"t,omitempty"` // the fullest first, then by place in the article
}

type report struct {
	Sentence   string  `json:"s"`
	Start      int     `json:"b"`
	End        int     `json:"e"`
	By         string  `json:"y,omitempty"`
	Confidence float64 `json:"c"`
	Rule       string  `json:"r,omitempty"`
	Content    string  `json:"n,omitempty"`
	TimeText   string  `json:"t,omitempty"`
	Relation   string  `json:"l,omitempty"`
	Further    bool    `json:"f,omitempty"`
}

// confidence is that of the surest report.
func (r *record) confidence() float64 {
	c := 0.0
	for _, p := range r.Reports {
		c = max(c, p.Confidence)
	}
	if r.Kind == Link {
		c = 1
	}
	return c
}

// links are the quads of the shape people query, for what is stated as having
// happened or holding; none for the rest. What is symmetric is linked both
// ways, so that a query need not know who was named first.
func (r *record) links() []quad.Quad {
	if r.Kind == EventKind && schema.Mode(r.Mode) != schema.Actual {
		return nil
	}
	var out []quad.Quad
	for _, rel := range r.Rels {
		q := quad.Quad{Subject: quad.IRI(r.Subject), Predicate: relationIRI(rel), Object: quad.IRI(r.Object)}
		if r.Place != "" {
			q.Label = quad.IRI(r.Place)
		}
		out = append(out, q)
		if r.Sym && q.Subject != q.Object {
			q.Subject, q.Object = q.Object, q.Subject
			out = append(out, q)
		}
	}
	return out
}

// articleRecord is what the index keeps of an article.
type articleRecord struct {
	Article
	Digest string       `json:"digest"`
	parts  articleParts // only after decode; in the index they stand apart
}

// articleParts are the entities that an article mentions and its statements.
type articleParts struct {
	Mentions   []string `json:"mentions"`
	Statements []string `json:"statements"`
}

// decode reads the quads of one article back. Quads that it does not know are
// left alone.
func decode(b *bundle) (*articleRecord, []*record, error) {
	art := &articleRecord{Article: Article{ID: string(b.article)}, Digest: b.digest()}
	nodes := make(map[quad.IRI][]quad.Quad)
	var order []quad.IRI
	for _, q := range b.own {
		s, ok := q.Subject.(quad.IRI)
		if !ok {
			continue
		}
		if nodes[s] == nil {
			order = append(order, s)
		}
		nodes[s] = append(nodes[s], q)
	}
	reports := make(map[quad.IRI][]report)
	var statements []quad.IRI
	for _, n := range order {
		switch {
		case n == b.article:
			art.read(nodes[n])
		case has(nodes[n], rdfType, vocReport):
			of, r, err := readReport(nodes[n])
			if err != nil {
				return nil, nil, fmt.Errorf("reading %s: %w", n, err)
			}
			reports[of] = append(reports[of], r)
		case has(nodes[n], rdfType, semEvent), has(nodes[n], rdfType, vocStanding):
			statements = append(statements, n)
		}
	}
	var out []*record
	for _, n := range statements {
		r := readStatement(n, nodes[n])
		if r == nil {
			continue
		}
		r.Article = string(b.article)
		r.Reports = reports[n]
		slices.SortFunc(r.Reports, compareReports)
		out = append(out, r)
		art.parts.Statements = append(art.parts.Statements, r.ID)
	}
	return art, out, nil
}

func compareReports(a, b report) int {
	if a.Further != b.Further {
		if b.Further {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(a.Sentence, b.Sentence))
}

func has(qs []quad.Quad, p quad.IRI, o quad.Value) bool {
	return slices.ContainsFunc(qs, func(q quad.Quad) bool { return q.Predicate == p && q.Object == o })
}

func (a *articleRecord) read(qs []quad.Quad) {
	for _, q := range qs {
		switch q.Predicate {
		case schemaHeadline:
			a.Title = textOf(q.Object)
		case schemaPublished:
			a.Date = textOf(q.Object)
		case schemaPublisher:
			a.Source = textOf(q.Object)
		case schemaURL:
			a.URL = textOf(q.Object)
		case schemaHash:
			a.Hash = textOf(q.Object)
		case schemaMentions:
			a.parts.Mentions = append(a.parts.Mentions, textOf(q.Object))
		}
	}
}

func readReport(qs []quad.Quad) (of quad.IRI, r report, err error) {
	for _, q := range qs {
		o := textOf(q.Object)
		switch q.Predicate {
		case vocReports:
			of = quad.IRI(o)
		case vocSentence:
			r.Sentence = o
		case vocStart:
			r.Start, err = strconv.Atoi(o)
		case vocEnd:
			r.End, err = strconv.Atoi(o)
		case vocConfidence:
			r.Confidence, err = strconv.ParseFloat(o, 64)
		case provAttributed:
			r.By = o
		case vocRule:
			r.Rule = o
		case vocContent:
			r.Content = o
		case vocTimeText:
			r.TimeText = o
		case vocRelation:
			r.Relation = o
		case vocFurther:
			r.Further = o == "true"
		}
		if err != nil {
			return of, r, err
		}
	}
	return of, r, nil
}

func readStatement(n quad.IRI, qs []quad.Quad) *record {
	r := &record{ID: string(n), Kind: StandingKind}
	for _, q := range qs {
		o := textOf(q.Object)
		switch q.Predicate {
		case rdfType:
			if q.Object == semEvent {
				r.Kind = EventKind
			}
		case semEventType:
			r.Code = strings.TrimPrefix(o, "plover:")
		case vocSubject:
			r.Subject = o
		case vocObject:
			r.Object = o
		case vocRelation:
			r.Rels = append(r.Rels, relationName(quad.IRI(o)))
		case vocMode:
			r.Mode = o
		case vocSymmetric:
			r.Sym = o == "true"
		case semHasPlace:
			r.Place = o
		case vocOf:
			r.Of = o
		case semBegin:
			r.Start = o
		case semEnd:
			r.End = o
		}
	}
	slices.Sort(r.Rels)
	if r.Subject == "" || r.Object == "" || len(r.Rels) == 0 {
		return nil
	}
	return r
}

// entityRecord is what the index keeps of an entity's names.
type entityRecord struct {
	Labels []string `json:"l,omitempty"`
	Alts   []string `json:"a,omitempty"`
	Types  []string `json:"t,omitempty"`
	Sames  []string `json:"s,omitempty"`
	// Articles counts the articles that mention it.
	Articles int `json:"n,omitempty"`
	// Pinned entities have names from imported background knowledge, which
	// stay when no article mentions them.
	Pinned bool `json:"p,omitempty"`
}

// field is the list that a naming predicate fills, nil for other predicates.
func (e *entityRecord) field(p quad.Value, o quad.Value) (*[]string, string) {
	switch p {
	case rdfsLabel:
		return &e.Labels, textOf(o)
	case skosAltLabel:
		return &e.Alts, textOf(o)
	case owlSameAs:
		return &e.Sames, textOf(o)
	case rdfType:
		if c, ok := o.(quad.IRI); ok {
			if t, ok := typeOfClass(c); ok {
				return &e.Types, string(t)
			}
		}
	}
	return nil, ""
}

// quads are the naming quads of the record.
func (e *entityRecord) quads(id string) []quad.Quad {
	var out []quad.Quad
	s := quad.IRI(id)
	for _, l := range e.Labels {
		out = append(out, quad.Quad{Subject: s, Predicate: rdfsLabel, Object: quad.String(l)})
	}
	for _, l := range e.Alts {
		out = append(out, quad.Quad{Subject: s, Predicate: skosAltLabel, Object: quad.String(l)})
	}
	for _, t := range e.Types {
		out = append(out, quad.Quad{Subject: s, Predicate: rdfType, Object: entityClass(schema.EntityType(t))})
	}
	for _, l := range e.Sames {
		out = append(out, quad.Quad{Subject: s, Predicate: owlSameAs, Object: quad.IRI(l)})
	}
	return out
}

// entry is the little that scans of the index need to know of a record, to
// pass over most of them without reading it.
type entry struct {
	Kind       Kind
	Subject    string
	Object     string
	Rel        string // the first relation
	Code       string
	Mode       string
	Place      string
	Of         string
	Start, End string
	Sym        bool
	Confidence string

	ID, Article string // from the key
}

const fieldSep = "\x1f"

func (r *record) entry() []byte {
	sym := ""
	if r.Sym {
		sym = "y"
	}
	return []byte(strings.Join([]string{string(r.Kind), r.Subject, r.Object, r.Rels[0], r.Code, r.Mode, r.Place, r.Of,
		r.Start, r.End, sym, decimal(r.confidence())}, fieldSep))
}

// readEntry reads what record.entry wrote; the last two parts of the key are
// the statement and the article.
func readEntry(k, v []byte) entry {
	var f [12]string
	s := string(v)
	for i := range f {
		f[i], s, _ = strings.Cut(s, fieldSep)
	}
	e := entry{Kind: Kind(f[0]), Subject: f[1], Object: f[2], Rel: f[3], Code: f[4], Mode: f[5], Place: f[6], Of: f[7],
		Start: f[8], End: f[9], Sym: f[10] != "", Confidence: f[11]}
	ks := string(k)
	if i := strings.LastIndex(ks, sep); i >= 0 {
		e.Article = ks[i+1:]
		ks = ks[:i]
		e.ID = ks[strings.LastIndex(ks, sep)+1:]
	}
	return e
}

func (e *entry) interval() schema.Interval { return schema.Interval{Start: e.Start, End: e.End} }

func encodeJSON(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		// Only types of this file come here, and they always marshal.
		panic(fmt.Sprintf("encoding %T: %v", v, err))
	}
	return b
}

func decodeJSON(b []byte, v any) error {
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%w: reading the index: %w", ErrDamaged, err)
	}
	return nil
}
