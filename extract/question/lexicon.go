package question

import (
	"strings"

	"entente/schema"
)

// acts knows which verbs and phrases mean the same kind of act: "telephone"
// and "meet with" are both of the class meet.
type acts struct {
	classes map[string][]string // of an entry: "call_off", "hold+talk"
	entries map[string][]string // of a class, verbs only
}

// readActs reads the lexicon of acts that the event coder uses: lines of
// class, part of speech and entries, separated by tabs. Classes in capitals
// are operators on acts, not acts.
func readActs(text string) *acts {
	a := &acts{classes: map[string][]string{}, entries: map[string][]string{}}
	for line := range strings.Lines(text) {
		col := strings.Split(strings.TrimSpace(line), "\t")
		if len(col) != 3 || strings.HasPrefix(line, "#") || col[0] == strings.ToUpper(col[0]) {
			continue
		}
		for _, e := range strings.Fields(col[2]) {
			if col[1] == "v" {
				a.classes[e] = append(a.classes[e], col[0])
				a.entries[col[0]] = append(a.entries[col[0]], e)
			} else if col[1] == "n" {
				a.classes["n:"+e] = append(a.classes["n:"+e], col[0])
			}
		}
	}
	return a
}

// classCodes are the PLOVER codes that the classes of acts usually have.
var classCodes = map[string][]schema.Code{
	"meet": {schema.Consult}, "mediate": {schema.Consult, schema.Support}, "praise": {schema.Support}, "thank": {schema.Support}, "apology": {schema.Support, schema.Yield},
	"condole": {schema.Support}, "endorse": {schema.Support}, "recognize": {schema.Support, schema.Yield}, "deal": {schema.Agree, schema.Cooperate},
	"cooperate": {schema.Cooperate}, "trade": {schema.Cooperate}, "aid": {schema.Aid}, "asylum": {schema.Aid}, "peacekeep": {schema.Aid},
	"release": {schema.Yield}, "ease": {schema.Yield}, "yield": {schema.Yield}, "surrender": {schema.Yield}, "resign": {schema.Yield}, "withdraw": {schema.Yield},
	"truce": {schema.Agree, schema.Yield}, "permit": {schema.Yield}, "reform": {schema.Yield}, "demand": {schema.Request}, "reject": {schema.Reject},
	"accuse": {schema.Accuse}, "sue": {schema.Accuse}, "investigate": {schema.Accuse}, "threaten": {schema.Threaten}, "retaliate": {schema.Sanction},
	"protest": {schema.Protest, schema.Accuse}, "cutoff": {schema.Sanction, schema.Reject}, "sanction": {schema.Sanction}, "mobilize": {schema.Mobilize},
	"arrest": {schema.Coerce}, "ban": {schema.Coerce, schema.Sanction}, "deport": {schema.Sanction, schema.Coerce}, "seize": {schema.Coerce},
	"attack": {schema.Assault}, "kill": {schema.Assault}, "torture": {schema.Assault}, "abduct": {schema.Coerce, schema.Assault}, "hack": {schema.Assault, schema.Crime},
}

// speech are acts of asking, refusing and promising; in the lexicon they are
// operators, but a question may ask for them as well.
var speech = map[string]struct {
	verbs []string
	codes []schema.Code
}{
	"ask":     {strings.Fields("ask request demand urge call_for call_on appeal_to appeal_for plead_with beg implore press pressure push order instruct invite exhort encourage want expect seek propose suggest tell summon petition lobby"), []schema.Code{schema.Request}},
	"refuse":  {strings.Fields("refuse decline reject rebuff dismiss deny resist oppose rule_out turn_down veto block ignore defy boycott snub disagree"), []schema.Code{schema.Reject}},
	"promise": {strings.Fields("promise pledge vow undertake commit offer agree plan intend assure guarantee"), []schema.Code{schema.Agree, schema.Aid, schema.Cooperate}},
	"warn":    {strings.Fields("threaten warn caution"), []schema.Code{schema.Threaten}},
	"accept":  {strings.Fields("accept approve consent agree_to back support endorse join ratify"), []schema.Code{schema.Agree, schema.Support, schema.Yield}},
}
