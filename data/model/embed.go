// Package model holds the weights and tables of the English language model
// that extract/nlp runs: en_core_web_sm 3.8, converted by convert.py. README.md
// in this folder names source, version, licence and hashes.
package model

import "embed"

// Files holds Weights and Meta.
//
//go:embed model.safetensors meta.json.gz
var Files embed.FS

// Names of the files in Files.
const (
	Weights = "model.safetensors" // float32 tensors in the safetensors format
	Meta    = "meta.json.gz"      // labels, moves, tables and rules
)
