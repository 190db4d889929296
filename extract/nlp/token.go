package nlp

// token is a word in its place.
type token struct {
	lex   *lexeme
	space bool // followed by a single space that belongs to it
}
