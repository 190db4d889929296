package question

import (
	"entente/extract/nlp"
	"entente/schema"
)

// Kind is the kind of answer that a question asks for.
type Kind string

// The kinds of question.
const (
	Who       Kind = "who"       // a party: who, whom, whose, which country …
	Where     Kind = "where"     // a place
	When      Kind = "when"      // a date
	Whether   Kind = "whether"   // yes or no
	Count     Kind = "count"     // how many, how often
	Content   Kind = "content"   // what was asked for, promised or said
	What      Kind = "what"      // what happened between two parties
	Connected Kind = "connected" // how two parties are connected
	Office    Kind = "office"    // who holds an office
	Position  Kind = "position"  // what office somebody holds
)

// Role is the part that a party plays in the act that a question is about.
type Role uint8

// The roles. Oblique parties stand behind a preposition ("with Lavrov", "to
// Turkey"); inner ones inside another phrase or a subordinate clause ("the
// consent of Putin"), and their part in the act is open.
const (
	Subject Role = iota
	Object
	Oblique
	Inner
)

// Question is a question as it was understood.
type Question struct {
	Text string
	Kind Kind
	// Role is the part that the unknown party plays.
	Role Role
	// Prep is the preposition before an unknown oblique party ("with").
	Prep string
	// Types are the types that an answer may have; empty for any. Noun is the
	// word that says so ("country", "court"); Nationality the state that the
	// answer must belong to ("Which Philippine leader").
	Types       []schema.EntityType
	Noun        string
	Nationality *Party
	// Post is the office that the answer holds ("Which president", "Who is the
	// foreign minister of X").
	Post string

	// Unsorted says that Noun is no kind that entities are sorted by
	// ("trader", "crossing").
	Unsorted bool
	// For is the party on whose behalf the answer acted ("Who signed for
	// Jordan?").
	For *Party

	// Act is the verb phrase lemma of the act ("break with"), "" when the
	// question names none; Verbs are the lemmas of its verbs, the main one
	// first, and Nouns those of its object nouns ("talk", "agreement").
	Act   string
	Verbs []string
	Nouns []string
	// Passive, Negated and Future are said of the act.
	Passive, Negated, Future bool

	// Parties are the names in the question, without those of places that only
	// say where.
	Parties []Party
	Place   *Party
	// Time bounds the act; zero when the question says nothing of it.
	Time schema.Interval
	// Season is the part of a date that is known without its year, "-09" or
	// "-09-06"; "" otherwise.
	Season string
	// Relative says that Time counts from today ("last March").
	Relative bool
	// Latest and Earliest ask for the last or first of several.
	Latest, Earliest bool
	// Both says that the parties play the same part each by itself ("Whom did
	// both A and B meet?", "having met both").
	Both bool
	// Number is how many answers are wanted ("which two countries"); 0 if
	// not said.
	Number int
	// Inner are the content words of a complement ("to step aside").
	Inner []string
	// Words are the content words that are neither names nor the act, as
	// lemmas.
	Words []string

	doc       *nlp.Doc // the question as a statement
	pred      int      // its main predicate
	classes   []string // of the act, in the lexicon of acts
	particles []string // particles and prepositions of the act
}

// Party is a name in a question.
type Party struct {
	// Text is the name as written; Name what it is called in the source, Text
	// if it is unknown there.
	Text, Name string
	// IDs are the entities that it can mean, the likeliest first.
	IDs  []string
	Type schema.EntityType
	Role Role
	Prep string // the preposition before it
	// Adjective says that the name only modifies a noun ("Russian diplomats",
	// "Turkey's request"); Noun is that noun's lemma.
	Adjective bool
	Noun      string
	// Post is set for a description by office that names nobody ("the
	// President").
	Post string

	start, end int
}
