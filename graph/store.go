package graph

import (
	"context"
	"errors"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// store is what a backend has to offer: Cayley's quads and, in step with
// them, an ordered index of keys.
type store interface {
	// read calls f with a consistent state of the index.
	read(ctx context.Context, f func(reader) error) error
	// quads calls f with Cayley's store. f must not keep it.
	quads(ctx context.Context, f func(cayley.QuadStore) error) error
	// eachQuad calls f for the quads with a label, or with a nil label for all,
	// in no order. f must not read the store.
	eachQuad(ctx context.Context, label quad.Value, f func(quad.Quad) error) error
	// lock makes writers of other processes wait until unlock is called.
	lock(ctx context.Context) (unlock func(), err error)
	// write removes and adds quads and applies the changes of the index, all
	// or nothing. Quads to add are absent and quads to remove are present.
	// Only one write runs at a time.
	write(ctx context.Context, add, remove []quad.Quad, changes []change) error
	close() error
}

// reader reads one consistent state of the index. What it returns must not be
// changed, nor kept after the read.
type reader interface {
	// get returns nil for a key that is absent.
	get(key string) ([]byte, error)
	// scan calls f for the keys with the prefix, in order, beginning at from
	// when that is greater. It stops without error when f returns errStop.
	scan(prefix, from string, f func(key, value []byte) error) error
}

// change sets a key of the index, or removes it when the value is nil.
type change struct {
	key   string
	value []byte
}

// errStop ends a scan.
var errStop = errors.New("stop")

func stopped(err error) error {
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}
