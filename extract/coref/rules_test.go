package coref

import (
	"strings"
	"testing"

	data "entente/data/coref"
	"entente/schema"
)

// want maps words, or "words#2" for their second occurrence, to entities.
type want = map[string]string

func expect(t *testing.T, date string, text []string, w want) {
	t.Helper()
	art := analyse(t, date, text...)
	for words, ents := range w {
		n := 1
		if rest, ok := strings.CutSuffix(words, "#2"); ok {
			words, n = rest, 2
		}
		if got := reading(art, words, n); got != ents {
			t.Errorf("%q #%d refers to %q, want %q", words, n, got, ents)
		}
	}
}

func TestDisjoint(t *testing.T) {
	for _, c := range []struct {
		name string
		text []string
		want want
	}{
		{"object of a clause below", []string{"Pedro Varas received Luis Quispe in Lima. Varas said he would call him again on Sunday."},
			want{"he": "Pedro Varas", "him": "Luis Quispe"}},
		{"subject named before under another word", []string{"Luis Quispe waited for Pedro Varas. Mr Varas greeted him and left."}, want{"him": "Luis Quispe"}},
		{"object that the parser takes for a subject", []string{"Pedro Varas studied law in Lima. In May Luis Quispe made him head of the police."}, want{"him": "Pedro Varas"}},
		{"subject shared by a joined verb", []string{"Luis Quispe had lost the vote. Pedro Varas flew to Lima and consoled him."}, want{"him": "Luis Quispe"}},
		{"it beside a subject", []string{"Chile seized three ships on Monday. Peru condemned it."}, want{"it": "Chile"}},
		{"third person beside I, speaker named behind", []string{"Pedro Varas met Luis Quispe in Lima.", "\"I warned him of the cost,\" Varas said."},
			want{"him": "Luis Quispe"}},
		{"third person beside I, pronoun behind", []string{"Pedro Varas met Luis Quispe in Lima. His visit lasted an hour.",
			"\"I warned him of the cost,\" he told reporters. \"He listened. I cannot say more.\""},
			want{"him": "Luis Quispe", "he": "Pedro Varas", "He": "Luis Quispe"}},
		{"subject of a clause about what its verb acts on", []string{"Estonia quarrelled with Latvia. In May Peru jailed two men from Chile whom it accused of spying."},
			want{"it": "Peru"}},
		{"subject of a clause before its name", []string{"Pedro Varas lost the vote. Days after he resigned, Luis Quispe flew to Quito."},
			want{"he": "Luis Quispe"}},
		{"reflexive", []string{"Luis Quispe waited. Pedro Varas blamed himself."}, want{"himself": "Pedro Varas"}},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, "2020-06-01", c.text, c.want) })
	}
}

func TestNominals(t *testing.T) {
	for _, c := range []struct {
		name string
		text []string
		want want
	}{
		{"the latter", []string{"Rosa Varas met Luis Quispe and Mart Saar. The latter thanked Peru."}, want{"The latter": "Mart Saar"}},
		{"the former", []string{"Chile and Peru signed a treaty. The former will pay for it."}, want{"The former": "Chile"}},
		{"each and the other", []string{"Chile and Peru sent envoys to Quito. Each accused the other of spying."},
			want{"Each": "Chile+Peru", "the other": "Chile+Peru"}},
		{"neither of them", []string{"Rosa Varas and Luis Quispe met in Quito. Neither thanked Ecuador."}, want{"Neither": "Rosa Varas+Luis Quispe"}},
		{"the other of two", []string{"Chile and Peru sent envoys to Quito. Chile warned the other."}, want{"the other": "Peru"}},
		{"both capitals", []string{"Estonia and Latvia fell out. Mart Saar will visit both capitals."}, want{"both capitals": "Estonia+Latvia"}},
		{"both delegations", []string{"Estonia and Latvia fell out. Both delegations flew to Helsinki."}, want{"Both delegations": "Estonia+Latvia"}},
		{"soldiers of hers", []string{"Rosa Varas, Chile's defence minister, was firm. Her soldiers would stay, she said."}, want{"Her soldiers": "Chile"}},
		{"soldiers again", []string{"Chilean soldiers crossed the river on Monday. The soldiers burned a bridge."}, want{"The soldiers": "Chile"}},
		{"people of a state", []string{"Mart Saar thanked the Latvian people."}, want{"the Latvian people": "Latvia"}},
		{"fellows are not owned", []string{"Mart Saar, Estonia's prime minister, praised his fellow citizens."}, want{"his fellow citizens": "no such mention"}},
		{"predecessors", []string{"Mart Saar, Estonia's prime minister, signed. His predecessors had refused."}, want{"His predecessors": "Estonia"}},
		{"colleague of a state", []string{"Chilean Foreign Minister Rosa Varas wrote to Peru's foreign minister, Luis Quispe. Her Peruvian colleague did not answer."},
			want{"Her Peruvian colleague": "Luis Quispe"}},
		{"hosts", []string{"Mart Saar, Estonia's prime minister, arrived in Lima on Monday. He thanked his hosts for the dinner."}, want{"his hosts": "Peru"}},
		{"neighbour through a person", []string{"Mart Saar, Estonia's president, quarrelled with Latvia's president, Janis Ozols. Saar called his neighbour a liar."},
			want{"his neighbour": "Latvia"}},
		{"rank before the name", []string{"Col. Luis Quispe seized the palace in Lima. Peru's courts stayed shut. The colonel promised a vote."}, want{"The colonel": "Luis Quispe"}},
		{"chief by the very words", []string{"Rosa Varas, director-general of the Andean Water Agency, met Luis Quispe, head of the Lima Water Board. The director-general praised the pipes."},
			want{"The director-general": "Rosa Varas"}},
		{"the only court", []string{"The Andean Claims Court opened in Quito. Chile objected. Peru was pleased. Bolivia said nothing. Ecuador paid for the building. Brazil sent a note. It rained for days. The guests went home. The court ruled on Friday."},
			want{"The court": "Andean Claims Court"}},
		{"leader of a faction", []string{"Estonia's prime minister, Mart Saar, resigned. The Estonian opposition leader was pleased."}, want{"The Estonian opposition leader": "no such mention"}},
		{"opposite number", []string{"Chilean Foreign Minister Rosa Varas met Luis Quispe, her opposite number."}, want{"her opposite number": "Luis Quispe"}},
		{"armed men of a people", []string{"Tuareg rebels attacked a bridge in Mali. Peru condemned the attack."}, want{"Tuareg rebels": "Tuareg rebels"}},
		{"armed men of a state", []string{"Chile said that Bolivian rebels had crossed the border."}, want{"Bolivian rebels": "Bolivian rebels"}},
		{"place before a person", []string{"From New York Luis Quispe warned Chile."}, want{"New York": "New York", "Luis Quispe": "Luis Quispe"}},
		{"pair of a verb", []string{"Mart Saar received Janis Ozols in Tallinn on Monday. They agreed to reopen the bridge."}, want{"They": "Mart Saar+Janis Ozols"}},
		{"pronoun before its subject", []string{"Luis Quispe had won. Praised by his rivals, Pedro Varas left Lima."}, want{"his": "Pedro Varas"}},
		{"a movement is a side", []string{"Colombia and the FARC met in Oslo. The talks were hard. The two sides signed a truce."}, want{"The two sides": "Colombia+Revolutionary Armed Forces of Colombia"}},
		{"sides are states first", []string{"Estonia and Latvia quarrelled over fish. Finland offered help. The Nordic Council regretted the affair. Both sides recalled their envoys."},
			want{"Both sides": "Estonia+Latvia"}},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, "2020-06-01", c.text, c.want) })
	}
}

func TestWellKnown(t *testing.T) {
	for _, c := range []struct {
		name, date string
		text       []string
		want       want
	}{
		{"the president of an item", "2022-06-01", []string{"# Washington", "Biden praised the vote.", "# Later", "The United States was pleased, an aide said. Reporters were told that the president would call Riga."},
			want{"the president": "Biden"}},
		{"bare surname in a heading", "2022-06-01", []string{"# Scholz in Riga", "Germany will send tanks to Latvia, the chancellor said."}, want{"the chancellor": "Scholz"}},
		{"two offices at once", "2023-03-01", []string{"Saudi Arabia's Mohammed bin Salman received guests from Latvia. The crown prince served coffee."}, want{"The crown prince": "Mohammed bin Salman"}},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, c.date, c.text, c.want) })
	}
}

func TestNameTypes(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       schema.EntityType
	}{
		{"Peru rejected the charge, but al-Sabil, a paper close to the army, called it true.", "al-Sabil", schema.Organization},
		{"Chile's Tama Purako refused to sign.", "Tama Purako", schema.Person},
		{"R Kalinde refused to sign, Chile said.", "R Kalinde", schema.Person},
		{"A bomb went off near Velkovar on Monday.", "Velkovar", schema.Place},
		{"Chile boarded the trawler Marisol on Monday.", "Marisol", schema.Other},
		{"Mr Vestman spoke first. Peru thanked Orlo Vestman on Monday.", "Orlo Vestman", schema.Person},
		{"Sri Lankan judges heard the case.", "Sri Lanka", schema.Country},
	} {
		t.Run(c.name, func(t *testing.T) {
			art := analyse(t, "2020-06-01", c.text)
			for i := range art.Entities {
				if e := &art.Entities[i]; e.Name == c.name {
					if e.Type != c.want {
						t.Errorf("%s is a %s, want %s", c.name, e.Type, c.want)
					}
					return
				}
			}
			t.Errorf("no entity %q", c.name)
		})
	}
}

// TestLeaning keeps a name that is mostly a woman's from being "he".
func TestLeaning(t *testing.T) {
	expect(t, "2020-06-01", []string{"Ellen Saar wrote to Pedro Varas on Monday. He answered at once. She was pleased."}, want{"He": "Pedro Varas", "She": "Ellen Saar"})
}

// TestLeadersTable checks that the list of leaders reads whole and that no
// tenure ends before it starts.
func TestLeadersTable(t *testing.T) {
	fields := set("head government foreign deputy monarch royal leader pope chief")
	for f := range rows(data.Leaders) {
		if len(f) != 3 {
			t.Errorf("row %q has %d columns, want 3", f[0], len(f))
			continue
		}
		if !fields[f[1]] {
			t.Errorf("row %q has the unknown field %q", f[0], f[1])
		}
	}
	for _, list := range leadersByWord() {
		for _, l := range list {
			if l.start == 0 || l.end < l.start {
				t.Errorf("%s (%s): tenure %d-%d", l.name, l.of, l.start, l.end)
			}
		}
	}
}
