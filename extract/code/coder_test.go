package code

import (
	"testing"

	"entente/extract/nlp"
	"entente/schema"
)

func TestCodesPlainSentences(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		sentence, source, target string
		want                     schema.Code
	}{
		{"Norway's prime minister met the king of Jordan in Oslo on Monday.", "Norway's prime minister", "the king of Jordan", schema.Consult},
		{"Peru accused Chile of moving the border posts at night.", "Peru", "Chile", schema.Accuse},
		{"Gunmen from the militia shelled the port of Zawra before dawn.", "Gunmen from the militia", "the port of Zawra", schema.Assault},
		{"Canada will give Malawi two million dollars for flood relief next month.", "Canada", "Malawi", schema.Agree},
		{"Canada gave Malawi two million dollars for flood relief.", "Canada", "Malawi", schema.Aid},
		{"Hungary urged Serbia to open the bridge.", "Hungary", "Serbia", schema.Request},
		{"Hungary refused to open the bridge to Serbia.", "Hungary", "Serbia", schema.Reject},
		{"Kenya threatened to expel the envoys of Sudan.", "Kenya", "Sudan", schema.Threaten},
		{"Kenya expelled four diplomats from Sudan.", "Kenya", "Sudan", schema.Sanction},
		{"Police in Riga arrested nine members of the opposition.", "Police in Riga", "nine members of the opposition", schema.Coerce},
		{"The rebels released three Polish engineers on Friday.", "The rebels", "three Polish engineers", schema.Yield},
		{"Finland's president praised Estonia for its reforms.", "Finland's president", "Estonia", schema.Support},
	} {
		d := model.Parse(x.sentence)
		got := c.Code(d, nlp.Span{Start: 0, End: len(d.Tokens)}, Locate(d, x.source), Locate(d, x.target))
		if got.Code != x.want {
			t.Errorf("%s\n\tcoded %s (%.2f), want %s", x.sentence, got.Code, got.Prob, x.want)
		}
	}
}
