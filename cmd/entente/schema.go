package main

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"entente/schema"
)

// vocabulary is everything that may stand in a field with fixed values.
type vocabulary struct {
	EntityTypes []schema.EntityType `json:"entity_types"`
	Codes       []codeEntry         `json:"codes"`
	Modes       []modeEntry         `json:"modes"`
	Relations   []string            `json:"standing_relations"`
	Prefixes    []prefix            `json:"prefixes"`
}

type codeEntry struct {
	Code  schema.Code `json:"code"`
	Class schema.Quad `json:"class"`
	Means string      `json:"means"`
}

type modeEntry struct {
	Mode  schema.Mode `json:"mode"`
	Means string      `json:"means"`
}

type prefix struct {
	Prefix string `json:"prefix"`
	Means  string `json:"means"`
}

func newSchemaCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "List the types, event codes, statuses and relations that statements use",
		Example: `  entente schema`,
		Args:    exactly(0, "no arguments"),
		RunE:    func(*cobra.Command, []string) error { return runSchema(a) },
	}
}

func runSchema(a *app) error {
	v := theVocabulary()
	if a.json {
		enc := json.NewEncoder(a.out)
		enc.SetIndent("", "  ")
		return enc.Encode(v)
	}
	w := tabwriter.NewWriter(a.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "Types of entity")
	for _, t := range v.EntityTypes {
		fmt.Fprintf(w, "  %s\n", t)
	}
	fmt.Fprintln(w, "\nEvent codes (PLOVER), their class and what they mean")
	for _, c := range v.Codes {
		fmt.Fprintf(w, "  %s\t%s\t%s\n", c.Code, c.Class, c.Means)
	}
	fmt.Fprintln(w, "\nStatuses of an event")
	for _, m := range v.Modes {
		fmt.Fprintf(w, "  %s\t%s\n", m.Mode, m.Means)
	}
	fmt.Fprintln(w, "\nStanding relations")
	for _, r := range v.Relations {
		fmt.Fprintf(w, "  %s\n", r)
	}
	fmt.Fprintln(w, "\nPrefixes of identifiers")
	for _, p := range v.Prefixes {
		fmt.Fprintf(w, "  %s\t%s\n", p.Prefix, p.Means)
	}
	return w.Flush()
}

func theVocabulary() vocabulary {
	v := vocabulary{
		EntityTypes: []schema.EntityType{schema.Person, schema.Country, schema.Organization, schema.Place, schema.Group,
			schema.Agreement, schema.Conflict, schema.Other},
		Relations: schema.Relations[:],
		Prefixes: []prefix{
			{"ent:", "an entity: a person, state, organisation, place"},
			{"rel:", "the relation of a link quad, a verb phrase"},
			{"plover:", "an event code"},
			{"art:", "an article"},
			{"evt:", "an event with its reports"},
			{"stg:", "a standing relation with its reports"},
		},
	}
	means := map[schema.Code]string{
		schema.Agree: "agree or promise to cooperate", schema.Consult: "meet, visit, talk", schema.Support: "praise, endorse, recognise",
		schema.Cooperate: "work together, sign, exchange", schema.Aid: "give money, goods, arms, asylum", schema.Yield: "concede, release, withdraw",
		schema.Request: "ask, urge, demand", schema.Accuse: "blame, criticise, condemn", schema.Reject: "refuse, deny, veto",
		schema.Threaten: "warn or threaten with consequences", schema.Protest: "demonstrate", schema.Sanction: "impose sanctions, expel, cut ties",
		schema.Mobilize: "raise or move forces", schema.Coerce: "arrest, seize, restrict", schema.Assault: "attack, kill", schema.Crime: "commit a crime that is no attack",
	}
	for _, c := range schema.Codes {
		v.Codes = append(v.Codes, codeEntry{c, c.Quad(), means[c]})
	}
	modes := map[schema.Mode]string{schema.Actual: "reported to have happened", schema.Planned: "announced for the future",
		schema.Requested: "asked for, not done", schema.Hypothetical: "conditional or only possible", schema.Denied: "denied, or said not to have happened"}
	for _, m := range schema.Modes {
		v.Modes = append(v.Modes, modeEntry{m, modes[m]})
	}
	return v
}
