package nlp

// tok2vec gives every token a vector of 96 floats in its context.
type tok2vec struct {
	embed  *embedding
	encode *encoder
	entity bool // the network of the entity recogniser
}

// maxSegment is the number of tokens of one document that are encoded at a
// time, so that they stay in the cache.
const maxSegment = 1024

// segment is the tokens from start to end of document doc of a batch.
type segment struct{ doc, start, end int }

// segments cuts the documents of a batch into pieces that are encoded
// together.
func segments(docs [][]token) [][]segment {
	var all [][]segment
	var cur []segment
	n := 0
	for d, toks := range docs {
		for start := 0; start < len(toks); {
			end := min(len(toks), start+maxSegment)
			if n+end-start > maxSegment {
				all = append(all, cur)
				cur, n = nil, 0
			}
			cur = append(cur, segment{d, start, end})
			n += end - start
			start = end
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
	rows := halo
	for i, g := range segs {
		rows += g.end - g.start + halo
		if i > 0 && !sharesPadding(docs, segs[i-1], g) {
			rows += halo
		}
	}
	x := s.x.get((rows + 4 + kn.slack()) * width)
	clear(x[:width])
	clear(x[(rows+1)*width:])
	at := width
	for i, g := range segs {
		from := g.start - halo
		if i > 0 && sharesPadding(docs, segs[i-1], g) {
			from = g.start
		}
		toks := docs[g.doc]
		for j := from; j < g.end+halo; j++ {
			to := (*vector)(x[at:])
			if j < 0 || j >= len(toks) {
				clear(to[:])
			} else {
				*to = *toks[j].mixed(t.entity)
			}
			at += width
		}
	}
	t.encode.run(kn, s, x, rows)
	at = width
	for i, g := range segs {
		if i == 0 || !sharesPadding(docs, segs[i-1], g) {
			at += halo * width
		}
		use(g, x[at:])
		at += (g.end - g.start + halo) * width
	}
}

// sharesPadding reports whether the zero rows behind segment a serve as those
// in front of segment b: between the end of one document and the start of
// another, as in training.
func sharesPadding(docs [][]token, a, b segment) bool {
	return a.end == len(docs[a.doc]) && b.start == 0
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
		clear(s.missed)
		for _, g := range segs {
			toks := docs[g.doc]
			for _, tok := range toks[max(0, g.start-halo):min(len(toks), g.end+halo)] {
				if tok.mix(t.entity) != kind || tok.lex.mixed[kind].Load() != nil || s.missed[tok.lex] {
					continue
				}
				s.missed[tok.lex] = true
				s.miss = append(s.miss, tok.lex)
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
