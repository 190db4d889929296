// Package question understands questions in English: who, whom, whose, where,
// when, what, how many, did and has, how two are connected, who holds an
// office. A question is parsed by the same engine as the articles and becomes
// a schema.Pattern, which a graph answers.
//
// Start with New and Reader.Read.
package question
