package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/extract/article"
	"entente/graph"
	"entente/graph/nquads"
)

type importOptions struct {
	*app
	base  string
	files []string
}

func newImportCmd(a *app) *cobra.Command {
	o := importOptions{app: a}
	cmd := &cobra.Command{
		Use:   "import [FILE|-]…",
		Short: "Read N-Quads: an exported graph, or background knowledge",
		Long: `Import reads N-Quads or N-Triples into the graph: what "entente export" wrote,
which brings everything back, or links between entities that no article states,
such as memberships. Lines that are not N-Quads are reported with their number,
and the rest goes on; the exit code is 3 then. Importing again changes nothing.`,
		Example: `  echo '<ent:France> <rel:member_of> <ent:NATO> .' | entente import
  entente import graph.nq`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			if len(args) == 0 {
				o.files = []string{"-"}
			}
			return runImport(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.base, "base", graph.DefaultBase, "IRI that our own identifiers in the file are written below")
	return cmd
}

func runImport(ctx context.Context, o importOptions) error {
	g, err := o.open(ctx, o.db, graph.Options{Base: o.base})
	if err != nil {
		return err
	}
	failed := false
	for _, name := range o.files {
		var report graph.ImportReport
		if report, err = importFile(ctx, g, name, o.in); err != nil {
			if ctx.Err() != nil {
				break
			}
			fmt.Fprintf(o.err, "entente: %v\n", err)
			failed, err = true, nil
			continue
		}
		if report.Statements == 0 {
			// One message for a file that is something else altogether.
			fmt.Fprintf(o.err, "entente: %v\n", nothingIn(name, report))
			failed = true
			continue
		}
		for _, e := range report.Errors {
			fmt.Fprintf(o.err, "entente: %v\n", e)
		}
		if more := report.Refused - len(report.Errors); more > 0 {
			fmt.Fprintf(o.err, "entente: and %d more lines like these\n", more)
		}
		failed = failed || report.Refused > 0
		if o.json {
			err = printJSON(o.out, report)
		} else {
			_, err = fmt.Fprintf(o.out, "%s: %s read, %d new; %s, %s\n", name, plural(report.Statements, "statement"), report.Quads,
				plural(report.Articles, "new article"), plural(report.Links, "new link"))
		}
		if err != nil {
			break
		}
	}
	if closing := g.Close(); err == nil {
		err = closing
	}
	if err == nil && failed {
		err = errReported
	}
	return err
}

// nothingIn says why a file brought no statement.
func nothingIn(name string, report graph.ImportReport) error {
	if len(report.Errors) == 0 {
		return inputError(name, article.ErrEmpty)
	}
	why := report.Errors[0]
	var bad *nquads.Error
	if errors.As(why, &bad) {
		why = bad // without the file, which is named already
	}
	return inputError(name, fmt.Errorf("no line of it is N-Quads: %w", why))
}

func importFile(ctx context.Context, g *graph.Graph, name string, stdin io.Reader) (graph.ImportReport, error) {
	in, err := openInput(name, stdin)
	if err != nil {
		return graph.ImportReport{}, err
	}
	defer in.Close()
	if name == "-" {
		name = "standard input"
	}
	return g.Import(ctx, in, name)
}
