package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"entente/data/articles"
	"entente/extract/article"
)

// articleOptions are the flags of the commands that read articles.
type articleOptions struct {
	date, source, url, format string
	anyLanguage, samples      bool
	paths                     []string
}

func (o *articleOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.date, "date", "", "day of publication, as 2022-01-20 (default: the date that the text shows)")
	f.StringVar(&o.source, "source", "", "name of the publisher")
	f.StringVar(&o.url, "url", "", "address that the article was published at")
	f.StringVar(&o.format, "format", "", "how to read the files: text, jsonl or html (default: by name and content)")
	f.BoolVar(&o.anyLanguage, "any-language", false, "read articles too that do not look like English")
	f.BoolVar(&o.samples, "samples", false, "read the sample articles that the program carries")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "jsonl", "html"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("date", cobra.NoFileCompletions)
}

// inputs checks the flags and returns what to read, in order.
func (o *articleOptions) inputs(ctx context.Context, s streams) (iter.Seq2[*article.Input, error], error) {
	opts := article.Options{Source: o.source, URL: o.url, AnyLanguage: o.anyLanguage}
	if o.date != "" {
		d, err := article.ParseDate(o.date)
		if err != nil {
			return nil, usageError{fmt.Errorf("--date: %w", err)}
		}
		opts.Date = d
	}
	for _, f := range article.Formats {
		if o.format == string(f) {
			opts.Format = f
		}
	}
	if o.format != "" && opts.Format == article.Auto {
		return nil, usageError{fmt.Errorf("--format is %q; it can be text, jsonl or html", o.format)}
	}
	for _, p := range o.paths {
		if strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://") {
			return nil, usageError{fmt.Errorf("%s is an address, and entente reads no network; save the page and give its file, with --url to keep the address", p)}
		}
	}
	if len(o.paths) == 0 && !o.samples && s.inTerminal {
		return nil, usageError{errors.New("name the files or folders to read, or - for what you type; --samples reads the sample articles")}
	}
	if len(o.paths) == 0 && !o.samples {
		o.paths = []string{"-"}
	}
	return func(yield func(*article.Input, error) bool) {
		if o.samples {
			for in, err := range article.ReadFS(ctx, fs.FS(articles.Files), opts) {
				if !yield(in, err) {
					return
				}
			}
		}
		for _, p := range o.paths {
			for in, err := range article.Read(ctx, p, s.in, opts) {
				if !yield(in, err) {
					return
				}
			}
		}
	}, nil
}
