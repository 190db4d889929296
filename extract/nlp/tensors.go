package nlp

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
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

// readTensors reads a file in the safetensors format that holds only float32.
func readTensors(file []byte) (*tensors, error) {
	if len(file) < 8 {
		return nil, fmt.Errorf("file of %d bytes has no header", len(file))
	}
	n := binary.LittleEndian.Uint64(file)
	if n > uint64(len(file)-8) {
		return nil, fmt.Errorf("header of %d bytes is longer than the file", n)
	}
	var header map[string]struct {
		Dtype   string
		Shape   []int
		Offsets [2]int `json:"data_offsets"`
	}
	if err := json.Unmarshal(file[8:8+n], &header); err != nil {
		return nil, fmt.Errorf("reading the header: %w", err)
	}
	raw := file[8+n:]
	all := make([]float32, len(raw)/4)
	for i := range all {
		all[i] = math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
	}
	t := &tensors{byName: make(map[string]tensor, len(header))}
	for name, h := range header {
		size := 1
		for _, d := range h.Shape {
			size *= d
		}
		from, to := h.Offsets[0], h.Offsets[1]
		if h.Dtype != "F32" || from < 0 || from%4 != 0 || to > len(raw) || to-from != 4*size {
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
