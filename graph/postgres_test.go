package graph_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

// TestWritersOfSeveralProcesses lets handles that know nothing of each other
// add overlapping articles at once.
func TestWritersOfSeveralProcesses(t *testing.T) {
	dsn := graphtest.PostgresSchema(t)
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g, err := graph.Open(context.Background(), dsn, graph.Options{})
			if err != nil {
				t.Error(err)
				return
			}
			defer g.Close()
			for i := range 8 {
				n := (i + w) % 8
				r := chainArticle(fmt.Sprintf("n%d", n), schema.Consult, [3]string{"Antony Blinken", fmt.Sprintf("Person N%d", n), "2024-01-01"})
				if _, err := g.Add(context.Background(), r); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	h := open(t, "memory:")
	for n := range 8 {
		addAll(t, h, chainArticle(fmt.Sprintf("n%d", n), schema.Consult, [3]string{"Antony Blinken", fmt.Sprintf("Person N%d", n), "2024-01-01"}))
	}
	g := open(t, dsn)
	if s := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); s != "" {
		t.Error(s)
	}
	if a, b := stats(t, g), stats(t, h); a != b {
		t.Errorf("stats %s, want %s", a, b)
	}
}

func TestPostgresErrors(t *testing.T) {
	ctx := context.Background()
	if _, err := graph.Open(ctx, "postgres://nobody@127.0.0.1:1/none?sslmode=disable&connect_timeout=2", graph.Options{}); err == nil ||
		!strings.Contains(err.Error(), "is the server running") {
		t.Errorf("no server: %v", err)
	}
	dsn := graphtest.PostgresSchema(t)
	if _, err := graph.Open(ctx, dsn, graph.Options{ReadOnly: true}); !errors.Is(err, graph.ErrNoGraph) {
		t.Errorf("reading nothing: %v", err)
	}
	g := open(t, dsn)
	odd := delhiArticle()
	odd.Events[0].Content = "a NUL \x00 and the four characters \\x00"
	addAll(t, g, odd)
	h := open(t, "memory:")
	addAll(t, h, odd)
	if s := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); s != "" {
		t.Error(s)
	}
	ro, err := graph.Open(ctx, dsn, graph.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer ro.Close()
	if _, err := ro.Add(ctx, kyivArticle()); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
}
