package when

import (
	"strings"

	"entente/extract/nlp"
)

// tense is the time of the act that an expression belongs to, as the verb
// tells it.
type tense uint8

const (
	unknown tense = iota
	past
	present
	future
)

// plans put what depends on them into the future, as verbs in the active and
// the passive and as adjectives: "is expected to visit", "due on Friday".
var plans = set("plan expect schedule slate set due tip fix earmark postpone defer reschedule prepare intend likely planned scheduled upcoming forthcoming " +
	"anticipate foresee pencil book arrange bound delay effective")

// aims put an infinitive that depends on them into the future: "agreed to
// meet on Friday".
var aims = set("agree hope want decide vow promise pledge offer threaten aim propose ready willing determined able resolve undertake commit choose " +
	"seek wish need swear plan intention decision agreement pledge promise invitation deadline")

// orders do so only in the present or with a time of their own; told in the
// past, "ordered them to leave on Friday" dates the order as well.
var orders = set("ask urge order demand request call invite advise tell want press")

// planned are the nouns whose time lies ahead.
var planned = set("plan deadline")

// reports are verbs whose present tense tells something past.
var reports = set("say report show mark write note describe recall announce tell accuse condemn reveal claim hint confirm")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// tenseOf climbs from token i to the verb that governs it and tells its
// tense.
func tenseOf(d *nlp.Doc, i int) tense {
	t := d.Tokens
	for steps := 0; steps < 40; steps++ {
		tok := &t[i]
		switch tok.POS {
		case "VERB", "AUX":
			if tn := verbTense(d, i); tn != unknown {
				return tn
			}
		case "NOUN", "PROPN", "ADJ":
			lemma := strings.ToLower(tok.Lemma)
			if tok.POS == "NOUN" && planned[lemma] || tok.POS == "ADJ" && plans[lemma] {
				return future
			}
			for _, c := range d.Children(i) {
				if k := &t[c]; (k.Dep == "amod" || k.Dep == "acl") && plans[strings.ToLower(k.Text)] {
					return future
				}
			}
		}
		if tok.Head == i {
			return unknown
		}
		i = tok.Head
	}
	return unknown
}

// verbTense tells the tense of the clause of verb v; unknown when another
// verb above decides.
func verbTense(d *nlp.Doc, v int) tense {
	t := d.Tokens
	modal, have, be, to := "", "", "", false
	for _, c := range d.Children(v) {
		k := &t[c]
		if int(c) > v || k.Dep != "aux" && k.Dep != "auxpass" {
			continue
		}
		switch {
		case k.Tag == "MD":
			modal = strings.ToLower(k.Text)
		case k.Tag == "TO":
			to = true
		case k.Lemma == "have":
			have = k.Tag
		case k.Lemma == "be":
			be = k.Tag
		case k.Lemma == "do":
			if k.Tag == "VBD" {
				return past
			}
			return present
		}
	}
	tok := &t[v]
	switch {
	case modal != "" && have != "":
		return past
	case modal != "":
		return future
	case to:
		h := tok.Head
		if h == v {
			return future
		}
		head := &t[h]
		lemma := strings.ToLower(head.Lemma)
		if have == "VB" {
			return past
		}
		if lemma == "be" && tok.Dep == "xcomp" || plans[lemma] || aims[lemma] {
			return future
		}
		if orders[lemma] && (head.Tag == "VBZ" || head.Tag == "VBP") {
			return future
		}
		return unknown
	case have == "VBD" || have == "VBZ" || have == "VBP" || have == "VBG":
		return past
	case be == "VBD":
		if tok.Tag == "VBN" && plans[tok.Lemma] {
			return future
		}
		return past
	case be == "VBZ" || be == "VBP":
		if tok.Tag == "VBG" || tok.Tag == "VBN" && plans[tok.Lemma] {
			return future
		}
		return present
	}
	switch tok.Tag {
	case "VBD":
		return past
	case "VBZ", "VBP":
		if reports[tok.Lemma] {
			return past
		}
		return present
	case "VBN":
		if plans[tok.Lemma] {
			return future
		}
		return past
	case "VB":
		if tok.Dep == "ROOT" || tok.Dep == "conj" && tok.Head != v && t[tok.Head].Tag != "VB" {
			return future
		}
	}
	return unknown
}
