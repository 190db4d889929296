package code

import (
	"fmt"
	"strings"
	"testing"

	"entente/extract/nlp"
)

// readRows makes a Doc of rows "form lemma POS tag head dep"; heads count
// from 1, and 0 is the root.
func readRows(t *testing.T, rows []string) *nlp.Doc {
	t.Helper()
	var b strings.Builder
	for i, r := range rows {
		c := strings.Fields(r)
		if len(c) != 6 {
			t.Fatalf("row %q has %d columns", r, len(c))
		}
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", i+1, c[0], c[1], c[2], c[3], c[4], c[5])
	}
	d, err := nlp.ReadCoNLLU(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
