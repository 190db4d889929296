package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

func main() {
	wheel := flag.String("wordllama", "", "make the word vectors from this wheel of the package wordllama, in --out")
	dims := flag.Int("dims", 128, "dimensions of the word vectors to keep (at most 256)")
	out := flag.String("out", "data/coder", "folder that the result is written to")
	events := flag.String("events", "../shared/events", "folder of the event-coding data")
	l2 := flag.Float64("l2", 2, "")
	seeds := flag.Int("seeds", 1, "")
	wx := flag.Float64("wx", 0.5, "weight of extra")
	verbose := flag.Bool("v", false, "")
	cv := flag.Bool("cv", false, "cross-validate instead of training")
	flag.Parse()
	var err error
	if *wheel != "" {
		err = makeVectors(*wheel, *out, *dims)
	} else {
		err = run(*events, *out, *l2, *wx, *seeds, *verbose, *cv)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train-coder:", err)
		os.Exit(3)
	}
}

var setNames = []string{"dev", "written-a", "written-b", "extra"}

func run(events, out string, l2, wx float64, seeds int, verbose, cv bool) error {
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	sets := map[string][]row{}
	for _, n := range setNames {
		rows, err := readRows(events, n)
		if err != nil {
			return err
		}
		texts := make([]string, len(rows))
		for i, r := range rows {
			texts[i] = r.sentence
		}
		for i, d := range model.ParseAll(texts) {
			rows[i].doc = d
		}
		sets[n] = rows
	}
	c, err := code.New()
	if err != nil {
		return err
	}
	vec := map[string][]linear.Vector{}
	start := time.Now()
	for _, n := range setNames {
		for i := range sets[n] {
			vec[n] = append(vec[n], vectorOf(c, &sets[n][i]))
		}
	}
	fmt.Println("features", time.Since(start))
	train := func(skip func(n string, i int) bool) *linear.Model {
		var cases []linear.Case
		for _, n := range setNames {
			rows := sets[n]
			for i := range rows {
				if skip(n, i) {
					continue
				}
				w := 1.0
				if n == "extra" {
					w = wx
				}
				cases = append(cases, linear.Case{Vector: vec[n][i], Label: label(rows[i].code), Weight: float32(w)})
			}
		}
		return linear.TrainBatch(cases, linear.BatchOptions{Classes: len(schema.Codes), L2: l2, MinCount: 2})
	}
	if !cv {
		b := train(func(string, int) bool { return false }).Marshal()
		fmt.Println(len(b), "bytes")
		return os.WriteFile(filepath.Join(out, "model.bin"), b, 0o644)
	}
	dev := sets["dev"]
	for seed := range seeds {
		fold := folds(dev, 5, uint32(seed))
		pred := make([]int, len(dev))
		var wg sync.WaitGroup
		sem := make(chan bool, 2)
		for k := range 5 {
			wg.Add(1)
			sem <- true
			go func() {
				defer func() { <-sem; wg.Done() }()
				m := train(func(n string, i int) bool { return n == "dev" && fold[i] == k })
				m, _ = linear.Unmarshal(m.Marshal())
				var s []float32
				for i := range dev {
					if fold[i] == k {
						s = m.Scores(vec["dev"][i], s)
						best := 0
						for c := range s {
							if s[c] > s[best] {
								best = c
							}
						}
						pred[i] = best
					}
				}
			}()
		}
		wg.Wait()
		if dump := os.Getenv("DUMP"); dump != "" {
			var b strings.Builder
			for i, r := range dev {
				if pred[i] != label(r.code) {
					fmt.Fprintf(&b, "%s>%s\t%s\t%s\t%s\n", r.code, schema.Codes[pred[i]], r.source, r.target, r.sentence)
				}
			}
			os.WriteFile(dump, []byte(b.String()), 0o644)
		}
		acc, f1, quad, per := score(dev, pred)
		fmt.Printf("seed %d: acc %.4f f1 %.4f quad %.4f  %v\n", seed, acc, f1, quad, time.Since(start).Round(time.Second))
		if verbose {
			fmt.Print(per)
			for _, c := range confusions(dev, pred)[:25] {
				fmt.Println(c)
			}
		}
	}
	return nil
}
