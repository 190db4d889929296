package graph

import (
	"context"
	"fmt"
	"strings"

	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
)

// Decision is what a user has decided about entities, articles or statements.
type Decision struct {
	// What is "merge", "split" or "forget".
	What string `json:"what"`
	// A is what it is about, B for merges and splits the other entity: a merge
	// shows A under B.
	A string `json:"a"`
	B string `json:"b,omitempty"`
	// Reason is what the user gave.
	Reason string `json:"reason,omitempty"`
}

// Merge decides that two entities are one, shown under the second. The
// decision is a quad of the graph, with its reason; it survives adding the
// articles again, and Undo or Split takes it back.
func (g *Graph) Merge(ctx context.Context, a, b, reason string) (Decision, error) {
	return g.decide(ctx, "merge", a, b, reason)
}

// Split decides that two entities, which the graph took for one by their
// names or by an earlier Merge, are two. Name them by their identifiers or by
// names that only one of them has. Undo takes it back.
func (g *Graph) Split(ctx context.Context, a, b, reason string) (Decision, error) {
	return g.decide(ctx, "split", a, b, reason)
}

func (g *Graph) decide(ctx context.Context, what, a, b, reason string) (Decision, error) {
	d := Decision{What: what, Reason: reason}
	unlock, err := g.beginWrite(ctx)
	if err != nil {
		return d, err
	}
	defer unlock()
	var e *edit
	err = g.look(ctx, func(v *view) error {
		var err error
		if d.A, err = v.single(a); err != nil {
			return err
		}
		if d.B, err = v.single(b); err != nil {
			return err
		}
		if d.A == d.B {
			return fmt.Errorf("%w: %s and %s are the same entity of the graph", ErrInvalid, a, b)
		}
		e = newEdit(v.r)
		// The opposite decision about the same two is taken back.
		for _, k := range [...]string{key(tabMerge, d.A, d.B), key(tabMerge, d.B, d.A)} {
			if err := e.undecide(k); err != nil {
				return err
			}
		}
		if err := e.decide(d); err != nil {
			return err
		}
		return e.countQuads()
	})
	if err != nil {
		return d, err
	}
	if err := g.commit(ctx, e); err != nil {
		return d, fmt.Errorf("writing the %s: %w", what, err)
	}
	return d, nil
}

// single resolves a name to one entity of the graph itself, not to the
// cluster that it is shown under: the one whose label it is, else the one
// that resolving finds.
func (v *view) single(name string) (string, error) {
	c, err := v.find(name)
	if err != nil {
		return "", err
	}
	if strings.HasPrefix(name, "ent:") {
		return name, nil
	}
	f := bare(name)
	for _, m := range c.members {
		e, err := v.entity(m)
		if err != nil {
			return "", err
		}
		for _, l := range e.Labels {
			if bare(l) == f {
				return m, nil
			}
		}
	}
	return c.id, nil
}

// decide writes a decision into index and quads.
func (e *edit) decide(d Decision) error {
	k := key(tabMerge, d.A, d.B)
	if d.What == "forget" {
		k = key(tabHidden, d.A)
	}
	if err := e.undecide(k); err != nil {
		return err
	}
	value := d.Reason
	if d.What != "forget" {
		value = d.What + fieldSep + d.Reason
	}
	e.put(k, []byte(value))
	for _, q := range d.quads() {
		if err := checkQuad(q); err != nil {
			return fmt.Errorf("%w: %w", ErrInvalid, err)
		}
		e.addQuad(q)
	}
	return nil
}

// undecide takes back the decision under a key, if there is one.
func (e *edit) undecide(k string) error {
	v, err := e.get(k)
	if err != nil || v == nil {
		return err
	}
	for _, q := range readDecision([]byte(k), v).quads() {
		e.removeQuad(q)
	}
	e.del(k)
	return nil
}

func readDecision(k, v []byte) Decision {
	p := splitKey(k)
	if k[0] == tabHidden {
		return Decision{What: "forget", A: p[0], Reason: string(v)}
	}
	what, reason, _ := strings.Cut(string(v), fieldSep)
	return Decision{What: what, A: p[0], B: p[1], Reason: reason}
}

// quads are a decision as it lies in the graph. A reason hangs on a node that
// stands for the decision, so that each keeps its own.
func (d Decision) quads() []quad.Quad {
	a := quad.IRI(d.A)
	node := quad.IRI("voc:decision-" + digest(d.What, d.A, d.B))
	q := func(s, p quad.IRI, o quad.Value) quad.Quad {
		return quad.Quad{Subject: s, Predicate: p, Object: o, Label: node}
	}
	var out []quad.Quad
	switch d.What {
	case "merge":
		out = append(out, q(a, vocMerged, quad.IRI(d.B)))
	case "split":
		out = append(out, q(a, vocSplit, quad.IRI(d.B)))
	case "forget":
		out = append(out, q(a, vocForgotten, quad.TypedString{Value: "true", Type: xsdBoolean}))
	}
	if d.Reason != "" {
		out = append(out, q(node, vocReason, quad.String(d.Reason)))
	}
	return out
}

// Forget hides an article ("art:…"), an event or a standing relation ("evt:…",
// "stg:…") from all answers and takes its link quads out of the graph. What
// is forgotten stays so when its article is added again; Undo brings it back.
// An identifier of nothing gives a *NameError.
func (g *Graph) Forget(ctx context.Context, id, reason string) (Decision, error) {
	d := Decision{What: "forget", A: id, Reason: reason}
	unlock, err := g.beginWrite(ctx)
	if err != nil {
		return d, err
	}
	defer unlock()
	var e *edit
	err = g.look(ctx, func(v *view) error {
		e = newEdit(v.r)
		old, err := v.r.get(key(tabHidden, id))
		if err != nil {
			return err
		}
		if old != nil {
			if err := e.decide(d); err != nil { // the reason may be new
				return err
			}
			return e.countQuads()
		}
		recs, err := v.concerned(id)
		if err != nil {
			return err
		}
		if err := e.countLinks(v, recs, -1); err != nil {
			return err
		}
		if err := e.decide(d); err != nil {
			return err
		}
		return e.countQuads()
	})
	if err != nil {
		return d, err
	}
	if err := g.commit(ctx, e); err != nil {
		return d, fmt.Errorf("forgetting %s: %w", id, err)
	}
	return d, nil
}

// concerned lists the records of an article or a statement.
func (v *view) concerned(id string) ([]*record, error) {
	switch {
	case strings.HasPrefix(id, "art:"):
		art, err := readArticle(v.r, id)
		if err != nil {
			return nil, err
		}
		if art == nil {
			return nil, &NameError{Name: id}
		}
		parts, err := readParts(v.r, id)
		if err != nil {
			return nil, err
		}
		var out []*record
		for _, s := range parts.Statements {
			b, err := v.r.get(key(tabRecord, s, id))
			if err != nil {
				return nil, err
			}
			if b == nil {
				continue
			}
			r := new(record)
			if err := decodeJSON(b, r); err != nil {
				return nil, err
			}
			out = append(out, r)
		}
		return out, nil
	case strings.HasPrefix(id, "evt:"), strings.HasPrefix(id, "stg:"), strings.HasPrefix(id, "lnk:"):
		recs, err := v.records(id)
		if err == nil && len(recs) == 0 {
			err = &NameError{Name: id}
		}
		return recs, err
	}
	return nil, fmt.Errorf("%w: %q is the identifier of no article (art:…) and no statement (evt:…, stg:…)", ErrInvalid, id)
}

// countLinks takes records' link quads out of the graph or puts them back,
// except for records that are hidden by another decision.
func (e *edit) countLinks(v *view, recs []*record, sign int) error {
	for _, r := range recs {
		if v.isHidden(r.ID, r.Article) {
			continue
		}
		if err := e.links(r, sign); err != nil {
			return err
		}
	}
	return nil
}

// Undo takes a decision back: a merge, a split or a forgetting.
func (g *Graph) Undo(ctx context.Context, d Decision) error {
	unlock, err := g.beginWrite(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	var e *edit
	err = g.look(ctx, func(v *view) error {
		e = newEdit(v.r)
		k := key(tabMerge, d.A, d.B)
		if d.What == "forget" {
			k = key(tabHidden, d.A)
		}
		old, err := v.r.get(k)
		if err != nil {
			return err
		}
		if old == nil {
			return fmt.Errorf("%w: nobody decided to %s %s", ErrInvalid, d.What, strings.TrimSpace(d.A+" "+d.B))
		}
		if d.What == "forget" {
			delete(v.hidden, d.A)
			recs, err := v.concerned(d.A)
			if err != nil {
				return err
			}
			if err := e.countLinks(v, recs, +1); err != nil {
				return err
			}
		}
		if err := e.undecide(k); err != nil {
			return err
		}
		return e.countQuads()
	})
	if err != nil {
		return err
	}
	if err := g.commit(ctx, e); err != nil {
		return fmt.Errorf("undoing: %w", err)
	}
	return nil
}

// Decisions lists what users have decided, in order of what it is about.
func (g *Graph) Decisions(ctx context.Context) ([]Decision, error) {
	out := []Decision{}
	err := g.store.read(ctx, func(r reader) error {
		for _, t := range [...]byte{tabMerge, tabHidden} {
			err := r.scan(prefix(t), "", func(k, v []byte) error {
				out = append(out, readDecision(k, v))
				return ctx.Err()
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// commit writes an edit; the caller holds g.write.
func (g *Graph) commit(ctx context.Context, e *edit) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return g.store.write(ctx, setOf(e.add), setOf(e.remove), e.changes())
}

// decisionOf reads a decision back from the quads of its node; ok is false
// when they are none.
func decisionOf(qs []quad.Quad) (d Decision, ok bool) {
	for _, q := range qs {
		switch q.Predicate {
		case vocMerged:
			d.What, d.A, d.B = "merge", textOf(q.Subject), textOf(q.Object)
		case vocSplit:
			d.What, d.A, d.B = "split", textOf(q.Subject), textOf(q.Object)
		case vocForgotten:
			d.What, d.A = "forget", textOf(q.Subject)
		case vocReason:
			d.Reason = textOf(q.Object)
		}
	}
	return d, d.What != "" && nquads.CheckIRI(d.A) == nil
}
