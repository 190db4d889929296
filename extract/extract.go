// Package extract reads articles and says what they state: who did what to
// whom, where, when and according to whom.
//
// Extractor is the one interface. New returns the default pipeline, which
// runs offline on the embedded language model.
package extract

import (
	"context"

	"entente/schema"
)

// Extractor turns an article into statements. An implementation is safe for
// concurrent use and returns equal results for equal articles.
type Extractor interface {
	Extract(ctx context.Context, article *schema.Article) (*schema.Result, error)
}
