package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"time"
)

// processes times commands of a built entente, each from start to exit.
func processes(ctx context.Context, gen *generator, program, db string, rounds int) error {
	commands := []struct {
		name string
		args func(i int) []string
	}{
		{"entente show", func(i int) []string { return []string{"show", gen.who(i).ID} }},
		{"entente between", func(i int) []string { return []string{"between", gen.who(i).ID, gen.other(i).ID} }},
		{"entente path", func(i int) []string { return []string{"path", gen.who(i).ID, gen.far(i).ID, "--length", "4"} }},
		{"entente timeline", func(i int) []string { return []string{"timeline", gen.who(i).ID} }},
		{"entente timeline --chart", func(i int) []string { return []string{"timeline", gen.who(i).ID, "--chart"} }},
		{"entente ask \"Who met X?\"", func(i int) []string { return []string{"ask", "Who met " + gen.who(i).Name + "?"} }},
		{"entente ask \"When did X and Y last meet?\"", func(i int) []string {
			return []string{"ask", "When did " + gen.who(i).Name + " and " + gen.other(i).Name + " last meet?"}
		}},
		{"entente stats", func(int) []string { return []string{"stats"} }},
	}
	fmt.Printf("\n%-42s %9s %9s %9s   %9s %9s\n", "milliseconds, a process each", "median", "p90", "worst", "CPU", "worst")
	for _, c := range commands {
		var times, cpu []time.Duration
		for i := range rounds {
			cmd := exec.CommandContext(ctx, program, append([]string{"--db", db}, c.args(i)...)...)
			start := time.Now()
			err := cmd.Run()
			times = append(times, time.Since(start))
			if st := cmd.ProcessState; st != nil {
				cpu = append(cpu, st.UserTime()+st.SystemTime())
			}
			var exit *exec.ExitError
			if errors.As(err, &exit) && exit.ExitCode() == 1 { // found nothing
				err = nil
			}
			if err != nil {
				return fmt.Errorf("running %v: %w", cmd.Args, err)
			}
		}
		slices.Sort(times)
		slices.Sort(cpu)
		fmt.Printf("%-42s %9.2f %9.2f %9.2f   %9.2f %9.2f\n", c.name, ms(times[len(times)/2]), ms(times[len(times)*9/10]), ms(times[len(times)-1]),
			ms(cpu[len(cpu)/2]), ms(cpu[len(cpu)-1]))
	}
	return nil
}
