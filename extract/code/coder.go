// Package code says which kind of event a predicate is between two parties:
// its PLOVER root code with a probability, the act and its modality, and the
// verb phrase that names the relation.
//
// Start with Load, then Coder.Code for a sentence with a source and a target,
// or Coder.CodeAt where the predicate is known.
package code

import (
	"fmt"

	data "entente/data/coder"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/extract/vectors"
	"entente/schema"
)

// Coder assigns codes. It is read-only and safe for concurrent use.
type Coder struct {
	lex     *lexicon
	table   *vectors.Table
	keys    *denseKeys
	weights *Weights
}

// Coding is what the coder found.
type Coding struct {
	Code schema.Code
	// Prob is the estimated probability that Code is right, calibrated by
	// cross-validation; Probs has that of every code in the order of
	// schema.Codes.
	Prob  float64
	Probs [len(schema.Codes)]float64
	// Predicate is the token that the event hangs on, -1 if the sentence has
	// none.
	Predicate int
	// Act lists the classes of acts that the lexicon knows the predicate's
	// content under ("arrest"), operators above it in capitals ("REFUSE
	// release"), joined by spaces; "" when the lexicon is silent.
	Act string
	// Modality says how the act is stated: "realised", "promised",
	// "threatened", "refused", "requested", "conditional", "permitted" or
	// "ended".
	Modality string
}

// Load reads the embedded lexicon, vectors and weights.
func Load() (*Coder, error) {
	c, err := New()
	if err != nil {
		return nil, err
	}
	m, err := linear.Unmarshal(data.Model)
	if err != nil {
		return nil, fmt.Errorf("loading the event coder's weights: %w", err)
	}
	if m.Classes != len(schema.Codes) {
		return nil, fmt.Errorf("loading the event coder's weights: %d classes where the schema has %d codes", m.Classes, len(schema.Codes))
	}
	return c.With(m), nil
}

// New returns a coder without weights, which reads the lexicon and makes the
// features for training; With makes it complete.
func New() (*Coder, error) {
	lex, err := readLexicon(data.Acts)
	if err != nil {
		return nil, fmt.Errorf("loading the lexicon of acts: %w", err)
	}
	table, err := vectors.Load()
	if err != nil {
		return nil, err
	}
	return &Coder{lex: lex, table: table, keys: newDenseKeys(table.Dims())}, nil
}

// With returns a coder that uses the given weights, as cross-validation
// needs.
func (c *Coder) With(m *linear.Model) *Coder {
	return &Coder{lex: c.lex, table: c.table, keys: c.keys, weights: c.Weigh(m, "dev")}
}

// Code codes what the source does to the target in the sentence, whose tokens
// are sent; either party may be an empty span, which means that the sentence
// does not name it.
func (c *Coder) Code(d *nlp.Doc, sent, source, target nlp.Span) Coding {
	return c.CodeAt(d, sent, -1, source, target)
}

// CodeAt codes the event that the token pred states between source and
// target, and suits sentences with several events; a negative pred is found
// from the parties. What lies outside the predicate's clause counts only
// where a party stands there.
func (c *Coder) CodeAt(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) Coding {
	f := c.Read(d).features(Event{Sentence: sent, Predicate: pred, Source: source, Target: target})
	out := Coding{Predicate: f.pred}
	if f.pred < 0 {
		return out
	}
	out.Probs = c.weights.probs(f)
	best := 0
	for i, p := range out.Probs {
		if p > out.Probs[best] {
			best = i
		}
	}
	out.Code, out.Prob = schema.Codes[best], out.Probs[best]
	out.Act, out.Modality = f.describe()
	return out
}

// Origin is the key of the feature that says from which collection a training
// case is; the coder speaks for "dev".
func Origin(name string) uint32 { return linear.String("origin " + name) }
