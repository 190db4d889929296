package question

import (
	"strings"

	"entente/extract/nlp"
)

// form is a question taken apart on its surface: the question phrase, the
// auxiliary that was moved before the subject, and the rest.
type form struct {
	prep string   // before the question word: "with" in "With whom"
	wh   string   // "who", "which", …; "" for yes-no questions
	noun []string // words behind "which", "what", "whose", "how many"
	rest []word   // all behind the question phrase, without the question mark
	// aux is the auxiliary that stands before the subject, lower case; "" when
	// the question word is the subject.
	aux string
}

// word is a word of the question with its tag.
type word struct {
	text, tag, pos string
	glued          bool // no space before it
}

func (w word) lower() string { return strings.ToLower(w.text) }

func (w word) capital() bool {
	return w.text != "" && w.text[0] < 0x80 && w.text[0] >= 'A' && w.text[0] <= 'Z' || w.text != "" && w.text[0] >= 0x80
}

var auxiliaries = map[string]string{
	"do": "do", "does": "do", "did": "do",
	"is": "be", "are": "be", "was": "be", "were": "be", "am": "be", "'s": "be",
	"has": "have", "have": "have", "had": "have",
	"will": "will", "would": "will", "shall": "will", "should": "will", "can": "will", "could": "will", "may": "will", "might": "will", "must": "will",
}

var whWords = map[string]bool{"who": true, "whom": true, "whose": true, "which": true, "what": true, "where": true, "when": true,
	"how": true, "why": true}

// takeApart reads the surface of a parsed question; ok is false when it does
// not begin like one.
func takeApart(d *nlp.Doc) (f form, ok bool) {
	var ws []word
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.IsSpace() || t.Text == "?" {
			continue
		}
		ws = append(ws, word{t.Text, t.Tag, t.POS, i > 0 && !d.Tokens[i-1].Space})
	}
	for len(ws) > 0 && (ws[0].pos == "PUNCT" || ws[0].pos == "CCONJ" || ws[0].lower() == "so") {
		ws = ws[1:]
	}
	if len(ws) < 2 {
		return f, false
	}
	first := ws[0].lower()
	if auxiliaries[first] != "" {
		f.aux, f.rest = first, ws[1:]
		return f, true
	}
	if !whWords[first] && whWords[ws[1].lower()] {
		f.prep, ws = first, ws[1:]
		first = ws[0].lower()
	}
	if !whWords[first] {
		return f, false
	}
	f.wh, ws = first, ws[1:]
	if f.wh == "who" && len(ws) > 0 && ws[0].text == "'s" {
		ws[0].text = "is"
	}
	// The noun phrase that the question word opens runs up to the first verb
	// or auxiliary.
	switch {
	case f.wh == "which" || f.wh == "whose" || f.wh == "what" || f.wh == "how" && len(ws) > 0 && (ws[0].lower() == "many" || ws[0].lower() == "much" || ws[0].lower() == "often"):
		n := 0
		for n < len(ws) && auxiliaries[ws[n].lower()] == "" && !(n > 0 && verbal(ws, n)) {
			n++
		}
		if n > 6 || n == len(ws) { // a verb that was not seen as one
			n = min(1, len(ws))
			if f.wh == "what" {
				n = 0
			}
		}
		for _, w := range ws[:n] {
			f.noun = append(f.noun, w.text)
		}
		ws = ws[n:]
	}
	if len(ws) == 0 {
		return f, false
	}
	if a := auxiliaries[ws[0].lower()]; a != "" && len(ws) > 1 && inverted(f.wh, a, ws) {
		f.aux, ws = ws[0].lower(), ws[1:]
	}
	f.rest = ws
	return f, true
}

// verbal reports whether word n of a question phrase is its verb: a finite
// verb that no noun follows as its head.
func verbal(ws []word, n int) bool {
	w := ws[n]
	switch w.tag {
	case "VBD", "VBZ", "VBP", "MD":
		return !w.capital()
	case "VBN": // "Which trader cut …" is rare; a participle before a noun is not a verb
		if n+1 < len(ws) && ws[n+1].capital() && (ws[n-1].pos == "NOUN" || ws[n-1].pos == "PROPN") {
			return !w.capital() // "How many countries expelled Lavrov"
		}
		return !w.capital() && !(n+1 < len(ws) && (ws[n+1].pos == "NOUN" || ws[n+1].pos == "PROPN"))
	}
	return false
}

// inverted reports whether the auxiliary at ws[0] stands before the subject.
// Behind "where", "when", "how" and "whom" it always does.
func inverted(wh, aux string, ws []word) bool {
	switch wh {
	case "where", "when", "how", "why", "whom":
		return true
	}
	next := ws[1]
	for k := 1; k < len(ws) && (ws[k].pos == "ADV" || ws[k].pos == "PART") && !ws[k].capital(); k++ {
		if k+1 < len(ws) {
			next = ws[k+1]
		}
	}
	if next.text == "n't" || next.lower() == "not" {
		return false
	}
	if aux == "be" && (wh == "who" || wh == "what" || wh == "which") {
		// "Who is the foreign minister …", "What is …": a copula, but "Whom
		// were …" and "Who was X accused by" have a participle at the end.
		for _, w := range ws[2:] {
			if (w.tag == "VBN" || w.tag == "VBG") && ws[1].capital() {
				return true
			}
		}
		return false
	}
	switch next.tag {
	case "VB", "VBN", "VBG", "VBD":
		return next.capital()
	}
	switch next.pos {
	case "VERB", "AUX":
		return next.capital()
	}
	return true
}
