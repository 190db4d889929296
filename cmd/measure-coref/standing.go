package main

import (
	"fmt"

	"entente/extract/gold"
	"entente/extract/link"
	"entente/extract/nlp"
	"entente/extract/standing"
	"entente/schema"
)

// runStanding measures the standing relations: recall on the required ones,
// and how many of those stated are in the gold list at all.
func runStanding(patterns []string, misses bool) error {
	articles, err := gold.ReadAll(patterns...)
	if err != nil {
		return err
	}
	gaz, err := link.Load()
	if err != nil {
		return err
	}
	model, err := nlp.Load()
	if err != nil {
		return err
	}
	var recall tally
	broken := 0
	stated := map[string]*tally{}
	for _, g := range articles {
		art := Analyse(g, model, gaz)
		out := standing.Find(art, gaz)
		j := gold.Score(g, &schema.Result{Standings: out})
		recall.right += j.StandingHit
		recall.all += j.Counts.Standing
		broken += j.Transgressed
		if misses {
			fmt.Println("##", g.Name)
			for _, k := range j.MissedStanding {
				s := g.Standing[k]
				fmt.Printf("  missed %s | %s | %s | of %s\n", s.Subject, s.Relation, s.Object, s.Of)
			}
			for _, k := range j.Broken {
				fmt.Println("  forbidden", g.Forbidden[k])
			}
		}
		for i := range out {
			s := &out[i]
			if stated[s.Relation] == nil {
				stated[s.Relation] = &tally{}
			}
			stated[s.Relation].all++
			if inGold(g, s) {
				stated[s.Relation].right++
			} else if misses {
				of := ""
				if s.Of != nil {
					of = s.Of.Name
				}
				fmt.Printf("  extra %s | %s | %s | of %s (%s) :: %.110s\n", s.Subject.Name, s.Relation, s.Object.Name, of, s.Rule, s.Sentence)
			}
		}
	}
	fmt.Println("standing recall", recall, "forbidden", broken)
	for _, r := range schema.Relations {
		if t := stated[r]; t != nil {
			fmt.Printf("  stated and in the gold list: %-12s %v\n", r, *t)
		}
	}
	return nil
}

// inGold reports whether a stated relation is in the gold list, required or
// optional.
func inGold(g *gold.Article, s *schema.Standing) bool {
	for k := range g.Standing {
		one := *g
		one.Standing = g.Standing[k : k+1]
		one.Standing = append([]gold.Standing(nil), one.Standing...)
		one.Standing[0].Optional = false
		one.Events, one.Forbidden = nil, nil
		if j := gold.Score(&one, &schema.Result{Standings: []schema.Standing{*s}}); j.StandingHit > 0 {
			return true
		}
	}
	return false
}
