package graph

import (
	"slices"
	"strconv"
	"strings"

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

// countQuads counts the quads that the edit adds and removes; it comes last.
func (e *edit) countQuads() error {
	_, _, err := e.count(key(tabMeta, "kind/quad"), len(e.add)-len(e.remove))
	return err
}
