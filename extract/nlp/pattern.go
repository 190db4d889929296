package nlp

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// charSet is a set of characters.
type charSet struct {
	ascii  [2]uint64
	ranges [][2]rune // sorted, all of them
}

func (c *charSet) add(from, to rune) {
	for r := from; r <= to && r < utf8.RuneSelf; r++ {
		c.ascii[r>>6] |= 1 << (r & 63)
	}
	c.ranges = append(c.ranges, [2]rune{from, to})
}

// sort must follow the last add.
func (c *charSet) sort() *charSet {
	slices.SortFunc(c.ranges, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	merged := c.ranges[:0]
	for _, r := range c.ranges {
		if n := len(merged); n > 0 && r[0] <= merged[n-1][1]+1 {
			merged[n-1][1] = max(merged[n-1][1], r[1])
		} else {
			merged = append(merged, r)
		}
	}
	c.ranges = merged
	return c
}

func (c *charSet) has(r rune) bool {
	if r < utf8.RuneSelf {
		return c.ascii[r>>6]&(1<<(r&63)) != 0
	}
	lo, hi := 0, len(c.ranges)
	for lo < hi {
		if m := (lo + hi) / 2; c.ranges[m][1] < r {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(c.ranges) && c.ranges[lo][0] <= r
}

// itemKind is the kind of one element of a branch.
type itemKind uint8

const (
	one       itemKind = iota // a character of the set
	oneOrMore                 // as many as possible
	words                     // the first of several literal texts that fits
	behind                    // looks back at characters of several sets
	ahead                     // looks at the next character
	notAhead
)

type item struct {
	kind  itemKind
	set   *charSet
	words []string
	back  []*charSet
}

// branch is one alternative of a pattern.
type branch struct {
	items     []item
	atStart   bool // begins with ^
	atEnd     bool // ends with $
	first     *charSet
	unbounded bool
	length    int // greatest length in characters, unless unbounded
}

// affixPattern is a regular expression of the kind that the tokenizer's tables
// hold: alternatives made of characters, sets, one level of groups of literal
// texts, and looks at neighbouring characters. As in Python the first
// alternative that fits wins.
type affixPattern struct {
	branches []branch
	near     [nearRunes][]uint16 // branches that may begin with the character
	far      []uint16            // branches that may begin with a character beyond
	longest  int                 // length in characters of the longest bounded branch
}

// nearRunes is where Latin script and general punctuation end.
const nearRunes = 0x2100

// parsePattern reads a pattern; what it does not know is an error.
func parsePattern(s string) (*affixPattern, error) {
	p := &patternParser{rest: strings.TrimPrefix(s, "(?u)")}
	out := &affixPattern{}
	for {
		b, err := p.branch()
		if err != nil {
			return nil, fmt.Errorf("%w, before %.20q", err, p.rest)
		}
		out.branches = append(out.branches, b)
		if p.rest == "" {
			break
		}
		p.rest = p.rest[1:] // the bar
	}
	for i := range out.branches {
		b := &out.branches[i]
		if err := b.measure(); err != nil {
			return nil, fmt.Errorf("alternative %d: %w", i+1, err)
		}
		if !b.unbounded {
			out.longest = max(out.longest, b.length)
		}
		for _, r := range b.first.ranges {
			for c := r[0]; c <= min(r[1], nearRunes-1); c++ {
				out.near[c] = append(out.near[c], uint16(i))
			}
		}
		if n := len(b.first.ranges); b.first.ranges[n-1][1] >= nearRunes {
			out.far = append(out.far, uint16(i))
		}
	}
	return out, nil
}

// measure finds what a match can begin with and how long it can be.
func (b *branch) measure() error {
	for _, it := range b.items {
		var set *charSet
		switch it.kind {
		case one:
			set = it.set
			b.length++
		case oneOrMore:
			set, b.unbounded = it.set, true
		case words:
			set = &charSet{}
			n := 0
			for _, w := range it.words {
				r, _ := utf8.DecodeRuneInString(w)
				set.add(r, r)
				n = max(n, utf8.RuneCountInString(w))
			}
			set.sort()
			b.length += n
		default:
			continue
		}
		if b.first == nil {
			b.first = set
		}
	}
	if b.first == nil || len(b.first.ranges) == 0 {
		return fmt.Errorf("matches the empty text")
	}
	return nil
}

// at matches the pattern at s[i:] and returns the end of the match.
func (p *affixPattern) at(s string, i int) (end int, ok bool) {
	r, _ := utf8.DecodeRuneInString(s[i:])
	list := p.far
	if r < nearRunes {
		list = p.near[r]
	}
	for _, n := range list {
		b := &p.branches[n]
		if r >= nearRunes && !b.first.has(r) || b.atStart && i > 0 {
			continue
		}
		if end, ok := b.match(s, i, b.items); ok {
			return end, true
		}
	}
	return 0, false
}

// match matches items at s[i:].
func (b *branch) match(s string, i int, items []item) (end int, ok bool) {
	for n := range items {
		it := &items[n]
		switch it.kind {
		case one:
			r, size := utf8.DecodeRuneInString(s[i:])
			if size == 0 || !it.set.has(r) {
				return 0, false
			}
			i += size
		case oneOrMore:
			from := i
			for i < len(s) {
				r, size := utf8.DecodeRuneInString(s[i:])
				if !it.set.has(r) {
					break
				}
				i += size
			}
			for ; i > from; i-- {
				if utf8.RuneStart(byteAt(s, i)) {
					if end, ok := b.match(s, i, items[n+1:]); ok {
						return end, true
					}
				}
			}
			return 0, false
		case words:
			for _, w := range it.words {
				if strings.HasPrefix(s[i:], w) {
					if end, ok := b.match(s, i+len(w), items[n+1:]); ok {
						return end, true
					}
				}
			}
			return 0, false
		case behind:
			j := i
			for _, set := range slices.Backward(it.back) {
				r, size := utf8.DecodeLastRuneInString(s[:j])
				if size == 0 || !set.has(r) {
					return 0, false
				}
				j -= size
			}
		case ahead, notAhead:
			r, size := utf8.DecodeRuneInString(s[i:])
			if (size > 0 && it.set.has(r)) != (it.kind == ahead) {
				return 0, false
			}
		}
	}
	if b.atEnd && i != len(s) && !(i == len(s)-1 && s[i] == '\n') {
		return 0, false
	}
	return i, true
}

// byteAt returns s[i], or a byte that begins a character behind the end.
func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// last returns where the first match begins of a pattern whose branches all
// end with $; -1 for none. It looks only as far back as a match can reach.
func (p *affixPattern) last(s string) int {
	from := len(s)
	for range p.longest + 1 {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	for i := range p.branches {
		if b := &p.branches[i]; b.unbounded {
			j := len(s)
			for j > 0 {
				r, size := utf8.DecodeLastRuneInString(s[:j])
				if !b.first.has(r) && !b.mayHave(r) {
					break
				}
				j -= size
			}
			from = min(from, j)
		}
	}
	for i, r := range s[from:] {
		if r < nearRunes && len(p.near[r]) == 0 {
			continue
		}
		if end, ok := p.at(s, from+i); ok && end > from+i {
			return from + i
		}
	}
	return -1
}

// mayHave reports whether r is in any set of the branch.
func (b *branch) mayHave(r rune) bool {
	for _, it := range b.items {
		if it.set != nil && it.set.has(r) {
			return true
		}
	}
	return false
}

// all appends the matches in s, each behind the last, as [start, end].
func (p *affixPattern) all(out [][2]int, s string) [][2]int {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r >= nearRunes || len(p.near[r]) > 0 {
			if end, ok := p.at(s, i); ok && end > i {
				out = append(out, [2]int{i, end})
				i = end
				continue
			}
		}
		i += size
	}
	return out
}

// patternParser reads the text of a pattern.
type patternParser struct{ rest string }

func (p *patternParser) take(prefix string) bool {
	rest, ok := strings.CutPrefix(p.rest, prefix)
	if ok {
		p.rest = rest
	}
	return ok
}

// branch reads up to the next bar outside of brackets.
func (p *patternParser) branch() (branch, error) {
	b := branch{atStart: p.take("^")}
	for p.rest != "" && p.rest[0] != '|' {
		var it item
		var err error
		switch {
		case p.take("$"):
			b.atEnd = true
			continue
		case p.take("(?<="):
			it.kind = behind
			for !p.take(")") {
				set, err := p.character()
				if err != nil {
					return b, err
				}
				it.back = append(it.back, set)
			}
		case p.take("(?="):
			it.kind = ahead
			it.set, err = p.looked()
		case p.take("(?!"):
			it.kind = notAhead
			it.set, err = p.looked()
		case p.take("(?:"):
			it.kind = words
			it.words, err = p.group()
		default:
			it.set, err = p.character()
			if err == nil && p.take("+") {
				it.kind = oneOrMore
			}
		}
		if err != nil {
			return b, err
		}
		b.items = append(b.items, it)
	}
	return b, nil
}

func (p *patternParser) looked() (*charSet, error) {
	set, err := p.character()
	if err == nil && !p.take(")") {
		err = fmt.Errorf("looking at more than one character is not known")
	}
	return set, err
}

// group reads literal texts up to the closing parenthesis.
func (p *patternParser) group() ([]string, error) {
	var out []string
	word := ""
	for {
		switch {
		case p.take(")"):
			return append(out, word), nil
		case p.take("|"):
			out, word = append(out, word), ""
		default:
			r, err := p.rune()
			if err != nil {
				return nil, err
			}
			word += string(r)
		}
	}
}

// character reads one character or a set in brackets.
func (p *patternParser) character() (*charSet, error) {
	set := &charSet{}
	if !p.take("[") {
		if strings.IndexAny(p.rest, "()?*.{") == 0 {
			return nil, fmt.Errorf("an operator that is not known")
		}
		r, err := p.rune()
		set.add(r, r)
		return set.sort(), err
	}
	if err := p.ranges(set); err != nil {
		return nil, err
	}
	if !p.take("]") {
		return nil, fmt.Errorf("a set without end")
	}
	return set.sort(), nil
}

// ranges reads the inside of a set in brackets.
func (p *patternParser) ranges(set *charSet) error {
	if strings.HasPrefix(p.rest, "^") {
		return fmt.Errorf("a negated set is not known")
	}
	for p.rest != "" && p.rest[0] != ']' {
		from, err := p.rune()
		if err != nil {
			return err
		}
		to := from
		if len(p.rest) > 1 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			if to, err = p.rune(); err != nil {
				return err
			}
		}
		set.add(from, to)
	}
	return nil
}

// rune reads one character, which may be escaped.
func (p *patternParser) rune() (rune, error) {
	r, size := utf8.DecodeRuneInString(p.rest)
	if size == 0 {
		return 0, fmt.Errorf("an unexpected end")
	}
	p.rest = p.rest[size:]
	if r != '\\' {
		return r, nil
	}
	if p.rest == "" {
		return 0, fmt.Errorf("an unexpected end")
	}
	c := p.rest[0]
	p.rest = p.rest[1:]
	digits := map[byte]int{'u': 4, 'U': 8, 'x': 2}[c]
	if digits == 0 {
		if c >= utf8.RuneSelf || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			return 0, fmt.Errorf("the escape \\%c is not known", c)
		}
		return rune(c), nil
	}
	if len(p.rest) < digits {
		return 0, fmt.Errorf("an unexpected end")
	}
	n, err := strconv.ParseUint(p.rest[:digits], 16, 32)
	p.rest = p.rest[digits:]
	return rune(n), err
}
