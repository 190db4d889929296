package link

import (
	"strings"
	"testing"

	"entente/extract/analysis"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"the United States'": "united states", "U.S.": "us", "Élysée": "elysee", "Germany’s": "germany", "Côte d'Ivoire": "cote divoire",
		"Franjo Tuđman": "franjo tudman", "Trinidad & Tobago": "trinidad and tobago", "Guinea-Bissau": "guinea bissau", "  St.  Kitts ": "st kitts",
		"The Hague": "hague", "Łódź": "lodz", "Åland": "aland", "Erdoğan": "erdogan", "": "", "the": "the",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{
		"US": "United States", "U.S.": "United States", "America": "United States", "the United States’": "United States",
		"Britain": "United Kingdom", "Holland": "Netherlands", "Türkiye": "Turkey", "TURKEY": "Turkey", "Burma": "Myanmar", "Kampuchea": "Cambodia",
		"Georgia": "Georgia", "Jordan": "Jordan", "Luxembourg": "Luxembourg", "Congo": "DR Congo", "USSR": "Soviet Union", "East Germany": "East Germany",
		"Kiev": "Kyiv", "MOSCOW": "Moscow", "Peking": "Beijing", "Bonn": "Bonn", "Lagos": "Lagos", "Bombay": "Mumbai", "Gaza": "Gaza Strip",
		"the Kremlin": "Kremlin", "Downing Street": "Downing Street", "Nato": "NATO", "WHO": "World Health Organization", "EU": "European Union",
		"Security Council": "United Nations Security Council", "Hizbollah": "Hezbollah", "State Department": "US State Department",
		"Knesset": "Knesset", "Reuters": "Reuters", "the West": "West", "Sweden's": "Sweden", "ONU": "United Nations", "OEA": "Organization of American States",
	} {
		all := g.Lookup(name)
		if len(all) == 0 || all[0].Name != want {
			t.Errorf("Lookup(%q) = %v, want %s first", name, entryNames(all), want)
		}
	}
	for _, name := range []string{"us", "Us", "Who", "it", "It", "turkey", "china", "", "the", "Xyzzy", "chad"} {
		if all := g.Lookup(name); all != nil {
			t.Errorf("Lookup(%q) = %v, want nothing", name, entryNames(all))
		}
	}
}

func entryNames(all []*Entry) []string {
	var out []string
	for _, e := range all {
		out = append(out, e.Name)
	}
	return out
}

func TestStandsFor(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{"the Kremlin": "Russia", "White House": "United States", "Élysée": "France", "Bundestag": "Germany",
		"Pentagon": "United States", "Mossad": "Israel", "Hamas": "Palestine", "Crimea": "Ukraine", "Marseille": "France", "KGB": "Soviet Union"} {
		all := g.Lookup(name)
		if len(all) == 0 || all[0].State() == nil || all[0].State().Name != want {
			t.Errorf("%s stands for %v, want %s", name, all, want)
		}
	}
	if e := g.Seat("Turtle Bay"); e == nil || e.Host == nil || e.Host.Name != "United Nations" {
		t.Errorf("Turtle Bay = %v, want a seat of the United Nations", e)
	}
	for city, want := range map[string]string{"Washington": "United States", "Moscow": "Russia Soviet Union Russian Empire", "The Hague": "Netherlands",
		"Bonn": "West Germany", "Saigon": "South Vietnam", "Kiev": "Ukraine", "Marseille": "", "Tel Aviv": "Israel"} {
		got := strings.Join(entryNames(g.CapitalOf(city)), " ")
		if city == "Moscow" {
			if !strings.HasPrefix(got, "Russia Soviet Union") {
				t.Errorf("CapitalOf(Moscow) = %q", got)
			}
		} else if got != want {
			t.Errorf("CapitalOf(%s) = %q, want %q", city, got, want)
		}
	}
}

func TestDemonym(t *testing.T) {
	g := load(t)
	for word, want := range map[string]string{"Danes": "Denmark p", "Dane": "Denmark s", "Danish": "Denmark ap", "British": "United Kingdom ap",
		"Britons": "United Kingdom p", "American": "United States as", "Americans": "United States p", "Spaniards": "Spain p", "Emiratis": "United Arab Emirates p",
		"Saudis": "Saudi Arabia p", "South Koreans": "South Korea p", "Soviet": "Soviet Union as", "Chinese": "China ap", "Swiss": "Switzerland ap",
		"Kurdish": "Kurds ap", "US": "United States a", "Thai": "Thailand as", "Poles": "Poland p", "Filipinos": "Philippines p", "us": "", "polish": ""} {
		got := ""
		if all := g.Demonym(word); len(all) > 0 {
			d := all[0]
			got = d.Entry.Name + " "
			for _, f := range []struct {
				on bool
				c  string
			}{{d.Adjective, "a"}, {d.Singular, "s"}, {d.Plural, "p"}} {
				if f.on {
					got += f.c
				}
			}
		}
		if got != want {
			t.Errorf("Demonym(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestOffice(t *testing.T) {
	g := load(t)
	for phrase, want := range map[string]string{
		"foreign minister Ann": "2 Foreign Minister/minister", "minister of foreign affairs of": "4 Foreign Minister/minister",
		"minister for foreign affairs": "4 Foreign Minister/minister", "top diplomat": "2 Foreign Minister/minister",
		"former deputy foreign minister of": "4 Deputy Foreign Minister/minister former", "vice - president Joe": "3 Vice President/minister",
		"president - elect": "3 President/head of state elect", "ex - president": "3 President/head of state former",
		"secretary of state": "3 Secretary of State/minister", "defence secretary": "2 Defence Secretary/minister",
		"prime ministers": "2 Prime Minister/head of government plural", "secretary - general": "3 Secretary-General/international",
		"acting president": "2 President/head of state acting", "first deputy premier": "3 First Deputy Prime Minister/minister",
		"spokeswoman": "1 Spokeswoman/spokesperson f", "queen": "1 Queen/head of state f", "Pope Francis": "1 Pope/religious m",
		"chief negotiator": "2 Chief Negotiator/envoy", "Lt. Gen.": "2 General/military", "presidents": "1 President/head of state plural",
		"fisheries minister": "2 Fisheries Minister/minister", "minister for trade": "3 Trade Minister/minister", "table": "0 /",
		"the president": "0 /",
	} {
		o, n := g.Office(strings.Fields(phrase))
		got := string(rune('0'+n)) + " " + o.Name + "/" + string(o.Level)
		for _, f := range []struct {
			on bool
			s  string
		}{{o.Former, " former"}, {o.Acting, " acting"}, {o.Elect, " elect"}, {o.Plural, " plural"}, {o.Gender == analysis.Masculine, " m"}, {o.Gender == analysis.Feminine, " f"}} {
			if f.on {
				got += f.s
			}
		}
		if got != want {
			t.Errorf("Office(%q) = %q, want %q", phrase, got, want)
		}
	}
}

func TestOrganAndNouns(t *testing.T) {
	g := load(t)
	for phrase, want := range map[string]OrganClass{"foreign ministry in": "Foreign Ministry", "Ministry of External Affairs": "Foreign Ministry",
		"parliament": "Parliament", "lower house of parliament": "Parliament", "central bank": "Central Bank", "bank": ""} {
		if got, _ := g.Organ(strings.Fields(phrase)); got != want {
			t.Errorf("Organ(%q) = %q, want %q", phrase, got, want)
		}
	}
	for noun, want := range map[string]GovernmentClass{"government": GovernmentRun, "troop": Military, "envoy": Diplomats, "lawmaker": Legislators,
		"official": Officials, "people": Citizens, "banana": NoGovernment} {
		if got := g.GovernmentNoun(noun); got != want {
			t.Errorf("GovernmentNoun(%q) = %d, want %d", noun, got, want)
		}
	}
	if Citizens.ActsForState() || !Military.ActsForState() {
		t.Error("citizens act for themselves, the military for the state")
	}
}

func TestSplitName(t *testing.T) {
	g := load(t)
	for name, want := range map[string]string{
		"Angela Merkel": "Merkel", "Deng Xiaoping": "Deng", "Kim Dae - jung": "Kim", "Chiang Kai-shek": "Chiang", "Nguyen Van Thieu": "Nguyen",
		"Viktor Yushchenko": "Yushchenko", "Anwar al-Sadat": "al-Sadat", "Abdullah bin Abdulaziz": "bin Abdulaziz", "Robert van der Stoel": "van der Stoel",
		"Valéry Giscard d'Estaing": "d'Estaing", "José Luis Rodríguez Zapatero": "Rodríguez Zapatero", "P V Narasimha": "Narasimha", "John F. Kennedy Jr.": "Kennedy",
		"Mr Gorbachev": "Gorbachev", "Gen. Colin Powell": "Powell", "Lee Hamilton": "Hamilton", "Charles de Gaulle": "de Gaulle", "Thatcher": "Thatcher",
		"Young Smith": "Smith", "Long John": "John",
	} {
		if got := g.SplitName(strings.Fields(name)).Surname(); got != want {
			t.Errorf("surname of %s = %q, want %q", name, got, want)
		}
	}
	for name, want := range map[string]analysis.Gender{"Mr Gorbachev": analysis.Masculine, "Margaret Thatcher": analysis.Feminine, "Lady Ashton": analysis.Feminine,
		"Ivan Petrov": analysis.Masculine, "Kim Dae-jung": analysis.UnknownGender, "X Y": analysis.UnknownGender} {
		if got, _ := g.GenderOf(g.SplitName(strings.Fields(name))); got != want {
			t.Errorf("gender of %s = %d, want %d", name, got, want)
		}
	}
}

func TestSameName(t *testing.T) {
	g := load(t)
	for _, pair := range [][2]string{{"Sergei Ivanov", "Sergey Ivanov"}, {"Khomeini", "Khomeyni"}, {"Gaddafi", "Qaddafi"}, {"Mohamed ElBaradei", "Mohammed ElBaradei"},
		{"Thatcher", "Margaret Thatcher"}, {"Bill Clinton", "William Clinton"}, {"J Nehru", "Jawaharlal Nehru"}, {"Gorbachev", "Gorbachov"},
		{"Rodríguez", "José Luis Rodríguez Zapatero"}, {"Brezhnev", "Brejnev"}, {"Tudjman", "Tuđman"}, {"Hussein", "Husayn"}} {
		if s := g.SameName(pair[0], pair[1]); s < 0.7 {
			t.Errorf("SameName(%q, %q) = %.2f, want at least 0.7", pair[0], pair[1], s)
		}
		if a, b := g.SameName(pair[0], pair[1]), g.SameName(pair[1], pair[0]); a != b {
			t.Errorf("SameName(%q, %q) is not symmetric: %.2f, %.2f", pair[0], pair[1], a, b)
		}
	}
	for _, pair := range [][2]string{{"George Bush", "Barbara Bush"}, {"Medvedev", "Menendez"}, {"Kim Jong-un", "Kim Jong-il"}, {"Li Peng", "Li Keqiang"},
		{"Clinton", "Clifton"}, {"Hassan Nasrallah", "Hassan Rouhani"}} {
		if s := g.SameName(pair[0], pair[1]); s > 0.5 {
			t.Errorf("SameName(%q, %q) = %.2f, want at most 0.5", pair[0], pair[1], s)
		}
	}
}

func TestFamilyFirst(t *testing.T) {
	g := load(t)
	for name, want := range map[string]bool{"Nguyen Van Binh": true, "Kim Min-ho": true, "Luis Quispe": false, "Quispe": false} {
		if got := g.FamilyFirst(strings.Fields(name)); got != want {
			t.Errorf("FamilyFirst(%q) = %v, want %v", name, got, want)
		}
	}
}
