package main

import (
	"context"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"entente/graph"
)

func newStatsCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "stats",
		Short:   "Show how much the graph holds",
		Example: `  entente stats`,
		Args:    exactly(0, "no arguments"),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runStats(cmd.Context(), a) },
	}
}

func runStats(ctx context.Context, a *app) error {
	var stats *graph.Stats
	if err := a.reading(ctx, func(g *graph.Graph) error {
		var err error
		stats, err = g.Stats(ctx)
		return err
	}); err != nil {
		return err
	}
	if a.json {
		return printJSON(a.out, stats)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "%d\t  articles\n%d\t  entities\n%d\t  events, counted in each article\n%d\t  standing relations\n%d\t  imported links\n%d\t  quads\n",
		stats.Articles, stats.Entities, stats.Events, stats.Standings, stats.Links, stats.Quads)
	for _, part := range []struct {
		title  string
		counts []graph.Count
	}{{"Events by code", stats.Codes}, {"Events by status", stats.Modes}, {"Events by year", stats.Years}, {"Articles by source", stats.Sources}} {
		if len(part.counts) == 0 {
			continue
		}
		fmt.Fprintf(w, "\n\t  %s\n", part.title)
		for i, c := range part.counts {
			if i == 20 {
				fmt.Fprintf(w, "\t  and %d more\n", len(part.counts)-i)
				break
			}
			name := c.Name
			if name == "" {
				name = "not known"
			}
			fmt.Fprintf(w, "%d\t  %s\n", c.Count, name)
		}
	}
	return w.Flush()
}
