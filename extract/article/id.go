package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"entente/schema"
)

// ID makes the identifier of an article from its words and its date: "art:"
// and 24 hexadecimal digits. White space does not count, so a text that was
// wrapped or saved with other line ends keeps its identifier.
func ID(a *schema.Article) string {
	h := sha256.New()
	h.Write([]byte(a.Date.Start))
	h.Write([]byte{0})
	h.Write([]byte(strings.Join(strings.Fields(strings.TrimPrefix(a.Text, "\uFEFF")), " ")))
	return "art:" + hex.EncodeToString(h.Sum(nil)[:12])
}
