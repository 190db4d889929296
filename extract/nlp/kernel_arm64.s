#include "textflag.h"

// The assembler has no names for the arithmetic of float vectors but VFMLA.
#define FADD(m, n, d) WORD $(0x4E20D400 | (m)<<16 | (n)<<5 | (d))
#define FSUB(m, n, d) WORD $(0x4EA0D400 | (m)<<16 | (n)<<5 | (d)) // d = n - m
#define FMUL(m, n, d) WORD $(0x6E20DC00 | (m)<<16 | (n)<<5 | (d))
#define FMAX(m, n, d) WORD $(0x4E20F400 | (m)<<16 | (n)<<5 | (d))
#define FADDP(m, n, d) WORD $(0x6E20D400 | (m)<<16 | (n)<<5 | (d))

#define ROW(r, b, x, y, z) \
	VLD1R.P 4(r), [b.S4]; \
	VFMLA V24.S4, b.S4, x.S4; \
	VFMLA V25.S4, b.S4, y.S4; \
	VFMLA V26.S4, b.S4, z.S4

#define ZERO(x, y, z) \
	VEOR x.B16, x.B16, x.B16; \
	VEOR y.B16, y.B16, y.B16; \
	VEOR z.B16, z.B16, z.B16

// Numbers of the registers x, y, z; with the bias in 24 to 26.
#define MAXOUT(x, y, z, vx) \
	FADD(24, x, x); \
	FADD(25, y, y); \
	FADD(26, z, z); \
	FMAX(y, x, x); \
	FMAX(z, x, x); \
	VST1 [vx.S4], (R16); \
	ADD R1, R16

#define LINEAR(x, y, z, vx, vy, vz) \
	FADD(24, x, x); \
	FADD(25, y, y); \
	FADD(26, z, z); \
	VST1 [vx.S4, vy.S4, vz.S4], (R16); \
	ADD R1, R16

// func panelNEON(dst *float32, ldd int, a *float32, lda int, w, bias *float32, k, m int, maxout bool)
// Panels of 12 columns, 8 rows at a time; m is a multiple of 8.
TEXT ·panelNEON(SB), NOSPLIT, $0-65
	MOVD dst+0(FP), R0
	MOVD ldd+8(FP), R1
	LSL $2, R1
	MOVD a+16(FP), R2
	MOVD lda+24(FP), R3
	LSL $2, R3
	MOVD bias+40(FP), R5
	MOVD m+56(FP), R7
	MOVBU maxout+64(FP), R17

rows:
	CMP $0, R7
	BLE done
	MOVD w+32(FP), R4
	MOVD k+48(FP), R6
	MOVD R2, R8
	ADD R3, R8, R9
	ADD R3, R9, R10
	ADD R3, R10, R11
	ADD R3, R11, R12
	ADD R3, R12, R13
	ADD R3, R13, R14
	ADD R3, R14, R15
	ADD R3, R15, R2
	ZERO(V0, V1, V2)
	ZERO(V3, V4, V5)
	ZERO(V6, V7, V8)
	ZERO(V9, V10, V11)
	ZERO(V12, V13, V14)
	ZERO(V15, V16, V17)
	ZERO(V18, V19, V20)
	ZERO(V21, V22, V23)

loop:
	VLD1.P 48(R4), [V24.S4, V25.S4, V26.S4]
	ROW(R8, V27, V0, V1, V2)
	ROW(R9, V28, V3, V4, V5)
	ROW(R10, V29, V6, V7, V8)
	ROW(R11, V30, V9, V10, V11)
	ROW(R12, V27, V12, V13, V14)
	ROW(R13, V28, V15, V16, V17)
	ROW(R14, V29, V18, V19, V20)
	ROW(R15, V30, V21, V22, V23)
	SUBS $1, R6
	BNE loop

	VLD1 (R5), [V24.S4, V25.S4, V26.S4]
	MOVD R0, R16
	CBZ R17, plain
	MAXOUT(0, 1, 2, V0)
	MAXOUT(3, 4, 5, V3)
	MAXOUT(6, 7, 8, V6)
	MAXOUT(9, 10, 11, V9)
	MAXOUT(12, 13, 14, V12)
	MAXOUT(15, 16, 17, V15)
	MAXOUT(18, 19, 20, V18)
	MAXOUT(21, 22, 23, V21)
	B next

plain:
	LINEAR(0, 1, 2, V0, V1, V2)
	LINEAR(3, 4, 5, V3, V4, V5)
	LINEAR(6, 7, 8, V6, V7, V8)
	LINEAR(9, 10, 11, V9, V10, V11)
	LINEAR(12, 13, 14, V12, V13, V14)
	LINEAR(15, 16, 17, V15, V16, V17)
	LINEAR(18, 19, 20, V18, V19, V20)
	LINEAR(21, 22, 23, V21, V22, V23)

next:
	MOVD R16, R0
	SUB $8, R7
	B rows

done:
	RET

// func spreadNEON(dst *float32, plane int, x *float32, pairs int)
TEXT ·spreadNEON(SB), NOSPLIT, $0-32
	MOVD dst+0(FP), R0
	MOVD plane+8(FP), R1
	LSL $2, R1
	MOVD x+16(FP), R2
	MOVD pairs+24(FP), R3

pair:
	CMP $0, R3
	BLE end
	ADD $384, R2, R4
	ADD $768, R2, R5
	ADD $1152, R2, R6
	ADD R1, R0, R7
	ADD R1, R7, R8
	ADD R1, R8, R9
	MOVD $24, R10

chunk:
	VLD1.P 16(R2), [V0.S4]
	VLD1.P 16(R4), [V1.S4]
	VLD1.P 16(R5), [V2.S4]
	VLD1.P 16(R6), [V3.S4]
	FSUB(2, 0, 4)
	FADD(2, 1, 5)
	FSUB(1, 2, 6)
	FSUB(3, 1, 7)
	VST1.P [V4.S4], 16(R0)
	VST1.P [V5.S4], 16(R7)
	VST1.P [V6.S4], 16(R8)
	VST1.P [V7.S4], 16(R9)
	SUBS $1, R10
	BNE chunk
	ADD $384, R2
	SUB $1, R3
	B pair

end:
	RET

// One piece of the four planes: y0 = m0+m1+m2+b, y1 = m1-m2-m3+b.
#define GATHER(y0, y1) \
	VLD1.P 16(R1), [V4.S4]; \
	VLD1.P 16(R7), [V5.S4]; \
	VLD1.P 16(R8), [V6.S4]; \
	VLD1.P 16(R9), [V7.S4]; \
	VLD1.P 16(R10), [V16.S4]; \
	FADD(6, 5, y0); \
	FSUB(6, 5, y1); \
	FADD(4, y0, y0); \
	FSUB(7, y1, y1); \
	FADD(16, y0, y0); \
	FADD(16, y1, y1)

// func gatherNEON(dst, m *float32, plane int, bias *float32, pairs int)
TEXT ·gatherNEON(SB), NOSPLIT, $0-40
	MOVD dst+0(FP), R0
	MOVD m+8(FP), R1
	MOVD plane+16(FP), R2
	LSL $2, R2
	MOVD pairs+32(FP), R3
	ADD R2, R1, R7
	ADD R2, R7, R8
	ADD R2, R8, R9

pair:
	CMP $0, R3
	BLE end
	MOVD bias+24(FP), R10
	ADD $384, R0, R5
	MOVD $24, R11

panel:
	GATHER(0, 1)
	GATHER(2, 3)
	FMAX(2, 0, 0)
	FMAX(3, 1, 1)
	GATHER(2, 3)
	FMAX(2, 0, 0)
	FMAX(3, 1, 1)
	VST1.P [V0.S4], 16(R0)
	VST1.P [V1.S4], 16(R5)
	SUBS $1, R11
	BNE panel
	MOVD R5, R0
	SUB $1, R3
	B pair

end:
	RET

// func scoresNEON(out *float32, words **float32, n int, bias, w, wbias, hidden *float32)
TEXT ·scoresNEON(SB), NOSPLIT, $0-56
	MOVD words+8(FP), R1
	MOVD bias+24(FP), R3
	MOVD hidden+48(FP), R6
	MOVD $0, R7 // byte offset of the columns at work

sums:
	VEOR V0.B16, V0.B16, V0.B16
	VEOR V1.B16, V1.B16, V1.B16
	MOVD n+16(FP), R2
	MOVD R1, R8

word:
	MOVD.P 8(R8), R9
	ADD R7, R9
	VLD1 (R9), [V2.S4]
	ADD $256, R9
	VLD1 (R9), [V3.S4]
	FADD(2, 0, 0)
	FADD(3, 1, 1)
	SUBS $1, R2
	BNE word
	ADD R7, R3, R9
	VLD1 (R9), [V2.S4]
	ADD $256, R9
	VLD1 (R9), [V3.S4]
	FADD(2, 0, 0)
	FADD(3, 1, 1)
	FMAX(1, 0, 0)
	VST1.P [V0.S4], 16(R6)
	ADD $16, R7
	CMP $256, R7
	BLT sums

	MOVD out+0(FP), R0
	MOVD w+32(FP), R4
	MOVD wbias+40(FP), R5
	MOVD hidden+48(FP), R6
	ZERO(V0, V1, V2)
	ZERO(V3, V4, V5)
	ZERO(V6, V7, V8)
	ZERO(V9, V10, V11)
	ZERO(V12, V13, V14)
	ZERO(V15, V16, V17)
	ZERO(V18, V19, V20)
	ZERO(V21, V22, V23)
	ZERO(V24, V25, V26)
	VEOR V27.B16, V27.B16, V27.B16
	MOVD $64, R7

#define UPPER(x, y) \
	VLD1.P 32(R4), [V29.S4, V30.S4]; \
	VFMLA V29.S4, V28.S4, x.S4; \
	VFMLA V30.S4, V28.S4, y.S4

upper:
	VLD1R.P 4(R6), [V28.S4]
	UPPER(V0, V1)
	UPPER(V2, V3)
	UPPER(V4, V5)
	UPPER(V6, V7)
	UPPER(V8, V9)
	UPPER(V10, V11)
	UPPER(V12, V13)
	UPPER(V14, V15)
	UPPER(V16, V17)
	UPPER(V18, V19)
	UPPER(V20, V21)
	UPPER(V22, V23)
	UPPER(V24, V25)
	UPPER(V26, V27)
	SUBS $1, R7
	BNE upper

#define OUT(x, y, vx, vy) \
	VLD1.P 32(R5), [V29.S4, V30.S4]; \
	FADD(29, x, x); \
	FADD(30, y, y); \
	VST1.P [vx.S4, vy.S4], 32(R0)

	OUT(0, 1, V0, V1)
	OUT(2, 3, V2, V3)
	OUT(4, 5, V4, V5)
	OUT(6, 7, V6, V7)
	OUT(8, 9, V8, V9)
	OUT(10, 11, V10, V11)
	OUT(12, 13, V12, V13)
	OUT(14, 15, V14, V15)
	OUT(16, 17, V16, V17)
	OUT(18, 19, V18, V19)
	OUT(20, 21, V20, V21)
	OUT(22, 23, V22, V23)
	OUT(24, 25, V24, V25)
	OUT(26, 27, V26, V27)
	RET

// func layerNormNEON(dst, src, gain, shift *float32, rows int, eps float32, add bool)
TEXT ·layerNormNEON(SB), NOSPLIT, $0-45
	MOVD dst+0(FP), R0
	MOVD src+8(FP), R1
	MOVD rows+32(FP), R4
	MOVBU add+44(FP), R5
	NEG R5, R5
	VDUP R5, V31.S4 // all ones to add to the old value, else zero
	MOVW $0x42C00000, R6 // 96
	FMOVS R6, F28
	FMOVS eps+40(FP), F30

row:
	CMP $0, R4
	BLE end
	MOVD gain+16(FP), R2
	MOVD shift+24(FP), R3
	VLD1.P 64(R1), [V0.S4, V1.S4, V2.S4, V3.S4]
	VLD1.P 64(R1), [V4.S4, V5.S4, V6.S4, V7.S4]
	VLD1.P 64(R1), [V8.S4, V9.S4, V10.S4, V11.S4]
	VLD1.P 64(R1), [V12.S4, V13.S4, V14.S4, V15.S4]
	VLD1.P 64(R1), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1.P 64(R1), [V20.S4, V21.S4, V22.S4, V23.S4]
	FADD(0, 1, 24)
	FADD(2, 3, 25)
	FADD(4, 24, 24)
	FADD(5, 25, 25)
	FADD(6, 24, 24)
	FADD(7, 25, 25)
	FADD(8, 24, 24)
	FADD(9, 25, 25)
	FADD(10, 24, 24)
	FADD(11, 25, 25)
	FADD(12, 24, 24)
	FADD(13, 25, 25)
	FADD(14, 24, 24)
	FADD(15, 25, 25)
	FADD(16, 24, 24)
	FADD(17, 25, 25)
	FADD(18, 24, 24)
	FADD(19, 25, 25)
	FADD(20, 24, 24)
	FADD(21, 25, 25)
	FADD(22, 24, 24)
	FADD(23, 25, 25)
	FADD(25, 24, 24)
	FADDP(24, 24, 24)
	FADDP(24, 24, 24)
	FDIVS F28, F24, F24
	VDUP V24.S[0], V24.S4

#define CENTRE(x, v, acc) \
	FSUB(24, x, x); \
	VFMLA v.S4, v.S4, acc.S4

	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	CENTRE(0, V0, V25)
	CENTRE(1, V1, V26)
	CENTRE(2, V2, V25)
	CENTRE(3, V3, V26)
	CENTRE(4, V4, V25)
	CENTRE(5, V5, V26)
	CENTRE(6, V6, V25)
	CENTRE(7, V7, V26)
	CENTRE(8, V8, V25)
	CENTRE(9, V9, V26)
	CENTRE(10, V10, V25)
	CENTRE(11, V11, V26)
	CENTRE(12, V12, V25)
	CENTRE(13, V13, V26)
	CENTRE(14, V14, V25)
	CENTRE(15, V15, V26)
	CENTRE(16, V16, V25)
	CENTRE(17, V17, V26)
	CENTRE(18, V18, V25)
	CENTRE(19, V19, V26)
	CENTRE(20, V20, V25)
	CENTRE(21, V21, V26)
	CENTRE(22, V22, V25)
	CENTRE(23, V23, V26)
	FADD(26, 25, 25)
	FADDP(25, 25, 25)
	FADDP(25, 25, 25)
	FDIVS F28, F25, F25
	FADDS F30, F25, F25
	FSQRTS F25, F25
	FMOVS $1.0, F26
	FDIVS F25, F26, F24
	VDUP V24.S[0], V24.S4

#define SCALE(x, v) \
	VLD1.P 16(R2), [V25.S4]; \
	VLD1.P 16(R3), [V26.S4]; \
	FMUL(24, x, x); \
	VFMLA v.S4, V25.S4, V26.S4; \
	VLD1 (R0), [V25.S4]; \
	VAND V25.B16, V31.B16, V25.B16; \
	FADD(25, 26, 26); \
	VST1.P [V26.S4], 16(R0)

	SCALE(0, V0)
	SCALE(1, V1)
	SCALE(2, V2)
	SCALE(3, V3)
	SCALE(4, V4)
	SCALE(5, V5)
	SCALE(6, V6)
	SCALE(7, V7)
	SCALE(8, V8)
	SCALE(9, V9)
	SCALE(10, V10)
	SCALE(11, V11)
	SCALE(12, V12)
	SCALE(13, V13)
	SCALE(14, V14)
	SCALE(15, V15)
	SCALE(16, V16)
	SCALE(17, V17)
	SCALE(18, V18)
	SCALE(19, V19)
	SCALE(20, V20)
	SCALE(21, V21)
	SCALE(22, V22)
	SCALE(23, V23)
	SUB $1, R4
	B row

end:
	RET
