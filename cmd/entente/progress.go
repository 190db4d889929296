package main

import (
	"fmt"
	"io"
)

// progress is one line on the terminal that says how far the work is.
type progress struct {
	w     io.Writer
	on    bool
	shown bool
}

func (p *progress) show(t tally, path string) {
	if !p.on {
		return
	}
	fmt.Fprintf(p.w, "%d read, %d failed  %s", t.added+t.replaced+t.unchanged+t.forgotten, t.failed, clip(path, 60))
	p.shown = true
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
