package question

import (
	"regexp"
	"strings"

	"entente/schema"
)

var (
	connected = regexp.MustCompile(`(?i)^how (?:is|are|was|were) (.+?) (?:connected|linked|related|tied)(?: (?:to|with) (.+?))?\?$`)
	connects  = regexp.MustCompile(`(?i)^(?:who|what|which (\w+)) (?:connects|links|ties|joins) (.+?) (?:with|to|and) (.+?)(?:,.*)?\?$`)
	officeOf  = regexp.MustCompile(`(?i)^who (is|was|are|were) (?:the )?((?:[\w-]+ ){0,5}?[\w-]+) (?:of|to|at) (?:the )?(.+?)(?: (?:on|in|at|since|during|as of) (.+?))?\?$`)
	officeIn  = regexp.MustCompile(`(?i)^who (is|was) (.+?)['’]s? ((?:[\w-]+ ){0,4}[\w-]+?)(?: (?:on|in) (.+?))?\?$`)
	whoIs     = regexp.MustCompile(`(?i)^(?:who|what) (?:is|was) (.+?)\?$`)
	roleOf    = regexp.MustCompile(`(?i)^what (?:office|position|post|job|role|title) (?:does|did) (.+?) (?:hold|have|occupy)\b.*\?$`)
	between   = regexp.MustCompile(`(?i)^what (?:happened|has happened|took place|went on|is there|do you know|is known)(?: (?:between|about|of|with|to|in) (.+?)(?: and (.+?))?)?\?$`)
	limits    = regexp.MustCompile(`(?i) (?:in|on|since|after|before|until|during|between) (?:[a-z]* ?\d.*|last .*|this .*|the past .*|january.*|february.*|march.*|april.*|may|june.*|july.*|august.*|september.*|october.*|november.*|december.*)$`)
)

// connection recognises questions of how two are connected.
func (p *parse) connection() bool {
	text := p.doc.Text
	if m := connected.FindStringSubmatch(text); m != nil {
		a, b := m[1], m[2]
		if b == "" {
			var ok bool
			if a, b, ok = strings.Cut(a, " and "); !ok {
				return false
			}
		}
		p.pattern.Asks = schema.AskConnection
		p.pattern.Parties = []string{bare(a), bare(b)}
		return true
	}
	if m := connects.FindStringSubmatch(text); m != nil {
		p.pattern.Asks = schema.AskConnection
		p.pattern.Parties = []string{bare(m[2]), bare(m[3])}
		p.pattern.Types = answerTypes[strings.ToLower(m[1])]
		if strings.Contains(strings.ToLower(text), " met ") {
			p.pattern.Codes = map[schema.Code]float64{schema.Consult: 1}
		}
		return true
	}
	return false
}

// officeNouns are the last words of names of offices.
var officeNouns = map[string]bool{"minister": true, "president": true, "secretary": true, "chancellor": true, "ambassador": true, "envoy": true, "leader": true, "chief": true,
	"king": true, "queen": true, "emir": true, "sultan": true, "premier": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "commissioner": true, "chairman": true, "chair": true,
	"chairwoman": true, "head": true, "director": true, "governor": true, "general": true, "secretary-general": true, "speaker": true, "representative": true, "adviser": true, "advisor": true,
	"commander": true, "mayor": true, "prince": true, "pope": true, "judge": true, "prosecutor": true, "founder": true, "vice-chair": true, "deputy": true, "state": true, "member": true, "capital": true}

// office recognises "Who is the foreign minister of Russia?", "Who is
// Germany's chancellor?", "Who is Sergei Lavrov?" and "What office does
// Lavrov hold?".
func (p *parse) office() bool {
	text := p.doc.Text
	q := &p.pattern
	if m := roleOf.FindStringSubmatch(text); m != nil {
		q.Asks, q.Subjects = schema.AskOffice, []string{bare(m[1])}
		return true
	}
	for _, re := range []*regexp.Regexp{officeOf, officeIn} {
		m := re.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		title, of := m[2], m[3]
		if re == officeIn {
			title, of = m[3], m[2]
		}
		last := title[strings.LastIndexByte(title, ' ')+1:]
		if strings.EqualFold(title, "secretary") && strings.HasPrefix(strings.ToLower(of), "state of ") {
			title, of = "secretary of state", of[len("state of "):]
		}
		if !officeNouns[strings.ToLower(last)] {
			continue
		}
		q.Asks, q.Office, q.Objects = schema.AskHolder, strings.ToLower(bare(title)), []string{bare(limits.ReplaceAllString(of, ""))}
		return true
	}
	if m := whoIs.FindStringSubmatch(text); m != nil && p.lemma(p.pred) == "be" {
		who := bare(limits.ReplaceAllString(m[1], ""))
		// "the Russian foreign minister": a people in front of an office
		f := strings.Fields(who)
		if last := strings.ToLower(f[len(f)-1]); officeNouns[last] && len(f) > 1 && f[0] != strings.ToLower(f[0]) {
			q.Asks, q.Office, q.Objects = schema.AskHolder, strings.ToLower(strings.Join(f[1:], " ")), []string{f[0]}
			return true
		}
		if who != strings.ToLower(who) && p.doc.Child(p.pred, "acomp", "prep", "xcomp") < 0 {
			q.Asks, q.Subjects = schema.AskOffice, []string{who}
			return true
		}
	}
	return false
}

// happened recognises "What happened between X and Y in 2022?".
func (p *parse) happened() bool {
	m := between.FindStringSubmatch(p.doc.Text)
	if m == nil {
		return false
	}
	p.pattern.Asks = schema.AskFacts
	for _, n := range m[1:] {
		if n = bare(limits.ReplaceAllString(n, "")); n != "" {
			p.pattern.Parties = append(p.pattern.Parties, n)
		}
	}
	return true
}

// bare takes articles and quotation marks off a name.
func bare(s string) string {
	s = strings.Trim(strings.TrimSpace(s), `"“”'`)
	for _, a := range []string{"the ", "The ", "a ", "an "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.TrimSpace(s)
}
