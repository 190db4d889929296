package graph

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"entente/schema"
)

// maxCandidates bounds the lists of names that the graph proposes.
const maxCandidates = 8

// Resolve finds the entities that a name may mean, best first: by label, then
// by other names, then by words of names, whichever first finds any. Case,
// diacritics, punctuation, titles and "the" do not matter; an identifier
// ("ent:Antony_Blinken") or its full IRI is taken as it is. Nothing found is
// no error: Find says what looks like it.
func (g *Graph) Resolve(ctx context.Context, name string) ([]Candidate, error) {
	var out []Candidate
	err := g.look(ctx, func(v *view) error {
		found, err := v.resolve(name)
		out = found
		return err
	})
	return out, err
}

// Find returns the entity that a name means. A name that leads to none or to
// several gives a *NameError with what can be meant.
func (g *Graph) Find(ctx context.Context, name string) (*Entity, error) {
	var out *Entity
	err := g.look(ctx, func(v *view) error {
		c, err := v.find(name)
		if err != nil {
			return err
		}
		out, err = v.describe(c)
		return err
	})
	return out, err
}

// Complete lists names of entities that begin with a prefix, or have a word
// that does, those with most events first; limit 0 means twenty.
func (g *Graph) Complete(ctx context.Context, start string, limit int) ([]string, error) {
	if limit == 0 {
		limit = DefaultLimit
	}
	const most = 2000 // looked at, so that "a" stays quick
	var out []string
	err := g.look(ctx, func(v *view) error {
		ids := map[string]bool{}
		for _, table := range [...]byte{tabName, tabWord} {
			n := 0
			err := v.r.scan(string(rune(table))+fold(start), "", func(k, _ []byte) error {
				ids[splitKey(k)[1]] = true
				if n++; n >= most {
					return errStop
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		found, err := v.candidates(ids, "", limit)
		for _, c := range found {
			out = append(out, c.Name)
		}
		return err
	})
	return out, err
}

// find resolves a name to exactly one entity.
func (v *view) find(name string) (*cluster, error) {
	found, err := v.resolve(name)
	if err != nil {
		return nil, err
	}
	switch len(found) {
	case 0:
		near, err := v.near(name)
		if err != nil {
			return nil, err
		}
		return nil, &NameError{Name: name, Near: near}
	case 1:
		return v.cluster(found[0].ID)
	}
	return nil, &NameError{Name: name, Candidates: found}
}

func (v *view) resolve(name string) ([]Candidate, error) {
	if strings.HasPrefix(name, "ent:") {
		b, err := v.r.get(key(tabEntity, name))
		if err != nil || b == nil {
			return nil, err
		}
		return v.candidates(map[string]bool{name: true}, "", 1)
	}
	folded := []string{fold(name)}
	if b := bare(name); b != folded[0] && b != "" {
		folded = append(folded, b)
	}
	for _, f := range folded {
		labels, others := map[string]bool{}, map[string]bool{}
		err := v.r.scan(prefix(tabName, f), "", func(k, _ []byte) error {
			id := splitKey(k)[1]
			e, err := v.entity(id)
			if err != nil {
				return err
			}
			isLabel := slices.ContainsFunc(e.Labels, func(l string) bool {
				return strings.TrimPrefix(fold(l), "the ") == strings.TrimPrefix(f, "the ")
			})
			if isLabel {
				labels[id] = true
			} else {
				others[id] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if !strings.Contains(f, " ") {
			// A person known by the last name alone does not hide those whose
			// last name it is.
			onlyPersons := true
			for id := range labels {
				e, err := v.entity(id)
				if err != nil {
					return nil, err
				}
				onlyPersons = onlyPersons && e.typ() == schema.Person
			}
			if onlyPersons {
				maps.Copy(labels, others)
			}
		}
		for _, ids := range []map[string]bool{labels, others} {
			if len(ids) > 0 {
				return v.candidates(ids, f, maxCandidates)
			}
		}
	}
	f := folded[len(folded)-1]
	ids, err := v.withWords(words(f))
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 && len(words(f)) > 1 {
		// Another transliteration of a person's name.
		found, err := v.skeletons("l/", "Person/"+skeleton(f))
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			ids[id] = true
		}
	}
	return v.candidates(ids, f, maxCandidates)
}

// withWords lists the entities whose names have all the words.
func (v *view) withWords(ws []string) (map[string]bool, error) {
	var ids map[string]bool
	for _, w := range ws {
		found := map[string]bool{}
		err := v.r.scan(prefix(tabWord, w), "", func(k, _ []byte) error {
			if id := splitKey(k)[1]; ids == nil || ids[id] {
				found[id] = true
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		ids = found
	}
	if ids == nil {
		ids = map[string]bool{}
	}
	return ids, nil
}

// candidates lists the different entities behind ids, those with most events
// first.
func (v *view) candidates(ids map[string]bool, match string, limit int) ([]Candidate, error) {
	seen := map[string]bool{}
	var out []Candidate
	for id := range ids {
		c, err := v.cluster(id)
		if err != nil {
			return nil, err
		}
		if seen[c.id] {
			continue
		}
		seen[c.id] = true
		ref, err := v.ref(c.id)
		if err != nil {
			return nil, err
		}
		n, err := v.degree(c)
		if err != nil {
			return nil, err
		}
		cand := Candidate{Ref: ref, Events: n}
		if match != "" && fold(ref.Name) != match {
			cand.Match = match
		}
		out = append(out, cand)
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	if len(out) > limit {
		out = out[:limit]
	}
	return out, nil
}

// degree counts the reported events of a cluster.
func (v *view) degree(c *cluster) (int, error) {
	n := 0
	for _, m := range c.members {
		b, err := v.r.get(key(tabDegree, m))
		if err != nil {
			return 0, err
		}
		n += number(b)
	}
	return n, nil
}

// near lists entities with a word that looks like one of the name's.
func (v *view) near(name string) ([]Candidate, error) {
	best := map[string]int{}
	for _, w := range words(bare(name)) {
		limit := 2
		if len([]rune(w)) <= 4 {
			limit = 1
		}
		last, far := []byte(nil), 0
		err := v.r.scan(prefix(tabWord), "", func(k, _ []byte) error {
			word, id, _ := bytes.Cut(k[1:], []byte(sep))
			if !bytes.Equal(word, last) {
				last, far = word, limit+1
				if len(word)-len(w) <= 4*limit && len(w)-len(word) <= 4*limit { // bytes: a letter has four at most
					far = distance(string(word), w, limit)
				}
				if far > limit && len(w) >= 3 && strings.HasPrefix(string(word), w) {
					far = limit
				}
			}
			if far <= limit {
				if d, ok := best[string(id)]; !ok || far < d {
					best[string(id)] = far
				}
			}
			return v.ctx.Err()
		})
		if err != nil {
			return nil, err
		}
	}
	for d := 0; d <= 2; d++ {
		ids := map[string]bool{}
		for id, far := range best {
			if far == d {
				ids[id] = true
			}
		}
		if len(ids) > 0 {
			return v.candidates(ids, "", 5)
		}
	}
	return nil, nil
}

// describe tells what the graph knows of an entity's names.
func (v *view) describe(c *cluster) (*Entity, error) {
	ref, err := v.ref(c.id)
	if err != nil {
		return nil, err
	}
	out := &Entity{Ref: ref}
	if out.Events, err = v.degree(c); err != nil {
		return nil, err
	}
	for _, m := range c.members {
		e, err := v.entity(m)
		if err != nil {
			return nil, err
		}
		out.Articles = max(out.Articles, e.Articles)
		out.Aliases = append(append(out.Aliases, e.Labels...), e.Alts...)
		out.Same = append(out.Same, e.Sames...)
		if m != c.id {
			why := c.why[m]
			out.Merged = append(out.Merged, Merged{Ref: e.ref(m), Reason: why.text, Automatic: why.rank > 0})
		}
	}
	slices.Sort(out.Aliases)
	out.Aliases = slices.DeleteFunc(slices.Compact(out.Aliases), func(a string) bool { return a == ref.Name })
	slices.Sort(out.Same)
	out.Same = slices.Compact(out.Same)
	return out, nil
}
