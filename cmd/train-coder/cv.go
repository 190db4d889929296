package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"entente/extract/code"
	"entente/extract/linear"
	"entente/extract/nlp"
	"entente/schema"
)

func label(c schema.Code) int { return slices.Index(schema.Codes[:], c) }

// folds assigns each row a fold, stratified by code.
func folds(rows []row, k int, seed uint32) []int {
	order := make([]int, len(rows))
	key := make([]uint32, len(rows))
	for i := range order {
		order[i] = i
		key[i] = linear.Hash(seed, uint32(i))
	}
	slices.SortFunc(order, func(a, b int) int {
		if c := cmp.Compare(rows[a].code, rows[b].code); c != 0 {
			return c
		}
		return cmp.Compare(key[a], key[b])
	})
	fold := make([]int, len(rows))
	for n, i := range order {
		fold[i] = n % k
	}
	return fold
}

// score is accuracy, macro-F1 and quad accuracy.
func score(rows []row, pred []int) (acc, f1, quad float64, perClass string) {
	n := len(schema.Codes)
	tp, fp, fn := make([]int, n), make([]int, n), make([]int, n)
	for i, r := range rows {
		g := label(r.code)
		if g == pred[i] {
			tp[g]++
			acc++
		} else {
			fp[pred[i]]++
			fn[g]++
		}
		if r.code.Quad() == schema.Codes[pred[i]].Quad() {
			quad++
		}
	}
	classes := 0.0
	for c := range n {
		if tp[c]+fn[c] == 0 {
			continue
		}
		classes++
		f := 2 * float64(tp[c]) / float64(2*tp[c]+fp[c]+fn[c])
		f1 += f
		perClass += fmt.Sprintf("  %-10s n %3d  P %.3f  R %.3f  F1 %.3f\n", schema.Codes[c], tp[c]+fn[c],
			float64(tp[c])/max(1, float64(tp[c]+fp[c])), float64(tp[c])/float64(tp[c]+fn[c]), f)
	}
	return acc / float64(len(rows)), f1 / classes, quad / float64(len(rows)), perClass
}

func confusions(rows []row, pred []int) []string {
	count := map[string]int{}
	for i, r := range rows {
		if g := label(r.code); g != pred[i] {
			count[string(r.code)+">"+string(schema.Codes[pred[i]])]++
		}
	}
	var out []string
	for k, n := range count {
		out = append(out, fmt.Sprintf("%3d %s", n, k))
	}
	sort.Sort(sort.Reverse(sort.StringSlice(out)))
	return out
}

func vectorOf(c *code.Coder, r *row) linear.Vector {
	src, tgt := code.Locate(r.doc, r.source), code.Locate(r.doc, r.target)
	v := c.Features(r.doc, nlp.Span{Start: 0, End: len(r.doc.Tokens)}, -1, src, tgt)
	o := r.origin
	if o == "written-b" {
		o = "written-a"
	}
	return append(v, linear.Feature{Key: code.Origin(o), Value: 1})
}
