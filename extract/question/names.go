package question

import (
	"strings"

	"entente/schema"
)

// parties finds the names in the question and the part that each plays.
func (p *parse) parties() {
	toks, q := p.doc.Tokens, &p.pattern
	for i := 0; i < len(toks); i++ {
		if p.used[i] {
			continue
		}
		start, end, ok := p.nameAt(i)
		if !ok {
			continue
		}
		name := p.doc.Slice(start, end)
		for j := start; j < end; j++ {
			p.used[j] = true
		}
		switch p.part(start, end) {
		case placePart:
			if q.Place == "" {
				q.Place = name
			} else {
				q.Parties = append(q.Parties, name)
			}
		case schema.AskSubject:
			q.Subjects = append(q.Subjects, name)
		case schema.AskObject:
			q.Objects = append(q.Objects, name)
		default:
			q.Parties = append(q.Parties, name)
		}
		i = end - 1
	}
}

// placePart is the part of a name that says where.
const placePart schema.Slot = "place"

// nameAt finds the longest name that starts at token i: a named entity that
// is no date or number, or a run of proper nouns with the small words inside.
func (p *parse) nameAt(i int) (start, end int, ok bool) {
	toks := p.doc.Tokens
	for _, e := range p.doc.Ents {
		if e.Start <= i && i < e.End {
			switch e.Label {
			case "DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT":
				return 0, 0, false
			}
		}
	}
	if toks[i].POS != "PROPN" && !p.inName(i) {
		return 0, 0, false
	}
	end = i + 1
	for end < len(toks) {
		if toks[end].POS == "PROPN" || p.sameName(i, end) {
			if toks[end].Dep == "appos" || toks[end-1].Text == "," || toks[end].Tag == "POS" {
				break
			}
			end++
			continue
		}
		// "International Court of Justice", "Mohammed bin Salman"
		small := strings.ToLower(toks[end].Text)
		if end+1 < len(toks) && toks[end+1].POS == "PROPN" && (small == "of" && toks[end-1].POS == "PROPN" && p.sameName(end-1, end+1) || small == "bin" || small == "al" || small == "de" || small == "van" || small == "von" || small == "da" || small == "del" || small == "la" || small == "-") {
			end += 2
			continue
		}
		break
	}
	start = i
	for start < end-1 && (strings.EqualFold(toks[start].Text, "the") || toks[start].IsSpace()) {
		start++
	}
	for end > start+1 && (toks[end-1].Tag == "POS" || toks[end-1].Tag == ".") {
		end--
	}
	return start, end, true
}

// inName reports whether token i belongs to a named entity that names
// somebody: an organisation, place, people.
func (p *parse) inName(i int) bool {
	for _, e := range p.doc.Ents {
		if e.Start <= i && i < e.End {
			switch e.Label {
			case "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART":
				return true
			}
		}
	}
	return false
}

// sameName reports whether both tokens are in one named entity.
func (p *parse) sameName(i, j int) bool {
	for _, e := range p.doc.Ents {
		if e.Start <= i && i < e.End {
			return j < e.End && p.doc.Tokens[j].Tag != "POS"
		}
	}
	return false
}

// part says what the name does in the question.
func (p *parse) part(start, end int) schema.Slot {
	toks := p.doc.Tokens
	head := start
	for i := start; i < end; i++ {
		if h := toks[i].Head; h < start || h >= end {
			head = i
		}
	}
	passive := p.doc.Child(p.pred, "auxpass") >= 0
	for i := head; ; {
		t := &toks[i]
		if t.Head == i {
			return ""
		}
		h := t.Head
		switch t.Dep {
		case "conj", "appos":
			i = h
			continue
		case "pobj":
			prep := strings.ToLower(toks[h].Text)
			verb := toks[h].Head
			switch {
			case toks[h].Dep == "agent" || prep == "by" && passive:
				return schema.AskSubject
			case (prep == "in" || prep == "at" || prep == "near" || prep == "off") && p.placeLike(start, end):
				return placePart
			case verb == p.pred && (prep == "for" || prep == "before" || prep == "as" || prep == "from" && !passive && toks[verb].Lemma != "withdraw"):
				return ""
			case prep == "between" || prep == "on" && verb != p.pred:
				return ""
			case verb == p.pred:
				return schema.AskObject
			}
			return ""
		case "poss", "compound", "amod", "nmod":
			// "Russia's demand" as object: the demand of the other party.
			i = h
			if j := toks[i].Dep; j == "dobj" || j == "nsubj" || j == "nsubjpass" || j == "pobj" || j == "attr" {
				if toks[i].Head == p.pred && j == "nsubj" {
					return schema.AskSubject
				}
				return ""
			}
			continue
		case "nsubj":
			if h == p.pred || toks[h].Dep == "ccomp" || toks[h].Dep == "advcl" || h == toks[p.pred].Head {
				return schema.AskSubject
			}
			return ""
		case "nsubjpass", "dobj", "dative", "attr", "oprd":
			if h == p.pred {
				return schema.AskObject
			}
			if t.Dep == "dobj" && toks[h].Dep == "xcomp" {
				return ""
			}
			return ""
		}
		return ""
	}
}

// placeLike reports whether the name can be a place: it is one to the model,
// or the model takes it for no person.
func (p *parse) placeLike(start, end int) bool {
	for _, e := range p.doc.Ents {
		if e.Start <= start && start < e.End {
			return e.Label == "GPE" || e.Label == "LOC" || e.Label == "FAC" || e.Label == "ORG" || e.Label == "PERSON"
		}
	}
	return true
}

// words collects the content words that are left.
func (p *parse) words() {
	for i := range p.doc.Tokens {
		t := &p.doc.Tokens[i]
		if p.used[i] || t.EntIOB != 'O' && (t.EntType == "DATE" || t.EntType == "TIME") {
			continue
		}
		switch t.POS {
		case "NOUN", "VERB", "ADJ", "NUM", "PROPN":
			if t.Tag != "WP" && len(t.Text) > 2 {
				p.pattern.Words = append(p.pattern.Words, strings.ToLower(t.Lemma))
			}
		}
	}
}
