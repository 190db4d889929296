package train

import (
	"slices"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/schema"
)

// What cross-validation found best: penalties from 1 to 3 differ little.
const (
	penalty  = 2
	minCount = 2
)

func label(c schema.Code) int { return slices.Index(schema.Codes[:], c) }

// vectorise makes the training cases of the rows.
func vectorise(c *code.Coder, rows []Row) []linear.Case {
	cases := make([]linear.Case, len(rows))
	for i := range rows {
		r := &rows[i]
		v := withOrigin(c.Read(r.doc).Vector(code.Event{Sentence: r.whole(), Predicate: -1, Source: r.src, Target: r.tgt}), r.Origin)
		cases[i] = linear.Case{Vector: v, Label: label(r.Code), Weight: r.weight()}
	}
	return cases
}

// Fit fits the coder's model to the rows.
func Fit(c *code.Coder, rows []Row) *linear.Model { return fit(vectorise(c, rows)) }

func fit(cases []linear.Case) *linear.Model {
	return linear.TrainBatch(cases, linear.BatchOptions{Classes: len(schema.Codes), L2: penalty, MinCount: minCount})
}
