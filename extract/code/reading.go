package code

import (
	"slices"
	"strings"

	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/extract/vectors"
)

// Reading is a text as the coder reads it. It keeps what it has looked up of
// each token, whoever the parties are, so that the many events that one
// sentence may state share it. It is not safe for concurrent use.
type Reading struct {
	d     *nlp.Doc
	lex   *lexicon
	table *vectors.Table
	keys  *denseKeys
	words []word // by token, each part filled when first asked for
	room  linear.Vector
}

// word is what is looked up of one token.
type word struct {
	lemma         string // lower case
	mask          string // the lemma, or the kind of name that it is
	facts         *verbFacts
	sought        bool // the classes have been looked up
	phrases, sole []string
	acts          []string
	valued        bool      // the vector has been looked up
	unit          []float32 // of length one, nil if the word has no vector
}

// Read begins the reading of a text.
func (c *Coder) Read(d *nlp.Doc) *Reading {
	return &Reading{d: d, lex: c.lex, table: c.table, keys: c.keys, words: make([]word, len(d.Tokens))}
}

func (r *Reading) lemma(i int) string {
	if i < 0 {
		return ""
	}
	w := &r.words[i]
	if w.lemma == "" {
		w.lemma = strings.ToLower(r.d.Tokens[i].Lemma)
	}
	return w.lemma
}

// word returns the lemma of a token, or, of a name, its kind in angle
// brackets.
func (r *Reading) word(i int) string {
	w := &r.words[i]
	if w.mask == "" {
		w.mask = r.masked(i)
	}
	return w.mask
}

func (r *Reading) masked(i int) string {
	t := &r.d.Tokens[i]
	switch {
	case t.EntIOB != 'O' && t.EntType != "":
		return "<" + t.EntType + ">"
	case t.POS == "PROPN":
		return "<NAME>"
	case t.POS == "NUM":
		return "<NUM>"
	case t.POS == "PUNCT":
		return t.Text
	}
	return r.lemma(i)
}

// facts returns the grammatical facts of a verb, none for a negative token.
func (r *Reading) facts(v int) *verbFacts {
	if v < 0 {
		return &verbFacts{}
	}
	w := &r.words[v]
	if w.facts == nil {
		f := factsOf(r.d, v)
		w.facts = &f
	}
	return w.facts
}

// classes returns the classes of acts of a token: those of the phrases that it
// heads and those of the word alone.
func (r *Reading) classes(i int) (phrases, sole []string) {
	w := &r.words[i]
	if !w.sought {
		w.phrases, w.sole = r.seek(i)
		w.acts = distinct(w.phrases, w.sole)
		w.sought = true
	}
	return w.phrases, w.sole
}

// Acts returns the classes of acts that the lexicon knows the token under,
// alone and with its objects and particles, operators ("STOP", "PROMISE") in
// capitals; nil where it knows none or the token is negative.
func (r *Reading) Acts(i int) []string {
	if i < 0 {
		return nil
	}
	r.classes(i)
	return r.words[i].acts
}

func distinct(lists ...[]string) []string {
	var out []string
	for _, l := range lists {
		for _, s := range l {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// unit returns the vector of a token's lemma at length one, nil if it has
// none.
func (r *Reading) unit(i int) []float32 {
	w := &r.words[i]
	if !w.valued {
		w.valued = true
		if w.unit = r.table.Vector(r.lemma(i)); w.unit != nil {
			n := 1 / length(w.unit)
			for k := range w.unit {
				w.unit[k] *= n
			}
		}
	}
	return w.unit
}
