package gold

import (
	"strings"

	"entente/schema"
)

// Counts are the sums that the scores are made of.
type Counts struct {
	Gold, Hit, Full         int // required events, found, found with place, date and mode
	Judged, Right           int // extracted events between gold entities, right ones
	Standing, StandingHit   int
	Forbidden, Transgressed int
}

// Add adds d to c.
func (c *Counts) Add(d Counts) {
	c.Gold += d.Gold
	c.Hit += d.Hit
	c.Full += d.Full
	c.Judged += d.Judged
	c.Right += d.Right
	c.Standing += d.Standing
	c.StandingHit += d.StandingHit
	c.Forbidden += d.Forbidden
	c.Transgressed += d.Transgressed
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Precision is the share of judged events that are right.
func (c Counts) Precision() float64 { return ratio(c.Right, c.Judged) }

// Recall is the share of required events that were found.
func (c Counts) Recall() float64 { return ratio(c.Hit, c.Gold) }

// FullRecall is the share of required events found with place, date and mode.
func (c Counts) FullRecall() float64 { return ratio(c.Full, c.Gold) }

// StandingRecall is the share of required standing relations found.
func (c Counts) StandingRecall() float64 { return ratio(c.StandingHit, c.Standing) }

// F1 is the harmonic mean of precision and recall.
func (c Counts) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Judgement is the comparison of one article's statements with its gold
// facts.
type Judgement struct {
	Counts
	// Found holds for each gold event the index of the extracted event that
	// was matched with it, -1 when missed or optional.
	Found []int
	// Right says for each extracted event whether it is right; meaningful
	// only where Judged.
	Right, Judged []bool
	// MissedStanding and Broken are indices of gold standing relations not
	// found and of forbidden facts stated.
	MissedStanding, Broken []int
}

// Score compares statements with the gold facts as the judging script does:
// an event is found when its parties are the gold parties and its code is
// among the gold codes or its relation starts with the gold verb.
func Score(a *Article, r *schema.Result) Judgement {
	j := Judgement{Found: make([]int, len(a.Events)), Right: make([]bool, len(r.Events)), Judged: make([]bool, len(r.Events))}
	for i := range r.Events {
		e := &r.Events[i]
		if len(a.Names(e.Subject.Name)) == 0 || len(a.Names(e.Object.Name)) == 0 {
			continue
		}
		j.Judged[i] = true
		j.Counts.Judged++
		for k := range a.Events {
			if a.Parties(&a.Events[k], e.Subject.Name, e.Object.Name) && a.Events[k].TypeOK(string(e.Code), e.Relation) {
				j.Right[i] = true
				break
			}
		}
		if j.Right[i] {
			j.Counts.Right++
		}
	}
	used := map[int]bool{}
	for k := range a.Events {
		g := &a.Events[k]
		j.Found[k] = -1
		if g.Optional {
			continue
		}
		j.Gold++
		best, bestFull := -1, false
		for i := range r.Events {
			e := &r.Events[i]
			if !j.Judged[i] || used[i] || !a.Parties(g, e.Subject.Name, e.Object.Name) || !g.TypeOK(string(e.Code), e.Relation) {
				continue
			}
			if full := a.FullOK(g, e); best < 0 || full && !bestFull {
				best, bestFull = i, full
			}
		}
		if best >= 0 {
			j.Found[k] = best
			used[best] = true
			j.Hit++
			if bestFull {
				j.Full++
			}
		}
	}
	j.scoreStanding(a, r)
	j.scoreForbidden(a, r)
	return j
}

// Parties reports whether two names are the gold parties of g.
func (a *Article) Parties(g *Event, subject, object string) bool {
	s, o := a.Names(subject), a.Names(object)
	gs, ob := append([]string{g.Subject}, g.AlsoSubjects...), append([]string{g.Object}, g.AlsoObjects...)
	return meet(s, gs) && meet(o, ob) || g.Symmetric && meet(o, gs) && meet(s, ob)
}

func meet(a, b []string) bool {
	for _, x := range a {
		if contains(b, x) {
			return true
		}
	}
	return false
}

// TypeOK reports whether a code or relation is right for g.
func (g *Event) TypeOK(code, relation string) bool {
	return contains(g.Codes, code) || Verb(relation) == Verb(g.Relation)
}

// Verb is the first word of a relation.
func Verb(relation string) string {
	if f := strings.Fields(Norm(relation)); len(f) > 0 {
		return f[0]
	}
	return ""
}

// FullOK reports whether place, date and mode of e are those of g.
func (a *Article) FullOK(g *Event, e *schema.Event) bool {
	return a.PlaceOK(g, e) && a.DateOK(g, e) && string(e.Mode) == g.Mode
}

// PlaceOK reports whether e has the place of g, or g has none.
func (a *Article) PlaceOK(g *Event, e *schema.Event) bool {
	if g.Place == "" {
		return true
	}
	if e.Place == nil {
		return false
	}
	names := a.Names(e.Place.Name)
	return contains(names, g.Place) || len(names) == 0 && e.Place.Name == g.Place
}

// DateOK reports whether e has the date of g, or g has none.
func (a *Article) DateOK(g *Event, e *schema.Event) bool {
	if g.Date == "" {
		return true
	}
	return e.Time != nil && (e.Time.Start == g.Date || len(g.Date) < 10 && strings.HasPrefix(e.Time.Start, g.Date))
}

func (j *Judgement) scoreStanding(a *Article, r *schema.Result) {
	for k, g := range a.Standing {
		if g.Optional {
			continue
		}
		j.Counts.Standing++
		goals := append([]string{g.Object}, g.AlsoObjects...)
		if g.Of != "" {
			goals = append(goals, g.Of+" "+g.Object, g.Object+" of "+g.Of)
		}
		found := false
		for i := range r.Standings {
			if a.standingOK(g, goals, &r.Standings[i]) {
				found = true
				break
			}
		}
		if found {
			j.StandingHit++
		} else {
			j.MissedStanding = append(j.MissedStanding, k)
		}
	}
}

func (a *Article) standingOK(g Standing, goals []string, s *schema.Standing) bool {
	if g.Of != "" && s.Of != nil && s.Of.Name != "" && !contains(a.Names(s.Of.Name), g.Of) {
		return false
	}
	if s.Subject.Name != g.Subject && !contains(a.Names(s.Subject.Name), g.Subject) || Norm(s.Relation) != Norm(g.Relation) {
		return false
	}
	ids := a.Names(s.Object.Name)
	for _, w := range goals {
		if Norm(s.Object.Name) == Norm(w) {
			return true
		}
		want := a.Names(w)
		if len(want) == 0 {
			want = []string{w}
		}
		if meet(ids, want) {
			return true
		}
	}
	return false
}

func (j *Judgement) scoreForbidden(a *Article, r *schema.Result) {
	stated := func(f Forbidden, subject, relation, object string) bool {
		s, o := append(a.Names(subject), subject), append(a.Names(object), object)
		return contains(s, f.Subject) && (f.Object == "" || contains(o, f.Object)) && Verb(f.Relation) == Verb(relation)
	}
	for k, f := range a.Forbidden {
		j.Counts.Forbidden++
		broken := false
		for i := range r.Events {
			e := &r.Events[i]
			broken = broken || e.Mode == schema.Actual && stated(f, e.Subject.Name, e.Relation, e.Object.Name)
		}
		for i := range r.Standings {
			s := &r.Standings[i]
			broken = broken || stated(f, s.Subject.Name, s.Relation, s.Object.Name)
		}
		if broken {
			j.Transgressed++
			j.Broken = append(j.Broken, k)
		}
	}
}
