package schema

// Code is a PLOVER root code, or NoCode.
type Code string

// The PLOVER root codes (Political Language Ontology for Verifiable Event
// Records, 2018 and 2023).
const (
	NoCode    Code = ""
	Agree     Code = "AGREE"
	Consult   Code = "CONSULT"
	Support   Code = "SUPPORT"
	Cooperate Code = "COOPERATE"
	Aid       Code = "AID"
	Yield     Code = "YIELD"
	Request   Code = "REQUEST"
	Accuse    Code = "ACCUSE"
	Reject    Code = "REJECT"
	Threaten  Code = "THREATEN"
	Protest   Code = "PROTEST"
	Sanction  Code = "SANCTION"
	Mobilize  Code = "MOBILIZE"
	Coerce    Code = "COERCE"
	Assault   Code = "ASSAULT"
	Crime     Code = "CRIME"
)

// Codes lists the root codes in PLOVER's order, from cooperation to conflict.
var Codes = [...]Code{Agree, Consult, Support, Cooperate, Aid, Yield, Request, Accuse, Reject,
	Threaten, Protest, Sanction, Mobilize, Coerce, Assault, Crime}

// Quad is one of the four quad classes of event data.
type Quad string

// The quad classes.
const (
	NoQuad              Quad = ""
	VerbalCooperation   Quad = "verbal cooperation"
	MaterialCooperation Quad = "material cooperation"
	VerbalConflict      Quad = "verbal conflict"
	MaterialConflict    Quad = "material conflict"
)

// Quad derives the quad class of a code, as the PLOVER codebook groups them.
func (c Code) Quad() Quad {
	switch c {
	case Agree, Consult, Support:
		return VerbalCooperation
	case Cooperate, Aid, Yield:
		return MaterialCooperation
	case Request, Accuse, Reject, Threaten:
		return VerbalConflict
	case Protest, Sanction, Mobilize, Coerce, Assault, Crime:
		return MaterialConflict
	}
	return NoQuad
}

// Valid reports whether c is NoCode or one of Codes.
func (c Code) Valid() bool { return c == NoCode || c.Quad() != NoQuad }
