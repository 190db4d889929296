package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"entente/graph"
)

type timelineOptions struct {
	*app
	filterOptions
	names []string
	by    string
	chart bool
	svg   string
}

func newTimelineCmd(a *app) *cobra.Command {
	o := timelineOptions{app: a}
	cmd := &cobra.Command{
		Use:   "timeline [NAME…]",
		Short: "Show what happened over time: of all, of one, or between several",
		Long: `Timeline lists events by day, month or year, the latest first. With --chart it
sums them up instead: cooperation against conflict by period, weighted by
Goldstein's scale for the event codes. --svg writes that chart as a picture.`,
		Example: `  entente timeline Blinken "Wang Yi"
  entente timeline --by year --limit 5
  entente timeline Russia Ukraine --chart --by year
  entente timeline "United States" China --svg chart.svg`,
		ValidArgsFunction: a.completeNames(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.names = args
			return runTimeline(cmd.Context(), o)
		},
	}
	o.filterOptions.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "month", "length of a period: day, month or year")
	f.BoolVar(&o.chart, "chart", false, "draw cooperation against conflict instead of listing events")
	f.StringVar(&o.svg, "svg", "", "write the chart to this file as SVG")
	_ = cmd.RegisterFlagCompletionFunc("by", cobra.FixedCompletions([]string{"day", "month", "year"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func runTimeline(ctx context.Context, o timelineOptions) error {
	filter, page, err := o.filter()
	if err != nil {
		return err
	}
	switch o.by {
	case "day", "month", "year":
	default:
		return usageError{fmt.Errorf("--by is %q; it can be day, month or year", o.by)}
	}
	if o.chart || o.svg != "" {
		return runChart(ctx, o, filter)
	}
	var t *graph.Timeline
	if err := o.reading(ctx, func(g *graph.Graph) error {
		t, err = g.Timeline(ctx, o.names, graph.Grain(o.by), filter, page)
		return err
	}); err != nil {
		return err
	}
	t.Next = cursorOut(t.Next)
	if o.json {
		if err := printJSON(o.out, t); err != nil {
			return err
		}
	} else {
		s := o.style()
		for i, p := range t.Periods {
			if i > 0 {
				fmt.Fprintln(o.out)
			}
			name := p.Period
			if name == "" {
				name = "no date"
			}
			fmt.Fprintln(o.out, s.bold(name))
			for _, f := range p.Facts {
				printFact(o.out, s, f, 1)
			}
		}
	}
	if len(t.Periods) == 0 {
		fmt.Fprintln(o.err, "entente: no event found")
		return errNothing
	}
	o.more(t.Next)
	return nil
}

func runChart(ctx context.Context, o timelineOptions, filter graph.Filter) error {
	var c *graph.Chart
	if err := o.reading(ctx, func(g *graph.Graph) error {
		var err error
		c, err = g.Chart(ctx, o.names, graph.Grain(o.by), filter)
		return err
	}); err != nil {
		return err
	}
	switch {
	case o.svg != "":
		if err := replaceFile(o.svg, c.WriteSVG); err != nil {
			return err
		}
		fmt.Fprintf(o.err, "entente: wrote %s\n", o.svg)
	case o.json:
		if err := printJSON(o.out, c); err != nil {
			return err
		}
	default:
		chartText(o.out, o.style(), c)
	}
	if len(c.Points) == 0 {
		fmt.Fprintln(o.err, "entente: no dated event with a code found")
		return errNothing
	}
	return nil
}

// chartText draws conflict to the left of each period and cooperation to the
// right, at most 30 characters wide each.
func chartText(w io.Writer, s style, c *graph.Chart) {
	const width = 30
	top := 0.0
	for _, p := range c.Points {
		top = max(top, p.Cooperation, p.Conflict)
	}
	if top == 0 {
		return
	}
	bar := func(v float64) string {
		n := int(v/top*width + 0.5)
		if n == 0 && v > 0 {
			n = 1
		}
		return strings.Repeat("█", n)
	}
	fmt.Fprintf(w, "%*s   %-10s %s\n", width, "conflict", "", "cooperation")
	for _, p := range c.Points {
		left, right := bar(p.Conflict), bar(p.Cooperation)
		fmt.Fprintf(w, "%s%s   %-10s %s", strings.Repeat(" ", width-len([]rune(left))), s.red(left), p.Period, s.green(right))
		if n := p.VerbalCooperation + p.MaterialCooperation + p.VerbalConflict + p.MaterialConflict; n > 0 {
			fmt.Fprintf(w, " %s", s.dim(fmt.Sprintf("%+.1f, %s", p.Cooperation-p.Conflict, plural(n, "event"))))
		}
		fmt.Fprintln(w)
	}
}
