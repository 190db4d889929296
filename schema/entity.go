package schema

import "strings"

// EntityType is the kind of thing that an entity is.
type EntityType string

// The types of entity.
const (
	Person       EntityType = "Person"
	Country      EntityType = "Country"
	Organization EntityType = "Organization"
	Place        EntityType = "Place"
	Group        EntityType = "Group"     // a people, a bloc without institutions: "the West", "Palestinians"
	Agreement    EntityType = "Agreement" // a treaty, accord, resolution
	Conflict     EntityType = "Conflict"  // a war, a crisis
	Other        EntityType = "Other"
)

// Ref names an entity where a statement mentions it.
type Ref struct {
	ID   string     `json:"id,omitempty"` // "ent:Antony_Blinken"
	Name string     `json:"name"`         // canonical name, "Antony Blinken"
	Type EntityType `json:"type,omitempty"`
}

// IsZero reports whether the reference names nothing.
func (r Ref) IsZero() bool { return r.Name == "" }

// Entity is an actor or place with all that one article says about its names.
type Entity struct {
	Ref
	// Aliases are the other names it goes by in the article, and those that
	// the gazetteer knows it by, sorted, without the canonical name.
	Aliases []string `json:"aliases,omitempty"`
	// Same is a well-known identifier where the gazetteer has one:
	// "iso3166:US", "wikidata:Q30".
	Same string `json:"same,omitempty"`
}

// EntityID makes the identifier of an entity from its canonical name: "ent:"
// and the name with spaces as underscores; characters that an IRI may not
// hold are percent-encoded.
func EntityID(name string) string { return "ent:" + Slug(name) }

// Slug writes s as the local part of an IRI: white space becomes a single
// underscore, letters and digits of every script stay, and bytes that RFC
// 3987 does not allow in a path segment are percent-encoded.
func Slug(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i, f := range strings.Fields(s) {
		if i > 0 {
			b.WriteByte('_')
		}
		for j := 0; j < len(f); j++ {
			c := f[j]
			switch {
			case c >= 0x80, 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
				strings.IndexByte("-._~!$'()*+,;=@", c) >= 0:
				b.WriteByte(c)
			default:
				b.WriteByte('%')
				b.WriteByte(hex[c>>4])
				b.WriteByte(hex[c&15])
			}
		}
	}
	return b.String()
}
