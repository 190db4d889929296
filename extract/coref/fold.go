package coref

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// undivided are the letters that Unicode does not take apart.
var undivided = strings.NewReplacer("ø", "o", "đ", "d", "ł", "l", "ı", "i", "ß", "ss", "æ", "ae")

// fold writes s in lower case without accents.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return undivided.Replace(b.String())
}
