package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/data/coder"
	"entente/extract/article"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/question"
	"entente/extract/vectors"
	"entente/graph"
)

type askOptions struct {
	*app
	question     string
	source, asOf string
	limit        int
}

func newAskCmd(a *app) *cobra.Command {
	o := askOptions{app: a}
	cmd := &cobra.Command{
		Use:   "ask QUESTION",
		Short: "Answer a question in English from the graph, with evidence",
		Long: `Ask understands questions with who, whom, whose, which, what, where, when and how
many, yes-or-no questions, how two are connected, and who holds an office, with
limits of time and place. It shows how it understood the question and the
sentences that each answer rests on, and says so when the graph does not know.`,
		Example: `  entente ask "Who met Lavrov in Antalya?"
  entente ask "Where did Biden meet Xi Jinping in November 2022?"
  entente ask --json "Did Putin meet Biden in Geneva?"
  entente ask "How are Zarif and Zelensky connected?"`,
		Args: atLeast(1, "a question"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.question = strings.Join(args, " ")
			return runAsk(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.source, "source", "", "only reports whose publisher or address contains this")
	f.StringVar(&o.asOf, "as-of", "", "answer from the articles published up to this date alone; \"last month\" is counted from it too")
	f.IntVar(&o.limit, "limit", 5, "how many answers to print, 0 for all")
	return cmd
}

// answerLine is one answer of ask --json.
type answerLine struct {
	Name       string        `json:"name"`
	ID         string        `json:"id,omitempty"`
	Confidence float64       `json:"confidence"`
	Evidence   []*graph.Fact `json:"evidence"`
}

// answerDocument is what ask --json prints.
type answerDocument struct {
	Answers    []answerLine `json:"answers"`
	Understood string       `json:"understood"`
}

func runAsk(ctx context.Context, o askOptions) error {
	filter := graph.Filter{Source: o.source}
	today := time.Now().UTC().Format(time.DateOnly)
	if o.asOf != "" {
		d, err := article.ParseDate(o.asOf)
		if err != nil {
			return usageError{fmt.Errorf("--as-of: %w", err)}
		}
		filter.AsOf, today = d.Start, d.Start
	}
	if o.limit < 0 {
		return usageError{fmt.Errorf("--limit is %d; it must be 0 or more", o.limit)}
	}
	reader, err := newQuestionReader()
	if err != nil {
		return err
	}
	doc := answerDocument{Answers: []answerLine{}}
	err = o.reading(ctx, func(g *graph.Graph) error {
		src := newSource(g, filter)
		q, err := reader.Read(ctx, src, o.question, today)
		if err != nil {
			return err
		}
		doc.Understood = q.String()
		answers, err := reader.Answer(ctx, src, q, question.DefaultBars())
		if err != nil {
			return err
		}
		for i, a := range answers {
			if o.limit > 0 && i == o.limit {
				break
			}
			line := answerLine{Name: a.Name, ID: a.ID, Confidence: a.Score, Evidence: []*graph.Fact{}}
			for _, st := range a.Statements {
				line.Evidence = append(line.Evidence, src.facts[st.Index])
			}
			doc.Answers = append(doc.Answers, line)
		}
		return nil
	})
	if errors.Is(err, question.ErrNotUnderstood) {
		if o.json {
			doc.Understood = err.Error()
			if err := printJSON(o.out, doc); err != nil {
				return err
			}
		}
		fmt.Fprintf(o.err, "entente: %v\n", err)
		return errNothing
	}
	if err != nil {
		return err
	}
	known := len(doc.Answers) > 0 && doc.Answers[0].Name != "unknown"
	if o.json {
		if err := printJSON(o.out, doc); err != nil {
			return err
		}
	} else {
		o.printAnswers(doc, known)
	}
	if !known {
		fmt.Fprintln(o.err, "entente: the graph does not know")
		return errNothing
	}
	return nil
}

func (o *askOptions) printAnswers(doc answerDocument, known bool) {
	s := o.style()
	fmt.Fprintf(o.out, "%s\n", s.dim("understood as: "+doc.Understood))
	for _, a := range doc.Answers {
		if !known && a.Name == "unknown" {
			fmt.Fprintln(o.out, "\nunknown; what comes nearest:")
		} else {
			fmt.Fprintf(o.out, "\n%s\n", s.bold(a.Name))
		}
		for i, f := range a.Evidence {
			if i == 3 {
				fmt.Fprintf(o.out, "%s%s\n", indent, s.dim("and "+plural(len(a.Evidence)-i, "more fact")))
				break
			}
			printFact(o.out, s, f, 1)
		}
	}
}

// newQuestionReader loads what understanding questions takes.
func newQuestionReader() (*question.Reader, error) {
	model, err := nlp.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the language model: %w", err)
	}
	gazetteer, err := link.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	table, err := vectors.Load()
	if err != nil {
		return nil, fmt.Errorf("loading word vectors: %w", err)
	}
	return question.New(model, gazetteer, table, coder.Acts), nil
}
