package nlp

import (
	"slices"
	"strings"
)

// lemmatizer finds the base form of a word from its part of speech and
// features, by suffix rules checked against word lists, and exceptions.
type lemmatizer struct {
	chars  *chars
	tables map[string]lemmaTable // by part of speech
	cache  *cache[string]
}

type lemmaTable struct {
	rules      [][2]string
	exceptions map[string][]string
	index      []string // sorted
}

func newLemmatizer(c *chars, specs map[string]lemmaSpec) *lemmatizer {
	l := &lemmatizer{chars: c, tables: map[string]lemmaTable{}, cache: newCache[string](maxCachedLemmas)}
	for pos, spec := range specs {
		t := lemmaTable{rules: spec.Rules, exceptions: spec.Exceptions}
		if spec.Index != "" {
			t.index = strings.Split(spec.Index, " ")
		}
		l.tables[strings.ToUpper(pos)] = t
	}
	return l
}

// lemma returns the base form of the word x with the given part of speech and
// features.
func (l *lemmatizer) lemma(x *lexeme, pos, morph string) string {
	if pos == "" || pos == "EOL" || pos == "SPACE" || isBaseForm(pos, morph) {
		return x.lower
	}
	t, ok := l.tables[pos]
	if !ok {
		if pos == "PROPN" {
			return x.text
		}
		return x.lower
	}
	key := pos + " " + x.text
	if lemma, ok := l.cache.get(key); ok {
		return lemma
	}
	lemma := l.apply(&t, x)
	if len(key) <= maxCachedBytes {
		l.cache.put(key, lemma)
	}
	return lemma
}

func (l *lemmatizer) apply(t *lemmaTable, x *lexeme) string {
	var forms, unknown []string // forms: listed ones first, the latest foremost
	for _, r := range t.rules {
		stem, ok := strings.CutSuffix(x.lower, r[0])
		if !ok {
			continue
		}
		form := stem + r[1]
		if form == "" {
			continue
		}
		if _, listed := slices.BinarySearch(t.index, form); listed {
			forms = slices.Insert(forms, 0, form)
		} else if !l.chars.all(form, isLetter) {
			forms = append(forms, form)
		} else {
			unknown = append(unknown, form)
		}
	}
	for _, form := range t.exceptions[x.lower] {
		if !slices.Contains(forms, form) {
			forms = slices.Insert(forms, 0, form)
		}
	}
	switch {
	case len(forms) > 0:
		return forms[0]
	case len(unknown) > 0:
		return unknown[0]
	}
	return x.text
}

// isBaseForm reports whether the features say that the word is uninflected.
func isBaseForm(pos, morph string) bool {
	var number, verbForm, tense, degree string
	for f := range strings.SplitSeq(morph, "|") {
		k, v, _ := strings.Cut(f, "=")
		switch k {
		case "Number":
			number = v
		case "VerbForm":
			verbForm = v
		case "Tense":
			tense = v
		case "Degree":
			degree = v
		}
	}
	switch {
	case pos == "NOUN" && number == "Sing":
		return true
	case pos == "VERB" && verbForm == "Fin" && tense == "Pres" && number == "":
		return true
	}
	return verbForm == "Inf" || verbForm == "None" || degree == "Pos"
}
