package article

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entente/schema"
)

const sentence = "The foreign minister of Norway met her Swedish colleague in Oslo on Monday, and the two said that they would meet again in the spring of the next year. "

// collect reads path and returns the articles and the errors in order.
func collect(t *testing.T, path, stdin string, opts Options) (as []*Input, errs []error) {
	t.Helper()
	for a, err := range Read(context.Background(), path, strings.NewReader(stdin), opts) {
		if err != nil {
			errs = append(errs, err)
		} else {
			as = append(as, a)
		}
	}
	return as, errs
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		name, content string
		is            error
		says          string
	}{
		{"empty.txt", "", ErrEmpty, "nothing in it to read"},
		{"blank.txt", " \n\t\n\uFEFF", ErrEmpty, "nothing in it to read"},
		{"bar.txt", "Facebook Twitter Email\n", ErrEmpty, "besides date lines and links"},
		{"pdf.txt", "%PDF-1.7\n", ErrBinary, "PDF"},
		{"zero.txt", "a\x00b", ErrBinary, "zero byte at offset 1"},
		{"utf16.txt", "\xff\xfea\x00", ErrBinary, "UTF-16"},
		{"latin1.txt", "Caf\xe9 talks\n", ErrEncoding, "bad byte 0xe9 at offset 3 (line 1)"},
		{"latin1b.txt", "One.\nTwo.\nM\xfcnchen\n", ErrEncoding, "offset 11 (line 3)"},
		{"large.txt", strings.Repeat(sentence, 30000), ErrTooLarge, "more than 4 MB"},
		{"french.txt", strings.Repeat("Le ministre des affaires étrangères a rencontré son homologue suédois à Oslo lundi. ", 5), ErrLanguage, "not in English"},
		{"russian.txt", strings.Repeat("Министр иностранных дел встретился со своим коллегой. ", 5), ErrLanguage, "not in English"},
		{"bad.jsonl", "{\"text\": \n", ErrFormat, "bad.jsonl, line 1: malformed JSON"},
		{"notext.jsonl", "{\"title\": \"x\"}\n", ErrEmpty, "field \"text\""},
		{"baddate.jsonl", "{\"date\": \"soon\", \"text\": \"" + sentence + "\"}\n", ErrFormat, "2022-01-20"},
		{"script.html", "<!doctype html><html><body><script>x()</script></body></html>", ErrEmpty, "scripts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(dir, c.name)
			if err := os.WriteFile(path, []byte(c.content), 0o644); err != nil {
				t.Fatal(err)
			}
			as, errs := collect(t, path, "", Options{})
			if len(as) != 0 || len(errs) != 1 {
				t.Fatalf("got %d articles and errors %v", len(as), errs)
			}
			if !errors.Is(errs[0], c.is) || !strings.Contains(errs[0].Error(), c.says) || !strings.Contains(errs[0].Error(), c.name) {
				t.Errorf("got %v", errs[0])
			}
		})
	}
	_, errs := collect(t, filepath.Join(dir, "missing.txt"), "", Options{})
	if len(errs) != 1 || !errors.Is(errs[0], fs.ErrNotExist) || strings.Count(errs[0].Error(), "missing.txt") != 1 {
		t.Errorf("missing file: %v", errs)
	}
}

func TestFolderGoesOnAfterBadFile(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"b/2.txt": sentence + "\n", "a.txt": sentence + "One.", "bad.txt": "\x00", "c.dat": "\x00", "README.txt": "about", ".hidden.txt": "\x00"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	as, errs := collect(t, dir, "", Options{})
	if len(as) != 2 || len(errs) != 1 {
		t.Fatalf("got %d articles, errors %v", len(as), errs)
	}
	if !strings.HasSuffix(as[0].Path, "a.txt") || !strings.HasSuffix(as[1].Path, "2.txt") {
		t.Errorf("wrong order: %s, %s", as[0].Path, as[1].Path)
	}
}

func TestJSONLines(t *testing.T) {
	in := `{"title": "A meeting", "date": "2020-02-03T10:00:00Z", "text": "` + sentence + `", "source": "The Paper", "url": "https://example.org/1"}

not json
{"text": "` + sentence + `More."}`
	as, errs := collect(t, "-", in, Options{Format: JSONLines})
	if len(as) != 2 || len(errs) != 1 || !strings.Contains(errs[0].Error(), "standard input, line 3") {
		t.Fatalf("got %d articles, errors %v", len(as), errs)
	}
	a := as[0]
	if a.Title != "A meeting" || a.Date.Start != "2020-02-03" || a.Source != "The Paper" || a.URL != "https://example.org/1" || a.Blocks[0].Kind != schema.Headline {
		t.Errorf("got %+v", a)
	}
}

func TestHTML(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>A meeting - The Paper</title><meta property="og:title" content="A meeting in Oslo">
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://example.org/2">
<script type="application/ld+json">{"@graph":[{"datePublished":"2021-04-05T06:07:08Z"}]}</script></head>
<body><nav><a>Home</a><a>World</a></nav><article><h1>A meeting in Oslo</h1><figure><img><figcaption>Two ministers</figcaption></figure>
<p>` + sentence + `</p><p>It was <b>their</b> third <a href="x">meeting</a>.</p><aside><p>Read also: something else</p></aside></article>
<footer><p>All rights</p></footer></body></html>`
	as, errs := collect(t, "-", page, Options{})
	if len(as) != 1 || len(errs) != 0 {
		t.Fatalf("got %d articles, errors %v", len(as), errs)
	}
	a := as[0]
	if a.Title != "A meeting in Oslo" || a.Date.Start != "2021-04-05" || a.Source != "The Paper" || a.URL != "https://example.org/2" {
		t.Errorf("got %+v", a)
	}
	if strings.Contains(a.Text, "Home") || strings.Contains(a.Text, "Two ministers") || strings.Contains(a.Text, "something else") || !strings.Contains(a.Text, "It was their third meeting.") {
		t.Errorf("text is %q", a.Text)
	}
}

func TestDateOptionWins(t *testing.T) {
	d, err := ParseDate("2022-01")
	if err != nil {
		t.Fatal(err)
	}
	if a := Parse("OSLO, May 3, 2019 - "+sentence, Options{Date: d}); a.Date.Start != "2022-01" {
		t.Errorf("date is %v", a.Date)
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{"2022": "2022", "2022-01": "2022-01", "2022-01-20": "2022-01-20", "20 January 2022": "2022-01-20",
		"January 2022": "2022-01", "2022-01-20T11:12:13+01:00": "2022-01-20", "21/01/2022": "2022-01-21"} {
		if got, err := ParseDate(in); err != nil || got.Start != want {
			t.Errorf("%s: got %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "soon", "2022-13", "2022-02-30", "last week"} {
		if got, err := ParseDate(in); err == nil {
			t.Errorf("%s: got %v, want an error", in, got)
		}
	}
}

func TestIDIgnoresWhiteSpaceOnly(t *testing.T) {
	a, b := Parse("One two.\nThree.", Options{}), Parse("\uFEFFOne  two.\r\n\r\nThree.\n", Options{})
	c := Parse("One two. Four.", Options{})
	if a.ID != b.ID || a.ID == c.ID {
		t.Errorf("IDs %s %s %s", a.ID, b.ID, c.ID)
	}
}

// FuzzParse checks what every text must keep: blocks in order, inside the
// text, not overlapping, and none empty.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			f.Add(string(b))
		}
	}
	f.Add("\r\n\u2028x\n1/2 a\n2/2 b\n3/3 c (d)")
	f.Fuzz(func(t *testing.T, text string) {
		if CheckText([]byte(text)) != nil {
			return
		}
		at := 0
		for _, b := range Parse(text, Options{}).Blocks {
			if b.Start < at || b.End <= b.Start || b.End > len(text) {
				t.Fatalf("block %+v after %d in a text of %d", b, at, len(text))
			}
			at = b.End
		}
	})
}
