package nlp

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
)

// reference is what data/model/reference.py writes for a text.
type reference struct {
	Text   string           `json:"text"`
	Tokens []referenceToken `json:"tokens"`
}

// referenceToken is a token of it.
type referenceToken struct {
	text              string
	space             bool
	tag               string
	head              int
	dep               string
	start             bool
	entity            string
	pos, morph, lemma string
}

func (t *referenceToken) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&t.text, &t.space, &t.tag, &t.head, &t.dep, &t.start, &t.entity, &t.pos, &t.morph, &t.lemma})
}

func (t referenceToken) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.text, t.space, t.tag, t.head, t.dep, t.start, t.entity, t.pos, t.morph, t.lemma})
}

func readReferences(r io.Reader) ([]reference, error) {
	var refs []reference
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 1<<20), 1<<30)
	for scan.Scan() {
		var ref reference
		if err := json.Unmarshal(scan.Bytes(), &ref); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(refs)+1, err)
		}
		refs = append(refs, ref)
	}
	return refs, scan.Err()
}

// asReference brings a Doc into the form of the reference.
func asReference(d *Doc) []referenceToken {
	out := make([]referenceToken, len(d.Tokens))
	for i, t := range d.Tokens {
		entity := "O"
		if t.EntIOB != 'O' {
			entity = string(t.EntIOB) + "-" + t.EntType
		}
		out[i] = referenceToken{t.Text, t.Space, t.Tag, t.Head, t.Dep, t.SentStart, entity, t.POS, t.Morph, t.Lemma}
	}
	return out
}

// tally counts tokens and differences between ours and the reference.
type tally struct {
	texts, tokens, wrong int
	shown                []string
}

func (c *tally) add(ref reference, d *Doc) {
	c.texts++
	c.tokens += len(ref.Tokens)
	got := asReference(d)
	if len(got) != len(ref.Tokens) {
		c.wrong += len(ref.Tokens)
		c.show("%.60q: %d tokens, want %d", ref.Text, len(got), len(ref.Tokens))
		for i := range min(len(got), len(ref.Tokens)) {
			if got[i].text != ref.Tokens[i].text {
				c.show("  first at %d: %q, want %q", i, got[i].text, ref.Tokens[i].text)
				break
			}
		}
		return
	}
	for i, want := range ref.Tokens {
		if got[i] != want {
			c.wrong++
			c.show("%.60q: token %d is %+v, want %+v", ref.Text, i, got[i], want)
		}
	}
}

func (c *tally) show(format string, args ...any) {
	if len(c.shown) < 20 {
		c.shown = append(c.shown, fmt.Sprintf(format, args...))
	}
}

// check fails the test if fewer than 99.99 % of the tokens are identical.
func (c *tally) check(t *testing.T) {
	t.Helper()
	t.Logf("%d texts, %d tokens, %d with any difference", c.texts, c.tokens, c.wrong)
	if c.wrong*10000 > c.tokens {
		t.Errorf("differences on more than 0.01 %% of the tokens:\n%s", strings.Join(c.shown, "\n"))
	} else if c.wrong > 0 {
		t.Log(strings.Join(c.shown, "\n"))
	}
}
