package nlp

// Token is one token of a Doc with all its annotations.
type Token struct {
	Text       string
	Start, End int  // byte offsets into Doc.Text
	Space      bool // followed by a single space (U+0020) that belongs to it

	Tag   string // Penn Treebank tag, "NNP"; "_SP" for white space
	POS   string // universal part of speech, "PROPN"
	Morph string // Feature=Value pairs joined by "|", "" for none
	Lemma string
	Dep   string // dependency label (ClearNLP), "nsubj"; "ROOT" at the root
	Head  int    // index of the head token; a root is its own head

	SentStart bool
	EntIOB    byte   // 'B', 'I' or 'O'
	EntType   string // "PERSON", "GPE", …; "" when EntIOB is 'O'
}

// IsSpace reports whether the token is white space.
func (t *Token) IsSpace() bool { return t.Tag == "_SP" }

// Span is the tokens Start to End (exclusive) of a Doc; Label is the entity
// type for entities and "" for sentences.
type Span struct {
	Start, End int
	Label      string
}

// Doc is an analysed text. It is read-only once made, and safe to share.
type Doc struct {
	Text   string
	Tokens []Token
	Sents  []Span
	Ents   []Span

	children [][]int32 // of each token, ascending; filled by finish
	vectors  []float32 // (tokens, 96), or nil
}

// Vectors returns the vectors of all tokens, one after the other, 96 floats
// each: the output of the network that the tagger and the parser share, which
// sees four words to either side. It is nil unless the model was loaded
// with WithVectors. It must not be changed.
func (d *Doc) Vectors() []float32 { return d.vectors }

// Vector returns the 96 floats of token i (see Vectors), or nil.
func (d *Doc) Vector(i int) []float32 {
	if d.vectors == nil {
		return nil
	}
	return d.vectors[i*width : (i+1)*width : (i+1)*width]
}

// finish derives Sents, Ents and the children lists from the tokens.
func (d *Doc) finish() {
	d.Sents, d.Ents = d.Sents[:0], d.Ents[:0]
	n := len(d.Tokens)
	counts := make([]int32, n)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if i == 0 || t.SentStart {
			if len(d.Sents) > 0 {
				d.Sents[len(d.Sents)-1].End = i
			}
			d.Sents = append(d.Sents, Span{Start: i, End: n})
		}
		switch t.EntIOB {
		case 'B':
			d.Ents = append(d.Ents, Span{Start: i, End: i + 1, Label: t.EntType})
		case 'I':
			if len(d.Ents) > 0 {
				d.Ents[len(d.Ents)-1].End = i + 1
			}
		}
		if t.Head != i && t.Head >= 0 && t.Head < n {
			counts[t.Head]++
		}
	}
	flat := make([]int32, n)
	d.children = make([][]int32, n)
	off := int32(0)
	for i, c := range counts {
		d.children[i] = flat[off : off : off+c]
		off += c
	}
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h != i && h >= 0 && h < n {
			d.children[h] = append(d.children[h], int32(i))
		}
	}
}

// Children returns the tokens whose head is i, in ascending order. The slice
// must not be changed.
func (d *Doc) Children(i int) []int32 { return d.children[i] }

// Child returns the first child of i that carries one of the labels, or -1.
func (d *Doc) Child(i int, deps ...string) int {
	for _, c := range d.children[i] {
		for _, dep := range deps {
			if d.Tokens[c].Dep == dep {
				return int(c)
			}
		}
	}
	return -1
}

// Edges returns the leftmost and rightmost token of the subtree of i.
func (d *Doc) Edges(i int) (left, right int) {
	left, right = i, i
	stack := []int32{int32(i)}
	for steps := 0; len(stack) > 0 && steps <= len(d.Tokens); steps++ {
		t := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		left, right = min(left, int(t)), max(right, int(t))
		stack = append(stack, d.children[t]...)
	}
	return left, right
}

// Sent returns the index in Sents of the sentence that holds token i.
func (d *Doc) Sent(i int) int {
	lo, hi := 0, len(d.Sents)
	for lo < hi {
		if m := (lo + hi) / 2; d.Sents[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// Slice returns the text of the tokens from start to end (exclusive), as it
// stands in Doc.Text.
func (d *Doc) Slice(start, end int) string {
	if start >= end {
		return ""
	}
	return d.Text[d.Tokens[start].Start:d.Tokens[end-1].End]
}
