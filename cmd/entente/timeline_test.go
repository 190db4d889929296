package main

import (
	"bytes"
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
