package nlp

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAgainstSpaCy runs spaCy beside the engine over the material in
// ../shared: the event sentences, singly and 20 to a document, and the gold
// articles, whole and by line.
func TestAgainstSpaCy(t *testing.T) {
	const shared = "../../../shared"
	if _, err := os.Stat(shared); err != nil {
		t.Skip("../shared is not there")
	}
	var texts []string
	b, err := os.ReadFile(shared + "/events/dev.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if sentence, _, _ := strings.Cut(line, "\t"); i > 0 {
			rows = append(rows, sentence)
		}
	}
	texts = append(texts, rows...)
	for i := 0; i < len(rows); i += 20 {
		texts = append(texts, strings.Join(rows[i:min(i+20, len(rows))], " "))
	}
	texts = append(texts, strings.Join(rows, "\n")) // one document of 28,000 tokens
	articles, err := filepath.Glob(shared + "/gold/*.txt")
	if err != nil || len(articles) == 0 {
		t.Fatalf("no articles in %s/gold: %v", shared, err)
	}
	for _, path := range articles {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(append(texts, string(b)), strings.Split(string(b), "\n")...)
	}
	refs := annotate(t, texts)
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	compare(t, m, refs)
}

// TestRandomAgainstSpaCy compares texts thrown together: words and whole
// sentences of our own, pieces that the tokenizer cares about, characters of
// all planes, white space of all kinds.
func TestRandomAgainstSpaCy(t *testing.T) {
	r := rand.New(rand.NewPCG(2024, 11))
	sentences := readSentences(t)
	words := strings.Fields(strings.Join(sentences[:len(sentences)-1], " "))
	chunks := randomChunks(2000)
	spaces := []string{" ", " ", " ", " ", " ", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u3000", "", "   ", " \n ", "\u2028", "\x1c"}
	blocks := []rune{0x20, 0xa0, 0x370, 0x400, 0x600, 0x900, 0x2000, 0x2070, 0x2100, 0x2190, 0x2500, 0x2600, 0x3040, 0x4e00, 0xac00,
		0xfb00, 0xfe00, 0xff00, 0x10400, 0x1d400, 0x1f100, 0x1f300, 0x1f600, 0x1f900, 0x20000, 0x2a6d0, 0xe0100, 0x1e900}
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	var texts []string
	for range 1500 {
		var b strings.Builder
		strange := r.IntN(4) == 0
		for range 1 + r.IntN(60) {
			switch n := r.IntN(20); {
			case n == 0:
				b.WriteString(pick(sentences[:len(sentences)-1]))
			case n < 3 || strange && n < 10:
				b.WriteString(pick(chunks))
			case n < 4 || strange && n < 14:
				for range 1 + r.IntN(5) {
					b.WriteRune(blocks[r.IntN(len(blocks))] + rune(r.IntN(96)))
				}
			default:
				b.WriteString(pick(words))
			}
			b.WriteString(pick(spaces))
		}
		texts = append(texts, b.String())
	}
	// Without sentence ends the parser looks far back.
	for _, piece := range []string{"(", ")", "-a", "the ", "a ", "1+", ":) ", "of the ", "'s ", "京 ", "He said that ", "\n "} {
		texts = append(texts, strings.Repeat(piece, 1500))
	}
	compare(t, testModel(t), annotate(t, texts))
}
