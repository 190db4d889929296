package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"
)

// Changes are what an addition to the graph brought.
type Changes struct {
	// Addition counts the additions from 1; one is everything that was added
	// between opening the graph and closing it. Time is the hour of its last
	// article, in RFC 3339.
	Addition int    `json:"addition"`
	Time     string `json:"time,omitempty"`
	// Articles are those that it brought.
	Articles []Article `json:"articles"`
	// New are facts that no earlier article states, Confirmed those that the
	// addition's articles state as well; the latest first.
	New       []*Fact `json:"new"`
	Confirmed []*Fact `json:"confirmed"`
	// More is set when there are more than the limit.
	More bool `json:"more,omitempty"`
}

// Changes tells what an addition brought: for the whole graph, for one
// entity, or for several with each other. back counts additions backwards
// from the last, which is 0. The journal of additions belongs to the store in
// which they were made: an export does not carry it.
func (g *Graph) Changes(ctx context.Context, namesOf []string, back int, f Filter, limit int) (*Changes, error) {
	if limit == 0 {
		limit = 10 * DefaultLimit
	}
	out := &Changes{Articles: []Article{}, New: []*Fact{}, Confirmed: []*Fact{}}
	err := g.look(ctx, func(v *view) error {
		b, err := v.r.get(key(tabMeta, "additions"))
		if err != nil {
			return err
		}
		if out.Addition = number(b) - back; out.Addition < 1 || back < 0 {
			out.Addition = 0
			return nil
		}
		clusters, _, err := v.findAll(namesOf)
		if err != nil {
			return err
		}
		w, err := v.want(f)
		if err != nil {
			return err
		}
		return v.changes(out, clusters, w, limit)
	})
	return out, err
}

// added lists the articles of an addition.
func (v *view) added(addition int) (ids []string, hour string, err error) {
	err = v.r.scan(prefix(tabJournal, fmt.Sprintf("%09d", addition)), "", func(k, val []byte) error {
		ids = append(ids, splitKey(k)[1])
		hour = max(hour, string(val))
		return nil
	})
	return ids, hour, err
}

func (v *view) changes(out *Changes, clusters []*cluster, w *wanted, limit int) error {
	ids, hour, err := v.added(out.Addition)
	if err != nil {
		return err
	}
	out.Time = hour
	brought := map[string]bool{}
	for _, id := range ids {
		brought[id] = true
	}
	done := map[*sameFact]bool{}
	for _, id := range ids {
		art, err := readArticle(v.r, id)
		if err != nil {
			return err
		}
		if art == nil || v.isHidden(id) {
			continue
		}
		out.Articles = append(out.Articles, art.Article)
		parts, err := readParts(v.r, id)
		if err != nil {
			return err
		}
		for _, st := range parts.Statements {
			if err := v.ctx.Err(); err != nil {
				return err
			}
			b, err := v.r.get(key(tabRecord, st, id))
			if err != nil {
				return err
			}
			if b == nil || v.isHidden(st) {
				continue
			}
			r := new(record)
			if err := decodeJSON(b, r); err != nil {
				return err
			}
			e := readEntry([]byte(key(tabDate, "", r.ID, r.Article)), r.entry())
			ok, err := v.concerns(&e, clusters)
			if err != nil {
				return err
			}
			if ok {
				ok, err = v.passes(w, &e)
			}
			if err != nil {
				return err
			}
			if !ok {
				continue
			}
			s, err := v.sameFact(&e, dateKey(r.date())+sep+r.ID)
			if err != nil {
				return err
			}
			if done[s] {
				continue
			}
			done[s] = true
			f, err := v.fact(s, w)
			if err != nil {
				return err
			}
			if f == nil {
				continue
			}
			if len(out.New)+len(out.Confirmed) >= limit {
				out.More = true
				return nil
			}
			if slices.ContainsFunc(f.Reports, func(r Report) bool { return !brought[r.Article.ID] }) {
				out.Confirmed = append(out.Confirmed, f)
			} else {
				out.New = append(out.New, f)
			}
		}
	}
	for _, list := range [][]*Fact{out.New, out.Confirmed} {
		slices.SortStableFunc(list, func(a, b *Fact) int {
			return slices.Compare([]string{dateKey(when(a)), a.ID}, []string{dateKey(when(b)), b.ID})
		})
	}
	return nil
}

// concerns reports whether an entry is about the entities: about the one, or
// about two of several.
func (v *view) concerns(e *entry, clusters []*cluster) (bool, error) {
	if len(clusters) == 0 {
		return true, nil
	}
	n := 0
	for _, c := range clusters {
		for _, id := range [...]string{e.Subject, e.Object, e.Of} {
			if id != "" && slices.Contains(c.members, id) {
				n++
				break
			}
		}
	}
	return n >= min(2, len(clusters)), nil
}

// Additions returns how many additions the graph has had.
func (g *Graph) Additions(ctx context.Context) (int, error) {
	n := 0
	err := g.store.read(ctx, func(r reader) error {
		b, err := r.get(key(tabMeta, "additions"))
		if b != nil && err == nil {
			n, err = strconv.Atoi(string(b))
		}
		return err
	})
	return n, err
}
