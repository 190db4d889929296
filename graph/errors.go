package graph

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
)

// The errors that a caller may want to tell apart with errors.Is. What Open
// and Add return wraps them and says in its message what to try next.
var (
	// ErrLocked: another process is writing to the graph.
	ErrLocked = errors.New("the graph is in use by another process")
	// ErrDamaged: the file of the graph is broken.
	ErrDamaged = errors.New("the graph is damaged")
	// ErrNotStore: what the name points at is no graph of Entente.
	ErrNotStore = errors.New("not a graph of Entente")
	// ErrNoGraph: there is no graph at that place yet.
	ErrNoGraph = errors.New("there is no graph yet")
	// ErrNewer: the graph was written by a newer Entente.
	ErrNewer = errors.New("the graph was written by a newer version of entente")
	// ErrDiskFull: there is no room left for the write; nothing of it was kept.
	ErrDiskFull = errors.New("the disk is full")
	// ErrReadOnly: the graph was opened for reading only.
	ErrReadOnly = errors.New("the graph was opened for reading only")
	// ErrInvalid: what was to be written cannot stand in a graph.
	ErrInvalid = errors.New("invalid statement")
	// ErrClosed: the graph was closed, or could not be reopened after a failed write.
	ErrClosed = errors.New("the graph is closed")
)

// NameError says that a name leads to no entity or to several.
type NameError struct {
	// Name is what was asked for.
	Name string
	// Candidates are the entities that it may mean; empty when it is unknown.
	Candidates []Candidate
	// Near are names that look alike, for an unknown name.
	Near []Candidate
}

// Error says what the name may mean or what looks like it.
func (e *NameError) Error() string {
	var b strings.Builder
	list := e.Candidates
	if len(list) > 0 {
		fmt.Fprintf(&b, "%q may mean ", e.Name)
	} else {
		fmt.Fprintf(&b, "nothing is known of %q", e.Name)
		list = e.Near
		if len(list) > 0 {
			b.WriteString("; did you mean ")
		}
	}
	for i, c := range list {
		if i > 0 {
			if i == len(list)-1 {
				b.WriteString(" or ")
			} else {
				b.WriteString(", ")
			}
		}
		b.WriteString(c.Name)
	}
	if len(list) > 0 && len(e.Candidates) == 0 {
		b.WriteByte('?')
	}
	return b.String()
}

// classify wraps the errors of the operating system and the store that have a
// meaning to the user.
func classify(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOSPC), strings.Contains(err.Error(), syscall.ENOSPC.Error()): // bolt does not wrap it
		return fmt.Errorf("%w: free some space on the disk of %s and add the article again: %w", ErrDiskFull, path, err)
	}
	return err
}
