package graph

import (
	"strings"

	"entente/graph/nquads"
	"entente/schema"

	"github.com/cayleygraph/quad"
)

// DefaultBase is the IRI that export puts before our own names unless another
// base is chosen.
const DefaultBase = "https://entente.example/"

// Our own names are short inside the graph and full on export; this is which
// prefix becomes which path below the base.
var ownPrefixes = [...]struct{ prefix, path string }{
	{"ent:", "entity/"},
	{"rel:", "relation/"},
	{"plover:", "plover/"},
	{"art:", "article/"},
	{"evt:", "event/"},
	{"stg:", "standing/"},
	{"rpt:", "report/"},
	{"voc:", "term/"},
}

// Terms of the vocabularies that exist.
const (
	rdfType = quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

	rdfsLabel    = quad.IRI("http://www.w3.org/2000/01/rdf-schema#label")
	skosAltLabel = quad.IRI("http://www.w3.org/2004/02/skos/core#altLabel")
	owlSameAs    = quad.IRI("http://www.w3.org/2002/07/owl#sameAs")

	semEvent     = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
	semEventType = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/eventType")
	semHasActor  = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor")
	semHasPlace  = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace")
	semBegin     = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/hasBeginTimeStamp")
	semEnd       = quad.IRI("http://semanticweb.cs.vu.nl/2009/11/sem/hasEndTimeStamp")

	provDerived    = quad.IRI("http://www.w3.org/ns/prov#wasDerivedFrom")
	provAttributed = quad.IRI("http://www.w3.org/ns/prov#wasAttributedTo")

	schemaArticle   = quad.IRI("https://schema.org/NewsArticle")
	schemaHeadline  = quad.IRI("https://schema.org/headline")
	schemaPublished = quad.IRI("https://schema.org/datePublished")
	schemaPublisher = quad.IRI("https://schema.org/publisher")
	schemaURL       = quad.IRI("https://schema.org/url")
	schemaLanguage  = quad.IRI("https://schema.org/inLanguage")
	schemaHash      = quad.IRI("https://schema.org/sha256")
	schemaMentions  = quad.IRI("https://schema.org/mentions")
	schemaPrefix    = "https://schema.org/"
)

// Terms of our own.
const (
	vocStanding   = quad.IRI("voc:Standing")
	vocReport     = quad.IRI("voc:Report")
	vocSubject    = quad.IRI("voc:subject")
	vocRelation   = quad.IRI("voc:relation")
	vocObject     = quad.IRI("voc:object")
	vocOf         = quad.IRI("voc:of")
	vocMode       = quad.IRI("voc:mode")
	vocSymmetric  = quad.IRI("voc:symmetric")
	vocReports    = quad.IRI("voc:reports")
	vocSentence   = quad.IRI("voc:sentence")
	vocStart      = quad.IRI("voc:startOffset")
	vocEnd        = quad.IRI("voc:endOffset")
	vocConfidence = quad.IRI("voc:confidence")
	vocRule       = quad.IRI("voc:rule")
	vocTimeText   = quad.IRI("voc:timeText")
	vocContent    = quad.IRI("voc:content")
	vocFurther    = quad.IRI("voc:furtherEvidence")
	vocMerged     = quad.IRI("voc:mergedInto")
	vocSplit      = quad.IRI("voc:distinctFrom")
	vocForgotten  = quad.IRI("voc:forgotten")
	vocReason     = quad.IRI("voc:reason")
)

// Datatypes.
const (
	xsd          = "http://www.w3.org/2001/XMLSchema#"
	xsdDate      = quad.IRI(xsd + "date")
	xsdDateTime  = quad.IRI(xsd + "dateTime")
	xsdYear      = quad.IRI(xsd + "gYear")
	xsdYearMonth = quad.IRI(xsd + "gYearMonth")
	xsdInteger   = quad.IRI(xsd + "integer")
	xsdDecimal   = quad.IRI(xsd + "decimal")
	xsdBoolean   = quad.IRI(xsd + "boolean")
	xsdAnyURI    = quad.IRI(xsd + "anyURI")
	xsdHex       = quad.IRI(xsd + "hexBinary")
)

// entityClass is the class that stands for a type of entity, and typeOfClass
// the way back; a class of other vocabularies is no type of ours.
func entityClass(t schema.EntityType) quad.IRI {
	switch t {
	case schema.Person, schema.Country, schema.Organization, schema.Place:
		return quad.IRI(schemaPrefix + string(t))
	case "":
		t = schema.Other
	}
	return quad.IRI("voc:" + string(t))
}

func typeOfClass(c quad.IRI) (schema.EntityType, bool) {
	s := strings.TrimPrefix(strings.TrimPrefix(string(c), schemaPrefix), "voc:")
	switch t := schema.EntityType(s); t {
	case schema.Person, schema.Country, schema.Organization, schema.Place, schema.Group,
		schema.Agreement, schema.Conflict, schema.Other:
		return t, c == entityClass(t)
	}
	return "", false
}

// relationIRI is the predicate of a relation: "impose sanctions on" is
// rel:impose_sanctions_on. relationName is the way back.
func relationIRI(relation string) quad.IRI { return quad.IRI("rel:" + schema.Slug(relation)) }

func relationName(iri quad.IRI) string {
	return unslug(strings.TrimPrefix(string(iri), "rel:"))
}

// unslug undoes schema.Slug, except for white space that was folded.
func unslug(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '_':
			b.WriteByte(' ')
		case s[i] == '%' && i+2 < len(s):
			hi, lo := unhex(s[i+1]), unhex(s[i+2])
			if hi < 0 || lo < 0 {
				b.WriteByte('%')
				continue
			}
			b.WriteByte(byte(hi<<4 | lo))
			i += 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// dateValue writes a cut ISO date with the datatype of its precision.
func dateValue(d string) quad.Value {
	switch {
	case len(d) == 4:
		return quad.TypedString{Value: quad.String(d), Type: xsdYear}
	case len(d) == 7:
		return quad.TypedString{Value: quad.String(d), Type: xsdYearMonth}
	case len(d) == 10:
		return quad.TypedString{Value: quad.String(d), Type: xsdDate}
	case len(d) == len("2006-01-02T15:04"):
		return quad.TypedString{Value: quad.String(d + ":00"), Type: xsdDateTime}
	case len(d) > 10 && d[10] == 'T':
		return quad.TypedString{Value: quad.String(d), Type: xsdDateTime}
	}
	return quad.String(d)
}

// textOf is the lexical form of a literal, or the text of an IRI.
func textOf(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.TypedString:
		if v.Type == xsdDateTime {
			return strings.TrimSuffix(string(v.Value), ":00")
		}
		return string(v.Value)
	case quad.LangString:
		return string(v.Value)
	case quad.IRI:
		return string(v)
	case quad.BNode:
		return "_:" + string(v)
	}
	return ""
}

// names turns our short IRIs into full ones below a base and back.
type names struct{ base string }

func (n names) full(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		for _, p := range ownPrefixes {
			if local, ok := strings.CutPrefix(string(v), p.prefix); ok {
				return quad.IRI(n.base + p.path + local)
			}
		}
	case quad.TypedString:
		v.Type = n.full(v.Type).(quad.IRI)
		return v
	}
	return v
}

func (n names) short(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		if rest, ok := strings.CutPrefix(string(v), n.base); ok {
			for _, p := range ownPrefixes {
				if local, ok := strings.CutPrefix(rest, p.path); ok && local != "" {
					return quad.IRI(p.prefix + local)
				}
			}
		}
	case quad.TypedString:
		v.Type = n.short(v.Type).(quad.IRI)
		return v
	}
	return v
}

func (n names) each(q quad.Quad, f func(quad.Value) quad.Value) quad.Quad {
	q.Subject, q.Predicate, q.Object = f(q.Subject), f(q.Predicate), f(q.Object)
	if q.Label != nil {
		q.Label = f(q.Label)
	}
	return q
}

// checkQuad reports why a quad cannot be written: what the store would refuse
// half-way, or what export could not write.
func checkQuad(q quad.Quad) error {
	var buf [512]byte
	_, err := nquads.AppendQuad(buf[:0], q)
	return err
}
