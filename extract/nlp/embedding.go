package nlp

import "fmt"

// width is the size of the vectors between the layers.
const width = 96

// embedSeed is the hash seed of the first embedding table; each further one
// has the next.
const embedSeed = 8

// embedding turns a word's features into one vector: each feature picks four
// rows of its table, by hash, whose sum is its vector; the concatenation of
// all (features*96) goes through a maxout layer and layer norm to 96.
type embedding struct {
	tables [][]float32 // (rows, 96) of each feature
	mix    *matrix     // (features*96) -> 96
	norm   layerNorm
}

func newEmbedding(t *tensors, kn *kernel, prefix string, rows []int) *embedding {
	e := &embedding{norm: layerNorm{t.get(prefix+".mix.G", width), t.get(prefix+".mix.beta", width)}}
	for i, n := range rows {
		e.tables = append(e.tables, t.get(fmt.Sprintf("%s.embed%d.E", prefix, i), n, width))
	}
	in := len(rows) * width
	e.mix = kn.packMaxout(t.get(prefix+".mix.W", width, 3, in), t.get(prefix+".mix.b", width, 3), width, in)
	return e
}

// lookUp writes the vector of feature value v to dst.
func (e *embedding) lookUp(dst []float32, feature int, v uint64) {
	table := e.tables[feature]
	rows := uint32(len(table) / width)
	keys := hash128(v, uint32(embedSeed+feature))
	a := (*vector)(table[keys[0]%rows*width:])
	b := (*vector)(table[keys[1]%rows*width:])
	c := (*vector)(table[keys[2]%rows*width:])
	d := (*vector)(table[keys[3]%rows*width:])
	to := (*vector)(dst)
	for i := range to {
		to[i] = a[i] + b[i] + c[i] + d[i]
	}
}

// Which of a lexeme's vectors: see lexeme.mixed.
const (
	mixNoSpace = iota
	mixSpace
	mixEntity
)

// fill makes the vectors of the given lexemes.
func (e *embedding) fill(kn *kernel, s *scratch, words []*lexeme, which int) {
	n := len(e.tables) * width
	for len(words) > 0 {
		batch := words[:min(len(words), 64)]
		words = words[len(batch):]
		in := s.a.get((len(batch) + kn.slack()) * n)
		out := s.b.get((len(batch) + kn.slack()) * width)
		for i, x := range batch {
			row := in[i*n:]
			for f, v := range x.features {
				e.lookUp(row[f*width:], f, v)
			}
			if which != mixEntity {
				e.lookUp(row[4*width:], 4, uint64(which))
				var space uint64
				if x.space {
					space = 1
				}
				e.lookUp(row[5*width:], 5, space)
			}
		}
		kn.maxout(out, in, n, e.mix, len(batch))
		e.norm.apply(kn, out, out, len(batch), false)
		for i, x := range batch {
			v := vector(out[i*width:])
			x.mixed[which].Store(&v)
		}
	}
}
