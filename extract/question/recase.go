package question

import (
	"context"
	"strings"
	"unicode"

	"entente/schema"
)

// recase gives names their capitals back in a question that was typed without
// any: words by which the source knows a person, state or place. Questions
// with capitals are left as they are.
func recase(ctx context.Context, src Source, text string) (string, error) {
	if strings.IndexFunc(strings.TrimLeftFunc(text, unicode.IsUpper), unicode.IsUpper) >= 0 {
		return text, nil
	}
	words := strings.Fields(text)
	for i, w := range words {
		bareWord := strings.ToLower(strings.TrimFunc(strings.TrimSuffix(w, "'s"), func(r rune) bool { return !unicode.IsLetter(r) }))
		if i == 0 && len(words) > 1 || len(bareWord) < 3 || smallWords[bareWord] || whWords[bareWord] || auxiliaries[bareWord] != "" ||
			officeNouns[singular(bareWord)] || representative[singular(bareWord)] || answerTypes[singular(bareWord)] != nil || emptyWords[bareWord] {
			continue
		}
		name := strings.ToUpper(bareWord[:1]) + bareWord[1:]
		refs, err := src.Resolve(ctx, name)
		if err != nil {
			return text, err
		}
		if len(refs) > 0 && (refs[0].Type == schema.Person || refs[0].Type == schema.Country || refs[0].Type == schema.Place) {
			words[i] = strings.Replace(w, bareWord, name, 1)
		}
	}
	return strings.Join(words, " "), nil
}
