package event

import (
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

// Templates of the mode model.
const (
	mOwn uint32 = iota + 2000
	mGovernor
	mGovernorClass
	mClause
	mWord
	mNegation
	mPrior
	mTime
	mRule
	mAct
	mMood
	mCode
)

// Words that open what is not reported as having happened, by the mode that
// they give to their complement.
var modeOf = classOf(map[string][]string{
	"request": {"urge", "ask", "call", "demand", "press", "appeal", "order", "request", "beg", "plead", "implore", "tell",
		"instruct", "require", "insist", "invite", "lobby", "push", "exhort", "beseech", "command", "advise", "recommend",
		"propose", "suggest", "encourage", "entreat", "petition", "warn", "counsel", "plea", "demand", "pressure", "coax",
		"summon", "enjoin", "direct", "seek", "want", "wish"},
	"plan": {"plan", "agree", "promise", "vow", "pledge", "intend", "prepare", "schedule", "expect", "announce", "decide",
		"offer", "arrange", "undertake", "commit", "aim", "propose", "undertaking", "intention", "set", "due", "swear",
		"consent", "volunteer", "resolve", "ready", "willing", "going", "bound", "determined"},
	"doubt": {"threaten", "hope", "consider", "mull", "contemplate", "fear", "worry", "could", "may", "might", "would", "wish",
		"possible", "likely", "risk", "danger", "threat", "prospect", "chance", "possibility", "able", "prefer", "tempt",
		"discuss", "think", "weigh", "explore", "envisage", "warn", "speculate", "predict", "expect"},
	"deny": {"deny", "refuse", "decline", "reject", "rule", "fail", "dismiss", "refuse", "avoid", "refrain", "stop", "block",
		"prevent", "denial", "refusal", "forget", "abstain", "withhold", "dispute", "repudiate", "unable", "unwilling",
		"oppose", "resist", "veto", "cancel", "bar", "forbid", "prohibit", "ban", "failure", "without", "abandon", "shun"},
	"say": {"say", "tell", "claim", "allege", "report", "state", "note", "add", "believe", "think", "accuse", "charge", "argue",
		"maintain", "insist", "assert", "reveal", "announce", "declare", "confirm", "admit", "acknowledge", "suggest",
		"complain", "recall", "blame", "criticise", "criticize", "denounce", "condemn", "praise", "thank"},
})

func classOf(lists map[string][]string) map[string][]string {
	m := map[string][]string{}
	for _, class := range []string{"request", "plan", "doubt", "deny", "say"} {
		for _, w := range lists[class] {
			m[w] = append(m[w], class)
		}
	}
	return m
}

// modeFeatures fills v with what tells whether the event of clause k
// happened; code is its kind, "" when unknown. The governors above it are read
// up to three levels.
func modeFeatures(s *sentence, k *clause, code schema.Code, v *linear.Vector) {
	d, sent := s.block.Doc, s.span
	*v = (*v)[:0]
	later := s.later(k)
	v.Add(mTime, later, key(k.tense), 1)
	v.Add(mTime, later, key(k.modal), 2)
	for _, act := range k.acts {
		v.Add(mAct, key(act))
		v.Add(mAct, key(act), key(k.modal), key(k.tense))
	}
	v.Add(mOwn, key(k.modal), key(k.tense))
	v.Add(mOwn, key(k.modal))
	v.Add(mNegation, flag(k.negated))
	v.Add(mNegation, flag(k.negated), key(k.modal), key(k.tense))
	v.Add(mClause, key(k.mark))
	v.Add(mClause, key(k.mark), key(k.tense), key(k.modal))
	v.Add(mWord, key(k.lemma))
	v.Add(mWord, key(d.Tokens[k.pred].POS), flag(k.verb != k.pred))
	if k.verb != k.pred {
		v.Add(mWord, key(lower(d, k.verb)), 7)
		for _, c := range modeOf[lower(d, k.verb)] {
			v.Add(mGovernorClass, key(c), 98)
		}
	}
	for _, c := range d.Children(k.pred) {
		if dep := d.Tokens[c].Dep; dep == "advmod" || dep == "amod" || dep == "det" || dep == "neg" {
			v.Add(mWord, key(lower(d, int(c))), key(dep))
		}
	}
	if k.comp != "" {
		v.Add(mWord, key(k.comp), 8)
	}
	for _, c := range modeOf[k.lemma] {
		v.Add(mGovernorClass, key(c), 99)
	}
	g, dep := k.governor, k.govDep
	sawModal := k.modal
	for level := uint32(0); level < 3 && g >= 0; level++ {
		word := lower(d, g)
		v.Add(mGovernor, level, key(word), key(dep))
		v.Add(mGovernor, 9, key(word), key(dep), key(sawModal))
		for _, c := range modeOf[word] {
			v.Add(mGovernorClass, level, key(c), key(dep))
			v.Add(mGovernorClass, 9, key(c), key(dep))
			v.Add(mGovernorClass, 8, key(c), key(dep), key(k.modal), key(k.tense))
		}
		up := readClause(d, sent, g)
		v.Add(mClause, level, key(up.modal), flag(up.negated), 5)
		v.Add(mClause, level, key(up.modal), flag(up.negated), key(dep))
		v.Add(mClause, level, key(up.mark), 6)
		if up.modal != "" {
			sawModal = up.modal
		}
		g, dep = up.governor, up.govDep
	}
	// conditional clauses anywhere under the same verb
	for _, c := range d.Children(k.verb) {
		if d.Tokens[c].Dep == "advcl" {
			if m := d.Child(int(c), "mark"); m >= 0 {
				v.Add(mClause, key(lower(d, m)), 77, key(k.modal))
			}
		}
	}
	v.Add(mTime, flag(k.quoted), key(k.modal), key(k.tense))
	v.Add(mRule, key(string(ruleMode(d, k))))
	m := s.moodOf(k)
	v.Add(mMood, key(string(m.mode)))
	v.Add(mMood, key(string(m.mode)), key(m.by))
	v.Add(mMood, key(string(m.mode)), key(m.by), key(d.Tokens[k.pred].POS), key(k.tense))
	// A verb of asking or denying stands for its own act or for what is asked
	// or denied; the kind of act says which.
	c := key(string(code))
	v.Add(mCode, c)
	v.Add(mCode, c, key(string(m.mode)))
	v.Add(mCode, c, key(k.lemma))
	for _, class := range modeOf[k.lemma] {
		v.Add(mCode, c, key(class), 1)
	}
	if k.governor >= 0 {
		for _, class := range modeOf[k.govLemma] {
			v.Add(mCode, c, key(class), 2)
		}
	}
}

// ruleMode is the mode by the plainest reading of the clause.
func ruleMode(d *nlp.Doc, k *clause) schema.Mode {
	if k.negated {
		return schema.Denied
	}
	if k.mark == "if" || k.mark == "unless" {
		return schema.Hypothetical
	}
	switch k.modal {
	case "will", "shall":
		return schema.Planned
	case "would", "could", "may", "might", "can":
		return schema.Hypothetical
	case "should", "must":
		return schema.Requested
	}
	if k.governor >= 0 && (k.govDep == "xcomp" || k.govDep == "ccomp" || k.govDep == "acl") && (k.modal == "to" || k.tense == "base") {
		for _, c := range modeOf[k.govLemma] {
			switch c {
			case "request":
				return schema.Requested
			case "plan":
				return schema.Planned
			case "doubt":
				return schema.Hypothetical
			case "deny":
				return schema.Denied
			}
		}
	}
	return schema.Actual
}

// later reports whether the sentence names a day after the article's own: 2
// when the expression hangs on the predicate, 1 when it only stands in the
// sentence.
func (s *sentence) later(k *clause) uint32 {
	published := s.art.Source.Date.End
	if published == "" {
		return 0
	}
	best := uint32(0)
	for i := range s.block.Times {
		t := &s.block.Times[i]
		if t.Start < s.span.Start || t.End > s.span.End || t.Interval.Start <= published {
			continue
		}
		best = max(best, 1)
		h := headOf(s.block.Doc.Tokens, t)
		if r := roleOf(s.block.Doc, k.verb, h); r == "adv" || len(r) > 3 && r[:3] == "pp:" {
			best = 2
		}
	}
	return best
}
