package when_test

import (
	"strings"
	"testing"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/extract/when"
	"entente/schema"
)

// cases are read as published on Friday, 14 June 2019. Each expected time is
// "words = start/end kind"; kind p for a point is left out.
var cases = []struct {
	text     string
	previous string
	want     []string
}{
	{text: "The ministers met on Friday.", want: []string{"Friday = 2019-06-14/2019-06-14"}},
	{text: "The ministers met on Thursday.", want: []string{"Thursday = 2019-06-13/2019-06-13"}},
	{text: "The ministers will meet on Thursday.", want: []string{"Thursday = 2019-06-20/2019-06-20"}},
	{text: "The ministers are to meet on Monday.", want: []string{"Monday = 2019-06-17/2019-06-17"}},
	{text: "The two leaders are expected to sign the accord on Sunday.", want: []string{"Sunday = 2019-06-16/2019-06-16"}},
	{text: "The envoy is meeting the king on Tuesday.", want: []string{"Tuesday = 2019-06-18/2019-06-18"}},
	{text: "They agreed to meet again on Saturday.", want: []string{"Saturday = 2019-06-15/2019-06-15"}},
	{text: "France had ordered two attachés to leave on Wednesday.", want: []string{"Wednesday = 2019-06-12/2019-06-12"}},
	{text: "Two attachés were ordered out on Wednesday.", want: []string{"Wednesday = 2019-06-12/2019-06-12"}},
	{text: "Last Friday the embassy closed.", want: []string{"Last Friday = 2019-06-07/2019-06-07"}},
	{text: "The embassy closed last Thursday.", want: []string{"last Thursday = 2019-06-06/2019-06-06"}},
	{text: "The embassy will reopen next Friday.", want: []string{"next Friday = 2019-06-21/2019-06-21"}},
	{text: "The guards fired on Tuesday of last week.", want: []string{"Tuesday of last week = 2019-06-04/2019-06-04"}},
	{text: "Norway recalled its ambassador yesterday.", want: []string{"yesterday = 2019-06-13/2019-06-13"}},
	{text: "Parliament votes tomorrow.", want: []string{"tomorrow = 2019-06-15/2019-06-15"}},
	{text: "The president arrived last night.", want: []string{"last night = 2019-06-13/2019-06-13"}},
	{text: "The president arrived this morning.", want: []string{"this morning = 2019-06-14/2019-06-14"}},
	{text: "They spoke two days ago.", want: []string{"two days ago = 2019-06-12/2019-06-12"}},
	{text: "They spoke three weeks ago.", want: []string{"three weeks ago = 2019-05-24/2019-05-24"}},
	{text: "They spoke six months ago.", want: []string{"six months ago = 2018-12/2018-12"}},
	{text: "The treaty was signed twenty-five years ago.", want: []string{"twenty-five years ago = 1994/1994"}},
	{text: "The treaty was signed two decades ago.", want: []string{"two decades ago = 1999/1999"}},
	{text: "The treaty was signed last month.", want: []string{"last month = 2019-05/2019-05"}},
	{text: "The treaty was signed earlier this month.", want: []string{"earlier this month = 2019-06/2019-06"}},
	{text: "The treaty was signed last year.", want: []string{"last year = 2018/2018"}},
	{text: "The treaty was signed late last year.", want: []string{"late last year = 2018/2018"}},
	{text: "The treaty will be signed next week.", want: []string{"next week = 2019-06-17/2019-06-23"}},
	{text: "The treaty was signed last week.", want: []string{"last week = 2019-06-03/2019-06-09"}},
	{text: "The treaty was signed in March.", want: []string{"March = 2019-03/2019-03"}},
	{text: "The treaty was signed in September.", want: []string{"September = 2018-09/2018-09"}},
	{text: "The treaty will be signed in September.", want: []string{"September = 2019-09/2019-09"}},
	{text: "The treaty was signed last March.", want: []string{"last March = 2019-03/2019-03"}},
	{text: "The treaty was signed in August last year.", want: []string{"August last year = 2018-08/2018-08"}},
	{text: "The treaty was signed in November 2015.", want: []string{"November 2015 = 2015-11/2015-11"}},
	{text: "The treaty was signed on 13 August.", want: []string{"13 August = 2018-08-13/2018-08-13"}},
	{text: "The treaty was signed on January 7.", want: []string{"January 7 = 2019-01-07/2019-01-07"}},
	{text: "The treaty was signed on Jan. 7, 2009.", want: []string{"Jan. 7, 2009 = 2009-01-07/2009-01-07"}},
	{text: "The treaty was signed on the 7th of March 1996.", want: []string{"the 7th of March 1996 = 1996-03-07/1996-03-07"}},
	{text: "The treaty will be signed on 13 August.", want: []string{"13 August = 2019-08-13/2019-08-13"}},
	{text: "The summit took place on 12-14 March 2003.", want: []string{"12-14 March 2003 = 2003-03-12/2003-03-14"}},
	{text: "The talks lasted from May to July 1998.", want: []string{"May to July 1998 = 1998-05/1998-07 s"}},
	{text: "He was in prison between 2014 and 2018.", want: []string{"2014 and 2018 = 2014/2018 s"}},
	{text: "The war lasted from 1980 to 1988.", want: []string{"1980 to 1988 = 1980/1988 s"}},
	{text: "The treaty was signed in 1994.", want: []string{"1994 = 1994/1994"}},
	{text: "Relations have been frozen since 2014.", want: []string{"2014 = 2014/ since"}},
	{text: "Relations have been frozen since March.", want: []string{"March = 2019-03/ since"}},
	{text: "The truce holds until Monday.", want: []string{"Monday = /2019-06-17 until"}},
	{text: "The troops must withdraw by the end of 2021.", want: []string{"the end of 2021 = /2021 until"}},
	{text: "The crisis began in mid-2012.", want: []string{"mid-2012 = 2012/2012"}},
	{text: "The two countries fought in the 1990s.", want: []string{"the 1990s = 1990/1999"}},
	{text: "They broke off relations in the summer of 1990.", want: []string{"the summer of 1990 = 1990-06/1990-08"}},
	{text: "They broke off relations last autumn.", want: []string{"last autumn = 2018-09/2018-11"}},
	{text: "The two met over the weekend.", want: []string{"the weekend = 2019-06-08/2019-06-09"}},
	{text: "They negotiated for three days.", want: []string{"three days = / length"}},
	{text: "They will meet again in two weeks.", want: []string{"two weeks = 2019-06-28/2019-06-28"}},
	{text: "The cabinet meets every week.", want: []string{"every week = / repeat"}},
	{text: "A day later Spain recalled its envoy.", previous: "2019-05-30", want: []string{"A day later = 2019-05-31/2019-05-31"}},
	{text: "Spain had recalled its envoy two days earlier.", previous: "2019-05-30", want: []string{"two days earlier = 2019-05-28/2019-05-28"}},
	{text: "The following day Spain recalled its envoy.", previous: "2019-05-30", want: []string{"The following day = 2019-05-31/2019-05-31"}},
	{text: "The next morning Spain recalled its envoy.", previous: "2019-05-30", want: []string{"The next morning = 2019-05-31/2019-05-31"}},
	{text: "Spain recalled its envoy the day before.", previous: "2019-05-30", want: []string{"the day before = 2019-05-29/2019-05-29"}},
	{text: "Spain recalled its envoy the same evening.", previous: "2019-05-30", want: []string{"the same evening = 2019-05-30/2019-05-30"}},
	{text: "Hours later Spain recalled its envoy.", previous: "2019-05-30", want: []string{"Hours later = 2019-05-30/2019-05-30"}},
	{text: "Spain recalled its envoy later that month.", previous: "2003-02-11", want: []string{"later that month = 2003-02/2003-02"}},
	{text: "Two years later the war ended.", previous: "1989-04", want: []string{"Two years later = 1991/1991"}},
	{text: "The following year the war ended.", previous: "1989", want: []string{"The following year = 1990/1990"}},
	{text: "In February of that year the war ended.", previous: "1989", want: []string{"February of that year = 1989-02/1989-02"}},
	{text: "Egypt expelled him on Monday, two days after Sudan had arrested him.", want: []string{"Monday = 2019-06-10/2019-06-10", "two days after = 2019-06-08/2019-06-08"}},
	{text: "Egypt expelled him three days after the coup of 11 April.", want: []string{"three days after = 2019-04-14/2019-04-14", "11 April = 2019-04-11/2019-04-11 attrib"}},
	{text: "They signed the accord on Christmas Day.", want: []string{"Christmas Day = 2018-12-25/2018-12-25"}},
	{text: "They signed the accord on New Year's Eve.", want: []string{"New Year's Eve = 2018-12-31/2018-12-31"}},
	{text: "They signed the accord on Good Friday 1998.", want: []string{"Good Friday 1998 = 1998-04-10/1998-04-10"}},
	{text: "On the eve of Sunday's vote the governor resigned.", want: []string{"the eve of = 2019-06-08/2019-06-08", "Sunday = 2019-06-09/2019-06-09"}},
	{text: "Washington quit the 2015 deal.", want: []string{"2015 = 2015/2015 attrib"}},
	{text: "Friday's talks failed.", want: []string{"Friday = 2019-06-14/2019-06-14"}},
	{text: "In June 2007 he fled, and in October he returned.", want: []string{"June 2007 = 2007-06/2007-06", "October = 2007-10/2007-10"}},
	{text: "Hours before the ceremony Spain recalled its envoy.", previous: "2019-05-30", want: []string{"Hours before = 2019-06-14/2019-06-14"}},
	{text: "On 3 June, hours after the ceremony, Spain recalled its envoy.", want: []string{"3 June = 2019-06-03/2019-06-03", "hours after = 2019-06-03/2019-06-03"}},
	{text: "Spain recalled its envoy the same day, 3 June.", previous: "2019-05-30", want: []string{"the same day = 2019-06-03/2019-06-03", "3 June = 2019-06-03/2019-06-03"}},
	{text: "The king accepted her resignation, effective 30 June.", want: []string{"30 June = 2019-06-30/2019-06-30"}},
	{text: "Jan Petersen flew to Brussels.", want: nil},
	{text: "Mrs May flew to Brussels.", want: nil},
	{text: "They may march on Ankara.", want: nil},
	{text: "The army lost 2,000 men and 1500 rifles.", want: nil},
	{text: "The fund paid $2010 to each family.", want: nil},
}

func TestFind(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[analysis.TimeKind]string{analysis.Since: " since", analysis.Until: " until", analysis.Span: " s", analysis.Length: " length",
		analysis.Repeat: " repeat", analysis.Attrib: " attrib"}
	published := schema.Interval{Start: "2019-06-14", End: "2019-06-14"}
	for _, c := range cases {
		d := m.Parse(c.text)
		var got []string
		for _, s := range d.Sents {
			for _, x := range when.Find(d, s, when.Context{Published: published, Previous: schema.Interval{Start: c.previous, End: c.previous}}) {
				got = append(got, x.Text+" = "+x.Interval.Start+"/"+x.Interval.End+kinds[x.Kind])
			}
		}
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s\n got  %s\n want %s", c.text, strings.Join(got, "; "), strings.Join(c.want, "; "))
		}
	}
}

func TestFindWithoutDate(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := m.Parse("They met on Friday, last month and in May 2010, and will meet in June.")
	var got []string
	for _, x := range when.Find(d, d.Sents[0], when.Context{}) {
		got = append(got, x.Interval.Start)
	}
	if s := strings.Join(got, ","); s != ",,2010-05,2010-06" {
		t.Errorf("without a date of publication: %q, want only what the text itself dates", s)
	}
}

// TestFlow follows the time in force through paragraphs: background does not
// keep the story, and items of a chronology have their own days.
func TestFlow(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := []string{
		"Chad and Niger signed a border treaty on Wednesday.",
		"The presidents shook hands. Their countries had fought a war in 1985.",
		"The Chadian thanked his host. A day later he flew home.",
		"He was met by a crowd.",
		"The general, who had seized power on 1 June, stayed at home.",
	}
	want := []string{"2019-06-12", "2019-06-12", "1985", "2019-06-12", "2019-06-13", "2019-06-13", "2019-06-13"}
	src := &schema.Article{Date: schema.Interval{Start: "2019-06-14", End: "2019-06-14"}}
	art := &analysis.Article{Source: src}
	for _, p := range paragraphs {
		art.Blocks = append(art.Blocks, analysis.Block{Block: schema.Block{Kind: schema.Paragraph}, Doc: m.Parse(p)})
	}
	when.Fill(art)
	var got []string
	for _, b := range art.Blocks {
		for _, f := range b.InForce {
			got = append(got, f.Start)
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("time in force: %v, want %v", got, want)
	}
}

// TestCaptions reads the present tense of numbered captions as past.
func TestCaptions(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	const text = "2/5The queen greets the consul of Chad on Tuesday."
	art := &analysis.Article{Source: &schema.Article{Text: text, Date: schema.Interval{Start: "2019-06-14", End: "2019-06-14"}}}
	for _, b := range []schema.Block{{Kind: schema.Stamp, Item: 2, End: 3, Why: "number of an item"}, {Kind: schema.Paragraph, Item: 2, Start: 3, End: len(text)}} {
		block := analysis.Block{Block: b}
		if b.Kind == schema.Paragraph {
			block.Doc = m.Parse(text[b.Start:])
		}
		art.Blocks = append(art.Blocks, block)
	}
	when.Fill(art)
	if got := art.Blocks[1].Times; len(got) != 1 || got[0].Interval.Start != "2019-06-11" {
		t.Errorf("times %v, want the Tuesday before", got)
	}
}
