package standing

import "testing"

func TestOrigin(t *testing.T) {
	check(t, []example{
		{"a passport", "Mart Saar, who carries an Estonian passport, was arrested in Minsk.", "Mart Saar | citizen of | Estonia"},
		{"a passport refused", "Mart Saar did not get an Estonian passport.", "!Mart Saar | citizen of | Estonia"},
		{"citizenship", "Rosa Varas received Chilean citizenship in May.", "Rosa Varas | citizen of | Chile"},
		{"called by origin", "Luis Quispe, president of Peru, flew to Santiago. The Peruvian was late.", "Luis Quispe | citizen of | Peru"},
		{"an occupation", "Mart Saar, an Estonian diver, was arrested in Minsk.", "Mart Saar | citizen of | Estonia"},
		{"an occupation shared", "Mart Saar and Jaan Tamm, two divers from Estonia, were arrested in Minsk.", "Jaan Tamm | citizen of | Estonia"},
		{"said of a person", "Peter Wood, who is American, was freed.", "Peter Wood | citizen of | United States"},
		{"people before names", "The Americans Peter Wood and Mary Ellis were freed.", "Mary Ellis | citizen of | United States"},
		{"people held somewhere", "Two Americans jailed in Iran, Peter Wood and Mary Ellis, were freed.", "Mary Ellis | citizen of | United States"},
		{"both of them", "Peter Wood and Mary Ellis, both Canadians, were freed.", "Peter Wood | citizen of | Canada"},
		{"each their own", "Peter Wood, an Australian, and Mary Ellis, a Canadian, were freed.", "!Mary Ellis | citizen of | Australia"},
		{"no envoy", "Canadian Peter Wood was freed.", "!Peter Wood | represents | Canada"},
		{"a double origin", "Rosa Varas, a British-Iranian engineer, was freed.", "Rosa Varas | citizen of | United Kingdom"},
		{"and of the first of them", "Two Estonian divers, Mart Saar and Jaan Tamm, were arrested in Minsk.", "Mart Saar | citizen of | Estonia"},
	})
}

func TestParties(t *testing.T) {
	check(t, []example{
		{"party of its leader", "Peru banned the Popular Liberation Front of the late Pedro Varas.", "Pedro Varas | member of | Popular Liberation Front"},
		{"states that chair", "Chile, which chairs the Pacific Alliance jointly with Peru, called a meeting.", "Peru | member of | Pacific Alliance"},
		{"presidency of a body", "Rosa Varas was in Malta, which holds the EU presidency.", "Malta | member of | European Union"},
		{"place in a body", "Norway's seat in NATO was left empty.", "Norway | member of | NATO"},
		{"a party named like an office", "Rosa Varas, whose Justice Party lost the vote, walked out.", "Rosa Varas | member of | Justice Party"},
		{"and its leader", "Justice Party leader Rosa Varas walked out.", "Rosa Varas | position | Leader | Justice Party"},
		{"members before names", "EU members Estonia and Latvia walked out.", "Latvia | member of | European Union"},
		{"members behind their noun", "The three Baltic members of NATO, Estonia, Latvia and Lithuania, agreed.", "Lithuania | member of | NATO"},
		{"a treaty signed, passive", "The Nairobi Treaty was signed by Kenya and Uganda in 2001.", "Uganda | party to | Nairobi Treaty"},
		{"a treaty that they signed", "The Nairobi Treaty, which Kenya and Uganda signed in 2001, has lapsed.", "Uganda | party to | Nairobi Treaty"},
		{"a treaty left", "Kenya pulled out of the Nairobi Treaty.", "Kenya | party to | Nairobi Treaty"},
		{"arm of a body", "The Quds Force, an arm of the Revolutionary Guards, agreed.", "Quds Force | part of | Islamic Revolutionary Guard Corps"},
		{"seat of a body", "The World Health Organization, based in Geneva, agreed.", "World Health Organization | located in | Geneva"},
		{"based", "The Hague-based International Criminal Court agreed.", "International Criminal Court | located in | The Hague"},
		{"an ally", "Lithuania, a NATO ally, protested.", "Lithuania | member of | NATO"},
		{"an ally of a state", "Luis Quispe, a Peruvian ally, protested.", "!Luis Quispe | member of | Peru"},
		{"examples", "Members of the African Union such as Kenya and Ghana protested.", "Ghana | member of | African Union"},
		{"one of several", "Kenya is one of the ten non-permanent members of the Security Council.", "Kenya | member of | United Nations Security Council"},
		{"an official of a movement", "Adel Nasser, a Hamas official, agreed.", "Adel Nasser | member of | Hamas"},
		{"a signatory", "Kenya, a signatory of the Rome Statute, protested.", "Kenya | party to | Rome Statute"},
		{"no place", "Norway has no seat in NATO, Luis Quispe said.", "!Norway | member of | NATO"},
	})
}

func TestPlaces(t *testing.T) {
	check(t, []example{
		{"a town described", "Rukla, a town in central Lithuania, was attacked.", "Rukla | located in | Lithuania"},
		{"near a capital", "The tanks reached Akmene, a town outside the Lithuanian capital.", "Akmene | located in | Lithuania"},
	})
}

func TestEmployment(t *testing.T) {
	check(t, []example{
		{"an occupation", "Mart Saar, a policeman, was hurt.", "Mart Saar | position | Policeman"},
		{"what befell somebody", "Mart Saar, a hostage, was hurt.", "!Mart Saar | position | Hostage"},
		{"a see", "The archbishop of Lima, Luis Quispe, prayed.", "Luis Quispe | position | Archbishop of Lima"},
		{"a body that only its words name", "Luis Quispe, who heads the provincial assembly, refused.", "Luis Quispe | position | Head of the Provincial Assembly"},
		{"a government that only its words name", "Luis Quispe, who heads the rival cabinet, refused.", "Luis Quispe | position | Head of the Rival Cabinet"},
	})
}

func TestOfficeInTime(t *testing.T) {
	check(t, []example{
		{"years that are over", "Rosa Varas, Chile's defence minister from 2010 to 2014, refused.", "Rosa Varas | position | Former Defence Minister | Chile | 2010..2014"},
		{"elect", "Mart Saar, the president-elect of Estonia, spoke.", "Mart Saar | position | President-elect | Estonia"},
		{"elect, before the name", "Estonian President-elect Mart Saar spoke.", "Mart Saar | position | President-elect | Estonia"},
		{"succession", "Mart Saar succeeded Jaan Tamm as foreign minister of Estonia in May.", "Mart Saar | position | Foreign Minister | Estonia"},
		{"who is succeeded", "Mart Saar succeeded Jaan Tamm as foreign minister of Estonia in May.", "Jaan Tamm | position | Former Foreign Minister | Estonia"},
		{"resignation", "Rosa Varas stepped down as Chile's president in May.", "Rosa Varas | position | Former President | Chile"},
		{"sworn in", "Mart Saar was sworn in as president of Estonia on Monday.", "Mart Saar | position | President | Estonia"},
	})
}

func TestTitlesBeforeNames(t *testing.T) {
	check(t, []example{
		{"secretary-general", "UN Secretary-General Rosa Varas spoke.", "Rosa Varas | position | Secretary-general | United Nations"},
		{"modifiers that the parser gives to the name", "Saudi Crown Prince Talal bin Said spoke.", "Talal bin Said | position | Crown Prince | Saudi Arabia"},
		{"ex", "Ex-president Rosa Varas of Chile was in Lima.", "Rosa Varas | position | Former President | Chile"},
		{"and does not act for it", "Ex-president Rosa Varas of Chile was in Lima.", "!Rosa Varas | represents | Chile"},
		{"ousted", "Rosa Varas, the ousted president of Chile, refused.", "Rosa Varas | position | Former President | Chile"},
		{"plural with states apart", "Foreign ministers Mart Saar of Estonia and Rosa Varas of Chile met in Lima.", "Rosa Varas | position | Foreign Minister | Chile"},
		{"plural with holders behind", "The foreign ministers of Estonia and Chile, Mart Saar and Rosa Varas, met.", "Rosa Varas | position | Foreign Minister | Chile"},
		{"three of them", "The presidents of Estonia, Chile and Peru, Mart Saar, Rosa Varas and Luis Quispe, met.", "Luis Quispe | position | President | Peru"},
		{"two offices of one", "Mart Saar, Estonia's prime minister and chairman of the Baltic Council, agreed.", "Mart Saar | position | Prime Minister | Estonia"},
		{"opposite number of a state's man", "Luis Quispe, the foreign minister of Peru, called Estonia's Mart Saar, his opposite number.", "Mart Saar | position | Foreign Minister | Estonia"},
	})
}

func TestEnvoys(t *testing.T) {
	check(t, []example{
		{"for a place, sent by a body", "Rosa Varas, the UN special envoy for Yemen, arrived.", "Rosa Varas | position | Special Envoy for Yemen | United Nations"},
		{"not that of the place", "Rosa Varas, the UN special envoy for Yemen, arrived.", "!Rosa Varas | represents | Yemen"},
		{"head of a delegation", "Rosa Varas, head of the Argentine delegation, walked out.", "Rosa Varas | represents | Argentina"},
		{"chargé d'affaires", "Chile summoned Peru's charge d'affaires, Luis Quispe.", "Luis Quispe | position | Charge d'affaires | Peru"},
		{"high commissioner", "Luis Quispe, Peru's high commissioner to India, was expelled.", "Luis Quispe | represents | Peru"},
		{"secretary of an embassy", "Luis Quispe, second secretary at the Peruvian embassy in Santiago, was expelled.", "Luis Quispe | position | Second Secretary | Peruvian embassy"},
		{"member of parliament", "Jaan Tamm, a member of the Estonian parliament, spoke.", "Jaan Tamm | position | Member of Parliament | Estonia"},
		{"leading a delegation", "Rosa Varas, leading the Chilean delegation, walked out.", "Rosa Varas | represents | Chile"},
		{"adviser to a person", "Rosa Varas, an adviser to President Luis Quispe of Peru, walked out.", "Rosa Varas | position | Adviser | Luis Quispe"},
		{"representing", "Rosa Varas, representing Chile, agreed.", "Rosa Varas | represents | Chile"},
		{"signing for", "Rosa Varas signed for Chile on Monday.", "Rosa Varas | represents | Chile"},
		{"Joint Chiefs of Staff", "Luis Quispe, chairman of the joint chiefs of staff, agreed.", "Luis Quispe | position | Chairman of the Joint Chiefs of Staff"},
		{"secretary-general apart", "The Andean League met. Its secretary-general, Rosa Varas, left.", "Rosa Varas | position | Secretary-general | Andean League"},
	})
}

func TestPredicates(t *testing.T) {
	check(t, []example{
		{"said of he", "Luis Quispe was born in Lima. He became foreign minister of Peru in 1996.", "Luis Quispe | position | Foreign Minister | Peru"},
		{"made him", "Luis Quispe was born in Lima. In 1996 Pedro Varas made him head of the Andean Water Agency.", "Luis Quispe | position | Head | Andean Water Agency"},
		{"whom another named", "Luis Quispe, whom Rosa Varas has named prime minister of Peru, was absent.", "Luis Quispe | position | Prime Minister | Peru"},
		{"passive", "Rosa Varas was appointed ambassador to Peru in May.", "Rosa Varas | position | Ambassador to Peru"},
		{"what would be", "Had she been president of Chile, Rosa Varas said, she would have gone.", "!Rosa Varas | position | Former President | Chile"},
		{"no office of a bloc", "Rosa Varas was the first Western leader to visit Lima.", "!Rosa Varas | position | Former Leader | West"},
		{"speaking up for somebody", "Rosa Varas spoke up for Chile on Monday.", "!Rosa Varas | represents | Chile"},
		{"a delegation of nobody named", "Estonia was angry. Mart Saar headed the delegation.", "!Mart Saar | represents | Estonia"},
		{"a prisoner of others", "Luis Quispe fled from Chile to Peru; he had been its prisoner.", "!Luis Quispe | citizen of | Chile"},
		{"a subject behind a comma", "In a letter to the new man in Quito, Mr Saar called for help. Ecuador did not answer.", "!Saar | citizen of | Ecuador"},
		{"state's adviser to a person", "Luis Quispe is the president of Peru. Rosa Varas, national security adviser to Luis Quispe, agreed.", "Rosa Varas | position | National Security Adviser | Peru"},
		{"behind Mr", "The prosecutor of the International Criminal Court, Mr Saar, agreed.", "Saar | position | Prosecutor | International Criminal Court"},
		{"what may be", "Rosa Varas may become president of Chile.", "!Rosa Varas | position | President | Chile"},
		{"one of several", "He met Luis Quispe, one of the directors of Gazprom.", "Luis Quispe | position | Director | Gazprom"},
		{"title within an apposition", "The chairman of the African Union (AU), Kenya's President Daniel Otieno, agreed.", "Daniel Otieno | position | Chairman | African Union"},
		{"introduced behind a colon", "Mart Saar thanked Peru. Rosa Varas did not: Chile's finance minister was angry.", "Rosa Varas | position | Finance Minister | Chile"},
		{"minister of a part of a state", "Ewan Reid, the Scottish health secretary, agreed.", "Ewan Reid | position | Health Secretary | Scotland"},
		{"from a body", "Rosa Varas, of the World Bank, was disappointed.", "Rosa Varas | represents | World Bank"},
		{"its, of who reports", "Chile signed. Peru would not follow, its foreign minister, Luis Quispe, announced.", "Luis Quispe | position | Foreign Minister | Peru"},
		{"its, of a body", "UNESCO sent money to Peru; its director-general, Rosa Varas, was pleased.", "Rosa Varas | position | Director-general | UNESCO"},
		{"counterpart acts for the state", "Luis Quispe, head of Peru's Water Agency, met his Chilean counterpart, Rosa Varas.", "Rosa Varas | represents | Chile"},
		{"government of a person", "Luis Quispe is the president of Peru. Rosa Varas, a spokeswoman for Luis Quispe's government, denied it.", "Rosa Varas | represents | Peru"},
		{"acting", "Luis Quispe, Peru's acting foreign minister, agreed.", "Luis Quispe | position | Acting Foreign Minister | Peru"},
		{"chief executives", "Rosa Varas, chief executive of Gazprom, and her opposite number at Rosneft, Luis Quispe, signed.", "Luis Quispe | position | Chief Executive | Rosneft"},
	})
}
