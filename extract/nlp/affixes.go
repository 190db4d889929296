package nlp

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/dlclark/regexp2"
)

// affixes finds what is to be split off a chunk.
type affixes struct {
	pre, suf, inf, link *regexp2.Regexp
}

func newAffixes(spec tokenizerSpec) (*affixes, error) {
	a := &affixes{}
	for _, p := range []struct {
		to      **regexp2.Regexp
		name, s string
	}{{&a.pre, "prefix", spec.Prefix}, {&a.suf, "suffix", spec.Suffix}, {&a.inf, "infix", spec.Infix}, {&a.link, "url", spec.URL}} {
		re, err := regexp2.Compile(translate(p.s), regexp2.None)
		if err != nil {
			return nil, fmt.Errorf("compiling the %s pattern: %w", p.name, err)
		}
		*p.to = re
	}
	return a, nil
}

var longEscape = regexp.MustCompile(`\\U[0-9A-Fa-f]{8}`)

// translate makes a pattern of Python's one of regexp2's.
func translate(s string) string {
	s = strings.TrimPrefix(s, "(?u)")
	return longEscape.ReplaceAllStringFunc(s, func(e string) string {
		n, err := strconv.ParseUint(e[2:], 16, 32)
		if err != nil {
			return e
		}
		return string(rune(n))
	})
}

// prefix returns the length in bytes of the prefix of s, or 0.
func (a *affixes) prefix(s string) int {
	m, err := a.pre.FindStringMatch(s)
	if m == nil || err != nil {
		return 0
	}
	return len(m.String())
}

// suffix returns the length in bytes of the suffix of s, or 0.
func (a *affixes) suffix(s string) int {
	m, err := a.suf.FindStringMatch(s)
	if m == nil || err != nil {
		return 0
	}
	return len(m.String())
}

// infixes returns where, in bytes, s is to be split.
func (a *affixes) infixes(s string) [][2]int {
	var out [][2]int
	runes := []rune(s)
	m, err := a.inf.FindRunesMatch(runes)
	for m != nil && err == nil {
		from := len(string(runes[:m.Index]))
		out = append(out, [2]int{from, from + len(m.String())})
		m, err = a.inf.FindNextMatch(m)
	}
	return out
}

// url reports whether s is a web or mail address.
func (a *affixes) url(s string) bool {
	ok, err := a.link.MatchString(s)
	return ok && err == nil
}
