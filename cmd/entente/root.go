package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"entente/graph"
)

// globals are the settings that all commands share.
type globals struct {
	db    string
	json  bool
	color string
}

// opener opens the graph that --db names: graph.Open, or in tests one that
// keeps a graph in memory from one command to the next.
type opener func(ctx context.Context, dsn string, opts graph.Options) (*graph.Graph, error)

// app is what a command is built from: the streams, the global settings and
// the way to the graph.
type app struct {
	streams
	globals
	open opener
}

// execute runs one command line and returns the exit code.
func execute(ctx context.Context, args []string, s streams, open opener) int {
	a := &app{streams: s, open: open}
	root := newRootCmd(a)
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if err != nil && strings.HasPrefix(err.Error(), "unknown command") {
		err = usageError{err}
	}
	if m := message(err); m != "" {
		fmt.Fprintf(s.err, "entente: %s\n", m)
		if exitCode(err) == exitUsage {
			fmt.Fprintln(s.err, "entente: see 'entente help'")
		}
	}
	return exitCode(err)
}

func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "entente",
		Short: "Read news articles into a graph of who did what to whom, and ask it",
		Long: `Entente reads news articles and builds a graph of who did what to whom, where,
when and according to whom. Every answer comes with the sentence it rests on.

It works offline: the language model and all data are inside the program.`,
		Example: `  entente add --samples
  entente between Blinken Lavrov
  entente ask "Who met Lavrov in Antalya?"`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("unknown command %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			switch a.color {
			case "auto", "always", "never":
				return nil
			}
			return usageError{fmt.Errorf("--color is %q; it can be auto, always or never", a.color)}
		},
	}
	db := os.Getenv("ENTENTE_DB")
	if db == "" {
		db = "entente.db"
	}
	f := root.PersistentFlags()
	f.StringVar(&a.db, "db", db, "the graph: a folder, postgres://…, or memory: (default from $ENTENTE_DB)")
	f.BoolVar(&a.json, "json", false, "print JSON instead of text")
	f.StringVar(&a.color, "color", "auto", "colour the output: auto, always or never")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddGroup(
		&cobra.Group{ID: "read", Title: "Read articles:"},
		&cobra.Group{ID: "ask", Title: "Ask the graph:"},
		&cobra.Group{ID: "move", Title: "Move data:"},
		&cobra.Group{ID: "keep", Title: "Keep house:"})
	for group, list := range commands(a) {
		for _, cmd := range list {
			cmd.GroupID = group
			root.AddCommand(cmd)
		}
	}
	root.SetHelpCommandGroupID("keep")
	root.SetCompletionCommandGroupID("keep")
	return root
}

// commands lists the commands by the group in which help shows them.
func commands(a *app) map[string][]*cobra.Command {
	return map[string][]*cobra.Command{
		"read": {newAddCmd(a), newExtractCmd(a), newParseCmd(a), newCodeCmd(a)},
		"ask":  {newShowCmd(a), newBetweenCmd(a), newPathCmd(a), newTimelineCmd(a), newChangesCmd(a), newAskCmd(a), newQueryCmd(a)},
		"move": {newExportCmd(a), newImportCmd(a)},
		"keep": {newDemoCmd(a), newMergeCmd(a), newSplitCmd(a), newForgetCmd(a), newStatsCmd(a), newSchemaCmd(a)},
	}
}

// exactly, atLeast and atMost check the number of arguments; what they say
// names them.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("%s wants %s", cmd.CommandPath(), what)}
		}
		return nil
	}
}

func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError{fmt.Errorf("%s wants %s", cmd.CommandPath(), what)}
		}
		return nil
	}
}

func atMost(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return usageError{fmt.Errorf("%s wants %s", cmd.CommandPath(), what)}
		}
		return nil
	}
}
