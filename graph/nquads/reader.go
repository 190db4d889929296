package nquads

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// MaxLine is the length in bytes beyond which a line is refused, so that input
// without line ends cannot exhaust memory.
const MaxLine = 16 << 20

// Error tells in which line, and where possible in which column (counted in
// bytes from 1), the input breaks which rule.
type Error struct {
	Line, Column int
	Err          error
}

// Error names line, column and reason.
func (e *Error) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("line %d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Err }

// ErrLineTooLong says that a line is longer than MaxLine.
var ErrLineTooLong = errors.New("line is longer than 16 MiB")

// Reader reads quads one after the other. After an *Error the reader stands
// at the next line, so that a caller may report it and go on.
type Reader struct {
	in   *bufio.Reader
	buf  []byte
	rest []byte // what follows a carriage return inside buf
	line int
}

// NewReader returns a reader of N-Quads; N-Triples are N-Quads without labels.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 64<<10)}
}

// Line is the number of the line last read, counted from 1.
func (r *Reader) Line() int { return r.line }

// Read returns the next quad, io.EOF at the end, an *Error for a line that is
// not N-Quads, or the error of the underlying reader.
func (r *Reader) Read() (quad.Quad, error) {
	for {
		line, err := r.readLine()
		if err != nil {
			return quad.Quad{}, err
		}
		q, ok, err := ParseLine(line)
		if err != nil {
			var e *Error
			if errors.As(err, &e) {
				e.Line = r.line
			}
			return quad.Quad{}, err
		}
		if ok {
			return q, nil
		}
	}
}

// readLine returns the next line. Line feeds, carriage returns and both
// together end lines.
func (r *Reader) readLine() ([]byte, error) {
	if len(r.rest) == 0 {
		if err := r.fill(); err != nil {
			return nil, err
		}
	}
	r.line++
	line := r.rest
	if i := bytes.IndexByte(line, '\r'); i >= 0 && i+1 < len(line) && line[i+1] != '\n' {
		r.rest = line[i+1:]
		return line[:i], nil
	}
	r.rest = nil
	return line, nil
}

// fill reads up to the next line feed into rest.
func (r *Reader) fill() error {
	r.buf = r.buf[:0]
	long := false
	for {
		part, err := r.in.ReadSlice('\n')
		if len(r.buf)+len(part) > MaxLine {
			long = true
			r.buf = r.buf[:0]
		} else {
			r.buf = append(r.buf, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil && err != io.EOF {
			return fmt.Errorf("reading line %d: %w", r.line+1, err)
		}
		if err == io.EOF && len(part) == 0 && len(r.buf) == 0 && !long {
			return io.EOF
		}
		if long {
			r.line++
			return &Error{Line: r.line, Err: ErrLineTooLong}
		}
		r.rest = r.buf
		return nil
	}
}

// ParseLine reads one line: a statement, a comment or nothing. It reports
// whether there was a statement. The quad does not refer to the line's memory.
func ParseLine(line []byte) (quad.Quad, bool, error) {
	p := parser{s: line}
	if !utf8.Valid(line) {
		return quad.Quad{}, false, &Error{Err: errors.New("not valid UTF-8")}
	}
	q, ok, err := p.statement()
	if err != nil {
		return quad.Quad{}, false, &Error{Column: p.i + 1, Err: err}
	}
	return q, ok, nil
}
