package main

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"entente/extract/link"
)

// least is the population from which a city is listed, famous that from
// which its other names are.
const (
	least  = 50_000
	famous = 1_000_000
)

type city struct {
	ID         int `json:"geonameid"`
	Name       string
	Country    string `json:"countrycode"`
	Population int
	Alternate  []string `json:"alternatenames"`
}

// bigCities returns cities.tsv: the large cities of the states that are
// known, a line for each of their names, by key and then the largest first.
func bigCities(files map[string][]byte, known map[string]*country) ([]byte, error) {
	var all map[string]city
	for path, b := range files {
		if strings.HasSuffix(path, "cities15000.json") {
			if err := json.Unmarshal(b, &all); err != nil {
				return nil, err
			}
		}
	}
	var list []city
	for _, c := range all {
		if c.Population >= least && known[c.Country] != nil {
			list = append(list, c)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Population != list[j].Population {
			return list[i].Population > list[j].Population
		}
		return list[i].ID < list[j].ID
	})
	names := map[string]bool{}
	for _, c := range list {
		names[strings.ToLower(c.Name)] = true
	}
	var lines []string
	rank := map[string]int{}
	for i, c := range list {
		var keys set
		keys.add(link.Fold(c.Name))
		if c.Population >= famous {
			for _, a := range c.Alternate {
				if alternate(a) && !names[strings.ToLower(a)] {
					keys.add(link.Fold(a))
				}
			}
		}
		for _, k := range keys.list {
			line := strings.Join([]string{k, c.Name, c.Country, strconv.Itoa(c.Population), strconv.Itoa(c.ID)}, "\t")
			lines = append(lines, line)
			rank[line] = i
		}
	}
	sort.Slice(lines, func(i, j int) bool {
		a, _, _ := strings.Cut(lines[i], "\t")
		b, _, _ := strings.Cut(lines[j], "\t")
		if a != b {
			return a < b
		}
		return rank[lines[i]] < rank[lines[j]]
	})
	return []byte(strings.Join(lines, "\n") + "\n"), nil
}

// alternate reports whether another name of a city could stand in an English
// text: Latin letters, a capital first, small letters after it (airport codes
// have none).
func alternate(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if utf8.RuneCountInString(s) < 4 || !unicode.IsUpper(r) || !latin(s) || strings.ContainsAny(s, ";,/1234567890") {
		return false
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return !unicode.IsUpper(r)
}
