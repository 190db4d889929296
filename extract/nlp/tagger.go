package nlp

// tagger scores the part-of-speech tags of a token: 96 -> tags. The highest
// score wins, the first of equals.
type tagger struct {
	scores *matrix
	tags   []string
}

func newTagger(t *tensors, kn *kernel, tags []string) *tagger {
	return &tagger{kn.packLinear(t.get("tagger.W", len(tags), width), t.get("tagger.b", len(tags)), len(tags), width), tags}
}

// run writes the index of the tag of each of n rows to tags.
func (t *tagger) run(kn *kernel, s *scratch, tags []uint8, x []float32, n int) {
	stride := kn.stride(t.scores)
	out := s.b.get((n + kn.slack()) * stride)
	kn.linear(out, x, width, t.scores, n)
	for i := range n {
		row := out[i*stride : i*stride+len(t.tags)]
		best := 0
		for j, v := range row {
			if v > row[best] {
				best = j
			}
		}
		tags[i] = uint8(best)
	}
}
