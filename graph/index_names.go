package graph

import (
	"fmt"
	"slices"
	"strings"

	"entente/schema"

	"github.com/cayleygraph/quad"
)

// name adds a quad about an entity's names unless the graph has it. It
// reports whether the quad was new.
func (e *edit) name(q quad.Quad) (bool, error) {
	id := textOf(q.Subject)
	rec, err := e.entity(id)
	if err != nil {
		return false, err
	}
	list, text := rec.field(q.Predicate, q.Object)
	if list == nil {
		return false, fmt.Errorf("%w: %v says nothing of a name", ErrInvalid, q.Predicate)
	}
	i, found := slices.BinarySearch(*list, text)
	if found {
		return false, nil
	}
	if err := e.known(id, rec); err != nil {
		return false, err
	}
	if err := e.nameKeys(id, rec, -1); err != nil {
		return false, err
	}
	*list = slices.Insert(*list, i, text)
	if err := e.nameKeys(id, rec, +1); err != nil {
		return false, err
	}
	e.put(key(tabEntity, id), encodeJSON(rec))
	return true, nil
}

func (e *edit) entity(id string) (*entityRecord, error) {
	rec := new(entityRecord)
	v, err := e.get(key(tabEntity, id))
	if err != nil || v == nil {
		return rec, err
	}
	return rec, decodeJSON(v, rec)
}

// known counts an entity that the graph does not have yet.
func (e *edit) known(id string, rec *entityRecord) error {
	if rec.Articles > 0 || rec.Pinned || len(rec.Labels)+len(rec.Alts)+len(rec.Types)+len(rec.Sames) > 0 {
		return nil
	}
	_, _, err := e.count(key(tabMeta, "kind/entity"), 1)
	return err
}

// mention counts the articles that mention an entity. An entity that none
// mentions any more loses its names.
func (e *edit) mention(id string, sign int) error {
	rec, err := e.entity(id)
	if err != nil {
		return err
	}
	if err := e.known(id, rec); err != nil {
		return err
	}
	rec.Articles += sign
	if rec.Articles <= 0 && !rec.Pinned {
		if err := e.nameKeys(id, rec, -1); err != nil {
			return err
		}
		for _, q := range rec.quads(id) {
			e.removeQuad(q)
		}
		e.del(key(tabEntity, id))
		_, _, err := e.count(key(tabMeta, "kind/entity"), -1)
		return err
	}
	e.put(key(tabEntity, id), encodeJSON(rec))
	return nil
}

// nameKeys adds or removes the keys by which an entity is found.
func (e *edit) nameKeys(id string, rec *entityRecord, sign int) error {
	set := func(k string) {
		if sign < 0 {
			e.del(k)
		} else {
			e.put(k, nil)
		}
	}
	names := [][]string{rec.Labels, rec.Alts}
	if len(rec.Labels)+len(rec.Alts) == 0 {
		names[0] = []string{rec.ref(id).Name} // from the identifier
	}
	for _, list := range names {
		for _, n := range list {
			f := fold(n)
			if f == "" {
				continue
			}
			set(key(tabName, f, id))
			if rest, ok := strings.CutPrefix(f, "the "); ok {
				set(key(tabName, rest, id))
			}
			for _, w := range words(f) {
				set(key(tabWord, w, id))
			}
		}
	}
	for _, k := range mergeKeys(rec) {
		if err := e.holder(k, id, sign); err != nil {
			return err
		}
	}
	return nil
}

// holder adds an entity to those that hold a merge key, or takes it away.
func (e *edit) holder(k mergeKey, id string, sign int) error {
	b, err := e.get(key(tabSkeleton, k.group()))
	if err != nil {
		return err
	}
	list := holders(b)
	i, found := slices.BinarySearch(list, k.table+id)
	switch {
	case sign > 0 && !found:
		list = slices.Insert(list, i, k.table+id)
	case sign < 0 && found:
		list = slices.Delete(list, i, i+1)
	default:
		return nil
	}
	if len(list) == 0 {
		e.del(key(tabSkeleton, k.group()))
	} else {
		e.put(key(tabSkeleton, k.group()), []byte(strings.Join(list, fieldSep)))
	}
	if crowded(list) {
		e.put(key(tabCrowd, k.group()), []byte(strings.Join(list, fieldSep)))
	} else {
		e.del(key(tabCrowd, k.group()))
	}
	return nil
}

// holders reads the list of those that hold a merge key: two letters for the
// table, then the entity.
func holders(b []byte) []string {
	if len(b) == 0 {
		return nil
	}
	return strings.Split(string(b), fieldSep)
}

// crowded reports whether there are two among the holders of a merge key that
// can be one.
func crowded(list []string) bool {
	first := ""
	several, leads := false, false
	for _, h := range list {
		if first == "" {
			first = h[2:]
		}
		several = several || h[2:] != first
		leads = leads || h[:2] == "l/" || h[:2] == "1/"
	}
	return several && leads
}

// mergeKey is a name under which two entities may be found to be one. The
// tables: "l/" the label, "a/" another full name, "s/" the last word of a
// person's full name, "1/" a person known by one word alone.
type mergeKey struct{ table, name string }

// group is where the holders of a key stand together: whole names, and last
// names.
func (k mergeKey) group() string {
	if k.table == "l/" || k.table == "a/" {
		return "whole/" + k.name
	}
	return "last/" + k.name
}

func mergeKeys(rec *entityRecord) []mergeKey {
	typ := string(rec.typ())
	var out []mergeKey
	add := func(n string, table string) {
		f := strings.TrimPrefix(fold(n), "the ")
		if f == "" {
			return
		}
		if rec.typ() != schema.Person {
			out = append(out, mergeKey{table, typ + "/" + f})
			return
		}
		ws := words(skeleton(f))
		switch {
		case len(ws) > 1:
			out = append(out, mergeKey{table, typ + "/" + strings.Join(ws, " ")})
			if table == "l/" && !patronymic(ws[len(ws)-2]) {
				out = append(out, mergeKey{"s/", ws[len(ws)-1]})
			}
		case table == "l/":
			out = append(out, mergeKey{"1/", ws[0]})
		}
	}
	for _, l := range rec.Labels {
		add(l, "l/")
	}
	for _, a := range rec.Alts {
		add(a, "a/")
	}
	return out
}

// patronymic reports whether a word says that the next is the father's name,
// and so no name that the person goes by: Mohammed bin Salman is not Salman.
func patronymic(w string) bool {
	switch w {
	case "bin", "ibn", "ben", "bint", "oglu", "ogli":
		return true
	}
	return false
}

// typ is the type of the entity; where articles differ, the one that says
// most.
func (e *entityRecord) typ() schema.EntityType {
	for _, t := range [...]schema.EntityType{schema.Country, schema.Person, schema.Organization, schema.Agreement,
		schema.Conflict, schema.Place, schema.Group} {
		if slices.Contains(e.Types, string(t)) {
			return t
		}
	}
	return schema.Other
}
