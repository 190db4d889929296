package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"

	"entente/graph"
	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
	_ "modernc.org/sqlite" // registers the driver
)

// loadSQLite puts the graph's quads into one table with the indexes that the
// questions need, unless that was done before.
func loadSQLite(ctx context.Context, g *graph.Graph, path string) (*sql.DB, error) {
	_, statErr := os.Stat(path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if statErr == nil {
		return db, nil
	}
	var buf bytes.Buffer
	if err := g.Export(ctx, &buf, graph.ExportOptions{Short: true}); err != nil {
		return nil, err
	}
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	if _, err := tx.Exec(`create table quads (s text, p text, o text, l text)`); err != nil {
		return nil, err
	}
	ins, err := tx.Prepare(`insert into quads values (?, ?, ?, ?)`)
	if err != nil {
		return nil, err
	}
	rd := nquads.NewReader(&buf)
	for {
		q, err := rd.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if _, err := ins.Exec(text(q.Subject), text(q.Predicate), text(q.Object), text(q.Label)); err != nil {
			return nil, err
		}
	}
	for _, s := range []string{`create index spo on quads (s, p, o)`, `create index ops on quads (o, p, s)`,
		`create index pos on quads (p, o, s)`, `create index lsp on quads (l, s, p)`, `analyze`} {
		if _, err := tx.Exec(s); err != nil {
			return nil, err
		}
	}
	return db, tx.Commit()
}

func text(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	case quad.TypedString:
		return string(v.Value)
	case quad.String:
		return string(v)
	}
	return quad.StringOf(v)
}

const (
	hasActor  = "http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"
	begin     = "http://semanticweb.cs.vu.nl/2009/11/sem/hasBeginTimeStamp"
	eventType = "http://semanticweb.cs.vu.nl/2009/11/sem/eventType"
)

// sqlQuestions are the benchmark's questions as a careful author would put
// them to the table.
type sqlQuestions struct {
	ctx context.Context
	db  *sql.DB
}

func (q sqlQuestions) strings(query string, args ...any) ([]string, error) {
	rows, err := q.db.QueryContext(q.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// details reads all that lies behind events: their quads, their reports' and
// their articles'.
func (q sqlQuestions) details(events []string) (int, error) {
	n := 0
	for _, e := range events {
		for _, query := range []string{
			`select s||p||o||l from quads where s = ?`,
			`select r.s||r.p||r.o from quads of join quads r on r.s = of.s where of.o = ? and of.p = 'voc:reports'`,
			`select a.p||a.o from quads t join quads a on a.s = t.l where t.s = ? and t.p = 'voc:mode' and a.p <> 'https://schema.org/mentions'`,
			`select n.o from quads t join quads n on n.s = t.o where t.s = ? and t.p in ('voc:subject', 'voc:object') and n.p = 'http://www.w3.org/2000/01/rdf-schema#label'`,
		} {
			got, err := q.strings(query, e)
			if err != nil {
				return 0, err
			}
			n += len(got)
		}
	}
	return n, nil
}

func (q sqlQuestions) show(id string) (int, error) {
	events, err := q.strings(`select distinct e.s from quads e left join quads t on t.s = e.s and t.p = '`+begin+`'
		where e.o = ? and e.p = '`+hasActor+`' order by t.o desc limit 20`, id)
	if err != nil {
		return 0, err
	}
	return q.details(events)
}

func (q sqlQuestions) showCode(id, code, since string) (int, error) {
	events, err := q.strings(`select distinct e.s from quads e join quads c on c.s = e.s and c.p = '`+eventType+`' and c.o = ?
		join quads t on t.s = e.s and t.p = '`+begin+`' and t.o >= ?
		where e.o = ? and e.p = '`+hasActor+`' order by t.o desc limit 20`, code, since, id)
	if err != nil {
		return 0, err
	}
	return q.details(events)
}

func (q sqlQuestions) between(a, b string) (int, error) {
	events, err := q.strings(`select distinct x.s from quads x join quads y on y.s = x.s and y.p = '`+hasActor+`' and y.o = ?
		left join quads t on t.s = x.s and t.p = '`+begin+`'
		where x.o = ? and x.p = '`+hasActor+`' order by t.o desc limit 50`, b, a)
	if err != nil {
		return 0, err
	}
	return q.details(events)
}

// path searches in breadth from both ends, the smaller first.
func (q sqlQuestions) path(a, b string, steps int) (int, error) {
	sides := [2]map[string]bool{{a: true}, {b: true}}
	fronts := [2][]string{{a}, {b}}
	for range steps {
		i := 0
		if len(fronts[1]) < len(fronts[0]) {
			i = 1
		}
		var next []string
		for _, x := range fronts[i] {
			near, err := q.strings(`select distinct y.o from quads x join quads y on y.s = x.s and y.p = '`+hasActor+`'
				where x.o = ? and x.p = '`+hasActor+`'`, x)
			if err != nil {
				return 0, err
			}
			for _, n := range near {
				if sides[1-i][n] {
					return 1, nil
				}
				if !sides[i][n] {
					sides[i][n] = true
					next = append(next, n)
				}
			}
		}
		fronts[i] = next
	}
	return 0, nil
}

func (q sqlQuestions) timeline(id string) (int, error) {
	got, err := q.strings(`select substr(t.o, 1, 7)||c.o||count(distinct e.s) from quads e join quads t on t.s = e.s and t.p = '`+begin+`'
		join quads c on c.s = e.s and c.p = '`+eventType+`' join quads m on m.s = e.s and m.p = 'voc:mode' and m.o = 'actual'
		where e.o = ? and e.p = '`+hasActor+`' group by substr(t.o, 1, 7), c.o`, id)
	return len(got), err
}

func (q sqlQuestions) who(id, rel string) (int, error) {
	events, err := q.strings(`select distinct e.s from quads e join quads r on r.s = e.s and r.p = 'voc:relation' and r.o = ?
		join quads m on m.s = e.s and m.p = 'voc:mode' and m.o = 'actual'
		where e.o = ? and e.p = '`+hasActor+`'`, rel, id)
	if err != nil {
		return 0, fmt.Errorf("who: %w", err)
	}
	return q.details(events)
}

func (q sqlQuestions) lastTime(a, b, code string) (int, error) {
	events, err := q.strings(`select distinct x.s from quads x join quads y on y.s = x.s and y.p = '`+hasActor+`' and y.o = ?
		join quads c on c.s = x.s and c.p = '`+eventType+`' and c.o = ?
		join quads m on m.s = x.s and m.p = 'voc:mode' and m.o = 'actual'
		left join quads t on t.s = x.s and t.p = '`+begin+`'
		where x.o = ? and x.p = '`+hasActor+`' order by t.o desc`, b, code, a)
	if err != nil {
		return 0, err
	}
	return q.details(events)
}
