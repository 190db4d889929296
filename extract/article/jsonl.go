package article

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"entente/schema"
)

// record is one line of a JSON Lines file.
type record struct {
	Title  string `json:"title"`
	Date   string `json:"date"`
	Text   string `json:"text"`
	Source string `json:"source"`
	URL    string `json:"url"`
}

// readJSONLines yields one article a line; a bad line yields its error, with
// its number, and the next line is read.
func readJSONLines(ctx context.Context, path string, r io.Reader, opts Options, yield func(*Input, error) bool) bool {
	in := bufio.NewReaderSize(r, 64<<10)
	limit := opts.limit()
	found := false
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return yield(nil, err) && false
		}
		b, long, err := readLine(in, limit*2)
		if err != nil && !errors.Is(err, io.EOF) {
			return yield(nil, &InputError{Path: path, Line: n, Err: plain(err)})
		}
		if strings.TrimSpace(string(b)) != "" || long {
			found = true
			a, bad := parseRecord(b, long, limit, opts)
			if bad != nil {
				if !yield(nil, &InputError{Path: path, Line: n, Err: bad}) {
					return false
				}
			} else if !yield(&Input{Article: a, Path: path, Line: n}, nil) {
				return false
			}
		}
		if err != nil {
			break
		}
	}
	if !found {
		return yield(nil, &InputError{Path: path, Err: ErrEmpty})
	}
	return true
}

// readLine reads up to the next line end; of a line longer than limit it
// keeps nothing and returns long.
func readLine(in *bufio.Reader, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if int64(len(line)) > limit {
			line, long = nil, true
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return line, long, err
	}
}

func parseRecord(b []byte, long bool, limit int64, opts Options) (*schema.Article, error) {
	if long {
		return nil, tooLarge(limit)
	}
	if err := CheckText(b); err != nil {
		return nil, err
	}
	var rec record
	if err := json.Unmarshal(b, &rec); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return nil, fmt.Errorf("%w JSON, column %d: %v", ErrFormat, syntax.Offset, err)
		}
		return nil, fmt.Errorf("%w JSON: %v", ErrFormat, err)
	}
	if strings.TrimSpace(rec.Text) == "" {
		return nil, fmt.Errorf("%w: the field \"text\" is missing or empty", ErrEmpty)
	}
	if int64(len(rec.Text)) > limit {
		return nil, tooLarge(limit)
	}
	if rec.Date != "" && opts.Date.IsZero() {
		d, err := ParseDate(rec.Date)
		if err != nil {
			return nil, fmt.Errorf("%w field \"date\": %v", ErrFormat, err)
		}
		opts.Date = d
	}
	opts.Title = rec.Title
	if rec.Source != "" {
		opts.Source = rec.Source
	}
	if rec.URL != "" {
		opts.URL = rec.URL
	}
	return finish(Parse(rec.Text, opts), opts)
}
