// Package train fits the models of the event coder and measures them by
// cross-validation. Start with Read, then Fit or CrossValidate; cmd/train-coder
// is the command over it.
package train

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Row is one labelled row of the event-coding data. Dev says that it belongs
// to the collection whose conventions the coder follows; the others help.
type Row struct {
	Sentence, Source, Target string
	Code                     schema.Code
	Origin                   string
	Dev                      bool

	doc      *nlp.Doc
	src, tgt nlp.Span
}

// collections are the files of the event-coding data with the weight of their
// rows; "extra" is noisier.
var collections = [...]struct {
	name, origin string
	weight       float32
}{{"dev", "dev", 1}, {"written-a", "written", 1}, {"written-b", "written", 1}, {"extra", "extra", 0.5}}

// Read reads the labelled rows of the folder and parses them.
func Read(folder string, model *nlp.Model) ([]Row, error) {
	var rows []Row
	for _, c := range collections {
		r, err := readFile(filepath.Join(folder, c.name+".tsv"), c.origin)
		if err != nil {
			return nil, err
		}
		rows = append(rows, r...)
	}
	texts := make([]string, len(rows))
	for i, r := range rows {
		texts[i] = r.Sentence
	}
	for i, d := range model.ParseAll(texts) {
		r := &rows[i]
		r.doc, r.src, r.tgt = d, code.Locate(d, r.Source), code.Locate(d, r.Target)
	}
	return rows, nil
}

func readFile(path, origin string) ([]Row, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading event-coding data: %w", err)
	}
	var rows []Row
	s := bufio.NewScanner(bytes.NewReader(b))
	s.Buffer(nil, 1<<20)
	for line := 1; s.Scan(); line++ {
		if line == 1 {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) < 4 || schema.Code(c[3]) == schema.NoCode || !schema.Code(c[3]).Valid() {
			return nil, fmt.Errorf("%s:%d: want sentence, source, target and code, separated by tabs", path, line)
		}
		if strings.TrimSpace(c[0]) == "" {
			continue
		}
		rows = append(rows, Row{Sentence: unquote(c[0]), Source: unquote(c[1]), Target: unquote(c[2]),
			Code: schema.Code(c[3]), Origin: origin, Dev: origin == "dev"})
	}
	return rows, s.Err()
}

// unquote removes the quotes that CSV writers put around cells with quotes.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

func (r *Row) whole() nlp.Span { return nlp.Span{Start: 0, End: len(r.doc.Tokens)} }

func (r *Row) weight() float32 {
	for _, c := range collections {
		if c.origin == r.Origin {
			return c.weight
		}
	}
	return 1
}

// withOrigin adds the feature of the collection, which takes up how often
// each code occurs there.
func withOrigin(v linear.Vector, origin string) linear.Vector {
	return append(v, linear.Feature{Key: code.Origin(origin), Value: 1})
}
