package nlp

import (
	"fmt"
	"unicode/utf8"
)

// affixes finds what is to be split off a chunk.
type affixes struct {
	pre, suf, inf *affixPattern
	links         *linkMatcher
}

func newAffixes(spec tokenizerSpec, c *chars) (*affixes, error) {
	a := &affixes{}
	for _, p := range []struct {
		to      **affixPattern
		name, s string
	}{{&a.pre, "prefix", spec.Prefix}, {&a.suf, "suffix", spec.Suffix}, {&a.inf, "infix", spec.Infix}} {
		parsed, err := parsePattern(p.s)
		if err != nil {
			return nil, fmt.Errorf("reading the %s pattern: %w", p.name, err)
		}
		*p.to = parsed
	}
	for _, b := range a.suf.branches {
		if !b.atEnd {
			return nil, fmt.Errorf("reading the suffix pattern: an alternative does not end with $")
		}
	}
	var err error
	if a.links, err = newLinkMatcher(c, spec.Lower); err != nil {
		return nil, fmt.Errorf("reading the letters of link names: %w", err)
	}
	return a, nil
}

// prefix returns the length in bytes of the prefix of s, or 0.
func (a *affixes) prefix(s string) int {
	if s == "" {
		return 0
	}
	end, _ := a.pre.at(s, 0)
	return end
}

// suffix returns the length in bytes of the suffix of s, or 0.
func (a *affixes) suffix(s string) int {
	start := a.suf.last(s)
	if start < 0 {
		return 0
	}
	end, _ := a.suf.at(s, start)
	return end - start
}

// infixes appends where, in bytes, s is to be split.
func (a *affixes) infixes(out [][2]int, s string) [][2]int { return a.inf.all(out, s) }

// url reports whether s is a web or mail address.
func (a *affixes) url(s string) bool { return a.links.match(s) }

// linkMatcher tells web and mail addresses:
//
//	[scheme://] [user[:password]@] host [:port] [/path | ?query | #fragment]
//
// where the host is a public IP address of version 4 or a name with a
// top-level domain in lower-case letters. It accepts what the expression in the
// model's metadata accepts, without its backtracking.
type linkMatcher struct {
	chars  *chars
	letter *charSet // of a top-level domain
}

func newLinkMatcher(c *chars, lower string) (*linkMatcher, error) {
	p := patternParser{rest: lower}
	set := &charSet{}
	if err := p.ranges(set); err != nil {
		return nil, err
	}
	return &linkMatcher{c, set.sort()}, nil
}

// match reports whether s, which has no white space, is an address.
func (m *linkMatcher) match(s string) bool {
	if m.host(s) || m.host(s[m.scheme(s):]) {
		return true
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '@' && m.host(s[i+1:]) {
			return true
		}
	}
	return false
}

// scheme returns the length of the scheme that s begins with, or 0.
func (m *linkMatcher) scheme(s string) int {
	n := 0
	for i, r := range s {
		if !m.chars.is(r, isWord) && r != '+' && r != '-' && r != '.' {
			if n >= 2 && len(s) >= i+3 && s[i:i+3] == "://" {
				return i + 3
			}
			return 0
		}
		n++
	}
	return 0
}

// host reports whether s is a host with what may follow it.
func (m *linkMatcher) host(s string) bool {
	end := 0
	for end < len(s) && s[end] != ':' && s[end] != '/' && s[end] != '?' && s[end] != '#' {
		end++
	}
	rest := s[end:]
	if rest != "" && rest[0] == ':' {
		n := 0
		rest = rest[1:]
		for rest != "" {
			r, size := utf8.DecodeRuneInString(rest)
			if !m.chars.is(r, isDecimal) {
				break
			}
			rest = rest[size:]
			n++
		}
		if n < 2 || n > 5 || rest != "" && rest[0] != '/' && rest[0] != '?' && rest[0] != '#' {
			return false
		}
	}
	return m.name(s[:end]) || m.address(s[:end])
}

// name reports whether s is labels joined by dots, of 1 to 64 characters each,
// and a top-level domain of 2 to 63.
func (m *linkMatcher) name(s string) bool {
	n, labels := 0, 0 // characters of the current label, labels before it
	dash, beyond, lower := false, false, true
	for _, r := range s {
		switch {
		case r == '.':
			if n == 0 || n > 64 || dash || beyond {
				return false
			}
			n, dash, lower = 0, false, true
			labels++
			continue
		case r == '_' || r == '-':
			if n == 0 {
				return false
			}
			dash, lower = true, false
		default:
			dash = false
			low := m.letter.has(r)
			lower = lower && low
			// Letters beyond the basic plane are fit for the top-level
			// domain only, where no dot may follow.
			if !isLabel(r) {
				if !low {
					return false
				}
				beyond = true
			}
		}
		n++
	}
	return labels > 0 && lower && n >= 2 && n <= 63
}

func isLabel(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xa1 && r <= 0xffff
}

// address reports whether s is an IP address that is neither private nor
// reserved. As in the expression, digits may be of any script where it says \d.
func (m *linkMatcher) address(s string) bool {
	var part [4][]rune
	n := 0
	for _, r := range s {
		switch {
		case r == '.':
			if n++; n > 3 {
				return false
			}
		case m.chars.is(r, isDecimal) && len(part[n]) < 3:
			part[n] = append(part[n], r)
		default:
			return false
		}
	}
	if n != 3 {
		return false
	}
	a, b := string(part[0]), string(part[1])
	private := a == "10" || a == "127" || a == "169" && b == "254" || a == "192" && b == "168" ||
		a == "172" && len(part[1]) == 2 && (part[1][0] == '1' && b[1] >= '6' && b[1] <= '9' || part[1][0] == '2' || b == "30" || b == "31")
	return !private && octet(part[0], "223", false) && octet(part[1], "255", true) && octet(part[2], "255", true) && octet(part[3], "254", false)
}

// octet reports whether digits are a number up to limit, of which 0 is one
// (and may stand in front) only if zero.
func octet(digits []rune, limit string, zero bool) bool {
	between := func(r, from, to rune) bool { return r >= from && r <= to }
	switch len(digits) {
	case 1:
		return zero || between(digits[0], '1', '9')
	case 2:
		return zero || between(digits[0], '1', '9')
	case 3:
		switch {
		case digits[0] == '1':
			return true
		case digits[0] != '2':
			return false
		case between(digits[1], '0', rune(limit[1])-1):
			return true
		}
		return digits[1] == rune(limit[1]) && between(digits[2], '0', rune(limit[2]))
	}
	return false
}
