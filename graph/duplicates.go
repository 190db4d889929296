package graph

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"entente/schema"
)

// Suggestion proposes that two entities may be one.
type Suggestion struct {
	A schema.Ref `json:"a"`
	B schema.Ref `json:"b"`
	// Reason says what speaks for it, Score how much, from 0 to 1.
	Reason string  `json:"reason"`
	Score  float64 `json:"score"`
}

// maxRare bounds how many entities may share a word for it to suggest
// anything: "ministry" says nothing.
const maxRare = 40

// Duplicates proposes entities that may be one and are not taken for one yet:
// for one entity, or with an empty name for the whole graph, the most likely
// first; limit 0 means twenty. Merge accepts a proposal, Split refuses it for
// good.
func (g *Graph) Duplicates(ctx context.Context, name string, limit int) ([]Suggestion, error) {
	limit = cmp.Or(limit, DefaultLimit)
	out := []Suggestion{}
	err := g.look(ctx, func(v *view) error {
		var ids []string
		if name != "" {
			c, err := v.find(name)
			if err != nil {
				return err
			}
			ids = c.members
		} else {
			if err := v.findSingles(); err != nil {
				return err
			}
			err := v.r.scan(prefix(tabEntity), "", func(k, _ []byte) error {
				ids = append(ids, string(k[1:]))
				return v.ctx.Err()
			})
			if err != nil {
				return err
			}
		}
		seen := map[[2]string]bool{}
		for _, id := range ids {
			more, err := v.likes(id, seen)
			if err != nil {
				return err
			}
			out = append(out, more...)
		}
		out = unambiguous(out)
		slices.SortFunc(out, func(a, b Suggestion) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.A.ID, b.A.ID), strings.Compare(a.B.ID, b.B.ID))
		})
		out = out[:min(limit, len(out))]
		return nil
	})
	return out, err
}

// unambiguous drops proposals of a shorter name that fits several longer ones:
// "Foreign Ministry" is nobody's in particular.
func unambiguous(all []Suggestion) []Suggestion {
	fits := map[string]int{}
	shorter := func(s Suggestion) string {
		if len(words(fold(s.A.Name))) < len(words(fold(s.B.Name))) {
			return s.A.ID
		}
		return s.B.ID
	}
	for _, s := range all {
		if s.Reason == wordsInside {
			fits[shorter(s)]++
		}
	}
	return slices.DeleteFunc(all, func(s Suggestion) bool { return s.Reason == wordsInside && fits[shorter(s)] > 1 })
}

// likes proposes entities like one: those that share a rare word of a name.
func (v *view) likes(id string, seen map[[2]string]bool) ([]Suggestion, error) {
	c, err := v.cluster(id)
	if err != nil {
		return nil, err
	}
	e, err := v.entity(id)
	if err != nil {
		return nil, err
	}
	var out []Suggestion
	for _, n := range append(slices.Clone(e.Labels), e.Alts...) {
		for _, w := range words(fold(n)) {
			if len(w) < 3 {
				continue
			}
			var others []string
			err := v.r.scan(prefix(tabWord, w), "", func(k, _ []byte) error {
				if others = append(others, splitKey(k)[1]); len(others) > maxRare {
					return errStop
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
			if len(others) > maxRare {
				continue
			}
			for _, o := range others {
				s, err := v.compare(c, o, seen)
				if err != nil {
					return nil, err
				}
				if s != nil {
					out = append(out, *s)
				}
			}
		}
	}
	return out, v.ctx.Err()
}

// compare weighs whether two entities are one, nil when nothing speaks for it.
func (v *view) compare(a *cluster, other string, seen map[[2]string]bool) (*Suggestion, error) {
	b, err := v.cluster(other)
	if err != nil || a.id == b.id {
		return nil, err
	}
	pair := ordered(a.id, b.id)
	if seen[pair] {
		return nil, nil
	}
	seen[pair] = true
	if v.keptApart(a.members, b.members) {
		return nil, nil
	}
	ok, err := v.compatible(a.id, b.id)
	if err != nil || !ok {
		return nil, err
	}
	x, err := v.entity(pair[0])
	if err != nil {
		return nil, err
	}
	y, err := v.entity(pair[1])
	if err != nil {
		return nil, err
	}
	s := &Suggestion{A: x.ref(pair[0]), B: y.ref(pair[1])}
	if s.A.Type != s.B.Type && s.A.Type != schema.Other && s.B.Type != schema.Other {
		return nil, nil
	}
	for i, r := range [2]schema.Ref{s.A, s.B} {
		// An office is in no events; that two are called alike is no news.
		n, err := v.degree([2]*cluster{v.clusters[pair[0]], v.clusters[pair[1]]}[i])
		if err != nil {
			return nil, err
		}
		if n == 0 && r.Type == schema.Other {
			return nil, nil
		}
	}
	s.Reason, s.Score = likeness(s.A.Name, s.B.Name, s.A.Type == schema.Person || s.B.Type == schema.Person)
	if s.Score == 0 {
		return nil, nil
	}
	if s.A.Type == s.B.Type {
		s.Score += 0.1
	}
	s.Score = math.Round(s.Score*100) / 100
	return s, nil
}

// wordsInside is the reason of a proposal that unambiguous may drop.
const wordsInside = "all words of one name are in the other"

// likeness compares two names.
func likeness(a, b string, persons bool) (reason string, score float64) {
	plainName := func(n string) []string { return words(skeleton(strings.TrimPrefix(fold(n), "the "))) }
	if persons {
		plainName = func(n string) []string { return words(skeleton(bare(n))) }
	}
	x, y := plainName(a), plainName(b)
	if len(x) == 0 || len(y) == 0 {
		return "", 0
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) == len(y) {
		switch far := wordDistance(x, y); {
		case far == 0:
			return "their names agree but for the spelling", 0.85
		case far > 0:
			return "their names differ in a letter or two", 0.8 - 0.1*float64(far)
		}
	}
	if persons {
		switch {
		case x[len(x)-1] != y[len(y)-1]:
			return "", 0
		case len(x) > 1 && x[0] == y[0]:
			return "first and last names agree, middle names differ", 0.8
		case len(x) > 1 && x[0][0] == y[0][0] && (len(x[0]) == 1 || len(y[0]) == 1):
			return "the initial fits the first name", 0.7
		case len(x) == 1:
			return "the last name agrees; there are others of that name", 0.5
		}
		return "", 0
	}
	inside := !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
	if inside && len(x) > 1 && len(y) == len(x)+1 {
		return wordsInside, 0.4 + 0.2*float64(len(x))/float64(len(y))
	}
	return "", 0
}

// wordDistance is the number of words that differ in one letter, or -1 when
// the names differ in more: two words at most may, and only long ones, as
// Kerry is not Kirby and Austria not Australia.
func wordDistance(x, y []string) int {
	const long = 5
	n := 0
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if min(len(x[i]), len(y[i])) < long || distance(x[i], y[i], 1) > 1 {
			return -1
		}
		if n++; n > 2 {
			return -1
		}
	}
	return n
}
