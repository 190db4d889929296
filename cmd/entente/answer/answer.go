// Package answer puts questions in English to a graph. It joins the reading of
// questions (extract/question), which knows no store, with the graph, which
// knows no language, for all who ask: the command, a server, a benchmark.
package answer

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"entente/data/coder"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/question"
	"entente/extract/vectors"
	"entente/graph"
)

// Answers are a question with what the graph answers, the best first; none
// when the graph does not know.
type Answers struct {
	Understood string   `json:"understood"` // the question as it was understood
	Answers    []Answer `json:"answers"`
}

// Answer is one answer with the facts that it rests on. Name is the name of an
// entity, a date, a number, what was asked for or said, or yes, no or unknown.
type Answer struct {
	Name     string        `json:"name"`
	ID       string        `json:"id,omitempty"`
	Type     string        `json:"type,omitempty"`
	Score    float64       `json:"score"`
	Evidence []*graph.Fact `json:"evidence"`
}

// Engine understands questions. It is safe for many goroutines.
type Engine struct{ reader *question.Reader }

// New loads what is needed to understand questions.
func New() (*Engine, error) {
	var (
		model     *nlp.Model
		gazetteer *link.Gazetteer
		table     *vectors.Table
		errs      [3]error
		wg        sync.WaitGroup
	)
	// Side by side: a command that asks one question mostly waits for this.
	load := func(i int, what string, f func() error) {
		wg.Go(func() {
			if err := f(); err != nil {
				errs[i] = fmt.Errorf("loading the %s: %w", what, err)
			}
		})
	}
	load(0, "language model", func() (err error) { model, err = nlp.Load(); return err })
	load(1, "gazetteer", func() (err error) { gazetteer, err = link.Load(); return err })
	load(2, "word vectors", func() (err error) { table, err = vectors.Load(); return err })
	wg.Wait()
	if err := errors.Join(errs[:]...); err != nil {
		return nil, err
	}
	return &Engine{question.New(model, gazetteer, table, coder.Acts)}, nil
}

// Ask asks a graph one question on the day today (ISO 8601), from the reports
// that pass the filter. The error wraps question.ErrNotUnderstood when the
// form of the question is unknown.
func (e *Engine) Ask(ctx context.Context, g *graph.Graph, text, today string, filter graph.Filter) (*Answers, error) {
	out := &Answers{Answers: []Answer{}}
	err := g.View(ctx, func(v *graph.View) error {
		src := &graphSource{view: v, filter: filter}
		q, err := e.reader.Read(ctx, src, text, today)
		if err != nil {
			return err
		}
		out.Understood = q.Understood()
		found, err := e.reader.Answer(ctx, src, q, question.DefaultBars())
		for _, a := range found {
			x := Answer{Name: a.Name, ID: a.ID, Type: string(a.Type), Score: a.Score, Evidence: []*graph.Fact{}}
			for _, st := range a.Statements {
				if f := src.facts[st.Index]; !slices.ContainsFunc(x.Evidence, func(e *graph.Fact) bool { return e.ID == f.ID }) {
					x.Evidence = append(x.Evidence, leading(f, st.Reports))
				}
			}
			out.Answers = append(out.Answers, x)
		}
		return err
	})
	return out, err
}

// leading returns a fact with the sentence that supports an answer first among
// its reports.
func leading(f *graph.Fact, reports []question.Report) *graph.Fact {
	if len(reports) == 0 {
		return f
	}
	i := slices.IndexFunc(f.Reports, func(r graph.Report) bool { return r.Sentence == reports[0].Sentence })
	if i <= 0 {
		return f
	}
	g := *f
	g.Reports = slices.Insert(slices.Delete(slices.Clone(f.Reports), i, i+1), 0, f.Reports[i])
	return &g
}
