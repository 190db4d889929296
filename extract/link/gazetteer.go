// Package link knows the names of the world: which state, city or
// organisation a name or demonym means, which offices there are, and how
// names of persons are built.
//
// Start with Load and Gazetteer.Lookup. Everything is read from the lists in
// data/gazetteer; a Gazetteer never changes and may be used by any number of
// goroutines.
package link

import (
	"fmt"
	"io/fs"
	"sort"
	"strings"
	"sync"

	"entente/data/gazetteer"
	"entente/schema"
)

// Gazetteer answers what names mean.
type Gazetteer struct {
	names    map[string][]sense   // by Fold
	demonyms map[string][]Demonym // by Fold
	states   map[string]*Entry    // by ISO 3166 alpha-2
	capitals map[string][]*Entry  // states, by Fold of the capital's name
	cities   *cities
	given    *given
	offices  *offices
	family   map[string]familyName // family names written first
	nouns    map[string]GovernmentClass
	organs   map[string]OrganClass
}

// sense is one meaning of a name, with the way the alias is written, which
// decides whether "who" can be the WHO.
type sense struct {
	entry *Entry
	alias string
	first bool // the entry's own name, not an alias
}

// shared is the gazetteer of this process, made on first use; it never
// changes afterwards.
var shared = sync.OnceValues(func() (*Gazetteer, error) { return Open(gazetteer.Files) })

// Load returns the gazetteer made from the embedded lists. All callers share
// one.
func Load() (*Gazetteer, error) { return shared() }

// Open reads a gazetteer from the lists in files, which have the names and
// columns of data/gazetteer. Errors name the file and line.
func Open(files fs.FS) (*Gazetteer, error) {
	g := &Gazetteer{names: make(map[string][]sense, 1<<12), demonyms: make(map[string][]Demonym, 1<<10),
		states: map[string]*Entry{}, capitals: map[string][]*Entry{}}
	steps := []func(fs.FS) error{g.readStates, g.readCities}
	for _, f := range []string{"former.tsv", "regions.tsv", "organisations.tsv", "organs.tsv", "groups.tsv", "media.tsv", "seats.tsv"} {
		steps = append(steps, func(files fs.FS) error { return g.readEntries(files, f) })
	}
	steps = append(steps, g.readGiven, g.readOffices, g.readFamilies, g.readNouns)
	for _, step := range steps {
		if err := step(files); err != nil {
			return nil, fmt.Errorf("loading gazetteer: %w", err)
		}
	}
	return g, nil
}

// rows calls f with the columns of each line of a list that is neither empty
// nor a comment. Missing columns at the end are empty.
func rows(files fs.FS, name string, columns int, f func(col []string) error) error {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	col := make([]string, columns)
	text, line := string(b), 0
	for len(text) > 0 {
		var row string
		row, text, _ = strings.Cut(text, "\n")
		line++
		if row == "" || row[0] == '#' {
			continue
		}
		rest, more := row, true
		for i := range col {
			col[i] = ""
			if more {
				col[i], rest, more = strings.Cut(rest, "\t")
			}
		}
		if more {
			return fmt.Errorf("%s:%d: more than %d columns", name, line, columns)
		}
		if err := f(col); err != nil {
			return fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return nil
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// readStates reads states.tsv: ISO code, name, aliases, adjectives, persons
// as singular/plural, capitals with their other names (capitals separated by
// "|").
func (g *Gazetteer) readStates(files fs.FS) error {
	return rows(files, "states.tsv", 6, func(c []string) error {
		e := g.entry(c[1], Country)
		e.Same = "iso3166:" + c[0]
		g.states[c[0]] = e
		g.alias(e, list(c[2]))
		if err := g.demonym(e, c[3], c[4]); err != nil {
			return err
		}
		for i, names := range strings.Split(c[5], "|") {
			if names == "" {
				break
			}
			n := list(names)
			city := g.entry(n[0], CapitalCity)
			city.Country = e
			if i == 0 {
				e.Capital = city
			}
			e.capitals = append(e.capitals, city)
			g.alias(city, n[1:])
			for _, name := range n {
				g.addCapital(name, e)
			}
		}
		return nil
	})
}

func (g *Gazetteer) addCapital(name string, state *Entry) {
	k := Fold(name)
	for _, s := range g.capitals[k] {
		if s == state {
			return
		}
	}
	g.capitals[k] = append(g.capitals[k], state)
}

// readEntries reads a list of named things: name, kind, ISO code of the state
// or name of an entry above it, aliases, adjectives, persons, capital.
func (g *Gazetteer) readEntries(files fs.FS, file string) error {
	return rows(files, file, 7, func(c []string) error {
		e := g.entry(c[0], Kind(c[1]))
		if c[2] != "" {
			switch owner := g.states[c[2]]; {
			case owner != nil:
				e.Country = owner
			default:
				above := g.Lookup(c[2])
				if len(above) == 0 {
					return fmt.Errorf("%s belongs to %q, which no list above names", c[0], c[2])
				}
				if o := above[0]; o.IsState() {
					e.Country = o
				} else {
					e.Host, e.Country = o, o.Country
				}
			}
		}
		g.alias(e, list(c[3]))
		if err := g.demonym(e, c[4], c[5]); err != nil {
			return err
		}
		if c[6] != "" {
			for _, o := range g.Lookup(c[6]) {
				if o.Kind == City || o.Kind == CapitalCity {
					e.Capital = o
					break
				}
			}
			if e.Capital == nil {
				e.Capital = g.entry(c[6], City)
				e.Capital.Country = e.State()
			}
			if e.Kind == FormerCountry {
				g.addCapital(c[6], e)
			}
		}
		return nil
	})
}

func (g *Gazetteer) entry(name string, kind Kind) *Entry {
	e := &Entry{ID: schema.EntityID(name), Name: name, Type: typeOf(kind), Kind: kind}
	g.name(e, name, true)
	return e
}

func (g *Gazetteer) alias(e *Entry, names []string) {
	for _, n := range names {
		e.Aliases = append(e.Aliases, n)
		g.name(e, n, false)
	}
}

func (g *Gazetteer) name(e *Entry, name string, first bool) {
	k := Fold(name)
	for i, s := range g.names[k] {
		if s.entry == e {
			if shapeOf(name) < shapeOf(s.alias) {
				g.names[k][i].alias = name
			}
			return
		}
	}
	g.names[k] = append(g.names[k], sense{e, name, first})
}

// Lookup returns what a name can mean, the likeliest first, or nil. It
// forgives case (of headings in capitals), diacritics, dots, a leading "the",
// a possessive ending and the kind of quotes; but a word without capitals is
// not taken for a name that has some, nor "Who" for the WHO.
func (g *Gazetteer) Lookup(name string) []*Entry {
	k := Fold(name)
	if k == "" {
		return nil
	}
	sh := shapeOf(name)
	var found []sense
	for _, s := range g.names[k] {
		if fits(sh, s.alias) {
			found = append(found, s)
		}
	}
	if len(found) > 1 {
		sort.SliceStable(found, func(i, j int) bool {
			a, b := found[i], found[j]
			if x, y := rank(a.entry.Kind), rank(b.entry.Kind); x != y {
				return x < y
			}
			return a.first && !b.first
		})
	}
	out := make([]*Entry, 0, len(found)+1)
	for _, s := range found {
		out = append(out, s.entry)
	}
	if g.cities != nil && sh != lower {
		for _, c := range g.cities.lookup(k) {
			if !same(out, c) {
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// same reports whether a list already holds the city c under another entry:
// capitals stand in the list of states too.
func same(list []*Entry, c *Entry) bool {
	for _, e := range list {
		if e == c || e.Type == c.Type && e.Country == c.Country && (e.Kind == CapitalCity || e.Kind == City || e.Kind == Site) {
			return true
		}
	}
	return false
}

// fits reports whether words of the shape can be meant for the alias.
func fits(sh shape, alias string) bool {
	switch {
	case sh == upper || shapeOf(alias) == lower:
		return true
	case sh == lower:
		return false
	case shapeOf(alias) == upper:
		return len(Fold(alias)) > 3 // "Nato", "Unesco", but not "Us", "Who", "It"
	}
	return true
}

// Exact returns the entry whose own name is name, or nil.
func (g *Gazetteer) Exact(name string) *Entry {
	for _, s := range g.names[Fold(name)] {
		if s.first && s.entry.Name == name {
			return s.entry
		}
	}
	return nil
}

// State returns the state with the ISO 3166-1 alpha-2 code, or nil.
func (g *Gazetteer) State(iso string) *Entry { return g.states[iso] }

// CapitalOf returns the states whose capital the city is or was, today's
// first: Moscow gives Russia and the Soviet Union. It is nil for other places.
func (g *Gazetteer) CapitalOf(city string) []*Entry {
	if shapeOf(city) == lower {
		return nil
	}
	return g.capitals[Fold(city)]
}

// Seat returns the seat of power that a phrase names ("the Kremlin",
// "Downing Street"), with the state or organisation that it stands for in
// Country or Host, or nil.
func (g *Gazetteer) Seat(phrase string) *Entry {
	for _, e := range g.Lookup(phrase) {
		if e.Kind == SeatKind {
			return e
		}
	}
	return nil
}
