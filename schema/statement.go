package schema

// Mode is the status of a statement: whether it is reported to have happened.
type Mode string

// The modes. A denied event covers denial, plain negation and refusal; a
// reported allegation is Actual with AttributedTo.
const (
	Actual       Mode = "actual"
	Planned      Mode = "planned"
	Requested    Mode = "requested"
	Hypothetical Mode = "hypothetical"
	Denied       Mode = "denied"
)

// Modes lists every mode.
var Modes = [...]Mode{Actual, Planned, Requested, Hypothetical, Denied}

// Evidence is the sentence that says so.
type Evidence struct {
	Article  string `json:"article"`  // "art:…"
	Sentence string `json:"sentence"` // verbatim
	Start    int    `json:"start"`    // byte offsets of the sentence in the article's text
	End      int    `json:"end"`
}

// Event is one statement of the form who did what to whom, where and when,
// according to whom.
type Event struct {
	// ID identifies the event by content: equal parties, code, relation, mode, place and
	// time give equal IDs, whichever article reports it.
	ID           string    `json:"id"`
	Subject      Ref       `json:"subject"`
	Relation     string    `json:"relation"` // verb phrase lemma: "meet", "call on", "impose sanctions on"
	Code         Code      `json:"code"`
	Object       Ref       `json:"object"`
	Place        *Ref      `json:"place"`
	Time         *Interval `json:"time"`
	Mode         Mode      `json:"mode"`
	AttributedTo *Ref      `json:"attributed_to"`
	// Confidence is the estimated probability that the statement is right,
	// between 0 and 1, calibrated by cross-validation.
	Confidence float64 `json:"confidence"`
	Evidence
	// Also holds further evidence of the same event within the article.
	Also []Evidence `json:"also,omitempty"`
	// Content is the wording of what was requested, promised or alleged ("rejoin the New START
	// treaty"), "" when there is none.
	Content string `json:"content,omitempty"`
	// Symmetric says that subject and object may change places (meetings, agreements).
	Symmetric bool `json:"symmetric,omitempty"`
	// Rule names the rule or model that found it.
	Rule string `json:"rule,omitempty"`
}

// Standing is a relation that holds over a period: an office, a membership.
type Standing struct {
	ID       string    `json:"id"`
	Subject  Ref       `json:"subject"`
	Relation string    `json:"relation"` // one of Relations
	Object   Ref       `json:"object"`   // for position, the Name is the office: "Foreign Minister"
	Of       *Ref      `json:"of"`       // for position, the state or body that the office belongs to
	Period   *Interval `json:"period,omitempty"`

	Confidence float64 `json:"confidence"`
	Evidence
	Also []Evidence `json:"also,omitempty"`
	Rule string     `json:"rule,omitempty"`
}

// Relations lists the standing relations in the form they are written.
var Relations = [...]string{"position", "represents", "citizen of", "member of", "located in", "part of",
	"capital of", "party to"}

// Result is everything that an extractor read in one article.
type Result struct {
	Article   Article
	Entities  []Entity
	Events    []Event
	Standings []Standing
	// Notes explain, sentence by sentence, what was found or why nothing was;
	// filled only when an explanation was asked for.
	Notes []Note
}

// Note explains what became of one sentence.
type Note struct {
	Evidence
	Lines []string `json:"lines"`
}
