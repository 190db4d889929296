package event

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"entente/extract/code"
	"entente/extract/forest"
	"entente/extract/gold"
	"entente/schema"
)

// Graded is an event found in an article that its models have not seen: its
// raw score, and whether the gold facts call it right.
type Graded struct {
	Article       int
	Raw           float64
	Judged, Right bool
}

// Validation is what cross-validation gives.
type Validation struct {
	// Events are those found in each sample by models that have not seen it,
	// with the judge's raw score as their confidence.
	Events [][]schema.Event
	Graded []Graded
	judge  *forest.Forest // learnt from all that was found in unseen articles
}

// CrossValidate trains on all but one fifth of the articles and finds the
// events of that fifth, five times; the judge is then trained and tried the
// same way on what was found. Further articles are treated like samples, but
// only samples are graded.
func CrossValidate(samples, further []Sample, coded []Coded, coder *code.Coder) *Validation {
	all := slices.Concat(samples, further)
	texts := make([][]sentence, len(all))
	ts := make([]testimony, len(all))
	parallel(folds, func(k int) {
		var train []Sample
		for i, s := range all {
			if i%folds != k {
				train = append(train, s)
			}
		}
		f := NewFinder(fit(train, coded, coder), coder)
		for i := k; i < len(all); i += folds {
			ss, pr, told := f.tell(all[i].Article)
			texts[i], ts[i] = ss, testify(pr, told, &all[i])
		}
	})
	v := &Validation{Events: make([][]schema.Event, len(samples))}
	grades := make([][]Graded, len(samples))
	parallel(folds, func(k int) {
		judge := fitJudge(ts, func(i int) bool { return i%folds != k })
		for i := k; i < len(samples); i += folds {
			kept := judged(ts[i].told, judge.Screen(ts[i].rows, 1, 0), minimum)
			v.Events[i] = finish(samples[i].Article, texts[i], kept)
			j := gold.Score(samples[i].Gold, &schema.Result{Events: v.Events[i]})
			for n := range v.Events[i] {
				grades[i] = append(grades[i], Graded{i, v.Events[i][n].Confidence, j.Judged[n], j.Right[n]})
			}
		}
	})
	v.Graded = slices.Concat(grades...)
	v.judge = fitJudge(ts, func(int) bool { return true })
	return v
}

// parallel runs do for 0 to n-1, as many at once as there are processors.
func parallel(n int, do func(k int)) {
	var wg sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for k := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			room <- struct{}{}
			defer func() { <-room }()
			do(k)
		}()
	}
	wg.Wait()
}

// Calibrate sets the calibration line of m from the grades, by pooling
// adjacent violators into rising steps, and the threshold that gives the
// best F1 on them, counting the required events that each threshold finds
// with hit.
func (m *Models) Calibrate(graded []Graded, f1 func(threshold float64) float64) {
	var gs []Graded
	for _, g := range graded {
		if g.Judged {
			gs = append(gs, g)
		}
	}
	slices.SortFunc(gs, func(a, b Graded) int { return cmp.Compare(a.Raw, b.Raw) })
	type pool struct{ x, y, n float64 }
	var ps []pool
	for _, g := range gs {
		y := 0.0
		if g.Right {
			y = 1
		}
		ps = append(ps, pool{g.Raw, y, 1})
		for len(ps) > 1 && ps[len(ps)-2].y >= ps[len(ps)-1].y {
			a, b := ps[len(ps)-2], ps[len(ps)-1]
			n := a.n + b.n
			ps = append(ps[:len(ps)-2], pool{(a.x*a.n + b.x*b.n) / n, (a.y*a.n + b.y*b.n) / n, n})
		}
	}
	m.calibration = nil
	last := -1.0
	for _, p := range ps {
		if p.n < 8 && len(m.calibration) > 0 {
			continue // too few to trust
		}
		if p.x-last < 0.01 {
			continue
		}
		last = p.x
		m.calibration = append(m.calibration, float32(p.x), float32(min(p.y, 0.98)))
	}
	// Of thresholds that are as good as the best, the surest statements.
	const asGood = 0.005
	bestF1, bestRaw := -1.0, 0.0
	for raw := 0.05; raw < 0.9; raw += 0.01 {
		bestF1 = max(bestF1, f1(raw))
	}
	for raw := 0.05; raw < 0.9; raw += 0.01 {
		if f1(raw) >= bestF1-asGood {
			bestRaw = raw
		}
	}
	m.threshold = float32(m.Calibrated(bestRaw))
}
