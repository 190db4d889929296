package question

import (
	"context"
	"slices"
	"testing"

	"entente/schema"
)

// quarrel is a small source of our own about two countries and a ship.
func quarrel() *memory {
	m := newMemory()
	ref := func(name string, typ schema.EntityType, aliases ...string) schema.Ref {
		r := schema.Ref{ID: schema.EntityID(name), Name: name, Type: typ}
		m.entity(r, aliases...)
		return r
	}
	norway, ghana, chile := ref("Norway", schema.Country), ref("Ghana", schema.Country), ref("Chile", schema.Country)
	berg, mensah, lund := ref("Ingrid Berg", schema.Person, "Berg"), ref("Kofi Mensah", schema.Person, "Mensah"), ref("Olav Lund", schema.Person)
	add := func(s schema.Ref, rel string, code schema.Code, o schema.Ref, mode schema.Mode, when schema.Interval, sentences ...string) {
		st := Statement{Subject: s, Relation: rel, Relations: []string{rel}, Code: code, Object: o, Mode: mode, Confidence: 0.9, Symmetric: code == schema.Consult}
		if !when.IsZero() {
			st.Time = &when
		}
		for _, text := range sentences {
			st.Reports = append(st.Reports, Report{Sentence: text, Article: "art:2", Date: "2021-05-08"})
		}
		m.add(st)
	}
	day := func(d, text string) schema.Interval { return schema.Interval{Start: d, End: d, Text: text} }
	none := schema.Interval{}
	add(ghana, "accuse", schema.Accuse, norway, schema.Actual, none, "The quarrel is an old one.", "Ghana accused Norway of overfishing.")
	add(ghana, "sign", schema.Agree, norway, schema.Actual, none, "Ghana signed a fisheries agreement with Norway.")
	add(ghana, "expel", schema.Sanction, lund, schema.Actual, none, "Ghana expelled Olav Lund.")
	add(chile, "expel", schema.Sanction, lund, schema.Actual, none, "Chile expelled Olav Lund as well.")
	add(berg, "call off meeting with", schema.Reject, mensah, schema.Actual, none, "Ingrid Berg called off a meeting with Kofi Mensah.")
	add(norway, "decline to arrest", schema.Reject, lund, schema.Actual, none, "Norway declined to arrest Olav Lund.")
	add(berg, "telephone", schema.Consult, chile, schema.Actual, day("2021-05-08", ""), "Berg telephoned Chile.")
	add(berg, "telephone", schema.Consult, chile, schema.Actual, day("2021-03-02", "on 2 March"), "Berg telephoned Chile on 2 March 2021.")
	return m
}

func TestSupport(t *testing.T) {
	r, m := newReader(t), quarrel()
	for _, c := range []struct {
		question, want string
		evidence       []string // the first sentence of each statement
	}{
		{"Who accused Norway?", "Ghana", []string{"Ghana accused Norway of overfishing."}},
		{"Who signed an agreement with Norway?", "Ghana", []string{"Ghana signed a fisheries agreement with Norway."}},
		{"Whom did Ghana expel?", "Olav Lund", []string{"Ghana expelled Olav Lund."}},
		{"Who met Kofi Mensah?", "", nil},                      // the meeting was called off
		{"Who accused Bismarck?", "", nil},                     // a stranger
		{"Did Norway arrest Olav Lund?", "no", nil},            // it declined to
		{"Did Norway refuse to arrest Olav Lund?", "yes", nil}, // it declined to
		{"When did Berg telephone Chile?", "2021-03-02", nil},  // said, not taken from the article's date
		{"How many countries expelled Olav Lund?", "2", nil},
		{"Which country said it would expel Olav Lund?", "Ghana", nil},
	} {
		q, err := r.Read(context.Background(), m, c.question, "2024-01-01")
		if err != nil {
			t.Errorf("%s: %v", c.question, err)
			continue
		}
		got, err := r.Answer(context.Background(), m, q, DefaultBars())
		if err != nil {
			t.Fatal(err)
		}
		name := ""
		var sentences []string
		if len(got) > 0 {
			name = got[0].Name
			for _, st := range got[0].Statements {
				sentences = append(sentences, st.Reports[0].Sentence)
			}
		}
		if name != c.want {
			t.Errorf("%s: %q, want %q; understood: %s", c.question, name, c.want, q.Understood())
		}
		if c.evidence != nil && !slices.Equal(sentences, c.evidence) {
			t.Errorf("%s: evidence %q, want %q", c.question, sentences, c.evidence)
		}
	}
}

func TestAverting(t *testing.T) {
	for _, c := range []struct {
		verb      string
		particles []string
		want      bool
	}{{"call", []string{"off", "with"}, true}, {"call", []string{"on"}, false}, {"cancel", nil, true}, {"hold", []string{"with"}, false}, {"put", []string{"off"}, true}} {
		if got := averting(c.verb, c.particles); got != c.want {
			t.Errorf("%s %v: %v, want %v", c.verb, c.particles, got, c.want)
		}
	}
}
