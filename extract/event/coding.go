package event

import (
	"slices"
	"strings"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// codeOf returns the probability of each code for an event, in the order of
// schema.Codes.
func (f *Finder) codeOf(s *sentence, k *clause, a, b *argument) (p [len(schema.Codes)]float64) {
	if demands(s.block.Doc, k, b) {
		const sure = 0.85
		for i, c := range schema.Codes {
			p[i] = (1 - sure) / float64(len(p)-1)
			if c == schema.Request {
				p[i] = sure
			}
		}
		return p
	}
	return s.reading.Probs(f.codes, s.happening(k, a, b))
}

// happening is an event as the coder looks at it.
func (s *sentence) happening(k *clause, a, b *argument) code.Event {
	return code.Event{Sentence: s.span, Predicate: k.pred, Source: a.span(), Target: b.span(), Own: true}
}

// fromArticles marks the features of an event of an article as such, so that
// the model learns what articles and coded sentences share from both and the
// difference from articles.
const fromArticles = "gold"

func codingVector(s *sentence, k *clause, a, b *argument) linear.Vector {
	return append(s.reading.Vector(s.happening(k, a, b)), linear.Feature{Key: code.Origin(fromArticles), Value: 1})
}

// What cross-validation of the coder found best (data/coder/ACCURACY.md).
const (
	codingPenalty = 1
	codedWeight   = 0.15 // of a coded sentence beside an event of an article
	firstCode     = 0.7  // share of the first of several acceptable codes
)

// codingCases are the cases of the coding model for one event: one for each
// acceptable code, with weights that add up to the article's.
func codingCases(v linear.Vector, accepted []string, weight float32) []linear.Case {
	var out []linear.Case
	for i, a := range accepted {
		label := slices.Index(schema.Codes[:], schema.Code(a))
		if label < 0 {
			continue
		}
		w := float32(1)
		if len(accepted) > 1 {
			w = firstCode
			if i > 0 {
				w = (1 - firstCode) / float32(len(accepted)-1)
			}
		}
		out = append(out, linear.Case{Vector: v, Label: label, Weight: w * weight})
	}
	return out
}

// codedCodes are the cases of the coding model from coded sentences.
func codedCodes(coded []Coded, c *code.Coder) []linear.Case {
	var out []linear.Case
	for i := range coded {
		r := &coded[i]
		label := slices.Index(schema.Codes[:], r.Code)
		if label < 0 {
			continue
		}
		v := c.Read(r.Doc).Vector(code.Event{Sentence: nlp.Span{Start: 0, End: len(r.Doc.Tokens)}, Predicate: -1, Source: r.Source, Target: r.Target})
		v = append(v, linear.Feature{Key: code.Origin("dev"), Value: 1})
		out = append(out, linear.Case{Vector: v, Label: label, Weight: codedWeight})
	}
	return out
}

// demands reports whether the clause asks its object to do something in so
// many words: "told Minsk to free them", "said that Minsk should free them".
func demands(d *nlp.Doc, k *clause, b *argument) bool {
	c := -1
	switch {
	case k.lemma == "tell" && (b.role == "obj" || b.role == "iobj"):
		if c = d.Child(k.verb, "xcomp", "ccomp"); c < 0 || d.Tokens[c].Tag != "VB" {
			return false
		}
		a := d.Child(c, "aux")
		return a >= 0 && d.Tokens[a].Tag == "TO" && d.Child(c, "nsubj") < 0
	case saying[k.lemma] && (b.role == "ccomp>subj" || b.role == "ccomp>obj"):
		if c = d.Child(k.verb, "ccomp"); c < 0 {
			return false
		}
		a := d.Child(c, "aux")
		if a < 0 {
			return false
		}
		switch strings.ToLower(d.Tokens[a].Text) {
		case "should", "must", "ought":
			return true
		}
	}
	return false
}
