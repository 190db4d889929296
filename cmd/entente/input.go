package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"entente/extract/article"
)

// openInput opens a file that is no article, or standard input for "-". What
// is no text by its first bytes is refused, so that a picture gives one
// message and not one for each line. The error is an *article.InputError.
func openInput(path string, stdin io.Reader) (io.ReadCloser, error) {
	in := io.NopCloser(stdin)
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return nil, inputError(path, err)
		}
		if info, err := f.Stat(); err == nil && info.IsDir() {
			f.Close()
			return nil, inputError(path, errors.New("it is a folder; name the files in it"))
		}
		in = f
	}
	b := bufio.NewReaderSize(in, 64<<10)
	head, err := b.Peek(4 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		in.Close()
		return nil, inputError(path, err)
	}
	if err := article.CheckText(head); errors.Is(err, article.ErrBinary) {
		in.Close()
		return nil, inputError(path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{b, in}, nil
}

// inputError names the input once: errors of package os name it too.
func inputError(path string, err error) error {
	return &article.InputError{Path: path, Err: bare(err)}
}

// outputError says which file could not be written; the name of the temporary
// one beside it tells nobody anything.
func outputError(path string, err error) error {
	if info, e := os.Stat(path); e == nil && info.IsDir() {
		err = errors.New("it is a folder; name a file")
	}
	return fmt.Errorf("writing %s: %w", path, bare(err))
}

// bare takes the path off an error of package os.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
