package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"entente/graph"
	"entente/schema"
)

// The story that the tests share: three articles about two ministers.

func person(name string) schema.Ref {
	return schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Person}
}

func country(name string) schema.Ref {
	return schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Country}
}

func place(name string) *schema.Ref {
	return &schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Place}
}

func day(d string) *schema.Interval { return &schema.Interval{Start: d, End: d} }

func evidence(art, sentence string, start int) schema.Evidence {
	return schema.Evidence{Article: art, Sentence: sentence, Start: start, End: start + len(sentence)}
}

var (
	blinken = person("Antony Blinken")
	lavrov  = person("Sergei Lavrov")
	sergey  = person("Sergey Lavrov")
	russia  = country("Russia")
	us      = country("United States")
	ukraine = country("Ukraine")
)

func delhiArticle() *schema.Result {
	const art = "art:delhi"
	s1 := "Blinken and Lavrov met for ten minutes in Delhi."
	s2 := "Blinken urged Russia to return to the treaty."
	s3 := "They had last met in Geneva in January 2022."
	return &schema.Result{
		Article: schema.Article{ID: art, Title: "Ten minutes in Delhi", Date: *day("2023-03-02"), Source: "Newswire",
			URL: "https://news.example/delhi", Text: s1 + " " + s2 + " " + s3},
		Entities: []schema.Entity{
			{Ref: blinken, Aliases: []string{"Blinken", "Mr Blinken"}},
			{Ref: lavrov, Aliases: []string{"Lavrov"}},
			{Ref: russia, Aliases: []string{"Moscow", "Russian Federation"}, Same: "iso3166:RU"},
			{Ref: us, Aliases: []string{"US", "Washington"}, Same: "iso3166:US"},
		},
		Events: []schema.Event{
			{Subject: blinken, Relation: "meet", Code: schema.Consult, Object: lavrov, Place: place("Delhi"), Time: day("2023-03-02"),
				Mode: schema.Actual, Confidence: 0.9, Evidence: evidence(art, s1, 0), Symmetric: true, Rule: "active"},
			{Subject: blinken, Relation: "urge", Code: schema.Request, Object: russia, Place: place("Delhi"), Time: day("2023-03-02"),
				Mode: schema.Actual, Confidence: 0.8, Evidence: evidence(art, s2, len(s1)+1), Content: "return to the treaty"},
			{Subject: blinken, Relation: "meet", Code: schema.Consult, Object: lavrov, Place: place("Geneva"),
				Time: &schema.Interval{Start: "2022-01", End: "2022-01", Text: "in January 2022"},
				Mode: schema.Actual, Confidence: 0.85, Evidence: evidence(art, s3, len(s1)+len(s2)+2), Symmetric: true},
			{Subject: lavrov, Relation: "visit", Code: schema.Consult, Object: us, Mode: schema.Denied, Confidence: 0.5,
				Evidence: evidence(art, s1, 0)},
		},
		Standings: []schema.Standing{
			{Subject: blinken, Relation: "position", Object: schema.Ref{Name: "Secretary of State", Type: schema.Other}, Of: &us,
				Confidence: 0.95, Evidence: evidence(art, s1, 0)},
			{Subject: *place("Delhi"), Relation: "located in", Object: country("India"), Confidence: 0.9, Evidence: evidence(art, s1, 0)},
		},
	}
}

func genevaArticle() *schema.Result {
	const art = "art:geneva"
	s1 := "Blinken held talks with Sergey Lavrov in Geneva on Friday."
	s2 := "Russia accused Ukraine of shelling."
	return &schema.Result{
		Article:  schema.Article{ID: art, Title: "Talks in Geneva", Date: *day("2022-01-21"), Source: "Courier", Text: s1 + " " + s2},
		Entities: []schema.Entity{{Ref: blinken}, {Ref: sergey, Aliases: []string{"Lavrov"}}, {Ref: russia, Same: "iso3166:RU"}, {Ref: ukraine}},
		Events: []schema.Event{
			{Subject: blinken, Relation: "hold talks with", Code: schema.Consult, Object: sergey, Place: place("Geneva"), Time: day("2022-01-21"),
				Mode: schema.Actual, Confidence: 0.9, Evidence: evidence(art, s1, 0), Symmetric: true},
			{Subject: russia, Relation: "accuse", Code: schema.Accuse, Object: ukraine, Time: day("2022-01-21"), Mode: schema.Actual,
				Confidence: 0.7, Evidence: evidence(art, s2, len(s1)+1)},
		},
		Standings: []schema.Standing{
			{Subject: sergey, Relation: "represents", Object: russia, Confidence: 0.9, Evidence: evidence(art, s1, 0)},
		},
	}
}

func kyivArticle() *schema.Result {
	const art = "art:kyiv"
	s1 := "Ukraine said Lavrov had threatened Kyiv."
	return &schema.Result{
		Article:  schema.Article{ID: art, Title: "Threats", Date: *day("2022-02-01"), Source: "Herald", Text: s1},
		Entities: []schema.Entity{{Ref: person("Lavrov")}, {Ref: ukraine, Aliases: []string{"Kyiv"}}},
		Events: []schema.Event{
			{Subject: person("Lavrov"), Relation: "threaten", Code: schema.Threaten, Object: ukraine, Time: day("2022-02-01"), Mode: schema.Actual,
				Confidence: 0.6, Evidence: evidence(art, s1, 0), AttributedTo: &ukraine},
		},
	}
}

func story() []*schema.Result {
	return []*schema.Result{delhiArticle(), genevaArticle(), kyivArticle()}
}

func open(t testing.TB, dsn string) *graph.Graph {
	t.Helper()
	g, err := graph.Open(context.Background(), dsn, graph.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

func addAll(t testing.TB, g *graph.Graph, rs ...*schema.Result) {
	t.Helper()
	for _, r := range rs {
		if _, err := g.Add(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
}

func export(t testing.TB, g *graph.Graph, opts graph.ExportOptions) string {
	t.Helper()
	var b strings.Builder
	if err := g.Export(context.Background(), &b, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// brief writes facts one a line, for comparison.
func brief(fs []*graph.Fact) string {
	var b strings.Builder
	for _, f := range fs {
		when, where := "-", "-"
		if f.Time != nil {
			when = f.Time.Start
		}
		if f.Place != nil {
			where = f.Place.Name
		}
		fmt.Fprintf(&b, "%s | %s | %s | %s | %s | %s | %s | %d\n", f.Subject.Name, f.Relation, f.Object.Name, f.Code, where, when, f.Mode, f.Articles)
	}
	return b.String()
}
