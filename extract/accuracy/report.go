package accuracy

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"entente/schema"
)

// Write writes the report: the scores of each set, the reliability of
// confidences, and the errors by class.
func Write(w io.Writer, sets []Set, cv *CrossValidated) {
	fmt.Fprint(w, "# Accuracy of the extractor\n\nMade by `go run ./cmd/accuracy`; the event coder has a report of its own in data/coder/ACCURACY.md.\n\n")
	fmt.Fprint(w, "| set | articles | events | precision | recall | F1 | full tuples | standing recall | forbidden |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, s := range sets {
		c := s.Sum()
		fmt.Fprintf(w, "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %d of %d |\n", s.Name, len(s.Scored), c.Gold,
			c.Precision(), c.Recall(), c.F1(), c.FullRecall(), c.StandingRecall(), c.Transgressed, c.Forbidden)
	}
	if cv != nil {
		fmt.Fprint(w, "\n## Are confidences true?\n\nEvents of the cross-validated articles between gold entities, by stated confidence.\n\n| confidence | events | right |\n|---|---|---|\n")
		for b := range cv.Judged {
			if cv.Judged[b] > 0 {
				fmt.Fprintf(w, "| %.1f-%.1f | %d | %.2f |\n", float64(b)/10, float64(b+1)/10, cv.Judged[b], float64(cv.Right[b])/float64(cv.Judged[b]))
			}
		}
	}
	fmt.Fprint(w, "\n## Errors by class\n\nExamples are the article and the number of the gold fact, or the extracted event.\n")
	for _, s := range sets {
		writeErrors(w, s)
	}
}

func writeErrors(w io.Writer, s Set) {
	missed := map[string][]string{}
	wrong := map[string][]string{}
	for _, a := range s.Scored {
		for class, refs := range missedClasses(a) {
			missed[class] = append(missed[class], refs...)
		}
		for class, refs := range wrongClasses(a) {
			wrong[class] = append(wrong[class], refs...)
		}
	}
	fmt.Fprintf(w, "\n### %s\n\n| required events: why missed or not full | number | examples |\n|---|---|---|\n", s.Name)
	writeClasses(w, missed)
	fmt.Fprint(w, "\n| extracted events: why wrong | number | examples |\n|---|---|---|\n")
	writeClasses(w, wrong)
}

func writeClasses(w io.Writer, classes map[string][]string) {
	var names []string
	for n := range classes {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool {
		if len(classes[names[i]]) != len(classes[names[j]]) {
			return len(classes[names[i]]) > len(classes[names[j]])
		}
		return names[i] < names[j]
	})
	row := func(name string, refs []string) {
		fmt.Fprintf(w, "| %s | %d | %s |\n", name, len(refs), strings.Join(refs[:min(4, len(refs))], ", "))
	}
	// Kinds of error that came but once or twice tell little one by one.
	var rare []string
	kinds := 0
	for _, n := range names {
		refs := classes[n]
		if len(refs) <= 2 && len(names) > 12 {
			kinds++
			rare = append(rare, refs...)
			continue
		}
		row(n, refs)
	}
	if kinds > 0 {
		row(fmt.Sprintf("%d more kinds, once or twice each", kinds), rare)
	}
}

// missedClasses says of each required gold event that was not found, or not
// in full, what was wrong.
func missedClasses(a Scored) map[string][]string {
	out := map[string][]string{}
	for k := range a.Gold.Events {
		g := &a.Gold.Events[k]
		if g.Optional {
			continue
		}
		class := ""
		if i := a.Judgement.Found[k]; i >= 0 {
			e := &a.Result.Events[i]
			switch {
			case string(e.Mode) != g.Mode:
				class = fmt.Sprintf("found, but %s taken for %s", g.Mode, e.Mode)
			case !a.Gold.DateOK(g, e) && e.Time == nil:
				class = "found, but without its date"
			case !a.Gold.DateOK(g, e):
				class = "found, but with another date"
			case !a.Gold.PlaceOK(g, e) && e.Place == nil:
				class = "found, but without its place"
			case !a.Gold.PlaceOK(g, e):
				class = "found, but with another place"
			}
		} else {
			class = "no event between the parties"
			for i := range a.Result.Events {
				e := &a.Result.Events[i]
				if a.Gold.Parties(g, e.Subject.Name, e.Object.Name) {
					class = "parties found with another kind of event"
					break
				}
				if a.Gold.Parties(g, e.Object.Name, e.Subject.Name) {
					class = "parties swapped"
				}
			}
		}
		if class != "" {
			out[class] = append(out[class], fmt.Sprintf("%s #%d", a.Gold.Name, k+1))
		}
	}
	return out
}

func wrongClasses(a Scored) map[string][]string {
	out := map[string][]string{}
	for i := range a.Result.Events {
		e := &a.Result.Events[i]
		if !a.Judgement.Judged[i] || a.Judgement.Right[i] {
			continue
		}
		class := "parties that no gold event joins"
		for k := range a.Gold.Events {
			g := &a.Gold.Events[k]
			if a.Gold.Parties(g, e.Subject.Name, e.Object.Name) {
				class = fmt.Sprintf("coded %s, gold %s", codeName(e.Code), strings.Join(g.Codes, "/"))
				break
			}
			if a.Gold.Parties(g, e.Object.Name, e.Subject.Name) {
				class = "parties swapped"
			}
		}
		out[class] = append(out[class], fmt.Sprintf("%s %s", a.Gold.Name, e.ID))
	}
	return out
}

func codeName(c schema.Code) string {
	if c == schema.NoCode {
		return "none"
	}
	return string(c)
}

// Details prints every error with its sentence, for developers; it goes into
// no report.
func Details(w io.Writer, scored []Scored) {
	for _, a := range scored {
		for k := range a.Gold.Events {
			g := &a.Gold.Events[k]
			if !g.Optional && a.Judgement.Found[k] < 0 {
				fmt.Fprintf(w, "MISSED %s: %s | %s %v | %s | %s\n", a.Gold.Name, g.Subject, g.Relation, g.Codes, g.Object, g.Sentence)
			} else if i := a.Judgement.Found[k]; i >= 0 && !a.Gold.FullOK(g, &a.Result.Events[i]) {
				e := &a.Result.Events[i]
				fmt.Fprintf(w, "PARTLY %s: %s | %s | %s: want %s %s %s, got %s %s %s | %s\n", a.Gold.Name, g.Subject, g.Relation, g.Object,
					g.Mode, g.Date, g.Place, e.Mode, timeOf(e), placeOf(e), g.Sentence)
			}
		}
		for i := range a.Result.Events {
			e := &a.Result.Events[i]
			if a.Judgement.Judged[i] && !a.Judgement.Right[i] {
				fmt.Fprintf(w, "WRONG %s: %s | %s %s | %s (%.2f) | %s\n", a.Gold.Name, e.Subject.Name, e.Relation, e.Code, e.Object.Name, e.Confidence, e.Sentence)
			}
		}
		for _, k := range a.Judgement.MissedStanding {
			g := a.Gold.Standing[k]
			fmt.Fprintf(w, "NO STANDING %s: %s | %s | %s of %s\n", a.Gold.Name, g.Subject, g.Relation, g.Object, g.Of)
		}
		for _, k := range a.Judgement.Broken {
			f := a.Gold.Forbidden[k]
			fmt.Fprintf(w, "FORBIDDEN %s: %s | %s | %s: %s\n", a.Gold.Name, f.Subject, f.Relation, f.Object, f.Why)
		}
	}
}

func timeOf(e *schema.Event) string {
	if e.Time == nil {
		return "-"
	}
	return e.Time.Start
}

func placeOf(e *schema.Event) string {
	if e.Place == nil {
		return "-"
	}
	return e.Place.Name
}
