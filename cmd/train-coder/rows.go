package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// row is one labelled row of the event-coding data.
type row struct {
	sentence, source, target string
	code                     schema.Code
	origin                   string
	doc                      *nlp.Doc
}

func readRows(folder, name string) ([]row, error) {
	path := filepath.Join(folder, name+".tsv")
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading event-coding data: %w", err)
	}
	var rows []row
	s := bufio.NewScanner(bytes.NewReader(b))
	s.Buffer(nil, 1<<20)
	for line := 1; s.Scan(); line++ {
		if line == 1 {
			continue
		}
		c := strings.Split(s.Text(), "\t")
		if len(c) < 4 || !schema.Code(c[3]).Valid() {
			return nil, fmt.Errorf("%s:%d: want sentence, source, target and code, separated by tabs", path, line)
		}
		r := row{sentence: unquote(c[0]), source: unquote(c[1]), target: unquote(c[2]), code: schema.Code(c[3]), origin: name}
		rows = append(rows, r)
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
