package question

import (
	"fmt"
	"strings"

	"entente/schema"
)

// describe says in words how the question was taken.
func (p *parse) describe() string {
	q := &p.pattern
	var b strings.Builder
	subject, object := strings.Join(q.Subjects, ", "), strings.Join(q.Objects, ", ")
	act := p.phrase
	if act == "" {
		act = "did anything to"
	}
	kind := "anyone"
	if len(q.Types) == 1 {
		kind = strings.ToLower(string(q.Types[0]))
	}
	someone := func(s string) string {
		if s == "" {
			return "anyone"
		}
		return s
	}
	switch q.Asks {
	case schema.AskConnection:
		fmt.Fprintf(&b, "through whom %s are connected", strings.Join(q.Parties, " and "))
	case schema.AskHolder:
		fmt.Fprintf(&b, "who holds the office %q of %s", q.Office, object)
	case schema.AskOffice:
		fmt.Fprintf(&b, "what %s is", subject)
	case schema.AskSubject:
		fmt.Fprintf(&b, "which %s: [?] — %s — %s", kind, act, someone(object))
	case schema.AskObject:
		fmt.Fprintf(&b, "which %s: %s — %s — [?]", kind, someone(subject), act)
	case schema.AskPlace:
		fmt.Fprintf(&b, "where: %s — %s — %s", someone(subject), act, someone(object))
	case schema.AskTime:
		fmt.Fprintf(&b, "when: %s — %s — %s", someone(subject), act, someone(object))
	case schema.AskTruth:
		fmt.Fprintf(&b, "whether: %s — %s — %s", someone(subject), act, someone(object))
	case schema.AskContent:
		fmt.Fprintf(&b, "to do what: %s — %s — %s", someone(subject), act, someone(object))
	case schema.AskCount:
		fmt.Fprintf(&b, "how many: %s — %s — %s", someone(subject), act, someone(object))
	case schema.AskFacts:
		fmt.Fprintf(&b, "what happened")
	}
	if q.Negated {
		b.WriteString(", not")
	}
	if len(q.Parties) > 0 && q.Asks != schema.AskConnection {
		fmt.Fprintf(&b, ", with %s", strings.Join(q.Parties, " and "))
	}
	if q.Place != "" {
		fmt.Fprintf(&b, ", in %s", q.Place)
	}
	if !q.Time.IsZero() {
		fmt.Fprintf(&b, ", %s", q.Time.Text)
	}
	return b.String()
}
