package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/graph"
)

// decideOptions are those of merge, split and forget: decisions of a user
// about the graph, each with its reason, each reversible.
type decideOptions struct {
	*app
	reason string
	undo   bool
}

func (o *decideOptions) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.reason, "reason", "", "why; it is kept in the graph")
	cmd.Flags().BoolVar(&o.undo, "undo", false, "take such a decision back")
}

func newMergeCmd(a *app) *cobra.Command {
	o := decideOptions{app: a}
	cmd := &cobra.Command{
		Use:   "merge A B",
		Short: "Decide that two entities are one, shown under the second name",
		Long: `Merge shows A under B from now on. Nothing is lost: the decision is a quad with
its reason, it survives adding the articles again, and --undo takes it back.`,
		Example: `  entente merge "Antony J. Blinken" "Antony Blinken" --reason "his full name"
  entente merge "Antony J. Blinken" "Antony Blinken" --undo`,
		Args:              exactly(2, "two names"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDecide(cmd.Context(), o, graph.Decision{What: "merge", A: args[0], B: args[1]})
		},
	}
	o.flags(cmd)
	return cmd
}

func newSplitCmd(a *app) *cobra.Command {
	o := decideOptions{app: a}
	cmd := &cobra.Command{
		Use:   "split A B",
		Short: "Decide that two entities that were taken for one are two",
		Long: `Split parts two entities that the graph took for one by their names, or that
were merged. Name them by identifiers (ent:…) or by names that only one of them
has. --undo takes the decision back.`,
		Example:           `  entente split ent:George_Bush "ent:George_W._Bush" --reason "father and son"`,
		Args:              exactly(2, "two names"),
		ValidArgsFunction: a.completeNames(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runDecide(cmd.Context(), o, graph.Decision{What: "split", A: args[0], B: args[1]})
		},
	}
	o.flags(cmd)
	return cmd
}

func newForgetCmd(a *app) *cobra.Command {
	o := decideOptions{app: a}
	cmd := &cobra.Command{
		Use:   "forget [ID]",
		Short: "Hide an article, an event or a standing relation from all answers",
		Long: `Forget hides what has the identifier: an article (art:…), an event (evt:…) or a
standing relation (stg:…), as --json prints them. It stays hidden when its
article is added again; --undo brings it back. Without an ID, forget lists what
was merged, split and forgotten.`,
		Example: `  entente forget
  entente forget art:0123456789abcdef01234567 --reason "a hoax"`,
		Args: atMost(1, "one identifier"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return runDecisions(cmd.Context(), a)
			}
			return runDecide(cmd.Context(), o, graph.Decision{What: "forget", A: args[0]})
		},
	}
	o.flags(cmd)
	return cmd
}

func runDecide(ctx context.Context, o decideOptions, d graph.Decision) error {
	return o.changing(ctx, func(g *graph.Graph) error {
		var err error
		verb := map[string]string{"merge": "merged", "split": "split", "forget": "forgot"}[d.What]
		switch {
		case o.undo:
			if d, err = recorded(ctx, g, d); err == nil {
				err = g.Undo(ctx, d)
			} else if errors.Is(err, errNothing) {
				fmt.Fprintf(o.err, "entente: nobody decided to %s %s; 'entente forget' lists the decisions\n", d.What, decisionText(d))
			}
			verb = "took back: " + d.What
		case d.What == "merge":
			d, err = g.Merge(ctx, d.A, d.B, o.reason)
		case d.What == "split":
			d, err = g.Split(ctx, d.A, d.B, o.reason)
		default:
			d, err = g.Forget(ctx, d.A, o.reason)
		}
		if err != nil {
			return err
		}
		if o.json {
			return printJSON(o.out, d)
		}
		_, err = fmt.Fprintln(o.out, verb, decisionText(d))
		return err
	})
}

// recorded finds the decision that an undo is about: its parties may be given
// by name, and in either order.
func recorded(ctx context.Context, g *graph.Graph, d graph.Decision) (graph.Decision, error) {
	list, err := g.Decisions(ctx)
	if err != nil {
		return d, err
	}
	means := func(id, name string) bool {
		if id == name {
			return true
		}
		found, err := g.Resolve(ctx, name)
		if err != nil {
			return false
		}
		for _, c := range found {
			if c.ID == id {
				return true
			}
		}
		return false
	}
	for _, x := range list {
		if x.What == d.What && (x.A == d.A && x.B == d.B || d.B != "" && (means(x.A, d.A) && means(x.B, d.B) || means(x.A, d.B) && means(x.B, d.A))) {
			return x, nil
		}
	}
	// A merged name resolves to the other one, so one that fits is enough.
	for _, x := range list {
		if x.What == d.What && d.B != "" && (means(x.B, d.B) && means(x.B, d.A)) {
			return x, nil
		}
	}
	for _, name := range []string{d.A, d.B} {
		if name != "" && !strings.Contains(name, ":") {
			if _, err := g.Find(ctx, name); err != nil {
				return d, err
			}
		}
	}
	return d, errNothing
}

func decisionText(d graph.Decision) string {
	s := d.A
	switch d.What {
	case "merge":
		s += " into " + d.B
	case "split":
		s += " from " + d.B
	}
	if d.Reason != "" {
		s += " (" + d.Reason + ")"
	}
	return s
}

func runDecisions(ctx context.Context, a *app) error {
	return a.reading(ctx, func(g *graph.Graph) error {
		list, err := g.Decisions(ctx)
		if err != nil {
			return err
		}
		if a.json {
			return printJSON(a.out, list)
		}
		for _, d := range list {
			fmt.Fprintln(a.out, d.What, decisionText(d))
		}
		if len(list) == 0 {
			fmt.Fprintln(a.err, "entente: nothing was merged, split or forgotten")
			return errNothing
		}
		return nil
	})
}
