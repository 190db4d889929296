// Command train-coref trains the antecedent-ranking model of coreference on
// gold articles and writes the table of weights:
//
//	go run ./cmd/train-coref -prior data/coref/weights.prior.tsv -out data/coref/weights.tsv -training 'data/training/*.txt' ../shared/gold/train-*.json
//
// The gold facts do not say what a pronoun refers to, but they name the
// parties of the events of its sentence. Those of its candidates that are
// parties count as right, whichever of them it is; a mention with no such
// candidate says that its antecedent is more likely no entity. The weights
// are pulled towards the prior, which was set by hand, so that little
// evidence changes little. Articles are held out in five folds to measure.
package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"

	"entente/extract/analysis"
	"entente/extract/article"
	"entente/extract/coref"
	"entente/extract/gold"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

func main() {
	prior := flag.String("prior", "data/coref/weights.prior.tsv", "the weights set by hand")
	out := flag.String("out", "", "where to write the trained weights; nothing is written without it")
	strength := flag.Float64("strength", 3, "how strongly weights are pulled towards the prior")
	training := flag.String("training", "", "pattern of the project's own training articles to add, such as data/training/*.txt")
	flag.Parse()
	if err := run(*prior, *out, *training, *strength, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "train-coref:", err)
		os.Exit(1)
	}
}

// document is a gold article with its parses.
type document struct {
	gold *gold.Article
	src  *schema.Article
	docs []*nlp.Doc
	// parties are the gold parties of each sentence that has events, by the
	// byte where the gold sentence starts and ends.
	sentences []sentence
}

type sentence struct {
	start, end int
	parties    map[string]bool
}

// example is a case with what is known of its answer.
type example struct {
	coref.Case
	right  []bool
	weight float64
	fact   bool // some candidate is a party
}

func run(priorPath, out, training string, strength float64, patterns []string) error {
	table, err := os.ReadFile(priorPath)
	if err != nil {
		return err
	}
	prior, err := coref.ParseWeights(string(table))
	if err != nil {
		return err
	}
	articles, err := gold.ReadAll(patterns...)
	if err != nil {
		return err
	}
	if training != "" {
		more, err := gold.ReadAllTraining(training)
		if err != nil {
			return err
		}
		articles = append(articles, more...)
	}
	gaz, err := link.Load()
	if err != nil {
		return err
	}
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	var all []*document
	for _, g := range articles {
		all = append(all, read(g, model))
	}
	before, after := [2]int{}, [2]int{}
	for fold := range 5 {
		var train, test []*document
		for i, d := range all {
			if i%5 == fold {
				test = append(test, d)
			} else {
				train = append(train, d)
			}
		}
		w := fit(train, gaz, prior, strength)
		add(&before, accuracy(test, gaz, prior))
		add(&after, accuracy(test, gaz, w))
	}
	fmt.Printf("held out: prior %.3f, trained %.3f of %d mentions refer to a party of their sentence\n",
		float64(before[0])/float64(before[1]), float64(after[0])/float64(after[1]), after[1])
	if out == "" {
		return nil
	}
	w := fit(all, gaz, prior, strength)
	return os.WriteFile(out, []byte(w.Format()), 0o644)
}

func add(sum *[2]int, x [2]int) {
	sum[0] += x[0]
	sum[1] += x[1]
}

// read parses a gold article and finds the sentences of its events.
func read(g *gold.Article, model *nlp.Model) *document {
	d := &document{gold: g}
	d.src = article.Parse(g.Text, article.Options{Date: schema.Interval{Start: g.Date, End: g.Date}})
	for _, b := range d.src.Blocks {
		var doc *nlp.Doc
		if b.Kind == schema.Paragraph || b.Kind == schema.Headline || b.Kind == schema.Heading {
			doc = model.Parse(d.src.Text[b.Start:b.End])
		}
		d.docs = append(d.docs, doc)
	}
	at := map[string]int{}
	for k := range g.Events {
		e := &g.Events[k]
		s := strings.TrimSpace(e.Sentence)
		i, ok := at[s]
		if !ok {
			start := strings.Index(g.Text, s)
			if start < 0 {
				continue
			}
			i = len(d.sentences)
			at[s] = i
			d.sentences = append(d.sentences, sentence{start, start + len(s), map[string]bool{}})
		}
		for _, n := range append(append([]string{e.Subject, e.Object}, e.AlsoSubjects...), e.AlsoObjects...) {
			d.sentences[i].parties[n] = true
		}
	}
	return d
}

// examples resolves a document with the weights and gathers the decisions in
// sentences with events.
func examples(d *document, gaz *link.Gazetteer, w *coref.Weights) []example {
	art := &analysis.Article{Source: d.src}
	for i, b := range d.src.Blocks {
		art.Blocks = append(art.Blocks, analysis.Block{Block: b, Doc: d.docs[i]})
	}
	var out []example
	coref.ResolveWith(art, gaz, w, func(c coref.Case) {
		at := art.Blocks[c.Block].Start + d.docs[c.Block].Tokens[c.Token].Start
		for _, s := range d.sentences {
			if at < s.start || at >= s.end {
				continue
			}
			x := example{Case: c, right: make([]bool, len(c.Candidates)), weight: 1}
			some, wrong := false, false
			for k := range c.Candidates {
				x.right[k] = party(d.gold, art, c.Candidates[k].Entities, s.parties)
				some = some || x.right[k]
				wrong = wrong || !x.right[k]
			}
			x.fact = some
			if !some {
				x.weight = 0.3
				for k := range c.Candidates {
					x.right[k] = c.Candidates[k].Entities == nil
					some = some || x.right[k]
				}
			}
			if some && wrong {
				out = append(out, x)
			}
			return
		}
	})
	return out
}

// party reports whether all the entities are parties.
func party(g *gold.Article, art *analysis.Article, ents []int, parties map[string]bool) bool {
	for _, e := range ents {
		ok := false
		for _, n := range g.Names(art.Entities[e].Name) {
			ok = ok || parties[n]
		}
		if !ok {
			return false
		}
	}
	return len(ents) > 0
}

// fit trains weights by gradient descent on the log-likelihood that one of
// the right candidates is chosen. Decisions depend on those before, so the
// examples are gathered anew with the weights of each round.
func fit(docs []*document, gaz *link.Gazetteer, prior *coref.Weights, strength float64) *coref.Weights {
	w := *prior
	for range 3 {
		var ex []example
		for _, d := range docs {
			ex = append(ex, examples(d, gaz, &w)...)
		}
		for step := range 300 {
			var grad [len(w)][len(w[0])]float64
			for i := range ex {
				gradient(&ex[i], &w, func(kind, f int, g float64) { grad[kind][f] += g })
			}
			rate := 0.02 / (1 + float64(step)/100)
			for kind := range w {
				for f := range w[kind] {
					g := grad[kind][f] - strength*float64(w[kind][f]-prior[kind][f])
					w[kind][f] += float32(rate * g / 3)
				}
			}
		}
	}
	return &w
}

// gradient adds the gradient of one example's log-likelihood.
func gradient(x *example, w *coref.Weights, add func(kind, feature int, g float64)) {
	n := len(x.Candidates)
	p, q := make([]float64, n), make([]float64, n)
	all, right := 0.0, 0.0
	for k := range x.Candidates {
		s := 0.0
		for f, v := range x.Candidates[k].Features() {
			s += float64(v) * float64(w[x.Kind][f])
		}
		p[k] = math.Exp(min(s, 30))
		all += p[k]
		if x.right[k] {
			q[k] = p[k]
			right += p[k]
		}
	}
	for k := range x.Candidates {
		d := x.weight * (q[k]/right - p[k]/all)
		for f, v := range x.Candidates[k].Features() {
			if v != 0 {
				add(x.Kind, f, d*float64(v))
			}
		}
	}
}

// accuracy counts the mentions with a party among their candidates that
// choose one.
func accuracy(docs []*document, gaz *link.Gazetteer, w *coref.Weights) (c [2]int) {
	for _, d := range docs {
		for _, x := range examples(d, gaz, w) {
			if !x.fact {
				continue
			}
			best, top := -1, math.Inf(-1)
			for k := range x.Candidates {
				s := 0.0
				for f, v := range x.Candidates[k].Features() {
					s += float64(v) * float64(w[x.Kind][f])
				}
				if s > top {
					best, top = k, s
				}
			}
			c[1]++
			if x.right[best] {
				c[0]++
			}
		}
	}
	return c
}
