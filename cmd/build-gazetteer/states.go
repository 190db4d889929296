package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"unicode"
)

type country struct {
	Name struct{ Common, Official string }
	CCA2 string
	// Independent is null for states whose status is disputed.
	Independent *bool
	Capital     []string
	Spellings   []string `json:"altSpellings"`
	Demonyms    map[string]struct{ M string }
}

// states joins the countries of the package with the hand-made additions
// (one line a state: code, name, aliases, adjectives, persons, other names of
// the capital, separated by "|"; a name with a plus begins those of a second
// seat of government) and returns states.tsv, the independent states first,
// with the codes in it.
func states(files map[string][]byte, extra string) ([]byte, map[string]*country, error) {
	var all []country
	for path, b := range files {
		if strings.HasSuffix(path, "countries.json") {
			if err := json.Unmarshal(b, &all); err != nil {
				return nil, nil, err
			}
		}
	}
	more := map[string][]string{}
	for i, line := range strings.Split(extra, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "|")
		if len(col) > 6 {
			return nil, nil, fmt.Errorf("states-extra.txt:%d: %d columns, want 6", i+1, len(col))
		}
		for len(col) < 6 {
			col = append(col, "")
		}
		more[col[0]] = col
	}
	known := map[string]*country{}
	taken := map[string]bool{}
	for i := range all {
		if c := &all[i]; independent(c) {
			for _, a := range strings.Split(c.Demonyms["eng"].M, ", ") {
				taken[a] = true
			}
		}
	}
	var lines, dependent []string
	for i := range all {
		c := &all[i]
		known[c.CCA2] = c
		x := more[c.CCA2]
		if x == nil {
			x = make([]string, 6)
		}
		name := c.Name.Common
		if x[1] != "" {
			name = x[1]
		}
		var aliases set
		aliases.skip(name)
		for _, a := range append([]string{c.Name.Common, c.Name.Official}, c.Spellings...) {
			if latin(a) && len(a) > 3 {
				aliases.add(a)
			}
		}
		for _, a := range strings.Split(x[2], ";") {
			aliases.add(a)
		}
		var adjectives, persons set
		for _, a := range strings.Split(c.Demonyms["eng"].M, ", ") {
			if x[3] == "" && (independent(c) || !taken[a]) {
				adjectives.add(a)
			}
		}
		for _, a := range strings.Split(x[3], ";") {
			adjectives.add(a)
		}
		for _, p := range strings.Split(x[4], ";") {
			persons.add(p)
		}
		if x[4] == "" {
			for _, a := range adjectives.list {
				if strings.HasSuffix(a, "n") || strings.HasSuffix(a, "i") || strings.HasSuffix(a, "er") {
					persons.add(a + "/" + a + "s")
				}
			}
		}
		var capitals []string
		for j, city := range c.Capital {
			var names set
			if usual, ok := strings.CutPrefix(x[5], "="); ok && j == 0 {
				x[5], _, _ = strings.Cut(usual, ";")
				names.add(x[5]) // the name that news uses stands first
				x[5] = strings.TrimPrefix(usual, x[5])
			}
			names.add(city)
			if j == 0 {
				for _, a := range strings.Split(x[5], ";") {
					names.add(a)
				}
			}
			capitals = append(capitals, strings.ReplaceAll(strings.Join(names.list, ";"), ";+", "|"))
		}
		line := strings.Join([]string{c.CCA2, name, strings.Join(aliases.list, ";"), strings.Join(adjectives.list, ";"),
			strings.Join(persons.list, ";"), strings.Join(capitals, "|")}, "\t")
		if independent(c) {
			lines = append(lines, line)
		} else {
			dependent = append(dependent, line)
		}
	}
	sort.Strings(lines)
	sort.Strings(dependent)
	lines = append(lines, dependent...)
	return []byte(strings.Join(lines, "\n") + "\n"), known, nil
}

// independent reports whether news treats the country as a state of its own,
// and not as a dependency whose people share the demonym of another.
func independent(c *country) bool {
	return c.Independent == nil || *c.Independent || c.CCA2 == "TW" || c.CCA2 == "XK" || c.CCA2 == "PS"
}

// set keeps strings in order, each once.
type set struct {
	list []string
	has  map[string]bool
}

func (s *set) skip(x string) {
	if s.has == nil {
		s.has = map[string]bool{}
	}
	s.has[x] = true
}

func (s *set) add(x string) {
	if x == "" || s.has[x] {
		return
	}
	s.skip(x)
	s.list = append(s.list, x)
}

// latin reports whether all letters are Latin, so that an English text can
// hold the name.
func latin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) || strings.ContainsRune("\tʁɛɔ[]()", r) {
			return false
		}
	}
	return true
}
