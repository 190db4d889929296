package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"entente/graph"
)

type pathOptions struct {
	*app
	filterOptions
	a, b    string
	length  int
	count   int
	inOrder bool
}

func newPathCmd(a *app) *cobra.Command {
	o := pathOptions{app: a}
	cmd := &cobra.Command{
		Use:   "path A B",
		Short: "Show how two of them are connected, with a sentence for each step",
		Long: `Path finds the best connections through events and standing relations: few steps,
sure facts, recent ones, and parties that have not to do with everybody. Several
ways are shown, best first.`,
		Example: `  entente path Zarif Zelensky
  entente path "Raúl Castro" "Xi Jinping" --length 5 --count 2
  entente path Guterres Biden --code CONSULT --in-order`,
		Args:              exactly(2, "two names"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.a, o.b = args[0], args[1]
			return runPath(cmd.Context(), o)
		},
	}
	o.filterOptions.narrow(cmd)
	f := cmd.Flags()
	f.IntVar(&o.length, "length", 4, "greatest number of steps, 6 at most")
	f.IntVar(&o.count, "count", 3, "how many connections to show")
	f.BoolVar(&o.inOrder, "in-order", false, "only events that follow one another in time")
	return cmd
}

func runPath(ctx context.Context, o pathOptions) error {
	filter, _, err := o.filter()
	if err != nil {
		return err
	}
	if o.length < 1 || o.length > 6 {
		return usageError{fmt.Errorf("--length is %d; it must be from 1 to 6", o.length)}
	}
	if o.count < 1 {
		return usageError{fmt.Errorf("--count is %d; it must be 1 or more", o.count)}
	}
	var found []graph.Connection
	if err := o.reading(ctx, func(g *graph.Graph) error {
		found, err = g.Path(ctx, o.a, o.b, graph.PathOptions{Filter: filter, MaxLength: o.length, Alternatives: o.count, InOrder: o.inOrder})
		return err
	}); err != nil {
		return err
	}
	if o.json {
		if found == nil {
			found = []graph.Connection{}
		}
		if err := printJSON(o.out, found); err != nil {
			return err
		}
	} else {
		o.printConnections(found)
	}
	if len(found) == 0 {
		fmt.Fprintf(o.err, "entente: no connection of %s found between %s and %s\n", plural(o.length, "step"), o.a, o.b)
		return errNothing
	}
	return nil
}

func (a *app) printConnections(found []graph.Connection) {
	s := a.style()
	for i, c := range found {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		for j, step := range c.Steps {
			if j == 0 {
				fmt.Fprint(a.out, s.bold(step.From.Name))
			}
			fmt.Fprintf(a.out, " → %s", s.bold(step.To.Name))
		}
		fmt.Fprintln(a.out)
		for _, step := range c.Steps {
			printFact(a.out, s, step.Fact, 1)
		}
	}
}
