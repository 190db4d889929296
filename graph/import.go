package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"entente/graph/nquads"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// ImportReport says what Import did with one file.
type ImportReport struct {
	// Statements is the number of quads read, Quads that of new ones.
	Statements int `json:"statements"`
	Quads      int `json:"quads"`
	Articles   int `json:"articles"` // articles that were new
	Links      int `json:"links"`    // links of background knowledge that were new
	// Refused is the number of lines that are not N-Quads, Errors the first of
	// their errors, each with file and line.
	Refused int     `json:"refused"`
	Errors  []error `json:"-"`
}

// maxImportErrors bounds the errors that are kept of one import.
const maxImportErrors = 20

// importBatch is how many quads go into one transaction.
const importBatch = 10_000

// Import reads N-Quads (or N-Triples) from r, named name in errors: the export
// of a graph, which brings everything back, or background knowledge as link
// quads between entities ("ent:France", rel:member_of, …) and names of
// entities. IRIs below the base become the short ones. Lines that are not
// N-Quads are reported and the rest goes on; importing again changes nothing.
func (g *Graph) Import(ctx context.Context, r io.Reader, name string) (ImportReport, error) {
	var rep ImportReport
	in, err := g.readImport(ctx, r, name, &rep)
	if err != nil {
		return rep, err
	}
	unlock, err := g.beginWrite(ctx)
	if err != nil {
		return rep, err
	}
	defer unlock()
	before, err := g.size(ctx)
	if err != nil {
		return rep, err
	}
	// Decisions first, so that a forgotten statement does not appear for a
	// moment; then what articles state, and links that no article states.
	for _, step := range []func(context.Context, *imported, *ImportReport) error{
		g.importDecisions, g.importNames, g.importArticles, g.importLinks, g.importRest} {
		if err := step(ctx, in, &rep); err != nil {
			return rep, fmt.Errorf("importing %s: %w", name, err)
		}
	}
	after, err := g.size(ctx)
	rep.Quads = int(after - before)
	return rep, err
}

// imported is a file, sorted into what its quads are.
type imported struct {
	articles  map[quad.IRI]*bundle
	decisions map[quad.Value][]quad.Quad
	names     []quad.Quad
	links     []quad.Quad
	rest      []quad.Quad
}

func (g *Graph) readImport(ctx context.Context, r io.Reader, name string, rep *ImportReport) (*imported, error) {
	in := &imported{articles: map[quad.IRI]*bundle{}, decisions: map[quad.Value][]quad.Quad{}}
	byLabel := map[quad.IRI][]quad.Quad{}
	rd := nquads.NewReader(r)
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		q, err := rd.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var bad *nquads.Error
		if errors.As(err, &bad) {
			if rep.Refused++; len(rep.Errors) < maxImportErrors {
				rep.Errors = append(rep.Errors, fmt.Errorf("%s: %w", name, bad))
			}
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		rep.Statements++
		q = g.name.each(q, g.name.short)
		label, _ := q.Label.(quad.IRI)
		switch {
		case strings.HasPrefix(string(label), "art:"):
			byLabel[label] = append(byLabel[label], q)
		case strings.HasPrefix(string(label), "voc:decision-"):
			in.decisions[label] = append(in.decisions[label], q)
		case isLink(q) && entityIRI(q.Subject) && entityIRI(q.Object):
			in.links = append(in.links, q)
		case q.Label == nil && entityIRI(q.Subject) && naming(q):
			in.names = append(in.names, q)
		default:
			in.rest = append(in.rest, q)
		}
	}
	for label, qs := range byLabel {
		if !slices.ContainsFunc(qs, func(q quad.Quad) bool {
			return q.Subject == label && q.Predicate == rdfType && q.Object == schemaArticle
		}) {
			in.rest = append(in.rest, qs...)
			continue
		}
		in.articles[label] = &bundle{article: label, own: sortQuads(qs)}
	}
	return in, nil
}

func entityIRI(v quad.Value) bool {
	i, ok := v.(quad.IRI)
	return ok && strings.HasPrefix(string(i), "ent:")
}

func naming(q quad.Quad) bool {
	list, _ := new(entityRecord).field(q.Predicate, q.Object)
	return list != nil && (q.Predicate == rdfType || q.Predicate == owlSameAs || textOf(q.Object) != "")
}

// batched runs f for each item, a transaction for every n of them.
func batched[T any](ctx context.Context, g *Graph, items []T, n int, f func(*edit, T) error) error {
	for len(items) > 0 {
		part := items[:min(n, len(items))]
		items = items[len(part):]
		var e *edit
		err := g.store.read(ctx, func(r reader) error {
			e = newEdit(r)
			for _, it := range part {
				if err := f(e, it); err != nil {
					return err
				}
			}
			return e.countQuads()
		})
		if err != nil {
			return err
		}
		if err := g.commit(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

func (g *Graph) importDecisions(ctx context.Context, in *imported, _ *ImportReport) error {
	var list []Decision
	for _, qs := range in.decisions {
		if d, ok := decisionOf(qs); ok {
			list = append(list, d)
		} else {
			in.rest = append(in.rest, qs...)
		}
	}
	slices.SortFunc(list, func(a, b Decision) int {
		return cmp.Or(strings.Compare(a.What, b.What), strings.Compare(a.A, b.A), strings.Compare(a.B, b.B))
	})
	return g.applyDecisions(ctx, list)
}

func (g *Graph) applyDecisions(ctx context.Context, list []Decision) error {
	for _, d := range list {
		var e *edit
		err := g.look(ctx, func(v *view) error {
			e = newEdit(v.r)
			if d.What == "forget" && !v.hidden[d.A] {
				// Not yet in the graph is no error here: it may come later.
				if recs, err := v.concerned(d.A); err == nil {
					if err := e.countLinks(v, recs, -1); err != nil {
						return err
					}
				}
			}
			if err := e.decide(d); err != nil {
				return err
			}
			return e.countQuads()
		})
		if err != nil {
			return err
		}
		if err := g.commit(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

func (g *Graph) importNames(ctx context.Context, in *imported, _ *ImportReport) error {
	// Names of entities that an article of the file mentions come and go with
	// their articles; the others are background knowledge.
	mentioned := map[quad.Value]bool{}
	for _, b := range in.articles {
		for _, q := range b.own {
			if q.Predicate == schemaMentions {
				mentioned[q.Object] = true
			}
		}
	}
	return batched(ctx, g, in.names, importBatch, func(e *edit, q quad.Quad) error {
		isNew, err := e.name(q)
		if err != nil {
			return err
		}
		if isNew {
			e.addQuad(q)
		}
		if mentioned[q.Subject] {
			return nil
		}
		return e.pin(textOf(q.Subject))
	})
}

// pin keeps the names of an entity though no article mentions it.
func (e *edit) pin(id string) error {
	rec, err := e.entity(id)
	if err != nil || rec.Pinned || rec.Articles > 0 {
		return err
	}
	if err := e.known(id, rec); err != nil {
		return err
	}
	rec.Pinned = true
	e.put(key(tabEntity, id), encodeJSON(rec))
	return e.nameKeys(id, rec, +1)
}

func (g *Graph) importArticles(ctx context.Context, in *imported, rep *ImportReport) error {
	ids := make([]quad.IRI, 0, len(in.articles))
	for id := range in.articles {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		r, err := g.addBundle(ctx, in.articles[id], true)
		if err != nil {
			return err
		}
		if r.Added {
			rep.Articles++
		}
	}
	return nil
}

func (g *Graph) importLinks(ctx context.Context, in *imported, rep *ImportReport) error {
	return batched(ctx, g, in.links, importBatch, func(e *edit, q quad.Quad) error {
		v, err := e.get(linkKey(q))
		if err != nil || v != nil {
			return err // an article states it, or it was imported before
		}
		if err := checkQuad(q); err != nil {
			return fmt.Errorf("%w: %w", ErrInvalid, err)
		}
		r := &record{Kind: Link, Subject: textOf(q.Subject), Object: textOf(q.Object),
			Rels: []string{relationName(q.Predicate.(quad.IRI))}, Place: textOf(q.Label)}
		r.ID = "lnk:" + digest(r.Subject, r.Rels[0], r.Object, r.Place)
		hidden, err := e.get(key(tabHidden, r.ID))
		if err != nil || hidden != nil {
			return err
		}
		rep.Links++
		for _, id := range r.parties() {
			if err := e.pin(id); err != nil {
				return err
			}
		}
		return e.record(r, +1)
	})
}

// importRest writes quads that the index knows nothing of.
func (g *Graph) importRest(ctx context.Context, in *imported, _ *ImportReport) error {
	var add []quad.Quad
	err := g.store.quads(ctx, func(qs cayley.QuadStore) error {
		for _, q := range sortQuads(in.rest) {
			known, err := hasQuad(ctx, qs, q)
			if err != nil {
				return err
			}
			if !known {
				add = append(add, q)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return batched(ctx, g, add, importBatch, func(e *edit, q quad.Quad) error {
		e.addQuad(q)
		return nil
	})
}

// hasQuad asks the store for one quad. The store ignores duplicates when it
// writes, but counts them, and nodes counted too often stay for ever.
func hasQuad(ctx context.Context, qs cayley.QuadStore, q quad.Quad) (bool, error) {
	var filter shape.Quads
	for _, d := range quad.Directions {
		v := q.Get(d)
		if v == nil {
			continue
		}
		ref, err := qs.ValueOf(v)
		if err != nil || ref == nil {
			return false, err
		}
		filter = append(filter, shape.QuadFilter{Dir: d, Values: shape.Fixed{ref}})
	}
	found := errors.New("found")
	it := shape.BuildIterator(ctx, qs, filter)
	err := eachQuad(ctx, qs, it.Iterate(), func(other quad.Quad) error {
		if other == q {
			return found
		}
		return nil
	})
	if err == found {
		return true, nil
	}
	return false, err
}
