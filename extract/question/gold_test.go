package question

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"entente/data/coder"
	"entente/extract/gold"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/vectors"
	"entente/schema"
)

// newReader loads what a Reader needs.
func newReader(t *testing.T) *Reader {
	t.Helper()
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	g, err := link.Load()
	if err != nil {
		t.Fatal(err)
	}
	v, err := vectors.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(m, g, v, coder.Acts)
}

// oracle is a source that holds the gold facts of articles, as a perfect
// extractor would state them.
func oracle(m *memory, a *gold.Article) {
	id := func(name string) schema.Ref {
		r := schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Other}
		if known, ok := m.refs[r.ID]; ok {
			return known
		}
		return r
	}
	for _, e := range a.Entities {
		r := id(e.Name)
		r.Type = schema.EntityType(e.Type)
		m.entity(r, e.Aliases...)
	}
	ref := func(name string) *schema.Ref {
		if name == "" {
			return nil
		}
		r := id(name)
		m.entity(r)
		return &r
	}
	for _, e := range a.Events {
		st := Statement{Subject: *ref(e.Subject), Object: *ref(e.Object), Relation: e.Relation, Relations: []string{e.Relation}, Place: ref(e.Place),
			Mode: schema.Mode(e.Mode), Symmetric: e.Symmetric, Confidence: 0.9}
		if len(e.Codes) > 0 {
			st.Code = schema.Code(e.Codes[0])
		}
		if e.Date != "" {
			st.Time = &schema.Interval{Start: e.Date, End: e.Date}
		}
		st.Reports = []Report{{Sentence: e.Sentence, By: ref(e.AttributedTo), Article: a.Name, Date: a.Date}}
		m.add(st)
	}
	for _, s := range a.Standing {
		m.add(Statement{Standing: true, Subject: *ref(s.Subject), Object: *ref(s.Object), Relation: s.Relation, Relations: []string{s.Relation}, Of: ref(s.Of), Confidence: 0.9})
	}
}

// right says how an answer is judged: by name or alias, or for dates by
// prefix.
func right(a *gold.Article, q *gold.Question, got string) bool {
	for _, w := range append(append([]string{}, q.Answers...), q.Accept...) {
		if gold.Norm(got) == gold.Norm(w) || strings.HasPrefix(gold.Norm(got), gold.Norm(w)) {
			return true
		}
		for _, n := range a.Names(got) {
			for _, k := range append(a.Names(w), w) {
				if n == k {
					return true
				}
			}
		}
	}
	return false
}

// TestGoldQuestions measures the understanding of questions apart from
// extraction: the source holds what the articles' gold facts state.
func TestGoldQuestions(t *testing.T) {
	const pattern = "../../../shared/gold/*.json"
	if files, _ := filepath.Glob(pattern); len(files) == 0 {
		t.Skip("the gold articles are not beside the repository")
	}
	articles, err := gold.ReadAll(pattern)
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	all := newMemory()
	for _, a := range articles {
		oracle(all, a)
	}
	for name, source := range map[string]func(*gold.Article) *memory{
		"alone": func(a *gold.Article) *memory {
			m := newMemory()
			oracle(m, a)
			return m
		},
		"together": func(*gold.Article) *memory { return all },
	} {
		t.Run(name, func(t *testing.T) {
			if name == "together" && testing.Short() {
				t.Skip("takes ten seconds")
			}
			total, good, wrong := 0, 0, 0
			for _, a := range articles {
				m := source(a)
				for i := range a.Questions {
					total++
					switch outcome(t, r, m, a, &a.Questions[i]) {
					case "right":
						good++
					case "wrong":
						wrong++
					}
				}
			}
			t.Logf("%d questions: %.3f right, %.3f wrong", total, float64(good)/float64(total), float64(wrong)/float64(total))
			if float64(good) < 0.85*float64(total) || float64(wrong) > 0.08*float64(total) {
				t.Errorf("%d of %d right and %d wrong; want at least 0.85 and at most 0.08", good, total, wrong)
			}
		})
	}
}

// outcome asks a gold question: "right", "wrong" or "unknown".
func outcome(t *testing.T, r *Reader, m *memory, a *gold.Article, gq *gold.Question) string {
	t.Helper()
	q, err := r.Read(context.Background(), m, gq.Q, a.Date)
	if err != nil {
		t.Errorf("%s: %q: %v", a.Name, gq.Q, err)
		return "unknown"
	}
	got, err := r.Answer(context.Background(), m, q, DefaultBars())
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case len(got) == 0 || got[0].Name == "unknown":
		t.Logf("unknown %s %q, want %v", a.Name, gq.Q, gq.Answers)
		return "unknown"
	case right(a, gq, got[0].Name):
		return "right"
	}
	t.Logf("wrong %s %q: %s (%.2f), want %v; understood: %s", a.Name, gq.Q, got[0].Name, got[0].Score, gq.Answers, q.Understood())
	return "wrong"
}
