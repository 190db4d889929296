// Command entente reads news articles into a graph of who did what to whom,
// where, when and according to whom, and answers questions from it.
//
// Every command lives in a file of its own name: an options struct, a newXCmd
// that parses and checks, and a runX that does the work.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"entente/graph"
)

func main() { os.Exit(run()) }

// run is main without the exit, so that script tests can call it.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return execute(ctx, os.Args[1:], standardStreams(), graph.Open)
}
