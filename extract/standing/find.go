// Package standing finds relations that hold over a period: who holds which
// office, whom they represent, what belongs to what. It reads the mentions,
// entities and titles that package coref has filled; Find is the only entry.
package standing

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// Find returns the standing relations that the article states, each once, in
// order of their first evidence. Evidence is the sentence with its byte
// offsets in the article's text.
func Find(art *analysis.Article, gaz *link.Gazetteer) []schema.Standing {
	f := &finder{art: art, gaz: gaz, index: map[string]int{}}
	f.titles()
	for b := range art.Blocks {
		if art.Blocks[b].Doc == nil {
			continue
		}
		f.memberships(b)
		f.joining(b)
		f.citizens(b)
		f.papers(b)
		f.called(b)
		f.followers(b)
		f.presiding(b)
		f.places(b)
		f.belonging(b)
		f.treaties(b)
	}
	sort.SliceStable(f.out, func(i, j int) bool { return f.out[i].Start < f.out[j].Start })
	return f.out
}

// finder collects the relations of one article.
type finder struct {
	art   *analysis.Article
	gaz   *link.Gazetteer
	out   []schema.Standing
	index map[string]int
}

// ref names an entity in a statement.
func (f *finder) ref(e int) schema.Ref { return f.art.Entities[e].Ref }

// add records a relation; a second finding of the same adds evidence.
func (f *finder) add(subject int, relation string, object schema.Ref, of int, period *schema.Interval, block, tok int, conf float64, rule string) {
	s := schema.Standing{Subject: f.ref(subject), Relation: relation, Object: object, Period: period, Confidence: conf, Rule: rule,
		Evidence: f.evidence(block, tok)}
	if of >= 0 {
		r := f.ref(of)
		s.Of = &r
	}
	if s.Subject.Name == object.Name {
		return
	}
	key := strings.Join([]string{s.Subject.ID, relation, strings.ToLower(object.Name)}, "\x00")
	if at, ok := f.index[key]; ok {
		old := &f.out[at]
		if old.Of == nil {
			old.Of = s.Of
		} else if s.Of != nil && s.Of.ID != old.Of.ID {
			key += "\x00" + s.Of.ID
			if _, ok := f.index[key]; ok {
				return
			}
			f.append(key, s)
			return
		}
		if old.Period == nil {
			old.Period = s.Period
		}
		if s.Confidence > old.Confidence {
			old.Confidence, old.Rule = s.Confidence, s.Rule
		}
		if s.Evidence != old.Evidence {
			for _, e := range old.Also {
				if e == s.Evidence {
					return
				}
			}
			old.Also = append(old.Also, s.Evidence)
		}
		return
	}
	f.append(key, s)
}

func (f *finder) append(key string, s schema.Standing) {
	of := ""
	if s.Of != nil {
		of = s.Of.ID
	}
	start, end := "", ""
	if s.Period != nil {
		start, end = s.Period.Start, s.Period.End
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{s.Subject.ID, s.Relation, strings.ToLower(s.Object.Name), of, start, end}, "\x00")))
	s.ID = "standing:" + hex.EncodeToString(sum[:8])
	f.index[key] = len(f.out)
	f.out = append(f.out, s)
}

// evidence is the sentence of token tok of a block.
func (f *finder) evidence(block, tok int) schema.Evidence {
	b := &f.art.Blocks[block]
	span := b.Doc.Sents[b.Doc.Sent(tok)]
	s, e := span.Start, span.End
	for e > s+1 && b.Doc.Tokens[e-1].IsSpace() {
		e--
	}
	return schema.Evidence{Article: f.art.Source.ID, Sentence: b.Doc.Slice(s, e), Start: b.Start + b.Doc.Tokens[s].Start, End: b.Start + b.Doc.Tokens[e-1].End}
}

// mention returns the entity that the mention headed by token tok stands for,
// -1 when it stands for none or several.
func (f *finder) mention(block, tok int) int {
	if m := f.art.Blocks[block].MentionAt(tok); m != nil && len(m.Entities) == 1 {
		return m.Entities[0]
	}
	return -1
}

// direct is mention for words that name or describe the entity itself.
func (f *finder) direct(block, tok int) int {
	if m := f.art.Blocks[block].MentionAt(tok); m != nil && len(m.Entities) == 1 && (m.Via == analysis.Direct || m.Via == analysis.Belonging && m.Kind == analysis.Name) {
		return m.Entities[0]
	}
	return -1
}

func (f *finder) kind(e int) link.Kind {
	for _, x := range f.gaz.Lookup(f.art.Entities[e].Name) {
		if x.Name == f.art.Entities[e].Name {
			return x.Kind
		}
	}
	return ""
}
