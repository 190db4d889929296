package main

import (
	"bytes"
	"testing"

	"entente/graph"
	"entente/schema"
)

func TestPrintFact(t *testing.T) {
	paper := graph.Article{ID: "art:1", Title: "Talks", Date: "2022-01-21", Source: "The Paper"}
	f := &graph.Fact{Kind: graph.EventKind, Subject: schema.Ref{Name: "A"}, Relation: "urge", Code: schema.Request, Class: schema.VerbalConflict,
		Object: schema.Ref{Name: "B"}, Place: &schema.Ref{Name: "Geneva"}, Time: &schema.Interval{Start: "2022-01-20", End: "2022-01-21"},
		Mode: schema.Actual, Confidence: 0.871, Articles: 2, Reports: []graph.Report{
			{Article: paper, Sentence: "A urged B\nto talk.", Content: "to talk", AttributedTo: &schema.Ref{Name: "C"}},
			{Article: graph.Article{ID: "art:2"}, Sentence: "It did."}, {Sentence: "Again."}},
		Disputes: []graph.Dispute{{With: "evt:2", What: "place", Here: "Geneva", There: "Bern"}}}
	const want = `2022-01-20–2022-01-21
              A  urge  B  in Geneva: to talk
              REQUEST · happened · according to C · 2 articles · confidence 0.87
              “A urged B to talk.”
              — The Paper, Talks, 2022-01-21
              “It did.”
              — art:2
              and 1 more report
              disputed place: Geneva here, Bern in evt:2
`
	var b bytes.Buffer
	printFact(&b, style{}, f, 2)
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}

func TestStyle(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	for _, c := range []struct {
		color    string
		terminal bool
		want     bool
	}{{"auto", true, true}, {"auto", false, false}, {"always", false, true}, {"never", true, false}} {
		a := app{globals: globals{color: c.color}, streams: streams{outTerminal: c.terminal}}
		if got := a.style().on; got != c.want {
			t.Errorf("--color %s on a terminal %v: colours %v", c.color, c.terminal, got)
		}
	}
	t.Setenv("NO_COLOR", "1")
	if a := (app{globals: globals{color: "auto"}, streams: streams{outTerminal: true}}); a.style().on {
		t.Error("NO_COLOR is ignored")
	}
}
