package coref

import (
	"strings"

	"entente/extract/analysis"
	"entente/extract/nlp"
)

// quotation is a stretch of quoted words: the tokens between the marks.
type quotation struct {
	start, end int
	speaker    int // entity, -1 when unknown
	verb       int // token of the verb of speech, -1
	subject    int // token of the one who speaks, -1
	addressee  int // token of the one spoken to, -1
	guessed    bool
	guess      choice // who speaks, as far as it can be told inside the quotation
}

// quotations finds the quoted stretches of a block; a mark that never closes
// runs to the end of the block, as in quotations of several paragraphs.
func quotations(d *nlp.Doc) []quotation {
	var out []quotation
	open, straight := -1, false
	for i := range d.Tokens {
		switch d.Tokens[i].Text {
		case "“", "„":
			if open < 0 {
				open, straight = i, false
			}
		case "”":
			if open >= 0 && !straight {
				out = append(out, newQuotation(open+1, i))
				open = -1
			}
		case "\"", "''", "``":
			if open < 0 {
				open, straight = i, true
			} else if straight {
				out = append(out, newQuotation(open+1, i))
				open = -1
			}
		}
	}
	if open >= 0 && len(d.Tokens)-open > 4 {
		out = append(out, newQuotation(open+1, len(d.Tokens)))
	}
	for k := range out {
		out[k].findVerb(d, out)
	}
	return out
}

func newQuotation(start, end int) quotation {
	return quotation{start: start, end: end, speaker: -1, verb: -1, subject: -1, addressee: -1}
}

// quoteAt returns the index of the quotation that holds token i, or -1.
func quoteAt(q []quotation, i int) int {
	for k := range q {
		if q[k].start <= i && i < q[k].end {
			return k
		}
	}
	return -1
}

// findVerb looks for the verb of speech that frames the quotation: in the
// sentence that holds its end, or its beginning, outside all quotations.
func (q *quotation) findVerb(d *nlp.Doc, all []quotation) {
	if q.start >= len(d.Tokens) || q.end <= q.start {
		return
	}
	try := func(s nlp.Span) bool {
		best := -1
		for i := s.Start; i < s.End; i++ {
			if quoteAt(all, i) >= 0 || d.Tokens[i].POS != "VERB" || !speechVerbs[d.Tokens[i].Lemma] && d.Tokens[i].Lemma != "accord" {
				continue
			}
			subj := d.Child(i, "nsubj")
			if subj < 0 || quoteAt(all, subj) >= 0 {
				continue
			}
			if best < 0 || dist(i, q) < dist(best, q) {
				best = i
			}
		}
		if best < 0 {
			return false
		}
		q.verb, q.subject = best, d.Child(best, "nsubj")
		if w := strings.ToLower(d.Tokens[q.subject].Text); w == "who" || w == "which" || w == "that" {
			for k := best; d.Tokens[k].Head != k; k = d.Tokens[k].Head {
				if d.Tokens[k].Dep == "relcl" {
					q.subject = d.Tokens[k].Head
					break
				}
			}
		}
		q.addressee = d.Child(best, "dobj", "dative")
		return true
	}
	if e := d.Sent(min(q.end, len(d.Tokens)-1)); !try(d.Sents[e]) {
		if s := d.Sent(q.start); !try(d.Sents[s]) && e+1 < len(d.Sents) && q.end == d.Sents[e].Start {
			try(d.Sents[e])
		}
	}
}

func dist(i int, q *quotation) int {
	if i < q.start {
		return q.start - i
	}
	return max(0, i-q.end)
}

// speakerOf returns who speaks quotation k, for a third person in it who must
// be somebody else: nil unless the quotation says "I". Where a pronoun behind
// the quotation names the speaker ("… ," he said), what it would refer to as
// seen from inside the quotation is the guess; a quotation that nothing frames
// goes on with the speaker of the one before.
func (w *walker) speakerOf(k int) []int {
	if !w.saysI(&w.quotes[k]) {
		return nil
	}
	for k > 0 && w.quotes[k].subject < 0 {
		k--
	}
	q := &w.quotes[k]
	if q.subject < 0 {
		return nil
	}
	if at, ok := w.at[q.subject]; ok {
		return w.art.Blocks[w.block].Mentions[at].Entities
	}
	if !q.guessed {
		q.guessed = true
		switch w.low[q.subject] {
		case "he":
			q.guess = w.rank(q.subject, need{gender: analysis.Masculine})
		case "she":
			q.guess = w.rank(q.subject, need{gender: analysis.Feminine})
		}
	}
	return q.guess.ents
}

// speaks returns whom a quotation before token i, the pronoun for its speaker,
// was taken to be spoken by: what is said in it to or of others does not
// change who speaks.
func (w *walker) speaks(i int) choice {
	for k := range w.quotes {
		if w.quotes[k].subject == i {
			return w.quotes[k].guess
		}
	}
	return choice{}
}

// saysI reports whether the words of the quotation hold a first person.
func (w *walker) saysI(q *quotation) bool {
	for i := q.start; i < q.end; i++ {
		switch w.low[i] {
		case "i", "me", "my", "myself", "mine":
			return true
		}
	}
	return false
}
