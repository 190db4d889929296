package extract

import (
	"fmt"

	"entente/extract/analysis"
	"entente/extract/coref"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// Analyser takes an article as far as the events: parses, times, mentions and
// entities. It is safe for concurrent use.
type Analyser struct {
	Model     *nlp.Model
	Gazetteer *link.Gazetteer
}

// NewAnalyser loads the language model and the gazetteer.
func NewAnalyser() (*Analyser, error) {
	m, err := nlp.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the language model: %w", err)
	}
	g, err := link.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	return &Analyser{Model: m, Gazetteer: g}, nil
}

// Analyse parses the article's own words and finds times, mentions and
// entities.
func (a *Analyser) Analyse(src *schema.Article) *analysis.Article {
	art := &analysis.Article{Source: src, Blocks: make([]analysis.Block, len(src.Blocks))}
	var texts []string
	var own []int
	for i, b := range src.Blocks {
		art.Blocks[i].Block = b
		switch b.Kind {
		case schema.Headline, schema.Heading, schema.Paragraph:
			texts = append(texts, src.Text[b.Start:b.End])
			own = append(own, i)
		}
	}
	for k, d := range a.Model.ParseAll(texts) {
		art.Blocks[own[k]].Doc = d
	}
	when.Fill(art)
	coref.Resolve(art, a.Gazetteer)
	return art
}
