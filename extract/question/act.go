package question

import (
	"strings"

	"entente/schema"
)

// act turns the verb of the question, with its particle, preposition and
// object noun, into the relations and codes that fit.
func (p *parse) act() {
	toks, q := p.doc.Tokens, &p.pattern
	q.Relations, q.Codes = map[string]float64{}, map[schema.Code]float64{}
	verb := p.lemma(p.pred)
	if toks[p.pred].POS == "AUX" || verb == "be" {
		verb = ""
	}
	p.used[p.pred] = true
	var entries []string
	phrase := verb
	for _, c := range p.doc.Children(p.pred) {
		t := &toks[c]
		l := p.lemma(int(c))
		switch t.Dep {
		case "prt":
			entries = append(entries, verb+"_"+l)
			phrase += " " + l
			p.used[int(c)] = true
		case "prep", "agent", "dative":
			if t.Tag == "IN" || t.Tag == "TO" || t.Tag == "RP" {
				entries = append(entries, verb+"_"+l)
				if o := p.doc.Child(int(c), "pobj"); o >= 0 && toks[o].POS == "NOUN" {
					entries = append(entries, verb+"+"+p.lemma(o))
				}
			}
		case "dobj", "nsubjpass", "attr":
			if t.POS == "NOUN" && int(c) != p.wh {
				entries = append(entries, verb+"+"+l)
				if p.light(verb, l) {
					phrase += " " + l
					p.used[int(c)] = true
				}
				if classes := p.acts.classes["n:"+l]; p.light(verb, l) || len(classes) > 0 && lightVerbs[verb] {
					for _, class := range classes {
						p.class(class, 0.9)
					}
				}
				if t := p.doc.Child(int(c), "prep"); t >= 0 {
					entries = append(entries, verb+"_"+l+"_"+p.lemma(t))
				}
			}
		case "acomp", "oprd", "advmod":
			if t.Tag != "WRB" {
				entries = append(entries, verb+"_"+l)
				if t.Dep != "advmod" {
					phrase += " " + l
				}
			}
		case "neg":
			q.Negated = true
			p.used[int(c)] = true
		case "aux", "auxpass":
			p.used[int(c)] = true
			if l == "will" && q.Modes == nil {
				q.Modes = []schema.Mode{schema.Planned, schema.Actual}
			}
		case "xcomp":
			// "order to leave", "ask to release": the complement tells which.
		}
	}
	if verb != "" {
		q.Relations[verb] = 1
		entries = append(entries, verb)
		p.phrase = phrase
	}
	found := false
	for i, e := range entries {
		q.Relations[strings.NewReplacer("_", " ", "+", " ").Replace(e)] = 1
		weight := 0.9
		if i == len(entries)-1 && found { // the verb alone says less than the phrase
			weight = 0.6
		}
		for _, class := range p.acts.classes[e] {
			p.class(class, weight)
			found = true
		}
		for _, s := range speech {
			for _, v := range s.verbs {
				if v == e {
					found = true
					for _, w := range s.verbs {
						p.relation(w, 0.55)
					}
					for _, c := range s.codes {
						p.code(c, 0.5)
					}
				}
			}
		}
	}
	if verb == "" {
		// "Where was the agreement?": the noun is the act.
		for _, dep := range []string{"nsubj", "attr", "nsubjpass"} {
			if n := p.doc.Child(p.pred, dep); n >= 0 && toks[n].POS == "NOUN" {
				for _, class := range p.acts.classes["n:"+p.lemma(n)] {
					p.class(class, 0.9)
				}
				p.phrase = p.lemma(n)
			}
		}
	}
}

// lightVerbs leave the meaning to their object.
var lightVerbs = map[string]bool{"hold": true, "have": true, "make": true, "take": true, "give": true, "pay": true, "sign": true, "reach": true, "conclude": true,
	"impose": true, "launch": true, "lodge": true, "issue": true, "offer": true, "place": true, "put": true, "strike": true, "sever": true, "break": true, "cut": true, "fight": true, "declare": true, "restore": true}

func (p *parse) light(verb, noun string) bool {
	return lightVerbs[verb] && (len(p.acts.classes["n:"+noun]) > 0 || len(p.acts.classes[verb+"+"+noun]) > 0)
}

// class lets all verbs of a class of acts fit, and its codes.
func (p *parse) class(class string, weight float64) {
	for _, e := range p.acts.entries[class] {
		p.relation(strings.NewReplacer("_", " ", "+", " ").Replace(e), 0.7*weight)
	}
	for _, c := range classCodes[class] {
		p.code(c, 0.6*weight)
	}
}

func (p *parse) relation(r string, weight float64) {
	r = strings.ReplaceAll(r, "_", " ")
	p.pattern.Relations[r] = max(p.pattern.Relations[r], weight)
}

func (p *parse) code(c schema.Code, weight float64) {
	p.pattern.Codes[c] = max(p.pattern.Codes[c], weight)
}
