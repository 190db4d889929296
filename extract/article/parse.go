package article

import (
	"strings"

	"entente/schema"
)

// Options say what is known of an article besides its text.
type Options struct {
	// Date is the day of publication; it overrides what the text says.
	Date schema.Interval
	// Title is the headline where the source keeps it apart from the text.
	Title string
	// Source names the publisher, URL the address.
	Source, URL string
	// Format says how to read a file; Auto goes by name and content.
	Format Format
	// MaxBytes is the largest size of one article, DefaultMaxBytes when 0.
	MaxBytes int64
	// AnyLanguage reads articles that are not in English too.
	AnyLanguage bool
}

// Parse finds the parts of a text that is valid UTF-8 and returns the article
// with its blocks in order; their offsets point into text, which the article
// keeps unchanged. A title given in the options that the text does not open
// with is put in front of it.
func Parse(text string, opts Options) *schema.Article {
	if t := strings.TrimSpace(opts.Title); t != "" && !strings.HasPrefix(strings.TrimSpace(text), t) {
		text = t + "\n\n" + text
	}
	a := &schema.Article{Text: text, Source: opts.Source, URL: opts.URL}
	p := parser{text: text, lines: splitLines(text), titled: opts.Title != ""}
	p.run(opts.Date)
	a.Blocks = p.blocks
	a.Date = opts.Date
	if a.Date.IsZero() {
		a.Date = p.date
	}
	for _, b := range a.Blocks {
		if b.Kind == schema.Headline {
			a.Title = text[b.Start:b.End]
			break
		}
	}
	a.Place = p.place
	a.Language = guessLanguage(a)
	a.ID = ID(a)
	return a
}

// parser goes through the lines once; item, time and the last* fields are its
// state.
type parser struct {
	text   string
	lines  []line
	titled bool
	format format
	date   schema.Interval // the first date of publication found
	place  string          // of the dateline
	blocks []schema.Block

	item    int
	items   int // items begun so far
	time    schema.Interval
	cal     calendar
	body    bool // a paragraph has been seen
	listing bool // inside a list of other stories
}

func (p *parser) run(given schema.Interval) {
	p.format = detect(p.lines)
	p.date = p.findDate()
	p.cal.base = given
	if p.cal.base.IsZero() {
		p.cal.base = p.date
	}
	if iv, ok := p.headMonth(); ok && p.format == byDay {
		p.cal.base = iv
		if p.date.IsZero() {
			p.date = schema.Interval{Start: iv.Start, End: iv.End}
		}
	}
	last := p.lastSentence()
	for i, l := range p.lines {
		p.line(i, l, i > last)
	}
	p.headings()
}

// findDate returns the date of publication that the head of the text shows,
// or else its foot.
func (p *parser) findDate() schema.Interval {
	paragraphs := 0
	for _, l := range p.lines {
		if paragraphs >= 2 {
			break
		}
		s := l.text
		if n, _ := dateline(s); n > 0 {
			if iv, _, _, ok := findDate(s[:n]); ok {
				return iv
			}
		}
		if stamp(s) == "date line" {
			iv, _, _, _ := findDate(s)
			return iv
		}
		if p.format == chronology && dateHead.MatchString(s) {
			if m := dateHead.FindStringSubmatch(s); len(m[1]) > 4 && paragraphs == 0 {
				if iv, _, _, ok := findDate(m[1]); ok && strings.HasSuffix(s, ":") {
					return iv
				}
			}
		}
		if endsSentence(s) && len(s) > 60 {
			paragraphs++
		}
	}
	for i := len(p.lines) - 1; i >= 0 && i >= len(p.lines)-3; i-- {
		if s := p.lines[i].text; len(s) < 80 && !endsSentence(s) && p.format == report && i > 0 {
			if iv, _, _, ok := findDate(s); ok && furniture(s) == "" {
				return iv
			}
		}
	}
	return schema.Interval{}
}

// headMonth returns the month with year that the first lines name.
func (p *parser) headMonth() (schema.Interval, bool) {
	for i, l := range p.lines {
		if i > 2 {
			break
		}
		if iv, ok := findMonth(l.text); ok {
			return iv, true
		}
	}
	return schema.Interval{}, false
}

// lastSentence returns the index of the last line that is running text; what
// comes after it is the foot of the page.
func (p *parser) lastSentence() int {
	for i := len(p.lines) - 1; i >= 0; i-- {
		s := p.lines[i].text
		if (endsSentence(s) && words(s) >= 5 && furniture(s) == "") || len(s) > 160 {
			return i
		}
	}
	return len(p.lines)
}

func (p *parser) add(kind schema.BlockKind, start, end int, why string) {
	start, end = trim(p.text, start, end)
	if start >= end {
		return
	}
	b := schema.Block{Kind: kind, Start: start, End: end, Item: p.item, Time: p.time, Why: why}
	p.blocks = append(p.blocks, b)
}

// begin starts the next item.
func (p *parser) begin(time schema.Interval) {
	p.items++
	p.item, p.time = p.items, time
}

// line puts one line into its block or blocks. foot says that no running text
// comes after it.
func (p *parser) line(i int, l line, foot bool) {
	s := l.text
	if listHeader.MatchString(s) {
		p.listing = true
		p.add(schema.Furniture, l.start, l.end, "heading of a list of other stories")
		return
	}
	if why := furniture(s); why != "" && len(s) < 400 {
		if cut := inlineLink.FindStringSubmatchIndex(s); cut == nil || cut[2] == 0 || why != "caption" {
			p.add(schema.Furniture, l.start, l.end, why)
			return
		}
	}
	if p.listing && looksLikeHeadline(s) {
		p.add(schema.Furniture, l.start, l.end, "entry of a list of other stories")
		return
	}
	p.listing = false
	if p.opening(i, l) {
		return
	}
	if !p.body && !p.hasHeadline() && p.headlineAt(i, l) {
		start := l.start
		if m := kicker.FindString(s); m != "" && len(m) < len(s) {
			p.add(schema.Stamp, start, start+len(m), "kind of text")
			start += len(m)
		}
		p.add(schema.Headline, start, l.end, "")
		return
	}
	if !p.body {
		if why := stamp(s); why != "" {
			p.add(schema.Stamp, l.start, l.end, why)
			if p.place == "" && (why == "date line" || why == "place line") {
				p.place = placeOf(s)
			}
			return
		}
	}
	if !p.body && p.hasHeadline() && words(s) <= 14 && !endsSentence(s) && !bullet(s) {
		p.add(schema.Heading, l.start, l.end, "")
		return
	}
	if foot && !endsSentence(s) && len(s) <= 160 && p.body {
		if _, _, _, ok := findDate(s); ok && words(s) <= 8 {
			p.add(schema.Stamp, l.start, l.end, "date line")
		} else {
			p.add(schema.Furniture, l.start, l.end, "line after the last sentence")
		}
		return
	}
	if (foot || !p.body) && len(s) < 120 && strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && !strings.Contains(s, ". ") {
		p.add(schema.Furniture, l.start, l.end, "bracketed line")
		return
	}
	p.paragraph(l.start, l.end)
}

func (p *parser) hasHeadline() bool {
	for _, b := range p.blocks {
		if b.Kind == schema.Headline {
			return true
		}
	}
	return false
}

// headlineAt reports whether line i, the first that is not furniture, is the
// title: short, not a date line, and not a sentence with its full stop.
func (p *parser) headlineAt(i int, l line) bool {
	s := l.text
	if p.titled && i == 0 {
		return true
	}
	if len(s) > 200 || i > 0 && stamp(s) != "" {
		return false
	}
	if kicker.MatchString(s) && len(kicker.FindString(s)) < len(s) {
		return true
	}
	if n, _ := dateline(s); n > 0 {
		return false
	}
	t := strings.TrimRight(s, `"'”’)`)
	return !strings.HasSuffix(t, ".") || strings.HasSuffix(t, "...")
}

// opening deals with lines that begin an item: the time, date, number or
// place in front becomes a stamp or heading, the rest a paragraph.
func (p *parser) opening(i int, l line) bool {
	s := l.text
	if i == 0 {
		return false
	}
	switch p.format {
	case livePage:
		if clockLine.MatchString(s) {
			p.begin(p.clock(s))
			p.add(schema.Stamp, l.start, l.end, "time of an item")
			return true
		}
		if m := clockHead.FindStringSubmatchIndex(s); m != nil && !strings.HasPrefix(s[m[3]:], " soldiers") {
			p.begin(p.clock(s[m[2]:m[3]]))
			rest := l.start + m[1] - lastRune(s[:m[1]])
			p.add(schema.Stamp, l.start, rest, "time of an item")
			p.paragraph(rest, l.end)
			return true
		}
	case chronology:
		if m := dateHead.FindStringSubmatchIndex(s); m != nil {
			rest := l.start + m[1] - lastRune(s[:m[1]])
			if strings.HasSuffix(s, ":") && !p.body { // the lead, with the date of publication
				p.add(schema.Stamp, l.start, rest, "date line")
				p.paragraph(rest, l.end)
				return true
			}
			p.begin(p.cal.item(s[m[2]:m[3]]))
			p.add(schema.Stamp, l.start, rest, "date of an item")
			p.paragraph(rest, l.end)
			return true
		}
		if p.item > 0 && !endsSentence(s) && words(s) <= 8 { // back to the story
			p.item, p.time = 0, schema.Interval{}
		}
	case byDay:
		if dayLine.MatchString(s) && words(s) >= 2 && !(p.item == 0 && !p.hasHeadline()) {
			if iv, _, _, ok := findDate(s); ok && iv.Start == p.date.Start && p.item == 0 {
				return false
			}
			p.begin(p.cal.item(s))
			p.add(schema.Stamp, l.start, l.end, "date of an item")
			return true
		}
	case gallery:
		if m := number.FindStringSubmatchIndex(s); m != nil {
			p.begin(schema.Interval{})
			p.add(schema.Stamp, l.start, l.start+m[3], "number of an item")
			p.paragraph(l.start+m[3], l.end)
			return true
		}
	case digest:
		if m := capsHead.FindStringSubmatchIndex(s); m != nil {
			if n, _ := dateline(s); n > 0 && !p.body {
				return false
			}
			if !functions.MatchString(s[m[2]:m[3]]) {
				p.begin(schema.Interval{})
			}
			p.add(schema.Heading, l.start+m[2], l.start+m[3], "")
			rest := l.start + m[1] - lastRune(s[:m[1]])
			p.paragraph(rest, l.end)
			return true
		}
	case bullets:
		if capsHeading(s) && i+1 < len(p.lines) && bullet(p.lines[i+1].text) {
			p.begin(schema.Interval{})
			p.add(schema.Heading, l.start, l.end, "")
			return true
		}
	}
	return false
}

// clock is the time of an item of a live page: the day of the article, with
// the hour kept in the wording.
func (p *parser) clock(s string) schema.Interval {
	return schema.Interval{Start: p.cal.base.Start, End: p.cal.base.End, Text: strings.TrimSpace(s)}
}

// lastRune is the length in bytes of the last rune of s.
func lastRune(s string) int {
	n := 0
	for i := range s {
		n = i
	}
	return len(s) - n
}

// paragraph adds running text: without its dateline, its bullet, links to
// other stories in brackets or at its end, and agency credits in brackets.
func (p *parser) paragraph(start, end int) {
	start, end = trim(p.text, start, end)
	s := p.text[start:end]
	if bullet(s) {
		n := strings.IndexByte(s, ' ') + 1
		start, s = start+n, s[n:]
	}
	if !p.body || p.item > 0 {
		find := dateline
		if !p.body && p.item == 0 {
			find = leadingPlace
		}
		if n, place := find(s); n > 0 {
			p.add(schema.Stamp, start, start+n, "dateline")
			if p.place == "" && p.item == 0 {
				p.place = place
			}
			start, s = start+n, s[n:]
		}
	}
	tail := end
	if m := inlineLink.FindStringSubmatchIndex(s); m != nil {
		tail = start + m[2]
	}
	if p.format == gallery {
		if j := strings.LastIndex(p.text[start:tail], " ("); j > 0 && strings.HasSuffix(strings.TrimSpace(p.text[start:tail]), ")") && words(p.text[start+j:tail]) <= 5 {
			p.words(start, start+j)
			p.add(schema.Furniture, start+j, tail, "credit")
			tail, start = start+j, tail
		}
	}
	if start < tail {
		p.words(start, tail)
	}
	if tail < end {
		p.add(schema.Furniture, max(tail, start), end, "link to another story")
	}
}

// words adds the paragraph from start to end, cut at links in brackets that
// stand between two sentences. Inside a sentence they stay, since the sentence
// would be torn.
func (p *parser) words(start, end int) {
	p.body = true
	for _, m := range bracketedLink.FindAllStringIndex(p.text[start:end], -1) {
		before := strings.TrimSpace(p.text[start : start+m[0]])
		if m[1] < end-start && before != "" && !endsSentence(before) {
			continue
		}
		p.add(schema.Paragraph, start, start+m[0], "")
		p.add(schema.Furniture, start+m[0], start+m[1], "link to another story")
		start = start + m[1]
		break
	}
	p.add(schema.Paragraph, start, end, "")
}

// headings turns short paragraphs that are no sentences and stand before
// running text into headings.
func (p *parser) headings() {
	for i := range p.blocks {
		b := &p.blocks[i]
		if b.Kind != schema.Paragraph || i+1 >= len(p.blocks) {
			continue
		}
		s := p.text[b.Start:b.End]
		end := strings.TrimRight(s, `"'”’)`)
		short := words(s) <= 9 && len(s) <= 80
		if short && !strings.HasSuffix(end, ".") && !strings.HasSuffix(end, "!") && !strings.HasSuffix(end, ",") && ownLine(p.text, b) {
			b.Kind = schema.Heading
		}
	}
}

// ownLine reports whether the block fills its line.
func ownLine(text string, b *schema.Block) bool {
	before := strings.TrimRight(text[:b.Start], " \t-•*–")
	after := strings.TrimLeft(text[b.End:], " \t")
	return (before == "" || strings.HasSuffix(before, "\n") || strings.HasSuffix(before, "\r")) &&
		(after == "" || after[0] == '\n' || after[0] == '\r')
}
