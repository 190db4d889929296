package graph_test

import (
	"context"
	"strings"
	"testing"

	"entente/schema"
)

// TestIdentity asks which entities of a graph are taken for one.
func TestIdentity(t *testing.T) {
	org := func(name string, aliases ...string) schema.Entity {
		return schema.Entity{Ref: schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Organization}, Aliases: aliases}
	}
	human := func(name string, aliases ...string) schema.Entity {
		return schema.Entity{Ref: person(name), Aliases: aliases}
	}
	for name, c := range map[string]struct {
		entities []schema.Entity
		ask      string
		want     string // identifiers, the shown one first
	}{
		"another name": {[]schema.Entity{org("US State Department", "State Department"), org("State Department")},
			"State Department", "State_Department US_State_Department"},
		"another name of two": {[]schema.Entity{org("Russian Foreign Ministry", "Foreign Ministry"), org("Chinese Foreign Ministry", "Foreign Ministry"),
			org("Foreign Ministry")}, "ent:Foreign_Ministry", "Foreign_Ministry"},
		"one last name":     {[]schema.Entity{human("Dmitry Peskov"), human("Peskov")}, "Peskov", "Dmitry_Peskov Peskov"},
		"the father's name": {[]schema.Entity{human("Mohammed bin Salman"), human("Salman")}, "ent:Salman", "Salman"},
		"two of one last name": {[]schema.Entity{human("George Bush"), human("Barbara Bush"), human("Bush")}, "ent:Bush",
			"Bush"},
		"spelt in two ways, and the last name": {[]schema.Entity{human("Volodymyr Zelensky"), human("Volodymyr Zelenskyy"), human("Zelenskiy")},
			"Zelensky", "Volodymyr_Zelensky Volodymyr_Zelenskyy Zelenskiy"},
		"a longer name with the short one beside it": {[]schema.Entity{human("Nicolás Maduro Moros", "Nicolás Maduro"), human("Nicolas Maduro"), human("Maduro")},
			"Maduro", "Nicolas_Maduro Maduro Nicolás_Maduro_Moros"},
		"of different types": {[]schema.Entity{org("Georgia"), {Ref: country("Georgia Republic"), Aliases: []string{"Georgia"}}}, "ent:Georgia", "Georgia"},
		"different identifiers": {[]schema.Entity{{Ref: country("Congo"), Same: "iso3166:CG"}, {Ref: country("The Congo"), Same: "iso3166:CD"}},
			"ent:Congo", "Congo"},
		"the article aside": {[]schema.Entity{org("The Hague Tribunal"), org("Hague Tribunal")}, "hague tribunal", "Hague_Tribunal The_Hague_Tribunal"},
	} {
		g := open(t, "memory:")
		addAll(t, g, &schema.Result{Article: schema.Article{ID: "art:x", Text: "x"}, Entities: c.entities})
		e, err := g.Find(context.Background(), c.ask)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := []string{strings.TrimPrefix(e.ID, "ent:")}
		for _, m := range e.Merged {
			got = append(got, strings.TrimPrefix(m.ID, "ent:"))
			if m.Reason == "" {
				t.Errorf("%s: %s is merged without a reason", name, m.ID)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
		// Whoever is asked for, the answer is the same.
		for _, m := range e.Merged {
			if o, err := g.Find(context.Background(), m.ID); err != nil || o.ID != e.ID {
				t.Errorf("%s: %s leads to %v, %v", name, m.ID, o, err)
			}
		}
	}
}
