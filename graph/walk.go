package graph

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// scanner is the part of Cayley's iterators that a walk needs.
type scanner interface {
	Next(ctx context.Context) bool
	Result() cayley.Ref
	Err() error
	Close() error
}

// eachQuad calls f for each quad of an iterator and closes it. Cayley ends an
// iteration silently when the context ends, so that is asked afterwards.
func eachQuad(ctx context.Context, qs cayley.QuadStore, it scanner, f func(quad.Quad) error) error {
	defer it.Close()
	for it.Next(ctx) {
		q, err := qs.Quad(it.Result())
		if err != nil {
			return err
		}
		if err := f(q); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return errors.Join(it.Err(), ctx.Err())
}

// walk calls f for the quads of a store with a label, or all.
func walk(ctx context.Context, qs cayley.QuadStore, label quad.Value, f func(quad.Quad) error) error {
	if label == nil {
		return eachQuad(ctx, qs, qs.QuadsAllIterator().Iterate(), f)
	}
	ref, err := qs.ValueOf(label)
	if err != nil || ref == nil {
		return err
	}
	return eachQuad(ctx, qs, qs.QuadIterator(quad.Label, ref).Iterate(), f)
}
