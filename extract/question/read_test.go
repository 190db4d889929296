package question

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"entente/extract/nlp"
	"entente/schema"
)

// story is a small source of our own about a state visit that never was.
func story() *memory {
	m := newMemory()
	ref := func(name string, typ schema.EntityType, aliases ...string) schema.Ref {
		r := schema.Ref{ID: schema.EntityID(name), Name: name, Type: typ}
		m.entity(r, aliases...)
		return r
	}
	norway, ghana, un := ref("Norway", schema.Country), ref("Ghana", schema.Country), ref("United Nations", schema.Organization, "UN")
	berg, mensah, lund := ref("Ingrid Berg", schema.Person, "Berg"), ref("Kofi Mensah", schema.Person, "Mensah"), ref("Per Lund", schema.Person)
	oslo, accra := ref("Oslo", schema.Place), ref("Accra", schema.Place)
	office := ref("Foreign Minister", schema.Other)
	event := func(s schema.Ref, rel string, code schema.Code, o schema.Ref, place *schema.Ref, date string, mode schema.Mode, sentence, content string) {
		st := Statement{Subject: s, Relation: rel, Relations: []string{rel}, Code: code, Object: o, Place: place, Mode: mode, Confidence: 0.9,
			Symmetric: code == schema.Consult,
			Reports:   []Report{{Sentence: sentence, Content: content, Article: "art:1", Date: "2021-05-08"}}}
		if date != "" {
			st.Time = &schema.Interval{Start: date, End: date}
		}
		m.add(st)
	}
	event(berg, "meet", schema.Consult, mensah, &oslo, "2021-05-04", schema.Actual, "Ingrid Berg met Kofi Mensah in Oslo on 4 May 2021.", "")
	event(berg, "meet", schema.Consult, mensah, &accra, "2019-10", schema.Actual, "Berg and Mensah had met in Accra in October 2019.", "")
	event(ghana, "accuse", schema.Accuse, norway, nil, "2020-02", schema.Actual, "Ghana accused Norway of overfishing in February 2020.", "overfishing")
	event(norway, "reject", schema.Reject, ghana, nil, "2020-02", schema.Actual, "Norway rejected the accusation by Ghana.", "")
	event(mensah, "urge", schema.Request, norway, nil, "", schema.Actual, "Mensah urged Norway to recall its trawlers.", "recall its trawlers")
	event(norway, "expel", schema.Sanction, lund, nil, "", schema.Denied, "Norway has not expelled Per Lund.", "")
	event(mensah, "visit", schema.Consult, un, nil, "2021-06", schema.Planned, "Mensah will visit the United Nations in June.", "")
	event(lund, "telephone", schema.Consult, un, nil, "", schema.Actual, "Per Lund telephoned the United Nations.", "")
	stand := func(s schema.Ref, of schema.Ref) {
		m.add(Statement{Standing: true, Subject: s, Relation: "position", Relations: []string{"position"}, Object: office, Of: &of, Confidence: 0.9,
			Reports: []Report{{Sentence: s.Name + " is the foreign minister of " + of.Name + ".", Article: "art:1", Date: "2021-05-08"}}})
	}
	stand(berg, norway)
	stand(mensah, ghana)
	return m
}

func TestAnswers(t *testing.T) {
	r, m := newReader(t), story()
	for _, c := range []struct{ question, want string }{
		{"Who met Mensah in Oslo?", "Ingrid Berg"},
		{"Whom did Berg meet?", "Kofi Mensah"},
		{"With whom did Ingrid Berg hold talks in Accra?", "Kofi Mensah"},
		{"Where did Berg and Mensah meet in 2021?", "Oslo"},
		{"In which city did Berg meet Mensah in October 2019?", "Accra"},
		{"Where did Berg first meet Mensah?", "Accra"},
		{"When did Berg last meet Mensah?", "2021-05-04"},
		{"In what year did Ghana accuse Norway?", "2020-02"},
		{"When did Ingrid Berg meet Kofi Mensah in Accra?", "2019-10"},
		{"Which country blamed Norway?", "Ghana"},
		{"Who accused Norway of overfishing?", "Ghana"},
		{"Whom did Ghana accuse?", "Norway"},
		{"Did Norway accept Ghana's accusation?", "no"},
		{"Did Berg meet Mensah?", "yes"},
		{"Did Norway expel Per Lund?", "no"},
		{"Has Mensah visited the United Nations?", "unknown"},
		{"Will Mensah visit the UN?", "yes"},
		{"who met mensah in oslo", "Ingrid Berg"},
		{"when did ghana accuse norway?", "2020-02"},
		{"Did Berg arrest Per Lund?", ""},
		{"Who met Per Lund in Paris?", ""},
		{"Did Ingrid Berg meet Bismarck?", ""},
		{"What did Mensah urge Norway to do?", "recall its trawlers"},
		{"Who is the foreign minister of Ghana?", "Kofi Mensah"},
		{"Who is Norway's foreign minister?", "Ingrid Berg"},
		{"Who is Ingrid Berg?", "Foreign Minister of Norway"},
		{"What office does Kofi Mensah hold?", "Foreign Minister of Ghana"},
		{"How many times did Berg meet Mensah?", "2"},
		{"How often did Berg meet Mensah since 2020?", "1"},
		{"How are Ingrid Berg and the United Nations connected?", "Kofi Mensah"},
		{"Which person connects Ingrid Berg with Norway?", "Kofi Mensah"},
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
		if len(got) > 0 {
			name = got[0].Name
			if len(got[0].Statements) == 0 {
				t.Errorf("%s: no statement behind %s", c.question, name)
			}
		}
		if name != c.want {
			t.Errorf("%s: %q, want %q; understood: %s", c.question, name, c.want, q.Understood())
		}
	}
}

func TestNotUnderstood(t *testing.T) {
	r, m := newReader(t), story()
	for _, text := range []string{"", "?", "Norway", "Why did Norway expel Lund?", "How does a treaty work?", "Tell me about Norway", "Who", "123 456?"} {
		if _, err := r.Read(context.Background(), m, text, ""); !errors.Is(err, ErrNotUnderstood) {
			t.Errorf("%q: %v, want ErrNotUnderstood", text, err)
		}
	}
}

func TestUnderstood(t *testing.T) {
	r, m := newReader(t), story()
	for _, c := range []struct{ question, want string }{
		{"Who met Mensah in Oslo?", "who — meet — Kofi Mensah, in Oslo"},
		{"Where did Berg meet Mensah since 2020?", "where: Ingrid Berg — meet — Kofi Mensah, since 2020"},
		{"Whom did Bismarck meet?", "Bismarck (unknown to the graph) — meet — whom"},
		{"Who is the foreign minister of Ghana?", "who is foreign minister of Ghana"},
	} {
		q, err := r.Read(context.Background(), m, c.question, "2024-01-01")
		if err != nil {
			t.Fatal(err)
		}
		if got := q.Understood(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.question, got, c.want)
		}
	}
}

func TestDeclare(t *testing.T) {
	m, err := nlp.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ question, text, pred string }{
		{"Where did Spain file suit?", "Spain will file suit.", "file"},
		{"Whom did Norway expel in May?", "Norway will expel somebody in May.", "expel"},
		{"Whom did the Pope call on to resign?", "The Pope will call on somebody to resign.", "call"},
		{"When was the treaty between Chile and Peru signed?", "The treaty between Chile and Peru was signed.", "signed"},
		{"When are the two ministers due to meet?", "The two ministers will meet.", "meet"},
		{"Who telephoned Merkel?", "Somebody telephoned Merkel.", "telephoned"},
		{"Has Kenya recalled its ambassador?", "Kenya has recalled its ambassador.", "recalled"},
		{"Which countries did not vote?", "The countries did not vote.", "vote"},
		{"Where is the next summit to be held?", "The next summit will be held.", "held"},
		{"Will the envoys be expelled?", "The envoys will be expelled.", "expelled"},
	} {
		f, ok := takeApart(m.Parse(c.question))
		if !ok {
			t.Errorf("%s: no question", c.question)
			continue
		}
		s := declare(m, f.planned())
		if s.doc.Text != c.text || s.doc.Tokens[s.pred].Text != c.pred {
			t.Errorf("%s: %q with %q, want %q with %q", c.question, s.doc.Text, s.doc.Tokens[s.pred].Text, c.text, c.pred)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{{"apologise", "apologize", true}, {"mediate", "mediation", true}, {"meet", "meet", true}, {"meet", "meat", false}, {"accuse", "accept", false}} {
		if sameWord(c.a, c.b) != c.same {
			t.Errorf("sameWord(%q, %q) = %v", c.a, c.b, !c.same)
		}
	}
	for _, form := range []string{"expels", "expelled", "expelling"} {
		if !sameVerb("expel", form) {
			t.Errorf("%q is no form of expel", form)
		}
	}
	if sameVerb("accuse", "accurate") {
		t.Error("accurate is a form of accuse")
	}
}

// FuzzRead holds that no question makes reading panic or go on for ever.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"Who met Mensah in Oslo?", "Where?", "did", "Whom did", "Which of the two?", "How many?", "who is", "What's up?", "'s who's?"} {
		f.Add(s)
	}
	t := &testing.T{}
	r, m := newReader(t), story()
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		q, err := r.Read(context.Background(), m, text, "2024-01-01")
		if err != nil {
			return
		}
		if _, err := r.Answer(context.Background(), m, q, DefaultBars()); err != nil {
			t.Error(err)
		}
		if !slices.Contains([]Kind{Who, Where, When, Whether, Count, Content, What, Connected, Office, Position}, q.Kind) {
			t.Errorf("kind %q", q.Kind)
		}
	})
}
