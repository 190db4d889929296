package extract_test

import (
	"context"
	"testing"

	"entente/schema"
)

// BenchmarkExtract runs the whole pipeline over the sample articles, one
// after another, and reports tokens a second of one core.
func BenchmarkExtract(b *testing.B) {
	p := newPipeline(b)
	var arts []*schema.Article
	tokens := 0
	for _, a := range samples(b) {
		arts = append(arts, a)
		for _, bl := range p.Analyse(a).Blocks {
			if bl.Doc != nil {
				tokens += len(bl.Doc.Tokens)
			}
		}
	}
	b.ResetTimer()
	for range b.N {
		for _, a := range arts {
			if _, err := p.Extract(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
