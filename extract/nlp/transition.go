package nlp

// hiddenWidth is the size of a state's vector.
const hiddenWidth = 64

// slotWidth is what one word contributes to a state in one slot: the two
// pieces of the hidden layer.
const slotWidth = 2 * hiddenWidth

// transitionModel scores the moves of a state. Once a token: reduce to 64
// numbers, then multiply with each slot's weights (slots*128). For a state:
// add up what its words contribute, take the greater of the two pieces (64),
// and multiply with the output weights (moves).
type transitionModel struct {
	reduce    *matrix // 96 -> 64
	lower     *matrix // 64 -> slots*128, of each slot the first pieces, then the second
	slots     int
	bias      []float32 // (128)
	pad       []float32 // (slots, 128): for a slot without a word
	upper     []float32 // (64, maxMoves)
	upperBias []float32 // (maxMoves)
	moves     int
}

func newTransitionModel(t *tensors, kn *kernel, prefix string, slots, moves int) *transitionModel {
	const h = hiddenWidth
	m := &transitionModel{slots: slots, moves: moves, bias: make([]float32, slotWidth), pad: make([]float32, slots*slotWidth)}
	m.reduce = kn.packLinear(t.get(prefix+".lin.W", h, width), t.get(prefix+".lin.b", h), h, width)
	// The file has (slot, out, piece, in); here pieces come before outputs.
	w, pad, bias := t.get(prefix+".lower.W", slots, h, 2, h), t.get(prefix+".lower.pad", 1, slots, h, 2), t.get(prefix+".lower.b", h, 2)
	lower := make([]float32, len(w))
	for s := range slots {
		for o := range h {
			for p := range 2 {
				to, from := (s*2+p)*h+o, (s*h+o)*2+p
				copy(lower[to*h:(to+1)*h], w[from*h:(from+1)*h])
				m.pad[to] = pad[from]
				m.bias[p*h+o] = bias[o*2+p]
			}
		}
	}
	m.lower = kn.packLinear(lower, nil, slots*slotWidth, h)
	m.upper, m.upperBias = make([]float32, h*maxMoves), make([]float32, maxMoves)
	copy(m.upperBias, t.get(prefix+".upper.b", moves))
	for i, v := range t.get(prefix+".upper.W", moves, h) {
		m.upper[i%h*maxMoves+i/h] = v
	}
	return m
}

// run reduces n rows of 96 to rows of 64 in u, which needs slack rows.
func (m *transitionModel) run(kn *kernel, s *scratch, u, x []float32, n int) {
	stride := kn.stride(m.reduce)
	out := s.b.get((n + kn.slack()) * stride)
	kn.linear(out, x, width, m.reduce, n)
	for i := range n {
		copy(u[i*hiddenWidth:(i+1)*hiddenWidth], out[i*stride:])
	}
}

// Sizes of slotTable: the newest tableBlocks blocks of blockTokens words are
// kept, and farBlocks blocks of farTokens words from before. Both block sizes
// are multiples of every kernel's rowBlock, so that a block never spills into
// the next.
const (
	blockTokens = 64
	tableBlocks = 4
	farTokens   = 8
	farBlocks   = 8
)

// slotTable gives the slot vectors of the words of one document. It makes
// them in blocks, as the document is read, and keeps only the newest, since
// states seldom look far back; so its size does not depend on the document's.
type slotTable struct {
	kn     *kernel
	m      *transitionModel
	u      []float32 // (tokens, 64) and slack
	n      int       // tokens
	made   int       // blocks made so far
	stride int
	rows   []float32 // (tableBlocks*blockTokens+farBlocks*farTokens, stride)
	far    [farBlocks]int
	copies [parserSlots][slotWidth]float32 // of far words' vectors
}

func (m *transitionModel) table(kn *kernel, s *scratch, u []float32, n int) *slotTable {
	t := &slotTable{kn: kn, m: m, u: u, n: n, stride: kn.stride(m.lower)}
	t.rows = s.slots.get((tableBlocks*blockTokens + farBlocks*farTokens) * t.stride)
	for i := range t.far {
		t.far[i] = -1
	}
	return t
}

// reach makes the blocks up to that of word i.
func (t *slotTable) reach(i int32) {
	for ; int(i)/blockTokens >= t.made; t.made++ {
		t.fill(t.made%tableBlocks*blockTokens, t.made*blockTokens, blockTokens)
	}
}

// word returns the vectors of word i (slots*128), which must be reached, and
// whether it is a far one. A far one's are good until the next call, for other
// far words may take their place; others' until the next reach.
func (t *slotTable) word(i int32) (vectors []float32, far bool) {
	at := int(i) % (tableBlocks * blockTokens)
	if int(i)/blockTokens < t.made-tableBlocks {
		block := int(i) / farTokens
		to := block % farBlocks
		at = tableBlocks*blockTokens + to*farTokens
		if t.far[to] != block {
			t.fill(at, block*farTokens, farTokens)
			t.far[to] = block
		}
		at += int(i) % farTokens
		far = true
	}
	return t.rows[at*t.stride : (at+1)*t.stride], far
}

// fill makes up to count rows from row at on, for the words from first on.
func (t *slotTable) fill(at, first, count int) {
	t.kn.linear(t.rows[at*t.stride:], t.u[first*hiddenWidth:], hiddenWidth, t.m.lower, min(count, t.n-first))
}

// scores writes the scores of the moves in a state described by words to
// out, and returns those.
func (t *slotTable) scores(out *[maxMoves]float32, words []int32) []float32 {
	for _, w := range words {
		t.reach(w)
	}
	var vectors [parserSlots]*float32
	for slot, w := range words {
		if w < 0 {
			vectors[slot] = &t.m.pad[slot*slotWidth]
			continue
		}
		v, far := t.word(w)
		v = v[slot*slotWidth:]
		if far {
			v = t.copies[slot][:copy(t.copies[slot][:], v)]
		}
		vectors[slot] = &v[0]
	}
	t.kn.scores(out, vectors[:len(words)], t.m.bias, t.m.upper, t.m.upperBias)
	return out[:t.m.moves]
}
