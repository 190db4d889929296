package link

import (
	"testing"

	"entente/data/gazetteer"
)

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(gazetteer.Files); err != nil {
			b.Fatal(err)
		}
	}
}
