package schema

import "strings"

// Interval is a span of time known to some precision. Start and End are ISO
// 8601 dates cut to the precision that is known ("2022", "2022-01",
// "2022-01-20"), both inclusive; for a point in time they are equal. An
// unknown side is "". Text is the wording that it was read from.
type Interval struct {
	Start string `json:"start"`
	End   string `json:"end"`
	Text  string `json:"text,omitempty"`
}

// IsZero reports whether nothing is known of either side.
func (i Interval) IsZero() bool { return i.Start == "" && i.End == "" }

// Contains reports whether all of j certainly lies within i. A missing side
// of i is open; a zero j lies within nothing.
func (i Interval) Contains(j Interval) bool {
	if j.IsZero() {
		return false
	}
	if i.Start != "" && (j.Start == "" || floor(j.Start) < floor(i.Start)) {
		return false
	}
	if i.End != "" && (j.End == "" || ceil(j.End) > ceil(i.End)) {
		return false
	}
	return true
}

// Overlaps reports whether i and j can have a day in common.
func (i Interval) Overlaps(j Interval) bool {
	if i.IsZero() || j.IsZero() {
		return false
	}
	if i.Start != "" && j.End != "" && floor(i.Start) > ceil(j.End) {
		return false
	}
	return i.End == "" || j.Start == "" || floor(j.Start) <= ceil(i.End)
}

// floor and ceil extend a cut date to the first and last day that it covers,
// for comparison only ("2022-02" to "2022-02-31").
func floor(d string) string {
	switch strings.Count(d, "-") {
	case 0:
		return d + "-01-01"
	case 1:
		return d + "-01"
	}
	return d
}

func ceil(d string) string {
	switch strings.Count(d, "-") {
	case 0:
		return d + "-12-31"
	case 1:
		return d + "-31"
	}
	return d
}
