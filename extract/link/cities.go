package link

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"entente/schema"
)

// cities looks up the large cities of the world in the text of their list,
// which is sorted by key, so that none of it has to be read beforehand. What
// has been found is kept, to be the same entry the next time.
type cities struct {
	text   string
	states map[string]*Entry
	found  sync.Map // GeoNames number -> *Entry
}

// readCities takes cities.tsv, sorted by its first column: the key that Fold
// gives a name of the city, its English name, ISO code, population, GeoNames
// number.
func (g *Gazetteer) readCities(files fs.FS) error {
	b, err := fs.ReadFile(files, "cities.tsv")
	if err != nil {
		return err
	}
	if len(b) > 0 && b[len(b)-1] != '\n' {
		return fmt.Errorf("cities.tsv: no line end at the end of the file")
	}
	g.cities = &cities{text: string(b), states: g.states}
	return nil
}

// lookup returns the cities that have the key as a name, the largest first.
func (c *cities) lookup(key string) []*Entry {
	var out []*Entry
	for at := c.search(key); at < len(c.text); {
		line, _, _ := strings.Cut(c.text[at:], "\n")
		at += len(line) + 1
		k, rest, _ := strings.Cut(line, "\t")
		if k != key {
			break
		}
		if e := c.entry(rest); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// search returns the offset of the first line whose key is not less than key.
func (c *cities) search(key string) int {
	lo, hi := 0, len(c.text) // both begin a line
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(c.text[lo:mid], '\n') + 1 + lo
		end := start + strings.IndexByte(c.text[start:], '\n') + 1
		if k, _, _ := strings.Cut(c.text[start:end], "\t"); k < key {
			lo = end
		} else {
			hi = start
		}
	}
	return lo
}

// entry makes the entry of a line without its key.
func (c *cities) entry(line string) *Entry {
	col := strings.Split(line, "\t")
	if len(col) != 4 {
		return nil
	}
	if e, ok := c.found.Load(col[3]); ok {
		return e.(*Entry)
	}
	population, _ := strconv.Atoi(col[2])
	e := &Entry{ID: schema.EntityID(col[0]), Name: col[0], Type: schema.Place, Kind: City, Country: c.states[col[1]],
		Population: population, Same: "geonames:" + col[3]}
	kept, _ := c.found.LoadOrStore(col[3], e)
	return kept.(*Entry)
}
