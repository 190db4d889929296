package link

import (
	"fmt"
	"io/fs"

	"entente/schema"
)

// cities holds the large cities of the world apart from the other names,
// because there are many of them and they matter least in a tie.
type cities struct {
	entries []Entry            // by population, largest first
	keys    map[string][]int32 // by Fold, ascending
}

// readCities reads cities.tsv: name, ISO code, population, GeoNames number,
// other names.
func (g *Gazetteer) readCities(files fs.FS) error {
	c := &cities{entries: make([]Entry, 0, 13000), keys: make(map[string][]int32, 18000)}
	err := rows(files, "cities.tsv", 5, func(col []string) error {
		state := g.states[col[1]]
		if state == nil {
			return fmt.Errorf("city %s is in %q, which is no state of states.tsv", col[0], col[1])
		}
		population, err := atoi(col[2])
		if err != nil {
			return fmt.Errorf("population of %s: %w", col[0], err)
		}
		i := int32(len(c.entries))
		e := Entry{Name: col[0], Type: schema.Place, Kind: City, Country: state, Population: population,
			Same: "geonames:" + col[3], Aliases: list(col[4])}
		e.ID = schema.EntityID(e.Name)
		c.entries = append(c.entries, e)
		c.add(Fold(col[0]), i)
		for _, a := range e.Aliases {
			c.add(Fold(a), i)
		}
		return nil
	})
	g.cities = c
	return err
}

func (c *cities) add(key string, i int32) {
	for _, j := range c.keys[key] {
		if i == j {
			return
		}
	}
	c.keys[key] = append(c.keys[key], i)
}

func (c *cities) lookup(key string) []*Entry {
	ids := c.keys[key]
	if len(ids) == 0 {
		return nil
	}
	out := make([]*Entry, len(ids))
	for i, id := range ids {
		out[i] = &c.entries[id]
	}
	return out
}
