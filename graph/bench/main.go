// Command bench measures questions on a large graph beside SQLite.
package main

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"entente/cmd/entente/answer"
	"entente/graph"
	"entente/schema"
)

func main() {
	quads := flag.Int("quads", 1_000_000, "size of the graph")
	dir := flag.String("dir", "", "folder to keep the graph in")
	rounds := flag.Int("rounds", 15, "different questions of each kind")
	program := flag.String("program", "", "an entente whose commands are timed too, each a whole process")
	flag.Parse()
	log.SetFlags(0)
	if err := run(context.Background(), *quads, *dir, *rounds, *program); err != nil {
		log.Fatal("bench: ", err)
	}
}

func run(ctx context.Context, quads int, dir string, rounds int, program string) error {
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "bench"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	gen := newGenerator()
	path := filepath.Join(dir, "entente.db")
	if err := load(ctx, gen, path, quads); err != nil {
		return err
	}
	start := time.Now()
	g, err := graph.Open(ctx, path, graph.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer g.Close()
	opened := time.Since(start)
	st, err := g.Stats(ctx)
	if err != nil {
		return err
	}
	db, err := loadSQLite(ctx, g, filepath.Join(dir, "quads.sqlite"))
	if err != nil {
		return err
	}
	defer db.Close()
	size := func(p string) int64 {
		info, err := os.Stat(p)
		if err != nil {
			return 0
		}
		return info.Size() >> 20
	}
	fmt.Printf("%d quads, %d articles, %d entities, %d events; opened in %.1f ms; files: %d MiB, SQLite %d MiB\n\n", st.Quads, st.Articles,
		st.Entities, st.Events, ms(opened), size(filepath.Join(path, "graph.bolt")), size(filepath.Join(dir, "quads.sqlite")))
	if err := ask(ctx, gen, g, db, rounds); err != nil || program == "" {
		return err
	}
	return processes(ctx, gen, program, path, rounds)
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func load(ctx context.Context, gen *generator, path string, quads int) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	g, err := graph.Open(ctx, path, graph.Options{})
	if err != nil {
		return err
	}
	defer g.Close()
	start, n := time.Now(), 0
	for n < quads {
		var batch []*schema.Result
		for range 10 {
			batch = append(batch, gen.article())
		}
		for _, r := range batch {
			rep, err := g.Add(ctx, r)
			if err != nil {
				return err
			}
			n += rep.Quads
		}
		if gen.n%200 == 0 {
			fmt.Fprintf(os.Stderr, "\r%d quads, %.0f s ", n, time.Since(start).Seconds())
		}
	}
	fmt.Fprintf(os.Stderr, "\nloaded %d quads of %d articles in %.1f s\n", n, gen.n, time.Since(start).Seconds())
	return nil
}

// The questions are about the busiest entities, which are the first, and every
// third about a rare one.
func (g *generator) who(i int) schema.Entity {
	if i%3 == 2 {
		return g.entities[100+i*97]
	}
	return g.entities[i]
}

// other is another busy entity, far one that may be rare.
func (g *generator) other(i int) schema.Entity { return g.entities[(i*7+3)%60] }

func (g *generator) far(i int) schema.Entity { return g.entities[(i*4001+977)%entityCount] }

// question is asked of both stores; both return how many things they found.
type question struct {
	name   string
	entent func(i int) (int, error)
	sqlite func(i int) (int, error)
}

func ask(ctx context.Context, gen *generator, g *graph.Graph, db *sql.DB, rounds int) error {
	who, other, far := gen.who, gen.other, gen.far
	engine, err := answer.New()
	if err != nil {
		return err
	}
	// asking puts a question in English, as the command ask does, with the
	// names of one or two entities.
	asking := func(form string, a, b func(int) schema.Entity) func(int) (int, error) {
		return func(i int) (int, error) {
			names := []any{a(i).Name}
			if b != nil {
				names = append(names, b(i).Name)
			}
			got, err := engine.Ask(ctx, g, fmt.Sprintf(form, names...), "2024-01-01", graph.Filter{})
			if err != nil {
				return 0, err
			}
			return len(got.Answers), nil
		}
	}
	q := sqlQuestions{ctx, db}
	questions := []question{
		{"show, first page", func(i int) (int, error) {
			a, err := g.Show(ctx, who(i).ID, graph.Filter{}, graph.Page{})
			if err != nil {
				return 0, err
			}
			return len(a.Events), nil
		}, func(i int) (int, error) { return q.show(who(i).ID) }},
		{"show, one code since 2015", func(i int) (int, error) {
			a, err := g.Show(ctx, who(i).ID, graph.Filter{Codes: []schema.Code{schema.Sanction}, Since: "2015"}, graph.Page{})
			if err != nil {
				return 0, err
			}
			return len(a.Events), nil
		}, func(i int) (int, error) { return q.showCode(who(i).ID, "plover:SANCTION", "2015") }},
		{"between", func(i int) (int, error) {
			d, err := g.Between(ctx, who(i).ID, other(i).ID, graph.Filter{}, graph.Page{Limit: 50})
			if err != nil {
				return 0, err
			}
			return len(d.Facts), nil
		}, func(i int) (int, error) { return q.between(who(i).ID, other(i).ID) }},
		{"path up to 4", func(i int) (int, error) {
			p, err := g.Path(ctx, who(i).ID, far(i).ID, graph.PathOptions{MaxLength: 4, Alternatives: 1})
			return len(p), err
		}, func(i int) (int, error) { return q.path(who(i).ID, far(i).ID, 4) }},
		{"chart by month", func(i int) (int, error) {
			c, err := g.Chart(ctx, []string{who(i).ID}, graph.ByMonth, graph.Filter{})
			if err != nil {
				return 0, err
			}
			return len(c.Points), nil
		}, func(i int) (int, error) { return q.timeline(who(i).ID) }},
		{"timeline, first page", func(i int) (int, error) {
			t, err := g.Timeline(ctx, []string{who(i).ID}, graph.ByMonth, graph.Filter{}, graph.Page{})
			if err != nil {
				return 0, err
			}
			return len(t.Periods), nil
		}, func(i int) (int, error) { return q.show(who(i).ID) }},
		{"ask: who met X?", asking("Who met %s?", who, nil), func(i int) (int, error) { return q.who(who(i).ID, "rel:meet") }},
		{"ask: when did X and Y last meet?", asking("When did %s and %s last meet?", who, other),
			func(i int) (int, error) { return q.lastTime(who(i).ID, other(i).ID, "plover:CONSULT") }},
		{"ask: did X accuse Y?", asking("Did %s accuse %s?", who, other),
			func(i int) (int, error) { return q.lastTime(who(i).ID, other(i).ID, "plover:ACCUSE") }},
		{"ask: whom did X sanction since 2015?", asking("Whom did %s impose sanctions on since 2015?", who, nil),
			func(i int) (int, error) { return q.showCode(who(i).ID, "plover:SANCTION", "2015") }},
		{"ask: how are X and Y connected?", asking("How are %s and %s connected?", who, far),
			func(i int) (int, error) { return q.path(who(i).ID, far(i).ID, 4) }},
		{"name, misspelt", func(i int) (int, error) {
			_, err := g.Find(ctx, who(i).Name+"x")
			if err == nil {
				return 1, nil
			}
			return 0, nil
		}, nil},
	}
	fmt.Printf("%-38s %5s %9s %9s %9s   %9s %9s   %s\n", "milliseconds", "found", "median", "p90", "worst", "SQLite", "worst", "ratio")
	for _, qu := range questions {
		ours, found, err := measure(rounds, qu.entent)
		if err != nil {
			return fmt.Errorf("%s: %w", qu.name, err)
		}
		line := fmt.Sprintf("%-38s %4d%% %9.2f %9.2f %9.2f", qu.name, found*100/rounds, ms(ours[len(ours)/2]), ms(ours[len(ours)*9/10]), ms(ours[len(ours)-1]))
		if qu.sqlite != nil {
			theirs, _, err := measure(rounds, qu.sqlite)
			if err != nil {
				return fmt.Errorf("%s in SQLite: %w", qu.name, err)
			}
			line += fmt.Sprintf("   %9.2f %9.2f   %.2f", ms(theirs[len(theirs)/2]), ms(theirs[len(theirs)-1]),
				float64(ours[len(ours)/2])/float64(theirs[len(theirs)/2]))
		}
		fmt.Println(line)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("\nGo memory in use: %d MiB of %d MiB taken from the system\n", m.HeapInuse>>20, m.Sys>>20)
	return nil
}

// measure asks a question in all its forms; it returns the times, sorted, and
// how many of the questions found something.
func measure(rounds int, f func(int) (int, error)) (times []time.Duration, found int, err error) {
	for i := range rounds {
		start := time.Now()
		n, err := f(i)
		var unknown *graph.NameError
		if err != nil && !errors.As(err, &unknown) { // a small graph lacks some of the rare
			return nil, 0, err
		}
		times = append(times, time.Since(start))
		if n > 0 {
			found++
		}
	}
	slices.Sort(times)
	return times, found, nil
}
