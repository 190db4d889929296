package graph_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

func TestBetweenBringsReportsTogether(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		d, err := g.Between(context.Background(), "blinken", "Mr Lavrov", graph.Filter{}, graph.Page{})
		if err != nil {
			t.Fatal(err)
		}
		want := "Antony Blinken | meet | Sergei Lavrov | CONSULT | Delhi | 2023-03-02 | actual | 1\n" +
			"Antony Blinken | hold talks with | Sergei Lavrov | CONSULT | Geneva | 2022-01-21 | actual | 2\n"
		if got := brief(d.Facts); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
		if len(d.B.Merged) != 2 || !d.B.Merged[0].Automatic {
			t.Errorf("Lavrov merged: %+v", d.B.Merged)
		}
		if r := d.Facts[1].Reports; len(r) != 2 || r[0].Article.Title != "Talks in Geneva" || r[0].Sentence == "" {
			t.Errorf("reports: %+v", r)
		}
	})
}

func TestShow(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		a, err := g.Show(context.Background(), "LAVROV", graph.Filter{}, graph.Page{Limit: 2})
		if err != nil {
			t.Fatal(err)
		}
		want := "Antony Blinken | meet | Sergei Lavrov | CONSULT | Delhi | 2023-03-02 | actual | 1\n" +
			"Sergei Lavrov | threaten | Ukraine | THREATEN | - | 2022-02-01 | actual | 1\n"
		if got := brief(a.Events); got != want || a.Next == "" {
			t.Errorf("first page: got\n%swant\n%snext %q", got, want, a.Next)
		}
		if got := brief(a.Standings); got != "Sergei Lavrov | represents | Russia |  | - | - |  | 1\n" {
			t.Errorf("standings: %s", got)
		}
		a, err = g.Show(context.Background(), "LAVROV", graph.Filter{}, graph.Page{Limit: 2, After: a.Next})
		if err != nil {
			t.Fatal(err)
		}
		want = "Antony Blinken | hold talks with | Sergei Lavrov | CONSULT | Geneva | 2022-01-21 | actual | 2\n" +
			"Sergei Lavrov | visit | United States | CONSULT | - | - | denied | 1\n"
		if got := brief(a.Events); got != want || a.Next != "" {
			t.Errorf("second page: got\n%swant\n%snext %q", got, want, a.Next)
		}
	})
}

func TestFilters(t *testing.T) {
	g := open(t, "memory:")
	addAll(t, g, story()...)
	for name, c := range map[string]struct {
		f    graph.Filter
		want int
	}{
		"none":            {graph.Filter{}, 4},
		"code":            {graph.Filter{Codes: []schema.Code{"REQUEST"}}, 0},
		"code threaten":   {graph.Filter{Codes: []schema.Code{"THREATEN"}}, 1},
		"since":           {graph.Filter{Since: "2023"}, 1},
		"until":           {graph.Filter{Until: "2022-12"}, 2},
		"place":           {graph.Filter{Place: "geneva"}, 1},
		"place in India":  {graph.Filter{Place: "India"}, 1},
		"denied":          {graph.Filter{Modes: []schema.Mode{"denied"}}, 1},
		"source":          {graph.Filter{Source: "herald"}, 1},
		"sure":            {graph.Filter{MinConfidence: 0.89}, 2},
		"as of 2022":      {graph.Filter{AsOf: "2022-01-31"}, 1},
		"relation":        {graph.Filter{Relations: []string{"meet"}}, 2},
		"nothing at once": {graph.Filter{Source: "nobody"}, 0},
	} {
		a, err := g.Show(context.Background(), "Sergey Lavrov", c.f, graph.Page{})
		if err != nil {
			t.Fatal(name, err)
		}
		if len(a.Events) != c.want {
			t.Errorf("%s: got\n%swant %d", name, brief(a.Events), c.want)
		}
	}
}

func TestAddAgainAndInAnyOrder(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		want := export(t, g, graph.ExportOptions{})
		rep, err := g.Add(context.Background(), delhiArticle())
		if err != nil || !rep.Unchanged() || rep.Quads != 0 {
			t.Errorf("adding again: %+v, %v", rep, err)
		}
		if got := export(t, g, graph.ExportOptions{}); got != want {
			t.Error("adding again changed the graph")
		}
		for _, order := range [][]int{{2, 1, 0}, {1, 2, 0}, {0, 0, 2, 1}} {
			h := open(t, "memory:")
			for _, i := range order {
				addAll(t, h, story()[i])
			}
			if got := export(t, h, graph.ExportOptions{}); got != want {
				t.Errorf("order %v gives another graph:\n%s", order, diff(got, want))
			}
		}
	})
}

func diff(a, b string) string {
	in := map[string]int{}
	for _, l := range strings.Split(a, "\n") {
		in[l]++
	}
	for _, l := range strings.Split(b, "\n") {
		in[l]--
	}
	var out strings.Builder
	for l, n := range in {
		if n > 0 {
			out.WriteString("+ " + l + "\n")
		} else if n < 0 {
			out.WriteString("- " + l + "\n")
		}
	}
	return out.String()
}

func TestReplace(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g, h := open(t, dsn), open(t, "memory:")
		other := delhiArticle()
		other.Events = other.Events[:1]
		other.Entities[0].Aliases = nil
		addAll(t, g, delhiArticle(), genevaArticle())
		rep, err := g.Add(context.Background(), other)
		if err != nil || !rep.Replaced || rep.Quads >= 0 {
			t.Errorf("replacing: %+v, %v", rep, err)
		}
		addAll(t, g, delhiArticle())
		addAll(t, h, genevaArticle(), delhiArticle())
		if d := diff(export(t, g, graph.ExportOptions{}), export(t, h, graph.ExportOptions{})); d != "" {
			t.Error("replaced there and back:\n" + d)
		}
	})
}

func TestLinks(t *testing.T) {
	g := open(t, "memory:")
	addAll(t, g, delhiArticle())
	want := `<ent:Antony_Blinken> <rel:meet> <ent:Sergei_Lavrov> <ent:Delhi> .
<ent:Antony_Blinken> <rel:meet> <ent:Sergei_Lavrov> <ent:Geneva> .
<ent:Antony_Blinken> <rel:position> <ent:Secretary_of_State> .
<ent:Antony_Blinken> <rel:urge> <ent:Russia> <ent:Delhi> .
<ent:Delhi> <rel:located_in> <ent:India> .
<ent:Sergei_Lavrov> <rel:meet> <ent:Antony_Blinken> <ent:Delhi> .
<ent:Sergei_Lavrov> <rel:meet> <ent:Antony_Blinken> <ent:Geneva> .
`
	if got := export(t, g, graph.ExportOptions{Links: true, Short: true}); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	full := export(t, g, graph.ExportOptions{Links: true})
	if !strings.Contains(full, "<https://entente.example/entity/Antony_Blinken> <https://entente.example/relation/meet> ") {
		t.Error(full)
	}
}

func TestNames(t *testing.T) {
	g := open(t, "memory:")
	addAll(t, g, story()...)
	extra := kyivArticle()
	extra.Article.ID, extra.Article.Text = "art:extra", "x"
	extra.Entities[0].Ref = person("Ján Čarnogurský")
	extra.Events = nil
	extra.Entities = append(extra.Entities, delhiArticle().Entities...)
	second := person("Tatiana Blinken")
	extra.Entities[1].Ref = second
	addAll(t, g, extra)
	for name, want := range map[string]string{
		"Blinken":            "Antony Blinken",
		"mr. blinken":        "Antony Blinken",
		"carnogursky":        "Ján Čarnogurský",
		"the Russia":         "Russia",
		"RUSSIAN FEDERATION": "Russia",
		"u.s.":               "United States",
		"Anthony Blinken":    "Antony Blinken",
		"ent:Ukraine":        "Ukraine",
	} {
		e, err := g.Find(context.Background(), name)
		if err != nil || e.Name != want {
			t.Errorf("%s: %+v, %v, want %s", name, e, err, want)
		}
	}
	_, err := g.Find(context.Background(), "Blinkn")
	var ne *graph.NameError
	if !errors.As(err, &ne) || len(ne.Near) == 0 || len(ne.Candidates) != 0 {
		t.Errorf("Blinkn: %v", err)
	}
	got, err := g.Complete(context.Background(), "blin", 0)
	if err != nil || len(got) != 2 {
		t.Errorf("completing blin: %v, %v", got, err)
	}
}

func TestGizmo(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		const whomAndWhere = `
			var blinken = g.V("<ent:Antony_Blinken>")
			blinken.Labels().Unique().ForEach(function(place) {
				g.V("<ent:Antony_Blinken>").LabelContext(g.V(place.id)).Out("<rel:meet>").ForEach(function(whom) {
					g.Emit({whom: whom.id, where: place.id})
				})
			})`
		rows, err := g.Query(context.Background(), "gizmo", whomAndWhere, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(rows.Rows...)
		if len(rows.Rows) != 2 {
			t.Errorf("got %v", rows.Rows)
		}
	})
}
