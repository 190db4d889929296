package code

import "strings"

// describe names the act at the end of the predicate's chain of operators,
// and its modality.
func (f *features) describe() (act, modality string) {
	ops, flags, at := f.chainOfActs()
	var names []string
	kinds := map[string]bool{}
	for _, o := range ops {
		for _, c := range o {
			kinds[c] = true
		}
		names = append(names, o[0])
	}
	var acts []string
	for _, c := range f.Acts(at) {
		if !isOperator(c) {
			acts = append(acts, c)
		} else if len(acts) == 0 {
			kinds[c] = true
		}
	}
	if len(acts) > 0 {
		names = append(names, acts[0])
	}
	switch {
	case strings.ContainsAny(flags, "IU"):
		modality = "conditional"
	case kinds["REFUSE"] || strings.Contains(flags, "N"):
		modality = "refused"
	case kinds["THREAT"]:
		modality = "threatened"
	case strings.Contains(flags, "M"):
		modality = "requested"
	case kinds["PROMISE"] || strings.ContainsAny(flags, "FW"):
		modality = "promised"
	case kinds["ASK"]:
		modality = "requested"
	case kinds["ALLOW"]:
		modality = "permitted"
	case kinds["STOP"]:
		modality = "ended"
	default:
		modality = "realised"
	}
	return strings.Join(names, " "), modality
}
