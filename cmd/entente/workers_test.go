package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync/atomic"
	"testing"
	"time"

	"entente/extract/article"
	"entente/schema"
)

// slow extracts nothing, the earlier inputs more slowly than the later ones.
type slow struct{ calls atomic.Int32 }

func (s *slow) Extract(ctx context.Context, a *schema.Article) (*schema.Result, error) {
	n := s.calls.Add(1)
	select {
	case <-time.After(time.Duration(10-n%10) * time.Millisecond):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if a.Title == "bad" {
		return nil, errors.New("cannot")
	}
	return &schema.Result{Article: *a}, nil
}

func numbered(n int) iter.Seq2[*article.Input, error] {
	return func(yield func(*article.Input, error) bool) {
		for i := range n {
			in := &article.Input{Article: &schema.Article{ID: fmt.Sprint(i)}, Path: fmt.Sprint(i)}
			if i == 3 {
				in.Article.Title = "bad"
			}
			if i == 5 {
				if !yield(nil, errors.New("no file")) {
					return
				}
				continue
			}
			if !yield(in, nil) {
				return
			}
		}
	}
}

func TestExtractAllKeepsOrder(t *testing.T) {
	var got []string
	err := extractAll(t.Context(), &slow{}, numbered(30), 4, func(x extraction) error {
		if x.err != nil {
			got = append(got, x.err.Error())
		} else {
			got = append(got, x.result.Article.ID)
		}
		return nil
	})
	if err != nil || len(got) != 30 {
		t.Fatalf("%v, %d outcomes", err, len(got))
	}
	for i, g := range got {
		want := fmt.Sprint(i)
		switch i {
		case 3:
			want = "extracting 3: cannot"
		case 5:
			want = "no file"
		}
		if g != want {
			t.Errorf("outcome %d is %q, want %q", i, g, want)
		}
	}
}

func TestExtractAllEndsEarly(t *testing.T) {
	stop := errors.New("enough")
	n := 0
	err := extractAll(t.Context(), &slow{}, numbered(1000), 3, func(extraction) error {
		if n++; n == 10 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 10 {
		t.Errorf("%v after %d outcomes", err, n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	blocked := func(yield func(*article.Input, error) bool) {
		cancel()
		time.Sleep(time.Minute)
	}
	if err := extractAll(ctx, &slow{}, blocked, 2, func(extraction) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("a blocked input holds up the end: %v", err)
	}
}
