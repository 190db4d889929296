package nlp

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
)

// metaFormat is the version of the metadata that this package reads.
const metaFormat = 1

// meta is the model's metadata: everything but the weights.
type meta struct {
	Format      int
	Tags        []string
	ParserMoves []string `json:"parser_moves"`
	NERMoves    []string `json:"ner_moves"`
	Symbols     map[string]uint64
	Norms       map[uint64]string // by string id
	Ruler       []ruleSpec
	Lemmatizer  map[string]lemmaSpec // by lower-case part of speech
	Tokenizer   tokenizerSpec
	Classes     []int // runs of [first code point, flags]
	Lower       map[rune]string
}

type ruleSpec struct {
	Patterns [][][]testSpec // alternatives of token patterns of tests
	Attrs    map[string]string
	Index    int
}

// testSpec is [attribute, operator, values].
type testSpec struct {
	attr, op string
	values   []string
}

func (t *testSpec) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&t.attr, &t.op, &t.values})
}

type lemmaSpec struct {
	Rules      [][2]string
	Exceptions map[string][]string
	Index      string // sorted words joined by spaces
}

type tokenizerSpec struct {
	Prefix, Suffix, Infix, URL string
	Lower                      string                 // the letters of top-level domains
	Exceptions                 map[string][][2]string // tokens as [text, norm or ""]
}

// readMeta reads the compressed JSON.
func readMeta(r io.Reader) (*meta, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("decompressing the metadata: %w", err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("decompressing the metadata: %w", err)
	}
	m := &meta{}
	if err := json.Unmarshal(b, m); err != nil {
		return nil, fmt.Errorf("reading the metadata: %w", err)
	}
	if m.Format != metaFormat {
		return nil, fmt.Errorf("the metadata has format %d, want %d: run data/model/convert.py again", m.Format, metaFormat)
	}
	return m, nil
}
