package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// documents are the texts for users: the README and data/docs.
func documents(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("../../data/docs/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	var all strings.Builder
	for _, f := range append(files, "../../README.md") {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return all.String()
}

// TestEverythingIsDocumented fails for a command, flag or environment
// variable that the documents do not mention.
func TestEverythingIsDocumented(t *testing.T) {
	docs := documents(t)
	eachCommand(wholeRoot(), func(cmd *cobra.Command) {
		if cmd.Hidden {
			return
		}
		if !strings.Contains(docs, "`"+cmd.CommandPath()) {
			t.Errorf("no document mentions the command `%s`", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !strings.Contains(docs, "`--"+f.Name) {
				t.Errorf("no document mentions --%s (%s)", f.Name, cmd.CommandPath())
			}
		})
	})
	getenv := regexp.MustCompile(`Getenv\("([A-Z_]+)"\)`)
	err := filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range getenv.FindAllStringSubmatch(string(b), -1) {
			if strings.HasSuffix(path, "_test.go") && !strings.HasPrefix(m[1], "ENTENTE_") {
				continue
			}
			if !strings.Contains(docs, m[1]) {
				t.Errorf("no document mentions the environment variable %s (%s)", m[1], path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestDocumentsMentionNothingElse fails for a command in the documents that
// does not exist.
func TestDocumentsMentionNothingElse(t *testing.T) {
	known := map[string]bool{}
	eachCommand(wholeRoot(), func(cmd *cobra.Command) { known[cmd.Name()] = true })
	for _, m := range regexp.MustCompile("`entente ([a-z]+)").FindAllStringSubmatch(documents(t), -1) {
		if !known[m[1]] {
			t.Errorf("a document mentions `entente %s`, which does not exist", m[1])
		}
	}
}
