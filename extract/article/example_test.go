package article_test

import (
	"context"
	"fmt"
	"strings"

	"entente/extract/article"
)

// Read yields articles one by one; here a single one from a stream.
func ExampleRead() {
	page := strings.NewReader(`Lake states agree on fishing grounds
KIGOMA, May 6, 2019 (Lake Press) - The fisheries ministers of Tanzania and Zambia met on Monday.
Read also: Ferry service resumes
Facebook Twitter Email
`)
	for in, err := range article.Read(context.Background(), "-", page, article.Options{Source: "Lake Press"}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(in.Title, in.Date.Start, in.Place)
		for _, b := range in.Blocks {
			fmt.Println(strings.TrimSpace(string(b.Kind) + " " + b.Why))
		}
	}
	// Output:
	// Lake states agree on fishing grounds 2019-05-06 KIGOMA
	// headline
	// stamp dateline
	// paragraph
	// furniture link to another story
	// furniture share bar
}
