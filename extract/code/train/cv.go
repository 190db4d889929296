package train

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Outcome is what the model that had not seen a case said of it: its gold
// codes and the probabilities of all codes in the order of schema.Codes.
type Outcome struct {
	Gold  []schema.Code
	Probs []float64
	Name  string // what the case is, for lists of errors
}

// Best is the code with the highest probability.
func (o *Outcome) Best() (schema.Code, float64) {
	b := 0
	for i, p := range o.Probs {
		if p > o.Probs[b] {
			b = i
		}
	}
	return schema.Codes[b], o.Probs[b]
}

// Right reports whether the best code is one of the gold codes.
func (o *Outcome) Right() bool {
	b, _ := o.Best()
	return slices.Contains(o.Gold, b)
}

// CrossValidate codes each dev row with a model trained on the other folds of
// dev and on all other rows. Folds are stratified by code, and seed shuffles
// them.
func CrossValidate(c *code.Coder, rows []Row, folds int, seed uint32) []Outcome {
	cases := vectorise(c, rows)
	fold := stratify(rows, folds, seed)
	models := fitFolds(folds, func(k int) *linear.Model {
		var train []linear.Case
		for i := range cases {
			if fold[i] != k {
				train = append(train, cases[i])
			}
		}
		return fit(train)
	})
	var out []Outcome
	for i := range rows {
		if r := &rows[i]; r.Dev {
			s := models[fold[i]].Scores(cases[i].Vector, nil)
			out = append(out, Outcome{Gold: []schema.Code{r.Code}, Probs: linear.Softmax(s),
				Name: r.Source + " | " + r.Target + " | " + r.Sentence})
		}
	}
	return out
}

// Apply codes the events of gold articles with the coder as it is.
func Apply(c *code.Coder, events []Event) []Outcome {
	out := make([]Outcome, len(events))
	for i, e := range events {
		k := c.CodeAt(e.doc, nlp.Span{Start: 0, End: len(e.doc.Tokens)}, e.pred, e.src, e.tgt)
		out[i] = Outcome{Gold: e.Codes, Probs: k.Probs[:], Name: string(e.Mode) + " | " + e.Relation + " | " + e.doc.Text}
	}
	return out
}

// fitFolds fits a model a fold, as many at a time as there are processors.
func fitFolds(n int, fit func(k int) *linear.Model) []*linear.Model {
	models := make([]*linear.Model, n)
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for k := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			models[k] = fit(k)
			<-slots
		}()
	}
	wg.Wait()
	return models
}

// stratify deals the dev rows of each code out to the folds in shuffled
// order; other rows get -1.
func stratify(rows []Row, folds int, seed uint32) []int {
	fold := make([]int, len(rows))
	var order []int
	for i := range rows {
		fold[i] = -1
		if rows[i].Dev {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := cmp.Compare(rows[a].Code, rows[b].Code); c != 0 {
			return c
		}
		return cmp.Compare(linear.Hash(seed, uint32(a)), linear.Hash(seed, uint32(b)))
	})
	for n, i := range order {
		fold[i] = n % folds
	}
	return fold
}
