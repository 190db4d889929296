package when

import (
	"strings"
	"time"

	"entente/extract/nlp"
)

// sentence is a sentence being read; w are its tokens in lower case.
type sentence struct {
	doc   *nlp.Doc
	base  int // of w in the document
	w     []string
	exprs []expr
}

func (s *sentence) at(i int) string {
	if i < 0 || i >= len(s.w) {
		return ""
	}
	return s.w[i]
}

func (s *sentence) tag(i int) string {
	if i < 0 || i >= len(s.w) {
		return ""
	}
	return s.doc.Tokens[s.base+i].Tag
}

// capital reports whether the token is written with a capital, which tells
// "May" from "may" and "March" from "march".
func (s *sentence) capital(i int) bool {
	c := s.doc.Tokens[s.base+i].Text[0]
	return c >= 'A' && c <= 'Z'
}

func (s *sentence) month(i int) int {
	w := strings.TrimSuffix(s.at(i), ".")
	m := months[w]
	if m == 0 || !s.capital(i) || s.tag(i) == "MD" {
		return 0
	}
	if (w == "may" || w == "march" || w == "mar" || w == "august" || w == "sun" || w == "sat") && i == 0 && s.tag(i) != "NNP" {
		return 0
	}
	// "Theresa May", "June Smith", "Jan Smuts": part of a person's name.
	t := &s.doc.Tokens[s.base+i]
	if t.EntType == "PERSON" {
		return 0
	}
	if m == 4 || m == 5 || m == 6 || m == 8 {
		if t.Dep == "nsubj" || t.Dep == "nsubjpass" || s.tag(i-1) == "NNP" && s.doc.Tokens[s.base+i-1].EntType != "DATE" {
			return 0
		}
	}
	return m
}

func (s *sentence) weekday(i int) (time.Weekday, bool) {
	w := strings.TrimSuffix(s.at(i), ".")
	d, ok := weekdays[strings.TrimSuffix(w, "s")]
	if !ok {
		d, ok = weekdays[w]
	}
	return d, ok && s.capital(i) && len(w) > 2 && (len(w) > 4 || s.tag(i) == "NNP" && w != "sun" && w != "mon" && w != "sat")
}

// number reads a count at i: "two", "12", "a", "a couple of", "several"; n is
// 0 when the count is not said.
func (s *sentence) number(i int) (n, end int, ok bool) {
	w := s.at(i)
	if n, ok := figures(w); ok && n < 1000 {
		return n, i + 1, true
	}
	if (w == "a" || w == "the") && s.at(i+1) == "couple" {
		if s.at(i+2) == "of" {
			return 2, i + 3, true
		}
		return 2, i + 2, true
	}
	if w == "a" && (s.at(i+1) == "few" || s.at(i+1) == "dozen") {
		return map[string]int{"few": 0, "dozen": 12}[s.at(i+1)], i + 2, true
	}
	if w == "half" && (s.at(i+1) == "a" || s.at(i+1) == "an") {
		return 0, i + 2, true
	}
	switch w {
	case "several", "few", "some", "many", "recent", "these", "those", "past", "last":
		return 0, i + 1, w == "several" || w == "few" || w == "some" || w == "many"
	}
	if n, ok := numbers[w]; ok {
		if n >= 20 && s.at(i+1) == "-" {
			if m := numbers[s.at(i+2)]; m > 0 && m < 10 {
				return n + m, i + 3, true
			}
		}
		return n, i + 1, true
	}
	return 0, i, false
}

// relBefore reads "last", "the following", "that same" and so on.
func (s *sentence) relBefore(i int) (int, rel) {
	j := i
	if s.at(j) == "the" || s.at(j) == "that" && relWords[s.at(j+1)] == that {
		j++
	}
	if r, ok := relWords[s.at(j)]; ok && s.at(j) != "past" {
		return j + 1, r
	}
	return i, bare
}

// partBefore skips words for the part of a month or year: "early", "the end
// of", "mid -", "the first half of".
func (s *sentence) partBefore(i int) int {
	j := i
	if s.at(j) == "the" {
		j++
	}
	switch w := s.at(j); {
	case w == "early" || w == "late" || w == "mid":
		j++
		if s.at(j) == "-" || s.at(j) == "in" {
			j++
		}
		return j
	case (w == "end" || w == "start" || w == "beginning" || w == "middle" || w == "close" || w == "turn" || w == "course") && s.at(j+1) == "of":
		return j + 2
	case (ordinals[w] > 0 || w == "last" || w == "final") && (s.at(j+1) == "half" || s.at(j+1) == "quarter" || s.at(j+1) == "week" ||
		s.at(j+1) == "days" || s.at(j+1) == "weeks" || s.at(j+1) == "months" || s.at(j+1) == "month" || s.at(j+1) == "day") && s.at(j+2) == "of":
		return j + 3
	}
	return i
}
