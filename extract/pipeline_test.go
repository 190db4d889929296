package extract_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"entente/extract"
	"entente/extract/accuracy"
	"entente/extract/article"
	"entente/extract/gold"
	"entente/schema"
)

func newPipeline(t testing.TB) *extract.Pipeline {
	t.Helper()
	p, err := extract.New(extract.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// samples parses the project's own articles.
func samples(t testing.TB) []*schema.Article {
	t.Helper()
	paths, err := filepath.Glob("../data/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	var out []*schema.Article
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, article.Parse(string(b), article.Options{}))
	}
	return out
}

// TestExtractIsDeterministic runs the same articles one by one and all at
// once and wants the same bytes.
func TestExtractIsDeterministic(t *testing.T) {
	p := newPipeline(t)
	arts := samples(t)
	one := make([]string, len(arts))
	text := func(a *schema.Article) string {
		r, err := p.Extract(context.Background(), a)
		if err != nil {
			t.Error(err)
			return ""
		}
		b, err := json.Marshal(r)
		if err != nil {
			t.Error(err)
		}
		return string(b)
	}
	for i, a := range arts {
		one[i] = text(a)
	}
	var wg sync.WaitGroup
	for range 4 {
		for i, a := range arts {
			wg.Add(1)
			go func() {
				defer wg.Done()
				if text(a) != one[i] {
					t.Errorf("article %d gave other statements on another goroutine", i)
				}
			}()
		}
	}
	wg.Wait()
}

// TestExtractStory reads a story of our own from text to statements.
func TestExtractStory(t *testing.T) {
	p := newPipeline(t)
	text := `Ministers meet

LISBON, May 4, 2021 - Norwegian Foreign Minister Ine Soreide met her Danish counterpart, Jeppe Kofod, in Portugal on Tuesday.

The discussion in Lisbon lasted an hour. She urged Denmark to release the trawler.

Read also: Sweden accuses Finland of dumping
`
	r, err := p.Extract(context.Background(), article.Parse(text, article.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var met, urged bool
	for _, e := range r.Events {
		pair := e.Subject.Name + " " + e.Object.Name
		switch {
		case e.Code == schema.Consult && (pair == "Ine Soreide Jeppe Kofod" || pair == "Jeppe Kofod Ine Soreide"):
			met = e.Place != nil && e.Place.Name == "Lisbon" && e.Time != nil && e.Time.Start == "2021-05-04" && e.Mode == schema.Actual
			if text[e.Start:e.End] != e.Sentence {
				t.Errorf("evidence %q at %d-%d, where the text has %q", e.Sentence, e.Start, e.End, text[e.Start:e.End])
			}
		case e.Code == schema.Request && pair == "Ine Soreide Denmark":
			urged = true
		}
		if e.Object.Name == "Finland" || e.Subject.Name == "Sweden" {
			t.Errorf("an event from a link to another story: %s", pair)
		}
	}
	if !met || !urged {
		t.Errorf("meeting with place and day found: %v, request found: %v; events %+v", met, urged, r.Events)
	}
}

// The floors below are what the embedded models reached when they were last
// trained, less a little; extract/ACCURACY.md has the figures.
func TestAccuracyFloor(t *testing.T) {
	const dir = "../../shared/gold"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the gold articles are not here (../shared/gold); the scores are not checked")
	}
	p := newPipeline(t)
	for _, c := range []struct {
		pattern                                     string
		precision, recall, f1, full, standingRecall float64
	}{
		{"seed.json", 0.79, 0.71, 0.75, 0.38, 0.76},
		{"dev-*.json", 0.74, 0.54, 0.63, 0.44, 0.80},
	} {
		scored, err := accuracy.Score(p, filepath.Join(dir, c.pattern))
		if err != nil {
			t.Fatal(err)
		}
		var sum gold.Counts
		for _, s := range scored {
			sum.Add(s.Judgement.Counts)
		}
		check := func(what string, got, floor float64) {
			if got < floor {
				t.Errorf("%s: %s %.3f, floor %.3f", c.pattern, what, got, floor)
			}
		}
		check("precision", sum.Precision(), c.precision)
		check("recall", sum.Recall(), c.recall)
		check("F1", sum.F1(), c.f1)
		check("full tuples", sum.FullRecall(), c.full)
		check("standing recall", sum.StandingRecall(), c.standingRecall)
	}
}
