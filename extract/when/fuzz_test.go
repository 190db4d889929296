package when_test

import (
	"testing"

	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// FuzzFind throws strangers' words at the rules: they may find what they
// like, in order and inside the sentence, but not panic.
func FuzzFind(f *testing.F) {
	m, err := nlp.Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range cases {
		f.Add(c.text, "2019-06-14", c.previous)
	}
	f.Add("the end of the the first half of 31 February 0000–9999-", "2020-02-29", "0001")
	f.Add("between May and between a couple of - years - and a half ago", "", "x-y-z")
	f.Fuzz(func(t *testing.T, text, published, previous string) {
		d := m.Parse(text)
		ctx := when.Context{Published: schema.Interval{Start: published}, Previous: schema.Interval{Start: previous}}
		for _, s := range d.Sents {
			last := s.Start
			for _, x := range when.Find(d, s, ctx) {
				if x.Start < last || x.End <= x.Start || x.End > s.End {
					t.Fatalf("time at %d to %d after %d in a sentence of %d to %d", x.Start, x.End, last, s.Start, s.End)
				}
				last = x.End
			}
		}
	})
}
