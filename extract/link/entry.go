package link

import "entente/schema"

// Kind is what an entry of the gazetteer is, more finely than its type.
type Kind string

// The kinds of entry.
const (
	Country       Kind = "country"        // a state, or a dependency with an ISO 3166 code
	FormerCountry Kind = "former country" // "Soviet Union", "Zaire"
	Territory     Kind = "territory"      // disputed, autonomous or dependent: "Crimea", "Kashmir", "Scotland"
	Region        Kind = "region"         // part of a state or of the world: "Texas", "Middle East", "Red Sea"
	Continent     Kind = "continent"
	City          Kind = "city"
	CapitalCity   Kind = "capital"
	Site          Kind = "place" // a venue or site: "Camp David", "Panmunjom"
	Org           Kind = "org"   // intergovernmental: "United Nations", "NATO", "OPEC"
	Armed         Kind = "armed" // an armed group or movement: "Hezbollah", "FARC"
	Party         Kind = "party"
	Company       Kind = "company"
	Society       Kind = "society"    // a non-governmental organisation: "Amnesty International"
	Parliament    Kind = "parliament" // "Knesset"
	Ministry      Kind = "ministry"   // "State Department"
	Service       Kind = "service"    // intelligence, police: "CIA"
	Forces        Kind = "forces"     // "Red Army", "IDF"
	Organ         Kind = "organ"      // any other organ of a state: courts, central banks
	SeatKind      Kind = "seat"       // "the Kremlin", "Downing Street"
	People        Kind = "people"     // "Kurds", "Palestinians"
	Bloc          Kind = "bloc"       // states without common institutions: "the West"
	Media         Kind = "media"      // "Reuters"
)

// Entry is one thing that the gazetteer knows. Entries are read-only; the
// same thing is always the same pointer, so they can be compared.
type Entry struct {
	ID   string // schema.EntityID of Name
	Name string // canonical English name
	Type schema.EntityType
	Kind Kind
	// Country is the state that it belongs to or stands for; nil for states
	// themselves and for what belongs to none.
	Country *Entry
	// Host is the organisation that a seat stands for instead of a state
	// ("Turtle Bay" for the United Nations), else nil.
	Host *Entry
	// Aliases are other names, without Name, as written.
	Aliases []string
	// Same is a well-known identifier, "iso3166:US" or "geonames:2643743", or "".
	Same string
	// Capital is the capital city of a state, nil when it has none.
	Capital *Entry
	// Adjectives and Persons are the demonyms: "Danish"; "Dane", "Danes".
	Adjectives, Persons []string
	// Population is that of a city, 0 when unknown.
	Population int

	capitals []*Entry
}

// State returns the state that e is, belongs to or stands for, or nil.
func (e *Entry) State() *Entry {
	if e == nil || e.IsState() {
		return e
	}
	return e.Country
}

// IsState reports whether e is a state of today or of the past.
func (e *Entry) IsState() bool {
	return e != nil && (e.Kind == Country || e.Kind == FormerCountry)
}

// IsPlace reports whether things can happen at e: states, territories,
// regions, cities and sites.
func (e *Entry) IsPlace() bool {
	if e == nil {
		return false
	}
	switch e.Kind {
	case Country, FormerCountry, Territory, Region, Continent, City, CapitalCity, Site:
		return true
	}
	return false
}

// typeOf gives the schema's type for a kind.
func typeOf(k Kind) schema.EntityType {
	switch k {
	case Country, FormerCountry:
		return schema.Country
	case Territory, Region, Continent, City, CapitalCity, Site:
		return schema.Place
	case People, Bloc:
		return schema.Group
	}
	return schema.Organization
}

// rank orders entries that share a name: the more often news means it, the
// smaller the number.
func rank(k Kind) int {
	switch k {
	case Country:
		return 0
	case FormerCountry:
		return 1
	case Territory:
		return 2
	case CapitalCity:
		return 3
	case Org, SeatKind:
		return 4
	case Parliament, Ministry, Service, Forces, Organ, Armed:
		return 5
	case Continent, Bloc, People:
		return 6
	case Media, Party, Company, Society:
		return 7
	case Region, Site:
		return 8
	}
	return 9
}
