package question

import (
	"bufio"
	"fmt"
	"os"
	"testing"

	"entente/extract/nlp"
)

func TestProbe(t *testing.T) {
	fh, err := os.Open("/tmp/questions.txt")
	if err != nil {
		t.Skip()
	}
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	sc := bufio.NewScanner(fh)
	for sc.Scan() {
		f, ok := takeApart(m.Parse(sc.Text()))
		if !ok {
			fmt.Println("??", sc.Text())
			continue
		}
		d, p := declare(m, f)
		s := ""
		if p >= 0 {
			s = d.Tokens[p].Text
		}
		fmt.Printf("%s\n    %s|%s|%v|%s|%s   PRED %s\n", sc.Text(), f.prep, f.wh, f.noun, f.aux, d.Text, s)
	}
}
