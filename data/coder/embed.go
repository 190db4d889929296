// Package coder holds the embedded lexicon of acts and the trained weights of
// the event coder; README.md says where they come from and how they are made.
// Package extract/code reads them.
package coder

import _ "embed"

// Acts is the lexicon of acts, acts.txt.
//
//go:embed acts.txt
var Acts string

// Model is the trained model, model.bin.
//
//go:embed model.bin
var Model []byte
