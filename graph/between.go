package graph

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"entente/schema"
)

// Dyad is what is known of two entities together.
type Dyad struct {
	A Entity `json:"a"`
	B Entity `json:"b"`
	// Facts are events and standing relations, each with all its reports, the
	// latest first.
	Facts []*Fact `json:"facts"`
	Next  string  `json:"next,omitempty"`
}

// Between tells everything between two entities, latest first: events and
// standing relations, with what contradicts them. An ambiguous or unknown
// name gives a *NameError.
func (g *Graph) Between(ctx context.Context, a, b string, f Filter, page Page) (*Dyad, error) {
	return g.between(ctx, a, b, f, page, false)
}

// BetweenCountries is Between with those who represent the two counted in:
// what Blinken and Lavrov did is between the United States and Russia. Via
// says in each fact who stands for whom.
func (g *Graph) BetweenCountries(ctx context.Context, a, b string, f Filter, page Page) (*Dyad, error) {
	return g.between(ctx, a, b, f, page, true)
}

func (g *Graph) between(ctx context.Context, a, b string, f Filter, page Page, countries bool) (*Dyad, error) {
	var out *Dyad
	err := g.look(ctx, func(v *view) error {
		ca, err := v.find(a)
		if err != nil {
			return err
		}
		cb, err := v.find(b)
		if err != nil {
			return err
		}
		w, err := v.want(f)
		if err != nil {
			return err
		}
		ea, err := v.describe(ca)
		if err != nil {
			return err
		}
		eb, err := v.describe(cb)
		if err != nil {
			return err
		}
		out = &Dyad{A: *ea, B: *eb}
		if countries {
			out.Facts, out.Next, err = v.betweenCountries(ca, cb, w, page)
		} else {
			out.Facts, out.Next, err = v.list(tabPair, pairsOf(ca, cb), w, page)
		}
		if err != nil {
			return err
		}
		for _, f := range out.Facts {
			if err := v.dispute(f); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// betweenCountries lists the facts between the parties that stand for two
// entities. A standing relation is not counted: that Blinken is the American
// secretary of state is nothing between America and himself.
func (v *view) betweenCountries(a, b *cluster, w *wanted, page Page) ([]*Fact, string, error) {
	var pairs [][]string
	sides := [2]map[string]Representation{{}, {}}
	var members [2][]*cluster
	for i, c := range [2]*cluster{a, b} {
		reps, err := v.representatives(c.id)
		if err != nil {
			return nil, "", err
		}
		members[i] = []*cluster{c}
		for _, r := range reps {
			rc, err := v.cluster(r.Party.ID)
			if err != nil {
				return nil, "", err
			}
			sides[i][rc.id] = r
			members[i] = append(members[i], rc)
		}
	}
	for _, x := range members[0] {
		for _, y := range members[1] {
			if x != y {
				pairs = append(pairs, pairsOf(x, y)...)
			}
		}
	}
	if len(w.Kinds) == 0 {
		c := *w
		c.Kinds = []Kind{EventKind}
		w = &c
	}
	facts, next, err := v.list(tabPair, pairs, w, page)
	for _, f := range facts {
		for _, party := range [2]schema.Ref{f.Subject, f.Object} {
			for i := range sides {
				if r, ok := sides[i][party.ID]; ok {
					f.Via = append(f.Via, r)
				}
			}
		}
	}
	return facts, next, err
}

// dispute looks for facts about the same parties that contradict one: the
// same act, at a time that agrees, denied here and stated there, or put in
// places that exclude each other.
func (v *view) dispute(f *Fact) error {
	if f.Kind != EventKind || f.Subject.ID == f.Object.ID {
		return nil
	}
	p, err := v.pair(f.Subject.ID, f.Object.ID)
	if err != nil {
		return err
	}
	mine := p.of[f.ID]
	if mine == nil {
		return nil
	}
	me := &mine.statements[0]
	seen := map[*sameFact]bool{mine: true}
	for _, other := range p.of {
		if seen[other] {
			continue
		}
		seen[other] = true
		it := &other.statements[0]
		d, err := v.contradict(me, it)
		if err != nil {
			return err
		}
		if d != nil {
			f.Disputes = append(f.Disputes, *d)
		}
	}
	slices.SortFunc(f.Disputes, func(a, b Dispute) int { return strings.Compare(a.With, b.With) })
	return nil
}

func (v *view) contradict(a, b *statement) (*Dispute, error) {
	if a.Kind != b.Kind || a.Code != b.Code || a.Code == "" && a.Rel != b.Rel {
		return nil, nil
	}
	sa, err := v.cluster(a.Subject)
	if err != nil {
		return nil, err
	}
	sb, err := v.cluster(b.Subject)
	if err != nil {
		return nil, err
	}
	if sa != sb && !(a.Sym && b.Sym) {
		return nil, nil
	}
	together := narrow(a.interval()) && narrow(b.interval()) && a.interval().Overlaps(b.interval()) ||
		a.Start == "" && b.Start == ""
	if a.Mode != b.Mode {
		denied := func(m string) bool { return schema.Mode(m) == schema.Denied }
		actual := func(m string) bool { return schema.Mode(m) == schema.Actual }
		undated := a.Start == "" || b.Start == ""
		if a.Rel == b.Rel && (together || undated) && (denied(a.Mode) && actual(b.Mode) || actual(a.Mode) && denied(b.Mode)) {
			return &Dispute{With: b.ID, What: "status", Here: a.Mode, There: b.Mode}, nil
		}
		return nil, nil
	}
	if !together || a.Rel != b.Rel || a.Place == "" || b.Place == "" || len(a.Start) < 10 || a.Start != b.Start {
		return nil, nil
	}
	in, err := v.liesIn(a.Place, b.Place)
	if err != nil || in {
		return nil, err
	}
	if in, err = v.liesIn(b.Place, a.Place); err != nil || in {
		return nil, err
	}
	here, err := v.ref(a.Place)
	if err != nil {
		return nil, err
	}
	there, err := v.ref(b.Place)
	if err != nil {
		return nil, err
	}
	return &Dispute{With: b.ID, What: "place", Here: cmp.Or(here.Name, a.Place), There: cmp.Or(there.Name, b.Place)}, nil
}
