package graph

import "testing"

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"U.S.": "us", "N’Djamena": "ndjamena", "Ján Čarnogurský": "jan carnogursky", "Łódź": "lodz",
		"Saint-Louis": "saint louis", "  A   B ": "a b", "": "", "Straße": "strasse", "外交部": "外交部",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"the West": "west", "Mr. Blinken": "blinken", "President Vladimir Putin": "vladimir putin", "King": "king",
		"Prime": "prime", "Dr Sir X": "x",
	} {
		if got := bare(in); got != want {
			t.Errorf("bare(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSkeleton(t *testing.T) {
	for _, same := range [][2]string{{"Sergei Lavrov", "Sergey Lavrov"}, {"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
		{"Antony Blinken", "Anthony Blinken"}, {"Gerhard Schröder", "Gerhard Schroeder"}} {
		if a, b := skeleton(fold(same[0])), skeleton(fold(same[1])); a != b {
			t.Errorf("%s and %s: %q, %q", same[0], same[1], a, b)
		}
	}
	for _, other := range [][2]string{{"James Mattis", "Jim Mattis"}, {"Kim Jong Un", "Kim Jong Il"}, {"Bush", "Busch"}, {"Abdullah I", "Abdullah II"}} {
		if a, b := skeleton(fold(other[0])), skeleton(fold(other[1])); a == b {
			t.Errorf("%s and %s are both %q", other[0], other[1], a)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"blinken", "blinken", 0}, {"blinkn", "blinken", 1}, {"blniken", "blinken", 1}, {"lavrov", "lavrova", 1}, {"abc", "xyz", 3}, {"", "ab", 2}} {
		if got := distance(c.a, c.b, 2); got != c.want {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
