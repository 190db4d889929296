package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"entente/extract/standing"
	"entente/graph"
	"entente/schema"
)

// indent is where the text of a fact begins, behind its date.
const indent = "              "

// printFact writes one fact: the date, who did what to whom and where; then
// code, status, corroboration; then its sentences with their sources.
func printFact(w io.Writer, s style, f *graph.Fact, reports int) {
	date := "no date"
	if f.Time != nil {
		date = interval(*f.Time)
	}
	if f.Kind == graph.StandingKind && f.Time == nil {
		date = ""
	}
	if f.Kind == graph.Link {
		date = "background"
	}
	head := fmt.Sprintf("%-*s", len(indent), date)
	if len(date) >= len(indent) {
		head = date + "\n" + indent
	}
	fmt.Fprintf(w, "%s%s\n", s.dim(head), statement(s, f))
	if facts := particulars(s, f); facts != "" {
		fmt.Fprintf(w, "%s%s\n", indent, facts)
	}
	for i, r := range f.Reports {
		if i == reports {
			fmt.Fprintf(w, "%s%s\n", indent, s.dim("and "+plural(len(f.Reports)-reports, "more report")))
			break
		}
		source := "— " + citation(r)
		if r.Rule == standing.FromList {
			source += "; it names the person, the rest is from the list of leaders"
		}
		fmt.Fprintf(w, "%s“%s”\n%s%s\n", indent, oneLine(r.Sentence), indent, s.dim(source))
	}
	for _, d := range f.Disputes {
		fmt.Fprintf(w, "%s%s\n", indent, s.yellow(fmt.Sprintf("disputed %s: %s here, %s in %s", d.What, d.Here, d.There, d.With)))
	}
	for _, v := range f.Via {
		fmt.Fprintf(w, "%s%s\n", indent, s.dim(fmt.Sprintf("%s stands for %s (%s)", v.Party.Name, v.For.Name, v.Why)))
	}
}

// statement says who did what to whom, and where.
func statement(s style, f *graph.Fact) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s  %s", s.bold(f.Subject.Name), colourOf(s, f)(f.Relation), s.bold(f.Object.Name))
	if f.Of != nil && f.Of.Name != "" {
		fmt.Fprintf(&b, " of %s", s.bold(f.Of.Name))
	}
	if f.Place != nil && f.Place.Name != "" {
		fmt.Fprintf(&b, "  in %s", s.cyan(f.Place.Name))
	}
	for _, r := range f.Reports {
		if r.Content != "" {
			fmt.Fprintf(&b, ": %s", r.Content)
			break
		}
	}
	return b.String()
}

// colourOf gives cooperation and conflict their colours.
func colourOf(s style, f *graph.Fact) func(string) string {
	switch f.Class {
	case schema.VerbalCooperation, schema.MaterialCooperation:
		return s.green
	case schema.VerbalConflict, schema.MaterialConflict:
		return s.red
	}
	return func(t string) string { return t }
}

// particulars is the line of code, status, speaker, corroboration and
// confidence.
func particulars(s style, f *graph.Fact) string {
	var parts []string
	if f.Code != "" {
		parts = append(parts, string(f.Code))
	}
	if f.Mode != "" {
		parts = append(parts, modeName(f.Mode))
	}
	if len(f.Reports) > 0 && f.Reports[0].AttributedTo != nil {
		parts = append(parts, "according to "+f.Reports[0].AttributedTo.Name)
	}
	if f.Articles > 1 {
		parts = append(parts, plural(f.Articles, "article"))
	}
	if f.Confidence > 0 {
		parts = append(parts, fmt.Sprintf("confidence %.2f", f.Confidence))
	}
	return s.dim(strings.Join(parts, " · "))
}

// modeName is the word for a status in the output for people.
func modeName(m schema.Mode) string {
	if m == schema.Actual {
		return "happened"
	}
	return string(m)
}

// interval writes a time: a point, a span, or one open side.
func interval(i schema.Interval) string {
	switch {
	case i.Start == i.End:
		return i.Start
	case i.Start == "":
		return "until " + i.End
	case i.End == "":
		return "since " + i.Start
	}
	return i.Start + "–" + i.End
}

// citation names the article of a report.
func citation(r graph.Report) string {
	a := r.Article
	var parts []string
	for _, p := range []string{a.Source, a.Title, a.Date} {
		if p != "" {
			parts = append(parts, clip(p, 80))
		}
	}
	if a.Source == "" && a.Title == "" {
		parts = append([]string{cmp.Or(a.URL, a.ID)}, parts...)
	}
	return strings.Join(parts, ", ")
}

// oneLine joins the lines of a sentence.
func oneLine(t string) string { return strings.Join(strings.Fields(t), " ") }

// eventFact and standingFact show statements that are in no graph yet like
// facts of one.
func eventFact(e *schema.Event, a *schema.Article) *graph.Fact {
	f := &graph.Fact{Kind: graph.EventKind, ID: e.ID, Subject: e.Subject, Relation: e.Relation, Code: e.Code, Class: e.Code.Quad(),
		Object: e.Object, Place: e.Place, Time: e.Time, Mode: e.Mode, Symmetric: e.Symmetric, Confidence: e.Confidence, Articles: 1}
	for i, ev := range append([]schema.Evidence{e.Evidence}, e.Also...) {
		r := graph.Report{Article: articleOf(a), Sentence: ev.Sentence, Start: ev.Start, End: ev.End}
		if i == 0 {
			r.AttributedTo, r.Content, r.Rule = e.AttributedTo, e.Content, e.Rule
		}
		f.Reports = append(f.Reports, r)
	}
	return f
}

func standingFact(st *schema.Standing, a *schema.Article) *graph.Fact {
	f := &graph.Fact{Kind: graph.StandingKind, ID: st.ID, Subject: st.Subject, Relation: st.Relation, Object: st.Object, Of: st.Of,
		Time: st.Period, Confidence: st.Confidence, Articles: 1}
	f.Reports = []graph.Report{{Article: articleOf(a), Sentence: st.Sentence, Start: st.Start, End: st.End, Rule: st.Rule}}
	return f
}

func articleOf(a *schema.Article) graph.Article {
	return graph.Article{ID: a.ID, Title: a.Title, Date: a.Date.Start, Source: a.Source, URL: a.URL}
}

// printStatements writes what was found in one article, for people.
func (a *app) printStatements(r *schema.Result, explain bool) error {
	s := a.style()
	title := r.Article.Title
	if title == "" {
		title = r.Article.ID
	}
	fmt.Fprintf(a.out, "%s\n%s\n\n", s.bold(title), s.dim(strings.TrimSpace(r.Article.Date.Start+"  "+plural(len(r.Events), "event")+", "+plural(len(r.Standings), "standing relation"))))
	for i := range r.Events {
		printFact(a.out, s, eventFact(&r.Events[i], &r.Article), 1)
	}
	for i := range r.Standings {
		printFact(a.out, s, standingFact(&r.Standings[i], &r.Article), 1)
	}
	if explain {
		for _, n := range r.Notes {
			fmt.Fprintf(a.out, "\n“%s”\n", oneLine(n.Sentence))
			for _, l := range n.Lines {
				fmt.Fprintf(a.out, "  %s\n", l)
			}
		}
	}
	_, err := fmt.Fprintln(a.out)
	return err
}
