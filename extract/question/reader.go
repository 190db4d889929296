package question

import (
	"errors"
	"fmt"
	"strings"

	"entente/extract/nlp"
	"entente/schema"
)

// Reader understands questions. It is safe for concurrent use.
type Reader struct {
	model *nlp.Model
	acts  *acts
	// times turns the time expressions of a question into dates.
	times func(text string) (schema.Interval, bool)
}

// New makes a Reader from the language model and the coder's lexicon of acts.
// times reads expressions that are no plain dates ("last March"); nil knows
// plain dates only.
func New(model *nlp.Model, lexicon string, times func(text string) (schema.Interval, bool)) *Reader {
	return &Reader{model: model, acts: readActs(lexicon), times: times}
}

// ErrNotUnderstood is wrapped by the error of Read for a question whose form
// it does not know.
var ErrNotUnderstood = errors.New("the question was not understood")

// Question is a question with the pattern that it asks for.
type Question struct {
	schema.Pattern
	// Understood says in words how the question was taken.
	Understood string
}

// Read understands one question. The error wraps ErrNotUnderstood.
func (r *Reader) Read(text string) (*Question, error) {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return nil, fmt.Errorf("%w: it is empty", ErrNotUnderstood)
	}
	if !strings.HasSuffix(text, "?") {
		text = strings.TrimRight(text, ".! ") + "?"
	}
	p := &parse{Reader: r, doc: r.model.Parse(text), used: map[int]bool{}}
	if err := p.run(); err != nil {
		return nil, err
	}
	q := &Question{Pattern: p.pattern}
	q.Understood = p.describe()
	return q, nil
}
