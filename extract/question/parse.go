package question

import (
	"fmt"
	"slices"
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// parse is the work on one question.
type parse struct {
	*Reader
	doc     *nlp.Doc
	pattern schema.Pattern
	wh      int          // the question word, -1 for yes or no
	pred    int          // the verb that the question is about
	phrase  string       // the act in words, for describe
	used    map[int]bool // tokens that became part of a name, date or the act
}

func (p *parse) run() error {
	p.wh, p.pred = -1, -1
	toks := p.doc.Tokens
	for i := range toks {
		if toks[i].Dep == "ROOT" && !toks[i].IsSpace() && toks[i].Tag != "." {
			p.pred = i
			break
		}
	}
	if p.pred < 0 {
		return fmt.Errorf("%w: it has no verb", ErrNotUnderstood)
	}
	for i := range toks {
		switch toks[i].Tag {
		case "WP", "WP$", "WRB", "WDT":
			if p.wh < 0 && !p.relative(i) {
				p.wh = i
			}
		}
	}
	p.time()
	if p.connection() || p.office() || p.happened() {
		return nil
	}
	p.descend()
	if err := p.asked(); err != nil {
		return err
	}
	p.act()
	p.parties()
	p.words()
	return nil
}

func (p *parse) lemma(i int) string { return strings.ToLower(p.doc.Tokens[i].Lemma) }

// relative reports whether a question word opens a relative clause.
func (p *parse) relative(i int) bool {
	for j := i; p.doc.Tokens[j].Head != j; j = p.doc.Tokens[j].Head {
		if d := p.doc.Tokens[j].Dep; d == "relcl" || d == "acl" {
			return true
		}
	}
	return false
}

// descend moves from a verb of saying, or a mere auxiliary, to the verb that
// the question is about: "Which countries said they would ship missiles?"
func (p *parse) descend() {
	toks := p.doc.Tokens
	for range 3 {
		l := p.lemma(p.pred)
		next := -1
		switch l {
		case "say", "announce", "declare", "state", "claim", "believe", "think":
			next = p.doc.Child(p.pred, "ccomp")
		case "be":
			next = p.doc.Child(p.pred, "xcomp", "ccomp")
			if next >= 0 && toks[next].POS != "VERB" {
				next = -1
			}
		case "have", "help", "go", "manage", "happen", "seem":
			if next = p.doc.Child(p.pred, "xcomp"); next >= 0 && toks[next].POS != "VERB" {
				next = -1
			}
		}
		if next < 0 {
			return
		}
		if p.wh >= 0 && p.within(p.wh, next) == p.within(p.wh, p.pred) || l == "be" || l == "have" || p.wh < 0 || l == "say" {
			p.used[p.pred] = true
			if hasChild(p.doc, next, "aux", "will", "would", "shall", "to") {
				p.pattern.Modes = []schema.Mode{schema.Planned, schema.Actual}
			}
			p.pred = next
		}
	}
}

func hasChild(d *nlp.Doc, i int, dep string, lemmas ...string) bool {
	for _, c := range d.Children(i) {
		if d.Tokens[c].Dep == dep && (slices.Contains(lemmas, strings.ToLower(d.Tokens[c].Lemma)) || slices.Contains(lemmas, strings.ToLower(d.Tokens[c].Text))) {
			return true
		}
	}
	return false
}

// within reports whether token i lies in the subtree of top.
func (p *parse) within(i, top int) bool {
	l, r := p.doc.Edges(top)
	return l <= i && i <= r
}

// phraseOf is the noun phrase that token i is part of: the first ancestor
// that is an argument.
func (p *parse) phraseOf(i int) int {
	for {
		switch p.doc.Tokens[i].Dep {
		case "det", "amod", "poss", "compound", "nummod", "advmod", "predet", "case", "nmod":
			h := p.doc.Tokens[i].Head
			if h == i || p.doc.Tokens[h].POS == "VERB" || p.doc.Tokens[h].POS == "AUX" {
				return i
			}
			i = h
		default:
			return i
		}
	}
}

// answerTypes are the types that the noun of a question asks for.
var answerTypes = map[string][]schema.EntityType{
	"country": {schema.Country}, "state": {schema.Country}, "nation": {schema.Country}, "government": {schema.Country, schema.Organization}, "neighbour": {schema.Country},
	"person": {schema.Person}, "president": {schema.Person}, "leader": {schema.Person}, "minister": {schema.Person}, "official": {schema.Person}, "politician": {schema.Person},
	"envoy": {schema.Person}, "diplomat": {schema.Person}, "man": {schema.Person}, "woman": {schema.Person}, "secretary": {schema.Person}, "general": {schema.Person}, "senator": {schema.Person},
	"ambassador":   {schema.Person, schema.Country},
	"organization": {schema.Organization}, "organisation": {schema.Organization}, "body": {schema.Organization}, "bloc": {schema.Organization, schema.Group}, "group": {schema.Organization, schema.Group},
	"court": {schema.Organization}, "company": {schema.Organization}, "agency": {schema.Organization}, "party": {schema.Organization}, "institution": {schema.Organization}, "alliance": {schema.Organization},
	"city": {schema.Place}, "place": {schema.Place, schema.Country}, "town": {schema.Place}, "capital": {schema.Place}, "location": {schema.Place}, "venue": {schema.Place},
	"treaty": {schema.Agreement, schema.Other}, "agreement": {schema.Agreement, schema.Other}, "accord": {schema.Agreement, schema.Other}, "pact": {schema.Agreement, schema.Other}, "resolution": {schema.Agreement, schema.Other},
	"war": {schema.Conflict},
}

// numbers are the numbers that questions write out.
var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4}

// asked finds the slot that the question asks for.
func (p *parse) asked() error {
	toks, q := p.doc.Tokens, &p.pattern
	if p.wh < 0 {
		first := 0
		for first < len(toks) && toks[first].IsSpace() {
			first++
		}
		switch strings.ToLower(toks[first].Lemma) {
		case "do", "be", "have", "will", "would", "can", "could", "shall", "should", "may", "might":
			q.Asks = schema.AskTruth
			switch p.lemma(p.pred) {
			case "accept", "admit", "acknowledge", "recognise", "recognize", "agree", "concede", "consent", "approve", "endorse", "support", "confirm", "respect", "comply":
				q.Acceptance = true
			}
			return nil
		}
		return fmt.Errorf("%w: it begins with none of who, whom, whose, where, when, what, which, how, did, has, is", ErrNotUnderstood)
	}
	w := strings.ToLower(toks[p.wh].Text)
	top := p.phraseOf(p.wh)
	noun := p.lemma(top)
	p.used[p.wh], p.used[top] = true, true
	for _, c := range p.doc.Children(top) {
		if n := numbers[strings.ToLower(toks[c].Text)]; n > 0 {
			q.Number = n
		}
	}
	switch w {
	case "where":
		q.Asks = schema.AskPlace
	case "when":
		q.Asks = schema.AskTime
	case "how":
		for _, c := range []int{p.wh + 1} {
			if c >= len(toks) {
				break
			}
			switch strings.ToLower(toks[c].Text) {
			case "many", "often":
				q.Asks = schema.AskCount
				p.used[c] = true
				if c+1 < len(toks) && p.lemma(c+1) != "time" && toks[c+1].POS == "NOUN" {
					q.Types = answerTypes[p.lemma(c+1)]
					p.used[c+1] = q.Types != nil
				}
				return nil
			case "long":
				return fmt.Errorf("%w: the graph does not hold how long things took", ErrNotUnderstood)
			}
		}
		return fmt.Errorf("%w: of the questions with how, it knows how many, how often and how two are connected", ErrNotUnderstood)
	case "why":
		return fmt.Errorf("%w: the graph does not hold reasons", ErrNotUnderstood)
	case "whose":
		q.Asks = p.slotOf(top)
		if q.Asks == schema.AskSubject && toks[top].Dep != "nsubj" {
			q.Asks = schema.AskObject
		}
		p.used[top] = false
	default:
		switch {
		case w == "what" && (p.lemma(p.pred) == "do" || toks[top].Dep == "dobj" && p.lemma(toks[top].Head) == "do"):
			q.Asks = schema.AskContent
			if h := toks[p.pred].Head; p.lemma(p.pred) == "do" && toks[p.pred].Dep != "ROOT" {
				p.pred = h
			}
			if p.lemma(p.pred) == "do" {
				q.Asks = schema.AskFacts
			}
		case noun == "day" || noun == "date" || noun == "year" || noun == "month":
			q.Asks = schema.AskTime
		case (noun == "city" || noun == "place" || noun == "town" || noun == "capital") && toks[top].Dep == "pobj":
			q.Asks = schema.AskPlace
		default:
			q.Asks = p.slotOf(top)
			q.Types = answerTypes[noun]
			if w == "who" || w == "whom" {
				q.Types = []schema.EntityType{schema.Person, schema.Country, schema.Organization, schema.Group}
			}
			if noun == "place" || noun == "city" {
				q.Asks = schema.AskPlace
			}
			if q.Types != nil || w != "which" {
				break
			}
			p.used[top] = false // "which trader": the noun tells answers apart
		}
	}
	return nil
}

// slotOf says which party of the act the noun phrase is.
func (p *parse) slotOf(i int) schema.Slot {
	toks := p.doc.Tokens
	passive := p.doc.Child(p.pred, "auxpass") >= 0 || p.doc.Child(p.pred, "nsubjpass") >= 0
	switch toks[i].Dep {
	case "nsubj":
		return schema.AskSubject
	case "nsubjpass", "dobj", "dative", "attr", "oprd":
		return schema.AskObject
	case "pobj":
		if prep := p.lemma(toks[i].Head); passive && prep == "by" || toks[toks[i].Head].Dep == "agent" {
			return schema.AskSubject
		}
		return schema.AskObject
	case "pcomp", "prep":
		return schema.AskObject
	}
	if i < p.pred && !strings.EqualFold(toks[i].Text, "whom") && p.doc.Child(p.pred, "nsubj", "nsubjpass") < 0 {
		return schema.AskSubject
	}
	return schema.AskObject
}
