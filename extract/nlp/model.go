// Package nlp analyses English text: words, sentences, parts of speech,
// dependency trees, base forms and named entities. It runs the pipeline
// en_core_web_sm 3.8 of spaCy, with its weights and to the same results, in
// Go alone. Start with Load, then Model.Parse; the result is a Doc.
package nlp

import (
	"fmt"
	"strings"
	"sync"

	"entente/data/model"
)

// Model is the language model. It is safe for concurrent use, and one serves
// a whole program.
type Model struct {
	kernel    *kernel
	tokenizer *tokenizer
	shared    tok2vec // of tagger and parser
	tagger    *tagger
	parser    *parser
	ruler     *attributeRuler
	lemmas    *lemmatizer
	entity    tok2vec
	entities  *entityRecognizer
	scratch   sync.Pool
	vectors   bool
}

// Option changes how a Model works.
type Option func(*Model)

// WithVectors keeps every token's vector on the Doc, for Doc.Vector.
func WithVectors() Option { return func(m *Model) { m.vectors = true } }

// Load returns the model that is built into the program.
func Load(opts ...Option) (*Model, error) {
	m, err := load(bestKernel())
	if err != nil {
		return nil, fmt.Errorf("loading the language model: %w", err)
	}
	for _, o := range opts {
		o(m)
	}
	return m, nil
}

// Kernel names the code that does the arithmetic: "avx512", "avx2", "neon" or
// "portable".
func (m *Model) Kernel() string { return m.kernel.name }

func load(kn *kernel) (*Model, error) {
	m := &Model{kernel: kn}
	m.scratch.New = func() any { return newScratch() }
	// Weights and tables are read side by side.
	var t *tensors
	var weightsErr error
	var wg sync.WaitGroup
	wg.Go(func() {
		if t, weightsErr = loadTensors(); weightsErr != nil {
			return
		}
		m.shared = tok2vec{embed: newEmbedding(t, kn, "tok2vec", []int{5000, 1000, 2500, 2500, 50, 50}), encode: newEncoder(t, kn, "tok2vec")}
		m.entity = tok2vec{embed: newEmbedding(t, kn, "ner.t2v", []int{5000, 1000, 2500, 2500}), encode: newEncoder(t, kn, "ner.t2v"), entity: true}
	})
	meta, err := m.loadTables()
	wg.Wait()
	if err != nil {
		return nil, err
	}
	if weightsErr != nil {
		return nil, weightsErr
	}
	m.tagger = newTagger(t, kn, meta.Tags)
	if m.parser, err = newParser(t, kn, meta.ParserMoves); err != nil {
		return nil, err
	}
	if m.entities, err = newEntityRecognizer(t, kn, meta.NERMoves); err != nil {
		return nil, err
	}
	return m, t.err
}

func loadTensors() (*tensors, error) {
	f, err := model.Files.Open(model.Weights)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t, err := readTensors(f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", model.Weights, err)
	}
	return t, nil
}

// loadTables makes the parts that need no weights.
func (m *Model) loadTables() (*meta, error) {
	f, err := model.Files.Open(model.Meta)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	meta, err := readMeta(f)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", model.Meta, err)
	}
	if m.ruler, err = newAttributeRuler(meta.Ruler, meta.Tags); err != nil {
		return nil, err
	}
	lex := &lexicon{ids: meta.Symbols, rules: m.ruler.startingWith, norms: meta.Norms, chars: newChars(meta.Classes, meta.Lower)}
	if m.tokenizer, err = newTokenizer(lex, meta.Tokenizer); err != nil {
		return nil, err
	}
	m.lemmas = newLemmatizer(lex.chars, meta.Lemmatizer)
	return meta, nil
}

// Parse analyses one text. Runs of bytes that are not valid UTF-8 are read as
// the replacement character U+FFFD, which then stands in Doc.Text, to which all
// offsets refer. Time and memory grow with the length of the text, about 0.25
// kilobytes a token; paragraphs are the natural unit.
func (m *Model) Parse(text string) *Doc { return m.ParseAll([]string{text})[0] }

// batchTokens is the number of tokens from which on ParseAll analyses what it
// has collected: enough to keep the kernels busy.
const batchTokens = 600

// maxKeptTokens is the size of texts up to which buffers are kept for others.
const maxKeptTokens = 20_000

// ParseAll analyses many texts, each by itself but in batches, which is faster
// for short ones. The results do not depend on what else is in the batch.
func (m *Model) ParseAll(texts []string) []*Doc {
	for i, text := range texts {
		if len(text) > pieceBytes {
			docs := append(m.ParseAll(texts[:i]), m.parsePieces(text, pieceBytes))
			return append(docs, m.ParseAll(texts[i+1:])...)
		}
	}
	docs := make([]*Doc, len(texts))
	s := m.scratch.Get().(*scratch)
	defer func() {
		if cap(s.u.data) <= maxKeptTokens*hiddenWidth {
			m.scratch.Put(s)
		}
	}()
	var batch [][]token
	first, n := 0, 0
	for i, text := range texts {
		docs[i] = &Doc{Text: strings.ToValidUTF8(text, "\uFFFD")}
		batch = append(batch, m.tokenizer.tokenize(docs[i].Text))
		n += len(batch[len(batch)-1])
		if n >= batchTokens || i == len(texts)-1 {
			m.analyse(s, docs[first:i+1], batch)
			batch, first, n = batch[:0], i+1, 0
		}
	}
	return docs
}

// analyse fills the Docs of one batch from their tokens.
func (m *Model) analyse(s *scratch, docs []*Doc, batch [][]token) {
	kn := m.kernel
	offset := make([]int, len(batch)+1) // of each document's first token in the batch
	for i, toks := range batch {
		offset[i+1] = offset[i] + len(toks)
		if m.vectors {
			docs[i].vectors = make([]float32, len(toks)*width)
		}
	}
	n := offset[len(batch)]
	tags := make([]uint8, n)
	u := s.u.get((n + kn.slack()) * hiddenWidth)
	clear(u[n*hiddenWidth:])
	segs := segments(batch)
	for _, g := range segs {
		m.shared.run(kn, s, batch, g, func(g segment, rows []float32) {
			at, k := offset[g.doc]+g.start, g.end-g.start
			m.tagger.run(kn, s, tags[at:], rows, k)
			m.parser.model.run(kn, s, u[at*hiddenWidth:], rows, k)
			if m.vectors {
				copy(docs[g.doc].vectors[g.start*width:], rows[:k*width])
			}
		})
	}
	var state arcEager
	trees := make([]*tree, len(batch))
	for i, toks := range batch {
		m.parser.run(kn, s, &state, u[offset[i]*hiddenWidth:], len(toks))
		trees[i] = newTree(m.parser, &state, toks)
	}
	for _, g := range segs {
		m.entity.run(kn, s, batch, g, func(g segment, rows []float32) {
			at := offset[g.doc] + g.start
			m.entities.model.run(kn, s, u[at*hiddenWidth:], rows, g.end-g.start)
		})
	}
	for i, toks := range batch {
		d := docs[i]
		m.annotate(d, toks, trees[i], tags[offset[i]:])
		m.entities.run(kn, s, u[offset[i]*hiddenWidth:], toks, trees[i].starts, func(j int, iob byte, label string) {
			d.Tokens[j].EntIOB, d.Tokens[j].EntType = iob, label
		})
		d.finish()
	}
}

// annotate makes the Tokens of d, but for their entities.
func (m *Model) annotate(d *Doc, toks []token, t *tree, tags []uint8) {
	d.Tokens = make([]Token, len(toks))
	at := 0
	for i := range toks {
		x := toks[i].lex
		d.Tokens[i] = Token{Text: d.Text[at : at+len(x.text)], Start: at, End: at + len(x.text), Space: toks[i].space,
			Tag: m.tagger.tags[tags[i]], Dep: t.deps[i], Head: int(t.heads[i]), SentStart: t.starts[i]}
		at += len(x.text)
		if toks[i].space {
			at++
		}
	}
	m.ruler.run(d.Tokens, toks, tags)
	for i := range d.Tokens {
		if tok := &d.Tokens[i]; tok.Lemma == "" {
			tok.Lemma = m.lemmas.lemma(toks[i].lex, tok.POS, tok.Morph)
		}
	}
}
