package coref

import "testing"

func TestBodyCalledByItsNoun(t *testing.T) {
	for _, c := range []struct{ first, then, words, want string }{
		{"The United Nations Security Council met on Monday.", "Libya wrote a letter to the Council.", "Council", "United Nations Security Council"},
		{"Zambia owes money to the International Monetary Fund.", "Ghana thanked the Fund on Friday.", "Fund", "International Monetary Fund"},
		{"The International Court of Justice heard the case.", "Uruguay thanked the Court on Friday.", "Court", "International Court of Justice"},
		{"The African Union sent an envoy.", "Niger thanked the Council on Friday.", "Council", "Council"},
	} {
		art := analyse(t, "2023-03-01", c.first, c.then)
		if got := reading(art, c.words, 0); got != c.want {
			t.Errorf("%s %s: %s is %q, want %q", c.first, c.then, c.words, got, c.want)
		}
	}
}
