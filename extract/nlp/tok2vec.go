package nlp

// tok2vec gives every token a vector of 96 floats in its context.
type tok2vec struct {
	embed  *embedding
	encode *encoder
	entity bool // the network of the entity recogniser
}

// segmentTokens is the number of tokens that are encoded at a time: enough to
// keep the kernels busy, few enough to stay in the cache.
const segmentTokens = 600

// segment is the tokens from start to end of document doc of a batch.
type segment struct{ doc, start, end int }

// segments cuts the documents of a batch into pieces that are encoded
// together, of at most about segmentTokens.
func segments(docs [][]token) [][]segment {
	var all [][]segment
	var cur []segment
	n := 0
	for d, toks := range docs {
		for start := 0; start < len(toks); {
			end := min(len(toks), start+segmentTokens-n)
			cur = append(cur, segment{d, start, end})
			n += end - start
			start = end
			if n >= segmentTokens {
				all = append(all, cur)
				cur, n = nil, 0
			}
		}
	}
	if len(cur) > 0 {
		all = append(all, cur)
	}
	return all
}

// run encodes the segments and hands each segment's rows (tokens, 96) to use,
// in order. The rows may be read only during the call; slack rows follow.
func (t *tok2vec) run(kn *kernel, s *scratch, docs [][]token, segs []segment, use func(seg segment, rows []float32)) {
	t.prepare(kn, s, docs, segs)
	rows := 0
	for _, g := range segs {
		rows += g.end - g.start + 2*halo
	}
	x := s.x.get((rows + 4 + kn.slack()) * width)
	clear(x[:width])
	clear(x[(rows+1)*width:])
	at := width
	for _, g := range segs {
		toks := docs[g.doc]
		for i := g.start - halo; i < g.end+halo; i++ {
			to := x[at : at+width]
			if i < 0 || i >= len(toks) {
				clear(to)
			} else {
				copy(to, toks[i].mixed(t.entity)[:])
			}
			at += width
		}
	}
	t.encode.run(kn, s, x, rows)
	at = width
	for _, g := range segs {
		at += halo * width
		n := (g.end - g.start) * width
		use(g, x[at:])
		at += n + halo*width
	}
}

// prepare makes the embeddings that the segments need and that no earlier
// text has needed.
func (t *tok2vec) prepare(kn *kernel, s *scratch, docs [][]token, segs []segment) {
	kinds := []int{mixNoSpace, mixSpace}
	if t.entity {
		kinds = []int{mixEntity}
	}
	for _, kind := range kinds {
		s.miss = s.miss[:0]
		for _, g := range segs {
			toks := docs[g.doc]
			for _, tok := range toks[max(0, g.start-halo):min(len(toks), g.end+halo)] {
				if tok.mix(t.entity) == kind && tok.lex.mixed[kind].Load() == nil {
					s.miss = append(s.miss, tok.lex)
				}
			}
		}
		t.embed.fill(kn, s, s.miss, kind)
	}
}

// mix returns which of the lexeme's vectors the token has.
func (t *token) mix(entity bool) int {
	switch {
	case entity:
		return mixEntity
	case t.space:
		return mixSpace
	}
	return mixNoSpace
}

func (t *token) mixed(entity bool) *vector { return t.lex.mixed[t.mix(entity)].Load() }
