package coref

import (
	"strconv"
	"strings"
	"sync"

	data "entente/data/coref"
	"entente/extract/analysis"
	"entente/extract/link"
	"entente/schema"
)

// tenure is one entry of the list of leaders: who held which office, when.
type tenure struct {
	name       string
	of, field  string // ISO code or name of the body
	start, end int    // years; end is 9999 while it lasts
}

// leadersByWord gives the tenures by each word of the holders' names.
var leadersByWord = sync.OnceValue(func() map[string][]tenure {
	out := map[string][]tenure{}
	for f := range rows(data.Leaders) {
		if len(f) < 3 {
			continue
		}
		for _, h := range strings.Split(f[2], ";") {
			k := strings.LastIndexByte(h, ' ')
			from, to, ok := strings.Cut(h[k+1:], "-")
			if k < 0 || !ok {
				continue
			}
			t := tenure{name: h[:k], of: f[0], field: f[1], end: 9999}
			t.start, _ = strconv.Atoi(from)
			if to != "" {
				t.end, _ = strconv.Atoi(to)
			}
			for _, w := range personWords(t.name) {
				out[fold(w)] = append(out[fold(w)], t)
			}
		}
	}
	return out
})

// leaderNames votes for a person where a bare name that the recogniser takes
// for something else is the surname of somebody in office in a state that the
// article speaks of: "Scholz in Chongqing".
func (r *resolver) leaderNames() {
	year := 0
	if d := r.art.Source.Date.Start; len(d) >= 4 {
		year, _ = strconv.Atoi(d[:4])
	}
	byWord := leadersByWord()
	for i := range r.names {
		m := &r.names[i]
		if m.known != nil || m.end-m.start != 1 || m.votes.best() == schema.Person {
			continue
		}
		w := personWords(m.text)
		if len(w) != 1 {
			continue
		}
		list := byWord[fold(w[0])]
		for k := range list {
			if t := &list[k]; current(t, year) && r.named[r.bodyName(t.of)] && sameWord(lastWord(t.name), w[0]) {
				m.votes[isPerson] += 4
				break
			}
		}
	}
}

func lastWord(name string) string {
	w := personWords(name)
	return w[len(w)-1]
}

// knownLeaders gives persons the offices that the list of leaders knows them
// to hold at the article's date, or to have held before.
func (r *resolver) knownLeaders() {
	year := 0
	if d := r.art.Source.Date.Start; len(d) >= 4 {
		year, _ = strconv.Atoi(d[:4])
	}
	if year == 0 {
		return
	}
	byWord := leadersByWord()
	n := len(r.art.Entities)
	for e := 0; e < n; e++ {
		if r.art.Entities[e].Type != schema.Person {
			continue
		}
		name := r.art.Entities[e].Name
		words := personWords(name)
		var best *tenure
		for _, w := range words {
			list := byWord[fold(w)]
			for i := range list {
				t := &list[i]
				if t.start > year || !r.isLeader(name, words, t, year) {
					continue
				}
				if best != nil && fold(best.name) == fold(name) && fold(t.name) != fold(name) {
					continue
				}
				if best == nil || fold(t.name) == fold(name) && fold(best.name) != fold(name) || current(t, year) && !current(best, year) || current(t, year) == current(best, year) && t.start > best.start {
					best = t
				}
			}
		}
		if best == nil {
			continue
		}
		of := r.body(best.of)
		if of < 0 {
			continue
		}
		x := &r.art.Entities[e]
		if x.Country >= 0 && r.countryOf(of) >= 0 && r.countryOf(of) != x.Country {
			continue // the text says otherwise
		}
		if x.Country >= 0 && r.countryOf(of) < 0 && best.start == year {
			continue // a state's office, that of the body came later in the year
		}
		if x.Country < 0 {
			if x.Country = r.countryOf(of); x.Country < 0 {
				x.Country = of
			}
		}
		r.addAlias(e, best.name)
		r.posts = append(r.posts, r.knownPost(e, of, best, year))
		// crown prince and prime minister at once
		list := byWord[fold(personWords(best.name)[0])]
		for i := range list {
			if t := &list[i]; t.name == best.name && t.of == best.of && t.field != best.field && current(t, year) && current(best, year) {
				r.posts = append(r.posts, r.knownPost(e, of, t, year))
			}
		}
	}
}

// knownPost makes the post that a tenure gives to person e.
func (r *resolver) knownPost(e, of int, t *tenure, year int) post {
	p := phraseAt(-1, 0, 0)
	p.office, p.kind, p.field, p.former = officeNames[t.field], noun{class: office, field: t.field}, t.field, !current(t, year)
	switch {
	case t.of == "European Commission" || t.of == "European Council" || t.of == "World Bank":
		p.office = "President"
	case t.of == "International Atomic Energy Agency" || t.of == "World Health Organization":
		p.office = "Director-General"
	case t.of == "African Union Commission":
		p.office = "Chairman"
	case t.of == "International Monetary Fund":
		p.office = "Managing Director"
	case t.of == "European Union":
		p.office = "Foreign Policy Chief"
	case t.field == "foreign" && t.of == "US":
		p.office = "Secretary of State"
	case t.field == "government" && chancellors[t.of]:
		p.office = "Chancellor"
	case t.field == "monarch" && monarchs[t.of] != "":
		p.office = monarchs[t.of]
	case t.field == "monarch" && r.art.Entities[e].Gender == analysis.Feminine:
		p.office = "Queen"
	}
	return post{phrase: p, person: e, of: of, rule: "known", period: t.years()}
}

// officeNames are the usual names of the offices of the list.
var officeNames = map[string]string{"head": "President", "government": "Prime Minister", "foreign": "Foreign Minister", "deputy": "Vice President",
	"monarch": "King", "leader": "Leader", "pope": "Pope", "chief": "Secretary-General", "royal": "Crown Prince"}

// numeral reports whether a word is the number of a monarch.
func numeral(w string) bool { return strings.Trim(strings.ToUpper(w), "IVX") == "" }

// years returns the period of a tenure, open while it lasts.
func (t *tenure) years() schema.Interval {
	iv := schema.Interval{Start: strconv.Itoa(t.start)}
	if t.end != 9999 {
		iv.End = strconv.Itoa(t.end)
	}
	return iv
}

// monarchs are the titles of those who are no kings.
var monarchs = map[string]string{"QA": "Emir", "KW": "Emir", "OM": "Sultan", "JP": "Emperor"}

func current(t *tenure, year int) bool { return t.start <= year && year <= t.end }

// isLeader reports whether a name of the article is the leader's. A single
// word has to be the surname of somebody in office, and the article must
// speak of the state.
func (r *resolver) isLeader(name string, words []string, t *tenure, year int) bool {
	if len(words) > 1 {
		l := personWords(t.name)
		// "Abdullah Abdullah" is not Abdullah II: a monarch has no surname
		if (t.field == "monarch" || t.field == "royal") && (len(l) == 1 || numeral(l[len(l)-1])) && !numeral(words[len(words)-1]) && words[1] != "bin" {
			return false
		}
		// the surname at least, wherever it stands
		if a, b := words[len(words)-1], l[len(l)-1]; !sameWord(a, b) && !sameWord(words[0], l[0]) && link.SameSpelling(a, b) < 0.8 {
			return false
		}
		return r.gaz.gaz.SameName(name, t.name) >= 0.8
	}
	if !current(t, year) {
		return false
	}
	if r.named[r.bodyName(t.of)] {
		l := personWords(t.name)
		return sameWord(l[len(l)-1], words[0]) || len(l) == 1 || r.gaz.gaz.SameName(name, t.name) >= 0.8
	}
	return false
}

func (r *resolver) bodyEntry(of string) *link.Entry {
	if len(of) == 2 {
		return r.gaz.gaz.State(of)
	}
	return r.gaz.gaz.Exact(of)
}

func (r *resolver) bodyName(of string) string {
	if e := r.bodyEntry(of); e != nil {
		return e.Name
	}
	return ""
}

// body returns the entity of a state or organisation of the list, -1 when the
// gazetteer has none.
func (r *resolver) body(of string) int {
	e := r.bodyEntry(of)
	if e == nil {
		return -1
	}
	return r.entityOf(r.gaz.of(e))
}
