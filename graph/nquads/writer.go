package nquads

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// AppendQuad appends q as one line of canonical N-Quads, line feed included.
// It fails, appending nothing that a reader could take for a statement, when
// q has a value that N-Quads cannot hold: an IRI that is not absolute or holds
// a forbidden character, an empty blank node, text that is not UTF-8, a
// literal outside the object.
func AppendQuad(dst []byte, q quad.Quad) ([]byte, error) {
	old := len(dst)
	var err error
	if dst, err = appendResource(dst, q.Subject, true); err != nil {
		return dst[:old], fmt.Errorf("writing a subject: %w", err)
	}
	dst = append(dst, ' ')
	if dst, err = appendResource(dst, q.Predicate, false); err != nil {
		return dst[:old], fmt.Errorf("writing a predicate: %w", err)
	}
	dst = append(dst, ' ')
	if dst, err = AppendValue(dst, q.Object); err != nil {
		return dst[:old], fmt.Errorf("writing an object: %w", err)
	}
	if q.Label != nil {
		dst = append(dst, ' ')
		if dst, err = appendResource(dst, q.Label, true); err != nil {
			return dst[:old], fmt.Errorf("writing a label: %w", err)
		}
	}
	return append(dst, " .\n"...), nil
}

func appendResource(dst []byte, v quad.Value, bnode bool) ([]byte, error) {
	switch v.(type) {
	case quad.IRI:
	case quad.BNode:
		if !bnode {
			return dst, errors.New("a blank node cannot stand there")
		}
	default:
		return dst, fmt.Errorf("%v is no IRI", v)
	}
	return AppendValue(dst, v)
}

// AppendValue appends one value as N-Quads write it; see AppendQuad for the
// errors.
func AppendValue(dst []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		if err := CheckIRI(string(v)); err != nil {
			return dst, err
		}
		return append(append(append(dst, '<'), v...), '>'), nil
	case quad.BNode:
		p := parser{s: []byte("_:" + string(v))}
		if b, err := p.bnode(); err != nil || b != v {
			return dst, fmt.Errorf("%q is no label of a blank node", string(v))
		}
		return append(append(dst, "_:"...), v...), nil
	case quad.String:
		return appendQuoted(dst, string(v))
	case quad.LangString:
		p := parser{s: []byte("@" + v.Lang)}
		if tag, err := p.langTag(); err != nil || tag != v.Lang {
			return dst, fmt.Errorf("%q is no language tag", v.Lang)
		}
		dst, err := appendQuoted(dst, string(v.Value))
		return append(append(dst, '@'), v.Lang...), err
	case quad.TypedString:
		dst, err := appendQuoted(dst, string(v.Value))
		if err != nil || v.Type == xsdString {
			return dst, err
		}
		return AppendValue(append(dst, "^^"...), v.Type)
	case nil:
		return dst, errors.New("there is no value")
	}
	return dst, fmt.Errorf("values of type %T cannot be written exactly", v)
}

func appendQuoted(dst []byte, s string) ([]byte, error) {
	if !utf8.ValidString(s) {
		return dst, errors.New("the text is not valid UTF-8")
	}
	const hex = "0123456789ABCDEF"
	dst = append(dst, '"')
	for i := 0; i < len(s); i++ {
		c := s[i]
		k := strings.IndexByte("\t\b\n\r\f\"\\", c)
		switch {
		case k >= 0:
			dst = append(dst, '\\', `tbnrf"\`[k])
		case c < ' ' || c == 0x7F:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			dst = append(dst, c)
		}
	}
	return append(dst, '"'), nil
}
