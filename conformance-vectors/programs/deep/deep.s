// A chain of a hundred calls, whose frames together do not fit into the stacked registers: the register stack engine stores
// those of the callers, and loads them again.
//
// The function adds r32 to what it gives for r32 - 1. Each of its 101 frames has ten local registers; after the call it looks whether
// they hold what they held before. In every frame for a multiple of seven one of them is NaT.
//
// r8   1 + ... + 100                                                                     5050 = 0x13ba
// r9   how many registers came back wrong                                                  0
// r10  how many NaT came back: 98, 91, ..., 7                                              14
// r11  how far BSP came: 100 frames of ten registers, with 15 collections: 8 * 1015        0x1fb8
        .include "program.inc"

        STORE = 0x200000

        .text
        .global _start
_start:
        mov     ar.rsc = r0
        movl    r14 = STORE
        ;;
        mov     ar.bspstore = r14
        ;;
        alloc   r31 = ar.pfs, 0, 0, 1, 0
        mov     r9 = r0
        mov     r10 = r0
        ;;
        mov     r20 = 2                 // 100 mod 7
        mov     r32 = 100
        br.call.sptk b0 = sum
        ;;
        movl    r14 = STORE
        mov.m   r15 = ar.bsp
        ;;
        sub     r11 = r11, r14
        cmp.ne  p8, p9 = r14, r15
(p8)    br.cond.spnt failed
        ;;
        expect  r8, 5050
        expect  r9, 0
        expect  r10, 14
        expect  r11, 0x1fb8
        ends

// 1 + ... + r32 in r8; r20 counts down to the next multiple of seven
sum:
        alloc   r33 = ar.pfs, 1, 9, 1, 0
        mov     r34 = b0
        cmp.eq  p6, p7 = r0, r32
        ;;
(p6)    mov.m   r11 = ar.bsp
(p6)    mov     r8 = r0
(p6)    br.ret.sptk b0
        ;;
        shladd  r35 = r32, 1, r0
        shladd  r36 = r32, 2, r32
        adds    r37 = -1, r32
        mov     r39 = r32
        cmp.eq  p8, p9 = r0, r20
        ;;
(p8)    ld8.s   r40 = [r0]              // not translated: deferred
(p8)    mov     r41 = 1
(p8)    mov     r20 = 6
(p9)    mov     r40 = r32
(p9)    mov     r41 = r0
(p9)    adds    r20 = -1, r20
        ;;
        mov     r42 = r37
        br.call.sptk b0 = sum
        ;;
        add     r8 = r8, r32
        shladd  r21 = r32, 1, r0
        shladd  r22 = r32, 2, r32
        ;;
        cmp.ne  p8, p9 = r21, r35
        cmp.ne  p10, p11 = r22, r36
        cmp.ne  p12, p13 = r32, r39
        tnat.nz p14, p15 = r40
        ;;
(p8)    adds    r9 = 1, r9
(p14)   add     r10 = r10, r41
        ;;
(p10)   adds    r9 = 1, r9
(p15)   cmp.ne.unc p8, p0 = r32, r40
        ;;
(p12)   adds    r9 = 1, r9
        ;;
(p8)    adds    r9 = 1, r9
        ;;
(p15)   add     r9 = r9, r41
        mov.i   ar.pfs = r33
        mov     b0 = r34
        ;;
        br.ret.sptk b0
        ;;
