package standing

import "testing"

func TestLeads(t *testing.T) {
	check(t, []example{
		{"a body by name", "Rosa Varas, who heads the International Monetary Fund, was in Lima.", "Rosa Varas | position | Head | International Monetary Fund"},
		{"a body by name, passive", "Peru left the African Union, chaired by Rosa Varas.", "Rosa Varas | position | Chairman | African Union"},
		{"preside over", "On Monday the European Parliament, over which Rosa Varas presides, rejected it.", "Rosa Varas | position | President | European Parliament"},
		{"a committee of a chamber", "Mary Ellis, who chairs the Senate energy committee, was opposed.", "Mary Ellis | position | Chairman | Senate energy committee"},
		{"its member too", "Mary Ellis, chairwoman of the Senate energy committee, was opposed.", "Mary Ellis | member of | Senate energy committee"},
		{"a delegation stands for its state", "Rosa Varas, who leads the delegation of Chile, walked out.", "Rosa Varas | represents | Chile"},
		{"an armed force", "Luis Quispe, the commander of the Peruvian navy, resigned.", "Luis Quispe | position | Commander | Peruvian navy"},
		{"an armed force by verb", "Luis Quispe, who commands the Peruvian navy, resigned.", "Luis Quispe | position | Commander | Peruvian navy"},
	})
}

func TestOwner(t *testing.T) {
	check(t, []example{
		{"spokesman of a person", "Luis Quispe, the president of Peru, was silent. Rosa Varas, Mr Quispe's spokeswoman, denied it.", "Rosa Varas | position | Spokeswoman | Luis Quispe"},
		{"and of the state", "Luis Quispe, the president of Peru, was silent. Rosa Varas, Mr Quispe's spokeswoman, denied it.", "Rosa Varas | represents | Peru"},
		{"the state's adviser", "Rosa Varas, Joe Biden's national security adviser, flew to Lima.", "Rosa Varas | position | National Security Adviser | United States"},
		{"counterpart of an office", "The interior minister's Peruvian counterpart, Luis Quispe, agreed.", "Luis Quispe | position | Interior Minister | Peru"},
		{"employee of a body", "Luis Quispe, a Reuters journalist, was there.", "Luis Quispe | position | Journalist | Reuters"},
		{"former by an adverb", "Rosa Varas, once Chile's foreign minister, was there.", "Rosa Varas | position | Former Foreign Minister | Chile"},
	})
}

func TestOfficeIsComplete(t *testing.T) {
	check(t, []example{
		{"a minister's subject", "Rosa Varas, the Chilean minister for water and roads, was there.", "Rosa Varas | position | Minister for Water and Roads | Chile"},
		{"chief of staff", "Luis Quispe, Peru's chief of staff, was there.", "Luis Quispe | position | Chief of Staff | Peru"},
		{"wing of a movement", "Hamas sent Adel Nasser, the head of its political wing, to Cairo.", "Adel Nasser | position | Head of the Political Wing | Hamas"},
	})
}

func TestKnownLeaders(t *testing.T) {
	check(t, []example{
		{"office with its years", "Emmanuel Macron flew to Berlin.", "Emmanuel Macron | position | President | France | 2017.."},
		{"former office", "Jimmy Carter flew to Berlin.", "Jimmy Carter | position | Former President | United States"},
		{"owner of a pronoun", "Peru's delegates flew from Lima to Athens. Its prime minister, Kyriakos Mitsotakis, met them.", "Kyriakos Mitsotakis | position | Prime Minister | Greece | 2019.."},
	})
	for _, s := range stated(t, "Abdullah Abdullah flew to Jordan.") {
		if s.Subject.Name == "Abdullah Abdullah" {
			t.Errorf("a man of two names is taken for a monarch: %s", line(&s))
		}
	}
}
