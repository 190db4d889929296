package nquads_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
)

// TestW3C runs the whole W3C suites for N-Quads and N-Triples. There are no
// deviations: every positive document is read and survives writing, every
// negative one is refused.
func TestW3C(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "rdf-tests")
	for _, suite := range []struct {
		dir      string
		pos, neg int
	}{{"rdf-n-quads", 53, 34}, {"rdf-n-triples", 41, 29}} {
		t.Run(suite.dir, func(t *testing.T) {
			dir := filepath.Join(root, suite.dir)
			manifest, err := os.ReadFile(filepath.Join(dir, "manifest.ttl"))
			if err != nil {
				t.Skipf("the W3C suite is not here: %v", err)
			}
			entry := regexp.MustCompile(`(?s)(?:rdf:type|a)\s+rdft:Test\w+(Positive|Negative)Syntax.*?mf:action\s+<([^>]+)>`)
			pos, neg := 0, 0
			for _, m := range entry.FindAllSubmatch(manifest, -1) {
				name := string(m[2])
				data, err := os.ReadFile(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				quads, err := readAll(data)
				if string(m[1]) == "Negative" {
					neg++
					if err == nil {
						t.Errorf("%s: accepted, but the suite demands refusal", name)
					}
					continue
				}
				pos++
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				var out []byte
				for _, q := range quads {
					if out, err = nquads.AppendQuad(out, q); err != nil {
						t.Errorf("%s: writing: %v", name, err)
					}
				}
				again, err := readAll(out)
				if err != nil || !equal(quads, again) {
					t.Errorf("%s: written and read again: %v, %v, want %v", name, again, err, quads)
				}
			}
			if pos != suite.pos || neg != suite.neg {
				t.Errorf("found %d positive and %d negative tests, want %d and %d", pos, neg, suite.pos, suite.neg)
			}
		})
	}
}

func readAll(data []byte) ([]quad.Quad, error) {
	r := nquads.NewReader(bytes.NewReader(data))
	var out []quad.Quad
	for {
		q, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		out = append(out, q)
	}
}

func equal(a, b []quad.Quad) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
