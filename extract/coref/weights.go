package coref

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	data "entente/data/coref"
	"entente/extract/analysis"
)

// The features of a candidate antecedent.
const (
	fSame     = iota // in the same sentence
	fPrevious        // in the sentence before
	fTwoBack
	fThreeBack
	fFarBack // four sentences back or more
	fFarther // how much farther back, in fours
	fOtherParagraph
	fHeadline // in a headline or heading
	fSubject
	fPassiveSubject
	fIndirect // indirect object or agent
	fObject
	fOblique
	fPossessor
	fModifier
	fApposition
	fSameRole    // in the same role as the mention
	fPronoun     // was itself a pronoun
	fNominal     // was itself a nominal
	fSpoke       // subject of a verb of speech in an earlier sentence
	fSpokeSpeaks // and the mention is subject of one too
	fPlaceRole   // stands where things happen
	fQuoted      // in other quotation than the mention
	fSpeaker     // speaks the quotation that the mention stands in
	fDistance    // tokens between, in tens, within the sentence
	fCount       // logarithm of how often mentioned
	fGender      // gender known to agree
	fActorActs   // actor as subject of an actor's verb
	fOtherActs   // something else as subject of an actor's verb
	fActorOwns   // actor before an actor's noun
	fOtherOwns
	fActorUndergoes // actor as object of a verb that takes things
	fPlace
	fOrganization
	fAgreement
	fThing       // no entity
	fThingPerson // a human noun that names no entity
	fThingActs
	fThingOwns
	fThingActor // a noun of people or bodies that names no entity
	fSeveral    // several entities
	fGroup      // in coordination
	fReflexive
	fAbove     // subject of a clause above the mention's
	fAgain     // how often mentioned besides, within reach
	fTopic     // logarithm of how often the whole article names it
	fParagraph // subject of the first sentence of the mention's paragraph
	fOpening   // subject of the item's first sentence of text
	fLatest    // the latest of the candidates
	fPair      // subject and another argument of one verb
	featureCount
)

// features are the values of the features of one candidate.
type features [featureCount]float32

var featureNames = [featureCount]string{"Same", "Previous", "TwoBack", "ThreeBack", "FarBack", "Farther", "OtherParagraph", "Headline", "Subject", "PassiveSubject", "Indirect", "Object", "Oblique", "Possessor", "Modifier", "Apposition", "SameRole", "Pronoun", "Nominal", "Spoke", "SpokeSpeaks", "PlaceRole", "Quoted", "Speaker", "Distance", "Count", "Gender", "ActorActs", "OtherActs", "ActorOwns", "OtherOwns", "ActorUndergoes", "Place", "Organization", "Agreement", "Thing", "ThingPerson", "ThingActs", "ThingOwns", "ThingActor", "Several", "Group", "Reflexive", "Above", "Again", "Topic", "Paragraph", "Opening", "Latest", "Pair"}

// The kinds of mention that have weights of their own.
const (
	kindHe = iota
	kindHis
	kindIt
	kindIts
	kindThey
	kindTheir
	kindNominal
	kindCount
)

var kindNames = [kindCount]string{"he", "his", "it", "its", "they", "their", "nominal"}

// kindOfNeed says which weights a mention takes.
func kindOfNeed(n *need, ro role) int {
	k := kindHe
	switch {
	case n.nominal:
		return kindNominal
	case n.plural:
		k = kindThey
	case n.gender == analysis.Neuter:
		k = kindIt
	}
	if ro == possessor {
		k++
	}
	return k
}

// Weights are the parameters of the ranking model: for each kind of mention
// the weight of each feature.
type Weights [kindCount][featureCount]float32

func (m *Weights) score(kind int, f *features) float64 {
	s := float32(0)
	for k, x := range f {
		if x != 0 {
			s += x * m[kind][k]
		}
	}
	return float64(s)
}

// ParseWeights reads the table of weights: a head line with the kinds of
// mention, then a line a feature. Features that are missing weigh nothing.
func ParseWeights(table string) (*Weights, error) {
	m := &Weights{}
	at := map[string]int{}
	for k, n := range featureNames {
		at[n] = k
	}
	line := 0
	for f := range rows(table) {
		if line++; line == 1 {
			continue
		}
		k, ok := at[f[0]]
		if !ok || len(f) != kindCount+1 {
			return nil, fmt.Errorf("reading coreference weights: row %q: want a known feature and %d columns", f[0], kindCount)
		}
		for kind := range kindCount {
			x, err := strconv.ParseFloat(f[kind+1], 32)
			if err != nil {
				return nil, fmt.Errorf("reading coreference weights: row %q: %w", f[0], err)
			}
			m[kind][k] = float32(x)
		}
	}
	return m, nil
}

// Format writes the weights in the form that ParseWeights reads.
func (m *Weights) Format() string {
	var b strings.Builder
	b.WriteString("feature\t" + strings.Join(kindNames[:], "\t") + "\n")
	for k, n := range featureNames {
		b.WriteString(n)
		for kind := range kindCount {
			fmt.Fprintf(&b, "\t%.3f", m[kind][k])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// defaultWeights returns the embedded weights.
var defaultWeights = sync.OnceValue(func() *Weights {
	m, err := ParseWeights(data.Weights)
	if err != nil {
		return &Weights{} // a test keeps the embedded table readable
	}
	return m
})

// Case is one decision of the ranking model, for training: the candidates
// that the mention headed by a token of a block had.
type Case struct {
	Block, Token int
	Kind         int
	Candidates   []Candidate
}

// Candidate is a candidate antecedent: its entities, nil for something that
// is no entity, and its features.
type Candidate struct {
	Entities []int
	features features
}

// Features returns the values of the candidate's features.
func (c *Candidate) Features() []float32 { return c.features[:] }
