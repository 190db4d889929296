package coref

import (
	"strings"

	"entente/schema"
)

// besideTitle adds what the parser makes a modifier of the name and not of the
// title before it: "Saudi Crown Prince Talal", "Ex-president Varas".
func (r *resolver) besideTitle(p *phrase, m *name) {
	d, low := r.art.Blocks[p.block].Doc, r.lower[p.block]
	s := p.start
	if s >= 2 && (low[s-1] == "-" || low[s-1] == "‑") && low[s-2] == "ex" {
		p.former = true
		s -= 2
	}
	for s > 0 && r.lex.modifiers[low[s-1]] && d.Tokens[s-1].Head == m.head && r.nameOn(p.block, s-1) == nil {
		s--
	}
	if s == 0 || len(p.states) > 0 || p.possPronoun >= 0 || p.name >= 0 || d.Tokens[s-1].Head != m.head {
		return
	}
	if x := r.nameOn(p.block, s-1); x != nil && x.end == s && (d.Tokens[s-1].Dep == "compound" || d.Tokens[s-1].Dep == "amod" || d.Tokens[s-1].Dep == "nmod") {
		r.namesIn(p, x.start, s, true)
		p.start = x.start
	}
}

// roleBefore is roleNoun that also looks past a complement with a name: "US
// ambassador to the UN Mary Ellis".
func (r *resolver) roleBefore(m *name, k int) int {
	if noun := r.roleNoun(m.block, k); noun >= 0 {
		return noun
	}
	low := r.lower[m.block]
	x := r.nameOn(m.block, k)
	if x == nil || x.demonym || x.end != m.start || x.start < 2 {
		return -1
	}
	if _, ok := r.nationality(x); !ok {
		return -1
	}
	j := x.start - 1
	if low[j] == "the" && j > 0 {
		j--
	}
	if low[j] != "to" && low[j] != "of" || j == 0 {
		return -1
	}
	noun := r.roleNoun(m.block, j-1)
	if noun < 0 || r.lex.nouns[low[noun]].class != office || noun > 0 && low[noun-1] == "the" {
		return -1 // "told the president of Peru Mart Saar would come"
	}
	return noun
}

// before reads the title in front of name i: "Russian foreign minister Sergei
// Lavrov", "Prime ministers Yitzhak Rabin and …".
func (r *resolver) before(i int) {
	m := &r.names[i]
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	k := m.start - 1
	for k >= 0 {
		if l, _ := r.lemmaAt(m.block, k); strings.HasSuffix(l, "-general") {
			break // "Secretary-General" is no military rank
		}
		if _, ok := r.gaz.gaz.Honorific(d.Tokens[k].Text); !ok || r.lex.nouns[low[k]].class == office && low[k] != "general" && low[k] != "colonel" {
			break
		}
		k--
	}
	if k < 0 {
		return
	}
	if k >= 2 && elect(low, k-2) {
		k -= 2
	}
	if noun := r.roleBefore(m, k); noun >= 0 {
		p := r.describe(m.block, noun)
		if p.plural {
			p.office = singular(p.office)
			p.plural = false
			p.field = r.fieldOf(&p)
		}
		r.besideTitle(&p, m)
		r.addPost(m.ent, p, "title before the name")
		return
	}
	// a second name under one plural title
	if low[k] == "and" || low[k] == "," {
		prev := r.nameOn(m.block, k-1)
		own := false // "Foreign ministers X of Chile and Y of Peru"
		if prev != nil && prev.start >= 2 && low[prev.start-1] == "of" && r.nameOn(m.block, prev.start-2) != nil {
			prev, own = r.nameOn(m.block, prev.start-2), true
		}
		if prev == nil || prev.ent < 0 {
			return
		}
		for n := range r.posts {
			o := r.posts[n]
			if o.person == prev.ent && o.block == m.block && o.noun < prev.start && prev.start-o.noun <= 5 && (strings.HasSuffix(low[o.noun], "s")) && o.rule == "title before the name" {
				q := o.phrase
				if own {
					q.states, q.org, q.possName = nil, -1, -1
				}
				r.addPost(m.ent, q, "title before the name")
				return
			}
		}
	}
}

// apposed reads what stands behind the name between commas: "Rafael Grossi,
// the head of the IAEA".
func (r *resolver) apposed(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	j := m.end
	if j+1 >= len(d.Tokens) {
		return
	}
	if open := d.Tokens[j].Text; open != "," && open != "(" && open != "–" && open != "—" && open != "-" {
		return
	}
	j++
	// an age
	if d.Tokens[j].Tag == "CD" && j+1 < len(d.Tokens) && d.Tokens[j+1].Text == "," {
		j += 2
	}
	// "one of the bank's directors"
	partitive := j+2 < len(d.Tokens) && low[j] == "one" && low[j+1] == "of"
	if partitive {
		j += 2
	}
	for steps := 0; steps < 3 && j < len(d.Tokens); steps++ {
		noun := r.phraseHead(m.block, j)
		if noun < 0 {
			return
		}
		p := r.describe(m.block, noun)
		if p.start > j {
			p.start = j
			r.namesIn(&p, j, noun, true)
			for k := j; k < noun; k++ {
				if h := d.Tokens[k].Head; d.Tokens[k].Tag == "PRP$" && (h == noun || d.Tokens[h].Dep != "poss") {
					p.possPronoun = k
				}
				if low[k] == "former" || low[k] == "then" {
					p.former = true
				}
			}
		}
		if partitive && p.plural {
			p.plural, p.office = false, singular(p.office)
			p.field = r.fieldOf(&p)
		}
		r.addPost(m.ent, p, "apposition")
		// "president of X and chairman of Y"
		end := p.end
		for end < len(d.Tokens) && end < noun+10 && low[end] != "and" && d.Tokens[end].Text != "," && !strings.HasPrefix(d.Tokens[end].Tag, "VB") {
			end++
		}
		if end < len(d.Tokens) && low[end] == "and" {
			j = end + 1
			continue
		}
		return
	}
}

// phraseHead returns the role noun that heads the noun phrase starting at
// token j, or -1 when what stands there is no description of a person.
func (r *resolver) phraseHead(b, j int) int {
	d, low := r.art.Blocks[b].Doc, r.lower[b]
	for k := j; k < min(len(d.Tokens), j+12); k++ {
		t := &d.Tokens[k]
		switch {
		case t.IsSpace() || t.Text == "," || t.Text == ".":
			return -1
		case strings.HasPrefix(t.Tag, "NN") || low[k] == "general" && k > j && (d.Tokens[k-1].Text == "-" || low[k-1] == "secretary"):
			l, _ := r.lemmaAt(b, k)
			n := r.lex.nouns[l]
			if n.human() && r.nameOn(b, k) == nil {
				next := k + 1
				if next < len(d.Tokens) && !elect(low, k) && !affaires(low, k) {
					x := &d.Tokens[next]
					if strings.HasPrefix(x.Tag, "NN") && !n.human() || x.Tag == "POS" {
						continue
					}
					if low[next] == "general" || x.Text == "-" && k+2 < len(d.Tokens) {
						continue
					}
					if strings.HasPrefix(x.Tag, "NN") && r.nameOn(b, next) == nil {
						continue
					}
					if nm := r.nameOn(b, next); nm != nil && nm.ent >= 0 && r.art.Entities[nm.ent].Type == schema.Person {
						return -1 // the next item of a list: ", President Putin"
					}
				}
				return k
			}
		case strings.HasPrefix(t.Tag, "JJ"), t.Tag == "DT", t.Tag == "PRP$", t.Tag == "POS", t.Tag == "CD", t.Text == "-", t.Tag == "RBS",
			t.Tag == "VBN" && t.Dep == "amod", t.Tag == "VBG" && t.Dep == "amod", t.Tag == "RB", low[k] == "and" && k > j && r.lex.modifiers[low[k-1]]:
		default:
			return -1
		}
	}
	return -1
}

// titled returns the first token of a name with the title before it:
// "Peru's President X", "Mr X", "Lord X".
func (r *resolver) titled(m *name) int {
	for k := range r.posts {
		if o := &r.posts[k]; o.person == m.ent && o.block == m.block && o.rule == "title before the name" && o.noun < m.start && m.start-o.noun <= 3 {
			return o.start
		}
	}
	d := r.art.Blocks[m.block].Doc
	k := m.start
	if m.end >= len(d.Tokens) || d.Tokens[m.end].POS != "PUNCT" {
		return k // "In a letter to the new man in Quito, Mr X called on …": no apposition
	}
	for k > 0 {
		w := d.Tokens[k-1].Text
		if w == "." && k > 1 { // "Mr."
			w = d.Tokens[k-2].Text
		}
		if _, ok := r.gaz.gaz.Honorific(w); !ok {
			break
		}
		if k--; d.Tokens[k].Text == "." {
			k--
		}
	}
	return k
}

// headed reads a description that the name is in apposition to: "the Saudi
// national security adviser, Musaad bin Mohammed al-Aiban".
func (r *resolver) headed(m *name) {
	d, low := r.art.Blocks[m.block].Doc, r.lower[m.block]
	if t := &d.Tokens[m.head]; t.Dep == "appos" && t.Head < m.start {
		h := t.Head
		if h > 0 && affaires(low, h-1) {
			h--
		}
		l, _ := r.lemmaAt(m.block, h)
		if r.lex.nouns[l].human() && m.start-h < 14 && !strings.HasPrefix(d.Tokens[h].Tag, "NNPS") {
			p := r.describe(m.block, h)
			if !p.plural && p.end < m.start {
				r.addPost(m.ent, p, "apposition")
				return
			}
		}
	}
	start := r.titled(m)
	if start < 2 || d.Tokens[start-1].Text != "," || m.end < len(d.Tokens) && d.Tokens[m.end].Tag == "CC" {
		return
	}
	at := start - 2 // where the description ends
	for j := at; j > max(0, start-14); j-- {
		t := &d.Tokens[j]
		// "the chairman of the African Union (AU), X"
		if t.Text == ")" || t.Text == "(" || j+1 < len(d.Tokens) && d.Tokens[j+1].Text == ")" && j > 0 && d.Tokens[j-1].Text == "(" {
			continue
		}
		l, _ := r.lemmaAt(m.block, j)
		if n := r.lex.nouns[l]; n.human() && t.Tag[0] == 'N' && r.nameOn(m.block, j) == nil && (j == at || affaires(r.lower[m.block], j) || d.Tokens[j+1].Tag == "IN" || d.Tokens[j+1].Tag == "TO") {
			p := r.describe(m.block, j)
			if p.plural || p.det == "a" && j != at || p.det != "the" && p.possPronoun < 0 && p.possName < 0 && len(p.states) == 0 && p.det != "a" && p.det != "an" {
				return
			}
			r.addPost(m.ent, p, "apposition")
			return
		}
		switch {
		case t.Tag[0] == 'N', t.Tag[0] == 'J', t.Tag == "DT", t.Tag == "POS", low[j] == "of", low[j] == "for", low[j] == "to", low[j] == "at", low[j] == "in", t.Text == "-", low[j] == "and", t.Tag == "PRP$":
		default:
			return
		}
	}
}
