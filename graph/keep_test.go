package graph_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
)

func TestMergeAndSplit(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, story()...)
		before := export(t, g, graph.ExportOptions{})
		d, err := g.Split(ctx, "ent:Sergey_Lavrov", "ent:Sergei_Lavrov", "two men")
		if err != nil {
			t.Fatal(err)
		}
		e, err := g.Find(ctx, "Sergey Lavrov")
		if err != nil || e.ID != "ent:Sergey_Lavrov" {
			t.Errorf("after the split: %+v, %v", e, err)
		}
		if _, err := g.Find(ctx, "Lavrov"); err == nil {
			t.Error("Lavrov is still one")
		}
		addAll(t, g, story()...)
		if e, _ := g.Find(ctx, "Sergey Lavrov"); e == nil || e.ID != "ent:Sergey_Lavrov" {
			t.Error("adding again undid the split")
		}
		if err := g.Undo(ctx, d); err != nil {
			t.Fatal(err)
		}
		if s := diff(export(t, g, graph.ExportOptions{}), before); s != "" {
			t.Error("undone split left\n" + s)
		}
		m, err := g.Merge(ctx, "Blinken", "United States", "he speaks for it")
		if err != nil {
			t.Fatal(err)
		}
		e, err = g.Find(ctx, "Blinken")
		if err != nil || e.Name != "United States" || len(e.Merged) != 1 || e.Merged[0].Reason != "he speaks for it" || e.Merged[0].Automatic {
			t.Errorf("after the merge: %+v, %v", e, err)
		}
		if list, _ := g.Decisions(ctx); len(list) != 1 || list[0] != m {
			t.Errorf("decisions: %+v", list)
		}
		if _, err := g.Split(ctx, "ent:Antony_Blinken", "ent:United_States", ""); err != nil {
			t.Fatal(err)
		}
		if e, err := g.Find(ctx, "Blinken"); err != nil || e.Name != "Antony Blinken" {
			t.Errorf("split after merge: %+v, %v", e, err)
		}
	})
}

func TestForget(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, dsn)
		addAll(t, g, story()...)
		before := export(t, g, graph.ExportOptions{})
		d, err := g.Forget(ctx, "art:geneva", "withdrawn by its publisher")
		if err != nil {
			t.Fatal(err)
		}
		dy, err := g.Between(ctx, "Blinken", "Sergei Lavrov", graph.Filter{}, graph.Page{})
		if err != nil || strings.Contains(brief(dy.Facts), "hold talks") {
			t.Errorf("still there: %v\n%s", err, brief(dy.Facts))
		}
		if strings.Contains(export(t, g, graph.ExportOptions{Links: true}), "hold_talks") {
			t.Error("its link quad is still there")
		}
		rep, err := g.Add(ctx, genevaArticle())
		if err != nil || !rep.Forgotten || rep.Quads != 0 {
			t.Errorf("adding it again: %+v, %v", rep, err)
		}
		exported := export(t, g, graph.ExportOptions{})
		h := open(t, "memory:")
		if _, err := h.Import(ctx, strings.NewReader(exported), "x.nq"); err != nil {
			t.Fatal(err)
		}
		if s := diff(export(t, h, graph.ExportOptions{}), exported); s != "" {
			t.Error("import of it differs\n" + s)
		}
		if err := h.Undo(ctx, d); err != nil {
			t.Fatal(err)
		}
		if s := diff(export(t, h, graph.ExportOptions{}), before); s != "" {
			t.Error("undone forgetting left\n" + s)
		}
		if _, err := g.Forget(ctx, "evt:nothing", ""); err == nil {
			t.Error("forgot what is not there")
		}
	})
}

func TestImport(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		g := open(t, "memory:")
		addAll(t, g, story()...)
		exported := export(t, g, graph.ExportOptions{})
		h := open(t, dsn)
		rep, err := h.Import(ctx, strings.NewReader(exported), "graph.nq")
		if err != nil || rep.Articles != 3 || rep.Refused != 0 {
			t.Fatalf("%+v, %v", rep, err)
		}
		if s := diff(export(t, h, graph.ExportOptions{}), exported); s != "" {
			t.Error("export of the import differs\n" + s)
		}
		rep, err = h.Import(ctx, strings.NewReader(exported), "graph.nq")
		if err != nil || rep.Quads != 0 || rep.Articles != 0 {
			t.Errorf("importing again: %+v, %v", rep, err)
		}
		x, err := h.Between(ctx, "blinken", "lavrov", graph.Filter{}, graph.Page{})
		if err != nil {
			t.Fatal(err)
		}
		y, err := g.Between(ctx, "blinken", "lavrov", graph.Filter{}, graph.Page{})
		if err != nil || brief(x.Facts) != brief(y.Facts) {
			t.Errorf("got\n%swant\n%s", brief(x.Facts), brief(y.Facts))
		}
		if a, b := stats(t, h), stats(t, g); a != b {
			t.Errorf("stats %s, want %s", a, b)
		}
		background := `<https://entente.example/entity/France> <https://entente.example/relation/member_of> <https://entente.example/entity/NATO> .
<https://entente.example/entity/France> <http://www.w3.org/2000/01/rdf-schema#label> "France" .
<https://entente.example/entity/NATO> <http://www.w3.org/2000/01/rdf-schema#label> "NATO" .
<relative> <a:b> <a:c> .
<a:b> <a:c> "anything"@en <a:d> .
<a:b> <a:c> "anything"@en <a:d> .
`
		for i := 0; i < 2; i++ {
			rep, err = h.Import(ctx, strings.NewReader(background), "b.nq")
			if err != nil || rep.Refused != 1 || !strings.Contains(rep.Errors[0].Error(), "b.nq: line 4, column 1") {
				t.Fatalf("%+v, %v", rep, err)
			}
			if want := []int{4, 0}[i]; rep.Quads != want {
				t.Errorf("import %d: %d new quads, want %d", i, rep.Quads, want)
			}
		}
		f, err := h.Show(ctx, "france", graph.Filter{}, graph.Page{})
		if err != nil || brief(f.Standings) != "France | member of | NATO |  | - | - |  | 0\n" {
			t.Errorf("%v\n%s", err, brief(f.Standings))
		}
	})
}

func stats(t *testing.T, g *graph.Graph) string {
	t.Helper()
	s, err := g.Stats(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := json.Marshal(s)
	return string(b)
}
