package question

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"entente/schema"
)

// Answer is one answer with the statements it rests on, the best first. Name
// is the name of an entity, a date ("2022-01", two dates with a slash between
// for a span), a number, a content, or yes, no or unknown.
type Answer struct {
	Name       string
	ID         string
	Type       schema.EntityType
	Score      float64
	Statements []Statement

	refutes bool // the act is stated not to have happened
}

// Bars are the least scores from which answers are given, by kind; below, the
// source does not know.
type Bars map[Kind]float64

// DefaultBars were set by the share of wrong answers on articles with known
// answers.
func DefaultBars() Bars {
	return Bars{Who: 0.2, Where: 0.1, When: 0.1, Whether: 0.14, Count: 0.25, Content: 0.1, What: 0.05, Connected: 0.01, Office: 0.2, Position: 0.2, unnamed: 0.3, refuted: 0.03}
}

// unnamed are questions that name no party and no place.
const unnamed Kind = "unnamed"

// refuted are answers that rest on a statement that something did not happen.
// Articles say that of little, so that where one does, and names the party, it
// is seldom of another act.
const refuted Kind = "refuted"

// oneArticle reports whether two answers rest on a common article.
func oneArticle(a, b *Answer) bool {
	for _, x := range a.Statements {
		for _, y := range b.Statements {
			for _, r := range x.Reports {
				for _, s := range y.Reports {
					if r.Article == s.Article {
						return true
					}
				}
			}
		}
	}
	return false
}

// Answer answers a question from a source, best answers first; none when the
// source does not know.
func (r *Reader) Answer(ctx context.Context, src Source, q *Question, bars Bars) ([]Answer, error) {
	j := newJudge(ctx, r, src, q)
	var out []Answer
	var err error
	switch q.Kind {
	case Connected:
		return j.connected()
	case Office:
		out, err = j.office()
	case Position:
		out, err = j.position()
	default:
		var fits []fit
		if fits, err = j.candidates(); err != nil {
			return nil, err
		}
		out, err = j.pick(fits)
	}
	if err != nil {
		return nil, err
	}
	bar := bars[q.Kind]
	if len(q.Parties) == 0 && q.Place == nil && q.For == nil && (q.Kind == Who || q.Kind == Where || q.Kind == When || q.Kind == Whether) {
		bar = max(bar, bars[unnamed])
		if len(out) > 1 && q.Number < 2 && !oneArticle(&out[0], &out[1]) && out[1].Score > 0.8*out[0].Score {
			return nil, nil // the question fits several acts equally well
		}
	}
	if len(out) > 0 && (q.Kind == Who || q.Kind == Where || q.Kind == When) {
		bar = max(bar, leastShare*out[0].Score)
	}
	out = slices.DeleteFunc(out, func(a Answer) bool {
		if a.refutes {
			return a.Score < min(bar, bars[refuted])
		}
		return a.Score < bar
	})
	return out, nil
}

func newJudge(ctx context.Context, r *Reader, src Source, q *Question) *judge {
	return &judge{ctx: ctx, r: r, src: src, q: q, states: map[string][]string{}, groups: map[string]*group{}, told: map[string]bool{},
		names: map[string][]schema.Ref{}}
}

// candidates rates what the source has on the question's names, or, where it
// names none, on its act.
func (j *judge) candidates() ([]fit, error) {
	q := j.q
	ids, err := j.ids()
	if err != nil {
		return nil, err
	}
	var sts []Statement
	if len(ids) > 0 {
		sts, err = j.src.About(j.ctx, ids, q.does())
	}
	if err == nil && (len(ids) == 0 || q.onlyUnsure()) {
		var more []Statement
		more, err = j.src.Acts(j.ctx, q.does())
		sts = append(sts, more...)
	}
	if err != nil {
		return nil, err
	}
	j.group(sts)
	if q.Both && q.Kind == Who {
		return j.each(sts)
	}
	fits, err := j.rated(sts)
	if err != nil {
		return fits, err
	}
	more, err := j.reread(sts)
	fits = append(fits, more...)
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	return fits, err
}

// ids are the entities whose statements may answer: those that the question
// names, and where it names a state those that act for it.
func (j *judge) ids() ([]string, error) {
	q := j.q
	var ids []string
	ps := slices.Clone(q.Parties)
	if q.For != nil {
		ps = append(ps, *q.For)
	}
	if q.Nationality != nil && len(ps) == 0 {
		ps = append(ps, *q.Nationality)
	}
	for i := range ps {
		ids = append(ids, ps[i].IDs...)
	}
	if q.Place != nil {
		ids = append(ids, q.Place.IDs...)
	}
	const most = 25
	for i := range ps {
		for _, id := range ps[i].IDs[:min(1, len(ps[i].IDs))] {
			reps, err := j.src.Representatives(j.ctx, id)
			if err != nil {
				return nil, err
			}
			for _, r := range reps[:min(most, len(reps))] {
				ids = append(ids, r.ID)
			}
		}
	}
	return ids, nil
}

// each rates the statements for each subject of the question by itself and
// keeps what answers for all of them: "Whom did both A and B meet?"
func (j *judge) each(sts []Statement) ([]fit, error) {
	all := j.q.Parties
	defer func() { j.q.Parties = all }()
	role := Subject
	if j.q.Role == Subject {
		role = Object
	}
	subjects := j.q.with(role)
	if len(subjects) < 2 {
		return j.rated(sts)
	}
	score := map[string]float64{}
	count := map[string]int{}
	var kept []fit
	for _, s := range subjects {
		j.q.Parties = []Party{s}
		for _, p := range all {
			if p.Role != role {
				j.q.Parties = append(j.q.Parties, p)
			}
		}
		fits, err := j.rated(sts)
		if err != nil {
			return nil, err
		}
		seen := map[string]bool{}
		for _, f := range fits {
			for _, a := range f.answers {
				if !seen[a.ID] {
					seen[a.ID] = true
					if count[a.ID]++; count[a.ID] == 1 || f.score < score[a.ID] {
						score[a.ID] = f.score
					}
					kept = append(kept, f)
				}
			}
		}
	}
	kept = slices.DeleteFunc(kept, func(f fit) bool {
		return !slices.ContainsFunc(f.answers, func(a schema.Ref) bool { return count[a.ID] == len(subjects) })
	})
	for i := range kept {
		kept[i].score = score[kept[i].answers[0].ID]
	}
	slices.SortStableFunc(kept, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	return kept, nil
}

// rated rates statements, the best first.
func (j *judge) rated(sts []Statement) ([]fit, error) {
	fits := make([]fit, 0, len(sts))
	for i := range sts {
		if sts[i].Standing {
			continue
		}
		f, err := j.rate(&sts[i])
		if err != nil {
			return nil, err
		}
		if f.score > 0 {
			fits = append(fits, f)
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	return fits, nil
}

// onlyUnsure reports whether all the question's names play open parts, so that
// statements that do not have them as parties may answer as well.
func (q *Question) onlyUnsure() bool {
	return !slices.ContainsFunc(q.Parties, func(p Party) bool { return p.Role <= Object && len(p.IDs) > 0 })
}

// does is the act by which statements are looked for.
func (q *Question) does() Act { return Act{q.relations(), q.codes()} }

func (q *Question) relations() []string {
	var out []string
	for _, v := range append([]string{q.Act}, q.Verbs...) {
		if v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func (q *Question) codes() []schema.Code {
	var out []schema.Code
	for _, c := range q.classes {
		for _, code := range classCodes[c] {
			if !slices.Contains(out, code) {
				out = append(out, code)
			}
		}
	}
	return out
}

// pick takes the answers from the rated statements.
func (j *judge) pick(fits []fit) ([]Answer, error) {
	switch j.q.Kind {
	case Who:
		return j.who(fits), nil
	case Where:
		return j.where(fits), nil
	case When:
		return j.when(fits), nil
	case Whether:
		return j.whether(fits), nil
	case Count:
		return j.count(fits), nil
	case Content:
		return j.content(fits), nil
	}
	return j.what(fits), nil
}

// gathered are answers by their key, in order of appearance.
type gathered struct {
	byKey map[string]int
	list  []Answer
	// fits are the scores of each answer's statements.
	fits [][]float64
}

// leastSupport is the share of its best statement's score from which on a
// further statement is evidence for an answer: what only shares a party with
// the question does not belong there.
const leastSupport = 0.6

// leastShare is the share of the best answer's score below which further
// answers are not given.
const leastShare = 0.35

// maxSupport bounds the statements that raise an answer's score: in a large
// graph those who are often written of would win by number.
const maxSupport = 4

func (g *gathered) add(key string, a Answer, st *Statement, score float64) {
	if g.byKey == nil {
		g.byKey = map[string]int{}
	}
	i, ok := g.byKey[key]
	if !ok {
		i = len(g.list)
		g.byKey[key] = i
		g.list, g.fits = append(g.list, a), append(g.fits, nil)
	}
	x := &g.list[i]
	// Further statements for the same answer support it, but less each.
	if len(x.Statements) == 0 {
		x.Score = score
	} else if n := len(x.Statements); n < maxSupport && score >= leastSupport*g.fits[i][0] {
		x.Score += (1 - x.Score) * score * 0.15
	}
	if k := slices.IndexFunc(x.Statements, func(s Statement) bool { return s.Index == st.Index }); k >= 0 {
		if score > g.fits[i][k] {
			x.Statements[k], g.fits[i][k] = *st, score
		}
		return
	}
	x.Statements, g.fits[i] = append(x.Statements, *st), append(g.fits[i], score)
}

// sorted returns the answers, best first, each with what supports it, best
// first.
func (g *gathered) sorted() []Answer {
	for i := range g.list {
		g.list[i].Statements = supporting(g.list[i].Statements, g.fits[i])
	}
	g.fits = nil
	slices.SortStableFunc(g.list, func(a, b Answer) int { return cmp.Compare(b.Score, a.Score) })
	return g.list
}

// supporting keeps the statements whose scores come near the best, best first.
func supporting(sts []Statement, scores []float64) []Statement {
	order := make([]int, 0, len(sts))
	best := slices.Max(scores)
	for i := range sts {
		if scores[i] >= leastSupport*best {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	const most = 10
	out := make([]Statement, 0, len(order))
	for _, i := range order[:min(most, len(order))] {
		out = append(out, sts[i])
	}
	return out
}

func (j *judge) who(fits []fit) []Answer {
	var g gathered
	for _, f := range j.ordered(fits) {
		for _, ref := range f.answers {
			g.add(cmp.Or(ref.ID, ref.Name), Answer{Name: ref.Name, ID: ref.ID, Type: ref.Type}, f.st, f.score)
		}
	}
	return g.sorted()
}

// ordered puts the latest or earliest fitting statement first where the
// question asks for it.
func (j *judge) ordered(fits []fit) []fit {
	if !j.q.Latest && !j.q.Earliest || len(fits) == 0 {
		return fits
	}
	top := fits[0].score
	var near []fit
	for _, f := range fits {
		if f.score >= 0.5*top && f.st.Time != nil && (j.q.Future || j.q.Negated || f.st.Mode == schema.Actual || f.st.Mode == "") {
			near = append(near, f)
		}
	}
	slices.SortStableFunc(near, func(a, b fit) int {
		c := strings.Compare(a.st.Time.Start, b.st.Time.Start)
		if j.q.Latest {
			c = -c
		}
		return c
	})
	for i := range near { // keep their order through later sorting by score
		near[i].score = top * (1 - 0.02*float64(i))
	}
	return near
}

func (j *judge) where(fits []fit) []Answer {
	var g gathered
	for _, f := range j.ordered(fits) {
		if p := f.st.Place; p != nil {
			known := slices.ContainsFunc(j.q.Parties, func(k Party) bool { return slices.Contains(k.IDs, p.ID) })
			if known {
				continue
			}
			g.add(p.ID, Answer{Name: p.Name, ID: p.ID, Type: p.Type}, f.st, f.score)
		}
	}
	return g.sorted()
}

// inherited is what a date counts that a statement has from its context, the
// article's date at last, beside one that its sentence says.
const inherited = 0.65

func (j *judge) when(fits []fit) []Answer {
	var g gathered
	for _, f := range j.ordered(fits) {
		t := f.st.Time
		if t == nil || t.IsZero() {
			continue
		}
		// A vaguer date of the same act supports the more precise one.
		score := f.score
		if len(t.Start) < 10 {
			score *= 0.97
		}
		if t.Text == "" { // no words of the sentence say so
			score *= inherited
		}
		name := span(*t)
		g.add(name, Answer{Name: name}, f.st, score)
	}
	out := g.sorted()
	// A more precise date of the same time says more.
	for i := 1; i < len(out); i++ {
		if out[i].Score >= 0.4*out[0].Score && len(out[i].Name) > len(out[0].Name) && len(out[i].Name) <= 10 && strings.HasPrefix(out[i].Name, out[0].Name) {
			better := out[i]
			better.Score = out[0].Score
			out = append([]Answer{better}, slices.Delete(out, i, i+1)...)
			break
		}
	}
	return out
}

// span writes an interval as one date, or as two with a slash between.
func span(i schema.Interval) string {
	switch {
	case i.Start == i.End || i.End == "":
		return i.Start
	case i.Start == "":
		return i.End
	}
	return i.Start + "/" + i.End
}

func (j *judge) count(fits []fit) []Answer {
	bar := DefaultBars()[Count]
	seen := map[string]bool{}
	var a Answer
	for _, f := range fits {
		if f.score < bar || f.st.Mode != schema.Actual || f.relation < 0.7 || f.kind < 0.5 {
			continue
		}
		key := strconv.Itoa(f.st.Index)
		if len(j.q.Types) > 0 { // how many countries: those who play the part
			key = ""
			for _, ref := range f.answers {
				key = ref.ID
			}
		}
		if key == "" || seen[key] {
			continue
		}
		seen[key] = true
		a.Score = max(a.Score, f.score)
		a.Statements = append(a.Statements, *f.st)
	}
	if len(seen) == 0 {
		return nil
	}
	a.Name = strconv.Itoa(len(seen))
	return []Answer{a}
}

func (j *judge) content(fits []fit) []Answer {
	var g gathered
	for _, f := range j.ordered(fits) {
		for _, r := range f.st.Reports {
			if r.Content != "" {
				g.add(strings.ToLower(r.Content), Answer{Name: brief(r.Content)}, f.st, f.score)
				break
			}
		}
	}
	return g.sorted()
}

// brief leaves out the articles of a content, as headlines do.
func brief(content string) string {
	words := strings.Fields(content)
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "the" || w == "a" || w == "an" }), " ")
}

// what tells what happened: one answer for each fitting act.
func (j *judge) what(fits []fit) []Answer {
	var out []Answer
	for _, f := range fits {
		if f.parties < 0.3 {
			continue
		}
		out = append(out, Answer{Name: f.st.Subject.Name + " " + f.st.Relation + " " + f.st.Object.Name, Score: f.score, Statements: []Statement{*f.st}})
	}
	return out
}
