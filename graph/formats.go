package graph

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"entente/schema"
)

// Formats are what Draw-like programs read: the graph as entities and the
// edges between them, one edge a statement. N-Quads and JSON-LD, which keep
// everything, are written by Export and ExportJSONLD.
var Formats = [...]string{"graphml", "gexf", "dot", "csv"}

// Edge is one statement between two entities, for programs that draw or
// reckon with graphs.
type Edge struct {
	ID       string
	From, To schema.Ref
	Kind     Kind
	Relation string
	Code     schema.Code
	Mode     schema.Mode
	Place    string // name, "" when unknown
	Start    string
	End      string
	// Confidence is that of the surest article, Articles how many state it.
	Confidence float64
	Articles   int
}

// ExportEdges writes the entities and statements that pass a filter in one of
// Formats: GraphML and GEXF for Gephi and its like, DOT for Graphviz, CSV with
// one edge a line. Filters on Source, AsOf and MinConfidence do not apply:
// they are about reports, which these formats have no room for.
func (g *Graph) ExportEdges(ctx context.Context, w io.Writer, format string, f Filter) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var ew edgeWriter
	switch format {
	case "graphml":
		ew = &graphML{out}
	case "gexf":
		ew = &gexf{w: out}
	case "dot":
		ew = &dot{out}
	case "csv":
		ew = &edgeCSV{csv.NewWriter(out)}
	default:
		return fmt.Errorf("%w: there is no format %q; choose one of %s", ErrInvalid, format, strings.Join(Formats[:], ", "))
	}
	err := g.look(ctx, func(v *view) error {
		want, err := v.want(f)
		if err != nil {
			return err
		}
		if err := v.findSingles(); err != nil {
			return err
		}
		nodes := map[string]schema.Ref{}
		err = v.edgesOf(want, func(e Edge) error {
			nodes[e.From.ID], nodes[e.To.ID] = e.From, e.To
			return nil
		})
		if err != nil {
			return err
		}
		ids := make([]string, 0, len(nodes))
		for id := range nodes {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		if err := ew.begin(); err != nil {
			return err
		}
		for _, id := range ids {
			if err := ew.node(nodes[id]); err != nil {
				return err
			}
		}
		if err := v.edgesOf(want, ew.edge); err != nil {
			return err
		}
		return ew.end()
	})
	if err != nil {
		return fmt.Errorf("exporting %s: %w", format, err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("exporting %s: %w", format, err)
	}
	return nil
}

// edgesOf calls f for each statement that passes: events, the latest first,
// then what holds.
func (v *view) edgesOf(w *wanted, f func(Edge) error) error {
	var last entry
	var edge *Edge
	flush := func() error {
		if edge == nil {
			return nil
		}
		e := *edge
		edge = nil
		return f(e)
	}
	visit := func(e entry, _ string) error {
		if edge != nil && last.ID == e.ID {
			edge.Articles++
			if c, err := strconv.ParseFloat(e.Confidence, 64); err == nil {
				edge.Confidence = max(edge.Confidence, c)
			}
			return nil
		}
		if err := flush(); err != nil {
			return err
		}
		if ok, err := v.passes(w, &e); err != nil || !ok {
			return err
		}
		var err error
		last = e
		edge, err = v.edge(&e)
		if err != nil {
			return err
		}
		return v.ctx.Err()
	}
	if err := v.entries(tabDate, [][]string{{}}, "", visit); err != nil {
		return err
	}
	err := v.r.scan(prefix(tabStanding), "", func(k, val []byte) error {
		if p := splitKey(k); p[2] != "subject" {
			return nil // the same again, seen from the other party
		}
		e := readEntry(k, val)
		if v.isHidden(e.ID, e.Article) {
			return nil
		}
		return visit(e, "")
	})
	if err != nil {
		return err
	}
	return flush()
}

func (v *view) edge(e *entry) (*Edge, error) {
	out := &Edge{ID: e.ID, Kind: e.Kind, Relation: e.Rel, Code: schema.Code(e.Code), Mode: schema.Mode(e.Mode), Start: e.Start, End: e.End}
	if e.Article != "" {
		out.Articles = 1
	}
	var err error
	if out.Confidence, err = strconv.ParseFloat(e.Confidence, 64); err != nil {
		out.Confidence = 0
	}
	if out.From, err = v.ref(e.Subject); err != nil {
		return nil, err
	}
	if out.To, err = v.ref(e.Object); err != nil {
		return nil, err
	}
	place, err := v.refOrNil(e.Place)
	if err != nil {
		return nil, err
	}
	if place != nil {
		out.Place = place.Name
	}
	return out, nil
}

// edgeWriter writes one format.
type edgeWriter interface {
	begin() error
	node(schema.Ref) error // all nodes come before the edges
	edge(Edge) error
	end() error
}

// edgeFields are the properties of an edge in every format.
var edgeFields = [...]struct{ name, typ string }{{"relation", "string"}, {"code", "string"}, {"mode", "string"}, {"place", "string"},
	{"start", "string"}, {"end", "string"}, {"kind", "string"}, {"confidence", "double"}, {"articles", "int"}}

func (e *Edge) fields() [len(edgeFields)]string {
	return [...]string{e.Relation, string(e.Code), string(e.Mode), e.Place, e.Start, e.End, string(e.Kind),
		strconv.FormatFloat(e.Confidence, 'g', -1, 64), strconv.Itoa(e.Articles)}
}

// escaped writes text for XML; characters that XML cannot hold become U+FFFD.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // writing to memory does not fail
	return b.String()
}

type graphML struct{ w io.Writer }

func (g *graphML) begin() error {
	var keys strings.Builder
	for _, f := range edgeFields {
		fmt.Fprintf(&keys, "<key id=%q for=\"edge\" attr.name=%q attr.type=%q/>\n", f.name, f.name, f.typ)
	}
	_, err := fmt.Fprintf(g.w, "%s<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n%s%s%s<graph edgedefault=\"directed\">\n", xml.Header,
		"<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n",
		"<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n", keys.String())
	return err
}

func (g *graphML) node(r schema.Ref) error {
	_, err := fmt.Fprintf(g.w, `<node id="%s"><data key="label">%s</data><data key="type">%s</data></node>`+"\n",
		escaped(r.ID), escaped(r.Name), escaped(string(r.Type)))
	return err
}

func (g *graphML) edge(e Edge) error {
	var b strings.Builder
	for i, v := range e.fields() {
		if v != "" {
			fmt.Fprintf(&b, `<data key="%s">%s</data>`, edgeFields[i].name, escaped(v))
		}
	}
	_, err := fmt.Fprintf(g.w, `<edge id="%s" source="%s" target="%s">%s</edge>`+"\n", escaped(e.ID), escaped(e.From.ID), escaped(e.To.ID), b.String())
	return err
}

func (g *graphML) end() error {
	_, err := io.WriteString(g.w, "</graph>\n</graphml>\n")
	return err
}

type gexf struct {
	w     io.Writer
	edges bool
}

func (g *gexf) begin() error {
	_, err := io.WriteString(g.w, xml.Header+`<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed" mode="static">
<attributes class="node"><attribute id="type" title="type" type="string"/></attributes>
<attributes class="edge">`)
	if err != nil {
		return err
	}
	for _, f := range edgeFields {
		if _, err := fmt.Fprintf(g.w, "<attribute id=%q title=%q type=%q/>", f.name, f.name, strings.Replace(f.typ, "int", "integer", 1)); err != nil {
			return err
		}
	}
	_, err = io.WriteString(g.w, "</attributes>\n<nodes>\n")
	return err
}

func (g *gexf) node(r schema.Ref) error {
	_, err := fmt.Fprintf(g.w, `<node id="%s" label="%s"><attvalues><attvalue for="type" value="%s"/></attvalues></node>`+"\n",
		escaped(r.ID), escaped(r.Name), escaped(string(r.Type)))
	return err
}

func (g *gexf) begun() error {
	if g.edges {
		return nil
	}
	g.edges = true
	_, err := io.WriteString(g.w, "</nodes>\n<edges>\n")
	return err
}

func (g *gexf) edge(e Edge) error {
	if err := g.begun(); err != nil {
		return err
	}
	var b strings.Builder
	for i, v := range e.fields() {
		if v != "" {
			fmt.Fprintf(&b, `<attvalue for="%s" value="%s"/>`, edgeFields[i].name, escaped(v))
		}
	}
	_, err := fmt.Fprintf(g.w, `<edge id="%s" source="%s" target="%s" label="%s"><attvalues>%s</attvalues></edge>`+"\n",
		escaped(e.ID), escaped(e.From.ID), escaped(e.To.ID), escaped(e.Relation), b.String())
	return err
}

func (g *gexf) end() error {
	if err := g.begun(); err != nil {
		return err
	}
	_, err := io.WriteString(g.w, "</edges>\n</graph>\n</gexf>\n")
	return err
}

type dot struct{ w io.Writer }

// dotText quotes text for DOT, where only the quotation mark and the
// backslash need care.
func dotText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ").Replace(s) + `"`
}

func (d *dot) begin() error {
	_, err := io.WriteString(d.w, "digraph entente {\n")
	return err
}

func (d *dot) node(r schema.Ref) error {
	shape := "ellipse"
	switch r.Type {
	case schema.Country, schema.Organization, schema.Group:
		shape = "box"
	case schema.Place:
		shape = "house"
	}
	_, err := fmt.Fprintf(d.w, "\t%s [label=%s, shape=%s];\n", dotText(r.ID), dotText(r.Name), shape)
	return err
}

func (d *dot) edge(e Edge) error {
	label := e.Relation
	for _, part := range [...]string{e.Place, e.Start} {
		if part != "" {
			label += ", " + part
		}
	}
	style := ""
	if e.Mode != schema.Actual && e.Kind == EventKind {
		style = ", style=dashed"
	}
	_, err := fmt.Fprintf(d.w, "\t%s -> %s [label=%s%s];\n", dotText(e.From.ID), dotText(e.To.ID), dotText(label), style)
	return err
}

func (d *dot) end() error {
	_, err := io.WriteString(d.w, "}\n")
	return err
}

type edgeCSV struct{ w *csv.Writer }

func (c *edgeCSV) begin() error {
	head := []string{"id", "source", "source_name", "source_type", "target", "target_name", "target_type"}
	for _, f := range edgeFields {
		head = append(head, f.name)
	}
	return c.w.Write(head)
}

func (c *edgeCSV) node(schema.Ref) error { return nil }

func (c *edgeCSV) edge(e Edge) error {
	f := e.fields()
	return c.w.Write(append([]string{e.ID, e.From.ID, e.From.Name, string(e.From.Type), e.To.ID, e.To.Name, string(e.To.Type)}, f[:]...))
}

func (c *edgeCSV) end() error {
	c.w.Flush()
	return c.w.Error()
}
