package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/graph"
)

type queryOptions struct {
	*app
	language string
	text     string
	limit    int
	timeout  time.Duration
}

func newQueryCmd(a *app) *cobra.Command {
	o := queryOptions{app: a}
	cmd := &cobra.Command{
		Use:   "query [QUERY|-]",
		Short: "Run a query in Gizmo, GraphQL or MQL over the quads",
		Long: `Query hands a query to Cayley, the store under the graph. Identifiers are short:
<ent:Antony_Blinken>, <rel:meet>; "entente schema" lists the prefixes. The query
comes from the command line, or from standard input when it is "-" or absent.
Results are printed one JSON object a line.`,
		Example: `  entente query 'g.V("<ent:Antony_Blinken>").Out("<rel:meet>").All()'
  entente query 'g.V("<ent:Antony_Blinken>").LabelContext(g.V().Tag("where")).Tag("who").Out("<rel:meet>").Tag("whom").All()'
  entente query -l graphql '{ nodes(id: <ent:Antony_Blinken>) { id, whom: <rel:meet> { id } } }'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.text = strings.Join(args, " ")
			return runQuery(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.language, "language", "l", "gizmo", "language of the query: gizmo, graphql or mql")
	f.IntVar(&o.limit, "limit", 0, "how many results to print, 0 for ten thousand")
	f.DurationVar(&o.timeout, "timeout", 30*time.Second, "how long the query may run")
	_ = cmd.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(graph.Languages[:], cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func runQuery(ctx context.Context, o queryOptions) error {
	if !slices.Contains(graph.Languages[:], o.language) {
		return usageError{fmt.Errorf("--language is %q; it can be %s", o.language, strings.Join(graph.Languages[:], ", "))}
	}
	if o.text == "" || o.text == "-" {
		b, err := readAll("-", o.in)
		if err != nil {
			return err
		}
		o.text = string(b)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, o.timeout, fmt.Errorf("the query ran longer than %v; give it more with --timeout, or ask for less", o.timeout))
	defer cancel()
	var rows *graph.Rows
	if err := o.reading(ctx, func(g *graph.Graph) error {
		var err error
		rows, err = g.Query(ctx, o.language, o.text, o.limit)
		return err
	}); err != nil {
		if cause := context.Cause(ctx); cause != nil && ctx.Err() == context.DeadlineExceeded {
			return cause
		}
		return err
	}
	if o.json {
		if err := printJSON(o.out, rows); err != nil {
			return err
		}
	} else {
		lines := make([]string, 0, len(rows.Rows))
		for _, r := range rows.Rows {
			b, err := json.Marshal(r)
			if err != nil {
				return fmt.Errorf("writing a result: %w", err)
			}
			lines = append(lines, strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&").Replace(string(b)))
		}
		for _, l := range lines {
			fmt.Fprintln(o.out, l)
		}
	}
	if len(rows.Rows) == 0 {
		fmt.Fprintln(o.err, "entente: the query found nothing")
		return errNothing
	}
	if rows.More {
		fmt.Fprintln(o.err, "entente: there is more; ask for it with --limit")
	}
	return nil
}
