package nlp

import (
	"sync/atomic"
	"unicode/utf8"
)

// lexeme is a word type: what is known of a token by its text alone.
type lexeme struct {
	text, lower string
	space       bool // white space throughout
	features    [4]uint64
	special     *phraseNode // the token sequences of exceptions that begin here
	rules       []int32     // the attribute ruler's patterns that begin with this word

	// The embedding's output for this word, made when first needed: for the
	// shared network without and with a following space, and for the
	// entity network.
	mixed [3]atomic.Pointer[vector]
}

// vector is one token's row between two layers.
type vector [width]float32

// Order of lexeme.features, which the embedding tables follow.
const (
	featNorm = iota
	featPrefix
	featSuffix
	featShape
)

// lexicon makes lexemes.
type lexicon struct {
	ids   stringIDs
	norms map[uint64]string
	chars *chars
	rules func(lower string) []int32 // attributeRuler.startingWith
}

// make returns the lexeme of a text, with the given norm or, if that is "",
// the text's own.
func (l *lexicon) make(text, norm string) *lexeme {
	x := &lexeme{text: text, lower: l.chars.toLower(text), space: l.chars.all(text, isSpace)}
	x.rules = l.rules(x.lower)
	if norm == "" {
		var ok bool
		if norm, ok = l.norms[l.ids.id(text)]; !ok {
			norm = x.lower
		}
	}
	_, n := utf8.DecodeRuneInString(text)
	suffix := len(text)
	for i := 0; i < 3 && suffix > 0; i++ {
		_, size := utf8.DecodeLastRuneInString(text[:suffix])
		suffix -= size
	}
	x.features = [4]uint64{l.ids.id(norm), l.ids.id(text[:n]), l.ids.id(text[suffix:]), l.ids.id(l.chars.shape(text))}
	return x
}
