package nlp

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
)

// tensor is a dense array of float32 in row-major order.
type tensor struct {
	shape []int
	data  []float32
}

// tensors holds the arrays of a safetensors file by name. get keeps the first
// error, so that a loader can ask for everything and check once.
type tensors struct {
	byName map[string]tensor
	err    error
}

// Limits of a file that is worth reading, in bytes.
const (
	maxHeader  = 1 << 20
	maxWeights = 1 << 30
)

// readTensors reads a file in the safetensors format that holds only float32.
func readTensors(r io.Reader) (*tensors, error) {
	var size [8]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, fmt.Errorf("reading the header: %w", err)
	}
	n := binary.LittleEndian.Uint64(size[:])
	if n > maxHeader {
		return nil, fmt.Errorf("header of %d bytes", n)
	}
	head := make([]byte, n)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, fmt.Errorf("reading the header: %w", err)
	}
	var header map[string]struct {
		Dtype   string
		Shape   []int
		Offsets [2]int `json:"data_offsets"`
	}
	if err := json.Unmarshal(head, &header); err != nil {
		return nil, fmt.Errorf("reading the header: %w", err)
	}
	end := 0
	for _, h := range header {
		end = max(end, h.Offsets[1])
	}
	if end > maxWeights {
		return nil, fmt.Errorf("weights of %d bytes", end)
	}
	all := make([]float32, end/4)
	buf := make([]byte, 1<<16)
	for at := 0; at < len(all); {
		b := buf[:min(len(buf), 4*(len(all)-at))]
		if _, err := io.ReadFull(r, b); err != nil {
			return nil, fmt.Errorf("reading weights: %w", err)
		}
		for i := 0; i+4 <= len(b); i += 4 {
			all[at] = math.Float32frombits(binary.LittleEndian.Uint32(b[i:]))
			at++
		}
	}
	t := &tensors{byName: make(map[string]tensor, len(header))}
	for name, h := range header {
		size := 1
		for _, d := range h.Shape {
			size *= d
		}
		from, to := h.Offsets[0], h.Offsets[1]
		if h.Dtype != "F32" || from < 0 || from%4 != 0 || to > 4*len(all) || from > to || to-from != 4*size {
			return nil, fmt.Errorf("tensor %s: %s %v does not fit bytes %d to %d", name, h.Dtype, h.Shape, from, to)
		}
		t.byName[name] = tensor{h.Shape, all[from/4 : to/4 : to/4]}
	}
	return t, nil
}

// get returns the data of a tensor that must have the given shape.
func (t *tensors) get(name string, shape ...int) []float32 {
	x, ok := t.byName[name]
	if !ok || !slices.Equal(x.shape, shape) {
		if t.err == nil {
			t.err = fmt.Errorf("tensor %s has shape %v, want %v", name, x.shape, shape)
		}
		n := 1
		for _, d := range shape {
			n *= d
		}
		return make([]float32, n)
	}
	return x.data
}
