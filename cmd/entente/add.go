package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"entente/extract"
	"entente/graph"
)

type addOptions struct {
	*app
	articleOptions
	workers int
	quiet   bool
}

func newAddCmd(a *app) *cobra.Command {
	o := addOptions{app: a}
	cmd := &cobra.Command{
		Use:   "add [FILE|DIR|-]…",
		Short: "Read articles into the graph",
		Long: `Add reads articles and writes what they state into the graph. A folder is read
with everything below it (.txt, .jsonl, .ndjson, .html, .htm); standard input is
read when nothing is given, or for "-". An input that cannot be read is reported
and the rest goes on; the exit code is 3 then.

An article is written whole or not at all, and adding it again changes nothing,
so a run that was interrupted can simply be started again.`,
		Example: `  entente add --samples
  echo "Putin received Macron in Moscow on Monday." | entente add --date 2022-02-08`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.paths = args
			return runAdd(cmd.Context(), o)
		},
	}
	o.flags(cmd)
	cmd.Flags().IntVar(&o.workers, "workers", runtime.GOMAXPROCS(0), "number of articles to read at the same time")
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "print the summary only")
	return cmd
}

// addLine is what add prints of one article with --json.
type addLine struct {
	Path   string `json:"path,omitempty"`
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"`
	Status string `json:"status"` // added, replaced, unchanged, forgotten or failed
	Reason string `json:"reason,omitempty"`
	*graph.AddReport
}

// tally counts what became of the articles.
type tally struct {
	added, replaced, unchanged, forgotten, failed int
	events, standings, entities, quads            int
}

func runAdd(ctx context.Context, o addOptions) error {
	if o.workers < 1 {
		return usageError{fmt.Errorf("--workers is %d; it must be 1 or more", o.workers)}
	}
	inputs, err := o.inputs(ctx, o.streams)
	if err != nil {
		return err
	}
	pipeline, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	g, err := o.open(ctx, o.db, graph.Options{})
	if err != nil {
		return err
	}
	var t tally
	progress := progress{w: o.err, on: o.errTerminal && !o.json}
	err = extractAll(ctx, pipeline, inputs, o.workers, func(x extraction) error {
		line := addLine{Path: x.path}
		if x.err == nil {
			line.Title, line.Date = x.result.Article.Title, x.result.Article.Date.Start
			r, err := g.Add(ctx, x.result)
			if err != nil {
				if ctx.Err() != nil || errors.Is(err, graph.ErrDiskFull) || errors.Is(err, graph.ErrClosed) {
					return err
				}
				x.err = err
			} else {
				line.AddReport = &r
			}
		}
		line.Status, line.Reason = t.count(line.AddReport, x.err)
		progress.clear()
		if err := o.printAdded(line, x.err); err != nil {
			return err
		}
		progress.show(t, x.path)
		return nil
	})
	progress.clear()
	if closing := g.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	if !o.json {
		if err := o.printTally(t); err != nil {
			return err
		}
	}
	if t.failed > 0 {
		return errReported
	}
	return nil
}

// count adds one article to the tally and says what became of it, and why
// where that is not plain.
func (t *tally) count(r *graph.AddReport, err error) (status, reason string) {
	if err != nil {
		t.failed++
		return "failed", err.Error()
	}
	t.quads += r.Quads
	switch {
	case r.Forgotten:
		t.forgotten++
		return "forgotten", "it was taken out with 'entente forget' before"
	case r.Unchanged():
		t.unchanged++
		return "unchanged", "the graph has it already"
	case r.Replaced:
		t.replaced++
		status = "replaced"
	default:
		t.added++
		status = "added"
	}
	t.events += r.Events
	t.standings += r.Standings
	t.entities += r.NewEntities
	return status, ""
}

func (o *addOptions) printAdded(l addLine, failure error) error {
	if failure != nil {
		fmt.Fprintf(o.err, "entente: %v\n", failure)
	}
	if o.json {
		enc := json.NewEncoder(o.out)
		enc.SetEscapeHTML(false)
		return enc.Encode(l)
	}
	if o.quiet || failure != nil {
		return nil
	}
	s := o.style()
	date := l.Date
	if date == "" {
		date = "no date"
	}
	name := l.Title
	if name == "" {
		name = l.Path
	}
	if l.Status == "added" || l.Status == "replaced" {
		_, err := fmt.Fprintf(o.out, "%s  %s\n            %s\n", s.dim(fmt.Sprintf("%-10s", date)), s.bold(clip(name, 90)),
			s.dim(fmt.Sprintf("%s, %s, %s", plural(l.Events, "event"), plural(l.Standings, "standing relation"), plural(l.NewEntities, "new entity"))))
		return err
	}
	_, err := fmt.Fprintf(o.out, "%s  %s\n            %s\n", s.dim(fmt.Sprintf("%-10s", date)), clip(name, 90), s.dim(l.Status+": "+l.Reason))
	return err
}

func (o *addOptions) printTally(t tally) error {
	w := tabwriter.NewWriter(o.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w)
	for _, row := range []struct {
		n    int
		what string
	}{{t.added, "articles added"}, {t.replaced, "articles replaced"}, {t.unchanged, "articles unchanged"},
		{t.forgotten, "articles left out"}, {t.failed, "inputs failed"}, {t.events, "events"}, {t.standings, "standing relations"},
		{t.entities, "new entities"}, {t.quads, "new quads"}} {
		if row.n > 0 || row.what == "articles added" {
			fmt.Fprintf(w, "%d\t  %s\n", row.n, row.what)
		}
	}
	return w.Flush()
}
