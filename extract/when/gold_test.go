package when_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"entente/extract/analysis"
	"entente/extract/article"
	"entente/extract/gold"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

var verbose = flag.Bool("missed", false, "print the gold dates that no expression gives")

// TestGold measures on the gold articles how often one of the expressions of
// a dated event's sentence gives its date, and how often the time in force
// does when the sentence has none.
func TestGold(t *testing.T) {
	dir := "../../../shared/gold"
	all, err := gold.ReadAll(filepath.Join(dir, "dev-*.json"), filepath.Join(dir, "train-*.json"))
	if err != nil || len(all) == 0 {
		t.Skipf("no gold articles in %s; they are not part of the repository (%v)", dir, err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	var with, right, without, flowing, oneway int
	for _, g := range all {
		art := analyse(model, g)
		when.Fill(art)
		for _, e := range g.Events {
			if e.Optional || e.Date == "" {
				continue
			}
			b, sents := locate(art, e.Sentence)
			if b == nil {
				if *verbose {
					t.Logf("%s: sentence not found: %.60s", g.Name, e.Sentence)
				}
				continue
			}
			var got []string
			ok, expression := false, false
			for _, tm := range b.Times {
				for _, k := range sents {
					s := b.Doc.Sents[k]
					if tm.Start < s.Start || tm.Start >= s.End || tm.Kind == analysis.Length || tm.Kind == analysis.Repeat {
						continue
					}
					expression = true
					got = append(got, tm.Text+" ["+tm.Rule+"] = "+tm.Interval.Start+"/"+tm.Interval.End)
					ok = ok || sameDate(e.Date, tm.Interval.Start) || tm.Interval.Start == "" && sameDate(e.Date, tm.Interval.End)
				}
			}
			force := b.InForce[sents[0]]
			if sameDate(e.Date, force.Start) {
				oneway++
			}
			if !expression {
				without++
				if sameDate(e.Date, force.Start) {
					flowing++
				} else if *verbose {
					t.Logf("%s (%s): FLOW %s, in force %s: %s %s %s: %.200s", g.Name, g.Date, e.Date, force.Start, e.Subject, e.Relation, e.Object, e.Sentence)
				}
				continue
			}
			with++
			if ok {
				right++
			} else if *verbose {
				t.Logf("%s (%s): want %s (%s, in force %s), got %s\n      %s %s %s: %s", g.Name, g.Date, e.Date, e.Mode, force.Start, strings.Join(got, "; "), e.Subject, e.Relation, e.Object, e.Sentence)
			}
		}
	}
	t.Logf("dated events whose sentence has a time expression: %d, of which one gives the date: %d (%.3f)", with, right, float64(right)/float64(with))
	t.Logf("dated events whose sentence has none: %d, of which the time in force gives the date: %d (%.3f)", without, flowing, float64(flowing)/float64(without))
	if a, b := float64(right)/float64(with), float64(flowing)/float64(without); a < 0.91 || b < 0.88 {
		t.Errorf("%.3f and %.3f lie below the floors of 0.91 and 0.88", a, b)
	}
	t.Logf("all: %d by expression, %d by time in force alone", right+flowing, oneway)
}

func sameDate(want, got string) bool {
	return got == want || len(want) < 10 && strings.HasPrefix(got, want)
}

func analyse(m *nlp.Model, g *gold.Article) *analysis.Article {
	src := article.Parse(g.Text, article.Options{Date: schema.Interval{Start: g.Date, End: g.Date}})
	art := &analysis.Article{Source: src}
	for _, b := range src.Blocks {
		block := analysis.Block{Block: b}
		switch b.Kind {
		case schema.Headline, schema.Heading, schema.Paragraph:
			block.Doc = m.Parse(src.Text[b.Start:b.End])
		}
		art.Blocks = append(art.Blocks, block)
	}
	return art
}

// locate finds the sentences of the article that the gold sentence overlaps.
func locate(art *analysis.Article, sentence string) (*analysis.Block, []int) {
	at := strings.Index(art.Source.Text, sentence)
	if at < 0 {
		return nil, nil
	}
	var block *analysis.Block
	var sents []int
	for i := range art.Blocks {
		b := &art.Blocks[i]
		if b.Doc == nil || b.End <= at || b.Start >= at+len(sentence) {
			continue
		}
		block, sents = b, nil
		for k, s := range b.Doc.Sents {
			if b.Start+b.Doc.Tokens[s.Start].Start < at+len(sentence) && b.Start+b.Doc.Tokens[s.End-1].End > at {
				sents = append(sents, k)
			}
		}
	}
	if len(sents) == 0 {
		return nil, nil
	}
	return block, sents
}
