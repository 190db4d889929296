// Package accuracy scores the pipeline on gold articles and writes the
// report that is kept in extract/ACCURACY.md. Start with Score and Write.
package accuracy

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"entente/extract"
	"entente/extract/article"
	"entente/extract/code"
	"entente/extract/event"
	"entente/extract/gold"
	"entente/extract/standing"
	"entente/schema"
)

// Scored is an article with what was extracted and how that compares.
type Scored struct {
	Gold      *gold.Article
	Result    *schema.Result
	Judgement gold.Judgement
}

// Set is a named set of scored articles.
type Set struct {
	Name   string
	Scored []Scored
}

// Sum adds up the counts of the set.
func (s Set) Sum() gold.Counts {
	var c gold.Counts
	for _, a := range s.Scored {
		c.Add(a.Judgement.Counts)
	}
	return c
}

// Read parses the article of a gold file as of its date.
func Read(g *gold.Article) *schema.Article {
	return article.Parse(g.Text, article.Options{Date: schema.Interval{Start: g.Date, End: g.Date}})
}

// Score extracts the articles that match the pattern and compares them with
// their gold facts.
func Score(p extract.Extractor, pattern string) ([]Scored, error) {
	all, err := gold.ReadAll(pattern)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no gold articles match %s", pattern)
	}
	var out []Scored
	for _, g := range all {
		r, err := p.Extract(context.Background(), Read(g))
		if err != nil {
			return nil, fmt.Errorf("extracting %s: %w", g.Name, err)
		}
		out = append(out, Scored{g, r, gold.Score(g, r)})
	}
	return out, nil
}

// CrossValidated is the training articles, each scored with event models that
// have not seen it.
type CrossValidated struct {
	Scored []Scored
	// Bins count, for confidences from 0.1 n up, the judged and right events.
	Judged, Right [10]int
}

// CrossValidate scores the training articles. The threshold and calibration
// are those of the embedded models.
func CrossValidate(p *extract.Pipeline, goldDir, trainingDir, eventsDir string) (*CrossValidated, error) {
	samples, err := Samples(p.Analyser, filepath.Join(goldDir, "train-*.json"))
	if err != nil {
		return nil, err
	}
	further, err := Training(p.Analyser, trainingDir)
	if err != nil {
		return nil, err
	}
	coded, err := Coded(p.Analyser, eventsDir)
	if err != nil {
		return nil, err
	}
	coder, err := code.Load()
	if err != nil {
		return nil, err
	}
	return Grade(p, samples, event.CrossValidate(samples, further, coded, coder).Events), nil
}

// Grade scores the events that cross-validation found in the samples, cut at
// the pipeline's threshold, with the pipeline's standing relations.
func Grade(p *extract.Pipeline, samples []event.Sample, found [][]schema.Event) *CrossValidated {
	cv := &CrossValidated{}
	for i, s := range samples {
		r := &schema.Result{Standings: standing.Find(s.Article, p.Gazetteer)}
		for _, e := range found[i] {
			if e.Confidence = p.Calibrated(e.Confidence); e.Confidence >= p.Threshold() {
				r.Events = append(r.Events, e)
			}
		}
		j := gold.Score(s.Gold, r)
		for n := range r.Events {
			if j.Judged[n] {
				bin := min(9, int(r.Events[n].Confidence*10))
				cv.Judged[bin]++
				if j.Right[n] {
					cv.Right[bin]++
				}
			}
		}
		cv.Scored = append(cv.Scored, Scored{s.Gold, r, j})
	}
	return cv
}

// Report scores seed and dev with the pipeline and writes them beside the
// cross-validated training articles, which may be nil.
func Report(p *extract.Pipeline, goldDir string, cv *CrossValidated) (text string, dev []Scored, err error) {
	seed, err := Score(p, filepath.Join(goldDir, "seed.json"))
	if err != nil {
		return "", nil, err
	}
	if dev, err = Score(p, filepath.Join(goldDir, "dev-*.json")); err != nil {
		return "", nil, err
	}
	sets := []Set{{Name: "seed", Scored: seed}, {Name: "dev", Scored: dev}}
	if cv != nil {
		sets = append(sets, Set{Name: "train, cross-validated", Scored: cv.Scored})
	}
	var b strings.Builder
	Write(&b, sets, cv)
	return b.String(), dev, nil
}
