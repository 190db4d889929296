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
	lex   *lexicon
	table *vectors.Table
	keys  *denseKeys
	model *linear.Model
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
	if c.model, err = linear.Unmarshal(data.Model); err != nil {
		return nil, fmt.Errorf("loading the event coder's weights: %w", err)
	}
	if c.model.Classes != len(schema.Codes) {
		return nil, fmt.Errorf("loading the event coder's weights: %d classes where the schema has %d codes", c.model.Classes, len(schema.Codes))
	}
	return c, nil
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
	return &Coder{lex: c.lex, table: c.table, keys: c.keys, model: m}
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
	f := c.frame(d, sent, pred, source, target)
	out := Coding{Predicate: f.pred}
	if f.pred < 0 {
		return out
	}
	f.all()
	f.v = append(f.v, linear.Feature{Key: Origin("dev"), Value: 1})
	var buf [len(schema.Codes)]float32
	best := 0
	for i, p := range linear.Softmax(c.model.Scores(f.v, buf[:0])) {
		out.Probs[i] = p
		if p > out.Probs[best] {
			best = i
		}
	}
	out.Code, out.Prob = schema.Codes[best], out.Probs[best]
	out.Act, out.Modality = f.describe()
	return out
}

// ClauseVector returns the features that CodeAt weighs. With own, the
// features of the act are doubled by a set that no labelled row carries: a
// model trained on rows and on events coded by other conventions learns from
// the first what both share and keeps the difference in these.
func (c *Coder) ClauseVector(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span, own bool) linear.Vector {
	f := c.frame(d, sent, pred, source, target)
	f.own = own
	f.all()
	return f.v
}

func (c *Coder) frame(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) *features {
	return &features{lex: c.lex, table: c.table, keys: c.keys, frame: newFrame(d, sent, source, target, pred)}
}

// Acts returns the classes of acts that the lexicon knows the token under,
// alone and with its objects and particles, operators ("STOP", "PROMISE") in
// capitals; nil where it knows none.
func (c *Coder) Acts(d *nlp.Doc, pred int) []string {
	f := &features{lex: c.lex, frame: &frame{d: d, s: -1, t: -1, pred: pred}}
	return f.allClasses(pred)
}

// Origin is the key of the feature that says from which collection a training
// case is; the coder speaks for "dev".
func Origin(name string) uint32 { return linear.String("origin " + name) }
