package nquads_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
)

func TestReaderGoesOnAfterAnError(t *testing.T) {
	in := "<a:s> <a:p> \"x\" .\n<relative> <a:p> <a:o> .\r\n\n# nothing\n<a:s> <a:p> <a:o> <a:l> . # end\n"
	r := nquads.NewReader(strings.NewReader(in))
	if q, err := r.Read(); err != nil || q.Object != quad.String("x") {
		t.Fatalf("first: %v, %v", q, err)
	}
	_, err := r.Read()
	var e *nquads.Error
	if !errors.As(err, &e) || e.Line != 2 || e.Column != 1 {
		t.Fatalf("second: %v", err)
	}
	q, err := r.Read()
	if err != nil || q.Label != quad.IRI("a:l") || r.Line() != 5 {
		t.Fatalf("third: %v, %v, line %d", q, err, r.Line())
	}
}

func TestReaderRefusesEndlessLine(t *testing.T) {
	in := bytes.Repeat([]byte("x"), nquads.MaxLine+10)
	in = append(in, "\n<a:s> <a:p> <a:o> .\n"...)
	r := nquads.NewReader(bytes.NewReader(in))
	if _, err := r.Read(); !errors.Is(err, nquads.ErrLineTooLong) {
		t.Fatal(err)
	}
	if _, err := r.Read(); err != nil {
		t.Fatalf("after the long line: %v", err)
	}
}

func TestAppendQuadRefuses(t *testing.T) {
	good := quad.IRI("a:b")
	for name, q := range map[string]quad.Quad{
		"relative":     {Subject: quad.IRI("x"), Predicate: good, Object: good},
		"injection":    {Subject: good, Predicate: good, Object: quad.IRI("a:b> .\n<a:c")},
		"literal":      {Subject: quad.String("x"), Predicate: good, Object: good},
		"native":       {Subject: good, Predicate: good, Object: quad.Int(5)},
		"no object":    {Subject: good, Predicate: good},
		"empty bnode":  {Subject: quad.BNode(""), Predicate: good, Object: good},
		"bad language": {Subject: good, Predicate: good, Object: quad.LangString{Value: "x", Lang: "e n"}},
		"invalid":      {Subject: good, Predicate: good, Object: quad.String("\xff")},
	} {
		if out, err := nquads.AppendQuad(nil, q); err == nil || len(out) != 0 {
			t.Errorf("%s: %q, %v", name, out, err)
		}
	}
}

// FuzzReader: no input panics, and what was read survives writing.
func FuzzReader(f *testing.F) {
	f.Add([]byte("<a:s> <a:p> \"\\u00e9\\n\"@en-GB <a:l> .\n_:b.1 <a:p> \"1\"^^<a:t>."))
	f.Add([]byte("<a:\\u0020> <a:p> <a:o> .\n@prefix a: <a:> ."))
	f.Fuzz(func(t *testing.T, data []byte) {
		quads, _ := readAll(data)
		for _, q := range quads {
			out, err := nquads.AppendQuad(nil, q)
			if err != nil {
				t.Fatalf("writing %v: %v", q, err)
			}
			again, err := readAll(out)
			if err != nil || len(again) != 1 || again[0] != q {
				t.Fatalf("%v became %v (%v)", q, again, err)
			}
		}
	})
}
