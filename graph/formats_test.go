package graph_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/nquads"

	"github.com/piprate/json-gold/ld"
)

// TestJSONLD lets another reader turn the JSON-LD back into N-Quads, which
// must be those of the export.
func TestJSONLD(t *testing.T) {
	g := open(t, "memory:")
	addAll(t, g, story()...)
	var b strings.Builder
	if err := g.ExportJSONLD(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	var doc any
	if err := json.Unmarshal([]byte(b.String()), &doc); err != nil {
		t.Fatal(err)
	}
	opts := ld.NewJsonLdOptions("")
	opts.Format = "application/n-quads"
	back, err := ld.NewJsonLdProcessor().ToRDF(doc, opts)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff(sameForm(t, back.(string)), sameForm(t, export(t, g, graph.ExportOptions{}))); d != "" {
		t.Error(d)
	}
	var empty strings.Builder
	if err := open(t, "memory:").ExportJSONLD(context.Background(), &empty); err != nil || empty.String() != "[]\n" {
		t.Errorf("empty: %q, %v", empty.String(), err)
	}
}

// sameForm writes N-Quads in our way.
func sameForm(t *testing.T, text string) string {
	t.Helper()
	r := nquads.NewReader(strings.NewReader(text))
	var out []byte
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			return string(out)
		}
		if err == nil {
			out, err = nquads.AppendQuad(out, q)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestExportEdges(t *testing.T) {
	g := open(t, "memory:")
	addAll(t, g, story()...)
	out := map[string]string{}
	for _, f := range graph.Formats {
		var b strings.Builder
		if err := g.ExportEdges(context.Background(), &b, f, graph.Filter{}); err != nil {
			t.Fatal(f, err)
		}
		out[f] = b.String()
	}
	for _, f := range []string{"graphml", "gexf"} {
		nodes, edges := 0, 0
		dec := xml.NewDecoder(strings.NewReader(out[f]))
		for {
			tok, err := dec.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			if s, ok := tok.(xml.StartElement); ok && s.Name.Local == "node" {
				nodes++
			} else if ok && s.Name.Local == "edge" {
				edges++
			}
		}
		if nodes != 8 || edges != 10 {
			t.Errorf("%s: %d nodes and %d edges, want 8 and 10", f, nodes, edges)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(out["csv"])).ReadAll()
	if err != nil || len(rows) != 11 || rows[1][2] != "Antony Blinken" {
		t.Errorf("csv: %v, %v", rows, err)
	}
	if !strings.Contains(out["dot"], `"ent:Antony_Blinken" -> "ent:Sergei_Lavrov" [label="meet, Delhi, 2023-03-02"];`) {
		t.Error(out["dot"])
	}
	if err := g.ExportEdges(context.Background(), io.Discard, "doc", graph.Filter{}); err == nil {
		t.Error("a format that is none is accepted")
	}
}
