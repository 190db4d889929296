package gold

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const trainingSample = `= 2019-06-12 VIENNA
@ Iona Marr: Marr
# Marr visits Vienna
> Iona Marr | visit | Austria | CONSULT | | 2019-06-12 | Vienna
Austria received Iona Marr on Wednesday.
> Austria | receive | Iona Marr (Scotland) | CONSULT/SUPPORT | actual | 2019-06-12 | |
She urged Vienna to help Malta.
> Iona Marr | urge | Austria | REQUEST

Malta said nothing.
`

func TestReadTraining(t *testing.T) {
	p := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(p, []byte(trainingSample), 0o644); err != nil {
		t.Fatal(err)
	}
	all, err := ReadTraining(p)
	if err != nil {
		t.Fatal(err)
	}
	a := all[0]
	want := "Marr visits Vienna\nVIENNA - Austria received Iona Marr on Wednesday. She urged Vienna to help Malta.\nMalta said nothing.\n"
	if a.Text != want {
		t.Errorf("text %q, want %q", a.Text, want)
	}
	if len(a.Events) != 3 || a.Events[1].Sentence != "Austria received Iona Marr on Wednesday." || !a.Parties(&a.Events[1], "Austria", "Marr") {
		t.Errorf("events %+v", a.Events)
	}
}

func TestReadTrainingNamesTheLine(t *testing.T) {
	for _, bad := range []string{"> a | b | c | FIGHT", "> a | b", "= yesterday", "> a | b | c | AID | maybe"} {
		p := filepath.Join(t.TempDir(), "x.txt")
		if err := os.WriteFile(p, []byte("= 2019-06-12\nOne.\n"+bad+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadTraining(p); err == nil || !strings.Contains(err.Error(), "x.txt:3:") {
			t.Errorf("%q: error %v, want one that names line 3", bad, err)
		}
	}
}
