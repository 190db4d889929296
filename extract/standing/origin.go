package standing

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// papers reads whose citizen somebody is from what they hold: "who carries a
// Peruvian passport", "he acquired Chilean citizenship".
func (f *finder) papers(b int) {
	d := f.art.Blocks[b].Doc
	for i := range d.Tokens {
		switch strings.ToLower(d.Tokens[i].Lemma) {
		case "passport", "citizenship", "nationality":
		default:
			continue
		}
		t := &d.Tokens[i]
		c := f.countryIn(b, i)
		if c < 0 || t.Dep != "dobj" || !f.happened(b, t.Head) {
			continue
		}
		switch d.Tokens[t.Head].Lemma {
		case "have", "hold", "carry", "acquire", "obtain", "get", "take", "receive", "possess":
		default:
			continue
		}
		for _, who := range f.subjects(b, t.Head) {
			if f.art.Entities[who].Type == schema.Person {
				f.add(who, "citizen of", f.ref(c), -1, nil, b, i, 0.8, "papers of a state")
			}
		}
	}
}

// called reads a person called by origin alone: "the Peruvian", said of one
// named before.
func (f *finder) called(b int) {
	blk := &f.art.Blocks[b]
	for k := range blk.Mentions {
		m := &blk.Mentions[k]
		if len(m.Entities) != 1 || m.Kind == analysis.Name || f.art.Entities[m.Entities[0]].Type != schema.Person || blk.Doc.Tokens[m.Head].Tag == "PRP" {
			continue
		}
		dem := f.gaz.Demonym(blk.Doc.Tokens[m.Head].Text)
		if len(dem) == 0 || !dem[0].Singular || !dem[0].Entry.IsState() {
			continue
		}
		if c := f.art.Find(dem[0].Entry.Name); c >= 0 {
			f.add(m.Entities[0], "citizen of", f.ref(c), -1, nil, b, m.Head, 0.7, "called by origin")
		}
	}
}

// doubled adds the states of a double origin: "a British-Iranian engineer".
func (f *finder) doubled(t *analysis.Title) {
	d := f.art.Blocks[t.Block].Doc
	for i := t.Start; i+2 < t.End; i++ {
		if d.Tokens[i+1].Text != "-" {
			continue
		}
		a, b := f.gaz.Demonym(d.Tokens[i].Text), f.gaz.Demonym(d.Tokens[i+2].Text)
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		for _, x := range [...]*link.Entry{a[0].Entry, b[0].Entry} {
			if c := f.art.Find(x.Name); c >= 0 && x.IsState() {
				f.add(t.Person, "citizen of", f.ref(c), -1, nil, t.Block, t.Start, 0.75, "double origin")
			}
		}
	}
}
