package graph_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"entente/graph"
	"entente/schema"
)

// crashArticle is the n-th article of the tests that kill a writer.
func crashArticle(n int) *schema.Result {
	var steps [][3]string
	for j := range 5 {
		steps = append(steps, [3]string{fmt.Sprintf("Ann A%d", n%7), fmt.Sprintf("Bob B%d", (n*5+j)%31), "2024-01-01"})
	}
	return chainArticle(fmt.Sprintf("crash%d", n), schema.Consult, steps...)
}

// TestKilledWriter kills a process that adds articles, several times over one
// graph, and looks whether every article is there whole or not at all.
func TestKilledWriter(t *testing.T) {
	if dir := os.Getenv("ENTENTE_TEST_CRASH_DIR"); dir != "" {
		g := open(t, dir)
		for n := 0; ; n++ {
			addAll(t, g, crashArticle(n))
		}
	}
	if testing.Short() {
		t.Skip("kills processes, which takes some seconds")
	}
	self, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	dir := filepath.Join(t.TempDir(), "entente.db")
	most := 0
	for i := range 5 {
		cmd := exec.Command(self, "-test.run=^TestKilledWriter$")
		cmd.Env = append(os.Environ(), "ENTENTE_TEST_CRASH_DIR="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(60+i*130) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	g := open(t, dir)
	h := open(t, "memory:")
	st, err := g.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	most = st.Articles
	for n := range most {
		rep, err := g.Add(context.Background(), crashArticle(n))
		if err != nil || !rep.Unchanged() {
			t.Errorf("article %d of %d was not whole: %+v, %v", n, most, rep, err)
		}
		addAll(t, h, crashArticle(n))
	}
	if d := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); d != "" {
		t.Errorf("the graph differs from one that nobody killed:\n%s", d)
	}
	t.Logf("%d articles survived five kills", most)
}

// TestTwoMakers lets several goroutines make the same graph at once: one has
// it, the others find it locked, and it is whole.
func TestTwoMakers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "entente.db")
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g, err := graph.Open(context.Background(), dir, graph.Options{LockTimeout: 20 * time.Second})
			if err != nil {
				if !errors.Is(err, graph.ErrLocked) {
					t.Error(err)
				}
				return
			}
			defer g.Close()
			if _, err := g.Add(context.Background(), kyivArticle()); err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v, %v", entries, err)
	}
	g := open(t, dir)
	if rep, err := g.Add(context.Background(), kyivArticle()); err != nil || !rep.Unchanged() {
		t.Errorf("%+v, %v", rep, err)
	}
}
