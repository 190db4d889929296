package graph_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

var update = flag.Bool("update", false, "rewrite the expected answers of testdata/*.script")

// TestScripts runs testdata/*.script on every store. A script is a list of
// commands, each followed by the answer that is expected; blank lines divide
// them, and lines with # are remarks. go test -run Scripts -update writes the
// answers of the memory store into the scripts.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.script")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".script"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			written := false
			graphtest.EachStore(t, func(t *testing.T, dsn string) {
				var out strings.Builder
				s := script{ctx: context.Background(), g: open(t, dsn)}
				for i, part := range strings.Split(strings.TrimRight(string(data), "\n"), "\n\n") {
					lines := strings.Split(part, "\n")
					n := 0
					for n < len(lines) && strings.HasPrefix(lines[n], "#") {
						n++
					}
					if i > 0 {
						out.WriteString("\n")
					}
					if n == len(lines) {
						out.WriteString(part + "\n")
						continue
					}
					got := s.run(lines[n])
					out.WriteString(strings.Join(lines[:n+1], "\n") + "\n" + got)
					if want := strings.TrimSuffix(strings.Join(lines[n+1:], "\n")+"\n", "\n\n"); !*update && got != strings.TrimPrefix(want, "\n") {
						t.Errorf("%s\ngot\n%swant\n%s", lines[n], got, want)
					}
				}
				if *update && !written {
					written = true
					if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
						t.Fatal(err)
					}
				}
			})
		})
	}
}

type script struct {
	ctx  context.Context
	g    *graph.Graph
	last graph.Decision
}

// run runs one command: its name, names in double quotes or single words, and
// filters of the form key=value.
func (s *script) run(line string) string {
	var args []string
	f := graph.Filter{}
	opts := map[string]string{}
	for _, a := range fields(line)[1:] {
		k, v, ok := strings.Cut(a, "=")
		if !ok {
			args = append(args, a)
			continue
		}
		opts[k] = v
		switch k {
		case "code":
			f.Codes = append(f.Codes, schema.Code(v))
		case "mode":
			f.Modes = append(f.Modes, schema.Mode(v))
		case "since":
			f.Since = v
		case "until":
			f.Until = v
		case "place":
			f.Place = v
		case "source":
			f.Source = v
		case "asof":
			f.AsOf = v
		}
	}
	out, err := s.command(fields(line)[0], args, f, opts)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	return out
}

func fields(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
		} else {
			out = append(out, strings.Fields(part)...)
		}
	}
	return out
}

func (s *script) command(name string, args []string, f graph.Filter, opts map[string]string) (string, error) {
	var b strings.Builder
	switch name {
	case "load":
		articles := map[string]func() *schema.Result{"delhi": delhiArticle, "geneva": genevaArticle, "kyiv": kyivArticle}
		for _, a := range args {
			rep, err := s.g.Add(s.ctx, articles[a]())
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&b, "%s added=%v replaced=%v forgotten=%v new=%d\n", rep.Article, rep.Added, rep.Replaced, rep.Forgotten, rep.NewFacts)
		}
	case "import":
		rep, err := s.g.Import(s.ctx, strings.NewReader(strings.ReplaceAll(strings.Join(args, " "), "'", `"`)), "script")
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "quads=%d links=%d refused=%d\n", rep.Quads, rep.Links, rep.Refused)
	case "find":
		e, err := s.g.Find(s.ctx, args[0])
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s (%s), %d events, also %s\n", e.Name, e.Type, e.Events, strings.Join(e.Aliases, "; "))
		for _, m := range e.Merged {
			fmt.Fprintf(&b, "= %s: %s\n", m.ID, m.Reason)
		}
	case "show":
		a, err := s.g.Show(s.ctx, args[0], f, graph.Page{})
		if err != nil {
			return "", err
		}
		b.WriteString(brief(a.Standings) + brief(a.Events))
	case "between", "countries":
		between := s.g.Between
		if name == "countries" {
			between = s.g.BetweenCountries
		}
		d, err := between(s.ctx, args[0], args[1], f, graph.Page{})
		if err != nil {
			return "", err
		}
		b.WriteString(brief(d.Facts))
	case "sentences":
		d, err := s.g.Between(s.ctx, args[0], args[1], f, graph.Page{})
		if err != nil {
			return "", err
		}
		for _, x := range d.Facts {
			for _, r := range x.Reports {
				fmt.Fprintf(&b, "%s, %s, %s: %s\n", r.Article.Source, r.Article.Date, x.Relation, r.Sentence)
			}
		}
	case "path":
		cs, err := s.g.Path(s.ctx, args[0], args[1], graph.PathOptions{Filter: f, Alternatives: 2})
		if err != nil {
			return "", err
		}
		for _, c := range cs {
			b.WriteString(chain(c) + "\n")
		}
	case "timeline":
		tl, err := s.g.Timeline(s.ctx, args, graph.Grain(opts["by"]), f, graph.Page{})
		if err != nil {
			return "", err
		}
		for _, p := range tl.Periods {
			fmt.Fprintf(&b, "%s\n%s", cmp.Or(p.Period, "undated"), brief(p.Facts))
		}
	case "chart":
		c, err := s.g.Chart(s.ctx, args, graph.Grain(opts["by"]), f)
		if err != nil {
			return "", err
		}
		for _, p := range c.Points {
			fmt.Fprintf(&b, "%s +%g -%g\n", p.Period, p.Cooperation, p.Conflict)
		}
	case "changes":
		c, err := s.g.Changes(s.ctx, args, 0, f, 0)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "new\n%sconfirmed\n%s", brief(c.New), brief(c.Confirmed))
	case "duplicates":
		list, err := s.g.Duplicates(s.ctx, strings.Join(args, " "), 0)
		if err != nil {
			return "", err
		}
		for _, d := range list {
			fmt.Fprintf(&b, "%s = %s? %s\n", d.A.Name, d.B.Name, d.Reason)
		}
	case "merge", "split", "forget":
		var err error
		switch name {
		case "merge":
			s.last, err = s.g.Merge(s.ctx, args[0], args[1], opts["why"])
		case "split":
			s.last, err = s.g.Split(s.ctx, args[0], args[1], opts["why"])
		case "forget":
			s.last, err = s.g.Forget(s.ctx, args[0], opts["why"])
		}
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%s %s %s\n", s.last.What, s.last.A, s.last.B)
	case "undo":
		if err := s.g.Undo(s.ctx, s.last); err != nil {
			return "", err
		}
	case "links":
		var out strings.Builder
		if err := s.g.Export(s.ctx, &out, graph.ExportOptions{Links: true, Short: true}); err != nil {
			return "", err
		}
		b.WriteString(out.String())
	case "gizmo":
		rows, err := s.g.Query(s.ctx, "gizmo", strings.ReplaceAll(strings.Join(args, " "), "'", `"`), 0)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "%v\n", rows.Rows)
	case "stats":
		st, err := s.g.Stats(s.ctx)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "articles %d, entities %d, events %d, standings %d, quads %d\n", st.Articles, st.Entities, st.Events, st.Standings, st.Quads)
	default:
		return "", fmt.Errorf("there is no command %q", name)
	}
	return b.String(), nil
}
