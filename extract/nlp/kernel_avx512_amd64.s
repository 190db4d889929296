#include "textflag.h"

#define ROW(x, y, z, src, b) \
	VBROADCASTSS src, b; \
	VFMADD231PS Z24, b, x; \
	VFMADD231PS Z25, b, y; \
	VFMADD231PS Z26, b, z

// One step of the inner loop: three vectors of weights at woff(DX), and of
// each of eight rows, four from SI and four from R13 on, the element at aoff.
#define STEP(aoff, woff) \
	VMOVUPS (woff+0)(DX), Z24; \
	VMOVUPS (woff+64)(DX), Z25; \
	VMOVUPS (woff+128)(DX), Z26; \
	ROW(Z0, Z1, Z2, aoff(SI), Z27); \
	ROW(Z3, Z4, Z5, aoff(SI)(R9*1), Z28); \
	ROW(Z6, Z7, Z8, aoff(SI)(R9*2), Z29); \
	ROW(Z9, Z10, Z11, aoff(SI)(R11*1), Z30); \
	ROW(Z12, Z13, Z14, aoff(R13), Z27); \
	ROW(Z15, Z16, Z17, aoff(R13)(R9*1), Z28); \
	ROW(Z18, Z19, Z20, aoff(R13)(R9*2), Z29); \
	ROW(Z21, Z22, Z23, aoff(R13)(R11*1), Z30)

#define MAXOUT(x, y, z) \
	VADDPS Z24, x, x; \
	VADDPS Z25, y, y; \
	VADDPS Z26, z, z; \
	VMAXPS x, y, x; \
	VMAXPS x, z, x; \
	VMOVUPS x, (AX); \
	ADDQ R8, AX

#define LINEAR(x, y, z) \
	VADDPS Z24, x, x; \
	VADDPS Z25, y, y; \
	VADDPS Z26, z, z; \
	VMOVUPS x, (AX); \
	VMOVUPS y, 64(AX); \
	VMOVUPS z, 128(AX); \
	ADDQ R8, AX

#define ZERO(x, y, z) \
	VXORPS x, x, x; \
	VXORPS y, y, y; \
	VXORPS z, z, z

// func panelAVX512(dst *float32, ldd int, a *float32, lda int, w, bias *float32, k, m int, maxout bool)
// Panels of 48 columns, 8 rows at a time; k is even, m a multiple of 8.
TEXT ·panelAVX512(SB), NOSPLIT, $0-65
	MOVQ dst+0(FP), DI
	MOVQ ldd+8(FP), R8
	SHLQ $2, R8
	MOVQ a+16(FP), R12
	MOVQ lda+24(FP), R9
	SHLQ $2, R9
	LEAQ (R9)(R9*2), R11
	MOVQ bias+40(FP), BX
	MOVQ m+56(FP), R10

rows:
	CMPQ R10, $0
	JLE  done
	MOVQ R12, SI
	LEAQ (R12)(R9*4), R13
	MOVQ w+32(FP), DX
	MOVQ k+48(FP), CX
	SHRQ $1, CX
	ZERO(Z0, Z1, Z2)
	ZERO(Z3, Z4, Z5)
	ZERO(Z6, Z7, Z8)
	ZERO(Z9, Z10, Z11)
	ZERO(Z12, Z13, Z14)
	ZERO(Z15, Z16, Z17)
	ZERO(Z18, Z19, Z20)
	ZERO(Z21, Z22, Z23)

loop:
	STEP(0, 0)
	STEP(4, 192)
	ADDQ $8, SI
	ADDQ $8, R13
	ADDQ $384, DX
	DECQ CX
	JNZ  loop

	VMOVUPS (BX), Z24
	VMOVUPS 64(BX), Z25
	VMOVUPS 128(BX), Z26
	MOVQ DI, AX
	MOVBLZX maxout+64(FP), CX
	TESTL CX, CX
	JZ    plain
	MAXOUT(Z0, Z1, Z2)
	MAXOUT(Z3, Z4, Z5)
	MAXOUT(Z6, Z7, Z8)
	MAXOUT(Z9, Z10, Z11)
	MAXOUT(Z12, Z13, Z14)
	MAXOUT(Z15, Z16, Z17)
	MAXOUT(Z18, Z19, Z20)
	MAXOUT(Z21, Z22, Z23)
	JMP   next

plain:
	LINEAR(Z0, Z1, Z2)
	LINEAR(Z3, Z4, Z5)
	LINEAR(Z6, Z7, Z8)
	LINEAR(Z9, Z10, Z11)
	LINEAR(Z12, Z13, Z14)
	LINEAR(Z15, Z16, Z17)
	LINEAR(Z18, Z19, Z20)
	LINEAR(Z21, Z22, Z23)

next:
	LEAQ (R12)(R9*8), R12
	LEAQ (DI)(R8*8), DI
	SUBQ $8, R10
	JMP  rows

done:
	VZEROUPPER
	RET

// func scoresAVX512(out *float32, words **float32, n int, bias, w, wbias *float32)
// As scoresAVX2, with vectors of 16.
TEXT ·scoresAVX512(SB), NOSPLIT, $256-48
	MOVQ words+8(FP), SI
	MOVQ bias+24(FP), BX
	MOVQ n+16(FP), CX
	LEAQ hidden-256(SP), R8
	VXORPS Z0, Z0, Z0
	VXORPS Z1, Z1, Z1
	VXORPS Z2, Z2, Z2
	VXORPS Z3, Z3, Z3
	VXORPS Z4, Z4, Z4
	VXORPS Z5, Z5, Z5
	VXORPS Z6, Z6, Z6
	VXORPS Z7, Z7, Z7

word:
	MOVQ (SI), R11
	VADDPS (R11), Z0, Z0
	VADDPS 64(R11), Z1, Z1
	VADDPS 128(R11), Z2, Z2
	VADDPS 192(R11), Z3, Z3
	VADDPS 256(R11), Z4, Z4
	VADDPS 320(R11), Z5, Z5
	VADDPS 384(R11), Z6, Z6
	VADDPS 448(R11), Z7, Z7
	ADDQ $8, SI
	DECQ CX
	JNZ  word
	VADDPS (BX), Z0, Z0
	VADDPS 64(BX), Z1, Z1
	VADDPS 128(BX), Z2, Z2
	VADDPS 192(BX), Z3, Z3
	VADDPS 256(BX), Z4, Z4
	VADDPS 320(BX), Z5, Z5
	VADDPS 384(BX), Z6, Z6
	VADDPS 448(BX), Z7, Z7
	VMAXPS Z0, Z4, Z0
	VMAXPS Z1, Z5, Z1
	VMAXPS Z2, Z6, Z2
	VMAXPS Z3, Z7, Z3
	VMOVUPS Z0, (R8)
	VMOVUPS Z1, 64(R8)
	VMOVUPS Z2, 128(R8)
	VMOVUPS Z3, 192(R8)

	MOVQ out+0(FP), DI
	MOVQ w+32(FP), DX
	MOVQ wbias+40(FP), BX
	VXORPS Z0, Z0, Z0
	VXORPS Z1, Z1, Z1
	VXORPS Z2, Z2, Z2
	VXORPS Z3, Z3, Z3
	VXORPS Z4, Z4, Z4
	VXORPS Z5, Z5, Z5
	VXORPS Z6, Z6, Z6
	MOVQ $64, CX

upper:
	VBROADCASTSS (R8), Z15
	VFMADD231PS (DX), Z15, Z0
	VFMADD231PS 64(DX), Z15, Z1
	VFMADD231PS 128(DX), Z15, Z2
	VFMADD231PS 192(DX), Z15, Z3
	VFMADD231PS 256(DX), Z15, Z4
	VFMADD231PS 320(DX), Z15, Z5
	VFMADD231PS 384(DX), Z15, Z6
	ADDQ $448, DX
	ADDQ $4, R8
	DECQ CX
	JNZ  upper

#define OUT(z, off) \
	VADDPS off(BX), z, z; \
	VMOVUPS z, off(DI)

	OUT(Z0, 0)
	OUT(Z1, 64)
	OUT(Z2, 128)
	OUT(Z3, 192)
	OUT(Z4, 256)
	OUT(Z5, 320)
	OUT(Z6, 384)
	VZEROUPPER
	RET

#define GATHER(off, y0, y1) \
	VMOVUPS off(SI)(R8*1), Z4; \
	VMOVUPS off(SI)(R8*2), Z5; \
	VMOVUPS off(BX), Z6; \
	VADDPS Z5, Z4, y0; \
	VSUBPS Z5, Z4, y1; \
	VADDPS off(SI), y0, y0; \
	VSUBPS off(SI)(R9*1), y1, y1; \
	VADDPS Z6, y0, y0; \
	VADDPS Z6, y1, y1

#define PANEL(from, to) \
	GATHER(from, Z0, Z1); \
	GATHER(from+64, Z2, Z3); \
	VMAXPS Z2, Z0, Z0; \
	VMAXPS Z3, Z1, Z1; \
	GATHER(from+128, Z2, Z3); \
	VMAXPS Z2, Z0, Z0; \
	VMAXPS Z3, Z1, Z1; \
	VMOVUPS Z0, to(DI); \
	VMOVUPS Z1, (to+384)(DI)

// func gatherAVX512(dst, m *float32, plane int, bias *float32, pairs int)
// As gatherAVX2, with vectors of 16.
TEXT ·gatherAVX512(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ m+8(FP), SI
	MOVQ plane+16(FP), R8
	SHLQ $2, R8
	LEAQ (R8)(R8*2), R9
	MOVQ bias+24(FP), BX
	MOVQ pairs+32(FP), CX

pair:
	CMPQ CX, $0
	JLE  end
	PANEL(0, 0)
	PANEL(192, 64)
	PANEL(384, 128)
	PANEL(576, 192)
	PANEL(768, 256)
	PANEL(960, 320)
	ADDQ $768, DI
	ADDQ $1152, SI
	DECQ CX
	JMP  pair

end:
	VZEROUPPER
	RET
