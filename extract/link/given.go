package link

import (
	"fmt"
	"io/fs"
	"strconv"

	"entente/extract/analysis"
)

// given holds given names, by Fold, with the share of their bearers that is
// male, in hundredths.
type given struct {
	male map[string]int8
}

// readGiven reads given.tsv: the share of men in hundredths, and the names
// that have it.
func (g *Gazetteer) readGiven(files fs.FS) error {
	g.given = &given{male: make(map[string]int8, 12000)}
	return rows(files, "given.tsv", 2, func(c []string) error {
		share, err := strconv.Atoi(c[0])
		if err != nil || share < 0 || share > 100 {
			return fmt.Errorf("share of men is %q, want a number from 0 to 100", c[0])
		}
		for _, n := range list(c[1]) {
			g.given.male[n] = int8(share)
		}
		return nil
	})
}

// GivenName returns the gender that a given name points to and the share of
// its bearers that have it, between 0.5 and 1; UnknownGender and 0 when the
// name is not known.
func (g *Gazetteer) GivenName(name string) (analysis.Gender, float64) {
	m, ok := g.given.male[Fold(name)]
	switch {
	case !ok:
		return analysis.UnknownGender, 0
	case m >= 50:
		return analysis.Masculine, float64(m) / 100
	}
	return analysis.Feminine, float64(100-m) / 100
}

// IsGivenName reports whether a name is known as a given name.
func (g *Gazetteer) IsGivenName(name string) bool {
	_, ok := g.given.male[Fold(name)]
	return ok
}
