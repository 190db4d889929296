// Command train-events trains the models of the event finder on articles with
// gold facts and writes them to data/events:
//
//	go run ./cmd/train-events --gold ../shared/gold --events ../shared/events
//
// It cross-validates by article first, prints the scores, calibrates
// confidence and threshold on the held-out parts, and writes the accuracy
// report. Only the train-* articles
// are learnt from; dev-* and seed stay unseen.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"entente/extract"
	"entente/extract/accuracy"
	"entente/extract/code"
	"entente/extract/event"
	"entente/extract/gold"
	"entente/schema"
)

func main() {
	goldDir := flag.String("gold", "../shared/gold", "folder of gold articles")
	trainingDir := flag.String("training", "data/training", "folder of training articles of our own")
	eventsDir := flag.String("events", "../shared/events", "folder of coded sentences")
	out := flag.String("out", "data/events/models.bin", "file to write")
	report := flag.String("report", "extract/ACCURACY.md", "accuracy report to write")
	check := flag.Bool("cv", false, "cross-validate only, write nothing")
	format := flag.String("check", "", "check the format of a file of training articles, and nothing else")
	flag.Parse()
	if *format != "" {
		as, err := gold.ReadTraining(*format)
		if err != nil {
			fmt.Fprintln(os.Stderr, "train-events:", err)
			os.Exit(1)
		}
		n := 0
		for _, a := range as {
			n += len(a.Events)
		}
		fmt.Printf("%d articles, %d events\n", len(as), n)
		return
	}
	if err := run(*goldDir, *trainingDir, *eventsDir, *out, *report, *check); err != nil {
		fmt.Fprintln(os.Stderr, "train-events:", err)
		os.Exit(1)
	}
}

func run(goldDir, trainingDir, eventsDir, out, report string, check bool) error {
	a, err := extract.NewAnalyser()
	if err != nil {
		return err
	}
	coder, err := code.Load()
	if err != nil {
		return err
	}
	samples, err := accuracy.Samples(a, filepath.Join(goldDir, "train-*.json"))
	if err != nil {
		return err
	}
	further, err := accuracy.Training(a, trainingDir)
	if err != nil {
		return err
	}
	coded, err := accuracy.Coded(a, eventsDir)
	if err != nil {
		return err
	}
	fmt.Printf("%d gold articles, %d of our own, %d coded sentences\n", len(samples), len(further), len(coded))
	v := event.CrossValidate(samples, further, coded, coder)
	found := v.Events
	f1 := func(raw float64) float64 {
		var c gold.Counts
		for i := range samples {
			c.Add(gold.Score(samples[i].Gold, &schema.Result{Events: above(found[i], raw)}).Counts)
		}
		return c.F1()
	}
	for raw := 0.1; raw < 0.8; raw += 0.05 {
		var c gold.Counts
		for i := range samples {
			c.Add(gold.Score(samples[i].Gold, &schema.Result{Events: above(found[i], raw)}).Counts)
		}
		fmt.Printf("score %.2f  precision %.3f  recall %.3f  F1 %.3f  full %.3f  judged %d\n", raw, c.Precision(), c.Recall(), c.F1(), c.FullRecall(), c.Judged)
	}
	if check {
		return nil
	}
	m := event.Train(append(samples, further...), coded, coder, v)
	m.Calibrate(v.Graded, f1)
	b := m.Marshal()
	if err := os.WriteFile(out, b, 0o644); err != nil {
		return err
	}
	if m, err = event.ReadModels(b); err != nil { // measure what was written
		return err
	}
	p := extract.Assemble(a, coder, m, extract.Options{})
	text, _, err := accuracy.Report(p, goldDir, accuracy.Grade(p, samples, found))
	if err != nil {
		return err
	}
	return os.WriteFile(report, []byte(text), 0o644)
}

func above(es []schema.Event, raw float64) []schema.Event {
	var out []schema.Event
	for _, e := range es {
		if e.Confidence >= raw {
			out = append(out, e)
		}
	}
	return out
}
