package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"entente/extract/article"
	"entente/graph"
	"entente/schema"
)

// filterOptions are the flags that narrow an answer down.
type filterOptions struct {
	codes, modes              []string
	since, until, place       string
	source, asOf, after, kind string
	limit                     int
	confidence                float64
}

// flags are those of the commands that list facts, page by page.
func (o *filterOptions) flags(cmd *cobra.Command) {
	o.narrow(cmd)
	f := cmd.Flags()
	f.IntVar(&o.limit, "limit", graph.DefaultLimit, "how many facts to print, 0 for all")
	f.StringVar(&o.after, "after", "", "go on behind an earlier page, as that page says at its end")
}

// narrow are the flags that say which facts count.
func (o *filterOptions) narrow(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&o.codes, "code", nil, "only events with these PLOVER codes, as CONSULT,ACCUSE")
	f.StringVar(&o.since, "since", "", "only facts from this date on, as 2022, 2022-01 or 2022-01-20")
	f.StringVar(&o.until, "until", "", "only facts up to this date")
	f.StringVar(&o.place, "place", "", "only events at this place, or in it")
	f.StringSliceVar(&o.modes, "mode", nil, "only events of this status: actual, planned, requested, hypothetical, denied")
	f.StringVar(&o.source, "source", "", "only reports whose publisher or address contains this")
	f.StringVar(&o.kind, "kind", "", "only facts of this kind: event, standing or link")
	f.Float64Var(&o.confidence, "confidence", 0, "only facts that are at least this sure, from 0 to 1")
	f.StringVar(&o.asOf, "as-of", "", "answer from the articles published up to this date alone")
	_ = cmd.RegisterFlagCompletionFunc("code", cobra.FixedCompletions(codeNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("mode", cobra.FixedCompletions(modeNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{"event", "standing", "link"}, cobra.ShellCompDirectiveNoFileComp))
}

// filter checks the flags and returns the graph's filter and page.
func (o *filterOptions) filter() (graph.Filter, graph.Page, error) {
	f := graph.Filter{Place: o.place, Source: o.source, MinConfidence: o.confidence}
	p := graph.Page{Limit: o.limit}
	var err error
	if p.After, err = cursorIn(o.after); err != nil {
		return f, p, err
	}
	if o.limit < 0 {
		return f, p, usageError{fmt.Errorf("--limit is %d; it must be 0 or more", o.limit)}
	}
	if o.limit == 0 {
		p.Limit = -1
	}
	if o.confidence < 0 || o.confidence > 1 {
		return f, p, usageError{fmt.Errorf("--confidence is %v; it must be from 0 to 1", o.confidence)}
	}
	for _, c := range o.codes {
		code := schema.Code(strings.ToUpper(strings.TrimSpace(c)))
		if code == schema.NoCode || !code.Valid() {
			return f, p, usageError{fmt.Errorf("--code: %q is no PLOVER code; they are %s", c, strings.Join(codeNames(), ", "))}
		}
		f.Codes = append(f.Codes, code)
	}
	for _, m := range o.modes {
		mode := schema.Mode(strings.ToLower(strings.TrimSpace(m)))
		known := mode == "happened"
		if known {
			mode = schema.Actual
		}
		for _, k := range schema.Modes {
			known = known || k == mode
		}
		if !known {
			return f, p, usageError{fmt.Errorf("--mode: %q is no status; they are %s", m, strings.Join(modeNames(), ", "))}
		}
		f.Modes = append(f.Modes, mode)
	}
	switch o.kind {
	case "":
	case "event", "standing", "link":
		f.Kinds = []graph.Kind{graph.Kind(o.kind)}
	default:
		return f, p, usageError{fmt.Errorf("--kind is %q; it can be event, standing or link", o.kind)}
	}
	for _, d := range []struct {
		flag, value string
		to          *string
	}{{"since", o.since, &f.Since}, {"until", o.until, &f.Until}, {"as-of", o.asOf, &f.AsOf}} {
		if d.value == "" {
			continue
		}
		iv, err := article.ParseDate(d.value)
		if err != nil {
			return f, p, usageError{fmt.Errorf("--%s: %w", d.flag, err)}
		}
		*d.to = iv.Start
	}
	return f, p, nil
}

func codeNames() []string {
	var names []string
	for _, c := range schema.Codes {
		names = append(names, string(c))
	}
	return names
}

func modeNames() []string {
	var names []string
	for _, m := range schema.Modes {
		names = append(names, string(m))
	}
	return names
}
