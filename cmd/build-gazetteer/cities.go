package main

import (
	"encoding/json"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
// known, largest first.
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
	var b strings.Builder
	for _, c := range list {
		b.WriteString(c.Name + "\t" + c.Country + "\t" + strconv.Itoa(c.Population) + "\t" + strconv.Itoa(c.ID) + "\t")
		if c.Population >= famous {
			var other set
			other.skip(c.Name)
			for _, a := range c.Alternate {
				if alternate(a) && !names[strings.ToLower(a)] {
					other.add(a)
				}
			}
			b.WriteString(strings.Join(other.list, ";"))
		}
		b.WriteByte('\n')
	}
	return []byte(b.String()), nil
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
