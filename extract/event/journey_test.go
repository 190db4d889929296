package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/schema"
)

func TestArriveVisitsTheState(t *testing.T) {
	const peru, lima, envoy, clerk = 0, 1, 2, 3
	entities := []analysis.Entity{entity("Peru", schema.Country, -1), entity("Lima", schema.Place, peru),
		entity("Ana Ruiz", schema.Person, -1), entity("Juan Diaz", schema.Person, peru)}
	for _, c := range []struct {
		who    int
		verb   string
		code   schema.Code
		object int
	}{
		{envoy, "fly", schema.Consult, peru},
		{clerk, "fly", schema.Consult, lima}, // at home
		{envoy, "shell", schema.Assault, lima},
		{peru, "return", schema.Consult, lima},
	} {
		e := &found{a: argument{mention: &analysis.Mention{}, entity: c.who}, b: argument{mention: &analysis.Mention{}, entity: lima},
			k: &clause{lemma: c.verb}, code: c.code, place: -1}
		arrive(&analysis.Article{Entities: entities}, []*found{e})
		if e.b.entity != c.object {
			t.Errorf("%s of %d: the object is %d, want %d", c.verb, c.who, e.b.entity, c.object)
		}
		if went := c.object == peru; went != (e.place == lima) {
			t.Errorf("%s of %d: the place is %d", c.verb, c.who, e.place)
		}
	}
}
