package question

import (
	"cmp"
	"slices"

	"entente/schema"
)

// whether answers yes when an act that fits is stated to have happened, no
// when it is stated not to have happened or the opposite is stated.
func (j *judge) whether(fits []fit) []Answer {
	var yes, no, open, weak gathered
	for _, f := range fits {
		st := f.st
		switch {
		case j.opposite(st) && f.parties > 0.3:
			// A refusal answers whether something was accepted, however its
			// words differ.
			score := f.score
			if f.relation < 0.7 {
				score *= 0.75 / (0.1 + 0.9*f.relation)
			}
			no.add("no", Answer{Name: "no", refutes: j.theirs(st)}, st, min(1, score))
		case f.inner && len(j.q.Verbs) > 0 && consenting[j.q.Verbs[0]]:
			// What is (not) admitted did not happen, as far as is said.
			if st.Mode == schema.Denied {
				no.add("no", Answer{Name: "no", refutes: f.relation >= 0.75 && j.theirs(st)}, st, f.score)
			}
		case j.refused(st):
			no.add("no", Answer{Name: "no", refutes: j.theirs(st)}, st, min(1, f.score/(0.1+0.9*f.relation)))
		case f.relation <= 0.5: // no more than a word of the sentence
		case st.Mode == schema.Denied && (j.consents(st) || f.inner && len(j.q.Verbs) > 0 && slices.Contains(refusing, j.q.Verbs[0])):
			// not to recognise is to reject, what was not done was refused
			yes.add("yes", Answer{Name: "yes"}, st, f.score)
		case st.Mode == schema.Denied:
			no.add("no", Answer{Name: "no", refutes: f.relation >= 0.75 && j.theirs(st)}, st, f.score)
		case f.parties < 0.5: // others, or the other way round
		case (st.Mode == schema.Actual || st.Mode == "") && f.relation < byCode:
			weak.add("yes", Answer{Name: "yes"}, st, f.score)
		case st.Mode == schema.Actual || st.Mode == "" || j.q.Future:
			yes.add("yes", Answer{Name: "yes"}, st, f.score)
		case st.Mode == schema.Requested || st.Mode == schema.Hypothetical:
			// It was only demanded or thought of.
			no.add("no", Answer{Name: "no"}, st, f.score*0.5)
		default:
			open.add("unknown", Answer{Name: "unknown"}, st, f.score*0.8)
		}
	}
	if len(yes.list) == 0 && len(weak.list) > 0 && !slices.ContainsFunc(no.list, func(a Answer) bool { return a.refutes || a.Score >= 0.5*weak.list[0].Score }) {
		yes = weak // an act of the same kind, for want of better
	}
	if j.q.Negated { // "Did X not meet Y?"
		for i := range yes.list {
			yes.list[i].Name = "no"
		}
		for i := range no.list {
			no.list[i].Name = "yes"
		}
	}
	out := append(append(yes.sorted(), no.sorted()...), open.sorted()...)
	slices.SortStableFunc(out, func(a, b Answer) int { return cmp.Compare(b.Score, a.Score) })
	if len(out) > 1 && out[1].Name != "unknown" && out[1].Score > 0.7*out[0].Score {
		// Both are stated: the reports, or the readings, contradict.
		doubt := Answer{Name: "unknown", Score: out[0].Score, Statements: append(slices.Clone(out[0].Statements), out[1].Statements...)}
		out = append([]Answer{doubt}, out...)
	}
	if len(out) > 1 && out[0].Name != "unknown" {
		out = slices.DeleteFunc(out, func(a Answer) bool { return a.Name == "unknown" })
	}
	return out
}

// theirs reports whether a statement is of what those did of whom the question
// asks it.
func (j *judge) theirs(st *Statement) bool {
	asked := false
	for i := range j.q.Parties {
		p := &j.q.Parties[i]
		if p.Role != Subject {
			continue
		}
		asked = true
		if v, err := j.is(p, &st.Subject); err == nil && v > 0 {
			return true
		}
		if v, err := j.is(p, &st.Object); err == nil && v > 0 && reciprocal(st) {
			return true
		}
	}
	return !asked
}

// byCode is the likeness of acts below which they have no more than their code
// in common.
const byCode = 0.58

// consenting are verbs whose opposite is a refusal or denial.
var consenting = map[string]bool{"accept": true, "admit": true, "acknowledge": true, "recognise": true, "recognize": true, "agree": true, "consent": true,
	"approve": true, "endorse": true, "back": true, "support": true, "concede": true, "confirm": true, "respect": true, "comply": true, "allow": true,
	"sign": true, "join": true, "give": true, "grant": true, "heed": true, "honour": true, "honor": true, "yield": true, "bow": true, "forgive": true}

// refusing are relations that are the opposite of consent.
var refusing = []string{"reject", "refuse", "deny", "decline", "rebuff", "dismiss", "oppose", "spurn", "rule", "object", "dispute", "block", "veto", "repudiate",
	"disown", "ignore", "denounce", "condemn"}

// refused reports whether the statement is a refusal to do what is asked:
// "decline to detain" for "detain".
func (j *judge) refused(st *Statement) bool {
	if len(j.q.Verbs) == 0 || slices.Contains(refusing, j.q.Verbs[0]) {
		return false
	}
	return slices.ContainsFunc(st.Relations, func(r string) bool {
		verb, rest := sides(r)
		return (verb == "refuse" || verb == "decline" || verb == "deny") && len(rest) > 1 && rest[0] == "to" && shared(rest, j.q.Verbs)
	})
}

// consents reports whether the statement is of consent and the question of its
// refusal.
func (j *judge) consents(st *Statement) bool {
	if len(j.q.Verbs) == 0 || !slices.Contains(refusing, j.q.Verbs[0]) {
		return false
	}
	verb, _ := sides(st.Relation)
	return consenting[verb]
}

// opposite reports whether the statement is the contrary of what is asked.
func (j *judge) opposite(st *Statement) bool {
	if st.Mode != schema.Actual && st.Mode != "" || len(j.q.Verbs) == 0 || !consenting[j.q.Verbs[0]] {
		return false
	}
	if st.Code == schema.Reject {
		return true
	}
	return slices.ContainsFunc(st.Relations, func(r string) bool {
		v, _ := sides(r)
		return slices.Contains(refusing, v)
	})
}
