// Command train-coder trains the event coder of extract/code on labelled
// sentences and writes its weights, or measures it by cross-validation.
//
//	go run ./cmd/train-coder --events ../shared/events --out data/coder
//	go run ./cmd/train-coder --cv --report data/coder/ACCURACY.md
//	go run ./cmd/train-coder --wordllama wordllama-*.whl --out data/vectors
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"entente/extract/code"
	"entente/extract/code/train"
	"entente/extract/nlp"
)

type options struct {
	events, gold, out, report string
	seeds                     int
	errors                    bool
}

func main() {
	var o options
	wheel := flag.String("wordllama", "", "make the word vectors from this wheel of the package wordllama instead, in --out")
	dims := flag.Int("dims", 128, "dimensions of the word vectors to keep, at most 256")
	cv := flag.Bool("cv", false, "cross-validate and report instead of training")
	flag.StringVar(&o.events, "events", "../shared/events", "folder of the labelled sentences")
	flag.StringVar(&o.gold, "gold", "../shared/gold", "folder of the gold articles; \"\" for none")
	flag.StringVar(&o.out, "out", "data/coder", "folder that the result is written to")
	flag.StringVar(&o.report, "report", "", "with --cv, the file that the report is written to (standard output if empty)")
	flag.IntVar(&o.seeds, "seeds", 3, "with --cv, how many times the folds are shuffled anew")
	flag.BoolVar(&o.errors, "errors", false, "with --cv, list the errors too")
	flag.Parse()
	var err error
	switch {
	case *wheel != "":
		err = makeVectors(*wheel, o.out, *dims)
	case *cv:
		err = measure(&o)
	default:
		err = fit(&o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train-coder:", err)
		os.Exit(3)
	}
}

// read loads what both commands need. The gold articles are only measured on.
func read(o *options) (*code.Coder, []train.Row, []train.Event, error) {
	model, err := nlp.Load()
	if err != nil {
		return nil, nil, nil, err
	}
	rows, err := train.Read(o.events, model)
	if err != nil {
		return nil, nil, nil, err
	}
	var events []train.Event
	if o.gold != "" {
		if events, err = train.ReadGold(filepath.Join(o.gold, "*.json"), model); err != nil {
			return nil, nil, nil, err
		}
	}
	c, err := code.New()
	return c, rows, events, err
}

func fit(o *options) error {
	c, rows, _, err := read(o)
	if err != nil {
		return err
	}
	m := train.Fit(c, rows)
	m.Scale(1 / temperature)
	if err := os.WriteFile(filepath.Join(o.out, "model.bin"), m.Marshal(), 0o644); err != nil {
		return fmt.Errorf("writing weights: %w", err)
	}
	return nil
}

// temperature divides the scores so that the probabilities are true; --cv
// prints the best one.
const temperature = 1

func measure(o *options) error {
	c, rows, events, err := read(o)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprint(&b, "# Accuracy of the event coder\n\nMade by `go run ./cmd/train-coder --cv --report data/coder/ACCURACY.md`.\n\n",
		"## 5-fold cross-validation on dev.tsv\n\nThe other collections are training data in every fold.\n\n",
		"| shuffle | accuracy | macro-F1 | quad classes |\n|---|---|---|---|\n")
	var all []train.Outcome
	for seed := range o.seeds {
		out := train.CrossValidate(c, rows, 5, uint32(seed))
		f := train.Score(out)
		fmt.Fprintf(&b, "| %d | %.4f | %.4f | %.4f |\n", seed+1, f.Accuracy, f.MacroF1, f.Quad)
		all = append(all, out...)
	}
	f := train.Score(all)
	fmt.Fprintf(&b, "| **all** | **%.4f** | **%.4f** | **%.4f** |\n\n", f.Accuracy, f.MacroF1, f.Quad)
	train.WriteClasses(&b, f)
	fmt.Fprintf(&b, "\nCommonest errors (of %d shuffles together):\n\n", o.seeds)
	train.WriteConfusions(&b, all, 15)
	writeCalibration(&b, all)
	if len(events) > 0 {
		out := train.Apply(c.With(train.Fit(c, rows)), events)
		fmt.Fprintf(&b, "\n## Events of articles\n\nOn %d events of the gold articles whose predicate and a party stand in the sentence, none of them\ntraining data, any gold code counting: **%.4f**. Articles code the act itself where the labelled rows\ncode what is done about it (a planned meeting is CONSULT there and AGREE here), so the extractor\nadds a stage of its own, trained on articles.\n", len(out), train.Share(out))
		if o.errors {
			writeErrors(&b, out)
		}
	}
	if o.errors {
		writeErrors(&b, all[:len(all)/max(1, o.seeds)])
	}
	if o.report == "" {
		_, err = io.WriteString(os.Stdout, b.String())
		return err
	}
	return os.WriteFile(o.report, []byte(b.String()), 0o644)
}

func writeCalibration(w io.Writer, out []train.Outcome) {
	t := train.Temperature(out)
	train.Temper(out, temperature)
	fmt.Fprintf(w, "\nBest temperature %.2f; the weights carry %.2f. Reliability with it:\n\n", t, float64(temperature))
	train.WriteReliability(w, out)
}

func writeErrors(w io.Writer, out []train.Outcome) {
	for i := range out {
		if o := &out[i]; !o.Right() {
			said, p := o.Best()
			fmt.Fprintf(w, "%v > %s %.2f\t%s\n", o.Gold, said, p, o.Name)
		}
	}
}
