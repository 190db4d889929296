// Command accuracy measures the extractor on articles with gold facts and
// writes the report that is kept in extract/ACCURACY.md:
//
//	go run ./cmd/accuracy --gold ../shared/gold --events ../shared/events
//
// Seed and dev articles are scored with the embedded models, which have not
// seen them; the training articles by cross-validation, five times with
// models that have not seen the fifth they score (several minutes). Errors
// are counted by class, with references to the gold facts as examples.
package main

import (
	"flag"
	"fmt"
	"os"

	"entente/extract"
	"entente/extract/accuracy"
)

func main() {
	goldDir := flag.String("gold", "../shared/gold", "folder of gold articles")
	trainingDir := flag.String("training", "data/training", "folder of training articles of our own")
	eventsDir := flag.String("events", "../shared/events", "folder of coded sentences")
	out := flag.String("out", "extract/ACCURACY.md", "report to write, - for stdout")
	quick := flag.Bool("quick", false, "score seed and dev only and print")
	verbose := flag.Bool("verbose", false, "print every error with its sentence")
	flag.Parse()
	if err := run(*goldDir, *trainingDir, *eventsDir, *out, *quick, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

func run(goldDir, trainingDir, eventsDir, out string, quick, verbose bool) error {
	p, err := extract.New(extract.Options{})
	if err != nil {
		return err
	}
	var cv *accuracy.CrossValidated
	if !quick {
		if cv, err = accuracy.CrossValidate(p, goldDir, trainingDir, eventsDir); err != nil {
			return err
		}
	}
	text, dev, err := accuracy.Report(p, goldDir, cv)
	if err != nil {
		return err
	}
	if verbose {
		accuracy.Details(os.Stdout, dev)
	}
	if quick || out == "-" {
		_, err := os.Stdout.WriteString(text)
		return err
	}
	return os.WriteFile(out, []byte(text), 0o644)
}
