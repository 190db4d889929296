package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
)

func newDemoCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Read the sample articles into a graph of its own and ask it a few things",
		Long: `Demo shows the main job from end to end: it reads the sample articles that the
program carries into a graph in a temporary folder, and runs a few commands on
it, each printed before its answer. Nothing of it is left behind.`,
		Example: `  entente demo`,
		Args:    exactly(0, "no arguments"),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), a) },
	}
}

// demoLines are the command lines of the demonstration.
func demoLines() [][]string {
	return [][]string{
		{"add", "--samples"},
		{"between", "Blinken", "Lavrov"},
		{"show", "Guterres", "--limit", "3"},
		{"path", "Zarif", "Zelensky", "--count", "1"},
		{"timeline", "Wang Yi", "Blinken", "--since", "2023", "--limit", "4"},
		{"ask", "Who met Lavrov in Antalya?"},
		{"query", `g.V("<ent:Antony_Blinken>").Out("<rel:meet>").All()`},
		{"export", "--links", "--short"},
	}
}

func runDemo(ctx context.Context, a *app) error {
	dir, err := os.MkdirTemp("", "entente-demo-")
	if err != nil {
		return fmt.Errorf("making a folder for the demonstration: %w", err)
	}
	defer os.RemoveAll(dir)
	s := a.style()
	for _, line := range demoLines() {
		if err := ctx.Err(); err != nil {
			return err
		}
		shown := make([]string, len(line))
		for i, w := range line {
			shown[i] = w
			if strings.ContainsAny(w, " \"<>()?") {
				shown[i] = "'" + w + "'"
			}
		}
		fmt.Fprintf(a.out, "%s\n", s.bold("$ entente "+strings.Join(shown, " ")))
		code := execute(ctx, append([]string{"--db", filepath.Join(dir, "demo.db"), "--color", a.color}, line...), a.streams, a.open)
		if code == exitUsage || code == exitFailed {
			return errReported
		}
		fmt.Fprintln(a.out)
	}
	return nil
}
