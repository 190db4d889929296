package graph

import (
	"context"

	"entente/schema"
)

// Slot is the part of a statement that a question asks for.
type Slot string

// The slots.
const (
	AskSubject  Slot = "subject"  // who did it
	AskObject   Slot = "object"   // to whom, what
	AskOther    Slot = "other"    // the party that is not the known one, on either side
	AskOf       Slot = "of"       // the state or body of an office
	AskPlace    Slot = "place"    // where
	AskTime     Slot = "time"     // when
	AskRelation Slot = "relation" // what happened between them
	AskCount    Slot = "count"    // how many times
	AskWhether  Slot = "whether"  // yes, no or unknown
)

// Term is what a pattern says of one party. The zero Term is anybody.
type Term struct {
	// Name is looked up as Resolve does; when it may mean several entities,
	// all of them are tried. IDs names entities outright.
	Name string
	IDs  []string
	// Type, if set, is the type that the party must have; Types any of them.
	Type  schema.EntityType
	Types []schema.EntityType
	// Office, if set, are words of an office that the party must hold or have
	// held ("foreign minister").
	Office string
}

// IsZero reports whether the term says nothing.
func (t Term) IsZero() bool {
	return t.Name == "" && len(t.IDs) == 0 && t.Type == "" && len(t.Types) == 0 && t.Office == ""
}

func (t Term) named() bool { return t.Name != "" || len(t.IDs) > 0 }

// Pattern is a question as a shape that statements must have: the slots that
// are known and the one that is asked for.
//
//	Who met Lavrov in Delhi?        Ask other, Object Lavrov, Relations meet, Codes CONSULT, Place Delhi
//	When did Iran break with Oman?  Ask time, Subject Iran, Object Oman, Relations [break with, …]
//	Who is the foreign minister     Kind standing, Ask subject, Relations [position],
//	  of Russia?                      Object{Name: ""}, Office "foreign minister", Of Russia
//	Did Blinken meet Lavrov?        Ask whether, Subject Blinken, Object Lavrov, AnyOrder, Codes CONSULT
//	Who met both A and B?           Ask other, Subject A, And [B], Codes CONSULT
type Pattern struct {
	Kind Kind // EventKind when empty
	Ask  Slot

	Subject, Object, Of Term
	// AnyOrder lets subject and object change places, as symmetric events
	// always do.
	AnyOrder bool
	// And lists further parties in the place of the known one: an answer must
	// fit with each of them.
	And []Term

	// Relations are verb phrases and Codes PLOVER codes, any of which will do.
	// When statements with one of the Relations are found, those that have
	// only the code are left out.
	Relations []string
	Codes     []schema.Code
	// Office are words that the name of the object must hold, in standing
	// relations: "foreign minister".
	Office string
	// Place, if named, is where it happened, or what that place lies in.
	Place Term
	// Time bounds the event; At, a cut ISO date, is a day on which a standing
	// relation held.
	Time schema.Interval
	At   string
	// Modes are the modes that count. Empty means actual; for AskWhether any.
	Modes        []schema.Mode
	AttributedTo Term
	// Words are content words of the question; statements whose sentences have
	// more of them come first.
	Words []string
	// MinWords is the share of Words that a statement must have, 0 to 1.
	MinWords float64
	// Countries lets those who represent a state or body stand for it.
	Countries bool
	// Latest and Earliest ask for the last or first such event.
	Latest, Earliest bool
	AsOf             string // see Filter
	Source           string // see Filter
	// Limit bounds the answers; 0 means DefaultLimit.
	Limit int
}

// Answer is one answer to a pattern. Name is what was asked for: the name of
// an entity; for AskTime the date, two dates with a slash between for a span;
// for AskCount the number; for AskWhether "yes", "no" or "unknown"; for
// AskRelation the relation.
type Answer struct {
	Name  string            `json:"name"`
	ID    string            `json:"id,omitempty"`
	Type  schema.EntityType `json:"type,omitempty"`
	Score float64           `json:"score"`
	// Evidence are the facts behind it, the best first.
	Evidence []*Fact `json:"evidence"`
}

// maxEvidence bounds the facts given with one answer; maxScanned bounds the
// statements looked at for one question, so that a question about everything
// comes to an end.
const (
	maxEvidence = 5
	maxMatched  = 3000
	maxScanned  = 200_000
)

// Match returns the answers to a pattern, best first; none when the graph
// does not know. A name that nothing is known of gives a *NameError.
func (g *Graph) Match(ctx context.Context, p Pattern) ([]Answer, error) {
	if p.Kind == "" {
		p.Kind = EventKind
	}
	if len(p.Modes) == 0 && p.Ask != AskWhether {
		p.Modes = []schema.Mode{schema.Actual}
	}
	var out []Answer
	err := g.look(ctx, func(v *view) error {
		m := matcher{view: v, p: p}
		var err error
		out, err = m.answers()
		return err
	})
	return out, err
}
