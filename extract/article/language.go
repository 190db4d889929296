package article

import (
	"strings"
	"unicode"

	"entente/schema"
)

// englishWords are the commonest function words of English; every English
// text of some length is full of them.
const englishWords = " the of and to in a that is was he for it with as his on be at by had not are but from or have an they which one were her she all there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people mr how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three "

// guessLanguage returns "en" when the words of the article read like English,
// "" when there are too few to say, and "und" when they do not: less than one
// word in seven is a common English one, or most letters are not Latin.
func guessLanguage(a *schema.Article) string {
	common, total, latin, letters := 0, 0, 0, 0
	for _, b := range a.Blocks {
		if b.Kind == schema.Furniture || b.Kind == schema.Stamp {
			continue
		}
		for _, w := range strings.FieldsFunc(a.Text[b.Start:b.End], func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
			total++
			if strings.Contains(englishWords, " "+strings.ToLower(w)+" ") {
				common++
			}
			for _, r := range w {
				letters++
				if unicode.Is(unicode.Latin, r) {
					latin++
				}
			}
			if total >= 2000 {
				break
			}
		}
	}
	switch {
	case letters >= 20 && latin*2 < letters:
		return "und"
	case total < 25:
		return ""
	case common*7 < total:
		return "und"
	}
	return "en"
}
