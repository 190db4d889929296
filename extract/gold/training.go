package gold

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// ReadTraining reads a file of training articles in the format that
// data/training/README.md describes. Errors name the file and line.
func ReadTraining(path string) ([]*Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := &trainingReader{name: strings.TrimSuffix(filepath.Base(path), ".txt")}
	scan := bufio.NewScanner(f)
	for n := 1; scan.Scan(); n++ {
		if err := r.line(strings.TrimSpace(scan.Text())); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	r.finish()
	return r.all, nil
}

type trainingReader struct {
	name     string
	all      []*Article
	a        *Article
	dateline string
	text     strings.Builder
	para     bool   // inside a paragraph
	last     string // sentence that facts belong to
}

var isoDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

func (r *trainingReader) line(s string) error {
	if s == "" {
		if r.para {
			r.text.WriteString("\n")
			r.para = false
		}
		return nil
	}
	kind, rest := s[0], ""
	if len(s) > 1 && s[1] == ' ' {
		rest = strings.TrimSpace(s[2:])
	} else {
		kind = 0
	}
	if kind == '=' {
		r.finish()
		date, place, _ := strings.Cut(rest, " ")
		if !isoDate.MatchString(date) {
			return fmt.Errorf("article begins with %q, want its date as 2019-06-12", date)
		}
		r.a = &Article{Name: fmt.Sprintf("%s.%d", r.name, len(r.all)+1), Date: date, names: map[string][]string{}}
		r.dateline = strings.TrimSpace(place)
		return nil
	}
	if r.a == nil {
		return fmt.Errorf("a line before the first article; begin one with “= 2019-06-12”")
	}
	switch kind {
	case '@':
		return r.entity(rest)
	case '#':
		r.a.Title, r.last = rest, rest
		r.text.WriteString(rest + "\n")
		return nil
	case '>':
		return r.event(rest)
	case ':':
		return r.standing(rest)
	}
	if r.para {
		r.text.WriteString(" ")
	} else if r.dateline != "" && r.last == r.a.Title {
		r.text.WriteString(r.dateline + " - ")
		r.dateline = ""
	}
	r.text.WriteString(s)
	r.para, r.last = true, s
	return nil
}

func (r *trainingReader) finish() {
	if r.a != nil {
		r.a.Text = strings.TrimSpace(r.text.String()) + "\n"
		r.all = append(r.all, r.a)
	}
	r.a, r.para, r.last = nil, false, ""
	r.text.Reset()
}

func (r *trainingReader) entity(s string) error {
	s, typ, _ := strings.Cut(s, "|")
	name, rest, _ := strings.Cut(s, ":")
	name = strings.TrimSpace(name)
	if name == "" {
		return fmt.Errorf("an entity without a name")
	}
	e := Entity{Name: name, Type: strings.TrimSpace(typ)}
	if e.Type == "" {
		e.Type = "Person"
	}
	for _, n := range strings.Split(rest, ";") {
		if n = strings.TrimSpace(n); n != "" {
			e.Aliases = append(e.Aliases, n)
		}
	}
	if f := strings.Fields(name); e.Type == "Person" && len(f) > 1 {
		e.Aliases = append(e.Aliases, f[len(f)-1])
	}
	r.a.Entities = append(r.a.Entities, e)
	for _, n := range append([]string{name}, e.Aliases...) {
		r.a.knows(n, name)
	}
	return nil
}

// knows makes a name stand for an entity.
func (a *Article) knows(name, entity string) {
	k := Norm(name)
	if k != "" && !slices.Contains(a.names[k], entity) {
		a.names[k] = append(a.names[k], entity)
	}
}

// party reads "Name (Other; Another)".
func (r *trainingReader) party(s string) (string, []string, error) {
	name, rest, also := strings.Cut(strings.TrimSpace(s), "(")
	name = strings.TrimSpace(name)
	if name == "" {
		return "", nil, fmt.Errorf("a party is empty")
	}
	var others []string
	if also {
		rest = strings.TrimSuffix(strings.TrimSpace(rest), ")")
		for _, o := range strings.FieldsFunc(rest, func(c rune) bool { return c == ';' || c == ',' }) {
			others = append(others, strings.TrimSpace(o))
		}
	}
	for _, n := range append([]string{name}, others...) {
		if len(r.a.Names(n)) == 0 {
			r.a.knows(n, n)
		}
	}
	canonical := func(n string) string {
		if ns := r.a.Names(n); len(ns) > 0 {
			return ns[0]
		}
		return n
	}
	for i := range others {
		others[i] = canonical(others[i])
	}
	return canonical(name), others, nil
}

var modes = []string{"actual", "planned", "requested", "hypothetical", "denied"}

var roots = strings.Fields("AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT CRIME")

func (r *trainingReader) event(s string) error {
	if r.last == "" {
		return fmt.Errorf("an event before the first sentence")
	}
	col := strings.Split(s, "|")
	for len(col) < 8 {
		col = append(col, "")
	}
	if len(col) > 8 {
		return fmt.Errorf("an event of %d columns, want at most 8: subject | relation | object | CODES | mode | date | place | flags", len(col))
	}
	for i := range col {
		col[i] = strings.TrimSpace(col[i])
	}
	e := Event{Relation: col[1], Mode: col[4], Date: col[5], Place: col[6], Sentence: r.last,
		Symmetric: strings.Contains(col[7], "sym"), Optional: strings.Contains(col[7], "opt")}
	var err error
	if e.Subject, e.AlsoSubjects, err = r.party(col[0]); err != nil {
		return err
	}
	if e.Object, e.AlsoObjects, err = r.party(col[2]); err != nil {
		return err
	}
	if e.Relation == "" {
		return fmt.Errorf("an event without a relation")
	}
	for _, c := range strings.Split(col[3], "/") {
		if c = strings.TrimSpace(c); c != "" {
			if !slices.Contains(roots, c) {
				return fmt.Errorf("%q is no PLOVER root code", c)
			}
			e.Codes = append(e.Codes, c)
		}
	}
	if e.Mode == "" {
		e.Mode = "actual"
	}
	if !slices.Contains(modes, e.Mode) {
		return fmt.Errorf("%q is no mode, want one of %s", e.Mode, strings.Join(modes, ", "))
	}
	if e.Date != "" && !isoDate.MatchString(e.Date) {
		return fmt.Errorf("date %q, want 2019, 2019-06 or 2019-06-12", e.Date)
	}
	if e.Place != "" && len(r.a.Names(e.Place)) == 0 {
		r.a.knows(e.Place, e.Place)
	}
	r.a.Events = append(r.a.Events, e)
	return nil
}

func (r *trainingReader) standing(s string) error {
	col := strings.Split(s, "|")
	if len(col) < 3 {
		return fmt.Errorf("a standing relation of %d columns, want subject | relation | object | of", len(col))
	}
	for i := range col {
		col[i] = strings.TrimSpace(col[i])
	}
	st := Standing{Subject: col[0], Relation: col[1], Object: col[2]}
	if len(col) > 3 {
		st.Of = col[3]
	}
	if len(r.a.Names(st.Subject)) == 0 {
		r.a.knows(st.Subject, st.Subject)
	}
	r.a.Standing = append(r.a.Standing, st)
	return nil
}

// ReadAllTraining reads the training files that match the pattern, in order
// of name.
func ReadAllTraining(pattern string) ([]*Article, error) {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	var all []*Article
	for _, p := range paths {
		as, err := ReadTraining(p)
		if err != nil {
			return nil, err
		}
		all = append(all, as...)
	}
	return all, nil
}
