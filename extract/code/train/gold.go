package train

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente/extract/code"
	"entente/extract/nlp"
	"entente/schema"
)

// Event is one event of a gold article whose predicate and at least one party
// were found in its sentence. Any of Codes is right; the first fits best.
type Event struct {
	Article  string // "train-a01"
	Codes    []schema.Code
	Relation string
	Mode     schema.Mode

	doc      *nlp.Doc
	src, tgt nlp.Span
	pred     int
}

// ReadGold reads the events of the gold articles whose file names match the
// pattern ("../shared/gold/train-*.json"). The predicate is the word whose
// lemma begins the relation.
func ReadGold(pattern string, model *nlp.Model) ([]Event, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, fmt.Errorf("finding gold articles: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no gold articles match %s", pattern)
	}
	slices.Sort(paths)
	var events []Event
	for _, p := range paths {
		found, err := readArticle(p, model)
		if err != nil {
			return nil, fmt.Errorf("reading gold article %s: %w", p, err)
		}
		events = append(events, found...)
	}
	return events, nil
}

func readArticle(path string, model *nlp.Model) ([]Event, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var g struct {
		Entities []struct {
			Name    string
			Aliases []string
		}
		Events []struct {
			Subject, Relation, Object, Sentence string
			Mode                                schema.Mode
			Codes                               []schema.Code
		}
	}
	if err := json.Unmarshal(b, &g); err != nil {
		return nil, err
	}
	names := map[string][]string{}
	for _, e := range g.Entities {
		names[e.Name] = e.Aliases
	}
	var events []Event
	docs := map[string]*nlp.Doc{}
	for _, e := range g.Events {
		if len(e.Codes) == 0 {
			continue
		}
		d := docs[e.Sentence]
		if d == nil {
			d = model.Parse(e.Sentence)
			docs[e.Sentence] = d
		}
		find := func(name string) nlp.Span {
			for _, n := range append([]string{name}, names[name]...) {
				if strings.Contains(e.Sentence, n) {
					return code.Locate(d, n)
				}
			}
			return nlp.Span{}
		}
		x := Event{Article: strings.TrimSuffix(filepath.Base(path), ".json"), Codes: e.Codes, Relation: e.Relation, Mode: e.Mode,
			doc: d, src: find(e.Subject), tgt: find(e.Object)}
		verb, _, _ := strings.Cut(e.Relation, " ")
		x.pred = slices.IndexFunc(d.Tokens, func(t nlp.Token) bool { return strings.EqualFold(t.Lemma, verb) })
		if x.pred >= 0 && (x.src.End > 0 || x.tgt.End > 0) {
			events = append(events, x)
		}
	}
	return events, nil
}
