package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"entente/extract/article"
	"entente/extract/code"
	"entente/extract/nlp"
	"entente/schema"
)

type codeOptions struct {
	*app
	path string
}

func newCodeCmd(a *app) *cobra.Command {
	o := codeOptions{app: a, path: "-"}
	return &cobra.Command{
		Use:   "code [FILE|-]",
		Short: "Code given pairs of actors: one PLOVER code a row of a table",
		Long: `Code reads a table separated by tabs whose first line names the columns, among
them sentence, source and target (the actors as they stand in the sentence), and
prints one PLOVER code a line. With --json each line has the code with its
confidence, its quad class and how the act is stated. A bad row is reported with
its line number and gets an empty line, so that output and input stay in step;
the exit code is 3 then.`,
		Example: `  printf 'sentence\tsource\ttarget\nPutin received Macron in Moscow.\tPutin\tMacron\n' | entente code`,
		Args:    atMost(1, "one file at most, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.path = args[0]
			}
			return runCode(cmd.Context(), o)
		},
	}
}

// codeLine is what code --json prints of a row.
type codeLine struct {
	Line       int         `json:"line"`
	Code       schema.Code `json:"code"`
	Confidence float64     `json:"confidence"`
	Class      schema.Quad `json:"class,omitempty"`
	Act        string      `json:"act,omitempty"`
	Modality   string      `json:"modality,omitempty"`
	Error      string      `json:"error,omitempty"`
}

// pair is a row to code, or what is wrong with it.
type pair struct {
	line                     int
	sentence, source, target string
	err                      error
}

// codeBatch is how many rows are parsed together.
const codeBatch = 64

func runCode(ctx context.Context, o codeOptions) error {
	in, err := openInput(o.path, o.in)
	if err != nil {
		return err
	}
	defer in.Close()
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	coder, err := code.Load()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(o.out)
	rows, failed := 0, false
	flush := func(batch []pair) error {
		rows += len(batch)
		lines, err := codePairs(ctx, model, coder, batch)
		if err != nil {
			return err
		}
		for i, l := range lines {
			if batch[i].err != nil {
				failed = true
				fmt.Fprintf(o.err, "entente: %v\n", &article.InputError{Path: o.path, Line: l.Line, Err: batch[i].err})
			}
			if !o.json {
				fmt.Fprintln(out, l.Code)
				continue
			}
			b, err := json.Marshal(l)
			if err != nil {
				return err
			}
			out.Write(append(b, '\n'))
		}
		return out.Flush()
	}
	if err := readPairs(in, o.path, flush); err != nil {
		return err
	}
	switch {
	case rows == 0:
		return &article.InputError{Path: o.path, Err: fmt.Errorf("%w: the table has no row below its head", article.ErrEmpty)}
	case failed:
		return errReported
	}
	return nil
}

// readPairs calls f with the rows of the table, batch by batch.
func readPairs(r io.Reader, path string, f func([]pair) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 64<<10), article.DefaultMaxBytes)
	var column [3]int
	var batch []pair
	for line := 1; s.Scan(); line++ {
		text := strings.TrimSuffix(s.Text(), "\r")
		if line == 1 {
			head := strings.Split(strings.TrimPrefix(text, "\uFEFF"), "\t")
			for i, name := range [3]string{"sentence", "source", "target"} {
				column[i] = slices.IndexFunc(head, func(h string) bool { return strings.EqualFold(strings.TrimSpace(h), name) })
				if column[i] < 0 {
					return &article.InputError{Path: path, Line: 1, Err: fmt.Errorf("%w table: the first line names no column %q; it must name sentence, source and target, separated by tabs", article.ErrFormat, name)}
				}
			}
			continue
		}
		batch = append(batch, readPair(line, text, column))
		if len(batch) == codeBatch {
			if err := f(batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	if err := s.Err(); errors.Is(err, bufio.ErrTooLong) {
		return &article.InputError{Path: path, Err: fmt.Errorf("%w: a line has more than %d MB", article.ErrTooLarge, article.DefaultMaxBytes>>20)}
	} else if err != nil {
		return inputError(path, err)
	}
	return f(batch)
}

func readPair(line int, text string, column [3]int) pair {
	p := pair{line: line}
	cells := strings.Split(text, "\t")
	switch {
	case !utf8.ValidString(text):
		p.err = article.ErrEncoding
	case len(cells) <= max(column[0], column[1], column[2]):
		p.err = fmt.Errorf("%w row: %d columns where sentence, source and target are wanted", article.ErrFormat, len(cells))
	default:
		p.sentence, p.source, p.target = unquote(cells[column[0]]), unquote(cells[column[1]]), unquote(cells[column[2]])
		if strings.TrimSpace(p.sentence) == "" {
			p.err = fmt.Errorf("%w: the sentence is empty", article.ErrEmpty)
		}
	}
	return p
}

// unquote removes the quotation marks that writers of tables put around cells.
func unquote(s string) string {
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

// codePairs codes a batch; a line for each row, in order.
func codePairs(ctx context.Context, model *nlp.Model, coder *code.Coder, batch []pair) ([]codeLine, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	texts := make([]string, len(batch))
	for i, p := range batch {
		texts[i] = p.sentence
	}
	docs := model.ParseAll(texts)
	lines := make([]codeLine, len(batch))
	for i, p := range batch {
		lines[i].Line = p.line
		if p.err != nil {
			lines[i].Error = p.err.Error()
			continue
		}
		d := docs[i]
		c := coder.Code(d, nlp.Span{Start: 0, End: len(d.Tokens)}, code.Locate(d, p.source), code.Locate(d, p.target))
		lines[i].Code, lines[i].Confidence = c.Code, math.Round(c.Prob*1e4)/1e4
		lines[i].Class, lines[i].Act, lines[i].Modality = c.Code.Quad(), c.Act, c.Modality
	}
	return lines, nil
}
