package code

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/nlp"
)

// Locate returns the tokens of d that the name stands at: where its text
// occurs as whole words, else where its words occur one after the other
// whatever the case and punctuation, else the longest run of its words from
// its end ("British Prime Minister Theresa May" finds "Theresa May"). The
// span is empty if the name is empty or nothing of it occurs.
func Locate(d *nlp.Doc, name string) nlp.Span {
	name = strings.TrimSpace(name)
	if name == "" {
		return nlp.Span{}
	}
	for from := 0; from < len(d.Text); {
		i := strings.Index(d.Text[from:], name)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(name)
		before, _ := utf8.DecodeLastRuneInString(d.Text[:start])
		after, _ := utf8.DecodeRuneInString(d.Text[end:])
		if (start == 0 || !wordRune(before)) && (end == len(d.Text) || !wordRune(after)) {
			if s := covering(d, start, end); s.End > s.Start {
				return s
			}
		}
		from = start + 1
	}
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !wordRune(r) })
	var at []int
	var lower []string
	for i := range d.Tokens {
		for _, w := range strings.FieldsFunc(strings.ToLower(d.Tokens[i].Text), func(r rune) bool { return !wordRune(r) }) {
			lower, at = append(lower, w), append(at, i)
		}
	}
	for drop := 0; drop < len(words); drop++ {
		want := words[drop:]
		if len(want) == 1 && drop > 0 && len(want[0]) < 4 {
			break
		}
		for i := 0; i+len(want) <= len(lower); i++ {
			k := 0
			for k < len(want) && lower[i+k] == want[k] {
				k++
			}
			if k == len(want) {
				return nlp.Span{Start: at[i], End: at[i+k-1] + 1}
			}
		}
	}
	return nlp.Span{}
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// covering returns the tokens that overlap the bytes start to end.
func covering(d *nlp.Doc, start, end int) nlp.Span {
	s := nlp.Span{Start: -1}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.End > start && t.Start < end && !t.IsSpace() {
			if s.Start < 0 {
				s.Start = i
			}
			s.End = i + 1
		}
	}
	if s.Start < 0 {
		return nlp.Span{}
	}
	return s
}

// headOf returns the token of the span that its other tokens hang on, -1 for
// an empty span. Where several hang on tokens outside, the first noun among
// them.
func headOf(d *nlp.Doc, s nlp.Span) int {
	if s.End <= s.Start || s.Start < 0 || s.End > len(d.Tokens) {
		return -1
	}
	best := -1
	for i := s.Start; i < s.End; i++ {
		t := &d.Tokens[i]
		if t.Head != i && t.Head >= s.Start && t.Head < s.End || t.POS == "PUNCT" || t.POS == "SPACE" {
			continue
		}
		if nominal(t.POS) {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	if best < 0 {
		return s.Start
	}
	// A span that starts with a preposition or the like: its object.
	for _, c := range d.Children(best) {
		if int(c) < s.End && int(c) > best && d.Tokens[best].POS == "ADP" && nominal(d.Tokens[c].POS) {
			return int(c)
		}
	}
	return best
}

func nominal(pos string) bool { return pos == "NOUN" || pos == "PROPN" || pos == "PRON" }
