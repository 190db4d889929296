package event

import (
	"testing"

	"entente/extract/analysis"
	"entente/extract/nlp"
	"entente/schema"
)

func TestMoodOf(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, word string
		want       schema.Mode
	}{
		{"Norway expelled two diplomats.", "expelled", schema.Actual},
		{"The king is to receive the Swedish envoy.", "receive", schema.Planned},
		{"The envoy is to dine with the king and tour the port.", "tour", schema.Planned},
		{"The envoy will see the king and brief the council.", "brief", schema.Planned},
		{"She said that Norway would send tents.", "send", schema.Planned},
		{"Norway would send tents if Nepal asked.", "send", schema.Hypothetical},
		{"Had Norway sent tents, Nepal would have thanked it.", "sent", schema.Hypothetical},
		{"Should Norway send tents, Nepal will thank it.", "send", schema.Hypothetical},
		{"Norway will close the port unless Nepal pays.", "close", schema.Hypothetical},
		{"The consul is expected in Oslo next week.", "expected", schema.Planned},
		{"Norway denied having sent arms to the rebels.", "sent", schema.Denied},
		{"Norway denied that it had armed the rebels.", "armed", schema.Denied},
		{"Norway had armed the rebels, a charge it denies.", "armed", schema.Denied},
		{"Norway armed the rebels, which Oslo denies.", "armed", schema.Denied},
		{"Norway declined to receive the envoy.", "receive", schema.Denied},
		{"The two never met.", "met", schema.Denied},
		{"Norway urged Nepal to free the monks and offered tents.", "offered", schema.Actual},
		{"Norway agreed to the terms during a visit by the king.", "visit", schema.Actual},
		{"The envoy flew to Oslo to see the king.", "see", schema.Actual},
	} {
		d, p := at(t, m, c.text, c.word)
		b := &analysis.Block{Doc: d}
		s := &sentence{art: &analysis.Article{Source: &schema.Article{}}, block: b, span: d.Sents[0]}
		k := readClause(d, d.Sents[0], p)
		if got := s.moodOf(k); got.mode != c.want {
			t.Errorf("%q: %s is %s (%s), want %s", c.text, c.word, got.mode, got.by, c.want)
		}
	}
}
