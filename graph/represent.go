package graph

import "entente/schema"

// maxRepresentatives bounds how many parties may stand for one state or body.
const maxRepresentatives = 300

// representative relations: who holds an office of a body, represents it or
// is a part of it acts for it. Citizens do not.
var representing = [...]string{"position", "represents"}

// representatives lists who stands for a state or body.
func (v *view) representatives(id string) ([]Representation, error) {
	c, err := v.cluster(id)
	if err != nil {
		return nil, err
	}
	whole, err := v.ref(id)
	if err != nil {
		return nil, err
	}
	var out []Representation
	seen := map[string]bool{c.id: true}
	add := func(who, why string) error {
		pc, err := v.cluster(who)
		if err != nil || seen[pc.id] || len(out) >= maxRepresentatives {
			return err
		}
		seen[pc.id] = true
		r, err := v.ref(who)
		out = append(out, Representation{Party: r, For: whole, Why: why})
		return err
	}
	for _, m := range c.members {
		for _, rel := range representing {
			for _, role := range [...]string{"of", "object"} {
				if rel == "position" && role == "object" {
					continue // the office itself
				}
				err := v.r.scan(prefix(tabStanding, m, rel, role), "", func(k, val []byte) error {
					e := readEntry(k, val)
					if v.isHidden(e.ID, e.Article) {
						return nil
					}
					return add(e.Subject, rel)
				})
				if err != nil {
					return nil, err
				}
			}
		}
		// A ministry that is part of a state acts for it; a city does not.
		err := v.r.scan(prefix(tabStanding, m, "part of", "object"), "", func(k, val []byte) error {
			e := readEntry(k, val)
			r, err := v.ref(e.Subject)
			if err != nil || r.Type != schema.Organization || v.isHidden(e.ID, e.Article) {
				return err
			}
			return add(e.Subject, "part of")
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
