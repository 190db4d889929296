package event

import (
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// elsewhere reports whether a place is no party but where something is: "talks
// in Oslo" are nobody's with Oslo, and where "the last time the two met was in
// Oslo", the two are not the subject.
func (w *view) elsewhere() bool {
	if w.k.lemma == "be" {
		return w.typeOf(w.c.b) == schema.Place && w.c.a.role != "subj"
	}
	if !w.k.joint() {
		return false
	}
	return w.setting(w.c.a) || w.setting(w.c.b)
}

// setting reports whether the party is only the place of the clause.
func (w *view) setting(a argument) bool {
	t := w.typeOf(a)
	return (t == schema.Place || t == schema.Country) && (strings.HasSuffix(a.role, "pp:in") || strings.HasSuffix(a.role, "pp:at"))
}

// partnered reports whether the clause is of a joint act that names its
// partner with "with", and the party beside the subject is not among those
// named there: "held talks with envoys to win support for Peru" were no talks
// with Peru.
func (w *view) partnered() bool {
	d, k := w.s.block.Doc, w.k
	if !verbal(d, k.verb) || !w.k.joint() {
		return false
	}
	other := w.c.b.role
	if isSubjectRole(other) {
		other = w.c.a.role
	}
	if strings.Contains(w.c.b.role, "pp:with") || strings.Contains(w.c.a.role, "pp:with") || isSubjectRole(other) || other == "obj" {
		return false
	}
	for _, at := range []int{k.pred, k.verb, d.Child(k.verb, "dobj")} {
		if at >= 0 && withPhrase(d, at) {
			return true
		}
	}
	return false
}

// withPhrase reports whether a noun hangs on the token by "with".
func withPhrase(d *nlp.Doc, at int) bool {
	for _, c := range d.Children(at) {
		if t := &d.Tokens[c]; t.Dep == "prep" && strings.EqualFold(t.Text, "with") && d.Child(int(c), "pobj") >= 0 {
			return true
		}
	}
	return false
}

// somebody are the nouns for people and bodies that fill the place of a party
// although nothing is known of who they are.
var somebody = wordSet(`country state nation government power authority people person man woman official officer minister president leader
	ambassador diplomat envoy delegate negotiator spokesman spokeswoman reporter journalist correspondent lawmaker legislator
	senator deputy parliament troop soldier army force rebel fighter militant citizen national refugee migrant prisoner
	hostage ally neighbour neighbor rival partner member colleague counterpart critic supporter opponent voter court judge company
	firm bank agency side party`)

// filled reports whether the place of the party that is to be understood is
// taken by a noun for somebody else: not by the subject's own people ("recalled
// its ambassador"), nor by those who are only told.
func (w *implied) filled() bool {
	if !w.object {
		return false
	}
	d := w.s.block.Doc
	o := d.Child(w.k.verb, "dobj", "dative")
	if w.k.passive || o < 0 || saying[w.k.lemma] && w.k.lemma != "accuse" {
		return false
	}
	return d.Tokens[o].POS == "NOUN" && somebody[lower(d, o)] && d.Child(o, "poss") < 0
}
