package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente/schema"
)

// view is one consistent look at the graph: a state of the index, and what
// was already read of it.
type view struct {
	ctx      context.Context
	r        reader
	entities map[string]*entityRecord
	clusters map[string]*cluster
	several  map[string]bool // entities that can have a like; nil: not known yet
	articles map[string]*articleRecord
	pairs    map[[2]string]*pairFacts
	within   map[string][]string // place -> the places that it lies in, itself first
	hidden   map[string]bool     // forgotten ids
	merges   map[string][]string // user's merges, both directions
	into     map[string]string   // user's merges as they were said
	distinct map[[2]string]bool  // user's splits, the smaller id first
	reasons  map[[2]string]string
}

// look runs f on a view.
func (g *Graph) look(ctx context.Context, f func(*view) error) error {
	return g.store.read(ctx, func(r reader) error {
		v := &view{ctx: ctx, r: r, entities: map[string]*entityRecord{}, clusters: map[string]*cluster{},
			articles: map[string]*articleRecord{}, pairs: map[[2]string]*pairFacts{}, within: map[string][]string{},
			hidden: map[string]bool{}, merges: map[string][]string{}, into: map[string]string{},
			distinct: map[[2]string]bool{}, reasons: map[[2]string]string{}}
		if err := v.decisions(); err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// decisions reads what users have decided: few keys in any graph.
func (v *view) decisions() error {
	err := v.r.scan(prefix(tabHidden), "", func(k, _ []byte) error {
		v.hidden[string(k[1:])] = true
		return nil
	})
	if err != nil {
		return err
	}
	return v.r.scan(prefix(tabMerge), "", func(k, val []byte) error {
		p := splitKey(k)
		what, reason, _ := strings.Cut(string(val), fieldSep)
		pair := ordered(p[0], p[1])
		v.reasons[pair] = reason
		if what == "split" {
			v.distinct[pair] = true
			return nil
		}
		v.merges[p[0]] = append(v.merges[p[0]], p[1])
		v.merges[p[1]] = append(v.merges[p[1]], p[0])
		v.into[p[0]] = p[1]
		return nil
	})
}

func ordered(a, b string) [2]string {
	if b < a {
		a, b = b, a
	}
	return [2]string{a, b}
}

// entity returns what the index knows of an entity, never nil.
func (v *view) entity(id string) (*entityRecord, error) {
	if e := v.entities[id]; e != nil {
		return e, nil
	}
	b, err := v.r.get(key(tabEntity, id))
	if err != nil {
		return nil, err
	}
	e := new(entityRecord)
	if b != nil {
		if err := decodeJSON(b, e); err != nil {
			return nil, err
		}
	}
	v.entities[id] = e
	return e, nil
}

func (e *entityRecord) ref(id string) schema.Ref {
	name := ""
	if len(e.Labels) > 0 {
		name = e.Labels[0]
	} else if len(e.Alts) > 0 {
		name = e.Alts[0]
	}
	if name == "" {
		_, local, ok := strings.Cut(id, ":")
		if !ok {
			local = id
		}
		name = unslug(local)
	}
	return schema.Ref{ID: id, Name: name, Type: e.typ()}
}

// ref returns the entity under which an id is shown: that of its cluster.
func (v *view) ref(id string) (schema.Ref, error) {
	c, err := v.cluster(id)
	if err != nil {
		return schema.Ref{}, err
	}
	e, err := v.entity(c.id)
	if err != nil {
		return schema.Ref{}, err
	}
	return e.ref(c.id), nil
}

func (v *view) refOrNil(id string) (*schema.Ref, error) {
	if id == "" {
		return nil, nil
	}
	r, err := v.ref(id)
	return &r, err
}

func (v *view) article(id string) (*articleRecord, error) {
	if a, ok := v.articles[id]; ok {
		return a, nil
	}
	a, err := readArticle(v.r, id)
	if err != nil {
		return nil, err
	}
	if a == nil {
		a = &articleRecord{Article: Article{ID: id}}
	}
	v.articles[id] = a
	return a, nil
}

// entries calls f for the entries of a table under the given first parts, in
// order of date and statement, behind the position after. It passes over what
// is forgotten. pos is the position of the entry.
func (v *view) entries(table byte, firsts [][]string, after string, f func(e entry, pos string) error) error {
	if len(firsts) == 1 {
		p := prefix(table, firsts[0]...)
		from := ""
		if after != "" {
			from = p + after + "\x01"
		}
		return v.r.scan(p, from, func(k, val []byte) error {
			e := readEntry(k, val)
			if v.isHidden(e.ID, e.Article) {
				return nil
			}
			return f(e, position(k, len(p)))
		})
	}
	type item struct {
		entry
		pos string
	}
	var all []item
	for _, first := range firsts {
		p := prefix(table, first...)
		err := v.r.scan(p, "", func(k, val []byte) error {
			e := readEntry(k, val)
			if pos := position(k, len(p)); pos > after && !v.isHidden(e.ID, e.Article) {
				all = append(all, item{e, pos})
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(all, func(a, b item) int {
		return cmp.Or(strings.Compare(a.pos, b.pos), strings.Compare(a.Article, b.Article))
	})
	for i, it := range all {
		if i > 0 && it.pos == all[i-1].pos && it.Article == all[i-1].Article {
			continue
		}
		if err := f(it.entry, it.pos); err != nil {
			return stopped(err)
		}
	}
	return nil
}

// position is the part of a key that holds date and statement, without the
// article.
func position(k []byte, prefixLen int) string {
	rest := string(k[prefixLen:])
	if i := strings.LastIndex(rest, sep); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

func (v *view) isHidden(ids ...string) bool {
	if len(v.hidden) == 0 {
		return false
	}
	for _, id := range ids {
		if v.hidden[id] {
			return true
		}
	}
	return false
}

// records reads all articles' records of one statement.
func (v *view) records(id string) ([]*record, error) {
	var out []*record
	err := v.r.scan(prefix(tabRecord, id), "", func(k, val []byte) error {
		r := new(record)
		if err := decodeJSON(val, r); err != nil {
			return err
		}
		if !v.isHidden(r.ID, r.Article) {
			out = append(out, r)
		}
		return nil
	})
	return out, err
}

// places returns the place and all that it lies in, as far as the graph's
// standing relations tell.
func (v *view) places(id string) ([]string, error) {
	c, err := v.cluster(id)
	if err != nil {
		return nil, err
	}
	if out, ok := v.within[c.id]; ok {
		return out, nil
	}
	out := []string{c.id}
	const deepest = 8 // quarter, city, district, province, state, region, continent
	for i := 0; i < len(out) && len(out) < deepest; i++ {
		oc, err := v.cluster(out[i])
		if err != nil {
			return nil, err
		}
		for _, m := range oc.members {
			for _, rel := range [...]string{"located in", "part of", "capital of"} {
				err := v.r.scan(prefix(tabStanding, m, rel, "subject"), "", func(k, val []byte) error {
					e := readEntry(k, val)
					if v.isHidden(e.ID, e.Article) {
						return nil
					}
					to, err := v.cluster(e.Object)
					if err != nil {
						return err
					}
					if !slices.Contains(out, to.id) {
						out = append(out, to.id)
					}
					return nil
				})
				if err != nil {
					return nil, err
				}
			}
		}
	}
	v.within[c.id] = out
	return out, nil
}

// liesIn reports whether a place is another or lies in it.
func (v *view) liesIn(place, in string) (bool, error) {
	c, err := v.cluster(in)
	if err != nil {
		return false, err
	}
	all, err := v.places(place)
	return slices.Contains(all, c.id), err
}
