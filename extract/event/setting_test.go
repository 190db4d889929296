package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/extract/code"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// story makes an article of paragraphs in which each name of the list is a
// mention of the entity of that name.
func story(t *testing.T, m *nlp.Model, entities []analysis.Entity, paragraphs ...string) (*analysis.Article, []sentence) {
	t.Helper()
	src := &schema.Article{Date: schema.Interval{Start: "2019-06-14", End: "2019-06-14"}}
	art := &analysis.Article{Source: src, Entities: entities}
	for _, p := range paragraphs {
		d := m.Parse(p)
		b := analysis.Block{Block: schema.Block{Kind: schema.Paragraph}, Doc: d}
		for i := range d.Tokens {
			if e := art.Find(d.Tokens[i].Text); e >= 0 {
				mention := analysis.Mention{Start: i, End: i + 1, Head: i, Entities: []int{e}}
				if d.Tokens[i].Text != entities[e].Name {
					mention.Via = analysis.Capital
				}
				b.Mentions = append(b.Mentions, mention)
			}
		}
		art.Blocks = append(art.Blocks, b)
	}
	when.Fill(art)
	return art, sentences(art, reader(t))
}

func entity(name string, t schema.EntityType, state int, aliases ...string) analysis.Entity {
	e := analysis.Entity{Country: state}
	e.Name, e.Type, e.Aliases = name, t, aliases
	return e
}

func TestPlaceCandidates(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	entities := func() []analysis.Entity {
		return []analysis.Entity{entity("Norway", schema.Country, -1, "Oslo"), entity("Bergen", schema.Place, 0), entity("Nepal", schema.Country, -1)}
	}
	for _, c := range []struct {
		dateline   string
		paragraphs []string
		source     placeSource
		want       string
	}{
		{"", []string{"The king spoke from Oslo on Monday."}, ownPlace, "Oslo"},
		{"", []string{"The king left Norway for Oslo, where the envoys met him."}, ownPlace, "Norway"},
		{"", []string{"The queen flew to Bergen.", "She met the consul there."}, namedPlace, "Bergen"},
		{"SAINT OLAV, Norway", []string{"The queen met the consul."}, datelinePlace, "Saint Olav"},
		{"BERGEN", []string{"The queen met the consul."}, datelinePlace, "Bergen"},
		{"BERGEN/OSLO", []string{"The queen met the consul."}, datelinePlace, ""},
	} {
		art, ss := story(t, m, entities(), c.paragraphs...)
		art.Source.Place = c.dateline
		got := ""
		for _, p := range ss[len(ss)-1].placeCandidates(&flow{place: -1, dateline: -1}) {
			if p.source == c.source && got == "" {
				got = art.Entities[p.entity].Name
			}
		}
		if got != c.want {
			t.Errorf("%q after %q: place %q, want %q", c.paragraphs, c.dateline, got, c.want)
		}
	}
}

func TestItemPlace(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	art, _ := story(t, m, []analysis.Entity{entity("Norway", schema.Country, -1, "OSLO")}, "OSLO", "The queen met the consul.")
	for i := range art.Blocks {
		art.Blocks[i].Item = 3
	}
	art.Blocks[0].Kind = schema.Heading
	ss := sentences(art, reader(t))
	if e := ss[1].itemPlace(); e < 0 || art.Entities[e].Name != "Oslo" || art.Entities[e].Country != 0 {
		t.Errorf("item place %d, want the city of the heading", e)
	}
}

func TestIsWhere(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	_, ss := story(t, m, []analysis.Entity{entity("Bergen", schema.Place, -1), entity("Narvik", schema.Place, -1)},
		"The queen came home from Bergen, where she had met the consul, and went on to Narvik.")
	s := &ss[0]
	all := s.placeCandidates(&flow{place: -1, dateline: -1})
	for word, want := range map[string][2]bool{"met": {true, false}, "came": {false, false}} {
		p := -1
		for i := range s.block.Doc.Tokens {
			if s.block.Doc.Tokens[i].Text == word {
				p = i
			}
		}
		k := readClause(s.block.Doc, s.span, p)
		if got := [2]bool{s.isWhere(k, all, &all[0]), s.isWhere(k, all, &all[1])}; got != want {
			t.Errorf("%s: Bergen and Narvik are the places of its where: %v, want %v", word, got, want)
		}
	}
}

func TestClauseTime(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, word, want string }{
		{"The queen thanked Nepal on Wednesday, two days after it freed the monks.", "thanked", "2019-06-12"},
		{"The queen thanked Nepal on Wednesday, two days after it freed the monks.", "freed", "2019-06-10"},
		{"The queen, who met the consul on Monday, thanked Nepal.", "thanked", "2019-06-12"},
		{"The queen, who met the consul on Monday, thanked Nepal.", "met", "2019-06-10"},
	} {
		_, ss := story(t, m, nil, "The queen came home on Wednesday.", c.text)
		s := &ss[1]
		_, p := at(t, m, c.text, c.word)
		k := readClause(s.block.Doc, s.span, p)
		if got := s.clauseTime(k); got != c.want {
			t.Errorf("%q: time of %s is %s, want %s", c.text, c.word, got, c.want)
		}
	}
}

func TestDeadline(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Norway is to reopen its embassy by the end of 2020.":        "2020",
		"Norway will keep its embassy closed until the end of 2020.": "",
	} {
		_, ss := story(t, m, nil, text)
		if all := ss[0].timeCandidates(); len(all) == 0 || all[0].source != ownTime || all[0].Start != want || all[0].End != "2020" {
			t.Errorf("%q: %v, want it to begin at %q", text, all, want)
		}
	}
}

func TestSaidAtTheMeeting(t *testing.T) {
	art := &analysis.Article{Entities: []analysis.Entity{entity("Norway", schema.Country, -1), entity("Nepal", schema.Country, -1), entity("Liv Dahl", schema.Person, 0),
		entity("Bim Rai", schema.Person, 1), entity("Oslo", schema.Place, 0), entity("Finland", schema.Country, -1)}}
	s := &sentence{block: &analysis.Block{}}
	event := func(a, b int, code schema.Code, day string, place int) *found {
		return &found{s: s, a: argument{entity: a}, b: argument{entity: b}, code: code, mode: schema.Actual, time: &schema.Interval{Start: day, End: day}, place: place, by: -1}
	}
	meeting := event(2, 3, schema.Consult, "2019-06-12", 4)
	for _, c := range []struct {
		what string
		e    *found
		want bool
	}{
		{"to the other", event(3, 2, schema.Request, "2019-06-12", -1), true},
		{"to the other's state", event(2, 1, schema.Accuse, "2019-06-12", -1), true},
		{"in the state around the town", event(2, 1, schema.Accuse, "2019-06-12", 0), true},
		{"on another day", event(2, 3, schema.Request, "2019-06-13", -1), false},
		{"to a third party", event(2, 5, schema.Request, "2019-06-12", -1), false},
		{"elsewhere", event(2, 3, schema.Request, "2019-06-12", 5), false},
	} {
		if got := meetingOf(art, []*found{meeting, c.e}, c.e) == meeting; got != c.want {
			t.Errorf("%s: at the meeting %v, want %v", c.what, got, c.want)
		}
	}
}

// reader returns a coder without weights, which only reads.
func reader(t *testing.T) *code.Coder {
	t.Helper()
	c, err := code.New()
	if err != nil {
		t.Fatal(err)
	}
	return c
}
