package nlp

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// tokenizer splits text into words as spaCy's tokenizer.pyx does: chunks
// between white space are looked up among the exceptions; else prefixes and
// suffixes are cut off, and the rest is split at infixes.
type tokenizer struct {
	lex        *lexicon
	affixes    *affixes
	exceptions map[string][]*lexeme
	phrases    *phraseNode // exceptions that affixes would split, as sequences of words
	words      *cache[*lexeme]
	chunks     *cache[[]*lexeme]
}

// phraseNode is a node of a tree of word sequences.
type phraseNode struct {
	next map[string]*phraseNode
	end  bool
}

func newTokenizer(lex *lexicon, spec tokenizerSpec) (*tokenizer, error) {
	a, err := newAffixes(spec, lex.chars)
	if err != nil {
		return nil, err
	}
	t := &tokenizer{lex: lex, affixes: a, exceptions: make(map[string][]*lexeme, len(spec.Exceptions)), phrases: &phraseNode{}}
	t.words, t.chunks = newCache[*lexeme](maxCachedWords), newCache[[]*lexeme](maxCachedChunks)
	// Sequences are made by the rules alone, before any exception stands.
	for chunk := range spec.Exceptions {
		if a.prefix(chunk) > 0 || a.suffix(chunk) > 0 || len(a.infixes(nil, chunk)) > 0 || strings.Contains(chunk, " ") {
			node := t.phrases
			t.split(chunk, func(x *lexeme, _ bool) {
				if x != nil {
					node = node.child(x.text)
				}
			})
			node.end = true
		}
	}
	t.words, t.chunks = newCache[*lexeme](maxCachedWords), newCache[[]*lexeme](maxCachedChunks)
	for chunk, toks := range spec.Exceptions {
		var xs []*lexeme
		text := ""
		for _, tok := range toks {
			x := lex.make(tok[0], tok[1])
			x.special = t.phrases.next[x.text]
			xs = append(xs, x)
			text += tok[0]
		}
		if text != chunk {
			return nil, fmt.Errorf("tokens of the exception %q make %q", chunk, text)
		}
		t.exceptions[chunk] = xs
	}
	return t, nil
}

func (n *phraseNode) child(word string) *phraseNode {
	if n.next == nil {
		n.next = map[string]*phraseNode{}
	}
	c := n.next[word]
	if c == nil {
		c = &phraseNode{}
		n.next[word] = c
	}
	return c
}

// tokenize returns the tokens of text, which must be valid UTF-8.
func (t *tokenizer) tokenize(text string) []token {
	toks := make([]token, 0, len(text)/5+8)
	special := false // a token may begin a phrase
	t.split(text, func(x *lexeme, space bool) {
		if x == nil {
			if len(toks) > 0 {
				toks[len(toks)-1].space = space
			}
			return
		}
		special = special || x.special != nil
		toks = append(toks, token{lex: x})
	})
	if special {
		toks = t.replacePhrases(toks)
	}
	return toks
}

// split calls emit for each word of text before phrases are replaced; with a
// nil word it tells whether a space belongs to the last one.
func (t *tokenizer) split(text string, emit func(x *lexeme, space bool)) {
	if text == "" {
		return
	}
	r, _ := utf8.DecodeRuneInString(text)
	white := t.lex.chars.is(r, isSpace)
	start := 0
	for i, r := range text {
		if t.lex.chars.is(r, isSpace) == white {
			continue
		}
		if start < i {
			t.chunk(text[start:i], emit)
		}
		start = i
		if r == ' ' {
			emit(nil, true)
			start++
		}
		white = !white
	}
	if start < len(text) {
		t.chunk(text[start:], emit)
		emit(nil, text[len(text)-1] == ' ' && !white)
	}
}

// chunk emits the words of text without white space, or of white space alone.
func (t *tokenizer) chunk(s string, emit func(x *lexeme, space bool)) {
	xs, ok := t.exceptions[s]
	if !ok {
		if xs, ok = t.chunks.get(s); !ok {
			xs = t.splitChunk(s)
			if len(s) <= maxCachedBytes {
				s = strings.Clone(s)
				t.chunks.put(s, xs)
			}
		}
	}
	for _, x := range xs {
		emit(x, false)
	}
}

func (t *tokenizer) splitChunk(s string) []*lexeme {
	var out, after []*lexeme
	for before := -1; s != "" && len(s) != before; {
		if _, ok := t.exceptions[s]; ok {
			break
		}
		before = len(s)
		p := t.affixes.prefix(s)
		if p > 0 && p < len(s) {
			if _, ok := t.exceptions[s[p:]]; ok {
				out, s = append(out, t.word(s[:p])), s[p:]
				break
			}
		}
		q := t.affixes.suffix(s[p:])
		if q > 0 && q < len(s) {
			if _, ok := t.exceptions[s[:len(s)-q]]; ok {
				after, s = append(after, t.word(s[len(s)-q:])), s[:len(s)-q]
				break
			}
		}
		if p > 0 {
			out = append(out, t.word(s[:p]))
		}
		if q > 0 {
			after = append(after, t.word(s[len(s)-q:]))
		}
		s = s[p : len(s)-q]
	}
	if s != "" {
		out = t.splitMiddle(out, s)
	}
	for _, x := range slices.Backward(after) {
		out = append(out, x)
	}
	return out
}

// splitMiddle appends the words of what is left between prefixes and suffixes.
func (t *tokenizer) splitMiddle(out []*lexeme, s string) []*lexeme {
	if xs, ok := t.exceptions[s]; ok {
		return append(out, xs...)
	}
	infixes := t.affixes.infixes(nil, s)
	if len(infixes) == 0 || t.affixes.url(s) {
		return append(out, t.word(s))
	}
	start := 0
	for _, m := range infixes {
		if m[0] == 0 {
			continue
		}
		if m[0] != start {
			out = append(out, t.word(s[start:m[0]]))
		}
		if m[0] != m[1] {
			out = append(out, t.word(s[m[0]:m[1]]))
		}
		start = m[1]
	}
	if start < len(s) {
		out = append(out, t.word(s[start:]))
	}
	return out
}

// word returns the lexeme of a text without exception.
func (t *tokenizer) word(s string) *lexeme {
	if x, ok := t.words.get(s); ok {
		return x
	}
	s = strings.Clone(s)
	x := t.lex.make(s, "")
	x.special = t.phrases.next[s]
	if len(s) <= maxCachedBytes {
		t.words.put(s, x)
	}
	return x
}

// replacePhrases replaces word sequences that make up an exception by the
// exception's own tokens: the longest first, then the leftmost.
func (t *tokenizer) replacePhrases(toks []token) []token {
	var found []Span
	for i := range toks {
		node := toks[i].lex.special
		for j := i + 1; node != nil; j++ {
			if node.end {
				found = append(found, Span{Start: i, End: j})
			}
			if j == len(toks) {
				break
			}
			node = node.next[toks[j].lex.text]
		}
	}
	if len(found) == 0 {
		return toks
	}
	slices.SortFunc(found, func(a, b Span) int {
		if d := (b.End - b.Start) - (a.End - a.Start); d != 0 {
			return d
		}
		return a.Start - b.Start
	})
	seen := make(map[int]bool)
	kept := make(map[int]int) // start -> end
	for _, f := range found {
		if !seen[f.Start] && !seen[f.End-1] {
			kept[f.Start] = f.End
		}
		for i := f.Start; i < f.End; i++ {
			seen[i] = true
		}
	}
	out := make([]token, 0, len(toks)+2*len(kept))
	for i := 0; i < len(toks); i++ {
		end, ok := kept[i]
		if !ok {
			out = append(out, toks[i])
			continue
		}
		var text strings.Builder
		for j := i; j < end; j++ {
			text.WriteString(toks[j].lex.text)
			if toks[j].space && j < end-1 {
				text.WriteByte(' ')
			}
		}
		xs, ok := t.exceptions[text.String()]
		if !ok {
			out = append(out, toks[i:end]...)
		} else {
			for _, x := range xs {
				out = append(out, token{lex: x})
			}
			out[len(out)-1].space = toks[end-1].space
		}
		i = end - 1
	}
	return out
}
