package when

import (
	"strings"

	"entente/extract/analysis"
)

// head returns the token of the document that ties the expression to the rest
// of the sentence.
func (s *sentence) head(e *expr) int {
	for i := e.start; i < e.end; i++ {
		h := s.doc.Tokens[s.base+i].Head - s.base
		if h < e.start || h >= e.end || h == i {
			return s.base + i
		}
	}
	return s.base + e.start
}

// before returns the word before the expression, past words of rough measure.
func (s *sentence) before(e *expr) string {
	i := e.start - 1
	for {
		switch s.at(i) {
		case "about", "around", "roughly", "nearly", "almost", "least", "at", "only", "just", "early", "late", "the":
			i--
			continue
		}
		return s.at(i)
	}
}

// spans joins "from May to July", "between 2014 and 2018" into one expression
// with two ends.
func (s *sentence) spans() {
	for k := 0; k+1 < len(s.exprs); k++ {
		a, b := &s.exprs[k], &s.exprs[k+1]
		if b.start != a.end+1 || a.form > inSeason || b.form > inSeason {
			continue
		}
		before, link := s.at(a.start-1), s.at(a.end)
		if before == "from" && (link == "to" || link == "until" || link == "till" || link == "through") || before == "between" && link == "and" {
			a.role = analysis.Span
			b.role = analysis.Span
			b.joins = true
			if a.form == absolute && b.form == absolute && a.at.y == 0 && b.at.y > 0 {
				a.at.y = b.at.y
				if a.at.m > b.at.m && b.at.m > 0 {
					a.at.y--
				}
			}
			k++
		}
	}
}

// giveRole says what the expression does in its clause.
func (s *sentence) giveRole(k int) {
	e := &s.exprs[k]
	t := s.doc.Tokens
	before := s.before(e)
	switch e.form {
	case repeat:
		e.role = analysis.Repeat
		return
	case length:
		if before == "in" && e.n > 0 && e.unit >= day && s.at(e.start) != "the" && tenseOf(s.doc, s.head(e)) == future {
			e.form, e.rule = deictic, "in so many days"
			return
		}
		e.role = analysis.Length
		return
	}
	if e.role == analysis.Span {
		return
	}
	h := s.head(e)
	tok := &t[h]
	outer := &t[tok.Head]
	noun := tok.Head != h && (outer.POS == "NOUN" || outer.POS == "PROPN")
	switch before {
	case "since":
		e.role = analysis.Since
		return
	case "from": // "visas from 1 January": when it takes effect
		if e.form == absolute && tok.Dep == "pobj" {
			e.role = analysis.Since
			return
		}
	case "until", "till", "by", "before":
		e.role = analysis.Until
		return
	case "after":
		if !noun || tok.Dep == "pobj" {
			e.role = analysis.Since
			return
		}
	case "of":
		if tok.Dep == "pobj" && outer.POS == "ADP" {
			if up := &t[outer.Head]; up.POS == "NOUN" || up.POS == "PROPN" {
				e.role = analysis.Attrib
				return
			}
		}
	}
	if noun && before != "on" && before != "in" || noun && s.at(e.start-1) == "the" {
		switch tok.Dep {
		case "compound", "nummod", "amod", "nmod":
			if e.form != onWeekday && e.form != deictic || e.form == onWeekday && outer.POS == "PROPN" {
				e.role = analysis.Attrib
			}
		case "poss":
			if e.form == absolute && e.at.d == 0 || e.form == deictic && e.unit >= month {
				e.role = analysis.Attrib
			}
		}
	}
	// "(1994)" after a name
	if e.form == absolute && strings.HasPrefix(before, "(") && e.start > 0 && s.at(e.end) == ")" {
		e.role = analysis.Attrib
	}
}
