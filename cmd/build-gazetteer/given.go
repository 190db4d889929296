package main

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"entente/extract/link"
)

// tuple finds the lists of given names in a Faker provider; quoted the names
// in them.
var (
	tuple  = regexp.MustCompile(`(?s)\bfirst_names?_(male|female)(?:_[a-z]+)?(?::[^=\n]*)? = (?:OrderedDict\()?[({\[](.*?)\n    [)}\]]`)
	pairs  = regexp.MustCompile(`(?s)\bfirst_name_(male|female)_pairs(?::[^=\n]*)? = \((.*?)\n    \)`)
	quoted = regexp.MustCompile(`"([^"\n]+)"`)
)

// givenNames returns given.tsv: the share of men among the bearers of each
// name, from the US census of 1990 and, for the languages of the world, from
// Faker's lists and the additions by hand (a name in the lists of both
// genders counts for both). Names are folded as link.Fold does.
func givenNames(census, faker map[string][]byte, extra string) ([]byte, error) {
	men, women := map[string]float64{}, map[string]float64{}
	for path, b := range census {
		to := men
		switch {
		case strings.HasSuffix(path, "dist.female.first"):
			to = women
		case !strings.HasSuffix(path, "dist.male.first"):
			continue
		}
		for _, line := range strings.Split(string(b), "\n") {
			f := strings.Fields(line)
			if len(f) < 2 {
				continue
			}
			share, err := strconv.ParseFloat(f[1], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", path, err)
			}
			to[link.Fold(f[0])] += share + 0.001
		}
	}
	fromLists := map[string][2]float64{}
	for path, b := range faker {
		if !strings.Contains(path, "/providers/person/") || !strings.HasSuffix(path, ".py") {
			continue
		}
		lists := append(tuple.FindAllStringSubmatch(string(b), -1), pairs.FindAllStringSubmatch(string(b), -1)...)
		for _, m := range lists {
			for _, q := range quoted.FindAllStringSubmatch(m[2], -1) {
				name := q[1]
				if roman := romanize(name); roman != "" {
					name = roman
				}
				name, _, _ = strings.Cut(name, " ")
				if !latin(name) || len(name) < 3 || strings.HasSuffix(name, ".") {
					continue
				}
				x := fromLists[link.Fold(name)]
				if m[1] == "male" {
					x[0]++
				} else {
					x[1]++
				}
				fromLists[link.Fold(name)] = x
			}
		}
	}
	for i, line := range strings.Split(extra, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		if f[0] != "m" && f[0] != "f" {
			return nil, fmt.Errorf("given-extra.txt:%d: begins with %q, want m or f", i+1, f[0])
		}
		for _, n := range f[1:] {
			x := fromLists[link.Fold(n)]
			if f[0] == "m" {
				x[0] += 2
			} else {
				x[1] += 2
			}
			fromLists[link.Fold(n)] = x
		}
	}
	byShare := map[int][]string{}
	seen := map[string]bool{}
	add := func(name string) {
		if seen[name] || len(name) < 2 {
			return
		}
		seen[name] = true
		m, f := men[name], women[name]
		x := fromLists[name]
		// The census weighs by bearers, the lists of other countries only by
		// presence: each list counts as a rare name of the census.
		m, f = m+0.02*x[0], f+0.02*x[1]
		byShare[int(100*m/(m+f)+0.5)] = append(byShare[int(100*m/(m+f)+0.5)], name)
	}
	for n := range men {
		add(n)
	}
	for n := range women {
		add(n)
	}
	for n := range fromLists {
		add(n)
	}
	var b strings.Builder
	for share := 100; share >= 0; share-- {
		if len(byShare[share]) == 0 {
			continue
		}
		sort.Strings(byShare[share])
		b.WriteString(strconv.Itoa(share) + "\t" + strings.Join(byShare[share], ";") + "\n")
	}
	return []byte(b.String()), nil
}

// cyrillic gives the usual English spelling of Cyrillic letters.
var cyrillic = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "ё", "e", "є", "ye", "ж", "zh", "з", "z",
	"и", "i", "і", "i", "ї", "yi", "й", "y", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t",
	"у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya")

// romanize writes a Cyrillic name in Latin letters; "" for other scripts.
func romanize(name string) string {
	low := strings.ToLower(name)
	if roman := cyrillic.Replace(low); roman != low && latin(roman) {
		return roman
	}
	return ""
}
