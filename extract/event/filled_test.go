package event

import "testing"

func TestNounsThatFillAPlaceAreSomebody(t *testing.T) {
	for _, w := range []string{"country", "official", "rebel"} {
		if !somebody[w] {
			t.Errorf("%q does not fill the place of a party", w)
		}
	}
	for _, w := range []string{"treaty", "war", "demand"} {
		if somebody[w] {
			t.Errorf("%q fills the place of a party", w)
		}
	}
}
