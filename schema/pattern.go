package schema

// Slot is the part of a fact that a question asks for.
type Slot string

// The slots.
const (
	AskSubject    Slot = "subject"    // who did it
	AskObject     Slot = "object"     // to whom it was done
	AskPlace      Slot = "place"      // where
	AskTime       Slot = "time"       // when
	AskTruth      Slot = "truth"      // whether: yes, no or unknown
	AskContent    Slot = "content"    // what was requested, promised or said
	AskCount      Slot = "count"      // how often
	AskConnection Slot = "connection" // through whom two are connected
	AskHolder     Slot = "holder"     // who holds an office
	AskOffice     Slot = "office"     // what somebody is
	AskFacts      Slot = "facts"      // what happened
)

// Pattern is a question over the facts of a graph, with no language left in
// it but names. Conditions that are empty hold for everything.
type Pattern struct {
	Asks Slot `json:"asks"`
	// Types are the types that an answer may have.
	Types []EntityType `json:"types,omitempty"`
	// Number is how many answers the question expects, 0 when it does not say.
	Number int `json:"number,omitempty"`
	// Subjects and Objects are the names that the question gives for the two
	// parties; Parties those whose part is open. Each is the name of one
	// entity, as written.
	Subjects []string `json:"subjects,omitempty"`
	Objects  []string `json:"objects,omitempty"`
	Parties  []string `json:"parties,omitempty"`
	// Relations are relations that fit, with how well, from 0 to 1; Codes
	// likewise. A fact fits as well as the better of the two says.
	Relations map[string]float64 `json:"relations,omitempty"`
	Codes     map[Code]float64   `json:"codes,omitempty"`
	// Place and Time bound the event.
	Place string   `json:"place,omitempty"`
	Time  Interval `json:"time,omitzero"`
	// Modes are the statuses that fit; empty means those that happened.
	Modes []Mode `json:"modes,omitempty"`
	// Negated asks for what did not happen.
	Negated bool `json:"negated,omitempty"`
	// Acceptance says that the question is whether something was accepted or
	// admitted: a rejection by the subject answers it with no.
	Acceptance bool `json:"acceptance,omitempty"`
	// Words are further words of the question, in lower case, by which
	// sentences that fit better are told from others.
	Words []string `json:"words,omitempty"`
	// Office is what AskHolder looks for ("foreign minister").
	Office string `json:"office,omitempty"`
}
