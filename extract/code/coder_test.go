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
		if p := got.Probs; got.Prob < 0.3 || p[0] < 0 || got.Predicate < 0 {
			t.Errorf("%s: probability %.2f at token %d", x.sentence, got.Prob, got.Predicate)
		}
		if got.Code != x.want {
			t.Errorf("%s\n\tcoded %s (%.2f), want %s", x.sentence, got.Code, got.Prob, x.want)
		}
	}
}

func TestModality(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ sentence, want string }{
		{"Kenya released the sailors.", "realised"},
		{"Kenya will release the sailors.", "promised"},
		{"Kenya promised to release the sailors.", "promised"},
		{"Kenya refused to release the sailors.", "refused"},
		{"Kenya did not release the sailors.", "refused"},
		{"Kenya threatened to arrest the sailors.", "threatened"},
		{"Kenya must release the sailors.", "requested"},
		{"Kenya will attack if the sailors return.", "conditional"},
	} {
		d := model.Parse(x.sentence)
		k := c.Code(d, nlp.Span{Start: 0, End: len(d.Tokens)}, Locate(d, "Kenya"), Locate(d, "the sailors"))
		if k.Modality != x.want {
			t.Errorf("%s: %s (%s), want %s", x.sentence, k.Modality, k.Act, x.want)
		}
	}
}

func TestOddInput(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	none := nlp.Span{}
	for _, text := range []string{"", " ", "Strike!", "?", "Peace talks in Geneva.", "\n\n"} {
		d := model.Parse(text)
		k := c.Code(d, nlp.Span{Start: 0, End: len(d.Tokens)}, none, none)
		if len(d.Tokens) == 0 && (k.Predicate != -1 || k.Code != schema.NoCode) {
			t.Errorf("%q is coded %v at %d", text, k.Code, k.Predicate)
		}
		if !k.Code.Valid() {
			t.Errorf("%q is coded %q", text, k.Code)
		}
	}
}

func BenchmarkCode(b *testing.B) {
	c, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	model, err := nlp.Load()
	if err != nil {
		b.Fatal(err)
	}
	d := model.Parse("The foreign minister of Peru said on Monday that his country had refused to hand over three soldiers to Chile.")
	src, tgt := Locate(d, "his country"), Locate(d, "Chile")
	for b.Loop() {
		c.Code(d, nlp.Span{Start: 0, End: len(d.Tokens)}, src, tgt)
	}
}
