package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"

	"entente/graph"
	"entente/graph/graphtest"
	"entente/schema"
)

var update = flag.Bool("update", false, "rewrite the story and the expected answers of testdata/story")

// TestStoryFiles fails when testdata/story/*.nq are not what the story below
// becomes; -update writes them.
func TestStoryFiles(t *testing.T) {
	for name, r := range story() {
		g, err := graph.Open(context.Background(), "memory:", graph.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := g.Add(context.Background(), r); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := g.Export(context.Background(), &b, graph.ExportOptions{Short: true}); err != nil {
			t.Fatal(err)
		}
		g.Close()
		file := filepath.Join("testdata/story", name+".nq")
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(have, b.Bytes()) {
			t.Errorf("%s is not what the story becomes; write it with go test -run Story -update", file)
		}
	}
}

// TestStory runs testdata/story/*.txtar: every command that has to do with a
// graph, over one shared story, with the same answers from every store. The
// story comes as N-Quads, so that no answer depends on the language models.
//
// In these scripts "run ARGS…" runs a command of entente inside the test, which
// lets the graph in memory last from one command to the next, and "exits CODE
// run ARGS…" demands an exit code. A last argument <FILE is standard input.
// In what they print $WORK stands for the script's folder, $DB for the graph
// and $NOW for a time of day.
//
// The whole of what the commands print is compared as well, whatever the
// scripts demand. go test -run Story -update writes what the memory store
// answers into the scripts.
func TestStory(t *testing.T) {
	files, err := filepath.Glob("testdata/story/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			var ran []*storyGraph
			t.Cleanup(func() { // when the scripts, which run in parallel, have ended
				for _, s := range ran[1:] {
					if got, want := s.printed.String(), ran[0].printed.String(); got != want && !t.Failed() {
						t.Errorf("%s printed\n%s\nbut memory printed\n%s", s.name, got, want)
					}
				}
			})
			graphtest.EachStore(t, func(t *testing.T, dsn string) {
				s := &storyGraph{name: t.Name(), dsn: dsn, memory: graph.NewMemory()}
				ran = append(ran, s)
				testscript.Run(t, testscript.Params{
					Files:         []string{file},
					Setup:         s.setup,
					UpdateScripts: *update && dsn == "memory:",
					Cmds: map[string]func(*testscript.TestScript, bool, []string){
						"run": func(ts *testscript.TestScript, neg bool, args []string) {
							if neg {
								ts.Fatalf("say with exits which code is wanted")
							}
							s.run(ts, exitFound, args)
						},
						"exits": func(ts *testscript.TestScript, neg bool, args []string) {
							if neg || len(args) < 2 || args[1] != "run" {
								ts.Fatalf("usage: exits code run args…")
							}
							code, err := strconv.Atoi(args[0])
							ts.Check(err)
							s.run(ts, code, args[2:])
						},
					},
				})
			})
		})
	}
}

// storyGraph is the graph of one script.
type storyGraph struct {
	name, dsn string
	memory    *graph.Memory
	printed   strings.Builder // all that the commands printed
}

// setup puts the story's files where the script finds them.
func (s *storyGraph) setup(env *testscript.Env) error {
	files, err := filepath.Glob("testdata/story/*.nq")
	if err != nil {
		return err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(env.WorkDir, filepath.Base(f)), b, 0o644); err != nil {
			return err
		}
	}
	return environment(env)
}

func (s *storyGraph) open(ctx context.Context, dsn string, opts graph.Options) (*graph.Graph, error) {
	if dsn == "memory:" {
		return s.memory.Open(opts), nil
	}
	return graph.Open(ctx, dsn, opts)
}

var timeOfDay = regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z`)

func (s *storyGraph) run(ts *testscript.TestScript, want int, args []string) {
	var in io.Reader = strings.NewReader("")
	if n := len(args) - 1; n >= 0 && strings.HasPrefix(args[n], "<") {
		in = strings.NewReader(ts.ReadFile(args[n][1:]))
		args = args[:n]
	}
	var out, talk bytes.Buffer
	got := execute(context.Background(), append([]string{"--db", s.dsn}, args...), streams{in: in, out: &out, err: &talk}, s.open)
	plain := func(t string) string {
		t = strings.NewReplacer(s.dsn, "$DB", ts.Getenv("WORK"), "$WORK").Replace(t)
		return timeOfDay.ReplaceAllString(t, "$$NOW")
	}
	answer, said := plain(out.String()), plain(talk.String())
	fmt.Fprint(ts.Stdout(), answer)
	fmt.Fprint(ts.Stderr(), said)
	fmt.Fprintf(&s.printed, "> %s\n%s%s", plain(strings.Join(args, " ")), answer, said)
	if got != want {
		ts.Fatalf("entente %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), got, want, answer, said)
	}
}

// TestStoryHasEveryCommand fails for a command that no script of the story
// runs.
func TestStoryHasEveryCommand(t *testing.T) {
	// These have no graph to ask; demo makes its own. testdata/script has them.
	without := []string{"extract", "parse", "code", "demo", "schema", "completion", "help"}
	files, err := filepath.Glob("testdata/story/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	for _, cmd := range wholeRoot().Commands() {
		if name := cmd.Name(); !cmd.Hidden && !slices.Contains(without, name) && !strings.Contains(all.String(), "run "+name) {
			t.Errorf("no script of testdata/story runs entente %s", name)
		}
	}
	var formats *cobra.Command
	for _, cmd := range wholeRoot().Commands() {
		if cmd.Name() == "export" {
			formats = cmd
		}
	}
	if formats == nil {
		t.Fatal("there is no export")
	}
	for _, f := range exportFormats()[1:] {
		if !strings.Contains(all.String(), "export -f "+f) {
			t.Errorf("no script of testdata/story exports %s", f)
		}
	}
}

// story is a quarrel about herring in four articles: what they state, as a
// reader without error would extract it.
func story() map[string]*schema.Result {
	person := func(name string) schema.Ref {
		return schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Person}
	}
	country := func(name string) schema.Ref {
		return schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Country}
	}
	place := func(name string) *schema.Ref {
		return &schema.Ref{ID: schema.EntityID(name), Name: name, Type: schema.Place}
	}
	on := func(d string) *schema.Interval { return &schema.Interval{Start: d, End: d} }
	dahl, birna, holm := person("Kari Dahl"), person("Birna Stefánsdóttir"), person("Erik Holmberg")
	norway, iceland := country("Norway"), country("Iceland")
	union := schema.Ref{ID: "ent:European_Union", Name: "European Union", Type: schema.Organization}
	aliases := map[string]schema.Entity{
		dahl.ID:    {Ref: dahl, Aliases: []string{"Dahl"}},
		birna.ID:   {Ref: birna, Aliases: []string{"Stefánsdóttir"}},
		norway.ID:  {Ref: norway, Aliases: []string{"Kingdom of Norway"}, Same: "iso3166:NO"},
		iceland.ID: {Ref: iceland, Same: "iso3166:IS"},
		union.ID:   {Ref: union, Aliases: []string{"EU"}},
	}
	article := func(id, title, date, source string, who ...schema.Ref) *schema.Result {
		r := &schema.Result{Article: schema.Article{ID: "art:" + id, Title: title, Date: *on(date), Source: source,
			URL: "https://" + strings.ToLower(strings.ReplaceAll(source, " ", "-")) + ".example/" + id, Language: "en"}}
		for _, w := range who {
			e, ok := aliases[w.ID]
			if !ok {
				e = schema.Entity{Ref: w}
			}
			r.Entities = append(r.Entities, e)
		}
		return r
	}
	evidence := func(r *schema.Result, sentence string) schema.Evidence {
		start := strings.Index(r.Article.Text, sentence)
		if start < 0 {
			if start = len(r.Article.Text); start > 0 {
				r.Article.Text += " "
				start++
			}
			r.Article.Text += sentence
		}
		return schema.Evidence{Article: r.Article.ID, Sentence: sentence, Start: start, End: start + len(sentence)}
	}
	event := func(r *schema.Result, sentence string, e schema.Event) {
		e.Evidence, e.Rule = evidence(r, sentence), "active"
		if e.Mode == "" {
			e.Mode = schema.Actual
		}
		if e.Confidence == 0 {
			e.Confidence = 0.9
		}
		e.Symmetric = e.Relation == "meet" || e.Relation == "sign agreement with"
		r.Events = append(r.Events, e)
	}
	standing := func(r *schema.Result, sentence string, s schema.Standing) {
		s.Evidence, s.Confidence = evidence(r, sentence), 0.95
		r.Standings = append(r.Standings, s)
	}

	oslo := article("oslo", "Ministers meet over herring", "2021-05-04", "Nordic Wire", dahl, birna, norway, iceland)
	s := "Kari Dahl, the foreign minister of Norway, met Birna Stefánsdóttir, the fisheries minister of Iceland, in Oslo on Monday."
	event(oslo, s, schema.Event{Subject: dahl, Relation: "meet", Code: schema.Consult, Object: birna, Place: place("Oslo"), Time: on("2021-05-03")})
	standing(oslo, s, schema.Standing{Subject: dahl, Relation: "position", Object: schema.Ref{Name: "foreign minister", Type: schema.Other}, Of: &norway})
	standing(oslo, s, schema.Standing{Subject: birna, Relation: "position", Object: schema.Ref{Name: "fisheries minister", Type: schema.Other}, Of: &iceland})
	standing(oslo, s, schema.Standing{Subject: *place("Oslo"), Relation: "located in", Object: norway})
	event(oslo, "Dahl urged Iceland to share the herring fairly.", schema.Event{Subject: dahl, Relation: "urge", Code: schema.Request, Object: iceland,
		Time: on("2021-05-03"), Content: "share the herring fairly"})

	letter := article("letter", "A letter without an answer", "2021-06-20", "Harbour Post", dahl, birna, norway, iceland)
	event(letter, "Iceland accused Norway on Friday of leaving its letter unanswered.", schema.Event{Subject: iceland, Relation: "accuse",
		Code: schema.Accuse, Object: norway, Time: on("2021-06-18"), Content: "leaving its letter unanswered", Confidence: 0.8})
	event(letter, "Dahl and Stefánsdóttir had met in Oslo on 3 May.", schema.Event{Subject: dahl, Relation: "meet", Code: schema.Consult,
		Object: birna, Place: place("Oslo"), Time: on("2021-05-03"), Confidence: 0.85})

	ports := article("ports", "Norway shuts its ports", "2022-02-11", "Nordic Wire", norway, iceland, birna, union)
	event(ports, "Norway closed its ports to Icelandic boats on Thursday.", schema.Event{Subject: norway, Relation: "close ports to",
		Code: schema.Sanction, Object: iceland, Time: on("2022-02-10")})
	event(ports, "Iceland said that Norway had threatened its crews.", schema.Event{Subject: norway, Relation: "threaten", Code: schema.Threaten,
		Object: iceland, Time: on("2022-02"), AttributedTo: &iceland, Confidence: 0.6})
	event(ports, "Stefánsdóttir will visit the European Union in March.", schema.Event{Subject: birna, Relation: "visit", Code: schema.Consult,
		Object: union, Time: on("2022-03"), Mode: schema.Planned, Confidence: 0.7})
	event(ports, "Norway did not attack any boat.", schema.Event{Subject: norway, Relation: "attack", Code: schema.Assault, Object: iceland,
		Mode: schema.Denied, Confidence: 0.5})

	bergen := article("bergen", "Peace on the water", "2022-09-02", "Harbour Post", dahl, norway, iceland, holm, union, person("Erik Holmborg"))
	event(bergen, "Norway and Iceland signed an agreement on herring in Bergen on Thursday.", schema.Event{Subject: norway,
		Relation: "sign agreement with", Code: schema.Agree, Object: iceland, Place: place("Bergen"), Time: on("2022-09-01")})
	standing(bergen, "Erik Holmberg, who represents the European Union, was there.", schema.Standing{Subject: holm, Relation: "represents", Object: union})
	event(bergen, "Dahl praised him for his patience.", schema.Event{Subject: dahl, Relation: "praise", Code: schema.Support,
		Object: holm, Time: on("2022-09-01")})
	event(bergen, "Iceland thanked Erik Holmborg as well.", schema.Event{Subject: iceland, Relation: "thank", Code: schema.Support,
		Object: person("Erik Holmborg"), Time: on("2022-09-01")})
	standing(bergen, "Bergen lies in Norway.", schema.Standing{Subject: *place("Bergen"), Relation: "located in", Object: norway})

	return map[string]*schema.Result{"1-oslo": oslo, "2-letter": letter, "3-ports": ports, "4-bergen": bergen}
}
