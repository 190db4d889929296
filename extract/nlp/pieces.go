package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pieceBytes is the length from which a text is analysed in pieces, so that
// the memory at work stays bounded. It is the length in characters that spaCy
// takes at most.
const pieceBytes = 1_000_000

// parsePieces analyses a long text in pieces of at most limit bytes. A
// sentence starts at each.
func (m *Model) parsePieces(text string, limit int) *Doc {
	text = strings.ToValidUTF8(text, "\uFFFD")
	whole := &Doc{Text: text}
	for at := 0; at < len(text); {
		end := at + cutPiece(text[at:], limit)
		d := m.Parse(text[at:end])
		first := len(whole.Tokens)
		if first == 0 { // the other pieces will hold about as many tokens for their length
			whole.Tokens = make([]Token, 0, len(d.Tokens)*(len(text)/end+1)+len(d.Tokens)/10)
		}
		for _, t := range d.Tokens {
			t.Start += at
			t.End += at
			t.Text = text[t.Start:t.End]
			t.Head += first
			whole.Tokens = append(whole.Tokens, t)
		}
		whole.vectors = append(whole.vectors, d.vectors...)
		at = end
	}
	whole.finish()
	return whole
}

// cutPiece returns where to cut a text so that the piece has at most limit
// bytes: behind an empty line, else behind a line, else behind white space,
// else between characters, but not in the first half.
func cutPiece(text string, limit int) int {
	if len(text) <= limit {
		return len(text)
	}
	piece := text[:limit]
	for _, at := range []int{strings.LastIndex(piece, "\n\n"), strings.LastIndex(piece, "\n"), strings.LastIndexFunc(piece, unicode.IsSpace)} {
		if at < limit/2 {
			continue
		}
		// White space goes with what stands before it.
		for at < limit {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsSpace(r) {
				return at
			}
			at += size
		}
	}
	at := limit
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
