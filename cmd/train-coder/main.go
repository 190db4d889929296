package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	wheel := flag.String("wordllama", "", "make the word vectors from this wheel of the package wordllama, in --out")
	dims := flag.Int("dims", 128, "dimensions of the word vectors to keep (at most 256)")
	out := flag.String("out", "data/coder", "folder that the result is written to")
	flag.Parse()
	var err error
	if *wheel != "" {
		err = makeVectors(*wheel, *out, *dims)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train-coder:", err)
		os.Exit(3)
	}
}
