package graph

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"
)

// WriteSVG draws the chart: cooperation upwards, conflict downwards, one bar a
// period, as a picture that stands by itself.
func (c *Chart) WriteSVG(w io.Writer) error {
	const (
		width, half     = 960, 160
		left, top, foot = 56, 44, 34
	)
	height := top + 2*half + foot
	most := 1.0
	for _, p := range c.Points {
		most = max(most, p.Cooperation, p.Conflict)
	}
	var names []string
	for _, e := range c.Entities {
		names = append(names, e.Name)
	}
	title := "Cooperation and conflict"
	if len(names) > 0 {
		title += ": " + strings.Join(names, " – ")
	}
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="12">`+"\n",
		width, height, width, height)
	fmt.Fprintf(out, `<rect width="%d" height="%d" fill="#fff"/><text x="%d" y="24" font-size="16" fill="#222">%s</text>`+"\n",
		width, height, left, html.EscapeString(title))
	middle := top + half
	for _, tick := range [...]float64{-1, -0.5, 0, 0.5, 1} {
		y := float64(middle) - tick*half
		fmt.Fprintf(out, `<line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="%s"/><text x="%d" y="%.1f" text-anchor="end" fill="#555">%.4g</text>`+"\n",
			left, width-10, y, y, map[bool]string{true: "#333", false: "#ddd"}[tick == 0], left-6, y+4, tick*most)
	}
	step := float64(width-10-left) / float64(max(len(c.Points), 1))
	bar := min(max(step*0.8, 0.5), 60)
	every := max(1, int(70/max(step, 0.01))+1)
	for i, p := range c.Points {
		x := float64(left) + (float64(i)+0.5)*step
		up, down := p.Cooperation/most*half, p.Conflict/most*half
		fmt.Fprintf(out, `<g><title>%s: cooperation %.4g, conflict %.4g</title>`, html.EscapeString(p.Period), p.Cooperation, p.Conflict)
		fmt.Fprintf(out, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#2a7f62"/>`, x-bar/2, float64(middle)-up, bar, up)
		fmt.Fprintf(out, `<rect x="%.1f" y="%d" width="%.1f" height="%.1f" fill="#b3402e"/></g>`+"\n", x-bar/2, middle, bar, down)
		if i%every == 0 {
			fmt.Fprintf(out, `<text x="%.1f" y="%d" text-anchor="middle" fill="#555">%s</text>`+"\n", x, height-12, html.EscapeString(p.Period))
		}
	}
	fmt.Fprintln(out, `</svg>`)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("drawing the chart: %w", err)
	}
	return nil
}
