package graph

import (
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"fmt"
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

// search is a search from both ends. Each side walks in order of cost; where
// the sides meet there is a connection, and the search ends when nothing
// cheaper can come.
type search struct {
	*view
	opts    PathOptions
	want    *wanted
	now     int
	visited int
	sides   [2]side
	found   []candidate
}

type side struct {
	queue  labelHeap
	labels map[string]*label // what was reached, by entity
	depth  int               // how many steps this side may take
	ends   float64           // the least cost of a label that has taken them all
}

// label is one way in which a side has reached an entity.
type label struct {
	id    string
	cost  float64 // of the way here
	fee   float64 // of passing on from here, once it is known
	known bool
	steps int
	date  string // of the last dated event, for InOrder
	key   []byte // of the entry behind the last step, in tabPair
	value []byte
	from  *label
	next  *label // another way to the same entity
	dead  bool   // a cheaper way was found before this one was walked on
}

func (l *label) total() float64 { return l.cost + l.fee }

type candidate struct {
	front, back *label
	cost        float64
}

type labelHeap []*label

func (h labelHeap) Len() int { return len(h) }
func (h labelHeap) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].total(), h[j].total()), strings.Compare(h[i].id, h[j].id)) < 0
}
func (h labelHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *labelHeap) Push(x any)   { *h = append(*h, x.(*label)) }
func (h *labelHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func (s *search) connect(a, b string) ([]Connection, error) {
	for i, id := range [2]string{a, b} {
		start := &label{id: id, known: true}
		s.sides[i] = side{queue: labelHeap{start}, labels: map[string]*label{id: start},
			depth: (s.opts.MaxLength + 1 - i) / 2, ends: math.Inf(1)}
		if s.sides[i].depth == 0 {
			s.sides[i].queue, s.sides[i].ends = nil, 0
		}
	}
	for s.visited < maxVisited {
		i := s.turn()
		if i < 0 {
			break
		}
		if err := s.expand(i); err != nil {
			return nil, err
		}
	}
	return s.connections(a)
}

// turn chooses the side to go on with, -1 when the search is over: that with
// fewer entities waiting, as long as it can bring something cheaper than what
// was found.
func (s *search) turn() int {
	next := [2]float64{math.Inf(1), math.Inf(1)}
	for i := range s.sides {
		if q := s.sides[i].queue; len(q) > 0 {
			next[i] = q[0].total()
		}
	}
	worst := math.Inf(1)
	if len(s.found) >= s.opts.Alternatives {
		s.prune()
		worst = s.found[min(len(s.found), s.opts.Alternatives)-1].cost
	}
	// A connection that was not found yet leads through an entity that this
	// side has not walked on from, by one step more to one that the other side
	// either has not walked on from or may not. (Had the other side walked on
	// from it, the two would have met.)
	best := -1
	for i := range s.sides {
		least := next[i] + 1 + min(next[1-i], s.sides[1-i].ends)
		start := len(s.sides[i].queue) > 0 && s.sides[i].queue[0].steps == 0
		if math.IsInf(next[i], 1) || least >= worst && !start {
			continue
		}
		if best < 0 || len(s.sides[i].queue) < len(s.sides[best].queue) {
			best = i
		}
	}
	return best
}

// prune keeps the best candidates: as many as are wanted, and some more,
// because two may turn out to be the same.
func (s *search) prune() {
	slices.SortStableFunc(s.found, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	if n := s.opts.Alternatives * 4; len(s.found) > n {
		s.found = s.found[:n]
	}
}

// expand takes the cheapest label of a side and walks on from it.
func (s *search) expand(i int) error {
	sd := &s.sides[i]
	l := heap.Pop(&sd.queue).(*label)
	if l.dead {
		return nil
	}
	if !l.known {
		fee, err := s.hubFee(l.id)
		if err != nil {
			return err
		}
		l.fee, l.known = fee, true
		if len(sd.queue) > 0 && sd.queue[0].total() < l.total() {
			heap.Push(&sd.queue, l)
			return nil
		}
	}
	c, err := s.cluster(l.id)
	if err != nil {
		return err
	}
	for _, m := range c.members {
		if err := s.neighbours(i, l, m); err != nil {
			return err
		}
	}
	return s.ctx.Err()
}

// neighbours walks the pairs of one entity. Of the facts that connect it with
// another it takes the cheapest.
func (s *search) neighbours(i int, l *label, member string) error {
	p := prefix(tabPair, member)
	plain := s.plain()
	var last []byte
	var best *label
	flush := func() error {
		if best == nil {
			return nil
		}
		b := best
		best = nil
		b.id = string(last)
		return s.reach(i, b)
	}
	err := s.r.scan(p, "", func(k, val []byte) error {
		s.visited++
		rest := k[len(p):]
		n := bytes.IndexByte(rest, 0)
		if n < 0 {
			return fmt.Errorf("%w: a pair without its other party", ErrDamaged)
		}
		if !bytes.Equal(last, rest[:n]) {
			if err := flush(); err != nil {
				return err
			}
			last = rest[:n]
		} else if best != nil && plain {
			return nil // the latest will do
		}
		f := readFacts(val)
		if plain && len(s.hidden) == 0 {
			if f.event && string(f.mode) != string(schema.Actual) {
				return nil // what did not happen connects nobody, unless asked for
			}
		} else if ok, err := s.admits(i, l, k, val, &f); err != nil || !ok {
			return err
		}
		cost := l.total() + s.edgeCost(&f)
		if best == nil || cost < best.cost {
			best = &label{cost: cost, steps: l.steps + 1, date: l.date, key: k, value: val, from: l}
			if s.opts.InOrder && f.event && len(f.start) > 0 {
				best.date = string(f.start)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// admits applies the filter and the order to an entry.
func (s *search) admits(i int, l *label, k, val []byte, f *edgeFacts) (bool, error) {
	e := readEntry(k, val)
	if s.isHidden(e.ID, e.Article) {
		return false, nil
	}
	if ok, err := s.view.passes(s.want, &e); err != nil || !ok {
		return false, err
	}
	if len(s.want.Modes) == 0 && f.event && schema.Mode(e.Mode) != schema.Actual {
		return false, nil
	}
	return !s.opts.InOrder || !f.event || s.follows(i, l, e.Start), nil
}

// edgeFacts are the fields of an entry that its cost follows from, read
// without making strings: a search looks at very many entries.
type edgeFacts struct {
	event             bool
	mode, start, conf []byte
}

func readFacts(val []byte) edgeFacts {
	var f edgeFacts
	for field := 0; ; field++ {
		n := bytes.IndexByte(val, fieldSep[0])
		if n < 0 {
			f.conf = val
			return f
		}
		switch field {
		case 0:
			f.event = string(val[:n]) == string(EventKind)
		case 5:
			f.mode = val[:n]
		case 8:
			f.start = val[:n]
		}
		val = val[n+1:]
	}
}

// plain reports whether the latest fact of a pair is good enough, because no
// filter and no order can refuse it.
func (s *search) plain() bool {
	return !s.opts.InOrder && len(s.want.Codes)+len(s.want.Modes)+len(s.want.Kinds)+len(s.want.Relations) == 0 &&
		s.want.span.IsZero() && s.want.place == ""
}

// follows reports whether an event of that date may come next: after the last
// one from the front, before it from the back.
func (s *search) follows(i int, l *label, date string) bool {
	if date == "" {
		return false
	}
	if l.date == "" {
		return true
	}
	if i == 0 {
		return dateKey(date) <= dateKey(l.date)
	}
	return dateKey(date) >= dateKey(l.date)
}

// edgeCost is 1 for a step, and up to 0.6 for doubt and 0.3 for age (full
// after ten years).
func (s *search) edgeCost(f *edgeFacts) float64 {
	cost := 1.6 - 0.6*fraction(f.conf)
	if !f.event {
		return cost
	}
	year := 0
	for _, c := range f.start[:min(4, len(f.start))] {
		year = 10*year + int(c-'0')
	}
	if year == 0 {
		return cost + 0.2
	}
	return cost + 0.03*float64(min(max(s.now-year, 0), 10))
}

// fraction reads a decimal between 0 and 1 as decimal writes it.
func fraction(b []byte) float64 {
	if len(b) == 0 || b[0] == '1' {
		return float64(len(b[:min(1, len(b))]))
	}
	v, unit := 0.0, 0.1
	for _, c := range b[min(2, len(b)):] {
		v += unit * float64(c-'0')
		unit /= 10
	}
	return v
}

// hubFee is the cost of passing through a party: nothing for one with few
// events, about 0.7 for one with a hundred and 1.4 for one with ten thousand.
func (s *search) hubFee(id string) (float64, error) {
	c, err := s.cluster(id)
	if err != nil {
		return 0, err
	}
	n, err := s.degree(c)
	return 0.15 * math.Log1p(float64(n)), err
}

// reach records that a side has reached an entity, unless it had it better,
// and looks whether the other side has it too.
func (s *search) reach(i int, l *label) error {
	c, err := s.cluster(l.id)
	if err != nil {
		return err
	}
	l.id = c.id
	for p := l.from; p != nil; p = p.from {
		if p.id == l.id {
			return nil // back again
		}
	}
	sd := &s.sides[i]
	for old := sd.labels[l.id]; old != nil; old = old.next {
		if old.cost <= l.cost && old.steps <= l.steps && (!s.opts.InOrder || s.notLater(i, old, l)) {
			return nil
		}
		if l.cost <= old.cost && l.steps <= old.steps && !s.opts.InOrder {
			old.dead = true
		}
	}
	l.next = sd.labels[l.id]
	sd.labels[l.id] = l
	if l.steps < sd.depth {
		heap.Push(&sd.queue, l)
	} else {
		sd.ends = min(sd.ends, l.cost)
	}
	for o := s.sides[1-i].labels[l.id]; o != nil; o = o.next {
		front, back := l, o
		if i == 1 {
			front, back = o, l
		}
		if s.opts.InOrder && front.date != "" && back.date != "" && dateKey(back.date) > dateKey(front.date) || crossing(front, back) {
			continue
		}
		cost := front.cost + back.cost
		if front.steps > 0 && back.steps > 0 {
			fee, err := s.hubFee(l.id)
			if err != nil {
				return err
			}
			cost += fee
		}
		s.found = append(s.found, candidate{front, back, cost})
	}
	return nil
}

func (s *search) notLater(i int, old, l *label) bool {
	if i == 0 {
		return dateKey(old.date) >= dateKey(l.date) || old.date == ""
	}
	return dateKey(old.date) <= dateKey(l.date)
}

// crossing reports whether the two halves share an entity beside the one
// where they meet.
func crossing(front, back *label) bool {
	for f := front.from; f != nil; f = f.from {
		for b := back; b != nil; b = b.from {
			if f.id == b.id {
				return true
			}
		}
	}
	for b := back.from; b != nil; b = b.from {
		if b.id == front.id {
			return true
		}
	}
	return false
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
