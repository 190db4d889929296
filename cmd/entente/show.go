package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/graph"
)

type showOptions struct {
	*app
	filterOptions
	name       string
	duplicates bool
}

func newShowCmd(a *app) *cobra.Command {
	o := showOptions{app: a}
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show what is known of one person, state, body or place",
		Long: `Show prints an entity's other names, its offices, memberships and the like, and
its events, the latest first, each with the sentence it rests on. Names are
forgiving: "blinken" and "Mr Blinken" find Antony Blinken. A name that several
share lists them; an unknown one suggests names that look alike.`,
		Example: `  entente show blinken
  entente show "European Union" --since 2022 --code SANCTION
  entente show Lavrov --json --limit 5
  entente show --duplicates`,
		ValidArgsFunction: a.completeNames(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.name = strings.Join(args, " ")
			if o.duplicates {
				return runDuplicates(cmd.Context(), o)
			}
			if o.name == "" {
				return usageError{errors.New("entente show wants a name")}
			}
			return runShow(cmd.Context(), o)
		},
	}
	o.filterOptions.flags(cmd)
	cmd.Flags().BoolVar(&o.duplicates, "duplicates", false, "list entities that may be one, with the reasons; 'entente merge' accepts one, 'entente split' refuses it")
	return cmd
}

func runDuplicates(ctx context.Context, o showOptions) error {
	var list []graph.Suggestion
	if err := o.reading(ctx, func(g *graph.Graph) error {
		var err error
		list, err = g.Duplicates(ctx, o.name, o.limit)
		return err
	}); err != nil {
		return err
	}
	if o.json {
		if err := printJSON(o.out, list); err != nil {
			return err
		}
	} else {
		s := o.style()
		for _, d := range list {
			fmt.Fprintf(o.out, "%.2f  %s and %s  %s\n      %s\n", d.Score, s.bold(d.A.Name), s.bold(d.B.Name), d.Reason,
				s.dim(fmt.Sprintf("entente merge %s %s", d.A.ID, d.B.ID)))
		}
	}
	if len(list) == 0 {
		fmt.Fprintln(o.err, "entente: no entities look like one and the same")
		return errNothing
	}
	return nil
}

func runShow(ctx context.Context, o showOptions) error {
	filter, page, err := o.filter()
	if err != nil {
		return err
	}
	var about *graph.About
	if err := o.reading(ctx, func(g *graph.Graph) error {
		about, err = g.Show(ctx, o.name, filter, page)
		return err
	}); err != nil {
		return err
	}
	about.Next = cursorOut(about.Next)
	if o.json {
		if err := printJSON(o.out, about); err != nil {
			return err
		}
	} else {
		o.printAbout(about)
	}
	if len(about.Events)+len(about.Standings) == 0 {
		fmt.Fprintf(o.err, "entente: %s is in the graph, but nothing about it passes the filters\n", about.Entity.Name)
		return errNothing
	}
	o.more(about.Next)
	return nil
}

func (o *showOptions) printAbout(about *graph.About) {
	s := o.style()
	o.printEntity(s, &about.Entity)
	section := func(title string, facts []*graph.Fact) {
		if len(facts) == 0 {
			return
		}
		fmt.Fprintf(o.out, "\n%s\n", s.bold(title))
		for _, f := range facts {
			printFact(o.out, s, f, 2)
		}
	}
	section("Standing", about.Standings)
	section("Events", about.Events)
}

// printEntity writes the head of an entity: name, type, other names.
func (a *app) printEntity(s style, e *graph.Entity) {
	fmt.Fprintf(a.out, "%s  %s\n", s.bold(e.Name), s.dim(strings.TrimSpace(strings.ToLower(string(e.Type))+"  "+e.ID)))
	if len(e.Aliases) > 0 {
		fmt.Fprintf(a.out, "also %s\n", strings.Join(e.Aliases, ", "))
	}
	for _, m := range e.Merged {
		fmt.Fprintf(a.out, "taken for the same as %s: %s\n", m.Name, m.Reason)
	}
	fmt.Fprintln(a.out, s.dim(plural(e.Events, "event")+" in "+plural(e.Articles, "article")))
}
