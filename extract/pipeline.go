package extract

import (
	"context"
	"fmt"

	"entente/data/events"
	"entente/extract/code"
	"entente/extract/event"
	"entente/extract/nlp"
	"entente/extract/standing"
	"entente/schema"
)

// Options steer the default pipeline.
type Options struct {
	// Explain fills Result.Notes, sentence by sentence.
	Explain bool
}

// Pipeline is the default Extractor: embedded models and rules, no network.
type Pipeline struct {
	*Analyser
	finder *event.Finder
	opts   Options
}

// New loads the default pipeline.
func New(opts Options) (*Pipeline, error) {
	a, err := NewAnalyser()
	if err != nil {
		return nil, err
	}
	coder, err := code.New()
	if err != nil {
		return nil, fmt.Errorf("loading the event coder: %w", err)
	}
	models, err := event.ReadModels(events.Models)
	if err != nil {
		return nil, fmt.Errorf("loading the event models: %w", err)
	}
	return Assemble(a, coder, models, opts), nil
}

// Assemble joins parts that are already loaded, as training does with models
// that are not embedded yet.
func Assemble(a *Analyser, coder *code.Coder, models *event.Models, opts Options) *Pipeline {
	return &Pipeline{Analyser: a, finder: event.NewFinder(models, coder), opts: opts}
}

// Extract implements Extractor. It returns an error only when ctx ends.
func (p *Pipeline) Extract(ctx context.Context, article *schema.Article) (*schema.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	art := p.Analyse(article)
	r := &schema.Result{Article: *article}
	var note func(nlp.Span, int, string)
	if p.opts.Explain {
		note = newNotes(art, r).add
	}
	r.Events = p.finder.Find(art, note)
	r.Standings = standing.Find(art, p.Gazetteer)
	// Last, since the finder adds the towns that it finds events in.
	for i := range art.Entities {
		r.Entities = append(r.Entities, art.Entities[i].Entity)
	}
	return r, ctx.Err()
}

// Calibrated is the probability that a statement with this raw score is
// right.
func (p *Pipeline) Calibrated(raw float64) float64 { return p.finder.Models.Calibrated(raw) }

// Threshold is the probability from which events are stated.
func (p *Pipeline) Threshold() float64 { return p.finder.Models.Threshold() }
