package main

import (
	"context"
	"fmt"
	"iter"

	"entente/extract"
	"entente/extract/article"
	"entente/schema"
)

// extraction is what came of one input: a result, or the reason for none.
type extraction struct {
	path   string
	result *schema.Result
	err    error
}

// extractAll extracts the inputs on several goroutines and calls f with the
// outcomes one by one, in the order of the inputs. It ends early with the
// error of f or of ctx; its goroutines end soon after.
func extractAll(ctx context.Context, x extract.Extractor, inputs iter.Seq2[*article.Input, error], workers int, f func(extraction) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type job struct {
		in   *article.Input
		err  error
		done chan extraction
	}
	work := make(chan job)
	order := make(chan job, 2*workers)
	go func() {
		defer close(order)
		defer close(work)
		for in, err := range inputs {
			j := job{in, err, make(chan extraction, 1)}
			select {
			case order <- j:
			case <-ctx.Done():
				return
			}
			if err != nil {
				j.done <- extraction{err: err}
				continue
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			for j := range work {
				out := extraction{path: j.in.Path}
				out.result, out.err = x.Extract(ctx, j.in.Article)
				if out.err != nil {
					out.err = fmt.Errorf("extracting %s: %w", j.in.Path, out.err)
				}
				j.done <- out
			}
		}()
	}
	for {
		var j job
		var ok bool
		select {
		case j, ok = <-order:
			if !ok {
				return context.Cause(ctx)
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		select {
		case out := <-j.done:
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err := f(out); err != nil {
				return err
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}
