package article

import (
	"regexp"
	"strings"
	"unicode"
)

// furnitureRule recognises lines that are not the article's own words by
// their wording. Why is what the block says of itself.
type furnitureRule struct {
	why string
	re  *regexp.Regexp
}

// opener is what may stand before the wording: brackets, bullets, dashes.
const opener = `(?i)^[\[(•*>»\-–—\s]*`

var furnitureRules = []furnitureRule{
	{"link to another story", regexp.MustCompile(opener + `(?:(?:also|please)\s+(?:read|see|watch)\b[^:]{0,30}:` +
		`|(?:read|see|watch|listen|view)\s+(?:also|more|next|this|too|here)\b` +
		`|(?:read|see|watch|listen|related|earlier|previously|recommended|trending|sponsored|promoted|suggested|icymi|catch\s+up|must\s+reads?|further\s+reading|keep\s+reading|next\s+up|up\s+next|background\s+reading|gallery|slideshow)\s*[:|–—]` +
		`|in\s+case\s+you\s+missed|what\s+to\s+read\s+next|for\s+more\s+(?:on|about|stories|news)\b|trending\s+now$|most\s+recent$|latest\s+(?:news|stories|headlines)$` +
		`|related\s+(?:stor(?:y|ies)|articles?|content|topics?|resources?|links?|news|coverage|reading)\b` +
		`|more\s+(?:from|on|in|about)\b[^.:]{0,50}(?::|$)` +
		`|more\s+(?:stories|headlines|obituaries)\b` +
		`|(?:most|top|editor'?s?|editors’?|our)\s+(?:read|viewed|popular|shared|watched|stories|picks?|headlines)\b` +
		`|you\s+(?:may|might)\s+(?:also\s+)?(?:be\s+interested|like|have\s+missed)` +
		`|(?:previous|next)\s+(?:gallery|article|story|post)\b` +
		`|in\s+(?:pictures|photos|video|other\s+news)\s*:` +
		`|don['’]?t\s+miss\b|continue\s+reading|click\s+here|recommended\s+(?:for\s+you|reading))`)},
	{"call to subscribe or follow", regexp.MustCompile(opener + `(?:sign\s+up\b|subscribe\b|follow\s+us\b|(?:view|show|leave|post|read|join)\s+(?:a\s+|all\s+|the\s+)?(?:comments?|conversation|discussion)\b|log\s?in\s+to\b|have\s+your\s+say|got\s+a\s+(?:tip|story)|send\s+us\s+your|contact\s+us\b|enable\s+notifications|listen\s+to\s+this\s+(?:article|story)|gift\s+this\s+article|save\s+for\s+later|join\s+(?:us|our)\s|like\s+us\b|download\s+(?:our|the)\s+app` +
		`|get\s+(?:this|our|the)\s+\w+(?:\s\w+)?\s+(?:by|in\s+your)\s+(?:e-?mail|inbox)|was\s+this\s+(?:forwarded|article|page)|support\s+our\s+journalism|donate\s+(?:now|here|today))`)},
	{"advertisement", regexp.MustCompile(opener + `(?:advertisement\b|advertorial\b|sponsored\s+content|story\s+continues|article\s+continues)`)},
	{"credit", regexp.MustCompile(opener + `(?:sources?\s*:|\(?compiled\s+(?:by|from)\b|(?:additional\s+)?(?:reporting|writing|editing)\s+by\b|with\s+(?:inputs?|contributions)\s+(?:from|by)\b` +
		`|edited\s+by\b|translated\s+by\b|with\s+(?:files|assistance|reporting)\s+(?:from|by)\b|our\s+standards\s*:|©|copyright\b|all\s+rights\s+reserved|this\s+(?:article|story)\s+(?:was|first|originally)\s)`)},
	{"caption", regexp.MustCompile(opener + `(?:(?:file\s+)?(?:photo|photograph|photos|image|picture|pic|video|graphic|map|chart|illustration|infographic|audio|podcast)s?` +
		`(?:\s+(?:caption|copyright|source|credit|by|courtesy))?\s*(?::|\b(?:caption|copyright|source|credit|courtesy)\b)|media\s+caption|caption\s*:|credit\s*:|handout\s+via\b|(?:afp\s+via\s+)?getty\s+images$|(?:reuters|afp|ap|epa|ap photo)$|\(?ap\s+photo/|in\s+this\s+(?:photo|image|picture)\b)`)},
	{"end mark", regexp.MustCompile(opener + `(?:more\s+(?:details\s+)?to\s+(?:follow|come)|ends?\s*$|\(?ends\)|-30-|#{2,}\s*$|\*{3,}\s*$|_{3,}\s*$|-{3,}\s*$|developing\s+story|this\s+is\s+a\s+(?:developing|breaking))`)},
	{"correction", regexp.MustCompile(opener + `(?:\d+/\d+\s+)?(?:corrections?|clarifications?|editor['’]?s\s+note)\s*:`)},
	{"navigation", regexp.MustCompile(opener + `(?:home\s*[>»|/]|from\s+the\s+section\b|categor(?:y|ies)\s*:|tags?\s*:|topics?\s*:|filed\s+under\b|posted\s+in\b[^.]{0,40}$|loading(?:\.\.\.|…)?$|text\s+size\b|\d+\s+(?:minutes?|hours?|days?)\s+ago$|skip\s+to\b|back\s+to\b.{0,20}$|jump\s+to\b|(?:earlier|previous)\s+(?:releases|posts|editions|issues)\b|archive\s*:|we\s+use\s+cookies|accept\s+(?:all|cookies)|privacy\s+policy|terms\s+of\s)`)},
	{"navigation", regexp.MustCompile(`(?i)^[^.]{0,40},\s+(?:see\s+)?page\s+[A-Z]?\d+\.?$`)},
	{"note to editors", regexp.MustCompile(opener + `(?:notes?\s+to\s+editors|for\s+(?:further|more)\s+information|media\s+(?:contact|enquiries|inquiries)|press\s+contact|contact\s*:)`)},
}

// listHeader recognises a furniture line that announces a list: the short
// lines after it belong to it.
var listHeader = regexp.MustCompile(`(?i)^[\[(•*>»\-–—\s]*(?:related\s+(?:stor(?:y|ies)|articles?|content|topics?|links?|news|coverage|reading)|more\s+on\s+this(?:\s+story)?|more\s+(?:stories|news|headlines)` +
	`|see\s+also|also\s+read|read\s+(?:also|more|next)|most\s+(?:read|viewed|popular|shared|watched)|top\s+stories|editor['’]?s['’]?\s+picks?|trending(?:\s+now)?|recommended(?:\s+for\s+you)?` +
	`|you\s+(?:may|might)\s+(?:also\s+)?(?:be\s+interested(?:\s+in)?|like)|(?:earlier|previous)\s+(?:releases|posts|stories|editions)|elsewhere(?:\s+on\s+\S+)?|don['’]?t\s+miss)\s*:?\s*$`)

// inlineLink finds a link to another story that stands behind the last
// sentence of a paragraph, or in brackets inside one.
var (
	inlineLink    = regexp.MustCompile(`(?:^|[.!?…"”’)\]])\s+((?:READ|SEE|WATCH|ALSO|RELATED|MORE)(?:\s+(?:ALSO|NEXT|MORE|READ|SEE|WATCH|STORY|STORIES|FROM [A-Z ]+|ON THIS))?\s*:\s+\S.*$|(?:[Rr]ead|[Ss]ee|[Ww]atch)\s+(?:also|next|more)\s*:\s+\S.*$|(?:[Aa]lso\s+(?:read|see|watch)|Related(?:\s+(?:story|article))?)\s*:\s+\S.*$)`)
	bracketedLink = regexp.MustCompile(`(?i)[\[(]\s*(?:see\s+also|also\s+(?:read|see|on|in)|read\s+(?:also|more|next)|related|watch|listen)\b[^\])]*[\])]`)
	agencyEnd     = regexp.MustCompile(`\((?:AFP|AP|Reuters|REUTERS|EPA|Getty(?: Images)?|Xinhua|TASS|handout|file)(?:[ /][\w .]+)?\)$`)
	agencyCredit  = regexp.MustCompile(`[.!?…"”]\s+(?:(?:Photograph|Photo|Image|Picture|Credit|Pic)s?(?:\s+by)?\s*[:/]\s*.{2,60}|\(?(?:AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?:\s+Images)?|Xinhua|TASS|ANI|PTI|UPI|DPA|Anadolu)(?:\s*/\s*[\w .]+)?\)?)\s*$`)
)

// alsoOn recognises "Also on this page: …", which a sentence may begin with as
// well; furniture asks that no sentence follows.
var alsoOn = regexp.MustCompile(opener + `(?:also|elsewhere)\s+(?:on|in|from)\s[^:.]{2,30}:\s`)

// furniture says by which rule the line is not the article's own words, or ""
// when none holds.
func furniture(s string) string {
	for _, r := range furnitureRules {
		if r.re.MatchString(s) {
			return r.why
		}
	}
	if alsoOn.MatchString(s) && !endsSentence(s) {
		return "link to another story"
	}
	if isShareBar(s) {
		return "share bar"
	}
	if isNavigation(s) {
		return "navigation"
	}
	if len(s) < 120 && agencyEnd.MatchString(s) && !strings.Contains(s, ". ") && !strings.Contains(s, " - ") {
		return "caption"
	}
	if len(s) < 200 && agencyCredit.MatchString(s) && strings.Count(s, ". ") <= 1 {
		return "caption"
	}
	if len(s) < 200 && strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") && strings.Count(s, "[") == 1 {
		return "bracketed line"
	}
	return ""
}

// shareWords are the words that share bars are made of. Those that are true
// show by themselves that a line is one.
var shareWords = map[string]bool{
	"facebook": true, "twitter": true, "whatsapp": true, "email": true, "e-mail": true, "tweet": true, "linkedin": true, "telegram": true, "messenger": true, "print": true,
	"share": true, "pinterest": true, "reddit": true, "viber": true, "instagram": true, "google+": true, "threads": true, "bluesky": true, "mastodon": true, "save": true,
	"comments": true, "comment": true, "printable": true, "bookmark": true, "flipboard": true, "copy": true, "send": true, "wechat": true, "weibo": true, "line": true, "sms": true,
	"x": false, "on": false, "this": false, "with": false, "via": false, "to": false, "a": false, "friend": false, "page": false, "article": false, "story": false, "link": false,
	"version": false, "by": false, "in": false, "it": false, "more": false, "and": false, "live": false, "min": false, "read": false, "listen": false, "pdf": false, "the": false, "us": false, "follow": false, "now": false,
}

// isShareBar reports whether the line is made only of the words of share bars
// and names at least one thing to do or place to share to.
func isShareBar(s string) bool {
	if len(s) > 140 {
		return false
	}
	strong := false
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("|/,·•()[]:;.", r)
	}) {
		if strings.Trim(w, "0123456789k-–—") == "" {
			continue
		}
		v, ok := shareWords[w]
		if !ok {
			return false
		}
		strong = strong || v
	}
	return strong
}

// isNavigation reports whether the line is a row of short links: "News |
// Sport | Weather", "World > Europe".
func isNavigation(s string) bool {
	for _, sep := range []string{" | ", " > ", " » ", " · "} {
		parts := strings.Split(s, sep)
		if len(parts) < 3 && (len(parts) < 2 || sep == " | " || sep == " · ") {
			continue
		}
		short := true
		for _, p := range parts {
			short = short && words(p) <= 3 && !strings.ContainsAny(p, "0123456789")
		}
		if short {
			return true
		}
	}
	return false
}

// looksLikeHeadline reports whether the line can be an entry of a list of
// other stories: short, one sentence at most, and not ended by a full stop.
func looksLikeHeadline(s string) bool {
	return words(s) <= 16 && len(s) <= 130 && !strings.HasSuffix(strings.TrimRight(s, `"'”’)`), ".") && !strings.Contains(s, ". ")
}
