package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"entente/schema"

	"github.com/cayleygraph/quad"
)

// edit collects the changes of one write: of the index, and of the quads that
// depend on what else is in the graph (link quads, names of entities). It
// reads through its own changes.
type edit struct {
	r       reader
	changed map[string][]byte // nil: removed
	add     map[quad.Quad]bool
	remove  map[quad.Quad]bool
}

func newEdit(r reader) *edit {
	return &edit{r: r, changed: map[string][]byte{}, add: map[quad.Quad]bool{}, remove: map[quad.Quad]bool{}}
}

func (e *edit) get(key string) ([]byte, error) {
	if v, ok := e.changed[key]; ok {
		return v, nil
	}
	return e.r.get(key)
}

func (e *edit) put(key string, value []byte) {
	if value == nil {
		value = []byte{}
	}
	e.changed[key] = value
}

func (e *edit) del(key string) { e.changed[key] = nil }

// count adds n to a counter and returns its value before and after; a counter
// at zero is removed.
func (e *edit) count(key string, n int) (before, after int, err error) {
	v, err := e.get(key)
	if err != nil {
		return 0, 0, err
	}
	before = number(v)
	after = before + n
	if after <= 0 {
		e.del(key)
	} else if n != 0 {
		e.put(key, []byte(strconv.Itoa(after)))
	}
	return before, after, nil
}

func number(v []byte) int {
	n, _ := strconv.Atoi(string(v)) // an absent counter is zero
	return n
}

// changes returns the changes of the index in order of their keys.
func (e *edit) changes() []change {
	out := make([]change, 0, len(e.changed))
	for k, v := range e.changed {
		out = append(out, change{k, v})
	}
	slices.SortFunc(out, func(a, b change) int { return strings.Compare(a.key, b.key) })
	return out
}

func (e *edit) addQuad(q quad.Quad) {
	if e.remove[q] {
		delete(e.remove, q)
		return
	}
	e.add[q] = true
}

func (e *edit) removeQuad(q quad.Quad) {
	if e.add[q] {
		delete(e.add, q)
		return
	}
	e.remove[q] = true
}

func setOf(m map[quad.Quad]bool) []quad.Quad {
	out := make([]quad.Quad, 0, len(m))
	for q := range m {
		out = append(out, q)
	}
	return sortQuads(out)
}

// record adds a record to the index, or removes it (sign -1).
func (e *edit) record(r *record, sign int) error {
	set := func(k string, v []byte) {
		if sign < 0 {
			e.del(k)
		} else {
			e.put(k, v)
		}
	}
	set(key(tabRecord, r.ID, r.Article), encodeJSON(r))
	v, date := r.entry(), dateKey(r.date())
	tail := func(table byte, parts ...string) string { return key(table, append(parts, r.ID, r.Article)...) }
	if r.Kind == EventKind {
		set(tail(tabActor, r.Subject, date), v)
		set(tail(tabActor, r.Object, date), v)
		set(tail(tabDate, date), v)
		set(tail(tabCode, r.Code, date), v)
		for _, rel := range r.Rels {
			set(tail(tabRelation, rel, date), v)
		}
		if r.Place != "" {
			set(tail(tabPlace, r.Place, date), v)
		}
		for _, actor := range r.parties() {
			if _, _, err := e.count(key(tabDegree, actor), sign); err != nil {
				return err
			}
		}
	} else {
		for _, rel := range r.Rels {
			set(tail(tabStanding, r.Subject, rel, "subject"), v)
			set(tail(tabStanding, r.Object, rel, "object"), v)
			if r.Of != "" {
				set(tail(tabStanding, r.Of, rel, "of"), v)
			}
		}
	}
	for _, p := range r.pairs() {
		set(tail(tabPair, p[0], p[1], date), v)
		set(tail(tabPair, p[1], p[0], date), v)
	}
	// A forgotten statement has no link quads, whichever article states it.
	hidden, err := e.get(key(tabHidden, r.ID))
	if err != nil {
		return err
	}
	if hidden == nil {
		if hidden, err = e.get(key(tabHidden, r.Article)); err != nil {
			return err
		}
	}
	if hidden == nil {
		if err := e.links(r, sign); err != nil {
			return err
		}
	}
	return e.statistics(r, sign)
}

// links counts a record among those behind its link quads; the first brings
// them into the graph and the last takes them out.
func (e *edit) links(r *record, sign int) error {
	for _, q := range r.links() {
		before, after, err := e.count(linkKey(q), sign)
		if err != nil {
			return err
		}
		if before == 0 && after > 0 {
			e.addQuad(q)
		} else if before > 0 && after == 0 {
			e.removeQuad(q)
		}
	}
	return nil
}

func linkKey(q quad.Quad) string {
	return key(tabLink, textOf(q.Subject), textOf(q.Predicate), textOf(q.Object), textOf(q.Label))
}

// statistics keeps the counters of Stats.
func (e *edit) statistics(r *record, sign int) error {
	names := []string{"kind/" + string(r.Kind)}
	for _, rel := range r.Rels {
		names = append(names, "relation/"+string(r.Kind)+"/"+rel)
	}
	if r.Kind == EventKind {
		names = append(names, "code/"+r.Code, "mode/"+r.Mode)
		if y, _, _ := strings.Cut(r.date(), "-"); y != "" {
			names = append(names, "year/"+y)
		}
	}
	for _, n := range names {
		if _, _, err := e.count(key(tabMeta, n), sign); err != nil {
			return err
		}
	}
	return nil
}

// date is the day by which a record is put in order: when it began, else when
// it ended.
func (r *record) date() string {
	if r.Start != "" {
		return r.Start
	}
	return r.End
}

// parties are the different actors of an event.
func (r *record) parties() []string {
	if r.Subject == r.Object {
		return []string{r.Subject}
	}
	return []string{r.Subject, r.Object}
}

// pairs are the two parties that the record connects. An office connects the
// person with the state, not with all others who hold such an office.
func (r *record) pairs() [][2]string {
	var out [][2]string
	if r.Of != "" && r.Of != r.Subject {
		out = append(out, [2]string{r.Subject, r.Of})
	}
	if r.Subject != r.Object && !(r.Kind == StandingKind && slices.Contains(r.Rels, "position")) {
		out = append(out, [2]string{r.Subject, r.Object})
	}
	return out
}

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

// countQuads counts the quads that the edit adds and removes; it comes last.
func (e *edit) countQuads() error {
	_, _, err := e.count(key(tabMeta, "kind/quad"), len(e.add)-len(e.remove))
	return err
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
