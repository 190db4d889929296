// Package graph keeps what articles state in a Cayley quad store and answers
// questions about it. It knows no language: schema structs come in, structs
// with JSON tags and N-Quads go out.
//
// Start with [Open], which opens or makes a graph: an embedded one in a folder,
// one in memory, or one on PostgreSQL. Then
//
//   - [Graph.Add] writes an article, whole or not at all, as often as you like;
//     [Graph.Import] and [Graph.Export] read and write N-Quads;
//   - [Graph.Find], [Graph.Resolve] and [Graph.Complete] turn names into entities;
//   - [Graph.Show] tells what is known of one entity, [Graph.Between] and
//     [Graph.BetweenCountries] of two, [Graph.Path] how two are connected,
//     [Graph.Timeline] and [Graph.Chart] what happened when, [Graph.Changes]
//     what the last addition brought;
//   - [View.Select] gathers the facts that a question may be answered from;
//   - [Graph.Query] runs Cayley's own languages (Gizmo, GraphQL, MQL);
//   - [Graph.Merge], [Graph.Split], [Graph.Forget] and [Graph.Undo] keep house,
//     [Graph.Duplicates] proposes merges;
//   - [Graph.Stats] and [Graph.Schema] describe the graph.
//
// # How it lies in the graph
//
// A statement that something happened or holds is a link quad, with the place
// as label where it is known:
//
//	<ent:Antony_Blinken> <rel:meet> <ent:Sergei_Lavrov> <ent:Delhi> .
//
// and, for what is symmetric as a meeting is, the same the other way round.
// Behind it stand an event node (evt:) or standing node (stg:) and one report
// node (rpt:) a sentence, all labelled with the article (art:), so that an
// article can be taken out again. Names of entities carry no label. Inside the
// graph our own identifiers are short; on export they are full IRIs.
//
// # The index
//
// Cayley holds the truth. Beside its quads, and changed in the same
// transaction, lies an ordered index of our own (keys.go): the statements by
// actor, pair, place, code and date, so that a question takes its time from
// the size of its answer. What two articles report of one event is brought
// together when it is asked for (merge_events.go), and so are the entities
// that are one (identity.go): both follow from the content of the graph, not
// from the order in which it came.
//
// Walking Cayley's quads for the same answers takes about ten times as long as
// one indexed table of SQLite on a hub; with the index it takes a quarter (see
// graph/bench). What that costs is disk: a graph of a million quads is 570 MB,
// a quarter of it index.
package graph
