package main

import (
	"archive/zip"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"entente/extract/vectors"
)

// makeVectors turns the wheel of the wordllama package into the table of word
// pieces: the pieces of its vocabulary that are written in ASCII letters,
// with the first dims values of their vectors.
func makeVectors(wheel, out string, dims int) error {
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return fmt.Errorf("opening the wordllama wheel (pip download wordllama==0.4.0.post1 --no-deps): %w", err)
	}
	defer z.Close()
	file := func(suffix string) ([]byte, error) {
		for _, f := range z.File {
			if strings.HasSuffix(f.Name, suffix) {
				r, err := f.Open()
				if err != nil {
					return nil, err
				}
				defer r.Close()
				return io.ReadAll(r)
			}
		}
		return nil, fmt.Errorf("%s holds no file *%s", wheel, suffix)
	}
	config, err := file("l2_supercat_tokenizer_config.json")
	if err != nil {
		return err
	}
	var tokenizer struct {
		Model struct{ Vocab map[string]int }
	}
	if err := json.Unmarshal(config, &tokenizer); err != nil {
		return fmt.Errorf("reading the vocabulary: %w", err)
	}
	tensor, err := file("l2_supercat_256.safetensors")
	if err != nil {
		return err
	}
	head := int(binary.LittleEndian.Uint64(tensor))
	var header map[string]struct {
		DType string
		Shape []int
	}
	if err := json.Unmarshal(tensor[8:8+head], &header); err != nil {
		return fmt.Errorf("reading the header of the vectors: %w", err)
	}
	e := header["embedding.weight"]
	if e.DType != "F16" || len(e.Shape) != 2 || e.Shape[1] < dims {
		return errors.New("the vectors are not the 16-bit table that was expected")
	}
	tensor = tensor[8+head:]

	ids := make([]int, 0, len(tokenizer.Model.Vocab))
	text := map[int]string{}
	for p, id := range tokenizer.Model.Vocab {
		p = strings.ReplaceAll(p, "▁", " ")
		if wordPiece(p) {
			ids = append(ids, id)
			text[id] = p
		}
	}
	slices.Sort(ids)
	pieces, rows := make([]string, len(ids)), make([][]float32, len(ids))
	for i, id := range ids {
		pieces[i], rows[i] = text[id], make([]float32, dims)
		for k := range rows[i] {
			rows[i][k] = half(binary.LittleEndian.Uint16(tensor[2*(id*e.Shape[1]+k):]))
		}
	}
	b := vectors.Pack(dims, pieces, rows)
	fmt.Printf("%d pieces of %d dimensions, %d bytes\n", len(pieces), dims, len(b))
	return os.WriteFile(filepath.Join(out, "pieces.bin"), b, 0o644)
}

// wordPiece reports whether p is made of ASCII letters, digits, hyphens and
// apostrophes, with at most one space, at its start.
func wordPiece(p string) bool {
	for i := 0; i < len(p); i++ {
		switch c := p[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '\'':
		case c == ' ' && i == 0:
		default:
			return false
		}
	}
	return p != ""
}

// half decodes a 16-bit float.
func half(h uint16) float32 {
	sign, exp, frac := uint32(h>>15)<<31, uint32(h>>10&31), uint32(h&1023)
	switch exp {
	case 0:
		x := float32(frac) / (1 << 24)
		return math.Float32frombits(math.Float32bits(x) | sign)
	case 31:
		return math.Float32frombits(sign | 0x7F800000 | frac<<13)
	}
	return math.Float32frombits(sign | (exp+112)<<23 | frac<<13)
}
