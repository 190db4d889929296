package question

import (
	"context"

	"entente/schema"
)

// Source is where questions are answered from, usually a graph.
type Source interface {
	// Resolve returns the entities that a name can mean, the likeliest first;
	// none when the name is unknown.
	Resolve(ctx context.Context, name string) ([]schema.Ref, error)
	// About returns what is known of any of the entities, as parties or as
	// places. Where that is too much, statements with more of the entities
	// come first, then those of the act.
	About(ctx context.Context, ids []string, act Act) ([]Statement, error)
	// Acts returns events of an act.
	Acts(ctx context.Context, act Act) ([]Statement, error)
	// States returns the states and bodies that an entity acts for: of a
	// minister, ministry or army.
	States(ctx context.Context, id string) ([]string, error)
	// Representatives returns who acts for a state or body.
	Representatives(ctx context.Context, id string) ([]schema.Ref, error)
	// Within reports whether a place lies in another, or is it.
	Within(ctx context.Context, place, in string) (bool, error)
	// Path returns the entities between two, for questions of how they are
	// connected, best first, with the statements that connect them.
	Path(ctx context.Context, a, b []string) ([]Link, error)
}

// Act says which events are of a kind: those with any of the relations or
// codes.
type Act struct {
	Relations []string
	Codes     []schema.Code
}

// Link is one way in which two parties are connected: the entities between
// them and a statement for each step.
type Link struct {
	Through []schema.Ref
	Steps   []Statement
}

// Statement is an event or standing relation with the sentences that state
// it.
type Statement struct {
	// Index is the caller's, to find its own form of the statement again.
	Index     int
	Standing  bool
	Subject   schema.Ref
	Relation  string
	Relations []string
	Code      schema.Code
	Object    schema.Ref
	Of, Place *schema.Ref
	Time      *schema.Interval
	Mode      schema.Mode
	Symmetric bool
	// Confidence is the probability that the statement is right.
	Confidence float64
	Reports    []Report
}

// Report is one sentence that makes a statement.
type Report struct {
	Sentence string
	Content  string // what was requested, promised or alleged
	By       *schema.Ref
	Article  string
	Date     string // of the article, ISO 8601
}
