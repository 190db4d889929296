package article

import (
	"errors"
	"fmt"
)

// What can be wrong with an input. Errors that Read yields wrap one of these,
// or one of package io/fs.
var (
	ErrEmpty    = errors.New("nothing in it to read")
	ErrBinary   = errors.New("not a text")
	ErrEncoding = errors.New("not valid UTF-8")
	ErrTooLarge = errors.New("too large for one article")
	ErrLanguage = errors.New("not in English")
	ErrFormat   = errors.New("malformed")
)

// InputError says which input could not be read, and why.
type InputError struct {
	Path string // the file, "-" for standard input
	Line int    // the line in a file of many articles, 0 when it is one
	Err  error
}

func (e *InputError) Error() string {
	path := e.Path
	if path == "-" {
		path = "standard input"
	}
	if e.Line > 0 {
		return fmt.Sprintf("reading %s, line %d: %v", path, e.Line, e.Err)
	}
	return fmt.Sprintf("reading %s: %v", path, e.Err)
}

func (e *InputError) Unwrap() error { return e.Err }
