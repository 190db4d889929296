package link

import (
	"fmt"
	"io/fs"
	"strings"

	"entente/extract/analysis"
)

// Level says what sort of office one is.
type Level string

// The levels of office.
const (
	HeadOfState      Level = "head of state"
	HeadOfGovernment Level = "head of government"
	Royal            Level = "royal" // princes and other members of ruling houses
	Minister         Level = "minister"
	Envoy            Level = "envoy" // ambassadors, mediators, negotiators
	Spokesperson     Level = "spokesperson"
	Legislator       Level = "legislator"
	MilitaryOffice   Level = "military"
	Judicial         Level = "judicial"
	Religious        Level = "religious"
	PartyOffice      Level = "party"
	RegionalOffice   Level = "regional"      // governors, mayors
	International    Level = "international" // heads of international bodies
	Official         Level = "official"      // any other office of state
	OtherOffice      Level = "other"         // founders, directors, professions in public life
)

// Office is an office or title as a text names it.
type Office struct {
	// Name is the canonical form, with its rank: "Foreign Minister",
	// "Deputy Prime Minister". Written is the form of the text in title case.
	Name, Written string
	Level         Level
	// Represents says that the holder's acts in office count for the state.
	Represents bool
	// Gender is that of the title ("king"), UnknownGender for most.
	Gender analysis.Gender
	// Of is the state or body that the title alone implies ("pope"), or nil.
	Of *Entry
	// Plural says that the words name several holders ("foreign ministers").
	Plural bool
	// Former, Acting, Elect and Deputy tell how the office is held; Name
	// keeps only Deputy.
	Former, Acting, Elect, Deputy bool
}

type officeRow struct {
	Office
	of string
}

type offices struct {
	titles    map[string]*officeRow
	prefixes  map[string]string // "deputy" -> class of prefix
	honorific map[string]honorific
}

type honorific struct {
	gender analysis.Gender
	class  string // "plain", "military", "religious", "noble"
}

// readOffices reads offices.tsv (canonical name, level, "state" when the
// holder represents it, gender, body implied, other forms), portfolios.tsv
// (name, forms before "minister", forms after "minister of") and
// honorifics.tsv (class, gender, forms).
func (g *Gazetteer) readOffices(files fs.FS) error {
	o := &offices{titles: make(map[string]*officeRow, 1<<11), honorific: map[string]honorific{}, prefixes: map[string]string{}}
	g.offices = o
	genders := map[string]analysis.Gender{"": analysis.UnknownGender, "m": analysis.Masculine, "f": analysis.Feminine}
	err := rows(files, "offices.tsv", 6, func(c []string) error {
		if c[1] == "prefix" {
			for _, p := range append(list(c[5]), c[0]) {
				o.prefixes[Fold(p)] = c[2]
			}
			return nil
		}
		gender, ok := genders[c[3]]
		if !ok {
			return fmt.Errorf("gender %q of %s: want m, f or nothing", c[3], c[0])
		}
		row := &officeRow{Office: Office{Name: c[0], Level: Level(c[1]), Represents: c[2] == "state", Gender: gender}, of: c[4]}
		if c[4] != "" {
			for _, e := range g.Lookup(c[4]) {
				row.Of = e
				break
			}
			if row.Of == nil {
				return fmt.Errorf("office %s implies %q, which the gazetteer does not know", c[0], c[4])
			}
		}
		o.add(c[0], row)
		for _, f := range list(c[5]) {
			o.add(f, row)
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = rows(files, "portfolios.tsv", 3, func(c []string) error {
		minister := &officeRow{Office: Office{Name: c[0] + " Minister", Level: Minister, Represents: true}}
		secretary := &officeRow{Office: Office{Name: c[0] + " Secretary", Level: Minister, Represents: true}}
		for _, f := range list(c[1]) {
			o.addNew(f+" minister", minister)
			o.addNew(f+" secretary", secretary)
		}
		for _, f := range append(list(c[2]), list(c[1])...) {
			for _, of := range []string{" of ", " for ", " of the ", " for the "} {
				o.addNew("minister"+of+f, minister)
				o.addNew("secretary"+of+f, secretary)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return rows(files, "honorifics.tsv", 3, func(c []string) error {
		gender, ok := genders[c[1]]
		if !ok {
			return fmt.Errorf("gender %q: want m, f or nothing", c[1])
		}
		for _, f := range list(c[2]) {
			o.honorific[Fold(f)] = honorific{gender, c[0]}
		}
		return nil
	})
}

func (o *offices) add(form string, row *officeRow) { o.titles[strings.Join(keyOf(form), " ")] = row }

func (o *offices) addNew(form string, row *officeRow) {
	k := strings.Join(keyOf(form), " ")
	if o.titles[k] == nil {
		o.titles[k] = row
	}
}

func keyOf(form string) []string {
	keys, _ := wordKeys(strings.Fields(form), 12)
	return keys
}

// singularWord undoes the plural of the words that carry it in titles.
func singularWord(w string) string {
	switch {
	case w == "secretaries":
		return "secretary"
	case strings.HasSuffix(w, "smen"), strings.HasSuffix(w, "swomen"), strings.HasSuffix(w, "rmen"):
		return w[:len(w)-2] + "an"
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us"):
		return w[:len(w)-1]
	}
	return w
}

// Office recognises the longest office or title at the start of words, with
// its qualifiers ("former deputy foreign minister", "president-elect"), and
// returns it with the number of words that it takes; 0 when there is none.
// Case does not matter, and hyphens may be words of their own.
func (g *Gazetteer) Office(words []string) (Office, int) {
	keys, ends := wordKeys(words, 12)
	var q Office
	at := 0
	var rank []string
prefix:
	for at < len(keys) {
		n := 1
		class, ok := g.offices.prefixes[keys[at]]
		if at+1 < len(keys) {
			if c2, ok2 := g.offices.prefixes[keys[at]+" "+keys[at+1]]; ok2 {
				class, ok, n = c2, true, 2
			}
		}
		if !ok || g.title(keys[at:], nil) > n {
			break
		}
		switch class {
		case "former":
			q.Former = true
		case "acting":
			q.Acting = true
		case "elect":
			q.Elect = true
		case "deputy":
			q.Deputy = true
			rank = append(rank, keys[at:at+n]...)
		case "plain":
		default:
			break prefix
		}
		at += n
	}
	var row *officeRow
	n := g.title(keys[at:], &row)
	if n == 0 {
		return Office{}, 0
	}
	out := row.Office
	out.Plural = g.offices.titles[strings.Join(keys[at:at+n], " ")] == nil
	out.Former, out.Acting, out.Elect, out.Deputy = q.Former, q.Acting, q.Elect, q.Deputy || row.Deputy
	end := at + n
	if end < len(keys) && (keys[end] == "elect" || keys[end] == "designate") {
		out.Elect = true
		end++
	}
	out.Written = title(keys[at : at+n])
	if len(rank) > 0 {
		out.Name = title(rank) + " " + out.Name
		out.Written = title(rank) + " " + out.Written
		if out.Level == HeadOfState || out.Level == HeadOfGovernment {
			out.Level = Minister
		}
	}
	return out, ends[end-1]
}

// title finds the longest known title at the start of keys and returns its
// length.
func (g *Gazetteer) title(keys []string, row **officeRow) int {
	var buf [12]string
	for n := min(len(keys), 8); n > 0; n-- {
		r := g.offices.titles[strings.Join(keys[:n], " ")]
		for i := 0; r == nil && i < n; i++ {
			if s := singularWord(keys[i]); s != keys[i] {
				k := append(buf[:0], keys[:n]...)
				k[i] = s
				r = g.offices.titles[strings.Join(k, " ")]
			}
		}
		if r != nil {
			if row != nil {
				*row = r
			}
			return n
		}
	}
	return 0
}

func title(keys []string) string {
	var b strings.Builder
	for i, k := range keys {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch k {
		case "of", "for", "the", "and", "to", "in", "on":
			b.WriteString(k)
		case "un", "eu", "us", "uk", "mp":
			b.WriteString(strings.ToUpper(k))
		default:
			b.WriteString(strings.ToUpper(k[:1]) + k[1:])
		}
	}
	return b.String()
}

// Honorific returns the gender that a form of address tells ("Mr", "Lady"),
// and whether the word is one ("Dr", "Gen", "Rev" tell none).
func (g *Gazetteer) Honorific(word string) (analysis.Gender, bool) {
	if shapeOf(word) == lower {
		return analysis.UnknownGender, false
	}
	h, ok := g.offices.honorific[Fold(word)]
	return h.gender, ok
}
