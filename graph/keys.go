package graph

import "strings"

// The index is one ordered space of keys beside the quads, in the same
// transaction. It holds nothing that does not follow from the quads (except
// the journal of additions), and is rebuilt from them when its format
// changes. A key is the letter of its table and parts divided by NUL.
const (
	tabMeta     = 'm' // name -> value: format, counters
	tabArticle  = 'A' // article -> articleRecord
	tabParts    = 'a' // article -> articleParts
	tabRecord   = 'S' // statement, article -> record
	tabActor    = 'E' // actor, date, statement, article -> entry: events of an actor, latest first
	tabPair     = 'D' // actor, other, date, statement, article -> entry: events and standings of a pair
	tabPlace    = 'P' // place, date, statement, article -> entry
	tabCode     = 'K' // code, date, statement, article -> entry
	tabRelation = 'R' // relation, date, statement, article -> entry
	tabDate     = 'T' // date, statement, article -> entry
	tabStanding = 'Z' // entity, relation, role, statement, article -> entry
	tabEntity   = 'X' // entity -> entityRecord
	tabDegree   = 'U' // entity -> number of its events
	tabName     = 'N' // folded name, entity -> ""
	tabWord     = 'W' // folded word of a name, entity -> ""
	tabSkeleton = 'Y' // name that may make two entities one -> its holders
	tabCrowd    = 'G' // the same, where there are several
	tabLink     = 'L' // subject, relation, object, place -> number of statements behind the link quad
	tabMerge    = 'M' // entity, entity -> decision of a user
	tabHidden   = 'F' // forgotten id -> reason
	tabJournal  = 'J' // number of the addition, article -> hour
)

const sep = "\x00"

func key(table byte, parts ...string) string {
	var b strings.Builder
	b.WriteByte(table)
	for i, p := range parts {
		if i > 0 {
			b.WriteString(sep)
		}
		b.WriteString(p)
	}
	return b.String()
}

// prefix is a key that all longer keys with these whole parts begin with.
func prefix(table byte, parts ...string) string {
	if len(parts) == 0 {
		return string(rune(table))
	}
	return key(table, parts...) + sep
}

// splitKey returns the parts of a key.
func splitKey(k []byte) []string { return strings.Split(string(k[1:]), sep) }

// undated sorts behind every date.
const undated = "~"

// dateKey turns a cut date round, so that ascending keys give the latest
// first; within a month or year the most precise come first.
func dateKey(d string) string {
	if d == "" {
		return undated
	}
	var b [10]byte
	for i := range b {
		switch {
		case i >= len(d):
			b[i] = '9'
			if i == 4 || i == 7 {
				b[i] = '-'
			}
		case '0' <= d[i] && d[i] <= '9':
			b[i] = '9' - d[i] + '0'
		default:
			b[i] = d[i]
		}
	}
	return string(b[:])
}
