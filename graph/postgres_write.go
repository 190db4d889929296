package graph

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/lib/pq"
)

// columns are quads as four arrays of hashes, in hexadecimal, for unnest.
func columns(qs []quad.Quad) []any {
	cols := make([][]sql.NullString, 4)
	for _, q := range qs {
		for i, d := range quad.Directions {
			cols[i] = append(cols[i], hexHash(q.Get(d)))
		}
	}
	out := make([]any, 4)
	for i := range out {
		out[i] = pq.Array(cols[i])
	}
	return out
}

// addQuads adds nodes, counting how often quads use them, and quads. Rows of
// nodes are locked in order of their hashes, so that two writers cannot wait
// for each other.
func addQuads(ctx context.Context, tx *sql.Tx, add []quad.Quad) error {
	if len(add) == 0 {
		return nil
	}
	type row struct {
		hash  string
		value quad.Value
		refs  int64
	}
	byHash := map[string]*row{}
	var rows []*row
	for _, q := range add {
		for _, d := range quad.Directions {
			v := q.Get(d)
			if v == nil {
				continue
			}
			h := hexHash(v).String
			if byHash[h] == nil {
				byHash[h] = &row{hash: h, value: v}
				rows = append(rows, byHash[h])
			}
			byHash[h].refs++
		}
	}
	slices.SortFunc(rows, func(a, b *row) int { return strings.Compare(a.hash, b.hash) })
	var hashes []string
	var refs []int64
	var values, texts, types, langs []sql.NullString
	var iris, bnodes []sql.NullBool
	for _, r := range rows {
		n, err := nodeOf(r.value)
		if err != nil {
			return err
		}
		hashes, refs = append(hashes, r.hash), append(refs, r.refs)
		values, texts = append(values, hexText(n.value)), append(texts, n.text)
		types, langs = append(types, n.datatype), append(langs, n.language)
		iris, bnodes = append(iris, n.iri), append(bnodes, n.bnode)
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO nodes (hash, refs, value, value_string, datatype, language, iri, bnode)
		SELECT decode(h, 'hex'), r, decode(v, 'hex'), t, d, g, i, b
		FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[])
		AS n (h, r, v, t, d, g, i, b) ORDER BY 1
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs`,
		pq.Array(hashes), pq.Array(refs), pq.Array(values), pq.Array(texts), pq.Array(types), pq.Array(langs), pq.Array(iris), pq.Array(bnodes))
	if err != nil {
		return fmt.Errorf("adding nodes: %w", err)
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
		SELECT decode(s, 'hex'), decode(p, 'hex'), decode(o, 'hex'), decode(l, 'hex'), now()
		FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS q (s, p, o, l)`, columns(add)...)
	if err != nil {
		return fmt.Errorf("adding quads: %w", err)
	}
	return nil
}

// removeQuads removes quads and the nodes that nothing uses any more.
func removeQuads(ctx context.Context, tx *sql.Tx, remove []quad.Quad) error {
	if len(remove) == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM quads USING unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS q (s, p, o, l)
		WHERE subject_hash = decode(s, 'hex') AND predicate_hash = decode(p, 'hex') AND object_hash = decode(o, 'hex')
		AND label_hash IS NOT DISTINCT FROM decode(l, 'hex')`, columns(remove)...)
	if err != nil {
		return fmt.Errorf("removing quads: %w", err)
	}
	refs := map[string]int64{}
	for _, q := range remove {
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				refs[hexHash(v).String]++
			}
		}
	}
	var hashes []string
	var counts []int64
	for h := range refs {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	for _, h := range hashes {
		counts = append(counts, refs[h])
	}
	_, err = tx.ExecContext(ctx, `UPDATE nodes SET refs = refs - n FROM unnest($1::text[], $2::bigint[]) AS u (h, n) WHERE hash = decode(h, 'hex')`,
		pq.Array(hashes), pq.Array(counts))
	if err == nil {
		_, err = tx.ExecContext(ctx, `DELETE FROM nodes USING unnest($1::text[]) AS u (h) WHERE hash = decode(h, 'hex') AND refs <= 0`, pq.Array(hashes))
	}
	if err != nil {
		return fmt.Errorf("removing nodes: %w", err)
	}
	return nil
}

func changeIndex(ctx context.Context, tx *sql.Tx, changes []change) error {
	var keys, values, gone []string
	for _, c := range changes {
		if c.value == nil {
			gone = append(gone, hexText([]byte(c.key)).String)
		} else {
			keys, values = append(keys, hexText([]byte(c.key)).String), append(values, fmt.Sprintf("%x", c.value))
		}
	}
	if len(gone) > 0 {
		_, err := tx.ExecContext(ctx, `DELETE FROM entente_index USING unnest($1::text[]) AS u (k) WHERE key = decode(k, 'hex')`, pq.Array(gone))
		if err != nil {
			return fmt.Errorf("writing the index: %w", err)
		}
	}
	if len(keys) > 0 {
		_, err := tx.ExecContext(ctx, `INSERT INTO entente_index (key, value)
			SELECT decode(k, 'hex'), decode(v, 'hex') FROM unnest($1::text[], $2::text[]) AS u (k, v)
			ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`, pq.Array(keys), pq.Array(values))
		if err != nil {
			return fmt.Errorf("writing the index: %w", err)
		}
	}
	return nil
}
