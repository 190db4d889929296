package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/graph"
)

// reading opens the graph for reading, calls f, and closes it.
func (a *app) reading(ctx context.Context, f func(*graph.Graph) error) error {
	g, err := a.open(ctx, a.db, graph.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	err = f(g)
	if closing := g.Close(); err == nil {
		err = closing
	}
	return err
}

// changing opens the graph for writing, calls f, and closes it. A graph that
// is absent is not made: there is nothing in it to change.
func (a *app) changing(ctx context.Context, f func(*graph.Graph) error) error {
	if err := a.reading(ctx, func(*graph.Graph) error { return nil }); err != nil {
		return err
	}
	g, err := a.open(ctx, a.db, graph.Options{})
	if err != nil {
		return err
	}
	err = f(g)
	if closing := g.Close(); err == nil {
		err = closing
	}
	return err
}

// printJSON writes v as one indented JSON document.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// completeNames offers the names of entities of the graph for the arguments
// of a command, up to max of them.
func (a *app) completeNames(max int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, start string) ([]string, cobra.ShellCompDirective) {
		if max > 0 && len(args) >= max {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		ctx := cmd.Context()
		if ctx == nil {
			ctx = context.Background()
		}
		var names []string
		err := a.reading(ctx, func(g *graph.Graph) error {
			var err error
			names, err = g.Complete(ctx, start, 50)
			return err
		})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// more says how to get the next page.
func (a *app) more(next string) {
	if next != "" {
		fmt.Fprintf(a.err, "entente: there is more; go on with --after %s\n", next)
	}
}
