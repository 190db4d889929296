package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestSortedLines(t *testing.T) {
	for _, most := range []int{1 << 20, 100, 1} {
		s := sortedLines{most: most}
		var want []string
		for i := range 200 {
			l := fmt.Sprintf("line %d\n", i*7919%200)
			want = append(want, l)
			if err := s.add([]byte(l)); err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(want)
		var out strings.Builder
		err := s.writeTo(&out)
		if most == 100 && len(s.parts) < 2 {
			t.Error("nothing went into files")
		}
		s.close()
		if err != nil || out.String() != strings.Join(want, "") {
			t.Errorf("with %d bytes: %v", most, err)
		}
	}
}
