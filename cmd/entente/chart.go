package main

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"

	"entente/graph"
)

// chartSVG draws a chart as a picture: a column a period, cooperation above
// the line and conflict below.
func chartSVG(w io.Writer, c *graph.Chart) error {
	const half, left, top, bottom = 150.0, 60.0, 50.0, 50.0
	step := 24.0
	if n := len(c.Points); n > 0 {
		step = max(6, min(40, 900/float64(n)))
	}
	largest := 1.0
	for _, p := range c.Points {
		largest = max(largest, p.Cooperation, p.Conflict)
	}
	var names []string
	for _, e := range c.Entities {
		names = append(names, e.Name)
	}
	title := "All events"
	if len(names) > 0 {
		title = strings.Join(names, " and ")
	}
	width, height := left+step*float64(len(c.Points))+40, top+2*half+bottom
	width = max(width, 360)
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="#fff"/><text x="%.0f" y="24" font-size="16">%s</text>`+"\n", left, html.EscapeString(title))
	fmt.Fprintf(&b, `<text x="%.0f" y="%.0f" fill="#2a7f3f" text-anchor="end">cooperation</text><text x="%.0f" y="%.0f" fill="#b3261e" text-anchor="end">conflict</text>`+"\n",
		width-10, top-8, width-10, top+2*half+16)
	line := top + half
	for _, v := range []float64{largest, largest / 2, -largest / 2, -largest} {
		y := line - v/largest*half
		fmt.Fprintf(&b, `<line x1="%.0f" y1="%.1f" x2="%.0f" y2="%.1f" stroke="#ddd"/><text x="%.0f" y="%.1f" text-anchor="end" fill="#666">%.1f</text>`+"\n", left, y, width-10, y, left-6, y+4, v)
	}
	fmt.Fprintf(&b, `<line x1="%.0f" y1="%.1f" x2="%.0f" y2="%.1f" stroke="#333"/>`+"\n", left, line, width-10, line)
	every := max(1, int(60/step))
	for i, p := range c.Points {
		x := left + step*float64(i)
		tip := html.EscapeString(fmt.Sprintf("%s: cooperation %.1f, conflict %.1f", p.Period, p.Cooperation, p.Conflict))
		if p.Cooperation > 0 {
			h := p.Cooperation / largest * half
			fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#2a7f3f"><title>%s</title></rect>`+"\n", x+1, line-h, step-2, h, tip)
		}
		if p.Conflict > 0 {
			fmt.Fprintf(&b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#b3261e"><title>%s</title></rect>`+"\n", x+1, line, step-2, p.Conflict/largest*half, tip)
		}
		if i%every == 0 {
			fmt.Fprintf(&b, `<text x="%.1f" y="%.1f" fill="#666">%s</text>`+"\n", x, height-14, p.Period)
		}
	}
	b.WriteString("</svg>\n")
	_, err := w.Write(b.Bytes())
	return err
}
