package article

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"entente/schema"
)

// looksLikeHTML reports whether the first bytes are those of a web page.
func looksLikeHTML(b []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(b[:min(len(b), 512)], []byte("\uFEFF"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) ||
		bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte("<html"))
}

// parseHTML takes the article out of a web page: the words of its main part,
// a line a paragraph, with the title, date, publisher and address that the
// page states about itself. The article's Text is those words, not the page.
func parseHTML(b []byte, opts Options) (*schema.Article, error) {
	doc, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("%w HTML: %v", ErrFormat, err)
	}
	m := readMeta(doc)
	if opts.Title == "" {
		opts.Title = m.title
	}
	if opts.Source == "" {
		opts.Source = m.source
	}
	if opts.URL == "" {
		opts.URL = m.url
	}
	if d, err := ParseDate(m.date); err == nil && opts.Date.IsZero() {
		opts.Date = d
	}
	main := mainPart(doc)
	var text strings.Builder
	writeText(&text, main)
	words := strings.TrimSpace(text.String())
	if words == "" {
		return nil, fmt.Errorf("%w: the web page has no text of its own; it may be made by scripts in the browser", ErrEmpty)
	}
	return finish(Parse(words+"\n", opts), opts)
}

// meta is what a page states about the article in it.
type meta struct{ title, date, source, url string }

func readMeta(doc *html.Node) meta {
	var m meta
	set := func(field *string, v string) {
		if v = strings.TrimSpace(v); *field == "" && v != "" {
			*field = v
		}
	}
	var fallback string
	for n := range descendants(doc) {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			v := attr(n, "content")
			switch strings.ToLower(attr(n, "property") + attr(n, "name") + attr(n, "itemprop")) {
			case "og:title", "headline":
				set(&m.title, v)
			case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date":
				set(&m.date, v)
			case "og:site_name":
				set(&m.source, v)
			case "og:url":
				set(&m.url, v)
			}
		case atom.Link:
			if attr(n, "rel") == "canonical" {
				set(&m.url, attr(n, "href"))
			}
		case atom.Title:
			if fallback == "" {
				fallback = strings.Join(strings.Fields(content(n)), " ")
			}
		case atom.H1:
			if m.title == "" {
				m.title = strings.Join(strings.Fields(content(n)), " ")
			}
		case atom.Time:
			set(&m.date, attr(n, "datetime"))
		case atom.Script:
			if attr(n, "type") == "application/ld+json" {
				set(&m.date, linkedDate(content(n)))
			}
		}
	}
	set(&m.title, fallback)
	return m
}

// linkedDate finds datePublished in a JSON-LD block, at any depth.
func linkedDate(s string) string {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return ""
	}
	var find func(any) string
	find = func(v any) string {
		switch v := v.(type) {
		case map[string]any:
			if d, ok := v["datePublished"].(string); ok {
				return d
			}
			for _, k := range []string{"@graph", "mainEntity"} {
				if d := find(v[k]); d != "" {
					return d
				}
			}
		case []any:
			for _, e := range v {
				if d := find(e); d != "" {
					return d
				}
			}
		}
		return ""
	}
	return find(v)
}

// mainPart returns the element that holds the article: the one with the most
// words in its own paragraphs among article and main elements, and among all
// elements when there is none of these.
func mainPart(doc *html.Node) *html.Node {
	best, most := doc, 0
	for _, marked := range []bool{true, false} {
		for n := range descendants(doc) {
			if n.Type != html.ElementNode || marked != (n.DataAtom == atom.Article || n.DataAtom == atom.Main) || aside(n) {
				continue
			}
			count := 0
			if marked {
				count = len(content(n))
			} else {
				for c := range children(n) {
					if c.DataAtom == atom.P {
						count += len(content(c))
					}
				}
			}
			if count > most {
				best, most = n, count
			}
		}
		if most > 200 {
			return best
		}
	}
	return best
}

// aside reports whether the element never holds words of the article.
func aside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Noscript, atom.Button, atom.Svg, atom.Iframe,
		atom.Figcaption, atom.Head, atom.Template, atom.Select, atom.Video, atom.Audio:
		return true
	}
	return attr(n, "hidden") != "" || attr(n, "aria-hidden") == "true"
}

// writeText writes the words below n, a line for each block element.
func writeText(b *strings.Builder, n *html.Node) {
	for c := range children(n) {
		switch {
		case c.Type == html.TextNode:
			t := strings.Join(strings.Fields(c.Data), " ")
			if t == "" {
				if c.Data != "" && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
					b.WriteByte(' ')
				}
				continue
			}
			if strings.ContainsRune(" \n\t\r", rune(c.Data[0])) && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(t)
			if strings.ContainsRune(" \n\t\r", rune(c.Data[len(c.Data)-1])) {
				b.WriteByte(' ')
			}
		case c.Type != html.ElementNode || aside(c):
		case c.DataAtom == atom.Br:
			b.WriteByte('\n')
		case inline(c):
			writeText(b, c)
		default:
			b.WriteByte('\n')
			writeText(b, c)
			b.WriteByte('\n')
		}
	}
}

func inline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.B, atom.Strong, atom.I, atom.Em, atom.Span, atom.Abbr, atom.Cite, atom.Q, atom.Small, atom.Sub, atom.Sup, atom.U, atom.Mark, atom.Time, atom.Font:
		return true
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for c := range descendants(n) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func children(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := n.FirstChild; c != nil && yield(c); c = c.NextSibling {
		}
	}
}

// descendants walks the nodes below n in document order.
func descendants(n *html.Node) iter.Seq[*html.Node] {
	var walk func(n *html.Node, yield func(*html.Node) bool) bool
	walk = func(n *html.Node, yield func(*html.Node) bool) bool {
		for c := range children(n) {
			if !yield(c) || !walk(c, yield) {
				return false
			}
		}
		return true
	}
	return func(yield func(*html.Node) bool) { walk(n, yield) }
}
