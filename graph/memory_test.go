package graph_test

import (
	"context"
	"errors"
	"testing"

	"entente/graph"
)

// TestMemory opens one graph in memory several times, as commands do that run
// one after another.
func TestMemory(t *testing.T) {
	ctx := context.Background()
	m := graph.NewMemory()
	for i, r := range story() {
		g := m.Open(graph.Options{})
		addAll(t, g, r)
		c, err := g.Changes(ctx, nil, 0, graph.Filter{}, 0)
		if err != nil || c.Addition != i+1 || len(c.Articles) != 1 {
			t.Errorf("opening %d: addition %d with %d articles, %v", i, c.Addition, len(c.Articles), err)
		}
		if err := g.Close(); err != nil {
			t.Error(err)
		}
		if _, err := g.Stats(ctx); !errors.Is(err, graph.ErrClosed) {
			t.Errorf("asking a closed graph: %v", err)
		}
	}
	ro := m.Open(graph.Options{ReadOnly: true})
	defer ro.Close()
	if _, err := ro.Add(ctx, delhiArticle()); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("writing: %v", err)
	}
	whole := open(t, "memory:")
	addAll(t, whole, story()...)
	if s := diff(export(t, ro, graph.ExportOptions{}), export(t, whole, graph.ExportOptions{})); s != "" {
		t.Error(s)
	}
}
