package code

import (
	"slices"

	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Weights are a coding model laid out for the coder: the weights of the
// vectors' dimensions, most of what an event has of features, stand in blocks
// that need no looking up.
type Weights struct {
	model *linear.Model
	base  [len(schema.Codes)]float32 // what speaks for each code before anything is read
	dense [denseRoles]linear.Block
}

// Weigh lays out a model that was trained on vectors of this coder, one class
// for each of schema.Codes, to speak for one origin of its training cases.
func (c *Coder) Weigh(m *linear.Model, origin string) *Weights {
	w := &Weights{model: m}
	m.Scores(linear.Vector{{Key: Origin(origin), Value: 1}}, w.base[:0])
	for r := range w.dense {
		w.dense[r] = m.Block(c.keys[r])
	}
	return w
}

// probs returns the probability of each code.
func (w *Weights) probs(f *features) (p [len(schema.Codes)]float64) {
	sums := w.base
	w.model.Add(f.v, sums[:])
	for r, values := range f.values {
		if values != nil {
			w.dense[r].Add(values, sums[:])
		}
	}
	copy(p[:], linear.Softmax(sums[:]))
	return p
}

// Event is what may happen in a text that is read: the predicate in its
// sentence, -1 where the parties shall tell it, and the parties, either an
// empty span where the sentence does not name it.
type Event struct {
	Sentence       nlp.Span
	Predicate      int
	Source, Target nlp.Span
	// Own doubles the features of the act by a set that no labelled row
	// carries: a model trained on rows and on events coded by other
	// conventions learns from the first what both share and keeps the
	// difference in these.
	Own bool
}

// Vector returns all features of an event, as training wants them.
func (r *Reading) Vector(e Event) linear.Vector {
	f := r.features(e)
	v := slices.Clone(f.v)
	for role, values := range f.values {
		for k, x := range values {
			v = append(v, linear.Feature{Key: r.keys[role][k], Value: x})
		}
	}
	return v
}

// Probs returns the probability of each of schema.Codes for an event.
func (r *Reading) Probs(w *Weights, e Event) [len(schema.Codes)]float64 {
	return w.probs(r.features(e))
}

// features returns the features of an event, good until those of the next are
// asked for.
func (r *Reading) features(e Event) *features {
	f := &features{frame: newFrame(r, e.Sentence, e.Source, e.Target, e.Predicate), own: e.Own}
	f.v = r.room[:0]
	f.all()
	r.room = f.v
	return f
}
