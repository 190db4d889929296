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
	lex      *lexicon
	table    *vectors.Table
	sentence *linear.Model // for Code
	clause   *linear.Model // for CodeAt
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
	for _, m := range []struct {
		to   **linear.Model
		name string
		data []byte
	}{{&c.sentence, "sentence.bin", data.Sentence}, {&c.clause, "clause.bin", data.Clause}} {
		if *m.to, err = linear.Unmarshal(m.data); err != nil {
			return nil, fmt.Errorf("loading the event coder's weights %s: %w", m.name, err)
		}
		if n := (*m.to).Classes; n != len(schema.Codes) {
			return nil, fmt.Errorf("loading the event coder's weights %s: %d classes where the schema has %d codes", m.name, n, len(schema.Codes))
		}
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
	return &Coder{lex: lex, table: table}, nil
}

// With returns a coder that uses the given weights for sentences and for
// clauses, as cross-validation needs; nil leaves the present ones.
func (c *Coder) With(sentence, clause *linear.Model) *Coder {
	d := *c
	if sentence != nil {
		d.sentence = sentence
	}
	if clause != nil {
		d.clause = clause
	}
	return &d
}

// Code codes what the source does to the target in the sentence, whose tokens
// are sent; either party may be an empty span, which means that the sentence
// does not name it.
func (c *Coder) Code(d *nlp.Doc, sent, source, target nlp.Span) Coding {
	f := c.frame(d, sent, -1, source, target)
	return c.finish(f, c.sentence)
}

// CodeAt returns the code of the event that the token pred states between
// source and target, with its probability. It looks at the predicate's clause
// alone, and so suits sentences with several events.
func (c *Coder) CodeAt(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) (schema.Code, float64) {
	k := c.CodingAt(d, sent, pred, source, target)
	return k.Code, k.Prob
}

// CodingAt is CodeAt with all that the coder found.
func (c *Coder) CodingAt(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) Coding {
	f := c.frame(d, sent, pred, source, target)
	f.local = true
	return c.finish(f, c.clause)
}

// finish scores the features of a frame.
func (c *Coder) finish(f *features, m *linear.Model) Coding {
	out := Coding{Predicate: f.pred}
	if f.pred < 0 {
		return out
	}
	f.all()
	f.v = append(f.v, linear.Feature{Key: Origin("dev"), Value: 1})
	var buf [len(schema.Codes)]float32
	best := 0
	for i, p := range linear.Softmax(m.Scores(f.v, buf[:0])) {
		out.Probs[i] = p
		if p > out.Probs[best] {
			best = i
		}
	}
	out.Code, out.Prob = schema.Codes[best], out.Probs[best]
	out.Act, out.Modality = f.describe()
	return out
}

// SentenceVector returns the features that Code weighs.
func (c *Coder) SentenceVector(d *nlp.Doc, sent, source, target nlp.Span) linear.Vector {
	f := c.frame(d, sent, -1, source, target)
	f.all()
	return f.v
}

// ClauseVector returns the features that CodeAt weighs; a negative pred is
// found from the parties. With own, the features of the act are doubled by a
// set that no labelled row carries: a model trained on rows and on events
// coded by other conventions learns from the first what both share and keeps
// the difference in these.
func (c *Coder) ClauseVector(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span, own bool) linear.Vector {
	f := c.frame(d, sent, pred, source, target)
	f.local, f.own = true, own
	f.all()
	return f.v
}

func (c *Coder) frame(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) *features {
	return &features{lex: c.lex, table: c.table, frame: newFrame(d, sent, source, target, pred)}
}

// ProbsAt returns the probability of every code of schema.Codes for the event
// that the token pred states between source and target.
func (c *Coder) ProbsAt(d *nlp.Doc, sent nlp.Span, pred int, source, target nlp.Span) [len(schema.Codes)]float64 {
	return c.CodingAt(d, sent, pred, source, target).Probs
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
