// Package graphtest gives tests the stores that a graph can lie in, so that
// one test shows that all of them answer alike.
package graphtest

import (
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"

	_ "github.com/lib/pq" // registers the driver
)

// EachStore runs a test with the DSN of an empty graph in every store that
// this machine has: in memory, embedded, and on PostgreSQL.
func EachStore(t *testing.T, f func(t *testing.T, dsn string)) {
	t.Run("memory", func(t *testing.T) { f(t, "memory:") })
	t.Run("bbolt", func(t *testing.T) { f(t, t.TempDir()+"/entente.db") })
	t.Run("postgres", func(t *testing.T) { f(t, PostgresSchema(t)) })
}

// PostgresSchema makes an empty schema in the database that the environment
// variable ENTENTE_TEST_POSTGRES names, and returns a DSN for it. Without the
// variable the test is skipped.
func PostgresSchema(t testing.TB) string {
	t.Helper()
	dsn := os.Getenv("ENTENTE_TEST_POSTGRES")
	if dsn == "" {
		t.Skip("no PostgreSQL: set ENTENTE_TEST_POSTGRES to a postgres:// address to run this")
	}
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		t.Fatal(err)
	}
	name := "entente_" + strings.ToLower(rand.Text())
	if _, err := db.Exec("CREATE SCHEMA " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("DROP SCHEMA " + name + " CASCADE"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}
