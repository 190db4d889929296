package question

import (
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

func (m *memory) mention(model *nlp.Model, r *schema.Result) {
	for _, b := range r.Article.Blocks {
		if b.Kind != schema.Headline && b.Kind != schema.Paragraph && b.Kind != schema.Heading {
			continue
		}
		d := model.Parse(r.Article.Text[b.Start:b.End])
		for _, s := range d.Sents {
			text := strings.TrimSpace(d.Slice(s.Start, s.End))
			st := Statement{Mention: true, Confidence: 0.5, Reports: []Report{{Sentence: text, Date: r.Article.Date.Start}}}
			low := " " + strings.Join(lowerWords(text), " ") + " "
			for _, e := range r.Entities {
				for _, n := range append([]string{e.Name}, e.Aliases...) {
					if len(n) > 2 && strings.Contains(low, " "+strings.Join(lowerWords(n), " ")+" ") {
						st.Mentions = append(st.Mentions, e.Ref)
						break
					}
				}
			}
			if len(st.Mentions) > 0 {
				m.add(st)
			}
		}
	}
}
