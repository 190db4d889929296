// Package articles holds the sample articles, embedded in the program.
package articles

import "embed"

// Files are the sample articles, one plain text file each, named for the date
// and place of the event.
//
//go:embed *.txt
var Files embed.FS
