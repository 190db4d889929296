package graph_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"entente/graph"
	"entente/schema"
)

// A graph in memory, one article, and what it tells of two parties.
func Example() {
	ctx := context.Background()
	g, err := graph.Open(ctx, "memory:", graph.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer g.Close()

	sentence := "Annalena Baerbock met Sergei Lavrov in Moscow."
	_, err = g.Add(ctx, &schema.Result{
		Article: schema.Article{ID: "art:example", Source: "Newswire", Text: sentence},
		Events: []schema.Event{{
			Subject:    schema.Ref{Name: "Annalena Baerbock", Type: schema.Person},
			Relation:   "meet",
			Code:       schema.Consult,
			Object:     schema.Ref{Name: "Sergei Lavrov", Type: schema.Person},
			Place:      &schema.Ref{Name: "Moscow", Type: schema.Place},
			Time:       &schema.Interval{Start: "2022-01-18", End: "2022-01-18"},
			Mode:       schema.Actual,
			Confidence: 0.9,
			Evidence:   schema.Evidence{Article: "art:example", Sentence: sentence, End: len(sentence)},
		}},
	})
	if err != nil {
		log.Fatal(err)
	}

	dyad, err := g.Between(ctx, "baerbock", "Mr Lavrov", graph.Filter{Since: "2022"}, graph.Page{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range dyad.Facts {
		fmt.Println(f.Time.Start, f.Subject.Name, f.Relation, f.Object.Name, "in", f.Place.Name)
		fmt.Println(f.Reports[0].Sentence)
	}
	if err := g.Export(ctx, os.Stdout, graph.ExportOptions{Links: true, Short: true}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 2022-01-18 Annalena Baerbock meet Sergei Lavrov in Moscow
	// Annalena Baerbock met Sergei Lavrov in Moscow.
	// <ent:Annalena_Baerbock> <rel:meet> <ent:Sergei_Lavrov> <ent:Moscow> .
}
