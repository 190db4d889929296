package nlp

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"
)

// layers is what data/model/reference.py --layers recorded.
type layers struct {
	Text          string
	IDs           map[string]string
	Rows          []rowsOf
	Norms, Shapes []string
	Embedding     []float32
	Tok2vec       []float32
	EntityTok2vec []float32 `json:"entity_tok2vec"`
	Tagger        []float32
}

// rowsOf is [value, seed, rows of the table, the four rows].
type rowsOf struct {
	value string
	seed  uint32
	size  uint32
	rows  [4]uint32
}

func (r *rowsOf) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&r.value, &r.seed, &r.size, &r.rows})
}

func readLayers(t *testing.T) layers {
	t.Helper()
	b, err := os.ReadFile("testdata/layers.json")
	if err != nil {
		t.Fatal(err)
	}
	var l layers
	if err := json.Unmarshal(b, &l); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestStringIDs(t *testing.T) {
	ids := stringIDs(testMeta(t).Symbols)
	for s, want := range readLayers(t).IDs {
		if got := strconv.FormatUint(ids.id(s), 10); got != want {
			t.Errorf("id of %q is %s, want %s", s, got, want)
		}
	}
}

func TestHashRows(t *testing.T) {
	for _, r := range readLayers(t).Rows {
		value, err := strconv.ParseUint(r.value, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		got := hash128(value, r.seed)
		for i := range got {
			got[i] %= r.size
		}
		if got != r.rows {
			t.Errorf("rows of %s with seed %d are %v, want %v", r.value, r.seed, got, r.rows)
		}
	}
}

// TestLayers compares the outputs of the networks, number by number.
func TestLayers(t *testing.T) {
	want := readLayers(t)
	for _, kn := range kernels() {
		m, err := load(kn)
		if err != nil {
			t.Fatal(err)
		}
		toks := m.tokenizer.tokenize(want.Text)
		if len(toks) != len(want.Norms) {
			t.Fatalf("%d tokens, want %d", len(toks), len(want.Norms))
		}
		for i, tok := range toks {
			ids := m.tokenizer.lex.ids
			if tok.lex.features[featNorm] != ids.id(want.Norms[i]) || tok.lex.features[featShape] != ids.id(want.Shapes[i]) {
				t.Errorf("norm or shape of %q is not that of %q and %q", tok.lex.text, want.Norms[i], want.Shapes[i])
			}
		}
		batch, s := [][]token{toks}, newScratch()
		check := func(name string, got, want []float32) {
			t.Helper()
			worst := 0.0
			for i := range want {
				worst = max(worst, math.Abs(float64(got[i]-want[i]))/(1+math.Abs(float64(want[i]))))
			}
			if worst > 1e-5 {
				t.Errorf("%s, %s: differs by %g", kn.name, name, worst)
			}
		}
		seg := segments(batch)[0]
		m.shared.run(kn, s, batch, seg, func(_ segment, rows []float32) {
			check("shared network", rows, want.Tok2vec)
			scores := make([]float32, (len(toks)+kn.slack())*kn.stride(m.tagger.scores))
			kn.linear(scores, rows, width, m.tagger.scores, len(toks))
			for i := range toks {
				n := len(m.tagger.tags)
				check("tagger", scores[i*kn.stride(m.tagger.scores):], want.Tagger[i*n:(i+1)*n])
			}
		})
		for i := range toks {
			check("embedding", toks[i].mixed(false)[:], want.Embedding[i*width:(i+1)*width])
		}
		m.entity.run(kn, s, batch, seg, func(_ segment, rows []float32) {
			check("entity network", rows, want.EntityTok2vec)
		})
	}
}
