package event

import (
	"math"
	"strings"

	"entente/extract/linear"
	"entente/schema"
)

// Templates of the coding model.
const (
	cProb uint32 = iota + 6000
	cLemma
	cPhrase
	cAct
	cObject
	cComp
	cModal
	cTypes
	cRoles
	cGovernor
	cPrep
)

// codingFeatures fills v with what the coder, which knows coded sentences,
// thinks of the event, and with the words themselves, so that the coding
// model can learn where articles differ from such sentences.
func codingFeatures(s *sentence, k *clause, a, b *argument, probs []float64, v *linear.Vector) {
	*v = (*v)[:0]
	d := s.block.Doc
	for i, p := range probs {
		v.AddValue(float32(math.Log(max(p, 1e-4)))/2, cProb, uint32(i))
	}
	v.Add(cLemma, code(k.lemma), code(d.Tokens[k.pred].POS))
	v.Add(cPhrase, code(k.phrase))
	for _, act := range k.acts {
		v.Add(cAct, code(act))
		v.Add(cAct, code(act), code(k.modal), flag(k.negated))
	}
	if k.object != "" {
		v.Add(cObject, code(k.object))
		v.Add(cObject, code(k.lemma), code(k.object))
	}
	if k.comp != "" {
		v.Add(cComp, code(k.comp))
		v.Add(cComp, code(k.lemma), code(k.comp))
	}
	v.Add(cModal, code(k.modal), flag(k.negated), code(k.mark))
	v.Add(cModal, code(string(ruleMode(d, k))))
	v.Add(cTypes, code(string(s.art.Entities[a.entity].Type)), code(string(s.art.Entities[b.entity].Type)))
	ra, rb := generalRole(a.role), generalRole(b.role)
	v.Add(cRoles, code(ra), code(rb))
	v.Add(cRoles, code(rb))
	v.Add(cLemma, code(k.lemma), code(rb))
	if i := strings.LastIndex(b.role, "pp:"); i >= 0 {
		v.Add(cPrep, code(b.role[i:]), code(k.lemma))
	}
	if k.governor >= 0 {
		v.Add(cGovernor, code(k.govLemma), code(k.govDep))
	}
}

// codeOf returns the code of an event and its probability.
func (f *Finder) codeOf(s *sentence, k *clause, a, b *argument) (schema.Code, float64) {
	probs := f.Coder.ProbsAt(s.block.Doc, s.span, k.pred, a.span(), b.span())
	if f.Models.coding == nil {
		i := argmaxProb(probs[:])
		return schema.Codes[i], probs[i]
	}
	var v linear.Vector
	codingFeatures(s, k, a, b, probs[:], &v)
	p := linear.Softmax(f.Models.coding.Scores(v, nil))
	i := argmaxProb(p)
	return schema.Codes[i], p[i]
}

func argmaxProb(p []float64) int {
	b := 0
	for i := range p {
		if p[i] > p[b] {
			b = i
		}
	}
	return b
}
