// Package nquads reads and writes N-Quads exactly as the W3C recommendation of
// 2014 defines them. Start with Reader for input and AppendQuad for output.
//
// It exists because the store's own reader accepts a good part of what the
// recommendation forbids (relative IRIs, literals as labels, directives) and
// its writer does not escape IRIs. Here every document of the W3C test suites
// for N-Quads and N-Triples is accepted or refused as the suite demands.
//
// Values keep their lexical form: "007"^^xsd:integer stays "007". The one
// normalisation is that of RDF 1.1 itself, where a literal with the datatype
// xsd:string is the plain literal.
package nquads
