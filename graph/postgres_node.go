package graph

import (
	"database/sql"
	"encoding/hex"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// node is a value as a row of Cayley's table of nodes.
type node struct {
	value    []byte // in Cayley's own encoding, for what the other columns cannot hold
	text     sql.NullString
	datatype sql.NullString
	language sql.NullString
	iri      sql.NullBool
	bnode    sql.NullBool
}

func nodeOf(v quad.Value) (n node, err error) {
	yes := sql.NullBool{Bool: true, Valid: true}
	str := func(s string) sql.NullString { return sql.NullString{String: s, Valid: true} }
	switch v := v.(type) {
	case quad.IRI:
		n.text, n.iri = str(string(v)), yes
	case quad.BNode:
		n.text, n.bnode = str(string(v)), yes
	case quad.String:
		n.text = str(string(v))
	case quad.TypedString:
		n.text, n.datatype = str(string(v.Value)), str(string(v.Type))
	case quad.LangString:
		n.text, n.language = str(string(v.Value)), str(v.Lang)
	default:
		n.value, err = pquads.MarshalValue(v)
		return n, err
	}
	// The database has no NUL in text, and Cayley reads the four characters
	// \x00 as one; such values go into the column of bytes.
	if strings.Contains(n.text.String, "\x00") || strings.Contains(n.text.String, `\x00`) {
		n = node{}
		n.value, err = pquads.MarshalValue(v)
	}
	return n, err
}

// read is the way back from nodeOf; a row without anything is no value.
func (n *node) read() (quad.Value, error) {
	switch {
	case n.value != nil:
		return pquads.UnmarshalValue(n.value)
	case !n.text.Valid:
		return nil, nil
	case n.iri.Bool:
		return quad.IRI(n.text.String), nil
	case n.bnode.Bool:
		return quad.BNode(n.text.String), nil
	case n.language.Valid:
		return quad.LangString{Value: quad.String(n.text.String), Lang: n.language.String}, nil
	case n.datatype.Valid:
		return quad.TypedString{Value: quad.String(n.text.String), Type: quad.IRI(n.datatype.String)}, nil
	}
	return quad.String(n.text.String), nil
}

func hashOf(v quad.Value) []byte {
	h := refs.HashOf(v)
	return h[:]
}

// hexHash is the hash of a value in hexadecimal, null for no value.
func hexHash(v quad.Value) sql.NullString {
	if v == nil {
		return sql.NullString{}
	}
	return sql.NullString{String: hex.EncodeToString(hashOf(v)), Valid: true}
}

func hexText(b []byte) sql.NullString {
	if b == nil {
		return sql.NullString{}
	}
	return sql.NullString{String: hex.EncodeToString(b), Valid: true}
}
