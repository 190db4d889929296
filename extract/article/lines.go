package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one logical line of the text: a physical line, or several of a
// hard-wrapped paragraph, without the white space around it.
type line struct {
	start, end int // byte offsets into the text
	text       string
	gap        bool // a blank line, or the start of the text, comes before it
}

// splitLines cuts the text at line breaks and drops blank lines. In a
// hard-wrapped text the lines of a paragraph are joined to one.
func splitLines(text string) []line {
	var out []line
	gap := true
	for pos := 0; pos < len(text); {
		end := len(text)
		next := end
		if i := strings.IndexAny(text[pos:], "\n\r\u2028\u2029\v\f"); i >= 0 {
			end = pos + i
			_, w := utf8.DecodeRuneInString(text[end:])
			next = end + w
			if text[end] == '\r' && next < len(text) && text[next] == '\n' {
				next++
			}
		}
		s, e := trim(text, pos, end)
		if s < e {
			out = append(out, line{start: s, end: e, text: text[s:e], gap: gap})
			gap = false
		} else {
			gap = true
		}
		pos = next
	}
	if hardWrapped(out) {
		out = unwrap(text, out)
	}
	return out
}

// trim moves start and end inwards over white space, byte order marks and
// zero-width characters.
func trim(text string, start, end int) (int, int) {
	blank := func(r rune) bool {
		return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u200E' || r == '\u200F'
	}
	for start < end {
		r, w := utf8.DecodeRuneInString(text[start:end])
		if !blank(r) {
			break
		}
		start += w
	}
	for start < end {
		r, w := utf8.DecodeLastRuneInString(text[start:end])
		if !blank(r) {
			break
		}
		end -= w
	}
	return start, end
}

// hardWrapped reports whether the lines are broken at a fixed width: none is
// long, and sentences run over line ends again and again.
func hardWrapped(lines []line) bool {
	runs := 0
	for i, l := range lines {
		if len(l.text) > 110 {
			return false
		}
		if i+1 < len(lines) && runsOver(l, lines[i+1]) {
			runs++
		}
	}
	return runs >= 3 && runs*4 >= len(lines)
}

// runsOver reports whether a sentence goes on from a to b.
func runsOver(a, b line) bool {
	r, _ := utf8.DecodeRuneInString(b.text)
	return !b.gap && len(a.text) >= 40 && !endsSentence(a.text) && unicode.IsLower(r)
}

// unwrap joins the lines between two gaps; a short line that nothing runs on
// from (a date line over a paragraph without a gap) stays alone.
func unwrap(text string, lines []line) []line {
	var out []line
	width := 0
	for _, l := range lines {
		width = max(width, len(l.text))
	}
	for i, l := range lines {
		if i > 0 && !l.gap && len(lines[i-1].text) > width*6/10 {
			last := &out[len(out)-1]
			last.end = l.end
			last.text = text[last.start:last.end]
			continue
		}
		out = append(out, l)
	}
	return out
}

// endsSentence reports whether s ends as a sentence does: with a full stop,
// question or exclamation mark or ellipsis, closing quotes and brackets after
// it allowed. A colon or semicolon leads on, and a shout in a headline counts.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, " \t\"'”’»)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}

// words counts the white-space separated words of s.
func words(s string) int { return len(strings.Fields(s)) }

// upperCase reports whether s has letters and none of them is lower case.
func upperCase(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}
