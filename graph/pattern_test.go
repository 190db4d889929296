package graph_test

import (
	"context"
	"strings"
	"testing"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

func TestMatch(t *testing.T) {
	graphtest.EachStore(t, func(t *testing.T, dsn string) {
		g := open(t, dsn)
		addAll(t, g, story()...)
		consult := []schema.Code{schema.Consult}
		name := func(n string) graph.Term { return graph.Term{Name: n} }
		for question, c := range map[string]struct {
			p    graph.Pattern
			want string
		}{
			"Who met Lavrov in Delhi?":           {graph.Pattern{Ask: graph.AskOther, Object: name("Lavrov"), Codes: consult, Place: name("Delhi")}, "Antony Blinken"},
			"Who met Lavrov in India?":           {graph.Pattern{Ask: graph.AskOther, Object: name("Lavrov"), Codes: consult, Place: name("India")}, "Antony Blinken"},
			"Where did they meet in 2022?":       {graph.Pattern{Ask: graph.AskPlace, Subject: name("Lavrov"), Object: name("Blinken"), Codes: consult, Time: schema.Interval{Start: "2022", End: "2022"}}, "Geneva"},
			"When did they last meet?":           {graph.Pattern{Ask: graph.AskTime, Subject: name("Blinken"), Object: name("Lavrov"), Codes: consult, Latest: true}, "2023-03-02 2022-01-21"},
			"When did they first meet?":          {graph.Pattern{Ask: graph.AskTime, Subject: name("Blinken"), Object: name("Lavrov"), Codes: consult, Earliest: true}, "2022-01-21 2023-03-02"},
			"How often did they meet?":           {graph.Pattern{Ask: graph.AskCount, Subject: name("Blinken"), Object: name("Lavrov"), Codes: consult}, "2"},
			"Did Lavrov visit the US?":           {graph.Pattern{Ask: graph.AskWhether, Subject: name("Lavrov"), Object: name("US"), Relations: []string{"visit"}}, "no"},
			"Did Blinken meet Lavrov?":           {graph.Pattern{Ask: graph.AskWhether, Subject: name("Blinken"), Object: name("Lavrov"), Relations: []string{"meet"}}, "yes"},
			"Did Blinken threaten Lavrov?":       {graph.Pattern{Ask: graph.AskWhether, Subject: name("Blinken"), Object: name("Lavrov"), Codes: []schema.Code{schema.Threaten}}, ""},
			"Whom did Russia accuse?":            {graph.Pattern{Ask: graph.AskObject, Subject: name("Moscow"), Relations: []string{"accuse"}}, "Ukraine"},
			"Who was accused by whom, anywhere?": {graph.Pattern{Ask: graph.AskSubject, Codes: []schema.Code{schema.Accuse}}, "Russia"},
			"Who threatened Ukraine?":            {graph.Pattern{Ask: graph.AskSubject, Object: name("Kyiv"), Codes: []schema.Code{schema.Threaten}}, "Sergei Lavrov"},
			"Which country threatened Ukraine?":  {graph.Pattern{Ask: graph.AskSubject, Subject: graph.Term{Type: schema.Country}, Object: name("Kyiv"), Codes: []schema.Code{schema.Threaten}}, ""},
			"Who is the secretary of state?":     {graph.Pattern{Kind: graph.StandingKind, Ask: graph.AskSubject, Relations: []string{"position"}, Office: "secretary of state", Of: name("US")}, "Antony Blinken"},
			"What is Blinken?":                   {graph.Pattern{Kind: graph.StandingKind, Ask: graph.AskObject, Relations: []string{"position"}, Subject: name("Blinken")}, "Secretary of State"},
			"Who urged Russia to return?":        {graph.Pattern{Ask: graph.AskSubject, Object: name("Russia"), Words: []string{"returned", "treaty"}, MinWords: 0.5}, "Antony Blinken"},
			"Who dealt with Lavrov and Russia?":  {graph.Pattern{Ask: graph.AskOther, Object: name("Lavrov"), And: []graph.Term{name("Russia")}}, "Antony Blinken Ukraine"},
			"Whom did the US urge, in all?":      {graph.Pattern{Ask: graph.AskObject, Subject: name("US"), Countries: true, Relations: []string{"urge"}}, "Russia"},
			"What happened in Geneva?":           {graph.Pattern{Ask: graph.AskRelation, Place: name("Geneva")}, "hold talks with"},
		} {
			got, err := g.Match(context.Background(), c.p)
			if err != nil {
				t.Errorf("%s %v", question, err)
				continue
			}
			var names []string
			for _, a := range got {
				names = append(names, a.Name)
				if len(a.Evidence) == 0 || len(a.Evidence[0].Reports) == 0 {
					t.Errorf("%s %s without evidence", question, a.Name)
				}
			}
			if s := strings.Join(names, " "); s != c.want {
				t.Errorf("%s got %q, want %q", question, s, c.want)
			}
		}
		if _, err := g.Match(context.Background(), graph.Pattern{Ask: graph.AskOther, Object: name("Nobody Known")}); err == nil {
			t.Error("an unknown name gives no error")
		}
	})
}
