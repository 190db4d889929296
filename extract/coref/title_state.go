package coref

import (
	"strings"

	"entente/schema"
)

// origin reads "Benjamin Netanyahu of Israel" and "Angola's João Lourenço".
func (r *resolver) origin(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	e := &r.art.Entities[m.ent]
	set := func(x *name) {
		if x == nil {
			return
		}
		if c, ok := r.nationality(x); ok && r.art.Entities[m.ent].Country < 0 {
			r.art.Entities[m.ent].Country = c
			p := phraseAt(m.block, m.start, m.end)
			p.noun, p.states = m.head, []int{c}
			r.posts = append(r.posts, post{phrase: p, person: m.ent, of: c, rule: "origin"})
		}
	}
	if m.end+1 < len(low) && low[m.end] == "of" && e.Country < 0 {
		k := m.end + 1
		if low[k] == "the" && k+1 < len(low) {
			k++
		}
		set(r.nameOn(m.block, k))
	}
	// "X, of the Health Ministry, said"
	if k := m.end + 2; k+1 < len(low) && d.Tokens[m.end].Text == "," && low[m.end+1] == "of" && e.Country < 0 {
		if low[k] == "the" {
			k++
		}
		if x := r.nameOn(m.block, k); x != nil && x.end < len(low) && d.Tokens[x.end].Text == "," {
			set(x)
		}
	}
	if m.start >= 2 && d.Tokens[m.start-1].Tag == "POS" {
		set(r.nameOn(m.block, m.start-2))
	}
	if m.start >= 1 {
		if x := r.nameOn(m.block, m.start-1); x != nil && x.demonym {
			set(x)
		}
	}
}

// fillCountries gives posts of state without a state the one that the article
// is at home in.
func (r *resolver) fillCountries() {
	home := -1
	for k := range r.posts {
		p := &r.posts[k]
		if p.of >= 0 || p.kind.class != office || p.possPronoun >= 0 || p.possNoun >= 0 || p.rule == "known" {
			continue
		}
		// the same person's state from elsewhere
		if c := r.art.Entities[p.person].Country; c >= 0 && stateOffice(p.field) {
			p.of = c
			continue
		}
		words := strings.Fields(p.office)
		if o, n := r.gaz.gaz.Office(words); n > 0 && o.Of != nil && !strings.EqualFold(p.office, "chancellor") {
			p.of = r.entityOf(r.gaz.of(o.Of))
		} else if strings.EqualFold(p.office, "secretary of state") {
			p.of = r.entityOf(r.gaz.of(r.gaz.gaz.State("US"))) // others say whose they are
		} else if stateOffice(p.field) {
			if home == -1 {
				home = r.home()
			}
			p.of = r.likelyState(p, home)
		}
		if p.of >= 0 && r.art.Entities[p.person].Country < 0 {
			r.art.Entities[p.person].Country = p.of
		}
	}
}

func stateOffice(field string) bool {
	switch field {
	case "head", "government", "foreign", "defense", "interior", "finance", "monarch", "royal", "minister":
		return true
	}
	return strings.HasPrefix(field, "minister:")
}

// home returns the state whose capital the article is written from, -2 when
// the dateline names none.
func (r *resolver) home() int {
	if p := r.art.Source.Place; p != "" {
		if f, ok := r.gaz.find(titleCase(strings.ToLower(p))); ok && f.capitalOf != nil {
			e := r.entityOf(f.capitalOf)
			count, most := map[int]int{}, 0
			for i := range r.names {
				if c := r.names[i].ent; c >= 0 && r.art.Entities[c].Type == schema.Country {
					count[c]++
					most = max(most, count[c])
				}
			}
			if count[e]*3 >= most*2 {
				return e
			}
		}
	}
	return -2
}

// likelyState picks the state of a post that names none: the home state,
// unless somebody else holds that post there. It is -1 when that is no more
// than a guess.
func (r *resolver) likelyState(p *post, home int) int {
	for k := range r.posts {
		o := &r.posts[k]
		if o.person != p.person && o.of == home && o.field == p.field && !o.former {
			return -1
		}
	}
	return max(home, -1)
}
