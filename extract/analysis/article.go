// Package analysis holds one article while it is being understood: its blocks
// with their parses, the time expressions and mentions found in them, and the
// entities that the mentions refer to. Each step of the pipeline reads what
// the steps before it filled and fills its own part:
//
//	step            reads                         fills
//	extract/article text                          Article.Source (with its blocks)
//	extract/nlp     blocks                        Block.Doc
//	extract/when    Doc, dates                    Block.Times
//	extract/coref   Doc, gazetteer                Block.Mentions, Article.Entities
//	extract/event   all of it                     schema.Events
//	extract/standing all of it                    schema.Standings
package analysis

import (
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// Article is an article under analysis.
type Article struct {
	Source   *schema.Article
	Blocks   []Block  // one for each block of Source, in the same order
	Entities []Entity // Mention.Entities point here
	Titles   []Title  // what the text says of persons, in no particular order
}

// Block is a block of the article. Doc is nil for blocks that are not the
// article's own words (stamps, furniture).
type Block struct {
	schema.Block
	// Doc is the parse of the block's text; token offsets count from the
	// block's Start.
	Doc   *nlp.Doc
	Times []Time // by position
	// InForce is, for each sentence of Doc, the time that its acts have when
	// they carry none themselves: that of its main clause, or of the
	// sentences before.
	InForce  []schema.Interval
	Mentions []Mention // by Start, then longest first
}

// Time is a time expression: the tokens Start to End (exclusive) of the
// block's Doc and what they mean.
type Time struct {
	Start, End int
	// Interval is the resolved time, zero if it could not be resolved.
	schema.Interval
	// Kind says what the expression does in the sentence.
	Kind TimeKind
	// Rule names the rule that read it.
	Rule string
}

// TimeKind is the role of a time expression.
type TimeKind uint8

// The kinds of time expression.
const (
	Point  TimeKind = iota // "on Thursday", "in January 2022": when it happened
	Since                  // "since March": Start known, End open
	Until                  // "until 2020": End known, Start open
	Span                   // "from May to July", "between 2014 and 2018"
	Length                 // "for three days", "90 minutes": how long; no interval
	Repeat                 // "every week", "on Mondays"; no interval
	Attrib                 // inside a name or a modifier of a noun that is no event ("the 2015 deal", "the 1994 treaty")
)

// Kind is the kind of a mention.
type Kind uint8

// The kinds of mention.
const (
	Name    Kind = iota // "Antony Blinken", "Russia", "the State Department", "Mr Lavrov"
	Demonym             // adjective or possessive-like modifier: "Russian" in "Russian forces"
	Nominal             // "the president", "his Russian counterpart", "Russian officials", "the two"
	Pronoun             // "he", "their", "who", "we"
)

// Mention is a place in the text that refers to one entity, or to several
// ("the two", "both leaders", "they").
type Mention struct {
	Start, End int // tokens of the block's Doc, End exclusive
	Head       int // the syntactic head token inside
	Kind       Kind
	// Entities are indices into Article.Entities; empty when unresolved.
	Entities []int
	// Via says how the words stand for the entity when they do not name it
	// themselves.
	Via Via
	// Rule names the rule that resolved it, for explanations.
	Rule string
	// Confidence is the estimated probability that the resolution is right.
	Confidence float64
}

// Via is the way in which words stand for an entity.
type Via uint8

// The ways.
const (
	Direct     Via = iota // the words name or describe the entity itself
	Capital               // "Moscow" for Russia
	Seat                  // "the Kremlin", "Downing Street"
	People                // "Russians", "the Iranians" for the state acting
	Government            // "Russian officials", "the government in Kyiv", "Russian forces", "its troops"
	Belonging             // "Russian" in "Russian border"; "Iran's" in "Iran's oil": modifies something that is not the actor
	Speaker               // "I", "we" in a quotation
)

// Entity is an entity of the article.
type Entity struct {
	schema.Entity
	Gender Gender
	Plural bool // a group of people, "the Palestinians"
	// Country is the index of the state that a person represents or that an
	// organisation, city or group belongs to; -1 when unknown.
	Country int
	// Office is the title that a person holds in the article ("Foreign
	// Minister"), "" when none.
	Office string
	// Former says that the office is past ("former president").
	Former bool
}

// Title is an office or other description that the text gives to a person:
// "the Russian foreign minister", "secretary of the council", "an American".
type Title struct {
	Person int // entity
	// Office is the wording in title case without state and "former", "" when
	// only an allegiance is said ("Eritrea's Isaias Afwerki").
	Office string
	// Lemma is the noun ("minister") and Class its kind: "office", "person" or
	// "relative"; Field tells offices apart ("foreign", "government", "envoy").
	Lemma, Class, Field string
	// Of is the state or body that the office belongs to, or the person spoken
	// for; To is where an envoy is sent; -1 when not said.
	Of, To int
	Former bool
	// Period is when the office was held, where the list of leaders says it.
	Period schema.Interval
	// Block, Start and End are the words that say so.
	Block, Start, End int
	Rule              string
	Confidence        float64
}

// Gender is what is known of a person's grammatical gender.
type Gender uint8

// The genders.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
	Neuter // states, organisations
)

// MentionAt returns the innermost mention of the block whose head is token i,
// or nil.
func (b *Block) MentionAt(i int) *Mention {
	var best *Mention
	for k := range b.Mentions {
		m := &b.Mentions[k]
		if m.Head == i && (best == nil || m.End-m.Start < best.End-best.Start) {
			best = m
		}
	}
	return best
}

// Find returns the index of the entity that goes by a name, compared without
// regard to case; -1 if none does.
func (a *Article) Find(name string) int {
	for i := range a.Entities {
		e := &a.Entities[i]
		if strings.EqualFold(e.Name, name) {
			return i
		}
		for _, n := range e.Aliases {
			if strings.EqualFold(n, name) {
				return i
			}
		}
	}
	return -1
}
