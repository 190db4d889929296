package graph

import (
	"bufio"
	"container/heap"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// maxSortMemory is how many bytes of lines an export sorts in memory; more
// goes through temporary files.
const maxSortMemory = 96 << 20

// sortedLines sorts lines that may be too many for memory: parts of them are
// sorted into files, which are then read side by side.
type sortedLines struct {
	most  int // bytes to hold in memory
	lines []string
	size  int
	parts []*os.File
}

// add takes a line, which ends with a line feed and has no other.
func (s *sortedLines) add(line []byte) error {
	s.lines = append(s.lines, string(line))
	if s.size += len(line); s.size < s.most {
		return nil
	}
	return s.spill()
}

func (s *sortedLines) spill() error {
	f, err := os.CreateTemp("", "entente-sort-*")
	if err != nil {
		return fmt.Errorf("sorting in a temporary file: %w", err)
	}
	s.parts = append(s.parts, f)
	slices.Sort(s.lines)
	out := bufio.NewWriterSize(f, 1<<16)
	for _, l := range s.lines {
		if _, err := out.WriteString(l); err != nil {
			return fmt.Errorf("sorting in a temporary file: %w", err)
		}
	}
	s.lines, s.size = nil, 0
	err = out.Flush()
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		return fmt.Errorf("sorting in a temporary file: %w", err)
	}
	return nil
}

// writeTo writes all lines in order.
func (s *sortedLines) writeTo(w io.Writer) error {
	slices.Sort(s.lines)
	if len(s.parts) == 0 {
		for _, l := range s.lines {
			if _, err := io.WriteString(w, l); err != nil {
				return err
			}
		}
		return nil
	}
	if err := s.spill(); err != nil {
		return err
	}
	var h lineHeap
	for _, f := range s.parts {
		r := &lineReader{in: bufio.NewReaderSize(f, 1<<16)}
		if err := r.next(); err == nil {
			h = append(h, r)
		} else if !errors.Is(err, io.EOF) {
			return err
		}
	}
	heap.Init(&h)
	for len(h) > 0 {
		if _, err := io.WriteString(w, h[0].line); err != nil {
			return err
		}
		switch err := h[0].next(); {
		case err == nil:
			heap.Fix(&h, 0)
		case errors.Is(err, io.EOF):
			heap.Pop(&h)
		default:
			return err
		}
	}
	return nil
}

// close removes the temporary files.
func (s *sortedLines) close() {
	for _, f := range s.parts {
		_ = f.Close()
		_ = os.Remove(f.Name())
	}
	s.lines, s.parts = nil, nil
}

type lineReader struct {
	in   *bufio.Reader
	line string
}

func (r *lineReader) next() error {
	var err error
	r.line, err = r.in.ReadString('\n')
	return err
}

type lineHeap []*lineReader

func (h lineHeap) Len() int           { return len(h) }
func (h lineHeap) Less(i, j int) bool { return h[i].line < h[j].line }
func (h lineHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *lineHeap) Push(x any)        { *h = append(*h, x.(*lineReader)) }
func (h *lineHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}
