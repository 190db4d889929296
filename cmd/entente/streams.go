package main

import (
	"io"
	"os"
)

// streams are where a command reads and writes. Answers go to out, talk to
// err.
type streams struct {
	in       io.Reader
	out, err io.Writer
	// inTerminal, outTerminal and errTerminal say that a person is there.
	inTerminal, outTerminal, errTerminal bool
}

func standardStreams() streams {
	return streams{in: os.Stdin, out: os.Stdout, err: os.Stderr,
		inTerminal: isTerminal(os.Stdin), outTerminal: isTerminal(os.Stdout), errTerminal: isTerminal(os.Stderr)}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}
