package graph

import (
	"cmp"
	"slices"
	"strings"
)

// cluster is a set of entities of the graph that are taken for one.
type cluster struct {
	id      string   // the entity under which all are shown
	members []string // sorted, id among them
	why     map[string]reason
}

// reason says why two entities are one. Of several the one of the lowest rank
// is given: 0 for a user's decision.
type reason struct {
	text string
	rank int
}

// cluster finds all entities that are the same as id. It follows from the
// names in the graph and from users' decisions alone:
//
//   - two entities of one type whose names agree, transliteration, diacritics
//     and case aside, are the same, unless their well-known identifiers differ;
//     the name of one may be another name of the other, if of no third;
//   - a person known by one word is the person whose last name that is, when
//     there is only one;
//   - what a user has merged is the same, and what a user has split is not.
func (v *view) cluster(id string) (*cluster, error) {
	if c := v.clusters[id]; c != nil {
		return c, nil
	}
	if v.several != nil && !v.several[id] && len(v.merges[id]) == 0 {
		c := &cluster{id: id, members: []string{id}}
		v.clusters[id] = c
		return c, nil
	}
	members, edges, err := v.component(id, byLastName)
	if err != nil {
		return nil, err
	}
	for _, group := range v.divide(members, edges) {
		c, err := v.newCluster(group, edges)
		if err != nil {
			return nil, err
		}
		for _, m := range group {
			v.clusters[m] = c
		}
	}
	return v.clusters[id], nil
}

// edge is a reason to take two entities for one.
type edge struct {
	a, b string
	reason
}

// How far a walk over edges goes: each level takes in the edges of those
// before, and may ask what those give.
const (
	byLabel    = iota // what users merged, and whose labels agree
	byAlias           // the label of one is another name of the other
	byLastName        // a person known by the last name alone
)

// component walks all edges from id, up to a level.
func (v *view) component(id string, level int) (members []string, edges []edge, err error) {
	seen := map[string]bool{id: true}
	members = []string{id}
	for i := 0; i < len(members); i++ {
		more, err := v.edges(members[i], level)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range more {
			edges = append(edges, e)
			if !seen[e.b] {
				seen[e.b] = true
				members = append(members, e.b)
			}
		}
	}
	slices.Sort(members)
	return members, edges, nil
}

func (v *view) edges(id string, level int) ([]edge, error) {
	var out []edge
	for _, to := range v.merges[id] {
		why := v.reasons[ordered(id, to)]
		if why == "" {
			why = "a user merged them"
		}
		out = append(out, edge{id, to, reason{why, 0}})
	}
	rec, err := v.entity(id)
	if err != nil {
		return nil, err
	}
	agree := reason{"their names agree", 1}
	alias := reason{"a name of one is another name of the other", 2}
	last := reason{"the only person of that last name in the graph", 3}
	for _, k := range mergeKeys(rec) {
		var more []edge
		switch {
		case k.table == "l/":
			if more, err = v.join(id, "l/", k.name, agree); err == nil && level >= byAlias {
				out = append(out, more...)
				more, err = v.joinOne(id, "l/", "a/", k.name, byLabel, alias)
			}
		case k.table == "1/":
			if more, err = v.join(id, "1/", k.name, agree); err == nil && level >= byLastName {
				out = append(out, more...)
				more, err = v.joinOne(id, "1/", "s/", k.name, byAlias, last)
			}
		case k.table == "a/" && level >= byAlias:
			more, err = v.joinOne(id, "l/", "a/", k.name, byLabel, alias)
		case k.table == "s/" && level >= byLastName:
			more, err = v.joinOne(id, "1/", "s/", k.name, byAlias, last)
		}
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// join makes edges to all who hold a key in a table.
func (v *view) join(id, table, name string, why reason) ([]edge, error) {
	others, err := v.skeletons(table, name)
	if err != nil {
		return nil, err
	}
	var out []edge
	for _, o := range others {
		if o == id {
			continue
		}
		ok, err := v.compatible(id, o)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, edge{id, o, why})
		}
	}
	return out, nil
}

// joinOne makes the edges between those whose name it is, in the table short,
// and the one entity that has it among others, in the table full. When
// several different entities have it ("Foreign Ministry", "Bush"), it tells
// nothing. id holds the key in one of the tables.
func (v *view) joinOne(id, short, full, name string, level int, why reason) ([]edge, error) {
	owners, err := v.skeletons(full, name)
	if err != nil || len(owners) == 0 {
		return nil, err
	}
	members, edges, err := v.component(owners[0], level)
	if err != nil {
		return nil, err
	}
	var one []string
	for _, group := range v.divide(members, edges) {
		if slices.Contains(group, owners[0]) {
			one = group
		}
	}
	for _, o := range owners {
		if !slices.Contains(one, o) {
			return nil, nil
		}
	}
	var out []edge
	for _, table := range [...]string{short, full} {
		more, err := v.join(id, table, name, why)
		if err != nil {
			return nil, err
		}
		holds, err := v.skeletons(map[string]string{short: full, full: short}[table], name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(holds, id) { // an edge goes from one table to the other
			out = append(out, more...)
		}
	}
	return out, nil
}

// skeletons lists the entities with a merge key.
func (v *view) skeletons(table, name string) ([]string, error) {
	b, err := v.r.get(key(tabSkeleton, mergeKey{table, name}.group()))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, h := range holders(b) {
		if id, ok := strings.CutPrefix(h, table); ok {
			out = append(out, id)
		}
	}
	return out, nil
}

// compatible reports whether the well-known identifiers of two entities allow
// them to be one.
func (v *view) compatible(a, b string) (bool, error) {
	x, err := v.entity(a)
	if err != nil {
		return false, err
	}
	y, err := v.entity(b)
	if err != nil {
		return false, err
	}
	if len(x.Sames) == 0 || len(y.Sames) == 0 {
		return true, nil
	}
	for _, s := range x.Sames {
		if slices.Contains(y.Sames, s) {
			return true, nil
		}
	}
	return false, nil
}

// divide joins members along the edges, users' decisions first, except where
// that would bring together what a user has split.
func (v *view) divide(members []string, edges []edge) [][]string {
	group := make(map[string][]string, len(members))
	for _, m := range members {
		group[m] = []string{m}
	}
	slices.SortFunc(edges, func(x, y edge) int {
		p, q := ordered(x.a, x.b), ordered(y.a, y.b)
		return cmp.Or(cmp.Compare(x.rank, y.rank), strings.Compare(p[0], q[0]), strings.Compare(p[1], q[1]))
	})
	for _, e := range edges {
		a, b := group[e.a], group[e.b]
		if a[0] == b[0] || v.keptApart(a, b) {
			continue
		}
		joined := append(slices.Clone(a), b...)
		slices.Sort(joined)
		for _, m := range joined {
			group[m] = joined
		}
	}
	var out [][]string
	for _, m := range members {
		if group[m][0] == m {
			out = append(out, group[m])
		}
	}
	return out
}

func (v *view) keptApart(a, b []string) bool {
	if len(v.distinct) == 0 {
		return false
	}
	for _, x := range a {
		for _, y := range b {
			if v.distinct[ordered(x, y)] {
				return true
			}
		}
	}
	return false
}

// newCluster chooses the entity under which a group is shown: the one that a
// user merged into, else one with a well-known identifier, with a full name,
// in most articles, and the first in the alphabet.
func (v *view) newCluster(group []string, edges []edge) (*cluster, error) {
	c := &cluster{id: group[0], members: group, why: map[string]reason{}}
	if len(group) == 1 {
		return c, nil
	}
	best := [4]int{-1}
	for _, m := range group {
		e, err := v.entity(m)
		if err != nil {
			return nil, err
		}
		rank := [4]int{0, min(len(e.Sames), 1), min(len(words(e.ref(m).Name)), 2), e.Articles}
		for from, to := range v.into {
			if to == m && slices.Contains(group, from) && v.into[m] == "" {
				rank[0] = 1
			}
		}
		if slices.Compare(rank[:], best[:]) > 0 {
			best, c.id = rank, m
		}
	}
	for _, e := range edges {
		for _, m := range [2]string{e.a, e.b} {
			if old, ok := c.why[m]; m != c.id && (!ok || e.rank < old.rank) && slices.Contains(group, m) {
				c.why[m] = e.reason
			}
		}
	}
	return c, nil
}

// findSingles reads which entities can have a like at all. A search that meets
// thousands of entities does that first; one that meets a few asks for each.
func (v *view) findSingles() error {
	several := map[string]bool{}
	err := v.r.scan(prefix(tabCrowd), "", func(_, val []byte) error {
		for _, h := range holders(val) {
			several[h[2:]] = true
		}
		return v.ctx.Err()
	})
	v.several = several
	return err
}
