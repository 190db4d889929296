package main

import (
	"encoding/base64"
	"fmt"
)

// The graph's cursors hold bytes that no command line can: outside they are
// written in base64.

func cursorOut(next string) string { return base64.RawURLEncoding.EncodeToString([]byte(next)) }

func cursorIn(s string) (string, error) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		return "", usageError{fmt.Errorf("--after is %q, which is no page of an answer; copy it from the end of one", s)}
	}
	return string(b), nil
}
