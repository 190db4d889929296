package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"entente/schema"
)

// DefaultMaxBytes is the largest article that is read unless the options say
// otherwise. The longest news features have a fiftieth of it.
const DefaultMaxBytes = 4 << 20

// Format is the form in which a file holds articles.
type Format string

// The formats. Auto takes the format from the file's name (.jsonl, .ndjson,
// .html, .htm) and otherwise from its first bytes.
const (
	Auto      Format = ""
	Text      Format = "text"
	JSONLines Format = "jsonl"
	HTML      Format = "html"
)

// Formats lists the formats by name.
var Formats = [...]Format{Text, JSONLines, HTML}

// Input is one article that was read, with where it stood.
type Input struct {
	*schema.Article
	Path string // the file, "-" for standard input
	Line int    // the line in a file of many articles, 0 when it is one
}

// Read yields every article of a path in a fixed order: a file, a folder (all
// files below it whose names say that they hold text, sorted), or "-" for
// stdin. An input that cannot be read yields a nil Input with an
// *InputError, and reading goes on with the next one; it ends early only when
// ctx does.
func Read(ctx context.Context, path string, stdin io.Reader, opts Options) iter.Seq2[*Input, error] {
	return func(yield func(*Input, error) bool) {
		if path == "-" {
			readStream(ctx, "-", stdin, opts, yield)
			return
		}
		info, err := os.Stat(path)
		if err != nil {
			yield(nil, &InputError{Path: path, Err: plain(err)})
			return
		}
		if !info.IsDir() {
			readFile(ctx, path, opts, yield)
			return
		}
		readTree(ctx, os.DirFS(path), path, opts, yield)
	}
}

// ReadFS yields the articles of all text files of fsys, sorted by path.
func ReadFS(ctx context.Context, fsys fs.FS, opts Options) iter.Seq2[*Input, error] {
	return func(yield func(*Input, error) bool) { readTree(ctx, fsys, "", opts, yield) }
}

// plain takes the path off an error that the InputError names anyway.
func plain(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func readTree(ctx context.Context, fsys fs.FS, root string, opts Options, yield func(*Input, error) bool) {
	found := false
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		shown := filepath.Join(root, filepath.FromSlash(name))
		if err != nil {
			if !yield(nil, &InputError{Path: shown, Err: plain(err)}) {
				return fs.SkipAll
			}
			return nil
		}
		if name != "." && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() || !holdsArticles(d.Name()) {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		found = true
		f, err := fsys.Open(name)
		if err != nil {
			if !yield(nil, &InputError{Path: shown, Err: plain(err)}) {
				return fs.SkipAll
			}
			return nil
		}
		defer f.Close()
		if !readStream(ctx, shown, f, opts, yield) {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		yield(nil, err)
		return
	}
	if !found {
		yield(nil, &InputError{Path: root, Err: fmt.Errorf("%w: no .txt, .jsonl, .ndjson, .html or .htm file in the folder", ErrEmpty)})
	}
}

// holdsArticles goes by the name of a file found in a folder. A README is no
// article.
func holdsArticles(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".txt", ".text", ".jsonl", ".ndjson", ".html", ".htm":
		return !strings.HasPrefix(strings.ToUpper(name), "README")
	}
	return false
}

func readFile(ctx context.Context, path string, opts Options, yield func(*Input, error) bool) {
	f, err := os.Open(path)
	if err != nil {
		yield(nil, &InputError{Path: path, Err: plain(err)})
		return
	}
	defer f.Close()
	readStream(ctx, path, f, opts, yield)
}

// readStream yields what one file or stream holds; false means that the
// caller of the iterator has enough.
func readStream(ctx context.Context, path string, r io.Reader, opts Options, yield func(*Input, error) bool) bool {
	if ctx.Err() != nil {
		return yield(nil, ctx.Err()) && false
	}
	format := opts.Format
	if format == Auto {
		switch strings.ToLower(filepath.Ext(path)) {
		case ".jsonl", ".ndjson":
			format = JSONLines
		case ".html", ".htm":
			format = HTML
		}
	}
	if format == JSONLines {
		return readJSONLines(ctx, path, r, opts, yield)
	}
	a, err := readOne(path, r, format, opts)
	if err != nil {
		return yield(nil, &InputError{Path: path, Err: err})
	}
	return yield(&Input{Article: a, Path: path}, nil)
}

// readOne reads a stream that holds one article.
func readOne(path string, r io.Reader, format Format, opts Options) (*schema.Article, error) {
	limit := opts.limit()
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, plain(err)
	}
	if int64(len(b)) > limit {
		return nil, tooLarge(limit)
	}
	if err := CheckText(b); err != nil {
		return nil, err
	}
	if format == HTML || format == Auto && looksLikeHTML(b) {
		return parseHTML(b, opts)
	}
	return finish(Parse(string(b), opts), opts)
}

func (o *Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

func tooLarge(limit int64) error {
	return fmt.Errorf("%w: it has more than %d MB; if it holds many articles, give them as JSON Lines, one a line", ErrTooLarge, limit>>20)
}

// finish refuses an article that has no words of its own or is not English.
func finish(a *schema.Article, opts Options) (*schema.Article, error) {
	own := false
	for _, b := range a.Blocks {
		own = own || b.Kind != schema.Furniture && b.Kind != schema.Stamp
	}
	if !own {
		return nil, fmt.Errorf("%w: no sentence of an article is left besides date lines and links", ErrEmpty)
	}
	if a.Language == "und" {
		if !opts.AnyLanguage {
			return nil, fmt.Errorf("%w: too few common English words; the language engine knows English only (--any-language reads it all the same)", ErrLanguage)
		}
		a.Language = ""
	}
	return a, nil
}
