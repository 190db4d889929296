// Package coref finds the mentions in an article and says which entity each
// refers to. Resolve is the only entry; it works in four steps:
//
//	name.go      name spans, split at offices and countries, typed
//	cluster.go   names to entities: surnames, abbreviations, capitals
//	leader.go    persons whom the list of leaders knows
//	title.go     the offices that the text gives to persons: beside their
//	             names (title_beside.go), in the plural for several
//	             (title_shared.go), by a verb (title_said.go, lead.go,
//	             predicate.go), with the state that they are of (title_state.go,
//	             owner.go)
//	walk.go      nominals and pronouns in the order of the text, each
//	             resolved against what has been mentioned before: nominal.go,
//	             several.go ("the two"), agreement.go, pronoun.go, quote.go
//
// The rules that a description leaves no doubt about ("the Russian foreign
// minister") come first; what remains is ranked by a log-linear model over
// features of the mention and of its candidate antecedents (rank.go).
package coref
