package graph

import (
	"bytes"
	"cmp"
	"container/heap"
	"fmt"
	"math"
	"slices"
	"strings"

	"entente/schema"
)

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
