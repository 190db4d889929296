package nlp

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// WriteCoNLLU writes the analysis in CoNLL-U: one line a token, a blank line
// after each sentence. White-space tokens are rows of their own with tag _SP
// and an escaped form (\n, \t, \s), so that the rows are the tokens one for
// one. DEPREL holds the parser's own labels. MISC holds start_char and
// end_char, counted in code points from the start of the text,
// SpaceAfter=No where the next token follows at once, and NER=B-PERSON or
// NER=I-PERSON on the tokens of named entities.
func WriteCoNLLU(w io.Writer, d *Doc) error {
	b := bufio.NewWriter(w)
	char, at := 0, 0
	for si, s := range d.Sents {
		fmt.Fprintf(b, "# sent_id = %d\n# text = %s\n", si+1, escape(strings.TrimSpace(d.Slice(s.Start, s.End)), false))
		for i := s.Start; i < s.End; i++ {
			t := &d.Tokens[i]
			char += utf8.RuneCountInString(d.Text[at:t.Start])
			end := char + utf8.RuneCountInString(t.Text)
			head := t.Head - s.Start + 1
			if t.Head == i {
				head = 0
			}
			misc := fmt.Sprintf("start_char=%d|end_char=%d", char, end)
			if t.EntIOB == 'B' || t.EntIOB == 'I' {
				misc += "|NER=" + string(t.EntIOB) + "-" + t.EntType
			}
			if !t.Space {
				misc += "|SpaceAfter=No"
			}
			fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", i-s.Start+1, escape(t.Text, true), escape(t.Lemma, true),
				blank(t.POS), blank(t.Tag), blank(t.Morph), head, blank(t.Dep), misc)
			char, at = end, t.End
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

var escaper = strings.NewReplacer("\\", `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\v", `\v`, "\f", `\f`,
	"\u0085", `\u0085`, "\u2028", `\u2028`, "\u2029", `\u2029`)
var unescaper = strings.NewReplacer(`\\`, "\\", `\n`, "\n", `\r`, "\r", `\t`, "\t", `\v`, "\v", `\f`, "\f", `\s`, " ",
	`\u0085`, "\u0085", `\u2028`, "\u2028", `\u2029`, "\u2029")

// escape keeps a form on its line and in its column. Spaces are escaped only
// in forms of white space alone, where the column would look empty.
func escape(s string, field bool) string {
	if field && strings.Trim(s, " ") == "" {
		return strings.Repeat(`\s`, len(s))
	}
	return escaper.Replace(s)
}

func blank(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// ReadCoNLLU reads one text in the form that WriteCoNLLU writes. Rows without
// start_char follow each other, joined by a space unless SpaceAfter=No, so
// that an analysis can also be written by hand. Heads are checked to lie in
// their sentence. Errors name the line.
func ReadCoNLLU(r io.Reader) (*Doc, error) {
	d := &Doc{}
	var text strings.Builder
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 1<<20), 1<<26)
	first, line, chars := 0, 0, 0
	closeSentence := func() error {
		for i := first; i < len(d.Tokens); i++ {
			t := &d.Tokens[i]
			if t.Head == 0 {
				t.Head = i
			} else if t.Head += first - 1; t.Head < first || t.Head >= len(d.Tokens) {
				return fmt.Errorf("line %d: head of %q lies outside its sentence", line, t.Text)
			}
		}
		first = len(d.Tokens)
		return nil
	}
	for scan.Scan() {
		line++
		row := scan.Text()
		if strings.TrimSpace(row) == "" {
			if err := closeSentence(); err != nil {
				return nil, err
			}
			continue
		}
		if row[0] == '#' {
			continue
		}
		col := strings.Split(row, "\t")
		if len(col) != 10 {
			return nil, fmt.Errorf("line %d: %d columns where CoNLL-U has 10, separated by tabs", line, len(col))
		}
		head, err := strconv.Atoi(col[6])
		if err != nil || head < 0 {
			return nil, fmt.Errorf("line %d: HEAD is %q, want the number of a row or 0", line, col[6])
		}
		t := Token{Text: unescaper.Replace(col[1]), Lemma: unescaper.Replace(col[2]), POS: unblank(col[3]), Tag: unblank(col[4]),
			Morph: unblank(col[5]), Head: head, Dep: unblank(col[7]), SentStart: len(d.Tokens) == first, EntIOB: 'O', Space: true}
		for _, m := range strings.Split(col[9], "|") {
			k, v, _ := strings.Cut(m, "=")
			switch k {
			case "SpaceAfter":
				t.Space = v != "No"
			case "NER":
				if len(v) > 2 && (v[0] == 'B' || v[0] == 'I') && v[1] == '-' {
					t.EntIOB, t.EntType = v[0], v[2:]
				}
			case "start_char":
				at, err := strconv.Atoi(v)
				if err != nil || at < chars || at > chars+1<<20 {
					return nil, fmt.Errorf("line %d: start_char=%s, want a number from %d on", line, v, chars)
				}
				text.WriteString(strings.Repeat(" ", at-chars))
				chars = at
			}
		}
		t.Start = text.Len()
		text.WriteString(t.Text)
		t.End = text.Len()
		chars += utf8.RuneCountInString(t.Text)
		if t.Space {
			text.WriteByte(' ')
			chars++
		}
		d.Tokens = append(d.Tokens, t)
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("reading CoNLL-U after line %d: %w", line, err)
	}
	if err := closeSentence(); err != nil {
		return nil, err
	}
	d.Text = text.String()
	d.finish()
	return d, nil
}

func unblank(s string) string {
	if s == "_" {
		return ""
	}
	return s
}
