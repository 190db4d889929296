package graph

import (
	"context"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// TestFailedWriteDoesNoHarm lets a transaction fail after Cayley has put new
// nodes into its caches. Without reopening, the quads written next would come
// out as others.
func TestFailedWriteDoesNoHarm(t *testing.T) {
	ctx := context.Background()
	s, err := openBolt(ctx, t.TempDir(), false, 1e9)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	q := func(a, b, c string) quad.Quad {
		return quad.Quad{Subject: quad.IRI("ent:" + a), Predicate: quad.IRI("rel:" + b), Object: quad.IRI("ent:" + c)}
	}
	tooLong := []change{{strings.Repeat("k", 40_000), []byte("x")}}
	if err := s.write(ctx, []quad.Quad{q("A", "visit", "B"), q("C", "visit", "D")}, nil, tooLong); err == nil {
		t.Fatal("the write did not fail")
	}
	want := []quad.Quad{q("E", "visit", "F"), q("G", "visit", "A"), q("C", "meet", "E")}
	if err := s.write(ctx, want, nil, []change{{"mx", []byte("1")}}); err != nil {
		t.Fatal(err)
	}
	var got []quad.Quad
	err = s.quads(ctx, func(qs cayley.QuadStore) error {
		return eachQuad(ctx, qs, qs.QuadsAllIterator().Iterate(), func(q quad.Quad) error {
			got = append(got, q)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	got, want = sortQuads(got), sortQuads(want)
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}
