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
	conv [encoderDepth]*matrix
	norm [encoderDepth]layerNorm
}

func newEncoder(t *tensors, kn *kernel, prefix string) *encoder {
	e := &encoder{}
	for i := range e.conv {
		p := fmt.Sprintf("%s.conv%d", prefix, i)
		e.conv[i] = kn.packMaxout(t.get(p+".W", width, 3, 3*width), t.get(p+".b", width, 3), width, 3*width)
		e.norm[i] = layerNorm{t.get(p+".G", width), t.get(p+".beta", width)}
	}
	return e
}

// run encodes rows rows in place. x holds one row more in front and
// 1+slack more behind, which must be zero in front and are not read as text
// behind. Rows of zeros between documents stand for the padding the model
// was trained with: they take part as any other row.
func (e *encoder) run(kn *kernel, s *scratch, x []float32, rows int) {
	out := s.b.get((rows + kn.slack()) * width)
	for i, conv := range e.conv {
		// Rows lie one after the other, so the window of row r is simply the
		// 288 floats from row r-1 on.
		kn.maxout(out, x, width, conv, rows)
		e.norm[i].apply(kn, x[width:], out, rows, true)
	}
}
