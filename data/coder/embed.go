// Package coder holds the embedded lexicon of acts and the trained weights of
// the event coder; README.md says where they come from and how they are made.
// Package extract/code reads them.
package coder

import _ "embed"

// Acts is the lexicon of acts, acts.txt.
//
//go:embed acts.txt
var Acts string

// Sentence and Clause are the trained models, sentence.bin and clause.bin.
var (
	//go:embed sentence.bin
	Sentence []byte
	//go:embed clause.bin
	Clause []byte
)
