package graph

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	_ "github.com/cayleygraph/cayley/query/gizmo"   // registers the language
	_ "github.com/cayleygraph/cayley/query/graphql" // registers the language
	_ "github.com/cayleygraph/cayley/query/mql"     // registers the language
)

// Languages are the query languages that Query understands.
var Languages = [...]string{"gizmo", "graphql", "mql"}

// Rows are the results of a query in one of Cayley's languages.
type Rows struct {
	Rows []any `json:"rows"` // what the language makes: maps, lists, strings
	// More is set when the limit cut the results off.
	More bool `json:"more,omitempty"`
}

// maxRows is the limit of Query when none is given, and maxQuery the time that
// a query has when its context sets none.
const (
	maxRows  = 10_000
	maxQuery = time.Minute
)

// Query runs a query in one of Languages over the quads and returns at most
// limit rows (0 means ten thousand). Identifiers are the short ones:
// g.V("<ent:Antony_Blinken>").Out("<rel:meet>"). The context's deadline, a
// minute when it has none, stops a query that would run for ever; its error is returned then, because the
// rows found so far may be few of many.
func (g *Graph) Query(ctx context.Context, lang, text string, limit int) (*Rows, error) {
	lang = strings.ToLower(lang)
	if !slices.Contains(Languages[:], lang) {
		return nil, fmt.Errorf("there is no query language %q: choose one of %s", lang, strings.Join(Languages[:], ", "))
	}
	if limit <= 0 {
		limit = maxRows
	}
	if _, ok := ctx.Deadline(); !ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, maxQuery)
		defer cancel()
	}
	out := &Rows{Rows: []any{}}
	err := g.store.quads(ctx, func(qs cayley.QuadStore) error { return run(ctx, qs, lang, text, limit, out) })
	if err != nil {
		return nil, fmt.Errorf("running the %s query: %w", lang, err)
	}
	return out, nil
}

// run iterates over the results. A panic inside the language's own machinery
// becomes an error.
func run(ctx context.Context, qs cayley.QuadStore, lang, text string, limit int, out *Rows) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cayley could not handle it: %v", r)
		}
	}()
	// One more than the limit tells whether there are more.
	it, err := query.Execute(ctx, qs, lang, text, query.Options{Collation: query.JSON, Limit: limit + 1})
	if err != nil {
		return err
	}
	defer func() {
		it.Close()
		if lang == "gizmo" {
			// The script runs on a goroutine of its own; only its end makes
			// it safe to write to the store or to close it.
			for it.Next(context.Background()) {
			}
		}
	}()
	for it.Next(ctx) {
		row := it.Result()
		if row == nil {
			continue // the value of the script itself
		}
		if len(out.Rows) == limit {
			out.More = true
			break
		}
		out.Rows = append(out.Rows, row)
	}
	return errors.Join(it.Err(), ctx.Err())
}
