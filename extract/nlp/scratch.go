package nlp

// scratch holds the buffers of one goroutine at work, to be used again.
type scratch struct {
	a, b, x, u, slots buffer
	spread, products  buffer
	missed            map[*lexeme]bool
	miss              []*lexeme
}

func newScratch() *scratch { return &scratch{missed: map[*lexeme]bool{}} }

// buffer is a float array that grows when needed.
type buffer struct{ data []float32 }

// get returns n floats of any value.
func (b *buffer) get(n int) []float32 {
	if cap(b.data) < n {
		b.data = make([]float32, n+n/4)
	}
	return b.data[:n]
}
