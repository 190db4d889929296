// Package schema is the vocabulary that every other package of Entente speaks:
// the types of entities, the event codes, the modes of a statement, the IRIs,
// and the structs Article, Entity, Event and Standing.
//
// Start with Event: it is what the extractor produces, the graph stores and
// the commands print. The package imports nothing else of Entente.
package schema
