package main

import (
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

func TestMain(m *testing.M) {
	os.Exit(testscript.RunMain(m, map[string]func() int{"entente": run}))
}

// environment gives every script the same plain surroundings.
func environment(env *testscript.Env) error {
	env.Setenv("ENTENTE_DB", "")
	env.Setenv("NO_COLOR", "")
	env.Setenv("TERM", "dumb")
	return nil
}

// TestScripts runs testdata/script/*.txtar: the program as users call it, with
// its messages and exit codes.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:   "testdata/script",
		Setup: environment,
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"exits": exits},
	})
}

// exits runs a program and demands an exit code: exits CODE PROGRAM ARGS….
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program args…")
	}
	err := ts.Exec("sh", append([]string{"-c", `want=$1; shift; "$@"; got=$?; if [ $got != $want ]; then echo "exit code $got, want $want" >&2; exit 1; fi`, "sh"}, args...)...)
	if err != nil {
		ts.Fatalf("%s: %v", strings.Join(args, " "), err)
	}
}

// TestHelpExamples runs every example of every help text over the sample
// articles. An example may find nothing, but none may be wrong or fail.
func TestHelpExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every example; left out with -short")
	}
	dir := t.TempDir()
	var script strings.Builder
	script.WriteString("exec entente add --samples -q\nexec entente export graph.nq\n")
	n := 0
	eachCommand(wholeRoot(), func(cmd *cobra.Command) {
		if !cmd.Runnable() || cmd.Name() == "help" || cmd.Name() == "completion" || cmd.Parent() != nil && cmd.Parent().Name() == "completion" {
			return
		}
		if cmd.Example == "" {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
		for line := range strings.Lines(cmd.Example) {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			n++
			script.WriteString("env LINE=" + quote(line) + "\nexec sh -c '(eval \"$LINE\"); code=$?; test $code -lt 2'\n")
		}
	})
	if n < 10 {
		t.Fatalf("only %d examples", n)
	}
	if err := os.WriteFile(dir+"/examples.txtar", []byte(script.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: dir, Setup: environment})
}

// wholeRoot is the root command with those that cobra adds when it runs.
func wholeRoot() *cobra.Command {
	root := newRootCmd(&app{})
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("entente")
	return root
}

// quote writes a word for a test script.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// eachCommand calls f with a command and all below it.
func eachCommand(cmd *cobra.Command, f func(*cobra.Command)) {
	f(cmd)
	for _, c := range cmd.Commands() {
		eachCommand(c, f)
	}
}
