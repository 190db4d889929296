package graph

import "context"

// Dyad is what is known of two entities together.
type Dyad struct {
	A     Entity  `json:"a"`
	B     Entity  `json:"b"`
	Facts []*Fact `json:"facts"`
	Next  string  `json:"next,omitempty"`
}

// Between tells everything between two entities, latest first: events and
// standing relations. An ambiguous or unknown name gives a *NameError.
func (g *Graph) Between(ctx context.Context, a, b string, f Filter, page Page) (*Dyad, error) {
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
		out.Facts, out.Next, err = v.list(tabPair, pairsOf(ca, cb), w, page)
		return err
	})
	return out, err
}
