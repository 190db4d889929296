package nlp

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The reference of testdata/sentences.txt. To record it anew:
//
//	ENTENTE_SPACY_PYTHON=python go test ./extract/nlp -run TestSentences -update
const recorded = "testdata/sentences.jsonl.gz"

var update = flag.Bool("update", false, "record testdata anew with the Python that ENTENTE_SPACY_PYTHON names")

// readSentences returns the texts of testdata/sentences.txt.
func readSentences(t testing.TB) []string {
	t.Helper()
	f, err := os.Open("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var texts []string
	scan := bufio.NewScanner(f)
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(line, `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("testdata/sentences.txt:%d: not a Go string: %q", n, line)
		}
		texts = append(texts, text)
	}
	return append(texts, "", strings.Join(texts, " "))
}

// annotate returns what spaCy makes of the texts, or skips the test.
func annotate(t *testing.T, texts []string) []reference {
	t.Helper()
	python := os.Getenv("ENTENTE_SPACY_PYTHON")
	if python == "" {
		t.Skip("set ENTENTE_SPACY_PYTHON to a Python with the packages of data/model/requirements.txt to compare with spaCy itself")
	}
	var in strings.Builder
	for _, text := range texts {
		b, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		in.Write(b)
		in.WriteByte('\n')
	}
	cmd := exec.Command(python, "../../data/model/reference.py")
	cmd.Stdin, cmd.Stderr = strings.NewReader(in.String()), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("running data/model/reference.py: %v", err)
	}
	refs, err := readReferences(strings.NewReader(string(out)))
	if err != nil {
		t.Fatal(err)
	}
	if len(refs) != len(texts) {
		t.Fatalf("%d annotations of %d texts", len(refs), len(texts))
	}
	return refs
}

// compare analyses the texts of refs and
// demands that the results be those of the reference.
func compare(t *testing.T, m *Model, refs []reference) {
	t.Helper()
	texts := make([]string, len(refs))
	for i, ref := range refs {
		texts[i] = ref.Text
	}
	var c tally
	for i, d := range m.ParseAll(texts) {
		c.add(refs[i], d)
	}
	c.check(t)
}

// TestSentences compares each token of our own texts with spaCy's
// annotation, on every kernel that runs here.
func TestSentences(t *testing.T) {
	texts := readSentences(t)
	if *update {
		writeReferences(t, annotate(t, texts))
	}
	f, err := os.Open(recorded)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	refs, err := readReferences(z)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.EqualFunc(refs, texts, func(r reference, s string) bool { return r.Text == s }) {
		t.Fatalf("%s was not recorded from testdata/sentences.txt as it is: run with -update", recorded)
	}
	if len(refs) < 300 {
		t.Errorf("only %d texts", len(refs))
	}
	for _, kn := range kernels() {
		if kn.name == "portable" && testing.Short() {
			continue // slow, and slower still under the race detector
		}
		t.Run(kn.name, func(t *testing.T) {
			m, err := load(kn)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, m, refs)
		})
	}
}

func writeReferences(t *testing.T, refs []reference) {
	t.Helper()
	f, err := os.Create(recorded)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(z)
	enc.SetEscapeHTML(false)
	for _, ref := range refs {
		if err := enc.Encode(ref); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
