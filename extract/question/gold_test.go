package question

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
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
	files, _ := filepath.Glob("../../../shared/gold/*.json")
	if len(files) == 0 {
		t.Skip("the gold articles are not here")
	}
	articles, err := gold.ReadAll("../../../shared/gold/*.json")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	total, ok, wrong := 0, 0, 0
	only := os.Getenv("ONLY")
	var results map[string]*schema.Result
	if f := os.Getenv("RESULTS"); f != "" {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &results); err != nil {
			t.Fatal(err)
		}
	}
	var shared *memory
	if os.Getenv("TOGETHER") != "" {
		shared = newMemory()
		for _, a := range articles {
			if results != nil {
				shared.state(results[a.Name])
			} else {
				oracle(shared, a)
			}
		}
	}
	for _, a := range articles {
		if only != "" && !strings.Contains(a.Name, only) {
			continue
		}
		m := newMemory()
		if shared != nil {
			m = shared
		} else if results != nil {
			m.state(results[a.Name])
			if os.Getenv("MENTIONS") != "" {
				m.mention(r.model, results[a.Name])
			}
		} else {
			oracle(m, a)
		}
		for i := range a.Questions {
			gq := &a.Questions[i]
			total++
			q, err := r.Read(context.Background(), m, gq.Q, a.Date)
			if err != nil {
				fmt.Println("NOT", a.Name, gq.Q, err)
				continue
			}
			got, err := r.Answer(context.Background(), m, q, DefaultBars())
			if err != nil {
				t.Fatal(err)
			}
			if os.Getenv("FITS") != "" && (len(got) == 0 || !right(a, gq, got[0].Name)) {
				fmt.Println("---", gq.Q, gq.Answers)
				for i := range q.doc.Tokens {
					fmt.Printf("%s/%s/%s>%d ", q.doc.Tokens[i].Text, q.doc.Tokens[i].Tag, q.doc.Tokens[i].Dep, q.doc.Tokens[i].Head)
				}
				fmt.Println()
				j := newJudge(context.Background(), r, m, q)
				fs, _ := j.candidates()
				for _, f := range fs[:min(4, len(fs))] {
					fmt.Printf("     %.3f rel %.2f par %.2f time %.2f place %.2f words %.2f mode %.2f kind %.2f: %s | %s | %s %s %v %v %.160s\n", f.score, f.relation, f.parties, f.time, f.place, f.words, f.mode, f.kind, f.st.Subject.Name, f.st.Relation, f.st.Object.Name, f.st.Mode, f.st.Code, f.answers, f.st.Reports[0].Sentence)
				}
			}
			switch {
			case len(got) == 0 || got[0].Name == "unknown":
				fmt.Printf("NIL %s %s  want %v | %s\n", a.Name, gq.Q, gq.Answers, q)
			case right(a, gq, got[0].Name):
				ok++
				fmt.Printf("YES %s %s  %.2f\n", a.Name, gq.Q, got[0].Score)
			default:
				wrong++
				fmt.Printf("BAD %s %s  got %s %.2f want %v | %s\n", a.Name, gq.Q, got[0].Name, got[0].Score, gq.Answers, q)
			}
		}
	}
	t.Logf("%d questions, %d right (%.3f), %d wrong (%.3f)", total, ok, float64(ok)/float64(total), wrong, float64(wrong)/float64(total))
}
