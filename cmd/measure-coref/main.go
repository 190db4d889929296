// Command measure-coref measures coreference resolution on gold articles:
//
//	go run ./cmd/measure-coref [-misses] [-text] [-standing] ../shared/gold/dev-*.json
//
// For each required gold event it asks whether both parties are among the
// resolved mentions of the event's sentence, which is the ceiling of what
// event extraction can find there. It also says how many of the resolved
// pronouns and nominals of those sentences are parties of some gold event,
// a lower bound of their precision.
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"

	"entente/extract/analysis"
	"entente/extract/article"
	"entente/extract/coref"
	"entente/extract/gold"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/schema"
)

func main() {
	misses := flag.Bool("misses", false, "list the parties that were not found and the mentions of no party")
	text := flag.Bool("text", false, "print the articles with their mentions")
	stand := flag.Bool("standing", false, "measure the standing relations instead")
	flag.Parse()
	if *stand {
		if err := runStanding(flag.Args(), *misses); err != nil {
			fmt.Fprintln(os.Stderr, "measure-coref:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(flag.Args(), *misses, *text); err != nil {
		fmt.Fprintln(os.Stderr, "measure-coref:", err)
		os.Exit(1)
	}
}

type tally struct{ right, all int }

func (t tally) String() string {
	if t.all == 0 {
		return "0"
	}
	return fmt.Sprintf("%.3f (%d of %d)", float64(t.right)/float64(t.all), t.right, t.all)
}

func run(patterns []string, misses, text bool) error {
	articles, err := read(patterns)
	if err != nil {
		return err
	}
	if len(articles) == 0 {
		return fmt.Errorf("no gold articles match %v; name files like ../shared/gold/dev-*.json", patterns)
	}
	gaz, err := link.Load()
	if err != nil {
		return err
	}
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	var both, party tally
	kinds := map[string]*tally{}
	found := map[string]int{}
	for _, g := range articles {
		art := Analyse(g, model, gaz)
		if text {
			show(art)
		}
		if misses {
			fmt.Println("##", g.Name)
		}
		locate := sentenceIndex(art)
		parties := map[int]map[string]bool{} // by start of the sentence
		for k := range g.Events {
			e := &g.Events[k]
			s, t, ok := locate(e.Sentence)
			if !ok {
				if !e.Optional {
					both.all++
					party.all += 2
				}
				if misses {
					fmt.Println("  sentence not found:", e.Sentence)
				}
				continue
			}
			if parties[s] == nil {
				parties[s] = map[string]bool{}
			}
			names := append(append([]string{e.Subject, e.Object}, e.AlsoSubjects...), e.AlsoObjects...)
			for _, n := range names {
				parties[s][n] = true
			}
			if e.Optional {
				continue
			}
			seen := mentioned(art, g, s, t)
			x, kx := seen.any(e.Subject, e.AlsoSubjects)
			y, ky := seen.any(e.Object, e.AlsoObjects)
			both.all++
			party.all += 2
			for _, h := range [...]struct {
				ok   bool
				kind string
				name string
			}{{x, kx, e.Subject}, {y, ky, e.Object}} {
				if h.ok {
					party.right++
					found[h.kind]++
				} else if misses {
					fmt.Printf("  missed %s: %s | %s | %s :: %s\n     has %s\n", h.name, e.Subject, e.Relation, e.Object, e.Sentence, seen)
				}
			}
			if x && y {
				both.right++
			}
		}
		for b := range art.Blocks {
			blk := &art.Blocks[b]
			for k := range blk.Mentions {
				m := &blk.Mentions[k]
				if m.Kind == analysis.Name || m.Kind == analysis.Demonym || len(m.Entities) == 0 {
					continue
				}
				at := blk.Start + blk.Doc.Tokens[m.Head].Start
				for s, p := range parties {
					if at < s || at >= s+sentenceLength(art, s) {
						continue
					}
					kind := kindOf(m)
					if kinds[kind] == nil {
						kinds[kind] = &tally{}
					}
					good := false
					for _, e := range m.Entities {
						for _, n := range g.Names(art.Entities[e].Name) {
							good = good || p[n]
						}
					}
					kinds[kind].all++
					if good {
						kinds[kind].right++
					} else if misses {
						var n []string
						for _, e := range m.Entities {
							n = append(n, art.Entities[e].Name)
						}
						fmt.Printf("  no party: [%s] %s = %s (%s)\n", kind, blk.Doc.Slice(m.Start, m.End), strings.Join(n, "+"), m.Rule)
					}
					break
				}
			}
		}
	}
	fmt.Println("both parties", both)
	fmt.Println("parties     ", party)
	for _, k := range sorted(found) {
		fmt.Printf("  by %-12s %d\n", k, found[k])
	}
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	sort.Strings(names)
	fmt.Println("resolved mentions that are parties of a gold event of their sentence")
	for _, k := range names {
		fmt.Printf("  %-14s %v\n", k, *kinds[k])
	}
	return nil
}

// read loads gold articles, and training articles where a pattern ends in
// ".txt".
func read(patterns []string) ([]*gold.Article, error) {
	var all []*gold.Article
	for _, p := range patterns {
		load := func() ([]*gold.Article, error) { return gold.ReadAll(p) }
		if strings.HasSuffix(p, ".txt") {
			load = func() ([]*gold.Article, error) { return gold.ReadAllTraining(p) }
		}
		more, err := load()
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

func sorted(m map[string]int) []string {
	var k []string
	for x := range m {
		k = append(k, x)
	}
	sort.Strings(k)
	return k
}

// Analyse parses a gold article and resolves its mentions.
func Analyse(g *gold.Article, model *nlp.Model, gaz *link.Gazetteer) *analysis.Article {
	src := article.Parse(g.Text, article.Options{Date: schema.Interval{Start: g.Date, End: g.Date}})
	art := &analysis.Article{Source: src}
	for _, b := range src.Blocks {
		x := analysis.Block{Block: b}
		if b.Kind == schema.Paragraph || b.Kind == schema.Headline || b.Kind == schema.Heading {
			x.Doc = model.Parse(src.Text[b.Start:b.End])
		}
		art.Blocks = append(art.Blocks, x)
	}
	coref.Resolve(art, gaz)
	return art
}

// sentenceIndex returns a function that finds a sentence in the article by
// its words.
func sentenceIndex(art *analysis.Article) func(string) (int, int, bool) {
	return func(s string) (int, int, bool) {
		i := strings.Index(art.Source.Text, strings.TrimSpace(s))
		if i < 0 {
			// other white space
			f := strings.Fields(s)
			if len(f) == 0 {
				return 0, 0, false
			}
			for at := 0; ; {
				k := strings.Index(art.Source.Text[at:], f[0])
				if k < 0 {
					return 0, 0, false
				}
				at += k
				end, ok := match(art.Source.Text, at, f)
				if ok {
					return at, end, true
				}
				at++
			}
		}
		return i, i + len(strings.TrimSpace(s)), true
	}
}

func match(text string, at int, words []string) (int, bool) {
	for _, w := range words {
		for at < len(text) && strings.ContainsRune(" \n\t\r", rune(text[at])) {
			at++
		}
		if !strings.HasPrefix(text[at:], w) {
			return 0, false
		}
		at += len(w)
	}
	return at, true
}

// sentenceLength returns the length of the parsed sentence at byte s.
func sentenceLength(art *analysis.Article, s int) int {
	for b := range art.Blocks {
		blk := &art.Blocks[b]
		if blk.Doc == nil || s < blk.Start || s >= blk.End {
			continue
		}
		for _, sp := range blk.Doc.Sents {
			if end := blk.Start + blk.Doc.Tokens[sp.End-1].End; s < end {
				return end - s
			}
		}
	}
	return 0
}

// mentions are the gold names mentioned in a sentence, with the best kind of
// mention for each.
type mentions map[string]string

func (m mentions) any(name string, also []string) (bool, string) {
	best := ""
	for _, n := range append([]string{name}, also...) {
		if k, ok := m[n]; ok && (best == "" || k < best) {
			best = k
		}
	}
	return best != "", best
}

func (m mentions) String() string {
	var s []string
	for n, k := range m {
		s = append(s, n+"/"+k)
	}
	sort.Strings(s)
	return strings.Join(s, ", ")
}

func kindOf(m *analysis.Mention) string {
	switch {
	case m.Kind == analysis.Name:
		return "1 name"
	case m.Kind == analysis.Demonym:
		return "2 demonym"
	case len(m.Entities) > 1:
		return "5 plural"
	case m.Kind == analysis.Pronoun && m.Via == analysis.Speaker:
		return "6 speaker"
	case m.Kind == analysis.Pronoun && m.Rule == "relative clause":
		return "7 relative"
	case m.Kind == analysis.Pronoun:
		return "4 pronoun"
	}
	return "3 nominal"
}

func mentioned(art *analysis.Article, g *gold.Article, s, t int) mentions {
	out := mentions{}
	for b := range art.Blocks {
		blk := &art.Blocks[b]
		for k := range blk.Mentions {
			m := &blk.Mentions[k]
			at := blk.Start + blk.Doc.Tokens[m.Head].Start
			if at < s || at >= t {
				continue
			}
			kind := kindOf(m)
			for _, e := range m.Entities {
				names := g.Names(art.Entities[e].Name)
				if c := art.Entities[e].Country; c >= 0 && art.Entities[e].Type != schema.Place {
					for _, n := range g.Names(art.Entities[c].Name) {
						if _, ok := out[n]; !ok {
							out[n] = "8 country of"
						}
					}
				}
				for _, n := range names {
					if old, ok := out[n]; !ok || kind < old {
						out[n] = kind
					}
				}
				if len(names) == 0 {
					out["?"+art.Entities[e].Name] = kind
				}
			}
		}
	}
	return out
}

// show prints an article with its mentions in brackets.
func show(art *analysis.Article) {
	for b := range art.Blocks {
		blk := &art.Blocks[b]
		if blk.Doc == nil {
			continue
		}
		for i := range blk.Doc.Tokens {
			for k := range blk.Mentions {
				if m := &blk.Mentions[k]; m.Start == i {
					fmt.Print("[")
				}
			}
			fmt.Print(blk.Doc.Tokens[i].Text)
			for k := range blk.Mentions {
				if m := &blk.Mentions[k]; m.End == i+1 {
					var n []string
					for _, e := range m.Entities {
						n = append(n, art.Entities[e].Name)
					}
					fmt.Printf("]{%s}", strings.Join(n, "+"))
				}
			}
			fmt.Print(" ")
		}
		fmt.Println()
	}
	for i := range art.Entities {
		e := &art.Entities[i]
		c := ""
		if e.Country >= 0 {
			c = art.Entities[e.Country].Name
		}
		fmt.Printf("   %-12s %s | office %q country %q gender %d former %v\n", e.Type, e.Name, e.Office, c, e.Gender, e.Former)
	}
}
