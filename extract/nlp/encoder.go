package nlp

import "fmt"

// Layers of the encoder, each of which sees one token to either side; so a
// token's vector depends on the halo tokens to its left and right.
const (
	encoderDepth = 4
	halo         = encoderDepth
)

// encoder mixes each token's vector with its neighbours': four layers of
// (3*96) -> maxout -> layer norm -> 96, added to the layer's input.
type encoder struct {
	conv [encoderDepth]*window
	norm [encoderDepth]layerNorm
}

func newEncoder(t *tensors, kn *kernel, prefix string) *encoder {
	e := &encoder{}
	for i := range e.conv {
		p := fmt.Sprintf("%s.conv%d", prefix, i)
		e.conv[i] = newWindow(kn, t.get(p+".W", width, 3, 3*width), t.get(p+".b", width, 3))
		e.norm[i] = layerNorm{t.get(p+".G", width), t.get(p+".beta", width)}
	}
	return e
}

// run encodes rows rows in place. x holds one row more in front, of zeros,
// and three and slack more behind. Rows of zeros between documents stand for
// the padding the model was trained with: they take part as any other row.
func (e *encoder) run(kn *kernel, s *scratch, x []float32, rows int) {
	for i, conv := range e.conv {
		conv.run(kn, s, x, rows, &e.norm[i])
	}
}
