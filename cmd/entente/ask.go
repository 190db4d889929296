package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/cmd/entente/answer"
	"entente/extract/question"
	"entente/graph"
)

type askOptions struct {
	*app
	asOf, source, today string
	limit               int
	question            string
}

func newAskCmd(a *app) *cobra.Command {
	o := askOptions{app: a}
	cmd := &cobra.Command{
		Use:   `ask "…?"`,
		Short: "Ask a question in English",
		Long: `Ask answers a question in English from the graph, with the sentences that the
answer rests on. It says how it understood the question, and says so when the
graph does not know (exit code 1) rather than guess.

It knows who, whom, whose and which; where, when and in which year; did, does,
has, was and will; how many and how often; what somebody asked, said or promised;
how two are connected; and who holds an office. Questions may be limited in time
and place, and ask for the first or last of several.`,
		Example: `  entente ask "Who met Lavrov in Antalya?"
  entente ask "When did Biden and Putin last meet?"
  entente ask "Who is the foreign minister of Turkey?"`,
		Args: atLeast(1, "a question"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.question = strings.Join(args, " ")
			return runAsk(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.asOf, "as-of", "", "answer from the articles published up to this date alone")
	f.StringVar(&o.source, "source", "", "only reports whose publisher or address contains this")
	f.StringVar(&o.today, "today", "", "the day from which \"last March\" counts (default the day of asking)")
	f.IntVar(&o.limit, "limit", 5, "how many answers to print, 0 for all")
	return cmd
}

func runAsk(ctx context.Context, o askOptions) error {
	if o.limit < 0 {
		return usageError{fmt.Errorf("--limit is %d; it must be 0 or more", o.limit)}
	}
	dates := filterOptions{asOf: o.asOf, since: o.today}
	f, _, err := dates.filter()
	if err != nil {
		return err
	}
	today := f.Since
	if today == "" {
		today = time.Now().Format(time.DateOnly)
	}
	// The process ends after one question, before collecting garbage pays.
	defer debug.SetGCPercent(debug.SetGCPercent(500))
	engine, err := answer.New()
	if err != nil {
		return err
	}
	var got *answer.Answers
	err = o.reading(ctx, func(g *graph.Graph) error {
		got, err = engine.Ask(ctx, g, o.question, today, graph.Filter{AsOf: f.AsOf, Source: o.source})
		return err
	})
	if errors.Is(err, question.ErrNotUnderstood) {
		return usageError{err}
	}
	if err != nil {
		return err
	}
	if o.limit > 0 && len(got.Answers) > o.limit {
		got.Answers = got.Answers[:o.limit]
	}
	if o.json {
		if err := printJSON(o.out, got); err != nil {
			return err
		}
	} else {
		o.print(got)
	}
	if len(got.Answers) == 0 {
		return errNothing
	}
	return nil
}

// print writes the answers for people.
func (o askOptions) print(got *answer.Answers) {
	s := o.style()
	fmt.Fprintf(o.err, "%s\n", s.dim("Understood as: "+got.Understood))
	if len(got.Answers) == 0 {
		fmt.Fprintln(o.err, "entente: the graph does not know")
		return
	}
	for i, a := range got.Answers {
		if i > 0 {
			fmt.Fprintln(o.out)
		}
		fmt.Fprintln(o.out, s.bold(a.Name))
		for n, f := range a.Evidence {
			if n == 2 {
				fmt.Fprintf(o.out, "%s%s\n", indent, s.dim("and "+plural(len(a.Evidence)-n, "more fact")))
				break
			}
			printFact(o.out, s, f, 1)
		}
	}
}
