package article

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// magics are the first bytes of common kinds of file that are no texts.
var magics = []struct{ head, name string }{
	{"%PDF-", "a PDF document; convert it to text first"},
	{"PK\x03\x04", "a ZIP archive or office document; unpack it or save it as text first"},
	{"\x1f\x8b", "a gzip file; unpack it first"},
	{"\x89PNG", "a PNG picture"},
	{"\xff\xd8\xff", "a JPEG picture"},
	{"GIF8", "a GIF picture"},
	{"\x7fELF", "a program"},
	{"MZ\x90", "a program"},
	{"BZh", "a bzip2 file; unpack it first"},
	{"\xfd7zXZ", "an xz file; unpack it first"},
	{"\x28\xb5\x2f\xfd", "a zstd file; unpack it first"},
	{"SQLite format 3", "an SQLite database"},
	{"\xd0\xcf\x11\xe0", "an old office document; save it as text first"},
	{"{\\rtf", "a rich text document; save it as plain text first"},
	{"\xff\xfe", "UTF-16 text; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)"},
	{"\xfe\xff", "UTF-16 text; convert it to UTF-8 first (iconv -f UTF-16 -t UTF-8)"},
}

// CheckText returns nil for valid UTF-8 text, and an error that wraps
// ErrEmpty, ErrBinary or ErrEncoding, with the place of the first bad byte,
// for anything else.
func CheckText(b []byte) error {
	for _, m := range magics {
		if bytes.HasPrefix(b, []byte(m.head)) {
			return fmt.Errorf("%w: it looks like %s", ErrBinary, m.name)
		}
	}
	if i := bytes.IndexByte(b, 0); i >= 0 {
		return fmt.Errorf("%w: there is a zero byte at offset %d", ErrBinary, i)
	}
	if !utf8.Valid(b) {
		i := 0
		for i < len(b) {
			r, w := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && w <= 1 {
				break
			}
			i += w
		}
		line := 1 + bytes.Count(b[:i], []byte{'\n'})
		return fmt.Errorf("%w: bad byte 0x%02x at offset %d (line %d); convert it first, for instance with iconv -f WINDOWS-1252 -t UTF-8", ErrEncoding, b[i], i, line)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\uFEFF")))) == 0 {
		return ErrEmpty
	}
	return nil
}
