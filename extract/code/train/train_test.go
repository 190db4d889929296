package train

import (
	"math"
	"os"
	"strings"
	"testing"

	"entente/extract/code"
	"entente/extract/nlp"
	"entente/schema"
)

const events = "../../../../shared/events"

// TestResubstitution holds the embedded weights to the rows that they were
// trained on: a drop means that weights and features no longer belong
// together. Accuracy on unseen rows is cross-validated by cmd/train-coder.
func TestResubstitution(t *testing.T) {
	if _, err := os.Stat(events); err != nil {
		t.Skipf("the labelled sentences are not at %s", events)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := code.Load()
	if err != nil {
		t.Fatal(err)
	}
	all, err := readFile(events+"/dev.tsv", "dev")
	if err != nil {
		t.Fatal(err)
	}
	n, right := 0, 0
	for i := 0; i < len(all); i += 7 {
		r := &all[i]
		d := model.Parse(r.Sentence)
		sent := nlp.Span{Start: 0, End: len(d.Tokens)}
		src, tgt := code.Locate(d, r.Source), code.Locate(d, r.Target)
		k := c.Code(d, sent, src, tgt)
		if again := c.Code(d, sent, src, tgt); again != k {
			t.Errorf("coded twice, differently: %q", r.Sentence)
		}
		n++
		if k.Code == r.Code {
			right++
		}
	}
	if got := float64(right) / float64(n); got < 0.95 {
		t.Errorf("%d of %d training rows right (%.3f), want 0.95: run go run ./cmd/train-coder", right, n, got)
	}
}

func TestStratifyDealsEveryCodeOut(t *testing.T) {
	var rows []Row
	for i := range 50 {
		rows = append(rows, Row{Code: schema.Codes[i%2], Dev: i < 40})
	}
	fold := stratify(rows, 5, 1)
	counts := map[schema.Code][5]int{}
	for i, k := range fold {
		if !rows[i].Dev {
			if k != -1 {
				t.Errorf("row %d of another collection is in fold %d", i, k)
			}
			continue
		}
		n := counts[rows[i].Code]
		n[k]++
		counts[rows[i].Code] = n
	}
	for c, n := range counts {
		for k, x := range n {
			if x != 4 {
				t.Errorf("%s: %d rows in fold %d, want 4", c, x, k)
			}
		}
	}
}

// outcome is a case of gold code g whose best code is said, with probability p.
func outcome(g, said schema.Code, p float64) Outcome {
	probs := make([]float64, len(schema.Codes))
	for i := range probs {
		probs[i] = (1 - p) / float64(len(probs)-1)
	}
	probs[label(said)] = p
	return Outcome{Gold: []schema.Code{g}, Probs: probs}
}

func TestScore(t *testing.T) {
	f := Score([]Outcome{
		outcome(schema.Agree, schema.Agree, 0.9),
		outcome(schema.Agree, schema.Consult, 0.9), // wrong code, right quad class
		outcome(schema.Assault, schema.Assault, 0.9),
		outcome(schema.Assault, schema.Agree, 0.9),
	})
	if f.Accuracy != 0.5 || f.Quad != 0.75 {
		t.Errorf("accuracy %.2f and quad %.2f, want 0.50 and 0.75", f.Accuracy, f.Quad)
	}
	// AGREE: 1 right of 2 said and 2 gold; ASSAULT: 1 of 1 and 2.
	if want := (0.5 + 2.0/3) / 2; math.Abs(f.MacroF1-want) > 1e-9 {
		t.Errorf("macro-F1 %.3f, want %.3f", f.MacroF1, want)
	}
}

func TestTemperatureCoolsOverconfidence(t *testing.T) {
	var out []Outcome
	for i := range 100 {
		g := schema.Agree
		if i < 30 {
			g = schema.Assault
		}
		out = append(out, outcome(g, schema.Agree, 0.99))
	}
	temp := Temperature(out)
	if temp <= 1.2 {
		t.Errorf("temperature %.2f for 99 %% stated and 70 %% right, want well above 1", temp)
	}
	Temper(out, temp)
	if _, p := out[0].Best(); p > 0.9 {
		t.Errorf("still states %.2f after tempering", p)
	}
	if right := Share(out); right != 0.7 {
		t.Errorf("tempering changed the share of right codes to %.2f", right)
	}
}

func TestBadRowsNameTheLine(t *testing.T) {
	path := t.TempDir() + "/dev.tsv"
	if err := os.WriteFile(path, []byte("sentence\tsource\ttarget\tcode\nA met B.\tA\tB\tMEET\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readFile(path, "dev"); err == nil || !strings.Contains(err.Error(), "dev.tsv:2") {
		t.Errorf("error %v, want one that names dev.tsv:2", err)
	}
}
