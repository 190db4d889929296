package graph

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"entente/schema"
)

// PathOptions say which connections Path looks for.
type PathOptions struct {
	// Filter narrows the facts that may be steps down. Without modes only
	// events that happened are.
	Filter
	// MaxLength is the greatest number of steps; 0 means 4, and more than 6
	// is refused.
	MaxLength int
	// Alternatives is how many connections are wanted; 0 means 3.
	Alternatives int
	// InOrder wants events that follow one another in time from the first
	// party to the second; standing relations fit anywhere.
	InOrder bool
}

// Connection is a chain of facts from one entity to another.
type Connection struct {
	Steps []Step `json:"steps"`
	// Cost ranks connections, the least first: a step costs 1, more when the
	// fact is unsure or old, and passing through a party costs more the more
	// others it has to do with.
	Cost float64 `json:"cost"`
}

// Step is one fact of a connection; From and To are in the direction of the
// connection, which need not be that of the fact.
type Step struct {
	From schema.Ref `json:"from"`
	To   schema.Ref `json:"to"`
	Fact *Fact      `json:"fact"`
}

// maxSteps bounds the length of a connection: beyond it everybody is
// connected with everybody. maxVisited bounds the entries that one search
// looks at, so that a search between two hubs comes to an end in time.
const (
	maxSteps   = 6
	maxVisited = 200_000
)

// Path finds the best connections of two entities through events and standing
// relations, best first; none when there is none up to the length.
func (g *Graph) Path(ctx context.Context, a, b string, opts PathOptions) ([]Connection, error) {
	var out []Connection
	err := g.look(ctx, func(v *view) error {
		var err error
		out, err = v.path(a, b, opts)
		return err
	})
	return out, err
}

// path finds the connections of two entities, by name or identifier.
func (v *view) path(a, b string, opts PathOptions) ([]Connection, error) {
	opts.MaxLength = min(cmp.Or(opts.MaxLength, 4), maxSteps)
	opts.Alternatives = cmp.Or(opts.Alternatives, 3)
	ca, err := v.find(a)
	if err != nil {
		return nil, err
	}
	cb, err := v.find(b)
	if err != nil {
		return nil, err
	}
	if ca.id == cb.id {
		return nil, nil
	}
	w, err := v.want(opts.Filter)
	if err != nil {
		return nil, err
	}
	if err := v.findSingles(); err != nil {
		return nil, err
	}
	s := search{view: v, opts: opts, want: w, now: v.latest()}
	return s.connect(ca.id, cb.id)
}

// latest is the year of the latest event, by which the age of others is
// measured, so that an answer follows from the graph alone.
func (v *view) latest() int {
	year := 0
	_ = v.entries(tabDate, [][]string{{}}, "", func(e entry, _ string) error {
		y, _, _ := strings.Cut(e.Start, "-")
		year, _ = strconv.Atoi(y)
		return errStop
	})
	return year
}

// connections turns the best candidates into chains of facts.
func (s *search) connections(a string) ([]Connection, error) {
	slices.SortStableFunc(s.found, func(x, y candidate) int { return cmp.Compare(x.cost, y.cost) })
	var out []Connection
	seen := map[string]bool{}
	for _, c := range s.found {
		if len(out) >= s.opts.Alternatives {
			break
		}
		var labels []*label
		for l := c.front; l.from != nil; l = l.from {
			labels = append(labels, l)
		}
		slices.Reverse(labels)
		ids := []string{a}
		for _, l := range labels {
			ids = append(ids, l.id)
		}
		for l := c.back; l.from != nil; l = l.from {
			labels = append(labels, l)
			ids = append(ids, l.from.id)
		}
		chain := strings.Join(ids, sep)
		if seen[chain] {
			continue
		}
		seen[chain] = true
		conn, err := s.connection(ids, labels)
		if err != nil {
			return nil, err
		}
		if conn != nil {
			conn.Cost = math.Round(c.cost*1e3) / 1e3
			out = append(out, *conn)
		}
	}
	return out, nil
}

func (s *search) connection(ids []string, labels []*label) (*Connection, error) {
	conn := new(Connection)
	for i, l := range labels {
		from, err := s.ref(ids[i])
		if err != nil {
			return nil, err
		}
		to, err := s.ref(ids[i+1])
		if err != nil {
			return nil, err
		}
		e := readEntry(l.key, l.value)
		parts := splitKey(l.key) // actor, other, date, statement, article
		same, err := s.sameFact(&e, parts[2]+sep+parts[3])
		if err != nil {
			return nil, err
		}
		f, err := s.fact(same, s.want)
		if err != nil || f == nil {
			return nil, err // the filter refuses it for its articles
		}
		conn.Steps = append(conn.Steps, Step{From: from, To: to, Fact: f})
	}
	return conn, nil
}
