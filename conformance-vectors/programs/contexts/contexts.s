// Two threads, each in the middle of a chain of calls, give the processor to each other: flushrs stores the frames of one, and
// BSPSTORE, RNAT and PFS of the other lead br.ret to its frame, which is loaded from its own store.
//
// Each adds r32 to what it gives for r32 - 1, and gives the processor away before and after the call. One begins with 40, two with 50. Of
// the five local registers of a frame one is NaT if r32 is odd.
//
// r8   what one adds up: 40 * 41 / 2                                                                820 = 0x334
// r9   what two adds up: 50 * 51 / 2                                                               1275 = 0x4fb
// r10  how often one of them gave the processor away: two 2 * 51 times and once when it was done, and one as often        206 = 0xce
// r11  how many NaT came back: 20 of one and 25 of two                                                 0x2d
        .include "program.inc"

        STORE_ONE = 0x200000
        STORE_TWO = 0x210178

        // add_NAME adds the numbers from its argument down to 0 to a register, and yields on the way down and on the way back.
        .macro  adding name, sum
add_\name:
        alloc   r33 = ar.pfs, 1, 5, 1, 0
        mov     r34 = b0
        shladd  r35 = r32, 1, r32
        tbit.nz p8, p9 = r32, 0
        ;;
(p8)    ld8.s   r36 = [r0]              // not translated: deferred
(p9)    mov     r36 = r32
        br.call.sptk b0 = yield
        ;;
        cmp.eq  p6, p7 = r0, r32
        adds    r38 = -1, r32
(p6)    br.cond.spnt add_\name\()_back
        br.call.sptk b0 = add_\name
        ;;
add_\name\()_back:
        add     \sum = \sum, r32
        br.call.sptk b0 = yield
        ;;
        shladd  r14 = r32, 1, r32
        tnat.nz p10, p11 = r36
        tbit.nz p12, p13 = r32, 0
        mov     r15 = r0
        ;;
        cmp.ne  p8, p9 = r14, r35
(p10)   adds    r11 = 1, r11
(p10)   mov     r15 = 1
(p8)    br.cond.spnt failed
        ;;
(p12)   adds    r15 = -1, r15
        ;;
        cmp.ne  p8, p9 = r0, r15
(p8)    br.cond.spnt failed
        mov.i   ar.pfs = r33
        mov     b0 = r34
        ;;
        br.ret.sptk b0
        ;;
        .endm

        .text
        .global _start
_start:
        mov     ar.rsc = r0
        movl    r14 = STORE_ONE
        ;;
        mov     ar.bspstore = r14
        movl    r4 = context_one        // of the thread that executes
        ;;
        movl    r5 = context_two        // of the other
        mov     r8 = r0
        mov     r9 = r0
        ;;
        mov     r10 = r0
        mov     r11 = r0
        mov     r6 = r0                 // whether two is done
        ;;
        adds    r14 = 24, r5
        movl    r15 = two
        ;;
        st8     [r14] = r15
        movl    r15 = STORE_TWO
        ;;
        st8     [r5] = r15
        alloc   r31 = ar.pfs, 0, 0, 1, 0
        ;;
        mov     r32 = 40
        br.call.sptk b0 = add_one
        ;;
waiting:
        cmp.ne  p6, p7 = r0, r6
(p6)    br.cond.spnt compared
        br.call.sptk b0 = yield
        ;;
        br.cond.sptk waiting
        ;;
compared:
        expect  r8, 820
        expect  r9, 1275
        expect  r10, 206
        expect  r11, 0x2d
        ends

two:
        alloc   r31 = ar.pfs, 0, 0, 1, 0
        ;;
        mov     r32 = 50
        br.call.sptk b0 = add_two
        ;;
        mov     r6 = 1
        br.call.sptk b0 = yield
        ;;
        br.cond.sptk failed
        ;;

        adding  one, r8
        adding  two, r9

// A context: BSPSTORE, RNAT, PFS of the caller of yield, and where to return to.
yield:
        alloc   r32 = ar.pfs, 0, 2, 0, 0
        mov     r33 = b0
        adds    r10 = 1, r10
        ;;
        flushrs
        ;;
        mov.m   r14 = ar.bspstore
        mov.m   r15 = ar.rnat
        adds    r16 = 8, r4
        ;;
        st8     [r4] = r14, 16
        st8     [r16] = r15, 16
        ;;
        st8     [r4] = r32, -16
        st8     [r16] = r33
        adds    r16 = 8, r5
        ;;
        ld8     r14 = [r5], 16
        ld8     r15 = [r16], 16
        mov     r18 = r4
        ;;
        ld8     r17 = [r5], -16
        ld8     r19 = [r16]
        ;;
        mov     ar.bspstore = r14
        mov     r4 = r5
        mov     r5 = r18
        ;;
        mov     ar.rnat = r15
        mov.i   ar.pfs = r17
        mov     b0 = r19
        ;;
        br.ret.sptk b0
        ;;

        .data
        .balign 16
context_one:
        .skip   32
context_two:
        .skip   32
