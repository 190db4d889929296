// Package vectors gives static vectors for English words: words of like use
// have a high cosine ("detain" and "arrest"). A word is cut into the pieces
// of a fixed vocabulary and its vector is the mean of the pieces' vectors, so
// that every word has one, although only words of one or two pieces have a
// good one.
//
// Start with Load and Table.Vector. Vectors keep their length: words that say
// much are longer than words that say little; Cosine ignores it.
package vectors

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	data "entente/data/vectors"
)

// Table is the vocabulary of pieces with their vectors. It is read-only and
// safe for concurrent use.
type Table struct {
	dims   int
	pieces map[string]int32 // piece -> row; lower rows merge first
	scales []float32        // of each row
	rows   []int8           // row-major, dims wide
}

// Load reads the embedded table, which takes a few milliseconds.
func Load() (*Table, error) {
	t, err := read(data.Table)
	if err != nil {
		return nil, fmt.Errorf("loading word vectors: %w", err)
	}
	return t, nil
}

// The file, little endian: "EVT1", dims uint16, rows uint32, then per row the
// length of its piece (one byte) and the piece, then per row a float32 scale,
// then per row dims int8 that times the scale give the vector. Rows stand in
// the order in which pieces merge; a piece that begins a word starts with a
// space.
const magic = "EVT1"

func read(b []byte) (*Table, error) {
	if len(b) < 10 || string(b[:4]) != magic {
		return nil, errors.New("not a table of word pieces (want magic EVT1)")
	}
	dims, n := int(binary.LittleEndian.Uint16(b[4:])), int(binary.LittleEndian.Uint32(b[6:]))
	if n > len(b) {
		return nil, fmt.Errorf("table of %d bytes announces %d rows", len(b), n)
	}
	t := &Table{dims: dims, pieces: make(map[string]int32, n), scales: make([]float32, n), rows: make([]int8, n*dims)}
	b = b[10:]
	for i := range n {
		if len(b) == 0 || len(b) < 1+int(b[0]) {
			return nil, fmt.Errorf("table ends within piece %d of %d", i, n)
		}
		k := int(b[0])
		t.pieces[string(b[1:1+k])] = int32(i)
		b = b[1+k:]
	}
	if want := n * (4 + dims); len(b) != want {
		return nil, fmt.Errorf("vectors take %d bytes where %d rows of %d need %d", len(b), n, dims, want)
	}
	for i := range n {
		t.scales[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	for i, x := range b[4*n:] {
		t.rows[i] = int8(x)
	}
	return t, nil
}

// Pack writes a table in the format that Load reads: pieces in the order in
// which they merge, each with its vector of dims values, which are rounded to
// eight bits of the row's largest.
func Pack(dims int, pieces []string, rows [][]float32) []byte {
	b := append([]byte(nil), magic...)
	b = binary.LittleEndian.AppendUint16(b, uint16(dims))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(pieces)))
	for _, p := range pieces {
		b = append(append(b, byte(len(p))), p...)
	}
	scales := make([]float32, len(rows))
	for i, row := range rows {
		for _, x := range row[:dims] {
			scales[i] = max(scales[i], float32(math.Abs(float64(x)))/127)
		}
		if scales[i] == 0 {
			scales[i] = 1
		}
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scales[i]))
	}
	for i, row := range rows {
		for _, x := range row[:dims] {
			b = append(b, byte(int8(math.Round(float64(x/scales[i])))))
		}
	}
	return b
}

// Dims is the length of every vector.
func (t *Table) Dims() int { return t.dims }

// Add adds weight times the vector of the word to sum, which must be Dims
// long, and reports whether the word has a vector (only words of no known
// letter have none). Lower-case lemmas are best for common words; names keep
// their capitals.
func (t *Table) Add(sum []float32, weight float32, word string) bool {
	var buf [24]int32
	rows := t.cut(word, buf[:0])
	if len(rows) == 0 {
		return false
	}
	weight /= float32(len(rows))
	for _, r := range rows {
		s := weight * t.scales[r]
		for i, x := range t.rows[int(r)*t.dims:][:t.dims] {
			sum[i] += s * float32(x)
		}
	}
	return true
}

// Vector returns the vector of the word, nil if it has none.
func (t *Table) Vector(word string) []float32 {
	v := make([]float32, t.dims)
	if !t.Add(v, 1, word) {
		return nil
	}
	return v
}

// Pieces says into how many pieces the word is cut: the vectors of words of
// more than two are poor. It is 0 for words without a vector.
func (t *Table) Pieces(word string) int { return len(t.cut(word, nil)) }

// Similarity is the cosine of the vectors of two words, 0 if one has none.
func (t *Table) Similarity(a, b string) float64 { return Cosine(t.Vector(a), t.Vector(b)) }

// Cosine is the cosine of two vectors of equal length, 0 if one is nil or
// zero.
func Cosine(a, b []float32) float64 {
	if len(a) != len(b) {
		return 0
	}
	var ab, aa, bb float64
	for i := range a {
		ab += float64(a[i]) * float64(b[i])
		aa += float64(a[i]) * float64(a[i])
		bb += float64(b[i]) * float64(b[i])
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

// cut appends the rows of the pieces of the word. It merges neighbours, the
// earliest row first, as byte-pair encoding does; letters outside the
// vocabulary are left out.
func (t *Table) cut(word string, rows []int32) []int32 {
	word = " " + strings.Trim(word, " ")
	if word == " " {
		return rows
	}
	if r, ok := t.pieces[word]; ok {
		return append(rows, r)
	}
	if len(word) > 40 {
		word = word[:40]
	}
	var ends [42]int // piece i is word[ends[i]:ends[i+1]]
	n := 0
	for i := range word {
		ends[n] = i
		n++
	}
	ends[n] = len(word)
	for n > 1 {
		best, at := int32(math.MaxInt32), -1
		for i := 0; i+2 <= n; i++ {
			if r, ok := t.pieces[word[ends[i]:ends[i+2]]]; ok && r < best {
				best, at = r, i
			}
		}
		if at < 0 {
			break
		}
		copy(ends[at+1:n], ends[at+2:n+1])
		n--
	}
	for i := range n {
		p := word[ends[i]:ends[i+1]]
		if r, ok := t.pieces[p]; ok && p != " " {
			rows = append(rows, r)
		}
	}
	return rows
}
