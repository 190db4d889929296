// Package question reads a question in English and says what it asks of the
// graph: the kind of answer wanted, the parties, the act, the place and the
// time, each as far as the question states it. It knows no store; whoever has
// one turns a Question into a query.
package question
