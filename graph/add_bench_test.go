package graph_test

import (
	"fmt"
	"testing"

	"entente/schema"
)

// BenchmarkAdd adds articles of twenty events about a few hundred persons.
func BenchmarkAdd(b *testing.B) {
	g := open(b, b.TempDir()+"/e.db")
	for i := 0; b.Loop(); i++ {
		var steps [][3]string
		for j := range 20 {
			steps = append(steps, [3]string{fmt.Sprintf("Ann A%d", (i*j)%40), fmt.Sprintf("Bob B%d", (i*7+j*13)%400), fmt.Sprintf("20%02d-01-%02d", i%24, j+1)})
		}
		addAll(b, g, chainArticle(fmt.Sprintf("n%d", i), schema.Consult, steps...))
	}
}
