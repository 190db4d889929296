// Package gazetteer holds the lists of states, cities, organisations, offices
// and given names that extract/link reads, as tab-separated text. The README
// beside it says where each list comes from.
package gazetteer

import "embed"

// Files are the lists, by file name.
//
//go:embed *.tsv
var Files embed.FS
