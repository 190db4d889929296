package graph

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	cayleypg "github.com/cayleygraph/cayley/graph/sql/postgres" // registers the backend
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"
)

// postgresStore is a graph on PostgreSQL: Cayley's tables for its quads, and a
// table of our own for the index. Cayley's backend reads; we write ourselves,
// because it writes row by row, in a transaction that the index could not
// join, and removes nodes by a scan of all.
type postgresStore struct {
	db       *sql.DB
	qs       cayley.QuadStore
	where    string // for messages, without the password
	readOnly bool
}

// writeLock is the number of the advisory lock that lets one process write at
// a time. It counts for one database; graphs in several of its schemas wait
// for each other without need.
const writeLock = 0x656e74 // "ent"

func openPostgres(ctx context.Context, dsn string, readOnly bool) (_ *postgresStore, err error) {
	s := &postgresStore{where: dsn, readOnly: readOnly}
	if u, err := url.Parse(dsn); err == nil {
		s.where = u.Redacted()
	}
	s.db, err = sql.Open("postgres", dsn)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.where, err)
	}
	defer func() {
		if err != nil {
			s.db.Close()
		}
	}()
	if err := s.db.PingContext(ctx); err != nil {
		return nil, fmt.Errorf("opening %s: %w; is the server running, and is the address right?", s.where, err)
	}
	if err := s.prepare(ctx, dsn); err != nil {
		return nil, err
	}
	if s.qs, err = cayleysql.New(cayleypg.Type, dsn, nil); err != nil {
		return nil, fmt.Errorf("opening %s: %w", s.where, err)
	}
	return s, nil
}

// prepare makes the tables unless they are there, one process at a time.
func (s *postgresStore) prepare(ctx context.Context, dsn string) error {
	format, quads, err := s.tables(ctx)
	if err != nil {
		return err
	}
	if format == "" && s.readOnly {
		return fmt.Errorf("%w in %s: add articles first", ErrNoGraph, s.where)
	}
	if format == "" {
		unlock, err := s.lock(ctx)
		if err != nil {
			return err
		}
		defer unlock()
		// Another process may have been here first.
		if format, quads, err = s.tables(ctx); err != nil {
			return err
		}
	}
	if format == "" {
		if quads {
			return fmt.Errorf("%w: %s holds another program's quads; name another database", ErrNotStore, s.where)
		}
		if err := cayleysql.Init(cayleypg.Type, dsn, nil); err != nil {
			return fmt.Errorf("making the graph in %s: %w", s.where, err)
		}
		_, err := s.db.ExecContext(ctx, `CREATE INDEX lsp_index ON quads (label_hash, subject_hash, predicate_hash);
			CREATE TABLE entente_index (key BYTEA PRIMARY KEY, value BYTEA NOT NULL);
			INSERT INTO entente_index VALUES ('`+formatKey+`', '`+strconv.Itoa(formatVersion)+`');`)
		if err != nil {
			return fmt.Errorf("making the graph in %s: %w", s.where, err)
		}
		return nil
	}
	n, err := strconv.Atoi(format)
	if err != nil {
		return fmt.Errorf("%w: %s has the format %q", ErrDamaged, s.where, format)
	}
	if n > formatVersion {
		return fmt.Errorf("%w (format %d, known up to %d): install that version", ErrNewer, n, formatVersion)
	}
	return nil
}

// tables tells the format of the graph, "" when there is none, and whether
// there are quads of any program.
func (s *postgresStore) tables(ctx context.Context) (format string, quads bool, err error) {
	var index bool
	err = s.db.QueryRowContext(ctx, `SELECT to_regclass('entente_index') IS NOT NULL, to_regclass('quads') IS NOT NULL`).Scan(&index, &quads)
	if err == nil && index {
		err = s.db.QueryRowContext(ctx, `SELECT convert_from(value, 'UTF8') FROM entente_index WHERE key = $1`, []byte(formatKey)).Scan(&format)
	}
	if err != nil {
		err = fmt.Errorf("opening %s: %w", s.where, err)
	}
	return format, quads, err
}

// lock makes other processes' writes wait. It holds a connection.
func (s *postgresStore) lock(ctx context.Context) (unlock func(), err error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connecting to %s: %w", s.where, err)
	}
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock($1)`, writeLock); err != nil {
		conn.Close()
		return nil, fmt.Errorf("waiting for other writers to %s: %w", s.where, err)
	}
	return func() {
		// Closing alone would give the locked connection back to the pool.
		if _, err := conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock($1)`, writeLock); err != nil {
			_ = conn.Raw(func(any) error { return errors.New("give it up") })
		}
		conn.Close()
	}, nil
}

func (s *postgresStore) read(ctx context.Context, f func(reader) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return s.failed("reading", err)
	}
	defer func() { _ = tx.Rollback() }()
	return f(&postgresReader{ctx: ctx, tx: tx, known: map[string][]byte{}})
}

// failed names the store in an error; a closed one gives ErrClosed.
func (s *postgresStore) failed(doing string, err error) error {
	if strings.Contains(err.Error(), "database is closed") {
		return ErrClosed
	}
	return fmt.Errorf("%s %s: %w", doing, s.where, err)
}

func (s *postgresStore) quads(_ context.Context, f func(cayley.QuadStore) error) error {
	return f(s.qs)
}

// eachQuad reads the quads with a label, or all, in one statement; Cayley
// would ask for each node by itself.
func (s *postgresStore) eachQuad(ctx context.Context, label quad.Value, f func(quad.Quad) error) error {
	var cols, joins []string
	for _, d := range [...]string{"s", "p", "o", "l"} {
		for _, c := range [...]string{"value", "value_string", "datatype", "language", "iri", "bnode"} {
			cols = append(cols, d+"."+c)
		}
	}
	for d, name := range map[string]string{"s": "subject", "p": "predicate", "o": "object", "l": "label"} {
		joins = append(joins, " LEFT JOIN nodes "+d+" ON "+d+".hash = q."+name+"_hash")
	}
	query := `SELECT ` + strings.Join(cols, ", ") + ` FROM quads q` + strings.Join(joins, "")
	var args []any
	if label != nil {
		query += ` WHERE q.label_hash = $1`
		args = append(args, hashOf(label))
	}
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return s.failed("reading", err)
	}
	defer rows.Close()
	for rows.Next() {
		var n [4]node
		var dest []any
		for i := range n {
			dest = append(dest, &n[i].value, &n[i].text, &n[i].datatype, &n[i].language, &n[i].iri, &n[i].bnode)
		}
		if err := rows.Scan(dest...); err != nil {
			return s.failed("reading", err)
		}
		var q quad.Quad
		for i, d := range quad.Directions {
			v, err := n[i].read()
			if err != nil {
				return s.failed("reading", err)
			}
			q.Set(d, v)
		}
		if err := f(q); err != nil {
			return err
		}
	}
	if err := errors.Join(rows.Err(), ctx.Err()); err != nil {
		return s.failed("reading", err)
	}
	return nil
}

func (s *postgresStore) write(ctx context.Context, add, remove []quad.Quad, changes []change) error {
	if s.readOnly {
		return ErrReadOnly
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return s.failed("writing to", err)
	}
	defer func() { _ = tx.Rollback() }()
	for _, step := range []func() error{
		func() error { return removeQuads(ctx, tx, remove) },
		func() error { return addQuads(ctx, tx, add) },
		func() error { return changeIndex(ctx, tx, changes) },
		tx.Commit,
	} {
		if err := step(); err != nil {
			var full *pq.Error
			if errors.As(err, &full) && full.Code == "53100" {
				err = fmt.Errorf("%w: %w", ErrDiskFull, err)
			}
			return s.failed("writing to", err)
		}
	}
	return nil
}

func (s *postgresStore) close() error { return errors.Join(s.qs.Close(), s.db.Close()) }

// postgresReader reads the index within one transaction. It keeps what it has
// read: a question comes back to the same entities again and again, and each
// time would cost a journey to the server.
type postgresReader struct {
	ctx   context.Context
	tx    *sql.Tx
	known map[string][]byte
}

func (r *postgresReader) get(key string) ([]byte, error) {
	if v, ok := r.known[key]; ok {
		return v, nil
	}
	var v []byte
	err := r.tx.QueryRowContext(r.ctx, `SELECT value FROM entente_index WHERE key = $1`, []byte(key)).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		v, err = nil, nil
	} else if err == nil && v == nil {
		v = []byte{}
	}
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	r.known[key] = v
	return v, nil
}

// scan reads in parts that grow, because f may stop early, and may read in
// between, which a transaction cannot do while rows are open.
func (r *postgresReader) scan(prefix, from string, f func(key, value []byte) error) error {
	from = max(prefix, from)
	compare := ">="
	for limit := 64; ; limit = min(2*limit, 8192) {
		keys, values, err := r.part(compare, from, end(prefix), limit)
		if err != nil {
			return fmt.Errorf("reading the index: %w", err)
		}
		for i := range keys {
			if err := f(keys[i], values[i]); err != nil {
				return stopped(err)
			}
		}
		if len(keys) < limit {
			return nil
		}
		from, compare = string(keys[len(keys)-1]), ">"
	}
}

func (r *postgresReader) part(compare, from, end string, limit int) (keys, values [][]byte, err error) {
	rows, err := r.tx.QueryContext(r.ctx, `SELECT key, value FROM entente_index WHERE key `+compare+` $1 AND key < $2 ORDER BY key LIMIT $3`,
		[]byte(from), []byte(end), limit)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var k, v []byte
		if err := rows.Scan(&k, &v); err != nil {
			return nil, nil, err
		}
		keys, values = append(keys, k), append(values, v)
	}
	return keys, values, rows.Err()
}

// end is the first key behind all those with a prefix.
func end(prefix string) string {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xFF {
			b[i]++
			return string(b[:i+1])
		}
	}
	return "\xff\xff\xff\xff"
}
