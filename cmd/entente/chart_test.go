package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"entente/graph"
	"entente/schema"
)

func sampleChart() *graph.Chart {
	return &graph.Chart{Entities: []schema.Ref{{Name: "A & B"}, {Name: "C"}}, Points: []graph.Point{
		{Period: "2021", Cooperation: 4, VerbalCooperation: 1},
		{Period: "2022"},
		{Period: "2023", Cooperation: 1, Conflict: 8, VerbalCooperation: 1, MaterialConflict: 1},
	}}
}

func TestChartText(t *testing.T) {
	var b bytes.Buffer
	chartText(&b, style{}, sampleChart())
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	if len(lines) != 4 || strings.Count(lines[1], "█") != 15 || strings.Count(lines[2], "█") != 0 || strings.Count(lines[3], "█") != 34 {
		t.Errorf("got:\n%s", b.String())
	}
	if !strings.Contains(lines[1], "2021") || !strings.Contains(lines[1], "+4.0, 1 event") || !strings.Contains(lines[3], "-7.0, 2 events") {
		t.Errorf("got:\n%s", b.String())
	}
}

// TestChartSVG checks that the picture is well-formed whatever the names.
func TestChartSVG(t *testing.T) {
	for _, c := range []*graph.Chart{sampleChart(), {}} {
		var b bytes.Buffer
		if err := chartSVG(&b, c); err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(&b)
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}
