// Package gold reads articles with hand-made gold facts and scores extracted
// statements against them. It serves the programs that measure and train; the
// pipeline itself never sees it.
//
// Read loads a file, Score compares a result with it, Counts adds up.
package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Article is an article with its gold facts.
type Article struct {
	Name       string // file name without extension, "dev-01"
	Path       string // of the article's text
	Text       string
	Date       string
	DateInText bool `json:"date_in_text"`
	Title      string
	Entities   []Entity
	Events     []Event
	Standing   []Standing
	Forbidden  []Forbidden
	Questions  []Question

	names map[string][]string
}

// Entity is a gold entity.
type Entity struct {
	Name    string
	Aliases []string
	Type    string
}

// Event is a gold event.
type Event struct {
	Subject      string
	Relation     string
	Codes        []string
	Object       string
	AlsoObjects  []string `json:"also_objects"`
	AlsoSubjects []string `json:"also_subjects"`
	Symmetric    bool
	Place, Date  string
	Mode         string
	AttributedTo string `json:"attributed_to"`
	Sentence     string
	Difficulty   string
	Optional     bool
}

// Standing is a gold standing relation.
type Standing struct {
	Subject, Relation, Object, Of string
	AlsoObjects                   []string `json:"also_objects"`
	Optional                      bool
}

// Forbidden is a plausible but wrong fact.
type Forbidden struct{ Subject, Relation, Object, Why string }

// Question is a question with its answers.
type Question struct {
	Q       string
	Answers []string
	Accept  []string
	Kind    string
}

// Read loads one gold file and the article's text beside it.
func Read(path string) (*Article, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	a := &Article{Name: strings.TrimSuffix(filepath.Base(path), ".json")}
	if err := json.Unmarshal(b, a); err != nil {
		return nil, fmt.Errorf("reading gold facts of %s: %w", path, err)
	}
	a.Path = strings.TrimSuffix(path, ".json") + ".txt"
	text, err := os.ReadFile(a.Path)
	if err != nil {
		return nil, err
	}
	a.Text = string(text)
	a.names = map[string][]string{}
	for _, e := range a.Entities {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			k := Norm(n)
			if !contains(a.names[k], e.Name) {
				a.names[k] = append(a.names[k], e.Name)
			}
		}
	}
	return a, nil
}

// ReadAll loads the gold files that match any of the patterns, in order of
// name.
func ReadAll(patterns ...string) ([]*Article, error) {
	var paths []string
	for _, p := range patterns {
		m, err := filepath.Glob(p)
		if err != nil {
			return nil, err
		}
		paths = append(paths, m...)
	}
	sort.Strings(paths)
	var all []*Article
	for _, p := range paths {
		a, err := Read(p)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// Names returns the gold entities that a name stands for; none when it is
// not a gold name.
func (a *Article) Names(name string) []string { return a.names[Norm(name)] }

var titles = []string{"the", "mr", "mrs", "ms", "dr", "sir", "president", "prime minister", "king", "queen", "chancellor",
	"foreign minister", "secretary of state"}

// Norm is the form in which names are compared: ASCII letters and digits in
// lower case without accents, leading titles and possessive marks.
func Norm(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if r < 128 {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	s = b.String()
	s = strings.NewReplacer("'s ", " ", "`s ", " ").Replace(s + " ")
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return ' '
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	for again := true; again; {
		again = false
		for _, t := range titles {
			if rest, ok := strings.CutPrefix(s, t+" "); ok {
				s, again = rest, true
			}
		}
	}
	return s
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
