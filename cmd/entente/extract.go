package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"entente/extract"
	"entente/schema"
)

type extractOptions struct {
	*app
	articleOptions
	explain bool
}

func newExtractCmd(a *app) *cobra.Command {
	o := extractOptions{app: a}
	cmd := &cobra.Command{
		Use:   "extract [FILE|DIR|-]…",
		Short: "Print what articles state, without a graph",
		Long: `Extract reads articles and prints the events and standing relations that they
state. With --json it prints one object a line, with the kind first: "event" or
"standing", and "note" with --explain.`,
		Example: `  echo "Putin received Macron in Moscow on Monday." | entente extract --date 2022-02-08
  entente extract --json --samples
  echo "Putin received Macron in Moscow." | entente extract --explain`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return runExtract(cmd.Context(), o)
		},
	}
	o.flags(cmd)
	cmd.Flags().BoolVar(&o.explain, "explain", false, "say for each sentence what was found, by which rule, or why nothing was")
	return cmd
}

func runExtract(ctx context.Context, o extractOptions) error {
	inputs, err := o.inputs(ctx, o.streams)
	if err != nil {
		return err
	}
	pipeline, err := extract.New(extract.Options{Explain: o.explain})
	if err != nil {
		return err
	}
	found, failed := false, false
	err = extractAll(ctx, pipeline, inputs, runtime.GOMAXPROCS(0), func(x extraction) error {
		if x.err != nil {
			failed = true
			fmt.Fprintf(o.err, "entente: %v\n", x.err)
			return nil
		}
		found = found || len(x.result.Events)+len(x.result.Standings) > 0
		if o.json {
			return writeStatements(o.out, x.result)
		}
		return o.printStatements(x.result, o.explain)
	})
	switch {
	case err != nil:
		return err
	case failed:
		return errReported
	case !found:
		fmt.Fprintln(o.err, "entente: no event and no standing relation found; --explain says why")
		return errNothing
	}
	return nil
}

// The lines of extract --json.
type eventLine struct {
	Kind string `json:"kind"`
	schema.Event
}

type standingLine struct {
	Kind string `json:"kind"`
	schema.Standing
}

type noteLine struct {
	Kind string `json:"kind"`
	schema.Note
}

// writeStatements writes the statements of one article, one JSON object a line.
func writeStatements(w io.Writer, r *schema.Result) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, e := range r.Events {
		if err := enc.Encode(eventLine{"event", e}); err != nil {
			return err
		}
	}
	for _, s := range r.Standings {
		if err := enc.Encode(standingLine{"standing", s}); err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		if err := enc.Encode(noteLine{"note", n}); err != nil {
			return err
		}
	}
	return nil
}
