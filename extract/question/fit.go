package question

import (
	"context"
	"math"
	"slices"
	"strings"

	"entente/schema"
)

// fit is how well a statement fits a question, factor by factor.
type fit struct {
	st       *Statement
	relation float64 // the act is the same
	inner    bool    // the complement of the question's act is
	parties  float64 // the known parties play their parts
	time     float64
	place    float64
	words    float64 // share of the question's other words in the sentences
	mode     float64
	kind     float64 // the answer is of the kind asked for
	answers  []schema.Ref
	score    float64
}

// judge compares statements with one question. It keeps what it looked up.
type judge struct {
	ctx    context.Context
	r      *Reader
	src    Source
	q      *Question
	states map[string][]string
	groups map[string]*group // by sentence and verb
	told   map[string]bool   // articles and entities that have a part in them
	names  map[string][]schema.Ref
}

// group holds the parties of the statements that are one act told in one
// sentence: "A and B mediated between C and D" is four statements.
type group struct {
	subjects, objects []schema.Ref
}

// keysOf are the keys of a statement's groups.
func keysOf(st *Statement) []string {
	var out []string
	verb, _ := sides(st.Relation)
	for _, r := range st.Reports {
		out = append(out, verb+"\x00"+r.Sentence)
	}
	return out
}

func (j *judge) group(sts []Statement) {
	for i := range sts {
		st := &sts[i]
		for _, r := range st.Reports {
			for _, ref := range []*schema.Ref{&st.Subject, &st.Object, st.Place, st.Of} {
				if ref != nil {
					j.told[r.Article+"\x00"+ref.ID] = true
				}
			}
		}
		if st.Standing {
			continue
		}
		for _, k := range keysOf(st) {
			g := j.groups[k]
			if g == nil {
				g = &group{}
				j.groups[k] = g
			}
			g.subjects = append(g.subjects, st.Subject)
			g.objects = append(g.objects, st.Object)
		}
	}
}

// nearby reports whether an article that makes the statement tells of the
// party elsewhere, so that a pronoun may stand for it here ("to freeze it").
func (j *judge) nearby(p *Party, reports []Report) bool {
	return slices.ContainsFunc(reports, func(r Report) bool {
		return slices.ContainsFunc(p.IDs, func(id string) bool { return j.told[r.Article+"\x00"+id] })
	})
}

// elsewhere is the weight of a party of a clause or phrase under the act that
// only another sentence of the article names.
const elsewhere = 0.35

// together reports whether a party has a part in another statement of the
// same act.
func (j *judge) together(p *Party, st *Statement) bool {
	for _, k := range keysOf(st) {
		g := j.groups[k]
		if g == nil {
			continue
		}
		for _, list := range [][]schema.Ref{g.subjects, g.objects} {
			if slices.ContainsFunc(list, func(r schema.Ref) bool {
				return slices.Contains(p.IDs, r.ID) && r.ID != st.Subject.ID && r.ID != st.Object.ID
			}) {
				return true
			}
		}
	}
	return false
}

func (j *judge) statesOf(id string) ([]string, error) {
	if s, ok := j.states[id]; ok {
		return s, nil
	}
	s, err := j.src.States(j.ctx, id)
	if err != nil {
		return nil, err
	}
	// The secretary of a state's council acts for the state too.
	for _, body := range slices.Clone(s) {
		more, err := j.src.States(j.ctx, body)
		if err != nil {
			return nil, err
		}
		for _, m := range more {
			if m != id && !slices.Contains(s, m) {
				s = append(s, m)
			}
		}
	}
	j.states[id] = s
	return s, nil
}

// is says how well a named party of the question is an entity: 1 for the
// same, less when one acts for the other.
func (j *judge) is(p *Party, ref *schema.Ref) (float64, error) {
	if ref == nil || ref.ID == "" && ref.Name == "" {
		return 0, nil
	}
	if slices.Contains(p.IDs, ref.ID) {
		return 1, nil
	}
	if p.Post != "" {
		held, err := j.holds(ref, p.Post)
		if held {
			return 0.7, err
		}
		return 0, err
	}
	if len(p.IDs) == 0 {
		if strings.EqualFold(p.Name, ref.Name) {
			return 1, nil
		}
		return 0, nil
	}
	if p.Type == schema.Country && ref.Type == schema.Country {
		return 0, nil // no state acts for another
	}
	acting := 0.6
	if p.Adjective {
		acting = 0.85
	}
	their, err := j.statesOf(ref.ID)
	if err != nil {
		return 0, err
	}
	for _, s := range their {
		if slices.Contains(p.IDs, s) {
			return acting, nil
		}
	}
	for _, id := range p.IDs[:1] {
		mine, err := j.statesOf(id)
		if err != nil {
			return 0, err
		}
		if slices.Contains(mine, ref.ID) {
			return 0.6, nil
		}
	}
	return 0, nil
}

// says reports whether a name of the question stands in a sentence of the
// statement.
func says(p *Party, st *Statement) bool {
	name := strings.ToLower(p.Text)
	full := strings.ToLower(p.Name)
	last := full
	if i := strings.LastIndexByte(full, ' '); i >= 0 && p.Type == schema.Person {
		last = full[i+1:]
	}
	return slices.ContainsFunc(st.Reports, func(r Report) bool {
		s := strings.ToLower(r.Sentence)
		return strings.Contains(s, name) || strings.Contains(s, full) || strings.Contains(s, last)
	})
}

// seat is a place in a statement that a party of the question may take.
type seat uint8

const (
	subjectSeat seat = iota
	objectSeat
	placeSeat
	bySeat
	alsoSeat // in another statement of the same act
	textSeat
	noSeat
)

// seatWeights say how likely a party with a role sits in each seat.
var seatWeights = map[Role][noSeat + 1]float64{
	Subject: {1, 0.3, 0.1, 0.3, 0.9, 0.25, 0.06},
	Object:  {0.3, 1, 0.5, 0.05, 0.9, 0.45, 0.06},
	Oblique: {0.4, 0.95, 0.9, 0.2, 0.93, 0.7, 0.15},
	Inner:   {0.75, 0.95, 0.6, 0.4, 0.9, 0.85, 0.15},
}

// reciprocal reports whether acts of the code usually have no direction.
func reciprocal(st *Statement) bool {
	return st.Symmetric || st.Code == schema.Consult || st.Code == schema.Agree || st.Code == schema.Cooperate
}

// parties seats the known parties and returns the best product of weights,
// with the seats that were taken.
func (j *judge) seating(st *Statement, need seat, inner bool) (best float64, taken [noSeat]bool, err error) {
	q := j.q
	known := q.Parties
	n := len(known)
	if n > 6 {
		n = 6
	}
	// How well each party is what sits in each seat.
	var fits [6][noSeat + 1]float64
	subjects := 0
	for i := 0; i < n; i++ {
		p := &known[i]
		if p.Role == Subject {
			subjects++
		}
		refs := [...]*schema.Ref{&st.Subject, &st.Object, st.Place}
		for k, ref := range refs {
			if fits[i][k], err = j.is(p, ref); err != nil {
				return 0, taken, err
			}
		}
		for _, r := range st.Reports {
			if r.By != nil {
				v, err := j.is(p, r.By)
				if err != nil {
					return 0, taken, err
				}
				fits[i][bySeat] = max(fits[i][bySeat], v)
			}
		}
		if j.together(p, st) {
			fits[i][alsoSeat] = 1
		}
		if says(p, st) {
			fits[i][textSeat] = 1
		}
		if p.Prep == "" && p.Role != Inner || p.Prep == "with" {
			fits[i][placeSeat] = 0
		}
		fits[i][noSeat] = 1
	}
	both := reciprocal(st)
	var seats [6]seat
	var try func(i int, product float64, used [noSeat]bool)
	try = func(i int, product float64, used [noSeat]bool) {
		if product <= best {
			return
		}
		if i == n {
			best, taken = product, used
			return
		}
		p := &known[i]
		for s := subjectSeat; s <= noSeat; s++ {
			f := fits[i][s]
			if f == 0 || s < alsoSeat && used[s] && !(j.shares(p, known, seats[:i], s)) {
				continue
			}
			if s < placeSeat && s == need {
				continue // that is what is asked for
			}
			role := p.Role
			if inner { // which part it plays in the complement is open
				role = Inner
			}
			w := seatWeights[role][s]
			if s == noSeat && role >= Oblique && w < elsewhere && j.nearby(p, st.Reports) {
				w = elsewhere
			}
			if s == noSeat && p.Adjective && role == Inner { // whose demand it was may go without saying
				w = 0.5
			}
			switch {
			case both && s < placeSeat && p.Role <= Oblique:
				w = 1
				if s == subjectSeat && p.Role != Subject || s == objectSeat && p.Role == Subject {
					w = 0.97
				}
			case subjects > 1 && p.Role == Subject && s == objectSeat && !j.hasObject():
				w = 0.85
			}
			u := used
			if s < alsoSeat {
				u[s] = true
			}
			seats[i] = s
			try(i+1, product*f*w, u)
		}
	}
	try(0, 1, [noSeat]bool{})
	return best, taken, nil
}

// shares reports whether a party may sit where another of the same role sits
// already: "Biden and Putin" need not, but the parts of one side may.
func (j *judge) shares(p *Party, known []Party, seats []seat, s seat) bool {
	for i, t := range seats {
		if t == s && known[i].Role == p.Role && known[i].Adjective != p.Adjective {
			return true
		}
	}
	return false
}

func (j *judge) hasObject() bool {
	return j.q.Role == Object && j.q.Kind == Who || slices.ContainsFunc(j.q.Parties, func(p Party) bool { return p.Role == Object || p.Role == Oblique })
}

// rate fits a statement to the question and takes the answers from it.
func (j *judge) rate(st *Statement) (fit, error) {
	q := j.q
	f := fit{st: j.telling(st), kind: 1}
	f.relation, f.inner = j.r.sense.relation(q, st)
	if !j.saysStrangers(st) {
		return f, nil
	}
	var err error
	if q.Kind == Who || q.Kind == Count && len(q.Types) > 0 {
		err = j.rateParty(&f)
	} else {
		f.parties, _, err = j.seating(st, noSeat, f.inner)
	}
	if err != nil {
		return f, err
	}
	if q.For != nil && !says(q.For, st) && !j.nearby(q.For, st.Reports) {
		f.parties *= 0.3 // nothing near says that anybody acted for them
	}
	f.time = j.timeFit(st)
	if f.place, err = j.placeFit(st); err != nil {
		return f, err
	}
	f.words = j.wordFit(st)
	f.mode = j.modeFit(st)
	if len(q.Parties) == 0 && q.Place == nil && q.For == nil {
		// Only its words tell which act is meant.
		f.parties = f.words
	}
	f.score = f.parties * f.time * f.place * f.mode * f.kind * (0.35 + 0.65*f.words) * (0.1 + 0.9*f.relation) * (0.4 + 0.6*st.Confidence)
	return f, nil
}

// telling puts the report that has the question's verb first among those of a
// statement that has several.
func (j *judge) telling(st *Statement) *Statement {
	if len(st.Reports) < 2 || len(j.q.Verbs) == 0 {
		return st
	}
	i := slices.IndexFunc(st.Reports, func(r Report) bool { return saysWord(j.q.Verbs[0], &Statement{Reports: []Report{r}}) })
	if i <= 0 {
		return st
	}
	own := *st
	own.Reports = slices.Insert(slices.Delete(slices.Clone(st.Reports), i, i+1), 0, st.Reports[i])
	return &own
}

// saysStrangers reports whether the statement's sentences have the names of the
// question that the source does not know: without them a statement is about
// somebody else.
func (j *judge) saysStrangers(st *Statement) bool {
	for i := range j.q.Parties {
		if p := &j.q.Parties[i]; p.Role <= Object && len(p.IDs) == 0 && p.Post == "" && !says(p, st) {
			return false
		}
	}
	return true
}

// rateParty seats the known parties so that the asked one has a seat.
func (j *judge) rateParty(f *fit) error {
	q, st := j.q, f.st
	type option struct {
		need seat
		w    float64
		ref  schema.Ref
	}
	var options []option
	weights := seatWeights[q.Role]
	both := reciprocal(st)
	for s, ref := range []schema.Ref{st.Subject, st.Object} {
		w := weights[s]
		if both && q.Role <= Oblique {
			w = 1
		}
		if seat(s) == objectSeat && q.Role == Object && possessed(st.Relation, q.Nouns) {
			w *= 0.75
		}
		options = append(options, option{seat(s), w, ref})
	}
	best := 0.0
	for _, o := range options {
		known := false
		for i := range q.Parties {
			if slices.Contains(q.Parties[i].IDs, o.ref.ID) {
				known = true
			}
		}
		if known || q.Place != nil && slices.Contains(q.Place.IDs, o.ref.ID) {
			continue
		}
		k, err := j.kindFit(&o.ref)
		if err != nil {
			return err
		}
		s, _, err := j.seating(st, o.need, f.inner)
		if err != nil {
			return err
		}
		if v := s * o.w * k; v > best {
			best, f.parties, f.kind = v, s*o.w, k
			f.answers = []schema.Ref{o.ref}
		}
	}
	return nil
}

// possessed reports whether a relation's object only has or sends what is acted
// on ("order out ambassador of"), other than by the nouns of the question.
func possessed(relation string, nouns []string) bool {
	_, rest := sides(relation)
	n := len(rest)
	return n > 1 && rest[n-1] == "of" && !smallWords[rest[n-2]] && !slices.Contains(nouns, rest[n-2])
}

// notFor is what remains of an answer that is not known to have acted for the
// party that the question names.
const notFor = 0.07

// kindFit says whether an entity is what the question asks for.
func (j *judge) kindFit(ref *schema.Ref) (float64, error) {
	q := j.q
	k := 1.0
	if len(q.Types) > 0 && !slices.Contains(q.Types, ref.Type) {
		k = 0.12
		if ref.Type == "" || ref.Type == schema.Other {
			k = 0.5
		}
		if ref.Type == schema.Person && slices.Contains(q.Types, schema.Country) {
			if s, err := j.stateRef(ref.ID); err != nil {
				return 0, err
			} else if s != nil { // what a minister did, the country did
				*ref, k = *s, 0.85
			}
		}
	}
	if q.Unsorted && !strings.Contains(strings.ToLower(ref.Name), q.Noun) {
		k *= 0.35
	}
	if q.For != nil {
		of, err := j.statesOf(ref.ID)
		if err != nil {
			return 0, err
		}
		switch {
		case len(of) == 0 && ref.Type == schema.Person: // whom they act for is not told
			k *= 0.3
		case !slices.ContainsFunc(of, func(id string) bool { return slices.Contains(q.For.IDs, id) }):
			k *= notFor
		}
		if q.Types == nil && ref.Type == schema.Country || slices.Contains(q.For.IDs, ref.ID) {
			k *= notFor // people act for states, not states for each other or themselves
		}
	}
	if ref.Type == schema.Person && q.Role == Subject && q.For == nil {
		own, err := j.ownSide(ref)
		if err != nil {
			return 0, err
		}
		if own {
			k *= 0.6
		}
	}
	if q.Post != "" {
		held, err := j.holds(ref, q.Post)
		if err != nil {
			return 0, err
		}
		if !held {
			k *= 0.6
		}
	}
	if q.Nationality != nil && len(q.Nationality.IDs) > 0 {
		v, err := j.is(&Party{IDs: q.Nationality.IDs, Adjective: true}, ref)
		if err != nil {
			return 0, err
		}
		if v == 0 {
			k *= 0.5
		}
	}
	if q.Kind == Who && q.Types == nil && q.Noun == "" && ref.Type == schema.Place {
		k *= 0.3
	}
	if q.Kind == Who && q.Types == nil && (ref.Type == schema.Agreement || ref.Type == schema.Conflict || ref.Type == schema.Other) && q.Noun == "" {
		k *= 0.5
	}
	return k, nil
}

// ownSide reports whether a person acts for a state that the question says was
// acted on: who accuses or visits a country is seldom its own minister.
func (j *judge) ownSide(ref *schema.Ref) (bool, error) {
	for i := range j.q.Parties {
		p := &j.q.Parties[i]
		if p.Type != schema.Country || p.Adjective || p.Role == Subject {
			continue
		}
		of, err := j.statesOf(ref.ID)
		if err != nil {
			return false, err
		}
		if slices.ContainsFunc(of, func(id string) bool { return slices.Contains(p.IDs, id) }) {
			return true, nil
		}
	}
	return false, nil
}

// stateRef is the state that an entity acts for, nil if none is known.
func (j *judge) stateRef(id string) (*schema.Ref, error) {
	ids, err := j.statesOf(id)
	if err != nil {
		return nil, err
	}
	for _, s := range ids {
		refs, err := j.src.Resolve(j.ctx, s)
		if err != nil {
			return nil, err
		}
		if len(refs) > 0 && refs[0].Type == schema.Country {
			return &refs[0], nil
		}
	}
	return nil, nil
}

// holds reports whether an entity holds an office of that name.
func (j *judge) holds(ref *schema.Ref, post string) (bool, error) {
	sts, err := j.src.About(j.ctx, []string{ref.ID}, holding)
	if err != nil {
		return false, err
	}
	words := strings.Fields(post)
	for i := range words {
		words[i] = singular(words[i])
	}
	head := words[len(words)-1]
	if i := slices.Index(words, "of"); i > 0 {
		head = words[i-1]
	}
	for i := range sts {
		if s := &sts[i]; s.Standing && s.Subject.ID == ref.ID && s.Relation == "position" &&
			slices.Contains(strings.Fields(strings.ToLower(s.Object.Name)), head) {
			return true, nil
		}
	}
	return false, nil
}

func (j *judge) placeFit(st *Statement) (float64, error) {
	p := j.q.Place
	if p == nil {
		return 1, nil
	}
	if st.Place != nil {
		for _, id := range p.IDs {
			in, err := j.src.Within(j.ctx, st.Place.ID, id)
			if err != nil || in {
				return 1, err
			}
		}
	}
	for _, ref := range []*schema.Ref{&st.Subject, &st.Object} { // "in the Security Council"
		if slices.Contains(p.IDs, ref.ID) {
			return 0.8, nil
		}
	}
	switch said := says(p, st); {
	case said && st.Place == nil:
		return 0.85, nil
	case said:
		return 0.6, nil
	case st.Place == nil && len(p.IDs) > 0:
		return 0.3, nil
	}
	return 0.1, nil
}

// wordFit is the share of the question's other words, weighed by how much
// they say, that the statement's sentences have, outright or nearly.
func (j *judge) wordFit(st *Statement) float64 {
	words := j.q.Words
	if len(words)+len(j.q.Nouns)+len(j.q.Inner) == 0 {
		return 1
	}
	var have []string
	for _, r := range st.Reports {
		have = append(have, lowerWords(r.Sentence)...)
		have = append(have, lowerWords(r.Content)...)
	}
	have = append(have, lowerWords(strings.Join(st.Relations, " "))...)
	found, all := 0.0, 0.0
	for i, list := range [][]string{words, j.q.Nouns, j.q.Inner} {
		for _, w := range list {
			weight := 1.0
			if i == 2 {
				weight = 0.5
			}
			if len(w) <= 3 {
				weight = 0.7
			}
			all += weight
			best := 0.0
			for _, h := range have {
				if sameWord(w, h) || singular(h) == w || sameVerb(w, h) {
					best = 1
					break
				}
			}
			if best == 0 {
				v := j.r.sense.table.Vector(w)
				for _, h := range have {
					if len(h) > 3 {
						best = max(best, 0.8*similar(j.cosine(v, h)))
					}
				}
			}
			found += weight * best
		}
	}
	return found / all
}

func (j *judge) cosine(v []float32, word string) float64 {
	u, ok := j.r.vector(word)
	if !ok || v == nil {
		return 0
	}
	dot, a, b := 0.0, 0.0, 0.0
	for i := range v {
		dot += float64(v[i]) * float64(u[i])
		a += float64(v[i]) * float64(v[i])
		b += float64(u[i]) * float64(u[i])
	}
	if a == 0 || b == 0 {
		return 0
	}
	return dot / math.Sqrt(a*b)
}

// vector is the vector of a word.
func (r *Reader) vector(word string) ([]float32, bool) {
	v := r.sense.table.Vector(word)
	return v, v != nil
}

func lowerWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && r != '’' && r != '“' && r != '”' && r != '—' && r != '–')
	})
}

// modeFit says whether the status of the statement suits the question.
func (j *judge) modeFit(st *Statement) float64 {
	if st.Standing || st.Mode == "" {
		return 1
	}
	q := j.q
	switch {
	case q.Kind == Whether:
		return 1
	case q.Negated:
		if st.Mode == schema.Denied {
			return 1
		}
		return 0.03
	case st.Mode == schema.Actual:
		if q.Future {
			return 0.8
		}
		return 1
	case st.Mode == schema.Denied:
		return 0.2
	case q.Future:
		return 1
	}
	// The complement of "offer to mediate", "demand that X withdraw" is not
	// actual, nor need it be.
	if len(q.Verbs) > 1 {
		return 0.85
	}
	return 0.4
}
