package link

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters that carry no combining mark in Unicode but have a customary
// spelling in plain Latin letters.
var plain = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe",
	"ı", "i", "ə", "a", "ŋ", "ng", "’", "'", "‘", "'", "ʼ", "'", "ʽ", "'", "ʿ", "'", "ʾ", "'", "`", "'", "´", "'",
	"‐", "-", "‑", "-", "–", "-", "—", "-")

// Fold reduces a name to the key under which it is looked up: lower case
// without diacritics, dots, apostrophes or a leading article, hyphens as
// spaces, single spaces, and no possessive ending. Names that a reader takes
// for the same have the same key.
func Fold(name string) string {
	s := strings.ToLower(name)
	if !ascii(s) {
		s = plain.Replace(s)
		if !ascii(s) {
			s = stripMarks(s)
		}
	}
	s = strings.TrimSpace(s)
	if t, ok := strings.CutSuffix(s, "'s"); ok {
		s = t
	} else if t, ok := strings.CutSuffix(s, "s'"); ok {
		s = t + "s"
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(r)
		case r == '&':
			b.WriteString(" and")
			gap = true
		case r == '.' || r == '\'':
		default:
			gap = true
		}
	}
	s = b.String()
	if t, ok := strings.CutPrefix(s, "the "); ok {
		s = t
	}
	return s
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func stripMarks(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// shape says how a name is written, as far as that decides what it can be.
type shape uint8

const (
	lower   shape = iota // no capital at all
	capital              // a capital somewhere
	upper                // every letter a capital
)

func shapeOf(s string) shape {
	sh, small := lower, false
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			sh = capital
		case unicode.IsLower(r):
			small = true
		}
	}
	if sh == capital && !small {
		return upper
	}
	return sh
}
