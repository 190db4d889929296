package question

import (
	"cmp"
	"slices"
	"strings"

	"entente/schema"
)

// memberOf are nouns that ask for another standing relation than an office.
var memberOf = map[string]string{"capital": "capital of", "member": "member of", "members": "member of", "part": "part of", "party": "party to",
	"citizen": "citizen of", "citizens": "citizen of", "parties": "party to"}

// holding is the relation of those who hold an office.
var holding = Act{Relations: []string{"position"}}

// office answers who holds an office: from standing relations of the state or
// body, those that held on the day asked for first.
func (j *judge) office() ([]Answer, error) {
	q := j.q
	var ids []string
	for i := range q.Parties {
		ids = append(ids, q.Parties[i].IDs...)
	}
	var sts []Statement
	var err error
	if len(ids) > 0 {
		sts, err = j.src.About(j.ctx, ids, holding)
	} else {
		sts, err = j.src.Acts(j.ctx, holding)
	}
	if err != nil {
		return nil, err
	}
	var g gathered
	for i := range sts {
		st := &sts[i]
		if rel := memberOf[q.Post]; rel != "" && st.Standing && st.Relation == rel {
			for k := range q.Parties {
				if slices.Contains(q.Parties[k].IDs, st.Object.ID) {
					g.add(st.Subject.ID, Answer{Name: st.Subject.Name, ID: st.Subject.ID, Type: st.Subject.Type}, st, 0.5+0.5*st.Confidence)
				}
			}
			continue
		}
		if !st.Standing || st.Relation != "position" {
			continue
		}
		score := officeFit(q.Post, st.Object.Name) * (0.5 + 0.5*st.Confidence)
		if score == 0 {
			continue
		}
		for k := range q.Parties {
			p := &q.Parties[k]
			v, err := j.is(p, st.Of)
			if err != nil {
				return nil, err
			}
			if v == 0 && says(p, &Statement{Reports: []Report{{Sentence: st.Object.Name}}}) {
				v = 0.9 // "European Commission President"
			}
			if v == 0 && st.Of == nil {
				v = 0.2
			}
			score *= v
		}
		if !q.Time.IsZero() && st.Time != nil {
			if !q.Time.Overlaps(*st.Time) {
				score *= 0.1
			}
		}
		if score > 0 {
			g.add(st.Subject.ID, Answer{Name: st.Subject.Name, ID: st.Subject.ID, Type: st.Subject.Type}, st, score)
		}
	}
	// Without a date, who held it last according to the articles comes first.
	for i := range g.list {
		a := &g.list[i]
		latest := ""
		for _, st := range a.Statements {
			for _, r := range st.Reports {
				latest = max(latest, r.Date)
			}
			if strings.Contains(strings.ToLower(st.Object.Name), "former") || st.Time != nil && st.Time.End != "" && q.Time.IsZero() {
				a.Score *= 0.6
			}
		}
	}
	out := g.sorted()
	slices.SortStableFunc(out, func(a, b Answer) int {
		if a.Score < 0.8*b.Score || b.Score < 0.8*a.Score {
			return cmp.Compare(b.Score, a.Score)
		}
		return strings.Compare(j.nearest(&b), j.nearest(&a))
	})
	return out, nil
}

// nearest is the day of the article by which an office holder is known: the
// latest, or with a date asked for, a mark that sorts those around it first.
func (j *judge) nearest(a *Answer) string {
	best := ""
	for _, st := range a.Statements {
		for _, r := range st.Reports {
			d := r.Date
			if !j.q.Time.IsZero() && d != "" && !j.q.Time.Overlaps(schema.Interval{Start: d, End: d}) {
				d = "0" + d // behind those of the time asked for
			}
			best = max(best, d)
		}
	}
	return best
}

// officeFit compares an office asked for with one held: the share of words.
func officeFit(want, have string) float64 {
	w, h := officeWords(want), officeWords(have)
	n := 0
	for _, x := range w {
		if slices.Contains(h, x) {
			n++
		}
	}
	if n == 0 || n < len(w) && !slices.Contains(h, w[len(w)-1]) && len(w) > 1 {
		return 0
	}
	f := float64(n) / float64(max(len(w), 1))
	if n < len(w) {
		f *= 0.5
	}
	return f * (0.7 + 0.3*float64(n)/float64(len(h)))
}

var officeSame = map[string]string{"premier": "prime minister", "monarch": "king", "external": "foreign", "affairs": "", "ministers": "minister", "the": "",
	"of": "", "for": "", "and": "", "a": "", "an": "", "current": "", "present": "", "then": "", "defence": "defense", "chairman": "chair", "chairwoman": "chair",
	"head": "chief", "leader": "leader"}

func officeWords(s string) []string {
	var out []string
	for _, w := range lowerWords(strings.ReplaceAll(s, "-", " ")) {
		if r, ok := officeSame[w]; ok {
			w = r
		}
		out = append(out, strings.Fields(w)...)
	}
	return out
}

// position answers what office somebody holds.
func (j *judge) position() ([]Answer, error) {
	var ids []string
	for i := range j.q.Parties {
		ids = append(ids, j.q.Parties[i].IDs...)
	}
	sts, err := j.src.About(j.ctx, ids, holding)
	if err != nil {
		return nil, err
	}
	var g gathered
	for i := range sts {
		st := &sts[i]
		if !st.Standing || !slices.Contains(ids, st.Subject.ID) || st.Relation != "position" {
			continue
		}
		name := st.Object.Name
		if st.Of != nil && st.Of.Name != "" {
			name += " of " + st.Of.Name
		}
		g.add(strings.ToLower(name), Answer{Name: name, ID: st.Object.ID}, st, st.Confidence)
	}
	return g.sorted(), nil
}

// connected answers through whom two parties are connected.
func (j *judge) connected() ([]Answer, error) {
	q := j.q
	if len(q.Parties) < 2 {
		return nil, nil
	}
	a, b := &q.Parties[0], &q.Parties[1]
	links, err := j.src.Path(j.ctx, a.IDs, b.IDs)
	if err != nil {
		return nil, err
	}
	var g gathered
	for n, l := range links {
		score := 1 / float64(n+2)
		for i := range l.Steps {
			st := &l.Steps[i]
			if f := j.timeFit(st); f < score {
				score *= f
			}
			if st.Standing { // to be of the same state is a loose connection
				score *= 0.6
			}
			if q.Both && st.Code != schema.Consult {
				score *= 0.3
			}
		}
		if len(l.Through) == 0 {
			continue // directly; the middle is asked for
		}
		score /= float64(len(l.Through)) // each of several connects less by itself
		for k := range l.Through {
			ref := l.Through[k]
			kind, err := j.kindFit(&ref)
			if err != nil {
				return nil, err
			}
			for i := range l.Steps {
				g.add(ref.ID, Answer{Name: ref.Name, ID: ref.ID, Type: ref.Type}, &l.Steps[i], score*kind)
			}
		}
	}
	return g.sorted(), nil
}
