//go:build unix

// Command bench measures how many tokens extract/nlp analyses in a second of
// processor time. It reads texts, one JSON string a line, from standard input
// and prints one JSON object. bench.py runs it beside spaCy.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime/pprof"
	"syscall"
	"time"

	"entente/extract/nlp"
)

func main() {
	passes := flag.Int("passes", 5, "warm passes to time")
	cold := flag.Bool("cold", true, "time the first pass")
	profile := flag.String("cpuprofile", "", "write a profile of the timed passes to this `file`")
	flag.Parse()
	if err := run(*passes, *cold, *profile); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(passes int, cold bool, profile string) error {
	var texts []string
	scan := bufio.NewScanner(os.Stdin)
	scan.Buffer(make([]byte, 1<<20), 1<<30)
	for scan.Scan() {
		var text string
		if err := json.Unmarshal(scan.Bytes(), &text); err != nil {
			return fmt.Errorf("line %d: %w", len(texts)+1, err)
		}
		texts = append(texts, text)
	}
	if err := scan.Err(); err != nil {
		return err
	}
	begin := time.Now()
	m, err := nlp.Load()
	if err != nil {
		return err
	}
	load := time.Since(begin)
	if profile != "" {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if cold {
			if err := pprof.StartCPUProfile(f); err != nil {
				return err
			}
			defer pprof.StopCPUProfile()
		}
	}
	out := struct {
		Kernel string  `json:"kernel"`
		Tokens int     `json:"tokens"`
		Load   float64 `json:"load_ms"`
		Cold   float64 `json:"cold_tokens_per_second"`
		Warm   float64 `json:"warm_tokens_per_second"`
	}{Kernel: m.Kernel(), Load: load.Seconds() * 1e3}
	start := cpuTime()
	for _, d := range m.ParseAll(texts) {
		out.Tokens += len(d.Tokens)
	}
	out.Cold = float64(out.Tokens) / (cpuTime() - start).Seconds()
	if profile != "" && !cold {
		f, err := os.Create(profile)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	start = cpuTime()
	for range passes {
		m.ParseAll(texts)
	}
	if passes > 0 {
		out.Warm = float64(passes*out.Tokens) / (cpuTime() - start).Seconds()
	}
	return json.NewEncoder(os.Stdout).Encode(out)
}

// cpuTime is the processor time, user and system, that this process has used.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
