package graph

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"entente/graph/nquads"

	"github.com/cayleygraph/quad"
)

// ExportJSONLD writes the graph as JSON-LD in expanded form: the nodes of what
// has no label, and one object for each named graph, that is each article and
// each place, with its nodes. Identifiers are full IRIs below the base.
func (g *Graph) ExportJSONLD(ctx context.Context, w io.Writer) error {
	// Sorted by label and then by subject, everything that belongs together
	// comes in a row.
	lines := sortedLines{most: maxSortMemory}
	defer lines.close()
	err := g.store.eachQuad(ctx, nil, func(q quad.Quad) error {
		q = g.name.each(q, g.name.full)
		line, err := nquads.AppendQuad([]byte(quad.StringOf(q.Label)+"\t"), q)
		if err != nil {
			return fmt.Errorf("exporting %v: %w", q, err)
		}
		return lines.add(line)
	})
	if err != nil {
		return err
	}
	out := &jsonLD{w: bufio.NewWriterSize(w, 1<<16)}
	if err := lines.writeTo(out); err != nil {
		return fmt.Errorf("exporting JSON-LD: %w", err)
	}
	if err := out.close(); err != nil {
		return fmt.Errorf("exporting JSON-LD: %w", err)
	}
	return nil
}

// jsonLD gathers lines, each written by one call, into nodes and graphs.
type jsonLD struct {
	w       *bufio.Writer
	begun   bool
	label   quad.Value
	nodes   int // of the open graph
	subject quad.Value
	node    map[string]any
	inGraph bool
}

func (j *jsonLD) Write(line []byte) (int, error) {
	_, statement, _ := strings.Cut(string(line), "\t")
	q, _, err := nquads.ParseLine([]byte(strings.TrimSuffix(statement, "\n")))
	if err != nil {
		return 0, err
	}
	if !j.inGraph || q.Label != j.label {
		if err := j.closeGraph(); err != nil {
			return 0, err
		}
		if err := j.openGraph(q.Label); err != nil {
			return 0, err
		}
	}
	if j.node == nil || q.Subject != j.subject {
		if err := j.closeNode(); err != nil {
			return 0, err
		}
		j.subject, j.node = q.Subject, map[string]any{"@id": textOf(q.Subject)}
	}
	if q.Predicate == rdfType {
		if _, ok := q.Object.(quad.IRI); ok {
			types, _ := j.node["@type"].([]string)
			j.node["@type"] = append(types, textOf(q.Object))
			return len(line), nil
		}
	}
	p := textOf(q.Predicate)
	list, _ := j.node[p].([]map[string]string)
	j.node[p] = append(list, jsonValue(q.Object))
	return len(line), nil
}

func jsonValue(v quad.Value) map[string]string {
	switch v := v.(type) {
	case quad.String:
		return map[string]string{"@value": string(v)}
	case quad.LangString:
		return map[string]string{"@value": string(v.Value), "@language": v.Lang}
	case quad.TypedString:
		return map[string]string{"@value": string(v.Value), "@type": string(v.Type)}
	}
	return map[string]string{"@id": textOf(v)}
}

func (j *jsonLD) openGraph(label quad.Value) error {
	j.inGraph, j.label, j.nodes = true, label, 0
	if label == nil {
		return nil // its nodes stand at the top
	}
	id, err := json.Marshal(textOf(label))
	if err != nil {
		return err
	}
	_, err = j.w.WriteString(j.next() + `{"@id":` + string(id) + `,"@graph":[`)
	return err
}

// next is what stands before the next object at the top.
func (j *jsonLD) next() string {
	if j.begun {
		return ",\n"
	}
	j.begun = true
	return "[\n"
}

func (j *jsonLD) closeNode() error {
	if j.node == nil {
		return nil
	}
	b, err := json.Marshal(j.node)
	if err != nil {
		return err
	}
	j.node = nil
	start := ",\n"
	if j.nodes++; j.label == nil {
		start = j.next()
	} else if j.nodes == 1 {
		start = "\n"
	}
	_, err = j.w.WriteString(start + string(b))
	return err
}

func (j *jsonLD) closeGraph() error {
	if err := j.closeNode(); err != nil || !j.inGraph {
		return err
	}
	j.inGraph = false
	if j.label == nil {
		return nil
	}
	_, err := j.w.WriteString("]}")
	return err
}

func (j *jsonLD) close() error {
	if err := j.closeGraph(); err != nil {
		return err
	}
	tail := "\n]\n"
	if !j.begun {
		tail = "[]\n"
	}
	if _, err := j.w.WriteString(tail); err != nil {
		return err
	}
	return j.w.Flush()
}
