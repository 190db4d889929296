package nlp

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// testModel returns the model, loaded once for all tests.
func testModel(t testing.TB) *Model {
	t.Helper()
	m, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var loadOnce = sync.OnceValues(func() (*Model, error) { return Load() })

func TestParse(t *testing.T) {
	d := testModel(t).Parse("The minister met his counterpart in Geneva.")
	if len(d.Tokens) != 8 || d.Tokens[2].Lemma != "meet" || d.Tokens[1].Head != 2 || len(d.Ents) != 1 || d.Ents[0].Label != "GPE" {
		t.Errorf("got %+v, entities %v", d.Tokens, d.Ents)
	}
}

// checkDoc checks what holds for every analysis: tokens follow each other and
// make up the text, heads lie in their sentence.
func checkDoc(t *testing.T, d *Doc) {
	t.Helper()
	at := 0
	for i, tok := range d.Tokens {
		if tok.Start != at || d.Text[tok.Start:tok.End] != tok.Text || tok.Text == "" {
			t.Fatalf("%.40q: token %d is %q at %d to %d, after %d", d.Text, i, tok.Text, tok.Start, tok.End, at)
		}
		at = tok.End
		if tok.Space {
			if d.Text[at] != ' ' {
				t.Fatalf("%.40q: no space behind token %d", d.Text, i)
			}
			at++
		}
		if s := d.Sents[d.Sent(i)]; tok.Head < s.Start || tok.Head >= s.End {
			t.Fatalf("%.40q: head %d of token %d lies outside its sentence %v", d.Text, tok.Head, i, s)
		}
		if tok.POS == "" || tok.Tag == "" || tok.Dep == "" || tok.Lemma == "" {
			t.Fatalf("%.40q: token %d lacks an annotation: %+v", d.Text, i, tok)
		}
	}
	if at != len(d.Text) {
		t.Fatalf("%.40q: tokens end at %d of %d", d.Text, at, len(d.Text))
	}
}

func TestParseOddTexts(t *testing.T) {
	m := testModel(t)
	for _, text := range readSentences(t) {
		checkDoc(t, m.Parse(text))
	}
	for _, text := range []string{"", " ", "\n", "\r\n\r\n", "\x00", "a\x00b", "\u00a0", "\u200b", strings.Repeat(" ", 1000), strings.Repeat("\n", 777) + "x"} {
		checkDoc(t, m.Parse(text))
	}
	if d := m.Parse(""); len(d.Tokens) != 0 || len(d.Sents) != 0 || len(d.Ents) != 0 {
		t.Errorf("the empty text has %v", d)
	}
}

func TestParseInvalidUTF8(t *testing.T) {
	m := testModel(t)
	for _, text := range []string{"\xff", "caf\xe9 in Par\xeds", "a\xc3", "\xed\xa0\x80 x", strings.Repeat("\x80\xff", 500)} {
		d := m.Parse(text)
		if !utf8.ValidString(d.Text) {
			t.Errorf("%q became %q", text, d.Text)
		}
		checkDoc(t, d)
	}
	if d := m.Parse("caf\xe9 bar"); d.Text != "caf\uFFFD bar" {
		t.Errorf("got %q", d.Text)
	}
}

// TestParseLongLines feeds text without white space or sentence ends on
// which careless code takes time that grows with the square of its length.
func TestParseLongLines(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	m := testModel(t)
	if m.Kernel() == "portable" {
		t.Skip("too slow without vector instructions")
	}
	for _, piece := range []string{"a", ")", "(", "a.", "a@", "a@b.", "...", "-a", "'s", "京", "😀", "1+", "a/", ":)", "can't", "$1", "a ", ") ", "the ", ". ", "\n \n"} {
		text := strings.Repeat(piece, 20_000/len(piece))
		start := time.Now()
		d := m.Parse(text)
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%q took %v", piece, took)
		} else {
			t.Logf("%q: %d tokens in %v", piece, len(d.Tokens), took)
		}
		checkDoc(t, d)
	}
}

// TestParseAllIndependent demands that a text's analysis not depend on the
// texts it is analysed with, nor on goroutines at work beside it.
func TestParseAllIndependent(t *testing.T) {
	m, err := Load(WithVectors())
	if err != nil {
		t.Fatal(err)
	}
	texts := readSentences(t)
	together := m.ParseAll(texts)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := g; i < len(texts); i += 4 {
				d := m.Parse(texts[i])
				if !reflect.DeepEqual(d.Tokens, together[i].Tokens) {
					t.Errorf("%q differs when analysed alone", texts[i])
				}
				for k, v := range d.Vectors() {
					if w := together[i].Vectors()[k]; v-w > 1e-5 || w-v > 1e-5 {
						t.Errorf("%q: vectors differ when analysed alone", texts[i])
						break
					}
				}
			}
		})
	}
	wg.Wait()
}

func TestVectors(t *testing.T) {
	if d := testModel(t).Parse("One two."); d.Vectors() != nil || d.Vector(0) != nil {
		t.Error("vectors were kept without being asked for")
	}
	m, err := Load(WithVectors())
	if err != nil {
		t.Fatal(err)
	}
	d := m.Parse("One two.")
	if len(d.Vectors()) != 3*96 || len(d.Vector(2)) != 96 {
		t.Errorf("%d and %d floats, want %d and %d", len(d.Vectors()), len(d.Vector(2)), 3*96, 96)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParse analyses our own texts with each kernel that runs here.
func BenchmarkParse(b *testing.B) {
	for _, kn := range kernels() {
		b.Run(kn.name, func(b *testing.B) {
			m, err := load(kn)
			if err != nil {
				b.Fatal(err)
			}
			texts := readSentences(b)
			tokens := 0
			for b.Loop() {
				tokens = 0
				for _, d := range m.ParseAll(texts) {
					tokens += len(d.Tokens)
				}
			}
			b.ReportMetric(float64(b.N*tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}
