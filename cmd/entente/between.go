package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"entente/graph"
)

type betweenOptions struct {
	*app
	filterOptions
	a, b      string
	countries bool
}

func newBetweenCmd(a *app) *cobra.Command {
	o := betweenOptions{app: a}
	cmd := &cobra.Command{
		Use:   "between A B",
		Short: "Show everything between two of them",
		Long: `Between prints the events and standing relations that two entities share, the
latest first, grouped by event: every event once, with the number of independent
articles that report it and with what other reports contradict.`,
		Example: `  entente between Blinken Lavrov
  entente between Biden "Xi Jinping" --code CONSULT --since 2022
  entente between "United States" Russia --countries`,
		Args:              exactly(2, "two names"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.a, o.b = args[0], args[1]
			return runBetween(cmd.Context(), o)
		},
	}
	o.filterOptions.flags(cmd)
	cmd.Flags().BoolVar(&o.countries, "countries", false, "count those in who represent the two: Blinken and Lavrov for the United States and Russia")
	return cmd
}

func runBetween(ctx context.Context, o betweenOptions) error {
	filter, page, err := o.filter()
	if err != nil {
		return err
	}
	var dyad *graph.Dyad
	if err := o.reading(ctx, func(g *graph.Graph) error {
		if o.countries {
			dyad, err = g.BetweenCountries(ctx, o.a, o.b, filter, page)
		} else {
			dyad, err = g.Between(ctx, o.a, o.b, filter, page)
		}
		return err
	}); err != nil {
		return err
	}
	dyad.Next = cursorOut(dyad.Next)
	if o.json {
		if err := printJSON(o.out, dyad); err != nil {
			return err
		}
	} else if len(dyad.Facts) > 0 {
		s := o.style()
		fmt.Fprintf(o.out, "%s and %s\n\n", s.bold(dyad.A.Name), s.bold(dyad.B.Name))
		for _, f := range dyad.Facts {
			printFact(o.out, s, f, 2)
		}
	}
	if len(dyad.Facts) == 0 {
		fmt.Fprintf(o.err, "entente: nothing found between %s and %s\n", dyad.A.Name, dyad.B.Name)
		return errNothing
	}
	o.more(dyad.Next)
	return nil
}
