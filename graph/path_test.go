package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

// chainArticle links parties in a row, each to the next, on the given days.
func chainArticle(id string, code schema.Code, steps ...[3]string) *schema.Result {
	r := &schema.Result{Article: schema.Article{ID: "art:" + id, Title: id, Date: *day("2024-01-01"), Source: "Newswire", Text: id}}
	for i, s := range steps {
		text := fmt.Sprintf("%s and %s, %s %d.", s[0], s[1], id, i)
		e := schema.Event{Subject: person(s[0]), Relation: "meet", Code: code, Object: person(s[1]), Mode: schema.Actual, Confidence: 0.9,
			Evidence: evidence(r.Article.ID, text, i*100), Symmetric: true}
		if s[2] != "" {
			e.Time = day(s[2])
		}
		r.Events = append(r.Events, e)
	}
	return r
}

func chain(c graph.Connection) string {
	var b strings.Builder
	for i, s := range c.Steps {
		if i == 0 {
			b.WriteString(s.From.Name)
		}
		b.WriteString(" > " + s.To.Name)
	}
	return b.String()
}

func chains(cs []graph.Connection) string {
	var out []string
	for _, c := range cs {
		out = append(out, chain(c))
	}
	return strings.Join(out, "; ")
}

func TestPath(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g,
			chainArticle("one", schema.Consult, [3]string{"Ann Alpha", "Bob Beta", "2023-01-01"}, [3]string{"Bob Beta", "Cy Gamma", "2022-01-01"},
				[3]string{"Cy Gamma", "Di Delta", "2023-05-01"}),
			chainArticle("two", schema.Consult, [3]string{"Ann Alpha", "Eve Epsilon", "2023-01-01"}, [3]string{"Eve Epsilon", "Cy Gamma", "2023-02-01"}))
		// A hub that everybody has met says little.
		hub := chainArticle("hub", schema.Consult)
		for i := 0; i < 60; i++ {
			hub.Events = append(hub.Events, chainArticle("hub", schema.Consult, [3]string{"Hub Hubson", fmt.Sprintf("Guest %c%c", 'A'+i/26, 'a'+i%26), "2023-01-01"}).Events...)
		}
		for _, p := range []string{"Ann Alpha", "Cy Gamma"} {
			hub.Events = append(hub.Events, chainArticle("hub", schema.Consult, [3]string{"Hub Hubson", p, "2023-01-01"}).Events...)
		}
		addAll(t, g, hub)
		for name, c := range map[string]struct {
			a, b string
			o    graph.PathOptions
			want string
		}{
			"one step":     {"Ann Alpha", "Bob Beta", graph.PathOptions{Alternatives: 1}, "Ann Alpha > Bob Beta"},
			"hub last":     {"Ann Alpha", "Cy Gamma", graph.PathOptions{MaxLength: 2}, "Ann Alpha > Eve Epsilon > Cy Gamma; Ann Alpha > Bob Beta > Cy Gamma; Ann Alpha > Hub Hubson > Cy Gamma"},
			"in order":     {"Ann Alpha", "Cy Gamma", graph.PathOptions{InOrder: true, Alternatives: 2}, "Ann Alpha > Hub Hubson > Cy Gamma; Ann Alpha > Eve Epsilon > Cy Gamma"},
			"three steps":  {"Di Delta", "Ann Alpha", graph.PathOptions{Alternatives: 1}, "Di Delta > Cy Gamma > Eve Epsilon > Ann Alpha"},
			"too short":    {"Di Delta", "Ann Alpha", graph.PathOptions{MaxLength: 2}, ""},
			"since":        {"Ann Alpha", "Cy Gamma", graph.PathOptions{MaxLength: 2, Filter: graph.Filter{Since: "2023-01-15"}}, ""},
			"before":       {"Bob Beta", "Cy Gamma", graph.PathOptions{MaxLength: 2, Filter: graph.Filter{Until: "2022"}}, "Bob Beta > Cy Gamma"},
			"another code": {"Ann Alpha", "Cy Gamma", graph.PathOptions{Filter: graph.Filter{Codes: []schema.Code{schema.Aid}}}, ""},
		} {
			got, err := g.Path(ctx, c.a, c.b, c.o)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if s := chains(got); s != c.want {
				if name == "in order" && strings.Contains(s, "Eve") && !strings.Contains(s, "Bob") {
					continue // which of the two comes first does not matter
				}
				t.Errorf("%s: got %s, want %s", name, s, c.want)
			}
			for _, conn := range got {
				for _, s := range conn.Steps {
					if len(s.Fact.Reports) == 0 || s.Fact.Reports[0].Sentence == "" {
						t.Errorf("%s: a step without a sentence", name)
					}
				}
			}
		}
	})
}

func TestTimelineAndChart(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, story()...)
		tl, err := g.Timeline(ctx, []string{"Lavrov"}, graph.ByMonth, graph.Filter{}, graph.Page{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range tl.Periods {
			got = append(got, fmt.Sprintf("%s:%d", p.Period, len(p.Facts)))
		}
		if s := strings.Join(got, " "); s != "2023-03:1 2022-02:1 2022-01:1 :1" {
			t.Error(s)
		}
		ch, err := g.Chart(ctx, []string{"Blinken", "Lavrov"}, graph.ByMonth, graph.Filter{})
		if err != nil || len(ch.Points) != 15 || ch.Points[0].Cooperation != 1 || ch.Points[14].Period != "2023-03" || ch.Points[14].VerbalCooperation != 1 {
			t.Errorf("%+v, %v", ch, err)
		}
		var svg strings.Builder
		if err := ch.WriteSVG(&svg); err != nil || !strings.HasPrefix(svg.String(), "<svg") || !strings.Contains(svg.String(), "Antony Blinken") {
			t.Error(svg.String(), err)
		}
		if all, err := g.Timeline(ctx, nil, graph.ByYear, graph.Filter{}, graph.Page{}); err != nil || len(all.Periods) != 3 || all.Periods[0].Period != "2023" {
			t.Errorf("%+v, %v", all, err)
		}
	})
}

func TestChanges(t *testing.T) {
	ctx := context.Background()
	dsn := t.TempDir() + "/e.db"
	for _, r := range []*schema.Result{delhiArticle(), genevaArticle()} {
		g, err := graph.Open(ctx, dsn, graph.Options{})
		if err != nil {
			t.Fatal(err)
		}
		addAll(t, g, r)
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
	}
	g := open(t, dsn)
	c, err := g.Changes(ctx, nil, 0, graph.Filter{}, 0)
	if err != nil || c.Addition != 2 || len(c.Articles) != 1 || len(c.New) != 2 || len(c.Confirmed) != 1 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err = g.Changes(ctx, []string{"Blinken", "Lavrov"}, 0, graph.Filter{}, 0); err != nil || len(c.New) != 0 || len(c.Confirmed) != 1 {
		t.Errorf("dyad: %+v, %v", c, err)
	}
	if c, err = g.Changes(ctx, nil, 1, graph.Filter{}, 0); err != nil || c.Addition != 1 || c.Articles[0].ID != "art:delhi" {
		t.Errorf("before: %+v, %v", c, err)
	}
	if c, err = g.Changes(ctx, nil, 5, graph.Filter{}, 0); err != nil || c.Addition != 0 {
		t.Errorf("too far back: %+v, %v", c, err)
	}
}

func TestBetweenCountries(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, story()...)
		d, err := g.BetweenCountries(ctx, "US", "Russia", graph.Filter{}, graph.Page{})
		if err != nil {
			t.Fatal(err)
		}
		want := "Antony Blinken | meet | Sergei Lavrov | CONSULT | Delhi | 2023-03-02 | actual | 1\n" +
			"Antony Blinken | urge | Russia | REQUEST | Delhi | 2023-03-02 | actual | 1\n" +
			"Antony Blinken | hold talks with | Sergei Lavrov | CONSULT | Geneva | 2022-01-21 | actual | 2\n" +
			"Sergei Lavrov | visit | United States | CONSULT | - | - | denied | 1\n"
		lines := strings.SplitAfter(brief(d.Facts), "\n")
		for _, l := range strings.SplitAfter(want, "\n") {
			if !strings.Contains(strings.Join(lines, ""), l) {
				t.Errorf("missing %s in\n%s", l, brief(d.Facts))
			}
		}
		if len(d.Facts[0].Via) == 0 {
			t.Error("nobody stands for anybody")
		}
	})
}

func TestDisputes(t *testing.T) {
	ctx := context.Background()
	g := open(t, "memory:")
	a := chainArticle("one", schema.Consult, [3]string{"Ann Alpha", "Bob Beta", "2023-01-01"})
	b := chainArticle("two", schema.Consult, [3]string{"Ann Alpha", "Bob Beta", "2023-01-01"})
	b.Events[0].Mode = schema.Denied
	c := chainArticle("three", schema.Consult, [3]string{"Ann Alpha", "Bob Beta", "2023-01-01"})
	a.Events[0].Place, c.Events[0].Place = place("Oslo"), place("Rome")
	addAll(t, g, a, b, c)
	d, err := g.Between(ctx, "Ann Alpha", "Bob Beta", graph.Filter{}, graph.Page{})
	if err != nil || len(d.Facts) != 3 {
		t.Fatalf("%v\n%s", err, brief(d.Facts))
	}
	kinds := map[string]int{}
	for _, f := range d.Facts {
		for _, x := range f.Disputes {
			kinds[x.What+" "+x.Here+"/"+x.There]++
		}
	}
	for _, k := range []string{"status actual/denied", "status denied/actual", "place Oslo/Rome", "place Rome/Oslo"} {
		if kinds[k] == 0 {
			t.Errorf("no dispute %q in %v", k, kinds)
		}
	}
}

func TestDuplicates(t *testing.T) {
	ctx := context.Background()
	g := open(t, "memory:")
	addAll(t, g, chainArticle("one", schema.Consult, [3]string{"Nicolás Maduro", "Nicolás Maduro Moros", ""},
		[3]string{"Nicolas Moduro", "J. Mattis", ""}, [3]string{"James Mattis", "Tim Mattis", ""}))
	got, err := g.Duplicates(ctx, "", 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, s := range got {
		all = append(all, s.A.Name+"/"+s.B.Name+": "+s.Reason)
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{"J. Mattis/James Mattis: the initial fits the first name", "Nicolas Moduro/Nicolás Maduro: their names differ in a letter or two"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "James Mattis/Tim Mattis") {
		t.Error("two brothers are proposed as one")
	}
}
