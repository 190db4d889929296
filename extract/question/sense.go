package question

import (
	"slices"
	"strings"

	"entente/extract/vectors"
	"entente/schema"
)

// sense says how near acts and words are in meaning.
type sense struct {
	table *vectors.Table
	// classes lists the classes of acts that a verb or phrase belongs to
	// ("n:" before nouns).
	classes map[string][]string
}

// newSense reads the lexicon of acts: lines of class, part of speech and
// entries, separated by tabs.
func newSense(table *vectors.Table, lexicon string) *sense {
	s := &sense{table: table, classes: map[string][]string{}}
	for line := range strings.Lines(lexicon) {
		col := strings.Split(strings.TrimSpace(line), "\t")
		if len(col) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, e := range strings.Fields(col[2]) {
			e = strings.NewReplacer("_", " ", "+", " ").Replace(e)
			if col[1] == "n" {
				e = "n:" + e
			}
			s.classes[e] = append(s.classes[e], col[0])
		}
	}
	return s
}

// classesOf lists the classes of an act: of its phrase, its verb and object.
func (s *sense) classesOf(act string, verbs, nouns []string) []string {
	var out []string
	add := func(k string) {
		for _, c := range s.classes[k] {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	add(act)
	if words := strings.Fields(act); len(words) > 1 && verbParticles[words[1]] && len(nouns) == 0 {
		add(words[0] + " " + words[1])
		return out // "call in" has nothing to do with "call"
	}
	for _, v := range verbs {
		for _, n := range nouns {
			add(v + " " + n)
		}
	}
	if len(out) == 0 {
		for _, v := range verbs {
			add(v)
		}
	}
	for _, n := range nouns {
		add("n:" + n)
	}
	return out
}

// lightVerbs leave the meaning to their object.
var lightVerbs = map[string]bool{"hold": true, "have": true, "make": true, "take": true, "give": true, "pay": true, "do": true, "get": true, "put": true,
	"reach": true, "conclude": true, "impose": true, "launch": true, "lodge": true, "issue": true, "place": true, "strike": true, "establish": true,
	"maintain": true, "conduct": true, "undertake": true, "be": true}

// sides splits a relation phrase into its verb and the other content words.
func sides(relation string) (verb string, rest []string) {
	f := strings.Fields(strings.ToLower(relation))
	if len(f) == 0 {
		return "", nil
	}
	return f[0], f[1:]
}

var smallWords = map[string]bool{"on": true, "with": true, "to": true, "of": true, "for": true, "in": true, "from": true, "at": true, "by": true, "into": true,
	"against": true, "about": true, "over": true, "off": true, "out": true, "up": true, "down": true, "the": true, "a": true, "as": true, "between": true,
	"away": true, "back": true, "under": true, "through": true, "upon": true}

// relation says how well a statement's act is the question's, 0 to 1.
func (s *sense) relation(q *Question, st *Statement) (best float64, inner bool) {
	if s.averted(q, st.Relation) {
		return 0.05, false
	}
	for _, rel := range st.Relations {
		if v, in := s.phrases(q, rel, st.Code); v > best {
			best, inner = v, in
		}
	}
	if best < 0.5 && len(q.Verbs) > 0 && !lightVerbs[q.Verbs[0]] && saysWord(q.Verbs[0], st) {
		word := 0.5
		if codes := q.codes(); st.Code != schema.NoCode && len(codes) > 0 && !slices.Contains(codes, st.Code) {
			word = 0.35 // the word is of another act of the sentence
		}
		best = max(best, word)
	}
	if best < 0.6 && st.Code != schema.NoCode && q.classes != nil {
		for _, c := range q.classes {
			v := 0.55
			if narrow[c] {
				v = 0.4
			}
			if slices.Contains(classCodes[c], st.Code) && v > best {
				best, inner = v, false
			}
		}
	}
	return best, inner
}

// saysWord reports whether a word stands in the statement's sentences.
func saysWord(w string, st *Statement) bool {
	return slices.ContainsFunc(st.Reports, func(r Report) bool {
		return slices.ContainsFunc(lowerWords(r.Sentence), func(h string) bool { return sameWord(w, h) || sameVerb(w, h) })
	})
}

// sameVerb reports whether a word is a regular form of a verb.
func sameVerb(lemma, form string) bool {
	if len(lemma) < 3 || !strings.HasPrefix(form, lemma[:len(lemma)-1]) {
		return false
	}
	switch strings.TrimPrefix(form, strings.TrimSuffix(lemma, "e")) {
	case "s", "es", "ed", "ing", "d", "e":
		return true
	}
	double := lemma + lemma[len(lemma)-1:]
	return form == double+"ed" || form == double+"ing"
}

// phrases compares the question's act with one relation phrase of a statement
// with a code; inner says
// that it is the complement of the question's verb that fits.
func (s *sense) phrases(q *Question, rel string, code schema.Code) (best float64, inner bool) {
	if len(q.Verbs) == 0 && len(q.Nouns) == 0 {
		return 0.5, false
	}
	verb, rest := sides(rel)
	var content, small []string
	for _, w := range rest {
		if smallWords[w] {
			small = append(small, w)
		} else {
			content = append(content, w)
		}
	}
	if strings.EqualFold(rel, q.Act) {
		return 1, false
	}
	better := func(v float64, in bool) {
		if v > best {
			best, inner = v, in
		}
	}
	for i, v := range q.Verbs {
		weight := 1.0
		if i > 0 {
			weight = 0.85
		}
		switch {
		case sameWord(v, verb):
			r := 1.0
			// "call on" is not "call in", nor "hold talks" "hold hostage".
			if i == 0 && !agree(q.particles, small) {
				r = 0.6
			}
			if lightVerbs[verb] && len(content) > 0 && !shared(content, q.Nouns) && !shared(content, q.Words) {
				r = 0.35
				for _, c := range content {
					for _, n := range q.Nouns {
						r = max(r, 0.9*similar(s.table.Similarity(c, n)))
					}
				}
			}
			better(r*weight, i > 0)
		case shared([]string{v}, content): // "hold talk" for "talk"
			better(0.9*weight, i > 0)
		}
	}
	for _, n := range q.Nouns {
		if shared([]string{n}, content) || sameWord(n, verb) {
			if len(q.Verbs) > 0 && lightVerbs[q.Verbs[0]] {
				better(0.95, false)
			} else {
				// "accept mediation": "mediate" is what was accepted
				better(0.75, !shared([]string{n}, content))
			}
		}
	}
	if best >= 0.8 {
		return best, inner
	}
	// An act of another code is of another kind, however near its words are:
	// missiles attack, and so do speakers.
	kin := 1.0
	if codes := q.codes(); code != schema.NoCode && len(codes) > 0 && !slices.Contains(codes, code) || apart(q.Verbs, verb, content) {
		kin = 0.6
	}
	// Other words for it: the same class of acts, or near in meaning.
	for _, c := range s.classesOf(rel, []string{verb}, content) {
		if slices.Contains(q.classes, c) {
			if strings.ToUpper(c) == c {
				better(0.6*kin, false)
			} else {
				better(0.75*kin, false)
			}
		}
	}
	mine := q.Verbs
	if len(q.Verbs) > 0 && lightVerbs[q.Verbs[0]] && len(q.Nouns) > 0 {
		mine = append(slices.Clone(q.Verbs[1:]), q.Nouns...)
	}
	yours := append([]string{verb}, content...)
	if lightVerbs[verb] && len(content) > 0 {
		yours = content
	}
	for i, a := range mine {
		for _, c := range yours {
			better(0.85*kin*similar(s.table.Similarity(a, c)), i > 0 && len(q.Nouns) == 0)
		}
	}
	return best, inner
}

// meeting are verbs for coming together in person.
var meeting = map[string]bool{"visit": true, "meet": true, "host": true, "receive": true, "travel": true, "fly": true, "arrive": true, "welcome": true}

// remote are words for speaking with one another from afar.
var remote = map[string]bool{"telephone": true, "phone": true, "ring": true, "call": true, "videoconference": true, "write": true}

// apart reports whether of two acts one is in person and the other from afar.
func apart(verbs []string, verb string, content []string) bool {
	if len(verbs) == 0 {
		return false
	}
	far := remote[verb] || slices.ContainsFunc(content, func(w string) bool { return remote[w] })
	return meeting[verbs[0]] && far || remote[verbs[0]] && meeting[verb]
}

// averted reports whether a relation says that the question's act was called
// off or refused: "call off meeting" is not to meet.
func (s *sense) averted(q *Question, rel string) bool {
	verb, rest := sides(rel)
	if !averting(verb, rest) || len(q.Verbs) > 0 && (averting(q.Verbs[0], q.particles) || slices.Contains(refusing, q.Verbs[0])) || slices.Contains(q.Verbs, verb) {
		return false
	}
	return slices.ContainsFunc(rest, func(w string) bool {
		return shared([]string{w}, q.Verbs) || shared([]string{w}, q.Nouns) ||
			slices.ContainsFunc(s.classes["n:"+w], func(k string) bool { return slices.Contains(q.classes, k) })
	})
}

// averting reports whether a verb says that what its object means was not done.
func averting(verb string, particles []string) bool {
	switch verb {
	case "cancel", "postpone", "scrap", "abandon", "refuse", "decline", "shun", "boycott", "skip", "avoid", "shelve", "rule":
		return true
	case "call", "break", "put": // "call off a meeting", "break off talks"
		return slices.Contains(particles, "off")
	case "pull", "walk":
		return slices.Contains(particles, "out")
	}
	return false
}

// similar maps the cosine of two words to how well one stands for the other.
func similar(cos float64) float64 {
	switch {
	case cos >= 0.75:
		return 1
	case cos <= 0.35:
		return 0
	}
	return (cos - 0.35) / 0.4
}

func shared(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return sameWord(x, y) })
	})
}

// sameWord compares two lemmas, forgiving British and American spelling and
// derivation ("apologise", "apologize"; "mediation", "mediate").
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	if len(a) < 5 || len(b) < 5 {
		return false
	}
	x, y := stem(a), stem(b)
	return x == y || strings.TrimSuffix(a, "ion") == y && strings.HasSuffix(a, "ation") || strings.TrimSuffix(b, "ion") == x && strings.HasSuffix(b, "ation")
}

// stem takes the usual endings off a lemma.
func stem(w string) string {
	w = strings.ReplaceAll(w, "-", "")
	for _, end := range []string{"isation", "ization", "ising", "izing", "ations", "ation", "ising", "ments", "ment", "ions", "ion", "als", "al", "ing", "ise", "ize", "ies", "ed", "es", "er", "or", "e", "y", "s"} {
		if len(w)-len(end) >= 4 && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// agree reports whether the particles of two phrases go together: none
// contradicts the other.
func agree(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x != y && verbParticles[x] && verbParticles[y] {
				return false
			}
		}
	}
	return true
}

var verbParticles = map[string]bool{"on": true, "in": true, "off": true, "up": true, "out": true, "down": true, "for": true, "over": true, "back": true, "away": true}

// narrow are classes that are only a small part of their codes: that two have
// the same code says little.
var narrow = map[string]bool{"mediate": true, "apology": true, "thank": true, "condole": true, "asylum": true, "peacekeep": true, "release": true,
	"surrender": true, "truce": true, "permit": true, "sue": true, "investigate": true, "retaliate": true, "deport": true, "abduct": true, "hack": true}

// classCodes are the PLOVER codes that acts of the lexicon's classes usually
// have.
var classCodes = map[string][]schema.Code{
	"meet": {schema.Consult}, "mediate": {schema.Consult}, "praise": {schema.Support}, "thank": {schema.Support}, "apology": {schema.Support, schema.Yield},
	"condole": {schema.Support}, "endorse": {schema.Support}, "recognize": {schema.Support, schema.Yield}, "deal": {schema.Agree, schema.Cooperate},
	"cooperate": {schema.Cooperate}, "trade": {schema.Cooperate}, "aid": {schema.Aid}, "asylum": {schema.Aid}, "peacekeep": {schema.Aid},
	"release": {schema.Yield}, "ease": {schema.Yield}, "yield": {schema.Yield}, "surrender": {schema.Yield}, "withdraw": {schema.Yield},
	"truce": {schema.Agree, schema.Yield}, "permit": {schema.Yield}, "demand": {schema.Request}, "ASK": {schema.Request}, "reject": {schema.Reject},
	"REFUSE": {schema.Reject}, "accuse": {schema.Accuse}, "sue": {schema.Accuse}, "investigate": {schema.Accuse}, "threaten": {schema.Threaten},
	"THREAT": {schema.Threaten}, "retaliate": {schema.Sanction}, "protest": {schema.Protest, schema.Accuse}, "cutoff": {schema.Sanction},
	"sanction": {schema.Sanction}, "mobilize": {schema.Mobilize}, "arrest": {schema.Coerce}, "ban": {schema.Coerce, schema.Sanction},
	"deport": {schema.Sanction, schema.Coerce}, "seize": {schema.Coerce}, "attack": {schema.Assault}, "kill": {schema.Assault},
	"abduct": {schema.Coerce, schema.Assault}, "hack": {schema.Assault, schema.Crime},
}
