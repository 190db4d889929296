package question

import (
	"fmt"
	"strings"

	"entente/schema"
)

// Understood says in plain English how the question was taken.
func (q *Question) Understood() string {
	var b strings.Builder
	switch q.Kind {
	case Connected:
		fmt.Fprintf(&b, "through whom %s are connected", names(q.Parties))
	case Office:
		fmt.Fprintf(&b, "who is %s", q.Post)
		if len(q.Parties) > 0 {
			b.WriteString(" of " + names(q.Parties))
		}
	case Position:
		fmt.Fprintf(&b, "what office %s holds", names(q.Parties))
	case What:
		fmt.Fprintf(&b, "what happened")
		if len(q.Parties) > 0 {
			b.WriteString(" with " + names(q.Parties))
		}
	default:
		b.WriteString(q.clause())
	}
	if q.Place != nil {
		b.WriteString(", in " + q.Place.called())
	}
	switch {
	case q.Season != "":
		b.WriteString(", on " + strings.TrimPrefix(q.Season, "-") + " of any year")
	case !q.Time.IsZero():
		b.WriteString(", " + bounds(q.Time))
	}
	if q.Latest {
		b.WriteString(", the latest")
	}
	if q.Earliest {
		b.WriteString(", the first")
	}
	if len(q.Words) > 0 {
		b.WriteString("; about: " + strings.Join(q.Words, ", "))
	}
	return b.String()
}

// clause says the act with its parties.
func (q *Question) clause() string {
	asked := "who"
	switch {
	case q.Post != "":
		asked = "which " + q.Post
	case q.Noun != "" && q.Kind == Who:
		asked = "which " + q.Noun
	}
	if q.Nationality != nil {
		asked += " of " + q.Nationality.called()
	}
	act := q.Act
	if act == "" {
		act = "do something"
	}
	if len(q.Verbs) > 1 {
		act += " (" + strings.Join(q.Verbs[1:], ", ") + ")"
	}
	if q.Negated {
		act = "not " + act
	}
	if q.Future {
		act = "will " + act
	}
	subjects, objects := names(q.with(Subject)), names(q.with(Object))
	if subjects == "" {
		subjects = "somebody"
	}
	if q.Kind == Who {
		switch q.Role {
		case Subject:
			subjects = asked
		case Object:
			objects = strings.TrimPrefix(strings.Replace(asked, "who", "whom", 1), " ")
		default:
			objects = strings.TrimSpace(objects + " " + strings.TrimSpace(q.Prep+" "+strings.Replace(asked, "who", "whom", 1)))
		}
	}
	s := subjects + " — " + act
	if objects != "" {
		s += " — " + objects
	}
	var rest []string
	for _, p := range q.Parties {
		if p.Role > Object {
			rest = append(rest, strings.TrimSpace(p.Prep+" "+p.called()))
		}
	}
	if len(rest) > 0 {
		s += ", " + strings.Join(rest, ", ")
	}
	switch q.Kind {
	case Where:
		return "where: " + s
	case When:
		return "when: " + s
	case Whether:
		return "whether: " + s
	case Count:
		return "how many: " + s
	case Content:
		return "what: " + s
	}
	return s
}

func (p *Party) called() string {
	n := p.Name
	if len(p.IDs) == 0 {
		n += " (unknown to the graph)"
	}
	if p.Adjective && p.Noun != "" {
		n += " (" + p.Noun + ")"
	}
	return n
}

func names(ps []Party) string {
	var out []string
	for i := range ps {
		out = append(out, ps[i].called())
	}
	return strings.Join(out, " and ")
}

func bounds(t schema.Interval) string {
	switch {
	case t.Start == t.End:
		return t.Start
	case t.End == "":
		return "since " + t.Start
	case t.Start == "":
		return "until " + t.End
	}
	return t.Start + " to " + t.End
}
