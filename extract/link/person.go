package link

import (
	"io/fs"
	"strings"

	"entente/extract/analysis"
)

// PersonName is the name of a person in its parts.
type PersonName struct {
	Honorifics []string // "Mr", "Gen", "Sheikh"
	Given      []string
	Particles  []string // before the family name: "al", "bin", "van der", "de"
	Family     []string // two for double surnames: "Sánchez Pérez"
	Suffix     string   // "Jr", "III"
	// FamilyFirst says that the name is written with the family name first
	// ("Xi Jinping").
	FamilyFirst bool
}

// Surname returns the family name with its particles, as a text would use it
// alone: "al-Assad", "van der Bellen", "Xi".
func (p PersonName) Surname() string {
	var b strings.Builder
	for _, s := range append(append([]string{}, p.Particles...), p.Family...) {
		if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
			b.WriteByte(' ')
		}
		b.WriteString(s)
	}
	return b.String()
}

type familyName struct {
	culture string // "zh", "ko", "vi", "km", "my"
}

// readFamilies reads families.tsv: culture and the family names that it
// writes before the given name.
func (g *Gazetteer) readFamilies(files fs.FS) error {
	g.family = make(map[string]familyName, 1<<9)
	return rows(files, "families.tsv", 2, func(c []string) error {
		for _, n := range list(c[1]) {
			k := Fold(n)
			if _, ok := g.family[k]; !ok {
				g.family[k] = familyName{c[0]}
			}
		}
		return nil
	})
}

// particles that belong to the family name; those of Arabic names too.
var particles = map[string]bool{"al": true, "el": true, "ul": true, "ould": true, "bin": true, "ibn": true, "ben": true, "bint": true, "abu": true,
	"abd": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "de": true, "del": true, "della": true, "di": true, "da": true,
	"das": true, "do": true, "dos": true, "du": true, "des": true, "la": true, "le": true, "las": true, "los": true, "st": true,
	"san": true, "santa": true, "af": true, "zu": true, "y": true, "mac": true, "o": true, "ap": true}

var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "junior": true}

// IsParticle reports whether a word is a particle of family names ("al",
// "van", "bin").
func IsParticle(word string) bool { return particles[Fold(word)] }

// SplitName takes the name of a person apart. The tokens may hold hyphens as
// tokens of their own ("Kim", "Jong", "-", "un"). A single word is taken for
// the family name.
func (g *Gazetteer) SplitName(tokens []string) PersonName {
	var p PersonName
	words := joinHyphens(tokens)
	for len(words) > 1 {
		if _, ok := g.Honorific(words[0]); !ok {
			break
		}
		p.Honorifics = append(p.Honorifics, words[0])
		words = words[1:]
	}
	if n := len(words); n > 1 {
		if last := words[n-1]; strings.EqualFold(last, "'s") || last == "’s" {
			words = words[:n-1]
		}
	}
	if n := len(words); n > 1 && suffixes[Fold(words[n-1])] {
		p.Suffix, words = words[n-1], words[:n-1]
	}
	switch n := len(words); {
	case n == 0:
	case n == 1:
		p.Family = words
	case g.familyFirst(words):
		p.FamilyFirst = true
		p.Family, p.Given = words[:1], words[1:]
	default:
		at := n - 1
		if n >= 4 && !initial(words[n-2]) && g.IsGivenName(words[0]) && !g.IsGivenName(words[n-2]) && !particles[Fold(words[n-2])] && hispanic(words) {
			at = n - 2 // two surnames: Andrés Manuel López Obrador
		}
		p.Family = words[at:]
		start := at
		for start > 1 && particles[Fold(words[start-1])] {
			start--
		}
		p.Particles, p.Given = words[start:at], words[:start]
	}
	if len(p.Family) > 0 && len(p.Particles) == 0 {
		// An article joined by a hyphen: "al-Assad".
		if head, rest, ok := strings.Cut(p.Family[0], "-"); ok && particles[Fold(head)] && rest != "" {
			p.Particles = []string{head + "-"}
			p.Family = append([]string{rest}, p.Family[1:]...)
		}
	}
	return p
}

// hispanic reports whether one of the words looks like a Spanish or
// Portuguese family name.
func hispanic(words []string) bool {
	for _, w := range words[1:] {
		k := Fold(w)
		if strings.HasSuffix(k, "ez") || w != k && strings.ContainsAny(w, "áéíóúñÁÉÍÓÚ") {
			return true
		}
	}
	return false
}

func initial(w string) bool {
	return len(w) == 1 || len(w) == 2 && w[1] == '.' || len(w) == 4 && w[1] == '.' && w[3] == '.'
}

// familyFirst reports whether a name of two or three words is written with
// the family name first: the first word is such a family name, and the rest
// looks like its given names and not like a Western family name.
func (g *Gazetteer) familyFirst(words []string) bool {
	f, ok := g.family[Fold(words[0])]
	if !ok || len(words) > 4 {
		return false
	}
	rest := words[1:]
	switch f.culture {
	case "zh", "ko":
		if len(rest) > 2 {
			return false
		}
		// "Young Sam Lee" ends in a family name and begins with none of weight.
		if _, last := g.family[Fold(rest[len(rest)-1])]; last && len(rest) == 1 && g.IsGivenName(words[0]) {
			return false
		}
		for _, w := range rest {
			if !syllables(w) {
				return false
			}
		}
		return true
	case "vi", "km", "my":
		return true
	}
	return false
}

// syllables reports whether a word can be a Chinese or Korean given name of
// one or two syllables: short, each part with few vowels and without the
// clusters of Western names.
func syllables(w string) bool {
	parts := strings.Split(Fold(w), " ")
	if len(parts) > 2 {
		return false
	}
	for _, p := range parts {
		groups, in := 0, false
		for _, r := range p {
			v := strings.ContainsRune("aeiouyv", r)
			if v && r != 'v' && !in {
				groups++
			}
			in = v && r != 'v'
		}
		if groups == 0 || groups > 2 || len(p) > 9 || cluster(p) {
			return false
		}
		switch end := p[len(p)-1]; end {
		case 'a', 'e', 'i', 'o', 'u', 'n', 'g', 'k', 'l', 'm', 'p', 't', 'y', 'h', 'r', 'w', 'b':
			if strings.HasSuffix(p, "th") || strings.HasSuffix(p, "ch") {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// cluster reports whether a syllable holds consonants together that Chinese
// and Korean do not have in their usual spellings.
func cluster(p string) bool {
	run := ""
	for _, r := range p + "a" {
		if !strings.ContainsRune("aeiouy", r) {
			run += string(r)
			continue
		}
		for _, known := range []string{"ng", "n", "k", "l", "m", "p", "t", "r", ""} {
			rest, ok := strings.CutPrefix(run, known)
			if ok && (len(rest) <= 1 || onset[rest]) {
				run = ""
				break
			}
		}
		if run != "" {
			return true
		}
	}
	return false
}

var onset = map[string]bool{"ch": true, "sh": true, "zh": true, "ts": true, "tz": true, "hs": true, "kw": true, "hw": true, "ph": true,
	"kh": true, "th": true, "hh": true, "ss": true, "jj": true, "kk": true, "tt": true, "pp": true}

func joinHyphens(tokens []string) []string {
	out := make([]string, 0, len(tokens))
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if t == "-" && len(out) > 0 && i+1 < len(tokens) {
			i++
			out[len(out)-1] += "-" + tokens[i]
			continue
		}
		out = append(out, strings.Fields(t)...)
	}
	return out
}

// GenderOf returns the gender that a person's name tells, by honorific first
// and then by given name, and how sure that is (0 when nothing is known).
func (g *Gazetteer) GenderOf(p PersonName) (analysis.Gender, float64) {
	for _, h := range p.Honorifics {
		if gender, ok := g.Honorific(h); ok && gender != analysis.UnknownGender {
			return gender, 1
		}
	}
	for _, n := range p.Given {
		if initial(n) {
			continue
		}
		parts := []string{n}
		if !p.FamilyFirst {
			parts = append(parts, strings.Split(n, "-")...)
		}
		for _, part := range parts {
			if gender, share := g.GivenName(part); share > 0 {
				return gender, share
			}
		}
		break
	}
	// Russian and other Slavic family names tell it where given names do not.
	for _, f := range p.Family {
		k := Fold(f)
		for _, end := range []string{"ova", "eva", "skaya", "ina"} {
			if strings.HasSuffix(k, end) && len(k) > len(end)+2 && len(p.Given) > 0 && end != "ina" {
				return analysis.Feminine, 0.9
			}
		}
	}
	return analysis.UnknownGender, 0
}

// FamilyFirst reports whether a name of two to four words reads as one whose
// family name stands first ("Norodom Sihanouk").
func (g *Gazetteer) FamilyFirst(words []string) bool {
	return len(words) > 1 && g.familyFirst(words)
}
