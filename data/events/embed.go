// Package events embeds the trained models of the event finder; README.md
// says how they are made.
package events

import _ "embed"

// Models is the file that event.ReadModels reads.
//
//go:embed models.bin
var Models []byte
