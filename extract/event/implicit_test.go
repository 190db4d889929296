package event

import (
	"slices"
	"testing"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

func TestMindsKeepWhomTheArticleIsAbout(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	country := func(name string) analysis.Entity { return entity(name, schema.Country, -1) }
	art, ss := story(t, m, []analysis.Entity{country("Fiji"), country("Peru"), country("Chile"), entity("Suva", schema.Place, 0)},
		"Fiji angered Peru and Peru protested to Fiji.", "Fiji closed the port of Suva.",
		"Rain fell.", "Rain fell again.", "It went on.", "It went on for days.", "Nobody came.", "Chile withheld aid.")
	x, pr := newDiscourse(), newProminence(ss)
	for i := range ss[:len(ss)-1] {
		x.enter(&ss[i])
		x.leave(&ss[i], nil)
	}
	last := &ss[len(ss)-1]
	x.enter(last)
	var got []string
	for _, d := range last.minds(x, pr) {
		got = append(got, art.Entities[d.e].Name)
		if d.age != staleAge {
			t.Errorf("%s was last spoken of %d sentences ago by this count, want %d", art.Entities[d.e].Name, d.age, staleAge)
		}
	}
	if want := []string{"Fiji", "Peru"}; !slices.Equal(got, want) {
		t.Errorf("in mind are %v, want %v: the main parties, no mere place", got, want)
	}
}

func TestPredicatesOfCoordinatedAndGovernedVerbs(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, ss := story(t, m, []analysis.Entity{entity("China", schema.Country, -1)},
		"China denied the accusation, summoned the ambassador and suspended its part in the talks.",
		"China is expected to offer food.")
	for i, want := range [][]string{{"deny", "summon", "suspend"}, {"expect", "offer"}} {
		var got []string
		for _, p := range ss[i].predicatesOf(nil, ss[i].mentions[0]) {
			got = append(got, lower(ss[i].block.Doc, p))
		}
		if !slices.Equal(got, want) {
			t.Errorf("sentence %d: China may be a party of %v, want %v", i+1, got, want)
		}
	}
}

func TestProminence(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	country := func(name string) analysis.Entity { return entity(name, schema.Country, -1) }
	_, ss := story(t, m, []analysis.Entity{country("Fiji"), country("Peru"), country("Chile"), country("Japan")},
		"Fiji met Peru.", "Peru thanked Fiji.", "Peru left Chile.")
	p := newProminence(ss)
	for e, want := range []int{2, 1, 3, 4} {
		if got := p.rank(e); got != want {
			t.Errorf("entity %d has rank %d, want %d", e, got, want)
		}
	}
	if p.together(1, 0) != 2 || p.closest(2) != 1 || p.closest(3) != -1 {
		t.Errorf("together %d, closest %d and %d; want 2, 1 and -1", p.together(1, 0), p.closest(2), p.closest(3))
	}
	if got := p.share(2); got != float32(1)/3 {
		t.Errorf("share %v, want a third", got)
	}
}
