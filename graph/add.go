package graph

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"entente/schema"

	"github.com/cayleygraph/quad"
)

// AddReport says what Add did with one article.
type AddReport struct {
	Article string `json:"article"` // "art:…"
	// Added is set for an article that the graph did not have, Replaced for
	// one whose statements have changed since (another version of the
	// extractor); neither is set when the graph had it just so.
	Added    bool `json:"added"`
	Replaced bool `json:"replaced,omitempty"`
	// Forgotten is set when the article was not added because a user had
	// forgotten it.
	Forgotten bool `json:"forgotten,omitempty"`

	Events    int `json:"events"`    // events in the article
	Standings int `json:"standings"` // standing relations in the article
	Entities  int `json:"entities"`  // entities that it mentions
	// NewFacts counts statements that no other article of the graph makes in
	// the same form; NewEntities entities that none mentions.
	NewFacts    int `json:"new_facts"`
	NewEntities int `json:"new_entities"`
	// Quads is the number of quads that the graph has more.
	Quads int `json:"quads"`
}

// Unchanged reports whether the graph had all of the article.
func (r AddReport) Unchanged() bool { return !r.Added && !r.Replaced && !r.Forgotten }

// Add writes an article's statements into the graph, whole or, on error, not
// at all. Adding the same again changes nothing, and the order in which
// articles come makes no difference. An article that a user has forgotten
// stays so. The error wraps ErrInvalid for a result that cannot be written,
// ErrDiskFull or ErrReadOnly.
func (g *Graph) Add(ctx context.Context, r *schema.Result) (AddReport, error) {
	if g.opts.ReadOnly {
		return AddReport{}, ErrReadOnly
	}
	b, err := layOut(r)
	if err != nil {
		return AddReport{}, err
	}
	unlock, err := g.beginWrite(ctx)
	if err != nil {
		return AddReport{}, err
	}
	defer unlock()
	rep, err := g.addBundle(ctx, b, false)
	if err != nil {
		return AddReport{Article: string(b.article)}, fmt.Errorf("adding %s: %w", b.article, err)
	}
	return rep, nil
}

// addBundle writes a bundle; the caller holds g.write. A forgotten article is
// written only when hidden is set, and stays hidden.
func (g *Graph) addBundle(ctx context.Context, b *bundle, hidden bool) (AddReport, error) {
	rep := AddReport{Article: string(b.article)}
	if err := ctx.Err(); err != nil {
		return rep, err
	}
	art, records, err := decode(b)
	if err != nil {
		return rep, err
	}
	for _, r := range records {
		if r.Kind == EventKind {
			rep.Events++
		} else {
			rep.Standings++
		}
	}
	rep.Entities = len(art.parts.Mentions)

	var old *articleRecord
	err = g.store.read(ctx, func(r reader) error {
		v, err := r.get(key(tabHidden, rep.Article))
		if err != nil {
			return err
		}
		rep.Forgotten = v != nil
		old, err = readArticle(r, rep.Article)
		return err
	})
	if err != nil || rep.Forgotten && !hidden || old != nil && old.Digest == art.Digest {
		return rep, err
	}
	var oldBundle *bundle
	if old != nil {
		if oldBundle, err = g.bundle(ctx, b.article); err != nil {
			return rep, err
		}
	}

	var e *edit
	err = g.store.read(ctx, func(r reader) error {
		e = newEdit(r)
		if oldBundle != nil {
			if err := e.unlink(oldBundle); err != nil {
				return err
			}
		}
		for _, rec := range records {
			known, err := anyRecord(r, rec.ID)
			if err != nil {
				return err
			}
			if !known {
				rep.NewFacts++
			}
		}
		for _, m := range art.parts.Mentions {
			v, err := e.get(key(tabEntity, m))
			if err != nil {
				return err
			}
			if v == nil {
				rep.NewEntities++
			}
		}
		if err := e.link(b, art, records); err != nil {
			return err
		}
		if err := e.countQuads(); err != nil {
			return err
		}
		return g.journal(e, rep.Article)
	})
	if err != nil {
		return rep, err
	}
	if err := g.commit(ctx, e); err != nil {
		return rep, err
	}
	rep.Added, rep.Replaced = old == nil, old != nil
	rep.Quads = len(e.add) - len(e.remove)
	return rep, nil
}

// link brings an article into the index and its quads into the graph.
func (e *edit) link(b *bundle, art *articleRecord, records []*record) error {
	for _, m := range art.parts.Mentions {
		if err := e.mention(m, +1); err != nil {
			return err
		}
	}
	for _, q := range b.names {
		isNew, err := e.name(q)
		if err != nil {
			return err
		}
		if isNew {
			e.addQuad(q)
		}
	}
	for _, q := range b.own {
		e.addQuad(q)
	}
	for _, r := range records {
		if err := e.record(r, +1); err != nil {
			return err
		}
	}
	e.put(key(tabArticle, art.ID), encodeJSON(art))
	e.put(key(tabParts, art.ID), encodeJSON(art.parts))
	return e.articleStatistics(art, +1)
}

// unlink takes an article out again.
func (e *edit) unlink(b *bundle) error {
	art, records, err := decode(b)
	if err != nil {
		return err
	}
	for _, r := range records {
		if err := e.record(r, -1); err != nil {
			return err
		}
	}
	for _, q := range b.own {
		e.removeQuad(q)
	}
	for _, m := range art.parts.Mentions {
		if err := e.mention(m, -1); err != nil {
			return err
		}
	}
	e.del(key(tabArticle, art.ID))
	e.del(key(tabParts, art.ID))
	return e.articleStatistics(art, -1)
}

func (e *edit) articleStatistics(art *articleRecord, sign int) error {
	for _, n := range []string{"kind/article", "source/" + art.Source} {
		if _, _, err := e.count(key(tabMeta, n), sign); err != nil {
			return err
		}
	}
	return nil
}

// anyRecord reports whether an article of the graph makes a statement.
func anyRecord(r reader, id string) (bool, error) {
	found := false
	err := r.scan(prefix(tabRecord, id), "", func(_, _ []byte) error {
		found = true
		return errStop
	})
	return found, err
}

func readArticle(r reader, id string) (*articleRecord, error) {
	v, err := r.get(key(tabArticle, id))
	if err != nil || v == nil {
		return nil, err
	}
	art := new(articleRecord)
	return art, decodeJSON(v, art)
}

// readParts reads what an article consists of; nothing for one that the graph
// does not have.
func readParts(r reader, id string) (articleParts, error) {
	var p articleParts
	v, err := r.get(key(tabParts, id))
	if err != nil || v == nil {
		return p, err
	}
	return p, decodeJSON(v, &p)
}

// bundle reads the quads of an article back from the graph, by their label.
// The names of its entities are not among them.
func (g *Graph) bundle(ctx context.Context, article quad.IRI) (*bundle, error) {
	b := &bundle{article: article}
	err := g.store.eachQuad(ctx, article, func(q quad.Quad) error {
		b.own = append(b.own, q)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", article, err)
	}
	b.own = sortQuads(b.own)
	return b, nil
}

// journal notes an article under this handle's addition, with the hour. That
// is no part of the graph's content: the same articles give the same graph
// whenever they are added.
func (g *Graph) journal(e *edit, article string) error {
	v, err := e.get(key(tabMeta, "additions"))
	if err != nil {
		return err
	}
	if g.addition == 0 {
		g.addition = number(v) + 1
	}
	if g.addition > number(v) { // others may have begun theirs since
		e.put(key(tabMeta, "additions"), []byte(strconv.Itoa(g.addition)))
	}
	k := key(tabJournal, fmt.Sprintf("%09d", g.addition), article)
	e.put(k, []byte(time.Now().UTC().Format(time.RFC3339)))
	return nil
}
