package graph

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold writes a name in the form under which names are compared: lower case,
// without diacritics and punctuation, words divided by one space.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
		r = unicode.ToLower(r)
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’', r == 'ʼ', r == '‘':
			continue // "U.S." is "us", "N'Djamena" is "ndjamena"
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mc, r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteString(plain(r))
		default:
			space = true
		}
	}
	return b.String()
}

// plain spells a letter that Unicode does not take apart.
func plain(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ı':
		return "i"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ħ':
		return "h"
	}
	return string(r)
}

// bare folds a name as a user types it and takes away what does not
// distinguish: the article and the titles before a person's name.
func bare(s string) string {
	f := strings.TrimPrefix(fold(s), "the ")
	for {
		first, rest, ok := strings.Cut(f, " ")
		if !ok || !title(first) {
			return f
		}
		f = rest
	}
}

// title reports whether a folded word is a form of address or the title of an
// office that is put before a name.
func title(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "dame", "prof", "professor", "gen", "general",
		"col", "colonel", "adm", "admiral", "capt", "captain", "sen", "senator", "rep", "president", "chancellor",
		"minister", "premier", "secretary", "ambassador", "king", "queen", "prince", "princess", "pope", "sheikh",
		"ayatollah", "sultan", "emir", "governor", "judge", "justice", "hon", "rev", "monsieur", "madame", "mme",
		"herr", "frau", "senor", "senora", "signor", "don":
		return true
	}
	return false
}

// spellings writes letters that transliterations disagree on in one way.
var spellings = strings.NewReplacer("th", "t", "ph", "f", "kh", "h", "gh", "g", "dh", "d", "ck", "k", "ou", "u", "oe", "o",
	"ae", "a", "ue", "u", "x", "ks", "q", "k", "w", "v", "y", "i")

// skeleton writes a folded name so that the usual transliterations of one
// name agree: Sergei and Sergey, Zelensky and Zelenskyy, Antony and Anthony.
func skeleton(folded string) string {
	s := spellings.Replace(folded)
	var b strings.Builder
	for i, w := range words(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		if strings.Trim(w, "iv") == "" {
			b.WriteString(w) // Abdullah II is not Abdullah I
			continue
		}
		var last rune
		for _, r := range w {
			if r != last {
				b.WriteRune(r)
			}
			last = r
		}
	}
	return b.String()
}

func words(folded string) []string { return strings.Fields(folded) }

// distance is the number of letters to insert, delete, change or swap with
// their neighbour to make a from b, or limit+1 when it is more than limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	row := make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
