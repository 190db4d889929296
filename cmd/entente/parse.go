package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"entente/extract/article"
	"entente/extract/nlp"
)

type parseOptions struct {
	*app
	path string
}

func newParseCmd(a *app) *cobra.Command {
	o := parseOptions{app: a, path: "-"}
	return &cobra.Command{
		Use:   "parse [FILE|-]",
		Short: "Print the grammatical analysis of a text as CoNLL-U",
		Long: `Parse analyses a text as it stands, without looking for the parts of an article,
and prints CoNLL-U: form, lemma, parts of speech, head and dependency of every
token. Named entities are in the last column as NER=B-PERSON, offsets in code
points as start_char and end_char. The dependency labels are those of the model.`,
		Example: `  echo "Putin received Macron in Moscow." | entente parse`,
		Args:    atMost(1, "one file at most, or - for standard input"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.path = args[0]
			}
			return runParse(cmd.Context(), o)
		},
	}
}

func runParse(_ context.Context, o parseOptions) error {
	b, err := readAll(o.path, o.in)
	if err != nil {
		return err
	}
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	return nlp.WriteCoNLLU(o.out, model.Parse(string(b)))
}

// readAll reads a text of article.DefaultMaxBytes at most, whole and checked.
func readAll(path string, stdin io.Reader) ([]byte, error) {
	in, err := openInput(path, stdin)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, article.DefaultMaxBytes+1))
	switch {
	case err != nil:
	case len(b) > article.DefaultMaxBytes:
		err = fmt.Errorf("%w: it has more than %d MB", article.ErrTooLarge, article.DefaultMaxBytes>>20)
	default:
		err = article.CheckText(b)
	}
	if err != nil {
		return nil, inputError(path, err)
	}
	return b, nil
}
