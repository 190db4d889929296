package accuracy

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entente/extract"
	"entente/extract/code"
	"entente/extract/event"
	"entente/extract/gold"
	"entente/schema"
)

// goldWeight is what a gold article counts for beside one of our own, of which
// there are many more: the models are to follow the conventions of the gold.
const goldWeight = 2.5

// Samples reads and analyses the gold articles that match the pattern.
func Samples(a *extract.Analyser, pattern string) ([]event.Sample, error) {
	all, err := gold.ReadAll(pattern)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no gold articles match %s", pattern)
	}
	var out []event.Sample
	for _, g := range all {
		out = append(out, event.Sample{Article: a.Analyse(Read(g)), Gold: g, Weight: goldWeight})
	}
	return out, nil
}

// Training reads and analyses the training articles of a folder.
func Training(a *extract.Analyser, dir string) ([]event.Sample, error) {
	all, err := gold.ReadAllTraining(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var out []event.Sample
	for _, g := range all {
		out = append(out, event.Sample{Article: a.Analyse(Read(g)), Gold: g, Weight: 1, NoPlaces: true})
	}
	return out, nil
}

// Coded reads the coded sentences of a folder whose source and target can be
// located in them.
func Coded(a *extract.Analyser, dir string) ([]event.Coded, error) {
	var out []event.Coded
	for _, name := range []string{"dev", "written-a", "written-b", "extra"} {
		rows, err := readRows(filepath.Join(dir, name+".tsv"))
		if err != nil {
			return nil, err
		}
		texts := make([]string, len(rows))
		for i, row := range rows {
			texts[i] = strings.TrimSpace(row[0])
		}
		for i, d := range a.Model.ParseAll(texts) {
			s, t := code.Locate(d, rows[i][1]), code.Locate(d, rows[i][2])
			if s.End <= s.Start || t.End <= t.Start || s.Start < t.End && t.Start < s.End {
				continue
			}
			out = append(out, event.Coded{Doc: d, Source: s, Target: t, Code: schema.Code(rows[i][3])})
		}
	}
	return out, nil
}

// readRows reads the rows of a coded file that name both parties.
func readRows(path string) ([][]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	all, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var rows [][]string
	for _, row := range all[1:] {
		if len(row) >= 4 && row[1] != "" && row[2] != "" {
			rows = append(rows, row)
		}
	}
	return rows, nil
}
