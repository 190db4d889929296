package nlp

import (
	"math/rand/v2"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/dlclark/regexp2"

	"entente/data/model"
)

// oracle is a pattern of the model's metadata under a general engine for
// regular expressions, which our own matchers have to equal.
func oracle(t testing.TB, pattern string) *regexp2.Regexp {
	t.Helper()
	long := regexp.MustCompile(`\\U[0-9A-Fa-f]{8}`)
	pattern = long.ReplaceAllStringFunc(strings.TrimPrefix(pattern, "(?u)"), func(e string) string {
		n, err := strconv.ParseUint(e[2:], 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(n))
	})
	re, err := regexp2.Compile(pattern, regexp2.None)
	if err != nil {
		t.Fatal(err)
	}
	return re
}

// find returns all matches of re in s as [start, end] in bytes.
func find(t testing.TB, re *regexp2.Regexp, s string) (out [][2]int) {
	t.Helper()
	runes := []rune(s)
	m, err := re.FindRunesMatch(runes)
	for ; m != nil; m, err = re.FindNextMatch(m) {
		out = append(out, [2]int{len(string(runes[:m.Index])), len(string(runes[:m.Index+m.Length]))})
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func testMeta(t testing.TB) *meta {
	t.Helper()
	f, err := model.Files.Open(model.Meta)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := readMeta(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// randomChunks makes texts of pieces that the patterns care about, without
// those of which the engines differ on \w.
func randomChunks(n int) []string {
	pieces := strings.Fields(`a b z A Z Q é ß Я я 京 ا 𐐨 😀 ° % ² ' " ” “ ` + "`" + ` 's 'S ’s . . .. ... … , : ; ! ? ¿ ( ) [ ] { } < >
		_ # * & 。 ？ § = — – - -- --- —— ~ + / \ ^ | @ $ £ US$ C$ 1 2 9 0 10 255 3.5 km km² kg g M K °C °F μ ft www . com org co.uk
		http:// https:// mailto: user@ :80 /path ?q=1 #f 192.168.1.1 8.8.8.8 172.16.0.1 127.0.0.1 223.255.255.254 Inc U.S. e.g € ₽ ⟦ 」 ʼ`)
	r := rand.New(rand.NewPCG(9, 9))
	out := make([]string, n)
	for i := range out {
		for range 1 + r.IntN(7) {
			out[i] += pieces[r.IntN(len(pieces))]
		}
	}
	return out
}

func TestAffixesEqualTheExpressions(t *testing.T) {
	m := testMeta(t)
	a, err := newAffixes(m.Tokenizer, newChars(m.Classes, m.Lower))
	if err != nil {
		t.Fatal(err)
	}
	prefix, suffix, infix := oracle(t, m.Tokenizer.Prefix), oracle(t, m.Tokenizer.Suffix), oracle(t, m.Tokenizer.Infix)
	url := oracle(t, m.Tokenizer.URL)
	first := func(matches [][2]int) int {
		if len(matches) == 0 {
			return 0
		}
		return matches[0][1] - matches[0][0]
	}
	n := 30000
	if testing.Short() {
		n = 2000
	}
	links := 0
	for _, s := range randomChunks(n) {
		if got, want := a.prefix(s), first(find(t, prefix, s)); got != want {
			t.Errorf("prefix of %q is %d bytes, want %d", s, got, want)
		}
		if got, want := a.suffix(s), first(find(t, suffix, s)); got != want {
			t.Errorf("suffix of %q is %d bytes, want %d", s, got, want)
		}
		if got, want := a.infixes(nil, s), find(t, infix, s); len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("infixes of %q are %v, want %v", s, got, want)
		}
		want := find(t, url, s) != nil
		if got := a.url(s); got != want {
			t.Errorf("%q is a link: %v, want %v", s, got, want)
		}
		if want {
			links++
		}
	}
	if links < n/200 {
		t.Errorf("only %d links among %d texts", links, n)
	}
}

func TestParsePatternErrors(t *testing.T) {
	for _, s := range []string{"(a", "[a", "a*", "a?", `\d`, `\u12`, "^$", "(?:a", "(?!ab)c", "[^a]", "(?<=a"} {
		if _, err := parsePattern(s); err == nil {
			t.Errorf("parsePattern(%q) gave no error", s)
		}
	}
}
