package event

import (
	"strings"

	"entente/extract/analysis"
)

// Verbs whose subject vouches for what stands in their complement.
var saying = wordSet(`say tell claim allege report state note add believe argue maintain insist assert reveal announce
	declare confirm admit acknowledge suggest complain recall write warn explain estimate accuse charge deny reply respond
	predict promise vow contend concede disclose indicate think describe call stress reiterate remark observe repeat`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// attribution returns the entity that vouches for the clause: the subject of
// the saying verb above it, or the source named by "according to"; -1 when
// the article itself does. A speaker who is the subject of the event vouches
// for it all the same.
func (s *sentence) attribution(k *clause) int {
	d := s.block.Doc
	at := k.verb
	for level := 0; level < 4; level++ {
		g, dep := governor(d, at)
		if g < 0 {
			break
		}
		if (dep == "ccomp" || dep == "parataxis" || strings.HasPrefix(dep, "pcomp")) && saying[lower(d, g)] {
			if e := s.entityOf(subjectOf(d, g)); e >= 0 {
				return e
			}
		}
		at = g
	}
	// "according to X", "X said" in parenthesis under the verb
	for _, c := range d.Children(at) {
		t := &d.Tokens[c]
		switch {
		case t.Dep == "prep" && strings.EqualFold(t.Text, "according"):
			if to := d.Child(int(c), "prep"); to >= 0 {
				if o := d.Child(to, "pobj"); o >= 0 {
					return s.entityOf(o)
				}
			}
		case (t.Dep == "parataxis" || t.Dep == "ccomp") && saying[lower(d, int(c))] && d.Child(int(c), "ccomp", "dobj") < 0:
			if e := s.entityOf(subjectOf(d, int(c))); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// entityOf returns the entity whose mention has token i as its head, -1 if
// none or several.
func (s *sentence) entityOf(i int) int {
	if i < 0 {
		return -1
	}
	if m := s.block.MentionAt(i); m != nil && len(m.Entities) == 1 && m.Via != analysis.Belonging {
		return m.Entities[0]
	}
	return -1
}
