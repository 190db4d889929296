package articles

import (
	"context"
	"testing"

	"entente/extract/article"
	"entente/schema"
)

// TestSamplesRead checks that every sample is a whole article: dated by its
// own text on the day in its name, with a title, in English.
func TestSamplesRead(t *testing.T) {
	n := 0
	for a, err := range article.ReadFS(context.Background(), Files, article.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if a.Date.Start == "" || a.Date.Start != a.Path[:10] {
			t.Errorf("%s: date is %q", a.Path, a.Date.Start)
		}
		if a.Title == "" || a.Language != "en" {
			t.Errorf("%s: title %q, language %q", a.Path, a.Title, a.Language)
		}
		paragraphs := 0
		for _, b := range a.Blocks {
			if b.Kind == schema.Paragraph {
				paragraphs++
			}
		}
		if paragraphs < 4 {
			t.Errorf("%s: %d paragraphs", a.Path, paragraphs)
		}
	}
	if n < 10 {
		t.Errorf("%d samples, want at least 10", n)
	}
}
