package graph_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"

	bolt "go.etcd.io/bbolt"
)

// filled makes a graph on disk and returns its folder.
func filled(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "entente.db")
	g, err := graph.Open(context.Background(), dir, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	addAll(t, g, story()...)
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestOpenErrors(t *testing.T) {
	ctx := context.Background()
	file := func(dir string) string { return filepath.Join(dir, "graph.bolt") }
	for name, c := range map[string]struct {
		prepare func(t *testing.T) (dsn string, opts graph.Options)
		want    error
	}{
		"locked": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			open(t, dir)
			return dir, graph.Options{LockTimeout: 50 * time.Millisecond}
		}, graph.ErrLocked},
		"locked for readers": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			open(t, dir)
			return dir, graph.Options{LockTimeout: 50 * time.Millisecond, ReadOnly: true}
		}, graph.ErrLocked},
		"empty file": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			if err := os.Truncate(file(dir), 0); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrDamaged},
		"half a file": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			if err := os.Truncate(file(dir), 64<<10); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrDamaged},
		"few bytes": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			if err := os.Truncate(file(dir), 5000); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrDamaged},
		"garbage": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			data, _ := os.ReadFile(file(dir))
			for i := 8192; i < len(data); i++ {
				data[i] = byte(i * 7)
			}
			if err := os.WriteFile(file(dir), data, 0o644); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrDamaged},
		"another program's file": {func(t *testing.T) (string, graph.Options) {
			dir := t.TempDir()
			if err := os.WriteFile(file(dir), []byte(strings.Repeat("no graph at all ", 9000)), 0o644); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrNotStore},
		"another program's bolt": {func(t *testing.T) (string, graph.Options) {
			dir := t.TempDir()
			db, err := bolt.Open(file(dir), 0o644, nil)
			if err != nil {
				t.Fatal(err)
			}
			db.Close()
			return dir, graph.Options{}
		}, graph.ErrNotStore},
		"a file": {func(t *testing.T) (string, graph.Options) {
			f := filepath.Join(t.TempDir(), "notes.txt")
			if err := os.WriteFile(f, []byte("x"), 0o644); err != nil {
				t.Fatal(err)
			}
			return f, graph.Options{}
		}, graph.ErrNotStore},
		"a folder of other things": {func(t *testing.T) (string, graph.Options) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("x"), 0o644); err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrNotStore},
		"absent, for reading": {func(t *testing.T) (string, graph.Options) {
			return filepath.Join(t.TempDir(), "none.db"), graph.Options{ReadOnly: true}
		}, graph.ErrNoGraph},
		"newer": {func(t *testing.T) (string, graph.Options) {
			dir := filled(t)
			db, err := bolt.Open(file(dir), 0o644, nil)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			err = db.Update(func(tx *bolt.Tx) error {
				return tx.Bucket([]byte("entente")).Put([]byte("mformat"), []byte("99"))
			})
			if err != nil {
				t.Fatal(err)
			}
			return dir, graph.Options{}
		}, graph.ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			dsn, opts := c.prepare(t)
			g, err := graph.Open(ctx, dsn, opts)
			if err == nil {
				// Damage may lie where opening does not look; then reading must
				// say so.
				var b strings.Builder
				err = g.Export(ctx, &b, graph.ExportOptions{})
				g.Close()
			}
			if !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if s := err.Error(); strings.Contains(s, "goroutine") || strings.Contains(s, "\n") {
				t.Errorf("not a message for people: %s", s)
			}
		})
	}
}

func TestSeveralReaders(t *testing.T) {
	dir := filled(t)
	for i := 0; i < 3; i++ {
		g, err := graph.Open(context.Background(), dir, graph.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer g.Close()
		if d, err := g.Between(context.Background(), "Blinken", "Sergei Lavrov", graph.Filter{}, graph.Page{}); err != nil || len(d.Facts) != 2 {
			t.Errorf("reader %d: %v", i, err)
		}
		if _, err := g.Add(context.Background(), kyivArticle()); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("reader %d could write: %v", i, err)
		}
		if _, err := g.Query(context.Background(), "gizmo", `g.V("<ent:Antony_Blinken>").Out("<rel:meet>").All()`, 0); err != nil {
			t.Errorf("reader %d: %v", i, err)
		}
	}
}

func TestInvalidIsRefusedWhole(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, delhiArticle())
		before := export(t, g, graph.ExportOptions{})
		for name, spoil := range map[string]func(r *schema.Result){
			"text":     func(r *schema.Result) { r.Events[1].Sentence = "bad \xff" },
			"name":     func(r *schema.Result) { r.Entities[0].Name = "\xc3\x28" },
			"iri":      func(r *schema.Result) { r.Entities[0].ID = "ent:a b" },
			"no colon": func(r *schema.Result) { r.Events[0].Subject.ID = "nothing" },
			"same":     func(r *schema.Result) { r.Entities[0].Same = "Q30> <x" },
		} {
			r := genevaArticle()
			spoil(r)
			if _, err := g.Add(ctx, r); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if s := diff(export(t, g, graph.ExportOptions{}), before); s != "" {
			t.Errorf("something of it was written:\n%s", s)
		}
		addAll(t, g, story()...)
		h := open(t, "memory:")
		addAll(t, h, story()...)
		if s := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); s != "" {
			t.Errorf("after the refusals:\n%s", s)
		}
	})
}

func TestReadersBesideWriter(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, story()...)
		stop := make(chan struct{})
		var wg sync.WaitGroup
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for {
					select {
					case <-stop:
						return
					default:
					}
					d, err := g.Between(ctx, "Blinken", "Sergei Lavrov", graph.Filter{}, graph.Page{})
					if err != nil || len(d.Facts) < 2 {
						t.Errorf("reading: %v", err)
						return
					}
					if _, err := g.Query(ctx, "gizmo", `g.V("<ent:Antony_Blinken>").Out("<rel:meet>").All()`, 0); err != nil {
						t.Errorf("querying: %v", err)
						return
					}
				}
			}()
		}
		for i := range 40 {
			addAll(t, g, chainArticle(fmt.Sprintf("n%d", i), schema.Consult, [3]string{"Antony Blinken", fmt.Sprintf("Person N%d", i), "2024-01-01"}))
		}
		close(stop)
		wg.Wait()
	})
}

func TestContext(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := g.Show(ctx, "Blinken", graph.Filter{}, graph.Page{}); !errors.Is(err, context.Canceled) {
			t.Errorf("show: %v", err)
		}
		if err := g.Export(ctx, new(strings.Builder), graph.ExportOptions{}); !errors.Is(err, context.Canceled) {
			t.Errorf("export: %v", err)
		}
		if _, err := g.Add(ctx, chainArticle("x", schema.Consult, [3]string{"A B", "C D", ""})); !errors.Is(err, context.Canceled) {
			t.Errorf("add: %v", err)
		}
		ctx, cancel = context.WithTimeout(context.Background(), 100*time.Millisecond)
		defer cancel()
		if _, err := g.Query(ctx, "gizmo", `while(true) {}`, 0); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("endless query: %v", err)
		}
		if _, err := g.Query(context.Background(), "gizmo", `this is no program`, 0); err == nil {
			t.Error("nonsense is accepted")
		}
		if r, err := g.Query(context.Background(), "graphql", `{ nodes(id: <ent:Antony_Blinken>) { id, <rel:meet> { id } } }`, 0); err != nil || len(r.Rows) == 0 {
			t.Errorf("graphql: %v %v", r, err)
		}
		if r, err := g.Query(context.Background(), "gizmo", `g.V().All()`, 3); err != nil || len(r.Rows) != 3 || !r.More {
			t.Errorf("limit: %v %v", r, err)
		}
	})
}

func TestClosed(t *testing.T) {
	g, err := graph.Open(context.Background(), filepath.Join(t.TempDir(), "e.db"), graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g.Close()
	if _, err := g.Stats(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("stats: %v", err)
	}
	if _, err := g.Add(context.Background(), kyivArticle()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("add: %v", err)
	}
}

// TestFullDisk fills a small disk, frees some space and goes on. It runs where
// ENTENTE_TEST_SMALL_DISK names a folder on a disk of a few megabytes.
func TestFullDisk(t *testing.T) {
	dir := os.Getenv("ENTENTE_TEST_SMALL_DISK")
	if dir == "" {
		t.Skip("no small disk: set ENTENTE_TEST_SMALL_DISK to a folder on one (mount -t tmpfs -o size=3m …)")
	}
	ctx := context.Background()
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	g := open(t, filepath.Join(dir, "entente.db"))
	h := open(t, "memory:")
	article := func(i int) *schema.Result {
		r := chainArticle(fmt.Sprintf("n%d", i), schema.Consult, [3]string{"Antony Blinken", fmt.Sprintf("Person N%d", i), "2024-01-01"})
		r.Events[0].Content = strings.Repeat("much text ", 2000)
		return r
	}
	full, again := 0, 0
	for i := range 200 {
		_, err := g.Add(ctx, article(i))
		if errors.Is(err, graph.ErrDiskFull) {
			if again++; again > 2 {
				break
			}
			full++
			if err := os.Remove(ballast); err != nil {
				break
			}
			_, err = g.Add(ctx, article(i))
		}
		if err != nil {
			t.Logf("article %d: %v", i, err)
			break
		}
		addAll(t, h, article(i))
	}
	if full == 0 {
		t.Fatal("the disk did not fill")
	}
	if s := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); s != "" {
		t.Errorf("after the disk was full: %.500s", s)
	}
}
