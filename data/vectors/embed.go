// Package vectors holds the embedded table of word-piece vectors; README.md
// says where it comes from and how it is made. Package extract/vectors reads
// it.
package vectors

import _ "embed"

// Table is the file pieces.bin in the format that extract/vectors documents.
//
//go:embed pieces.bin
var Table []byte
