package coref

import (
	"strings"
	"sync"
	"testing"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

// analyse resolves an article of the given paragraphs; a paragraph that
// starts with "# " is a heading and begins a new item.
func analyse(t testing.TB, date string, paragraphs ...string) *analysis.Article {
	t.Helper()
	gaz, model := mustGazetteer(t), mustModel(t)
	src := &schema.Article{Date: schema.Interval{Start: date, End: date}}
	art := &analysis.Article{Source: src}
	item := 0
	for _, p := range paragraphs {
		b := schema.Block{Kind: schema.Paragraph, Start: len(src.Text)}
		if rest, ok := strings.CutPrefix(p, "# "); ok {
			item++
			p, b.Kind = rest, schema.Heading
		}
		b.Item = item
		src.Text += p + "\n"
		b.End = len(src.Text) - 1
		art.Blocks = append(art.Blocks, analysis.Block{Block: b, Doc: model.Parse(p)})
	}
	Resolve(art, gaz)
	return art
}

var loadModel = sync.OnceValues(func() (*nlp.Model, error) { return nlp.Load() })

func mustModel(t testing.TB) *nlp.Model {
	t.Helper()
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func mustGazetteer(t testing.TB) *link.Gazetteer {
	t.Helper()
	g, err := link.Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// reading returns what the n-th mention with these words refers to, joined by
// "+".
func reading(art *analysis.Article, words string, n int) string {
	for b := range art.Blocks {
		blk := &art.Blocks[b]
		for k := range blk.Mentions {
			m := &blk.Mentions[k]
			if blk.Doc.Slice(m.Start, m.End) != words {
				continue
			}
			if n--; n > 0 {
				continue
			}
			var names []string
			for _, e := range m.Entities {
				names = append(names, art.Entities[e].Name)
			}
			return strings.Join(names, "+")
		}
	}
	return "no such mention"
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		name string
		text []string
		want map[string]string // words -> entities; "words#2" is their second occurrence
	}{
		{"surname and title", []string{"Kenyan Foreign Minister Amina Odhiambo landed in Lusaka on Monday. Ms Odhiambo praised Zambia."},
			map[string]string{"Amina Odhiambo": "Amina Odhiambo", "Odhiambo": "Amina Odhiambo", "Kenyan": "Kenya", "Lusaka": "Lusaka", "Zambia": "Zambia"}},
		{"capital that acts", []string{"Oslo accused Helsinki of delay. A meeting was held in Oslo."},
			map[string]string{"Oslo": "Norway", "Helsinki": "Finland", "Oslo#2": "Oslo"}},
		{"abbreviation in brackets", []string{"The Northern Fisheries Council (NFC) met on Friday. The NFC rejected the plan."},
			map[string]string{"NFC#2": "Northern Fisheries Council"}},
		{"counterpart", []string{"Chilean Foreign Minister Rosa Varas met her Peruvian counterpart, Luis Quispe, in Quito. Ms Varas thanked him."},
			map[string]string{"her": "Rosa Varas", "her Peruvian counterpart": "Luis Quispe", "him": "Luis Quispe"}},
		{"the two", []string{"Rosa Varas and Luis Quispe shook hands in Quito. The two will meet again in May."},
			map[string]string{"The two": "Rosa Varas+Luis Quispe"}},
		{"office of a state", []string{"Estonia's prime minister, Mart Saar, flew to Riga. There the Estonian prime minister promised more aid."},
			map[string]string{"Estonia's prime minister": "Mart Saar", "the Estonian prime minister": "Mart Saar"}},
		{"officials and troops", []string{"Peruvian officials met Chilean diplomats while Bolivian troops crossed the border."},
			map[string]string{"Peruvian officials": "Peru", "Chilean diplomats": "Chile", "Bolivian troops": "Bolivia"}},
		{"it and its", []string{"Denmark recalled its ambassador. It demanded an apology."},
			map[string]string{"its": "Denmark", "It": "Denmark"}},
		{"pleonastic it", []string{"Denmark hesitated. It was clear that the talks had failed."},
			map[string]string{"It": "no such mention"}},
		{"relative clause", []string{"Mart Saar, who visited Riga in May, thanked Latvia, which had sent help."},
			map[string]string{"who": "Mart Saar", "which": "Latvia"}},
		{"speaker", []string{"“We will never accept this,” said Rosa Varas, Chile's foreign minister. “I told them so.”"},
			map[string]string{"We": "Chile", "I": "Rosa Varas"}},
		{"reciprocal", []string{"Chile and Peru accused each other of spying."},
			map[string]string{"each other": "Chile+Peru"}},
		{"by-words of states", []string{"Thailand and Laos signed a treaty. The kingdom will pay for the bridge."},
			map[string]string{"The kingdom": "Thailand"}},
		{"items keep pronouns apart", []string{"# Riga", "Mart Saar visited Latvia.", "# Quito", "Envoys talked for hours. He was absent."},
			map[string]string{"He": ""}},
		{"names carry over items", []string{"# Riga", "Mart Saar visited Latvia.", "# Quito", "Saar called Ecuador a friend."},
			map[string]string{"Saar": "Mart Saar"}},
		{"organ of a state", []string{"The Danish foreign ministry summoned Peru's ambassador. The ministry gave no reason."},
			map[string]string{"The Danish foreign ministry": "Danish foreign ministry", "The ministry": "Danish foreign ministry", "Peru's ambassador": "Peru"}},
		{"two of one surname", []string{"Rosa Varas met Pedro Varas, her rival. Mrs Varas left early, and Mr Varas stayed."},
			map[string]string{"Varas": "Rosa Varas", "Varas#2": "Pedro Varas"}},
		{"shared title", []string{"The Chilean and Peruvian foreign ministers, Rosa Varas and Luis Quispe, met in Quito. The Peruvian minister left first."},
			map[string]string{"The Peruvian minister": "Luis Quispe"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			art := analyse(t, "2020-06-01", c.text...)
			for words, want := range c.want {
				w, n := words, 1
				if k := strings.IndexByte(words, '#'); k > 0 {
					w, n = words[:k], int(words[k+1]-'0')
				}
				if got := reading(art, w, n); got != want {
					t.Errorf("%q refers to %q, want %q", words, got, want)
				}
			}
		})
	}
}

func TestEntities(t *testing.T) {
	art := analyse(t, "2020-06-01", "The former Chilean president Rosa Varas spoke in Quito. Luis Quispe, secretary of the Andean Water Council, agreed with her.")
	for _, c := range []struct {
		name, office, country string
		former                bool
		gender                analysis.Gender
	}{
		{"Rosa Varas", "President", "Chile", true, analysis.Feminine},
		{"Luis Quispe", "Secretary", "", false, analysis.Masculine},
	} {
		i := art.Find(c.name)
		if i < 0 {
			t.Errorf("no entity %q", c.name)
			continue
		}
		e := &art.Entities[i]
		if e.Office != c.office || e.Former != c.former || e.Gender != c.gender {
			t.Errorf("%s: office %q former %v gender %d, want %q %v %d", c.name, e.Office, e.Former, e.Gender, c.office, c.former, c.gender)
		}
		if c.country != "" && (e.Country < 0 || art.Entities[e.Country].Name != c.country) {
			t.Errorf("%s: country %d, want %s", c.name, e.Country, c.country)
		}
	}
}

// The same article gives the same mentions, however often it is resolved.
func TestDeterministic(t *testing.T) {
	text := []string{"Rosa Varas and Luis Quispe met in Quito. They agreed that Chile and Peru would reopen their embassies, and she thanked him.",
		"The two presidents will meet again. Both countries have said so."}
	first := analyse(t, "2020-06-01", text...)
	for range 5 {
		again := analyse(t, "2020-06-01", text...)
		if len(first.Entities) != len(again.Entities) {
			t.Fatalf("%d entities, then %d", len(first.Entities), len(again.Entities))
		}
		for b := range first.Blocks {
			x, y := first.Blocks[b].Mentions, again.Blocks[b].Mentions
			if len(x) != len(y) {
				t.Fatalf("block %d: %d mentions, then %d", b, len(x), len(y))
			}
			for k := range x {
				if x[k].Start != y[k].Start || x[k].Rule != y[k].Rule || len(x[k].Entities) != len(y[k].Entities) || x[k].Confidence != y[k].Confidence {
					t.Fatalf("block %d mention %d differs: %+v, then %+v", b, k, x[k], y[k])
				}
			}
		}
	}
}
