// Package coref embeds the word lists and the weights of coreference
// resolution; README.md tells where each comes from.
package coref

import _ "embed"

// Nouns is the table of nouns that name an actor by role or kind: noun, class,
// field, gender and what it stands for, separated by tabs.
//
//go:embed nouns.tsv
var Nouns string

// Modifiers lists the words that may stand inside the name of an office, one
// a line.
//
//go:embed modifiers.txt
var Modifiers string

// Kinds lists by-words of states ("kingdom") with the ISO 3166-1 codes of the
// states that they fit.
//
//go:embed kinds.tsv
var Kinds string

// Borders lists for each state the states that share a land border with it.
//
//go:embed borders.tsv
var Borders string

// Leaders lists holders of the highest offices of states and international
// bodies with their years.
//
//go:embed leaders.tsv
var Leaders string

// Weights is the table of the antecedent-ranking model.
//
//go:embed weights.tsv
var Weights string
