package question

import (
	"regexp"
	"strings"

	"entente/extract/article"
	"entente/schema"
)

var (
	yearAlone  = regexp.MustCompile(`^(?:1[5-9]|20)\d\d$`)
	plainDate  = regexp.MustCompile(`(?i)\b(\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9},?\s+\d{4}|[a-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|[a-z]{3,9}\s+\d{4}|\d{4}-\d{2}(?:-\d{2})?|(?:1[5-9]|20)\d\d)\b`)
	openBefore = regexp.MustCompile(`(?i)\b(since|after|from|until|till|before|by|up to)\s+(?:the\s+)?$`)
)

// time finds the time that bounds the question, and marks its words.
func (p *parse) time() {
	text := p.doc.Text
	mark := func(start, end int) {
		for i := range p.doc.Tokens {
			if t := &p.doc.Tokens[i]; t.Start >= start && t.End <= end {
				p.used[i] = true
			}
		}
	}
	for _, m := range plainDate.FindAllStringIndex(text, -1) {
		iv, err := article.ParseDate(strings.Join(strings.Fields(text[m[0]:m[1]]), " "))
		if err != nil {
			continue
		}
		if yearAlone.MatchString(text[m[0]:m[1]]) && p.names(m[0], m[1]) {
			continue // "the 2016 ruling": which ruling, not when it was accepted
		}
		iv.Text = text[m[0]:m[1]]
		p.bound(iv, text[:m[0]])
		mark(m[0], m[1])
		return
	}
	if p.times == nil {
		return
	}
	for _, e := range p.doc.Ents {
		if e.Label != "DATE" {
			continue
		}
		words := p.doc.Slice(e.Start, e.End)
		if iv, ok := p.times(words); ok {
			iv.Text = words
			start := p.doc.Tokens[e.Start].Start
			p.bound(iv, text[:start])
			mark(start, p.doc.Tokens[e.End-1].End)
			return
		}
	}
}

// bound sets the time; words before it open one of its sides.
func (p *parse) bound(iv schema.Interval, before string) {
	if m := openBefore.FindStringSubmatch(before); m != nil {
		switch strings.ToLower(m[1]) {
		case "since", "after", "from":
			iv.End = ""
		default:
			iv.Start = ""
		}
		iv.Text = m[1] + " " + iv.Text
	}
	p.pattern.Time = iv
}

// names reports whether a year stands in front of a noun that it tells apart.
func (p *parse) names(start, end int) bool {
	for i := range p.doc.Tokens {
		t := &p.doc.Tokens[i]
		if t.Start == start && t.End == end {
			return t.Dep == "nummod" || t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod"
		}
	}
	return false
}
