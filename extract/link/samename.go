package link

import "strings"

// SameName estimates how likely two names of persons are the same name in
// different spelling or completeness, from 0 to 1: transliterations
// ("Sergei"/"Sergey", "Zelensky"/"Zelenskyy", "Gaddafi"/"Qaddafi"),
// diacritics, initials and short forms of given names, a surname alone for
// the full name. Equal names give 1.
func (g *Gazetteer) SameName(a, b string) float64 {
	if Fold(a) == Fold(b) {
		return 1
	}
	x, y := g.SplitName(strings.Fields(a)), g.SplitName(strings.Fields(b))
	family := sameParts(x.Family, y.Family)
	if family == 0 && len(x.Family) != len(y.Family) {
		// one of two surnames: "Sánchez" for "Sánchez Pérez"
		if len(x.Family) > 0 && len(y.Family) > 0 {
			family = 0.9 * sameSpelling(x.Family[0], y.Family[0])
		}
	}
	if family == 0 {
		return 0
	}
	if len(x.Given) == 0 || len(y.Given) == 0 {
		return 0.9 * family
	}
	given := sameSpelling(x.Given[0], y.Given[0])
	if given == 0 && sameShort(x.Given[0], y.Given[0]) {
		given = 0.95
	}
	if given == 0 && (startsWith(x.Given[0], y.Given[0]) || startsWith(y.Given[0], x.Given[0])) {
		given = 0.85
	}
	if given == 0 && (len(x.Given) > 1 || len(y.Given) > 1) {
		// a second given name used alone: "Recep Tayyip" and "Tayyip"
		for _, p := range x.Given {
			for _, q := range y.Given {
				if s := sameSpelling(p, q); s > 0.8 && !initial(p) {
					given = 0.8
				}
			}
		}
	}
	return family * given
}

func sameParts(a, b []string) float64 {
	if len(a) != len(b) || len(a) == 0 {
		return 0
	}
	score := 1.0
	for i := range a {
		score = min(score, sameSpelling(a[i], b[i]))
	}
	return score
}

func startsWith(long, initials string) bool {
	return initial(initials) && long != "" && strings.EqualFold(long[:1], initials[:1])
}

// SameSpelling estimates from 0 to 1 whether two words are one name in two
// transliterations.
func SameSpelling(a, b string) float64 { return sameSpelling(a, b) }

func sameSpelling(a, b string) float64 {
	x, y := strings.ReplaceAll(Fold(a), " ", ""), strings.ReplaceAll(Fold(b), " ", "")
	if x == y {
		return 1
	}
	if len(x) < 3 || len(y) < 3 {
		return 0
	}
	kx, ky := soundKey(x), soundKey(y)
	if kx == ky {
		return 0.95
	}
	if n := min(len(kx), len(ky)); n >= 5 && kx[0] == ky[0] && editDistance(kx, ky) == 1 && vowelEdit(kx, ky) {
		return 0.8
	}
	return 0
}

// soundRules write the sounds that transliterations spell in several ways in
// one way; what they make is not read again.
var soundRules = strings.NewReplacer(
	"shch", "S", "sch", "S", "sh", "S", "tsch", "C", "tch", "C", "ch", "C", "cz", "C", "dzh", "j", "dj", "d", "zh", "j", "kh", "h", "gh", "g",
	"q", "k", "ck", "k", "ph", "f", "th", "t", "dh", "d", "w", "v", "x", "ks", "ou", "u", "oo", "u", "ee", "i", "tz", "ts",
	"yu", "u", "iu", "u", "ya", "a", "ia", "a", "ye", "e", "ie", "e", "yo", "o", "iy", "i", "ij", "i", "yy", "i",
	"ey", "e", "ei", "e", "ay", "e", "ai", "e", "aj", "e", "oy", "oi", "y", "i", "c", "k", "h", "")

// soundKey reduces a folded name to what its transliterations share.
func soundKey(s string) string {
	k := soundRules.Replace(s)
	var b strings.Builder
	var last rune
	for _, r := range k {
		if r == last {
			continue
		}
		last = r
		b.WriteRune(r)
	}
	out := b.String()
	if strings.HasPrefix(out, "g") {
		out = "k" + out[1:] // Gaddafi, Kadafi, Qaddafi
	}
	return out
}

// vowelEdit reports whether the one edit between the keys is of a vowel, as
// in Mohamed and Muhammad; a consonant changed makes another name.
func vowelEdit(a, b string) bool {
	strip := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("aeiou", r) {
				return -1
			}
			return r
		}, s)
	}
	return strip(a) == strip(b) && a[len(a)-1:] == b[len(b)-1:]
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			diagonal, row[j] = row[j], min(row[j]+1, row[j-1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// shortForms groups given names with their everyday short forms.
var shortForms = [...]string{
	"anthony antony tony", "william bill will billy", "james jim jimmy", "robert bob bobby rob", "richard dick rick", "michael mike mick mikhail",
	"joseph joe", "edward ed ted eddie", "theodore ted teddy", "thomas tom tommy", "john jack johnny", "jonathan jon", "david dave",
	"daniel dan danny", "samuel sam", "benjamin ben bibi", "alexander alex sasha aleksandr", "nicholas nick nicolas", "christopher chris",
	"stephen steven steve", "gregory greg", "geoffrey geoff jeffrey jeff", "kenneth ken", "ronald ron", "donald don", "gerald gerry jerry",
	"lawrence larry", "leonard len", "philip phil", "peter pete", "patrick pat paddy", "timothy tim", "matthew matt", "andrew andy", "charles charlie",
	"frederick fred", "henry harry", "albert al bert", "alan al", "elizabeth liz beth betty", "margaret maggie peggy", "katherine kate kathy catherine cathy",
	"susan sue", "deborah debbie", "jennifer jen", "jacob jake", "zbigniew zbig", "condoleezza condi", "francisco paco pancho", "jose pepe",
	"luiz lula", "dmitri dima dmitry", "vladimir volodya", "yevgeny zhenya evgeny", "ehud udi", "shimon simon", "abdel abdul", "madeleine maddie",
}

func sameShort(a, b string) bool {
	a, b = Fold(a), Fold(b)
	for _, group := range shortForms {
		has := func(n string) bool {
			for _, f := range strings.Fields(group) {
				if f == n {
					return true
				}
			}
			return false
		}
		if has(a) && has(b) {
			return true
		}
	}
	return false
}
