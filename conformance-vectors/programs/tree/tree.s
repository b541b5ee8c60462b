// A tree of calls: the Fibonacci number of twelve, computed by a function that calls itself twice.
//
// A frame has four local registers and one for the argument of a call; twelve frames, of which the last calls
// nothing, have 49 registers together, and stay within the 96 that are stacked.
//
// r8   fib(12)                                               144
// r9   how many calls there were: 2 * fib(13) - 1            465
// r10  fib(0) + ... + fib(12) = fib(14) - 1                  376
// r11  the frame marker after the last return, which is the one before the first call: sof 1      1
        .include "program.inc"

        .text
        .global _start
_start:
        alloc   r31 = ar.pfs, 0, 0, 1, 0
        mov     r9 = r0
        ;;
        mov     r32 = 12
        br.call.sptk b0 = fib
        ;;
        mov     r20 = r8
        mov     r21 = r9
        mov     r10 = r0
        mov     r22 = r0
        ;;
every:                                  // each number once more, and their sum
        mov     r32 = r22
        br.call.sptk b0 = fib
        ;;
        add     r10 = r10, r8
        adds    r22 = 1, r22
        ;;
        cmp.ge  p8, p9 = 12, r22
(p8)    br.cond.sptk every
        ;;
        mov     r8 = r20
        mov     r9 = r21
        br.call.sptk b0 = marker
        ;;
        expect  r8, 144
        expect  r9, 465
        expect  r10, 376
        expect  r11, 1
        ends

// fib(r32) in r8; r9 counts
fib:
        alloc   r33 = ar.pfs, 1, 3, 1, 0
        mov     r34 = b0
        adds    r9 = 1, r9
        cmp.gt  p6, p7 = 2, r32
        ;;
(p6)    mov     r8 = r32
(p6)    br.ret.sptk b0
        ;;
        adds    r36 = -1, r32
        br.call.sptk b0 = fib
        ;;
        mov     r35 = r8
        adds    r36 = -2, r32
        br.call.sptk b0 = fib
        ;;
        add     r8 = r35, r8
        mov.i   ar.pfs = r33
        mov     b0 = r34
        ;;
        br.ret.sptk b0
        ;;

// The frame marker of the caller in r11, of 38 bits
marker:
        mov.i   r11 = ar.pfs
        ;;
        extr.u  r11 = r11, 0, 38
        br.ret.sptk b0
        ;;
