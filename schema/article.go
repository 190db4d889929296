package schema

// Article is one news article after reading: its own text, cleaned of page
// furniture, with what is known about where it came from.
type Article struct {
	// ID is "art:" and a hash of the text and date, so that the same article
	// has the same ID on every machine.
	ID string
	// Title is the headline, "" when the source has none.
	Title string
	// Date is the day of publication, the zero Interval when unknown.
	Date Interval
	// Place is the place that the dateline names, as written ("GENEVA"), ""
	// when there is none.
	Place string
	// Source names the publisher, "" when unknown; URL is where it was read.
	Source, URL string
	// Language is an ISO 639-1 code, "" when not determined.
	Language string
	// Text is the whole original text, valid UTF-8. All offsets of evidence
	// are byte offsets into it.
	Text string
	// Blocks are the parts of Text in order of appearance.
	Blocks []Block
}

// BlockKind says what part of an article a block of text is.
type BlockKind string

// The kinds of block. Only Headline, Heading and Paragraph blocks are the
// article's own words; events are read from them alone.
const (
	Headline  BlockKind = "headline"  // the title of the article
	Heading   BlockKind = "heading"   // a heading inside it: an item of a digest, a subtitle
	Paragraph BlockKind = "paragraph" // running text
	Stamp     BlockKind = "stamp"     // a date line, a byline, the time of an item
	Furniture BlockKind = "furniture" // links to other stories, share bars, sources, captions
)

// Block is one part of an article: the bytes Start to End of its text.
type Block struct {
	Kind       BlockKind
	Start, End int
	// Item counts the items of a digest, live page or chronology from 0; an
	// ordinary article is item 0 throughout. Coreference and the flow of time
	// do not cross from one item to the next.
	Item int
	// Time is the date and, where given, the hour that the block's item
	// carries by itself (a chronology's "Oct 26, 1994"); zero when none.
	Time Interval
	// Why says by which rule a Furniture or Stamp block was recognised.
	Why string
}
