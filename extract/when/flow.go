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
		}
		f.ctx.Item = b.Time
		f.ctx.Present = b.Kind == schema.Headline || b.Kind == schema.Heading || len(b.Time.Start) == 10 && b.Time.Start != art.Source.Date.Start
		b.Times, b.InForce = nil, make([]schema.Interval, len(b.Doc.Sents))
		for k, sent := range b.Doc.Sents {
			found := Find(b.Doc, sent, f.ctx)
			b.InForce[k] = f.step(b, sent, found)
			b.Times = append(b.Times, found...)
		}
	}
}

// flow carries the time of the story from sentence to sentence.
type flow struct {
	ctx Context
}

// step takes in the times of a sentence and returns the one in force for acts
// of the sentence that carry none themselves.
func (f *flow) step(b *analysis.Block, sent nlp.Span, found []analysis.Time) schema.Interval {
	main := Main(b.Doc, found)
	if main == nil {
		if known(f.ctx.Previous) {
			return f.ctx.Previous
		}
		if known(f.ctx.Item) {
			return f.ctx.Item
		}
		return f.ctx.Published
	}
	f.ctx.Previous = main.Interval
	if len(main.Interval.Start) == 10 {
		f.ctx.Recent = main.Interval
	}
	if !known(f.ctx.Story) && b.Kind == schema.Paragraph && len(main.Interval.Start) == 10 {
		f.ctx.Story = main.Interval
	}
	return main.Interval
}

// Main returns the time of the sentence's main clause: the point in time that
// hangs highest in the parse, nil when none is resolved.
func Main(d *nlp.Doc, found []analysis.Time) *analysis.Time {
	var best *analysis.Time
	depth := 0
	for k := range found {
		t := &found[k]
		if t.Kind != analysis.Point || !known(t.Interval) {
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
