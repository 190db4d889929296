package coref

import (
	"strings"
	"testing"

	data "entente/data/coref"
)

func TestEmbeddedWeights(t *testing.T) {
	m, err := ParseWeights(data.Weights)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseWeights(m.Format())
	if err != nil {
		t.Fatal(err)
	}
	if *again != *m {
		t.Error("weights change when written and read again")
	}
}

func TestParseWeightsRejects(t *testing.T) {
	for name, table := range map[string]string{
		"unknown feature": "feature\the\nColour\t1\t1\t1\t1\t1\t1\t1\n",
		"missing column":  "feature\the\nSame\t1\n",
		"no number":       "feature\the\nSame\tx\t1\t1\t1\t1\t1\t1\n",
	} {
		if _, err := ParseWeights(table); err == nil || !strings.Contains(err.Error(), "row") {
			t.Errorf("%s: error %v, want one that names the row", name, err)
		}
	}
}
