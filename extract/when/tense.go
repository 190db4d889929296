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

// intentions are the words that put what depends on them into the future:
// verbs, adjectives and nouns of planning, promising and asking.
var intentions = set("plan expect agree intend hope prepare want decide vow promise pledge offer threaten aim propose schedule slate set due ready " +
	"invite ask urge order demand request call likely able willing determined bound free plans intention pledge promise decision expectation agreement " +
	"arrange hesitate postpone delay defer reschedule fix earmark book tentatively planned scheduled upcoming forthcoming deadline invitation advise " +
	"authorise authorize wish need swear undertake commit choose consider seek prepare tip")

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
			if intentions[strings.ToLower(tok.Lemma)] && tok.POS != "PROPN" {
				return future
			}
			for _, c := range d.Children(i) {
				k := &t[c]
				if (k.Dep == "amod" || k.Dep == "acl") && (intentions[strings.ToLower(k.Lemma)] || intentions[strings.ToLower(k.Text)]) && k.Lemma != "call" && k.Lemma != "able" {
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
		if lemma == "be" && tok.Dep == "xcomp" || intentions[lemma] {
			return future
		}
		return unknown
	case have == "VBD" || have == "VBZ" || have == "VBP" || have == "VBG":
		return past
	case be == "VBD":
		if tok.Tag == "VBN" && intentions[tok.Lemma] {
			return future
		}
		return past
	case be == "VBZ" || be == "VBP":
		if tok.Tag == "VBG" || tok.Tag == "VBN" && intentions[tok.Lemma] {
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
		if intentions[tok.Lemma] {
			return future
		}
		if tok.Dep == "ROOT" {
			return past
		}
		return past
	case "VB":
		if tok.Dep == "ROOT" || tok.Dep == "conj" && tok.Head != v && t[tok.Head].Tag != "VB" {
			return future
		}
	}
	return unknown
}
