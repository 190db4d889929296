package main

import (
	"context"
	"errors"

	"entente/graph"
)

// The exit codes. Scripts rely on them.
const (
	exitFound   = 0 // the command did its work, or found what was asked for
	exitNothing = 1 // nothing was found
	exitUsage   = 2 // the command line is wrong
	exitFailed  = 3 // something could not be read, written or understood
)

// errNothing ends a command that found nothing; what it says was said already.
var errNothing = errors.New("nothing found")

// errReported ends a command whose failures were already reported one by one.
var errReported = errors.New("some inputs failed")

// usageError is a mistake in the command line.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// exitCode says how the program ends after err.
func exitCode(err error) int {
	var usage usageError
	var name *graph.NameError
	switch {
	case err == nil:
		return exitFound
	case errors.As(err, &usage):
		return exitUsage
	case errors.Is(err, errNothing), errors.As(err, &name):
		return exitNothing
	}
	return exitFailed
}

// message is what the user is told about err, "" when it was told already.
func message(err error) string {
	switch {
	case err == nil, errors.Is(err, errNothing), errors.Is(err, errReported):
		return ""
	case errors.Is(err, context.Canceled):
		return "interrupted; what was already written is whole"
	}
	return err.Error()
}
