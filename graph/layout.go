package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/schema"

	"github.com/cayleygraph/quad"
)

// bundle is an article as it lies in the graph.
type bundle struct {
	article quad.IRI
	// own are the quads with the article as label: the article, its events,
	// standings and reports, and which entities it mentions.
	own []quad.Quad
	// names are the quads about the entities that it mentions, which belong
	// to no article: label, other names, type, well-known identifiers.
	names []quad.Quad
}

// layOut writes a result as quads, sorted and without duplicates. It fails
// with ErrInvalid when something in the result cannot be written.
func layOut(r *schema.Result) (*bundle, error) {
	id := r.Article.ID
	if id == "" {
		id = "art:" + digest(r.Article.Text, r.Article.Date.Start)
	}
	l := layouter{b: bundle{article: quad.IRI(id)}, mentioned: map[quad.IRI]bool{}}
	l.article(&r.Article)
	for _, e := range r.Entities {
		l.entity(e)
	}
	for i := range r.Events {
		l.event(&r.Events[i])
	}
	for i := range r.Standings {
		l.standing(&r.Standings[i])
	}
	l.b.own, l.b.names = sortQuads(l.b.own), sortQuads(l.b.names)
	for _, qs := range [][]quad.Quad{l.b.own, l.b.names} {
		for _, q := range qs {
			if err := checkQuad(q); err != nil {
				return nil, fmt.Errorf("%w of %s: %w", ErrInvalid, id, err)
			}
		}
	}
	return &l.b, nil
}

type layouter struct {
	b         bundle
	mentioned map[quad.IRI]bool
}

func (l *layouter) add(s, p quad.IRI, o quad.Value) {
	l.b.own = append(l.b.own, quad.Quad{Subject: s, Predicate: p, Object: o, Label: l.b.article})
}

// text adds a string unless it is empty.
func (l *layouter) text(s, p quad.IRI, o string) {
	if o != "" {
		l.add(s, p, quad.String(o))
	}
}

func (l *layouter) article(a *schema.Article) {
	art := l.b.article
	l.add(art, rdfType, schemaArticle)
	l.text(art, schemaHeadline, a.Title)
	if d := cmp.Or(a.Date.Start, a.Date.End); d != "" {
		l.add(art, schemaPublished, dateValue(d))
	}
	l.text(art, schemaPublisher, a.Source)
	if a.URL != "" {
		l.add(art, schemaURL, quad.TypedString{Value: quad.String(a.URL), Type: xsdAnyURI})
	}
	l.text(art, schemaLanguage, a.Language)
	sum := sha256.Sum256([]byte(a.Text))
	l.add(art, schemaHash, quad.TypedString{Value: quad.String(strings.ToUpper(hex.EncodeToString(sum[:]))), Type: xsdHex})
}

func (l *layouter) entity(e schema.Entity) {
	id := l.ref(e.Ref)
	if id == "" {
		return
	}
	for _, a := range e.Aliases {
		if a != "" && a != e.Name {
			l.b.names = append(l.b.names, quad.Quad{Subject: id, Predicate: skosAltLabel, Object: quad.String(a)})
		}
	}
	if e.Same != "" {
		l.b.names = append(l.b.names, quad.Quad{Subject: id, Predicate: owlSameAs, Object: quad.IRI(e.Same)})
	}
}

// ref returns the IRI of an entity, "" for none, and sees that the graph knows
// its name.
func (l *layouter) ref(r schema.Ref) quad.IRI {
	if r.IsZero() {
		return ""
	}
	id := quad.IRI(cmp.Or(r.ID, schema.EntityID(r.Name)))
	if !l.mentioned[id] {
		l.mentioned[id] = true
		l.add(l.b.article, schemaMentions, id)
	}
	l.b.names = append(l.b.names, quad.Quad{Subject: id, Predicate: rdfsLabel, Object: quad.String(r.Name)})
	if r.Type != "" {
		l.b.names = append(l.b.names, quad.Quad{Subject: id, Predicate: rdfType, Object: entityClass(r.Type)})
	}
	return id
}

func (l *layouter) event(e *schema.Event) {
	s, o := l.ref(e.Subject), l.ref(e.Object)
	if s == "" || o == "" || strings.TrimSpace(e.Relation) == "" {
		return
	}
	ev := nodeIRI("evt:", cmp.Or(e.ID, eventID(e)))
	l.add(ev, rdfType, semEvent)
	if e.Code != schema.NoCode {
		l.add(ev, semEventType, quad.IRI("plover:"+string(e.Code)))
	}
	l.add(ev, vocSubject, s)
	l.add(ev, vocObject, o)
	l.add(ev, semHasActor, s)
	l.add(ev, semHasActor, o)
	l.add(ev, vocRelation, relationIRI(e.Relation))
	l.add(ev, vocMode, quad.String(cmp.Or(e.Mode, schema.Actual)))
	if e.Symmetric {
		l.add(ev, vocSymmetric, quad.TypedString{Value: "true", Type: xsdBoolean})
	}
	if e.Place != nil {
		if p := l.ref(*e.Place); p != "" {
			l.add(ev, semHasPlace, p)
		}
	}
	l.interval(ev, e.Time)
	rpt := l.report(ev, e.Evidence, e.Confidence, e.Rule)
	if e.AttributedTo != nil {
		if by := l.ref(*e.AttributedTo); by != "" {
			l.add(rpt, provAttributed, by)
		}
	}
	l.text(rpt, vocContent, e.Content)
	l.text(rpt, vocRelation, e.Relation)
	if e.Time != nil {
		l.text(rpt, vocTimeText, e.Time.Text)
	}
	l.also(ev, e.Evidence, e.Also)
}

func (l *layouter) standing(s *schema.Standing) {
	sub, obj := l.ref(s.Subject), l.ref(s.Object)
	if sub == "" || obj == "" || strings.TrimSpace(s.Relation) == "" {
		return
	}
	st := nodeIRI("stg:", cmp.Or(s.ID, standingID(s)))
	l.add(st, rdfType, vocStanding)
	l.add(st, vocSubject, sub)
	l.add(st, vocObject, obj)
	l.add(st, vocRelation, relationIRI(s.Relation))
	if s.Of != nil {
		if of := l.ref(*s.Of); of != "" {
			l.add(st, vocOf, of)
		}
	}
	l.interval(st, s.Period)
	rpt := l.report(st, s.Evidence, s.Confidence, s.Rule)
	if s.Period != nil {
		l.text(rpt, vocTimeText, s.Period.Text)
	}
	l.also(st, s.Evidence, s.Also)
}

func (l *layouter) interval(n quad.IRI, t *schema.Interval) {
	if t == nil {
		return
	}
	if t.Start != "" {
		l.add(n, semBegin, dateValue(t.Start))
	}
	if t.End != "" {
		l.add(n, semEnd, dateValue(t.End))
	}
}

func (l *layouter) report(of quad.IRI, e schema.Evidence, confidence float64, rule string) quad.IRI {
	rpt := quad.IRI("rpt:" + digest(string(of), string(l.b.article), strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Sentence))
	l.add(rpt, rdfType, vocReport)
	l.add(rpt, vocReports, of)
	l.add(rpt, provDerived, l.b.article)
	l.text(rpt, vocSentence, e.Sentence)
	l.add(rpt, vocStart, quad.TypedString{Value: quad.String(strconv.Itoa(e.Start)), Type: xsdInteger})
	l.add(rpt, vocEnd, quad.TypedString{Value: quad.String(strconv.Itoa(e.End)), Type: xsdInteger})
	if confidence >= 0 {
		l.add(rpt, vocConfidence, quad.TypedString{Value: quad.String(decimal(confidence)), Type: xsdDecimal})
	}
	l.text(rpt, vocRule, rule)
	return rpt
}

// also adds the further sentences of the same article that state the same.
func (l *layouter) also(of quad.IRI, first schema.Evidence, more []schema.Evidence) {
	for _, e := range more {
		if e.Start == first.Start && e.End == first.End && e.Sentence == first.Sentence {
			continue
		}
		rpt := l.report(of, e, -1, "")
		l.add(rpt, vocFurther, quad.TypedString{Value: "true", Type: xsdBoolean})
	}
}

// decimal writes a probability with at most four decimals.
func decimal(f float64) string {
	if math.IsNaN(f) {
		f = 0
	}
	f = math.Round(min(max(f, 0), 1)*1e4) / 1e4
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// eventID identifies an event by its content: parties (in either order when it
// is symmetric), code, relation, mode, place and time.
func eventID(e *schema.Event) string {
	s, o := refID(&e.Subject), refID(&e.Object)
	if e.Symmetric && o < s {
		s, o = o, s
	}
	var start, end string
	if e.Time != nil {
		start, end = e.Time.Start, e.Time.End
	}
	return digest(s, o, string(e.Code), e.Relation, string(cmp.Or(e.Mode, schema.Actual)), refID(e.Place), start, end)
}

func standingID(s *schema.Standing) string {
	var start, end string
	if s.Period != nil {
		start, end = s.Period.Start, s.Period.End
	}
	return digest(refID(&s.Subject), s.Relation, refID(&s.Object), refID(s.Of), start, end)
}

func refID(r *schema.Ref) string {
	if r == nil || r.IsZero() {
		return ""
	}
	return cmp.Or(r.ID, schema.EntityID(r.Name))
}

// nodeIRI gives an identifier without a prefix that of its kind.
func nodeIRI(prefix, id string) quad.IRI {
	if strings.Contains(id, ":") {
		_, local, _ := strings.Cut(id, ":")
		return quad.IRI(prefix + local)
	}
	return quad.IRI(prefix + id)
}

// digest is the hash by which things are identified: 80 bits of the SHA-256
// of the parts, in hexadecimal. Among ten million things two collide with a
// probability of one in ten thousand million.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// sortQuads sorts by the text of the values and drops duplicates.
func sortQuads(qs []quad.Quad) []quad.Quad {
	slices.SortFunc(qs, compareQuads)
	return slices.CompactFunc(qs, func(a, b quad.Quad) bool { return a == b })
}

func compareQuads(a, b quad.Quad) int {
	for _, d := range quad.Directions {
		if c := strings.Compare(quad.StringOf(a.Get(d)), quad.StringOf(b.Get(d))); c != 0 {
			return c
		}
	}
	return 0
}

// digestOf identifies the content of a bundle.
func (b *bundle) digest() string {
	h := sha256.New()
	var line []byte
	for _, q := range b.own {
		line = line[:0]
		for _, d := range quad.Directions {
			line = append(append(line, quad.StringOf(q.Get(d))...), ' ')
		}
		h.Write(line)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
