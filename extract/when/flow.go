package when

import (
	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// Fill finds the times of all blocks of an article that have a parse, and the
// time in force for each of their sentences (Block.InForce).
func Fill(art *analysis.Article) {
	item := -1
	var f flow
	for i := range art.Blocks {
		b := &art.Blocks[i]
		if b.Doc == nil {
			continue
		}
		if b.Item != item {
			item = b.Item
			f = flow{ctx: Context{Published: art.Source.Date, Item: b.Time}}
			f.ctx.Story = story(art, i)
		}
		f.ctx.Item = b.Time
		f.ctx.Present = toldInPresent(art, i)
		b.Times, b.InForce = nil, make([]schema.Interval, len(b.Doc.Sents))
		for k, sent := range b.Doc.Sents {
			found := Find(b.Doc, sent, f.ctx)
			b.InForce[k] = f.step(b, found)
			b.Times = append(b.Times, found...)
		}
	}
}

// toldInPresent reports whether block i tells the past in the present tense:
// headlines, chronologies and the captions of numbered pictures do.
func toldInPresent(art *analysis.Article, i int) bool {
	b := &art.Blocks[i]
	return b.Kind == schema.Headline || b.Kind == schema.Heading || len(b.Time.Start) == 10 && b.Time.Start != art.Source.Date.Start || numbered(art, i)
}

// numbered reports whether block i is the text beside a number like "3/8".
func numbered(art *analysis.Article, i int) bool {
	return i > 0 && art.Blocks[i-1].Kind == schema.Stamp && art.Blocks[i-1].Why == "number of an item" && art.Blocks[i-1].Item == art.Blocks[i].Item
}

const (
	lead       = 2  // paragraphs that may name the day of the main event
	freshness  = 7  // days before publication that it may lie
	background = 40 // days before publication from which a day is background
)

// story finds the day of the main event of the item that begins with block i:
// the first recent day that its opening paragraphs name.
func story(art *analysis.Article, i int) schema.Interval {
	base := parseDate(art.Source.Date.Start)
	if t := parseDate(art.Blocks[i].Time.Start); t.d > 0 {
		return art.Blocks[i].Time
	}
	if base.d == 0 {
		return art.Source.Date
	}
	item, paragraphs := art.Blocks[i].Item, 0
	for ; i < len(art.Blocks) && art.Blocks[i].Item == item && paragraphs < lead; i++ {
		b := &art.Blocks[i]
		if b.Doc == nil || b.Kind != schema.Paragraph {
			continue
		}
		paragraphs++
		ctx := Context{Published: art.Source.Date, Item: b.Time, Present: toldInPresent(art, i)}
		for _, sent := range b.Doc.Sents {
			found := Find(b.Doc, sent, ctx)
			for k := range found {
				t := &found[k]
				if d := parseDate(t.Interval.Start); t.Kind == analysis.Point && t.Rule != EventRule && d.d > 0 && t.Interval.Start == t.Interval.End &&
					!d.first().After(base.first()) && !d.first().Before(base.addDays(-freshness).first()) {
					return t.Interval
				}
			}
		}
	}
	return art.Source.Date
}

// flow carries the time of the story from sentence to sentence.
type flow struct {
	ctx Context
}

// step takes in the times of a sentence and returns the one in force for acts
// of the sentence that carry none themselves.
func (f *flow) step(b *analysis.Block, found []analysis.Time) schema.Interval {
	main := Main(b.Doc, found)
	if main == nil {
		return f.current()
	}
	if d, base := parseDate(main.Interval.Start), f.base(); d.d > 0 && base.d > 0 && d.first().After(base.first()) {
		return main.Interval // plans do not move the story on
	}
	inForce := main.Interval
	if aside(b.Doc, main) {
		inForce = f.current()
	}
	f.ctx.Previous = main.Interval
	if len(main.Interval.Start) == 10 {
		f.ctx.Recent = main.Interval
	}
	return inForce
}

// aside reports whether a time only dates a relative clause ("who had resigned
// in May"): what is said next may go on from it, but the main clause of its
// own sentence does not happen then.
func aside(d *nlp.Doc, t *analysis.Time) bool {
	for i, steps := headOf(d, t), 0; d.Tokens[i].Head != i && steps < 64; i, steps = d.Tokens[i].Head, steps+1 {
		if d.Tokens[i].Dep == "relcl" {
			return true
		}
	}
	return false
}

func (f *flow) base() date {
	if known(f.ctx.Item) {
		return parseDate(f.ctx.Item.Start)
	}
	return parseDate(f.ctx.Published.Start)
}

// current is the time of a sentence that names none: the day named last, as
// long as it is recent. From older days and bare years the story returns to
// its main event.
func (f *flow) current() schema.Interval {
	p, base := parseDate(f.ctx.Previous.Start), f.base()
	if p.d > 0 && base.d > 0 && !p.first().Before(base.addDays(-background).first()) {
		return f.ctx.Previous
	}
	if known(f.ctx.Story) {
		return f.ctx.Story
	}
	return f.ctx.Published
}

// Main returns the time of the sentence's main clause: the point in time that
// hangs highest in the parse, nil when none is resolved.
func Main(d *nlp.Doc, found []analysis.Time) *analysis.Time {
	var best *analysis.Time
	depth := 0
	for k := range found {
		t := &found[k]
		if t.Kind != analysis.Point || !known(t.Interval) || t.Rule == EventRule {
			continue
		}
		n := 0
		for i := headOf(d, t); d.Tokens[i].Head != i && n < 64; i = d.Tokens[i].Head {
			n++
		}
		if best == nil || n < depth {
			best, depth = t, n
		}
	}
	return best
}

func headOf(d *nlp.Doc, t *analysis.Time) int {
	for i := t.Start; i < t.End; i++ {
		if h := d.Tokens[i].Head; h < t.Start || h >= t.End || h == i {
			return i
		}
	}
	return t.Start
}
