package coref

import (
	"entente/extract/link"
	"entente/schema"
)

// fact is what the gazetteer says of a name, in the terms of this package.
type fact struct {
	*link.Entry
	// capitalOf is the state whose capital it is, or nil.
	capitalOf *fact
	// seat is the state or organisation that it stands for, or nil.
	seat *fact
}

// world asks the gazetteer and remembers its answers for one article.
type world struct {
	gaz    *link.Gazetteer
	facts  map[*link.Entry]*fact
	found  map[string]*fact
	people map[string]*fact
}

func newWorld(g *link.Gazetteer) *world {
	return &world{gaz: g, facts: map[*link.Entry]*fact{}, found: map[string]*fact{}, people: map[string]*fact{}}
}

// of returns the fact of an entry; nil for nil.
func (w *world) of(e *link.Entry) *fact {
	if e == nil {
		return nil
	}
	if f, ok := w.facts[e]; ok {
		return f
	}
	f := &fact{Entry: e}
	w.facts[e] = f
	if e.Kind == link.CapitalCity || e.Kind == link.City {
		for _, s := range w.gaz.CapitalOf(e.Name) {
			if s == e.Country {
				f.capitalOf = w.of(s)
				break
			}
		}
	}
	if e.Kind == link.SeatKind {
		f.seat = w.of(e.Country)
		if e.Host != nil {
			f.seat = w.of(e.Host)
		}
	}
	return f
}

// find returns the likeliest thing that a name stands for.
func (w *world) find(name string) (*fact, bool) {
	if f, ok := w.found[name]; ok {
		return f, f != nil
	}
	var f *fact
	for _, e := range w.gaz.Lookup(name) {
		if e.Kind == link.City && e.Population > 0 && e.Population < 15000 {
			continue
		}
		if f == nil {
			f = w.of(e)
			if e.Kind != link.City || link.Fold(e.Name) == link.Fold(name) {
				break
			}
		} else if e.Kind == link.City && link.Fold(e.Name) == link.Fold(name) {
			f = w.of(e) // the city of that very name before one that also goes by it
			break
		}
	}
	w.found[name] = f
	return f, f != nil
}

// demonym returns the state, region or people that a word is the demonym of.
func (w *world) demonym(word string) (*fact, bool) {
	if f, ok := w.people[word]; ok {
		return f, f != nil
	}
	var f *fact
	if d := w.gaz.Demonym(word); len(d) > 0 {
		f = w.of(d[0].Entry)
	}
	w.people[word] = f
	return f, f != nil
}

// state returns the state that a thing is, belongs to or stands for.
func (f *fact) state() *link.Entry {
	if f == nil {
		return nil
	}
	return f.State()
}

func isState(f *fact) bool { return f != nil && f.Type == schema.Country }
