package nlp

import (
	"fmt"
	"regexp"
	"slices"
)

// attributeRuler maps tags to parts of speech and features, with exceptions
// for single words. Its rules are all matched before any is applied; where
// several set the same attribute, the last rule wins.
type attributeRuler struct {
	rules   []rule
	byLower map[string][]int32 // patterns whose first token demands one of these lower-case forms,
	byTag   [][]int32          // else one of these tags, by the tagger's classes,
	byDep   map[string][]int32 // else one of these labels;
	byExpr  []int32            // else a form that fits an expression;
	rest    []int32            // and those that demand none
	pats    []rulePattern
}

type rule struct {
	tag, pos, morph, lemma, dep *string
	index                       int
}

type rulePattern struct {
	rule   int32
	tokens [][]tokenTest
}

// tokenTest is one condition on a token.
type tokenTest struct {
	attr  byte // 't'ag, 'l'ower, 'd'ep or 's'pace
	op    byte // 'i'n, 'n'ot in or 'r'egexp
	in    map[string]bool
	re    *regexp.Regexp
	space bool
}

func newAttributeRuler(specs []ruleSpec, tags []string) (*attributeRuler, error) {
	r := &attributeRuler{byTag: make([][]int32, len(tags)), byLower: map[string][]int32{}, byDep: map[string][]int32{}}
	byTag := map[string][]int32{}
	for i, spec := range specs {
		ru := rule{index: spec.Index}
		for attr, value := range spec.Attrs {
			switch attr {
			case "TAG":
				ru.tag = &value
			case "POS":
				ru.pos = &value
			case "MORPH":
				ru.morph = &value
			case "LEMMA":
				ru.lemma = &value
			case "DEP":
				ru.dep = &value
			default:
				return nil, fmt.Errorf("attribute rule %d sets the unknown attribute %q", i, attr)
			}
		}
		r.rules = append(r.rules, ru)
		for _, toks := range spec.Patterns {
			p := rulePattern{rule: int32(i)}
			for _, tests := range toks {
				var ts []tokenTest
				for _, t := range tests {
					test, err := newTokenTest(t)
					if err != nil {
						return nil, fmt.Errorf("attribute rule %d: %w", i, err)
					}
					ts = append(ts, test)
				}
				p.tokens = append(p.tokens, ts)
			}
			if len(p.tokens) == 0 || spec.Index < 0 || spec.Index >= len(p.tokens) || spec.Index > 1 {
				return nil, fmt.Errorf("attribute rule %d: index %d lies outside its pattern", i, spec.Index)
			}
			r.index(p, byTag)
		}
	}
	for i, tag := range tags {
		r.byTag[i] = byTag[tag]
	}
	return r, nil
}

func newTokenTest(spec testSpec) (tokenTest, error) {
	t := tokenTest{in: map[string]bool{}}
	switch spec.attr {
	case "TAG", "LOWER", "DEP":
		t.attr = spec.attr[0] + 'a' - 'A'
	case "IS_SPACE":
		t.attr = 's'
		t.space = len(spec.values) == 1 && spec.values[0] == "True"
	default:
		return t, fmt.Errorf("unknown attribute %q", spec.attr)
	}
	for _, v := range spec.values {
		t.in[v] = true
	}
	switch spec.op {
	case "IN":
		t.op = 'i'
	case "NOT_IN":
		t.op = 'n'
	case "REGEX":
		t.op = 'r'
		if len(spec.values) != 1 {
			return t, fmt.Errorf("%d expressions where one is meant", len(spec.values))
		}
		re, err := regexp.Compile(spec.values[0])
		if err != nil {
			return t, fmt.Errorf("compiling an attribute rule: %w", err)
		}
		t.re = re
	default:
		return t, fmt.Errorf("unknown operator %q", spec.op)
	}
	return t, nil
}

// index files a pattern under the most telling test of its first token.
func (r *attributeRuler) index(p rulePattern, byTag map[string][]int32) {
	at := int32(len(r.pats))
	r.pats = append(r.pats, p)
	for _, k := range []struct {
		attr byte
		to   map[string][]int32
	}{{'l', r.byLower}, {'t', byTag}, {'d', r.byDep}} {
		for _, t := range p.tokens[0] {
			if t.attr == k.attr && t.op == 'i' {
				for v := range t.in {
					k.to[v] = append(k.to[v], at)
				}
				return
			}
		}
	}
	for _, t := range p.tokens[0] {
		if t.attr == 'l' && t.op == 'r' {
			r.byExpr = append(r.byExpr, at)
			return
		}
	}
	r.rest = append(r.rest, at)
}

// startingWith returns the patterns that demand a word of this lower-case form
// as their first.
func (r *attributeRuler) startingWith(lower string) []int32 {
	list := r.byLower[lower]
	for _, at := range r.byExpr {
		for _, t := range r.pats[at].tokens[0] {
			if t.attr == 'l' && t.re != nil && t.re.MatchString(lower) {
				list = append(list[:len(list):len(list)], at)
			}
		}
	}
	return list
}

// run sets POS, Morph, Lemma, Tag and Dep of the tokens out, whose Tag and
// Dep are set; tags are the tagger's classes.
func (r *attributeRuler) run(out []Token, toks []token, tags []uint8) {
	var here, next []int32 // the rules to be applied to this token and the next
	for i := range out {
		for _, list := range [...][]int32{r.byTag[tags[i]], toks[i].lex.rules, r.byDep[out[i].Dep], r.rest} {
			for _, at := range list {
				switch p := &r.pats[at]; {
				case !p.matches(out, toks, i):
				case r.rules[p.rule].index == 0:
					here = append(here, p.rule)
				default:
					next = append(next, p.rule)
				}
			}
		}
		// Nothing behind this token looks at it any more, so that its rules
		// can be applied now.
		slices.Sort(here)
		t := &out[i]
		for _, n := range here {
			ru := &r.rules[n]
			set(&t.Tag, ru.tag)
			set(&t.POS, ru.pos)
			set(&t.Morph, ru.morph)
			set(&t.Lemma, ru.lemma)
			set(&t.Dep, ru.dep)
		}
		here, next = next, here[:0]
	}
}

func set(to, value *string) {
	if value != nil {
		*to = *value
	}
}

// matches reports whether the pattern fits the tokens from i on.
func (p *rulePattern) matches(out []Token, toks []token, i int) bool {
	if i+len(p.tokens) > len(out) {
		return false
	}
	for j, tests := range p.tokens {
		for k := range tests {
			if !tests[k].holds(&out[i+j], toks[i+j].lex) {
				return false
			}
		}
	}
	return true
}

func (t *tokenTest) holds(tok *Token, x *lexeme) bool {
	var v string
	switch t.attr {
	case 's':
		return x.space == t.space
	case 't':
		v = tok.Tag
	case 'l':
		v = x.lower
	case 'd':
		v = tok.Dep
	}
	switch t.op {
	case 'i':
		return t.in[v]
	case 'n':
		return !t.in[v]
	}
	return t.re.MatchString(v)
}
