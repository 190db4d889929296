package graph

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
)

// ExportOptions say what Export writes.
type ExportOptions struct {
	// Links writes the link quads alone: who did what to whom, with the place
	// as label.
	Links bool
	// Short keeps the short identifiers of the inside ("ent:Antony_Blinken")
	// instead of full IRIs below the base.
	Short bool
}

// Export writes the graph as canonical N-Quads, one statement a line, sorted
// by bytes, so that equal graphs give equal files.
func (g *Graph) Export(ctx context.Context, w io.Writer, opts ExportOptions) error {
	lines := sortedLines{most: maxSortMemory}
	defer lines.close()
	each := func(q quad.Quad) error {
		if opts.Links && !isLink(q) {
			return nil
		}
		if !opts.Short {
			q = g.name.each(q, g.name.full)
		}
		line, err := nquads.AppendQuad(nil, q)
		if err != nil {
			return fmt.Errorf("exporting %v: %w", q, err)
		}
		return lines.add(line)
	}
	var err error
	if opts.Links {
		err = g.eachLink(ctx, each)
	} else {
		err = g.store.eachQuad(ctx, nil, each)
	}
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, 1<<16)
	if err := lines.writeTo(out); err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	return nil
}

// isLink reports whether a quad has one of our relations as its predicate.
func isLink(q quad.Quad) bool {
	p, ok := q.Predicate.(quad.IRI)
	return ok && strings.HasPrefix(string(p), "rel:")
}

// eachLink calls f for the link quads, which the index lists.
func (g *Graph) eachLink(ctx context.Context, f func(quad.Quad) error) error {
	return g.store.read(ctx, func(r reader) error {
		return r.scan(prefix(tabLink), "", func(k, _ []byte) error {
			p := splitKey(k)
			q := quad.Quad{Subject: quad.IRI(p[0]), Predicate: quad.IRI(p[1]), Object: quad.IRI(p[2])}
			if p[3] != "" {
				q.Label = quad.IRI(p[3])
			}
			if err := f(q); err != nil {
				return err
			}
			return ctx.Err()
		})
	})
}
