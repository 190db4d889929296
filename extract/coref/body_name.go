package coref

import (
	"strings"

	"entente/schema"
)

// bodyWords are the nouns that name a body in short once it has been named in
// full: "the Council" for the United Nations Security Council, "the Fund" for
// the International Monetary Fund.
var bodyWords = set(`council commission fund court union league organization assembly bank agency tribunal alliance chamber committee
	authority secretariat conference forum federation confederation association movement front office bureau
	inspectorate mission institute foundation`)

// bodyBefore returns the organisation that name i calls by its noun alone:
// the last one before it whose name ends with that noun, or starts with it as
// in "Organisation of …"; -1 if none.
func (r *resolver) bodyBefore(i int) int {
	m := &r.names[i]
	if m.country != nil || m.start == 0 || r.lower[m.block][m.start-1] != "the" {
		return -1
	}
	w := key(m.text)
	if !bodyWords[w] {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		o := &r.names[j]
		if o.ent < 0 || r.art.Entities[o.ent].Type != schema.Organization {
			continue
		}
		if nounOfBody(o.text) == w || nounOfBody(r.art.Entities[o.ent].Name) == w {
			return o.ent
		}
	}
	return -1
}

// nounOfBody returns the noun that a body's name of several words is built
// on, "" for a name of one word.
func nounOfBody(name string) string {
	f := strings.Fields(key(name))
	if len(f) < 2 {
		return ""
	}
	for k, w := range f {
		switch w {
		case "of", "for", "on":
			if k > 0 {
				return f[k-1]
			}
		}
	}
	return f[len(f)-1]
}
