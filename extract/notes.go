package extract

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

// notes collects the explanations of an article's sentences.
type notes struct {
	art *analysis.Article
	res *schema.Result
	at  map[[2]int]int // block and first token -> index in res.Notes
}

func newNotes(art *analysis.Article, res *schema.Result) *notes {
	n := &notes{art: art, res: res, at: map[[2]int]int{}}
	for bi := range art.Blocks {
		b := &art.Blocks[bi]
		if b.Doc == nil {
			if text := strings.TrimSpace(art.Source.Text[b.Start:b.End]); text != "" {
				res.Notes = append(res.Notes, schema.Note{
					Evidence: schema.Evidence{Article: art.Source.ID, Sentence: text, Start: b.Start, End: b.End},
					Lines:    []string{"left out as " + string(b.Kind) + ": " + b.Why}})
			}
			continue
		}
		for _, s := range b.Doc.Sents {
			text := strings.TrimSpace(b.Doc.Slice(s.Start, s.End))
			if text == "" {
				continue
			}
			n.at[[2]int{bi, s.Start}] = len(res.Notes)
			start := b.Start + b.Doc.Tokens[s.Start].Start
			note := schema.Note{Evidence: schema.Evidence{Article: art.Source.ID, Sentence: text, Start: start, End: start + len(text)}}
			note.Lines = append(note.Lines, n.mentions(b, s)...)
			res.Notes = append(res.Notes, note)
		}
	}
	return n
}

// mentions says who is who in a sentence, and when.
func (n *notes) mentions(b *analysis.Block, s nlp.Span) []string {
	var lines []string
	for k := range b.Mentions {
		m := &b.Mentions[k]
		if m.Start < s.Start || m.End > s.End {
			continue
		}
		var names []string
		for _, e := range m.Entities {
			names = append(names, n.art.Entities[e].Name)
		}
		if len(names) == 0 {
			names = []string{"unresolved"}
		}
		lines = append(lines, "mention: “"+b.Doc.Slice(m.Start, m.End)+"” is "+strings.Join(names, ", ")+" ("+m.Rule+")")
	}
	for k := range b.Times {
		t := &b.Times[k]
		if t.Start >= s.Start && t.End <= s.End {
			what := t.Interval.Start
			if t.Interval.End != t.Interval.Start {
				what += "/" + t.Interval.End
			}
			if t.Interval.IsZero() {
				what = "no date"
			}
			lines = append(lines, "time: “"+b.Doc.Slice(t.Start, t.End)+"” is "+what+" ("+t.Rule+")")
		}
	}
	return lines
}

func (n *notes) add(s nlp.Span, block int, line string) {
	if i, ok := n.at[[2]int{block, s.Start}]; ok {
		n.res.Notes[i].Lines = append(n.res.Notes[i].Lines, line)
	}
}
