package model

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestHashes compares the embedded files with the hashes in README.md.
func TestHashes(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{Weights, Meta} {
		b, err := Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if line := fmt.Sprintf("%x  %s", sha256.Sum256(b), name); !strings.Contains(string(readme), line) {
			t.Errorf("README.md does not say %q: was convert.py run without it?", line)
		}
	}
	licence, err := os.ReadFile("LICENSE")
	if err != nil {
		t.Fatal(err)
	}
	if line := fmt.Sprintf("%x  LICENSE", sha256.Sum256(licence)); !strings.Contains(string(readme), line) {
		t.Errorf("README.md does not say %q", line)
	}
}
