package event

import "strings"

// joint are the verbs and nouns of acts that two parties do alike: when A met
// B, B met A. A visit, a call or an invitation has a direction although its
// code is that of meetings.
var joint = wordSet(`meet confer talk speak negotiate discuss converse parley debate dine lunch embrace reconcile sign initial
	conclude cooperate collaborate exchange swap trade ally correspond meeting negotiation discussion summit conversation
	consultation dialogue dinner lunch breakfast session encounter handshake hand agreement accord treaty pact deal truce
	ceasefire armistice alliance cooperation collaboration exercise manoeuvre drill patrol relation tie`)

// joint reports whether the clause is of an act that parties do together.
func (k *clause) joint() bool { return joint[k.lemma] || joint[k.object] && light[k.lemma] }

// symmetric reports whether the parties of the event may change places: its
// code is one of acts without direction, and its verb, or the noun beside a
// verb that says little, names a joint act.
func symmetric(e *found) bool {
	if !reciprocal(e.code) {
		return false
	}
	if e.k.joint() || joint[e.k.object] && e.a.role == e.b.role {
		return true
	}
	// "agree to help" promises something to somebody, "agree with" does not.
	return e.k.lemma == "agree" && (e.a.role == e.b.role || strings.HasPrefix(e.b.role, "pp:with"))
}

// orient puts the parties of symmetric events in the order of the sentence:
// the subject first, of two subjects the one named first.
func orient(all []*found) {
	for _, e := range all {
		a, b := &e.a, &e.b
		if a.mention == nil || b.mention == nil || !symmetric(e) || isSubjectRole(a.role) && !isSubjectRole(b.role) {
			continue
		}
		if isSubjectRole(b.role) && !isSubjectRole(a.role) || a.role == b.role && b.mention.Start < a.mention.Start {
			*a, *b = *b, *a
		}
	}
}

// light are the verbs that leave it to their object to name the act.
var light = wordSet(`hold have make do conduct open begin start resume restart continue end complete finish reach strike sign
	conclude seal share attend establish restore renew normalise normalize keep maintain`)

// remarks are the verbs of saying and thinking that commit nobody to anything,
// unlike "declare" or "promise", by which two can come to terms.
var remarks = wordSet("say add note comment remark observe call describe think believe argue write recall explain complain")

// inUnison reports whether the parties only say something side by side, "both
// ministers commented on the war", which is no act of one on the other.
func (w *view) inUnison() bool {
	return w.c.a.role == "subj" && w.c.b.role == "subj" && remarks[w.k.lemma] && !joint[w.k.object]
}
