// Package article reads news articles: plain text, HTML and JSON Lines, from
// files, folders and streams. It finds the parts of each text (headline,
// paragraphs, date lines, links to other stories) and its date.
//
// Start with Read, which yields one article or one error for each
// article of a path, or with Parse, which takes a text that is already in
// memory.
//
// The rules look at the form of a line only: its wording, length, position and
// punctuation. None knows any publisher. Every block that is not the article's
// own words says in Why which rule set it aside.
package article
