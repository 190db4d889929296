package nlp

import (
	"strings"
	"unicode/utf8"
)

// Flags of a code point, as the model's own version of Unicode sees it.
const (
	isLetter = 1 << iota
	isUpper
	isDigit
	isSpace
	isCased     // cased and not case-ignorable
	isIgnorable // case-ignorable
	isWord      // letter, number or underscore
	isDecimal   // decimal digit
)

// chars judges characters as Python 3.11 (Unicode 14) does, with which the
// model was trained, so that a newer Go sees no other word shapes.
type chars struct {
	flags []uint8 // of each code point
	lower map[rune]string
}

// newChars expands runs of [first code point, flags].
func newChars(runs []int, lower map[rune]string) *chars {
	c := &chars{flags: make([]uint8, utf8.MaxRune+1), lower: lower}
	for i := 0; i+1 < len(runs); i += 2 {
		end := len(c.flags)
		if i+2 < len(runs) {
			end = min(end, runs[i+2])
		}
		if runs[i+1] == 0 {
			continue
		}
		for cp := max(runs[i], 0); cp < end; cp++ {
			c.flags[cp] = uint8(runs[i+1])
		}
	}
	return c
}

// is reports whether r has any of the flags.
func (c *chars) is(r rune, flags uint8) bool { return c.flags[r]&flags != 0 }

// all reports whether s is not empty and every character has one of the flags.
func (c *chars) all(s string, flags uint8) bool {
	for _, r := range s {
		if c.flags[r]&flags == 0 {
			return false
		}
	}
	return s != ""
}

// toLower is Python's str.lower: the full mapping, with the final sigma.
func (c *chars) toLower(s string) string {
	i := 0
	for ; i < len(s); i++ {
		if b := s[i]; b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			break
		}
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteString(s[:i])
	for j, r := range s[i:] {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			b.WriteByte(byte(r))
		case r == 'Σ':
			b.WriteRune(c.lowerSigma(s, i+j))
		default:
			if l, ok := c.lower[r]; ok {
				b.WriteString(l)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// lowerSigma returns the lower-case form of the sigma at s[at:]: final when a
// cased letter comes before it and none after it.
func (c *chars) lowerSigma(s string, at int) rune {
	before := strings.TrimRightFunc(s[:at], func(r rune) bool { return c.is(r, isIgnorable) })
	r, _ := utf8.DecodeLastRuneInString(before)
	if before == "" || !c.is(r, isCased) {
		return 'σ'
	}
	after := strings.TrimLeftFunc(s[at+len("Σ"):], func(r rune) bool { return c.is(r, isIgnorable) })
	if r, _ := utf8.DecodeRuneInString(after); after != "" && c.is(r, isCased) {
		return 'σ'
	}
	return 'ς'
}

// shape writes letters as X or x, digits as d and other characters as
// themselves, and cuts runs of the same after four.
func (c *chars) shape(s string) string {
	if len(s) >= 100 && utf8.RuneCountInString(s) >= 100 {
		return "LONG"
	}
	var buf [256]byte
	out := buf[:0]
	last, run := rune(-1), 0
	for _, r := range s {
		f := c.flags[r]
		switch {
		case f&isLetter != 0 && f&isUpper != 0:
			r = 'X'
		case f&isLetter != 0:
			r = 'x'
		case f&isDigit != 0:
			r = 'd'
		}
		if r == last {
			run++
		} else {
			last, run = r, 0
		}
		if run < 4 {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
