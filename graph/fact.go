package graph

import (
	"cmp"

	"entente/schema"
)

// Kind tells events from standing relations and from imported links.
type Kind string

// The kinds of fact.
const (
	EventKind    Kind = "event"
	StandingKind Kind = "standing"
	Link         Kind = "link" // a bare quad of imported background knowledge: no sentence behind it
)

// Fact is one event or standing relation with everything that the graph's
// articles report of it.
type Fact struct {
	Kind Kind `json:"kind"`
	// ID is the event or standing node, "evt:…" or "stg:…"; Also are those of
	// other articles that were found to be the same.
	ID   string   `json:"id"`
	Also []string `json:"also,omitempty"`

	Subject schema.Ref `json:"subject"`
	// Relation is the verb phrase of the surest report; Relations are all.
	Relation  string      `json:"relation"`
	Relations []string    `json:"relations,omitempty"`
	Code      schema.Code `json:"code,omitempty"`
	Class     schema.Quad `json:"class,omitempty"` // quad class of the code
	Object    schema.Ref  `json:"object"`
	Of        *schema.Ref `json:"of,omitempty"`
	Place     *schema.Ref `json:"place,omitempty"`
	// Time is when it happened, or for standings the period; nil when unknown.
	Time      *schema.Interval `json:"time,omitempty"`
	Mode      schema.Mode      `json:"mode,omitempty"`
	Symmetric bool             `json:"symmetric,omitempty"`

	// Confidence is the probability that at least one independent report is
	// right.
	Confidence float64 `json:"confidence"`
	// Articles is the number of independent articles that report it: those
	// that do not merely repeat another's sentence.
	Articles int      `json:"articles"`
	Reports  []Report `json:"reports"`
	// Disputes say what other facts of the same parties contradict.
	Disputes []Dispute `json:"disputes,omitempty"`
	// Via is set by Between with countries: whom the subject and the object
	// stand for.
	Via []Representation `json:"via,omitempty"`
}

// Report is one sentence that states a fact.
type Report struct {
	Article      Article     `json:"article"`
	Sentence     string      `json:"sentence"`
	Start        int         `json:"start"` // byte offsets into the article's text
	End          int         `json:"end"`
	AttributedTo *schema.Ref `json:"attributed_to,omitempty"`
	Content      string      `json:"content,omitempty"` // what was requested, promised or alleged
	TimeText     string      `json:"time_text,omitempty"`
	Confidence   float64     `json:"confidence,omitempty"`
	Rule         string      `json:"rule,omitempty"`
}

// Article is what the graph keeps of an article.
type Article struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"`
	Source string `json:"source,omitempty"`
	URL    string `json:"url,omitempty"`
	Hash   string `json:"sha256,omitempty"` // of the text
}

// Dispute is a contradiction between two facts about the same parties.
type Dispute struct {
	// With is the ID of the other fact; What says on which point they differ:
	// "status" or "place".
	With string `json:"with"`
	What string `json:"what"`
	// Here and There are the two views.
	Here  string `json:"here"`
	There string `json:"there"`
}

// Representation says that a party acts for a country or body.
type Representation struct {
	Party schema.Ref `json:"party"`
	For   schema.Ref `json:"for"`
	// Why names the standing relation behind it: "position", "represents", …
	Why string `json:"why"`
}

// Filter narrows a question down. The zero Filter lets everything through.
type Filter struct {
	Codes []schema.Code // any of these
	// Since and Until bound the time of the fact, inclusive, as cut ISO dates;
	// a fact whose time is unknown does not pass a bound.
	Since, Until string
	// Place is the name or ID of a place; what lies in it counts as well.
	Place string
	Modes []schema.Mode // any of these
	// Source keeps reports whose publisher or URL contains it, in any case.
	Source string
	// MinConfidence is the least confidence of a fact.
	MinConfidence float64
	// Relations keeps facts with any of these relations.
	Relations []string
	// Kinds keeps facts of these kinds.
	Kinds []Kind
	// AsOf shows the graph as it would be with only the articles published up
	// to that day (a cut ISO date); undated articles are left out.
	AsOf string
}

// Page is a part of a long answer.
type Page struct {
	// Limit is the number of facts wanted; 0 means DefaultLimit, negative all.
	Limit int
	// After continues behind an earlier page: its Next.
	After string
}

// DefaultLimit is the length of a page when none is asked for.
const DefaultLimit = 20

func (p Page) limit() int {
	switch {
	case p.Limit == 0:
		return DefaultLimit
	case p.Limit < 0:
		return int(^uint(0) >> 1)
	}
	return p.Limit
}

// Entity is what the graph knows of an actor or place.
type Entity struct {
	schema.Ref
	Aliases []string `json:"aliases,omitempty"`
	Same    []string `json:"same,omitempty"` // "iso3166:US"
	// Events is the number of reported events that it takes part in, and
	// Articles that of the articles that mention it.
	Events   int `json:"events"`
	Articles int `json:"articles"`
	// Merged are other entities of the graph that are taken for the same.
	Merged []Merged `json:"merged,omitempty"`
}

// Merged says why an entity is taken for another.
type Merged struct {
	schema.Ref
	Reason string `json:"reason"`
	// Automatic merges follow from the names in the graph; the others were
	// decided by a user.
	Automatic bool `json:"automatic"`
}

// Candidate is an entity that a name may mean.
type Candidate struct {
	schema.Ref
	// Match is the name of the entity that fits.
	Match  string `json:"match,omitempty"`
	Events int    `json:"events"`
}

// when is the day by which facts are put in order: their time, and for
// standing relations without one the day of the latest report.
func when(f *Fact) string {
	if f.Time != nil {
		return cmp.Or(f.Time.Start, f.Time.End)
	}
	if f.Kind == EventKind {
		return ""
	}
	d := ""
	for _, r := range f.Reports {
		d = max(d, r.Article.Date)
	}
	return d
}
