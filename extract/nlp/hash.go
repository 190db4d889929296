package nlp

import (
	"encoding/binary"
	"math/bits"
)

// hash64 is MurmurHash64A over s, which gives strings their ids.
func hash64(s string, seed uint64) uint64 {
	const m, r = 0xc6a4a7935bd1e995, 47
	h := seed ^ uint64(len(s))*m
	for len(s) >= 8 {
		k := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		k *= m
		k ^= k >> r
		k *= m
		h ^= k
		h *= m
		s = s[8:]
	}
	if len(s) > 0 {
		var tail [8]byte
		copy(tail[:], s)
		h ^= binary.LittleEndian.Uint64(tail[:])
		h *= m
	}
	h ^= h >> r
	h *= m
	h ^= h >> r
	return h
}

// hash128 is the 128-bit MurmurHash3 for 64-bit machines over the 8 bytes of
// v, as four keys of 32 bits: the rows of v in a hash embedding.
func hash128(v uint64, seed uint32) [4]uint32 {
	h1, h2 := uint64(seed), uint64(seed)
	h1 ^= bits.RotateLeft64(v*0x87c37b91114253d5, 31) * 0x4cf5ad432745937f
	h1 ^= 8
	h2 ^= 8
	h1 += h2
	h2 += h1
	h1, h2 = finalMix(h1), finalMix(h2)
	h1 += h2
	h2 += h1
	return [4]uint32{uint32(h1), uint32(h1 >> 32), uint32(h2), uint32(h2 >> 32)}
}

func finalMix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// stringIDs gives strings the ids that the model was trained with: the small
// numbers of the reserved symbols, which hit words such as "mark" and shapes
// such as "X", and hash64 for all others.
type stringIDs map[string]uint64

func (ids stringIDs) id(s string) uint64 {
	if s == "" {
		return 0
	}
	if len(s) <= 32 {
		if n, ok := ids[s]; ok {
			return n
		}
	}
	return hash64(s, 1)
}
