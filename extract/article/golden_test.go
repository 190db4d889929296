package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden parses testdata/*.txt and compares the blocks with *.golden: one
// line a block, with its kind, item, time, offsets, rule and words.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden inputs: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := Parse(string(text), Options{})
			var b strings.Builder
			fmt.Fprintf(&b, "%s\ntitle %q\ndate %s\nplace %q\nlanguage %q\n\n", a.ID, a.Title, a.Date.Start, a.Place, a.Language)
			for _, k := range a.Blocks {
				fmt.Fprintf(&b, "%-9s item %d", k.Kind, k.Item)
				if !k.Time.IsZero() {
					fmt.Fprintf(&b, " (%s..%s %q)", k.Time.Start, k.Time.End, k.Time.Text)
				}
				if k.Why != "" {
					fmt.Fprintf(&b, " [%s]", k.Why)
				}
				fmt.Fprintf(&b, " %d-%d %q\n", k.Start, k.End, a.Text[k.Start:k.End])
			}
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if b.String() != string(want) {
				t.Errorf("%s differs; run go test -update and look at the change\ngot:\n%s\nwant:\n%s", golden, b.String(), want)
			}
		})
	}
}
