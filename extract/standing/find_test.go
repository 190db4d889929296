package standing

import (
	"strings"
	"testing"

	"entente/extract/analysis"
	"entente/extract/coref"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// stated runs the steps before and returns the relations found.
func stated(t *testing.T, text string) []schema.Standing {
	t.Helper()
	gaz, err := link.Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	src := &schema.Article{ID: "art:test", Text: text, Date: schema.Interval{Start: "2020-06-01", End: "2020-06-01"}}
	b := analysis.Block{Block: schema.Block{Kind: schema.Paragraph, End: len(text)}, Doc: model.Parse(text)}
	for _, s := range b.Doc.Sents {
		b.Times = append(b.Times, when.Find(b.Doc, s, when.Context{Published: src.Date})...)
	}
	art := &analysis.Article{Source: src, Blocks: []analysis.Block{b}}
	coref.Resolve(art, gaz)
	return Find(art, gaz)
}

func line(s *schema.Standing) string {
	l := s.Subject.Name + " | " + s.Relation + " | " + s.Object.Name
	if s.Of != nil {
		l += " | " + s.Of.Name
	}
	if s.Period != nil {
		l += " | " + s.Period.Start + ".." + s.Period.End
	}
	return l
}

// example is a text with one relation that it states; with a "!" before it,
// one that it must not.
type example struct{ name, text, want string }

func check(t *testing.T, list []example) {
	t.Helper()
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			want, not := strings.CutPrefix(c.want, "!")
			var got []string
			for _, s := range stated(t, c.text) {
				got = append(got, line(&s))
			}
			all := "\n" + strings.Join(got, "\n") + "\n"
			if found := strings.Contains(all, "\n"+want+"\n"); found == not {
				t.Errorf("%q: %q stated: %v, among %q", c.text, want, found, got)
			}
		})
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Chilean Foreign Minister Rosa Varas arrived on Monday.", []string{"Rosa Varas | position | Foreign Minister | Chile", "Rosa Varas | represents | Chile"}},
		{"Luis Quispe, the former president of Peru, was absent.", []string{"Luis Quispe | position | Former President | Peru"}},
		{"Mart Saar, an Estonian journalist, was arrested in Minsk.", []string{"Mart Saar | citizen of | Estonia"}},
		{"Finland joined NATO in 2023.", []string{"Finland | member of | NATO | 2023.."}},
		{"Finland will join NATO.", nil},
		{"Two members of the European Parliament, Rosa Varas and Mart Saar, were expelled.", []string{"Rosa Varas | member of | European Parliament", "Mart Saar | member of | European Parliament"}},
		{"Nairobi, the capital of Kenya, was calm.", []string{"Nairobi | capital of | Kenya"}},
		{"They met in the English city of Salisbury.", []string{"Salisbury | located in | United Kingdom"}},
		{"Rosa Varas, a spokeswoman for the Chilean foreign ministry, denied it.", []string{"Rosa Varas | position | Spokeswoman | Chilean foreign ministry", "Rosa Varas | represents | Chilean foreign ministry"}},
		{"Rosa Varas, who chairs the African Union, spoke.", []string{"Rosa Varas | position | Chairman | African Union"}},
		{"Chile recalled Rosa Varas, its ambassador to Peru.", []string{"Rosa Varas | position | Ambassador to Peru | Chile", "Rosa Varas | represents | Chile"}},
		{"Mr Quispe's predecessor, Rosa Varas, agreed with President Luis Quispe of Peru.", []string{"Rosa Varas | position | Former President | Peru"}},
	} {
		var got []string
		out := stated(t, c.text)
		for i := range out {
			s := &out[i]
			got = append(got, line(s))
			if s.Sentence != c.text[s.Start:s.End] || s.Article != "art:test" || s.Confidence <= 0 || s.Confidence > 1 || s.Rule == "" || s.ID == "" {
				t.Errorf("%q: incomplete statement %+v", c.text, *s)
			}
		}
		all := "\n" + strings.Join(got, "\n") + "\n"
		for _, w := range c.want {
			if !strings.Contains(all, "\n"+w+"\n") {
				t.Errorf("%q: no %q among %q", c.text, w, got)
			}
		}
		if c.want == nil && len(got) > 0 {
			t.Errorf("%q: states %q, want nothing", c.text, got)
		}
	}
}

func TestPeriod(t *testing.T) {
	out := stated(t, "Luis Quispe, president of Peru since 2016, resigned on Friday.")
	for i := range out {
		if s := &out[i]; s.Relation == "position" && s.Period != nil && s.Period.Start == "2016" && s.Period.End == "" {
			return
		}
	}
	t.Errorf("no position since 2016 among %d statements", len(out))
}
