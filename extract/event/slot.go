package event

import "entente/extract/analysis"

// What fills the subject or object slot of a predicate, seen from the two
// parties of a candidate.
const (
	slotEmpty  = iota
	slotFirst  // the first party
	slotSecond // the second
	slotOfFirst
	slotOfSecond // a noun that the party hangs on
	slotOther    // another party
	slotNoun     // something that is no known party
)

// slots tells what fills the subject and the object of the clause; in the
// passive the agent is the subject.
func (s *sentence) slots(k *clause, a, b *argument) (subject, object float32) {
	d := s.block.Doc
	sub, obj := d.Child(k.verb, "nsubj", "csubj"), d.Child(k.verb, "dobj", "dative")
	if k.passive {
		obj = d.Child(k.verb, "nsubjpass", "csubjpass")
		if sub = d.Child(k.verb, "agent"); sub >= 0 {
			sub = d.Child(sub, "pobj")
		}
	} else if sub < 0 {
		sub = controller(d, k.verb)
	}
	return s.filler(sub, a, b), s.filler(obj, a, b)
}

// filler says what token t is to the parties.
func (s *sentence) filler(t int, a, b *argument) float32 {
	if t < 0 {
		return slotEmpty
	}
	covers := func(m *analysis.Mention) bool { return m != nil && m.Start <= t && t < m.End }
	switch {
	case covers(a.mention):
		return slotFirst
	case covers(b.mention):
		return slotSecond
	case a.mention != nil && s.below(a.mention.Head, t):
		return slotOfFirst
	case b.mention != nil && s.below(b.mention.Head, t):
		return slotOfSecond
	}
	for _, m := range s.mentions {
		if covers(m) {
			return slotOther
		}
	}
	return slotNoun
}

// below reports whether token t hangs on token above within a few steps.
func (s *sentence) below(t, above int) bool {
	d := s.block.Doc
	for range 6 {
		h := d.Tokens[t].Head
		if h == t {
			return false
		}
		if h == above {
			return true
		}
		t = h
	}
	return false
}

// clausePlace numbers how the predicate's clause stands in its sentence.
func clausePlace(dep string) float32 {
	switch dep {
	case "ROOT":
		return 0
	case "conj":
		return 1
	case "ccomp", "parataxis":
		return 2
	case "xcomp":
		return 3
	case "advcl":
		return 4
	case "relcl":
		return 5
	case "acl":
		return 6
	case "pcomp":
		return 7
	case "dobj", "attr":
		return 8
	case "pobj":
		return 9
	case "nsubj", "nsubjpass":
		return 10
	}
	return 11
}
