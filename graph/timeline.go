package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entente/schema"
)

// Grain is the length of the periods of a timeline.
type Grain string

// The grains.
const (
	ByDay   Grain = "day"
	ByMonth Grain = "month"
	ByYear  Grain = "year"
)

func (g Grain) cut(date string) string {
	n := map[Grain]int{ByDay: 10, ByMonth: 7, ByYear: 4}[g]
	return date[:min(n, len(date))]
}

// Timeline is what happened, by period.
type Timeline struct {
	// Entities are those asked for; without any the timeline is the graph's.
	Entities []schema.Ref `json:"entities,omitempty"`
	Grain    Grain        `json:"grain"`
	// Periods are the latest first; one whose Period is "" holds what is
	// undated. A period is shorter than the grain when no more is known.
	Periods []Period `json:"periods"`
	Next    string   `json:"next,omitempty"`
}

// Period is a part of a timeline.
type Period struct {
	Period string  `json:"period"` // "2022", "2022-01", "2022-01-21", or ""
	Facts  []*Fact `json:"facts"`
}

// Timeline lists events by period, the latest first: of the whole graph, of
// one entity, or of several with each other.
func (g *Graph) Timeline(ctx context.Context, namesOf []string, grain Grain, f Filter, page Page) (*Timeline, error) {
	if grain == "" {
		grain = ByMonth
	}
	if grain != ByDay && grain != ByMonth && grain != ByYear {
		return nil, fmt.Errorf("%w: a timeline goes by day, month or year, not by %q", ErrInvalid, grain)
	}
	out := &Timeline{Grain: grain, Periods: []Period{}}
	err := g.look(ctx, func(v *view) error {
		clusters, refs, err := v.findAll(namesOf)
		if err != nil {
			return err
		}
		out.Entities = refs
		w, err := v.want(f)
		if err != nil {
			return err
		}
		if len(w.Kinds) == 0 {
			w.Kinds = []Kind{EventKind}
		}
		table, first := timelineTable(clusters)
		facts, next, err := v.list(table, first, w, page)
		if err != nil {
			return err
		}
		out.Next = next
		for _, f := range facts {
			p := grain.cut(when(f))
			if n := len(out.Periods); n == 0 || out.Periods[n-1].Period != p {
				out.Periods = append(out.Periods, Period{Period: p})
			}
			last := &out.Periods[len(out.Periods)-1]
			last.Facts = append(last.Facts, f)
		}
		return nil
	})
	return out, err
}

func (v *view) findAll(names []string) ([]*cluster, []schema.Ref, error) {
	var clusters []*cluster
	var refs []schema.Ref
	for _, n := range names {
		c, err := v.find(n)
		if err != nil {
			return nil, nil, err
		}
		r, err := v.ref(c.id)
		if err != nil {
			return nil, nil, err
		}
		if !slices.Contains(clusters, c) {
			clusters = append(clusters, c)
			refs = append(refs, r)
		}
	}
	return clusters, refs, nil
}

// timelineTable chooses where the entries of a timeline stand.
func timelineTable(clusters []*cluster) (table byte, first [][]string) {
	switch len(clusters) {
	case 0:
		return tabDate, [][]string{{}}
	case 1:
		return tabActor, firsts(clusters[0])
	}
	for i, a := range clusters {
		for _, b := range clusters[i+1:] {
			first = append(first, pairsOf(a, b)...)
		}
	}
	return tabPair, first
}

// Chart is cooperation and conflict over time.
type Chart struct {
	Entities []schema.Ref `json:"entities,omitempty"`
	Grain    Grain        `json:"grain"`
	Points   []Point      `json:"points"` // the earliest first, without gaps
}

// Point is one period of a chart.
type Point struct {
	Period string `json:"period"`
	// Cooperation and Conflict are the sums of the events' weights, both
	// positive; see Weight.
	Cooperation float64 `json:"cooperation"`
	Conflict    float64 `json:"conflict"`
	// The number of events in each quad class.
	VerbalCooperation   int `json:"verbal_cooperation"`
	MaterialCooperation int `json:"material_cooperation"`
	VerbalConflict      int `json:"verbal_conflict"`
	MaterialConflict    int `json:"material_conflict"`
}

// Weight is how cooperative (above zero) or hostile (below zero) an event of
// a code is, from -10 to 10. The values are those of Goldstein's scale ("A
// Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict
// Resolution 36, 1992) in its version for the root codes of CAMEO, each PLOVER
// code taking that of the CAMEO root that it came from: REQUEST the mean of
// "appeal" (3) and "demand" (-5), ACCUSE that of "disapprove" and
// "investigate" (both -2), ASSAULT the mean of "assault" (-9), "fight" and
// "mass violence" (-10). CRIME has no forerunner and takes that of COERCE.
func Weight(c schema.Code) float64 {
	switch c {
	case schema.Agree:
		return 4
	case schema.Consult:
		return 1
	case schema.Support:
		return 3.5
	case schema.Cooperate:
		return 6
	case schema.Aid:
		return 7
	case schema.Yield:
		return 5
	case schema.Request:
		return -1
	case schema.Accuse:
		return -2
	case schema.Reject:
		return -4
	case schema.Threaten:
		return -6
	case schema.Protest:
		return -6.5
	case schema.Sanction:
		return -4
	case schema.Mobilize:
		return -7.2
	case schema.Coerce, schema.Crime:
		return -7
	case schema.Assault:
		return -9.7
	}
	return 0
}

// Chart sums up the dated, coded events of the whole graph, of one entity or
// of several with each other, by period. What several articles report counts
// once. Without modes in the filter only what happened counts.
func (g *Graph) Chart(ctx context.Context, namesOf []string, grain Grain, f Filter) (*Chart, error) {
	if grain == "" {
		grain = ByMonth
	}
	if len(f.Modes) == 0 {
		f.Modes = []schema.Mode{schema.Actual}
	}
	f.Kinds = []Kind{EventKind}
	out := &Chart{Grain: grain, Points: []Point{}}
	err := g.look(ctx, func(v *view) error {
		clusters, refs, err := v.findAll(namesOf)
		if err != nil {
			return err
		}
		out.Entities = refs
		w, err := v.want(f)
		if err != nil {
			return err
		}
		table, first := timelineTable(clusters)
		points := map[string]*Point{}
		done := map[*sameFact]bool{}
		seen := map[string]bool{}
		err = v.entries(table, first, "", func(e entry, pos string) error {
			if err := v.ctx.Err(); err != nil {
				return err
			}
			period := grain.cut(e.Start)
			if seen[e.ID] || e.Code == "" || len(period) < len(grain.cut("0000-00-00")) {
				return nil
			}
			seen[e.ID] = true
			if ok, err := v.passes(w, &e); err != nil || !ok {
				return err
			}
			if len(clusters) > 1 || w.Source != "" || w.AsOf != "" || w.MinConfidence > 0 {
				s, err := v.sameFact(&e, pos)
				if err != nil || done[s] {
					return err
				}
				done[s] = true
				if w.Source != "" || w.AsOf != "" || w.MinConfidence > 0 {
					fact, err := v.fact(s, w)
					if err != nil || fact == nil {
						return err
					}
				}
			}
			if points[period] == nil {
				points[period] = &Point{Period: period}
			}
			points[period].add(schema.Code(e.Code))
			return nil
		})
		if err != nil {
			return err
		}
		out.Points = fill(points, grain)
		return nil
	})
	return out, err
}

func (p *Point) add(c schema.Code) {
	if w := Weight(c); w > 0 {
		p.Cooperation += w
	} else {
		p.Conflict -= w
	}
	switch c.Quad() {
	case schema.VerbalCooperation:
		p.VerbalCooperation++
	case schema.MaterialCooperation:
		p.MaterialCooperation++
	case schema.VerbalConflict:
		p.VerbalConflict++
	case schema.MaterialConflict:
		p.MaterialConflict++
	}
}

// maxPoints bounds the periods without events that are filled in.
const maxPoints = 2400 // two hundred years of months

// fill puts points in order, with empty ones for the periods in between.
func fill(points map[string]*Point, grain Grain) []Point {
	var periods []string
	for p := range points {
		periods = append(periods, p)
	}
	slices.Sort(periods)
	out := []Point{}
	for i, p := range periods {
		if i > 0 && grain != ByDay {
			for q := following(periods[i-1], grain); strings.Compare(q, p) < 0 && len(out) < maxPoints; q = following(q, grain) {
				out = append(out, Point{Period: q})
			}
		}
		out = append(out, *points[p])
	}
	return out
}

// following is the month or year after a period.
func following(p string, grain Grain) string {
	var year, month int
	if grain == ByYear {
		_, _ = fmt.Sscanf(p, "%d", &year)
		return fmt.Sprintf("%04d", year+1)
	}
	_, _ = fmt.Sscanf(p, "%d-%d", &year, &month)
	if month++; month > 12 {
		year, month = year+1, 1
	}
	return fmt.Sprintf("%04d-%02d", year, month)
}
