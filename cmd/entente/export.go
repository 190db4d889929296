package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"entente/graph"
)

type exportOptions struct {
	*app
	format, base string
	links, short bool
	file         string
}

func newExportCmd(a *app) *cobra.Command {
	o := exportOptions{app: a, file: "-"}
	cmd := &cobra.Command{
		Use:   "export [FILE|-]",
		Short: "Write the graph as N-Quads or in another format",
		Long: `Export writes the graph as N-Quads, sorted, so that equal graphs give equal
files. With --links it writes the link quads alone, who did what to whom with the
place as label. Identifiers of our own are full IRIs below --base, or short with
--short.

JSON-LD keeps everything as N-Quads do. GraphML and GEXF (for Gephi and the
like), DOT (for Graphviz) and CSV hold the entities and one edge a statement.`,
		Example: `  entente export --links --short
  entente export graph.nq
  entente export -f graphml graph.graphml`,
		Args: atMost(1, "one file at most, or - for standard output"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.file = args[0]
			}
			return runExport(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "nquads", "what to write: "+strings.Join(exportFormats(), ", "))
	f.BoolVar(&o.links, "links", false, "write the link quads alone")
	f.BoolVar(&o.short, "short", false, "keep short identifiers, as ent:Antony_Blinken")
	f.StringVar(&o.base, "base", graph.DefaultBase, "IRI that our own identifiers are written below")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(exportFormats(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// exportFormats are the values of --format.
func exportFormats() []string { return append([]string{"nquads", "jsonld"}, graph.Formats[:]...) }

func runExport(ctx context.Context, o exportOptions) error {
	if !slices.Contains(exportFormats(), o.format) {
		return usageError{fmt.Errorf("--format is %q; it can be %s", o.format, strings.Join(exportFormats(), ", "))}
	}
	if o.format != "nquads" && (o.links || o.short) {
		return usageError{errors.New("--links and --short go with N-Quads only")}
	}
	g, err := o.open(ctx, o.db, graph.Options{ReadOnly: true, Base: o.base})
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		b := bufio.NewWriterSize(w, 1<<16)
		var err error
		switch o.format {
		case "nquads":
			err = g.Export(ctx, b, graph.ExportOptions{Links: o.links, Short: o.short})
		case "jsonld":
			err = g.ExportJSONLD(ctx, b)
		default:
			err = g.ExportEdges(ctx, b, o.format, graph.Filter{})
		}
		if err != nil {
			return err
		}
		return b.Flush()
	}
	if o.file == "-" {
		err = write(o.out)
	} else {
		err = replaceFile(o.file, write)
	}
	if closing := g.Close(); err == nil {
		err = closing
	}
	return err
}

// replaceFile writes a file whole or leaves the old one as it was.
func replaceFile(name string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".entente-*")
	if err != nil {
		return outputError(name, err)
	}
	defer os.Remove(f.Name())
	err = write(f)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return outputError(name, err)
	}
	return nil
}
