package coref

import (
	"testing"

	"entente/extract/analysis"
)

// No text makes resolution panic, and mentions stay within their block.
func FuzzResolve(f *testing.F) {
	for _, s := range []string{"", " ", "“", "“We”", "both", "the two", "He himself.", "It is it.", "Mr", "President", "the former and the latter", "US US US", "al-",
		"Ministers, presidents and the (EAC) (EAC", "who whose whom", "each other", "of of of the the", "- - -", "A's B's C's president", "Prime ministers A and B", "Sri Lankan South Korean"} {
		f.Add(s, "He said they met it.")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 2000 {
			return
		}
		art := analyse(t, "2020-06-01", a, b)
		for i := range art.Blocks {
			blk := &art.Blocks[i]
			for _, m := range blk.Mentions {
				check(t, art, blk, &m)
			}
		}
	})
}

func check(t *testing.T, art *analysis.Article, b *analysis.Block, m *analysis.Mention) {
	if m.Start < 0 || m.Start >= m.End || m.End > len(b.Doc.Tokens) || m.Head < m.Start || m.Head >= m.End {
		t.Errorf("mention %d..%d with head %d in a block of %d tokens", m.Start, m.End, m.Head, len(b.Doc.Tokens))
	}
	for _, e := range m.Entities {
		if e < 0 || e >= len(art.Entities) {
			t.Errorf("entity %d of %d", e, len(art.Entities))
		}
	}
}
