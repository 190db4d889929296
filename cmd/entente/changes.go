package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"entente/graph"
)

type changesOptions struct {
	*app
	filterOptions
	names []string
	back  int
}

func newChangesCmd(a *app) *cobra.Command {
	o := changesOptions{app: a}
	cmd := &cobra.Command{
		Use:   "changes [NAME…]",
		Short: "Show what the last add brought: for all, for one, or between several",
		Long: `Changes prints the facts that the last "entente add" (or import) brought and that
no earlier article states, and those that it confirmed. --back goes further back.`,
		Example: `  entente changes Lavrov
  entente changes --limit 5`,
		ValidArgsFunction: a.completeNames(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.names = args
			return runChanges(cmd.Context(), o)
		},
	}
	o.filterOptions.narrow(cmd)
	f := cmd.Flags()
	f.IntVar(&o.limit, "limit", 0, "how many facts to print, 0 for two hundred")
	f.IntVar(&o.back, "back", 0, "how many additions to go back from the last")
	return cmd
}

func runChanges(ctx context.Context, o changesOptions) error {
	limit := o.limit
	filter, _, err := o.filter()
	if err != nil {
		return err
	}
	if o.back < 0 {
		return usageError{fmt.Errorf("--back is %d; it must be 0 or more", o.back)}
	}
	var c *graph.Changes
	if err := o.reading(ctx, func(g *graph.Graph) error {
		c, err = g.Changes(ctx, o.names, o.back, filter, limit)
		return err
	}); err != nil {
		return err
	}
	if o.json {
		if err := printJSON(o.out, c); err != nil {
			return err
		}
	} else if c.Addition > 0 {
		s := o.style()
		fmt.Fprintf(o.out, "%s  %s\n", s.bold(fmt.Sprintf("Addition %d", c.Addition)), s.dim(c.Time+"  "+plural(len(c.Articles), "article")))
		for _, part := range []struct {
			title string
			facts []*graph.Fact
		}{{"New", c.New}, {"Confirmed", c.Confirmed}} {
			if len(part.facts) == 0 {
				continue
			}
			fmt.Fprintf(o.out, "\n%s\n", s.bold(part.title))
			for _, f := range part.facts {
				printFact(o.out, s, f, 1)
			}
		}
	}
	switch {
	case c.Addition == 0:
		fmt.Fprintln(o.err, "entente: the graph has no record of such an addition")
		return errNothing
	case len(c.New)+len(c.Confirmed) == 0:
		fmt.Fprintln(o.err, "entente: that addition brought nothing about it")
		return errNothing
	case c.More:
		fmt.Fprintln(o.err, "entente: there is more; ask for it with --limit")
	}
	return nil
}
