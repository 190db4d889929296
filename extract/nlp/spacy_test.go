package nlp

import (
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
