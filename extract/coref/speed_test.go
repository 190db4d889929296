package coref

import (
	"testing"

	"entente/extract/analysis"
)

// BenchmarkResolve reports the cost of resolution alone, per token.
func BenchmarkResolve(b *testing.B) {
	text := []string{"Chilean Foreign Minister Rosa Varas met her Peruvian counterpart, Luis Quispe, in Quito on Monday. The two agreed that Chile would reopen its embassy.",
		"“We will never accept this,” said Ms Varas. She thanked Ecuador, which had hosted the talks, and its president.",
		"Peruvian officials said their country had recalled its ambassador. The ministry gave no reason, but Lima has accused Santiago of spying."}
	art := analyse(b, "2020-06-01", text...)
	gaz := mustGazetteer(b)
	tokens := 0
	for k := range art.Blocks {
		tokens += len(art.Blocks[k].Doc.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		again := &analysis.Article{Source: art.Source}
		for k := range art.Blocks {
			again.Blocks = append(again.Blocks, analysis.Block{Block: art.Blocks[k].Block, Doc: art.Blocks[k].Doc})
		}
		Resolve(again, gaz)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
