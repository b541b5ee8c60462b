// Code that changes itself: by what the manual asks for, a flush of the line, sync.i and srlz.i, and then executes what it wrote.
//
// A function of one bundle loads a number and returns. It is called as it stands; then another function is copied over it; then its immediate is
// changed ten times; then the target of a branch is changed; last, a bundle is written where there was none.
//
// r8   what the function gives: 1 as it stands, 20 as it was copied, then 1 + ... + 10 = 55 with ten immediates     76
// r9   what the branch led to: 3 before, 5 after the change of its target                                         0x53
// r10  what the new bundle left, which is a copy of the function with the last immediate                            10
// r11  the two words of the function at the end, exclusive or of those of the function whose immediate is 10         0
        .include "program.inc"

        // The line that a register points to is what memory holds.
        .macro  synchronizes flush, register
        \flush  \register
        ;;
        sync.i
        ;;
        srlz.i
        ;;
        .endm

        .text
        .global _start
_start:
        mov     r8 = r0
        mov     r9 = r0
        mov     r20 = r0
        br.call.sptk b0 = function
        ;;
        add     r8 = r8, r14

        movl    r21 = function          // the bundle of another function
        ;;
        movl    r22 = other
        adds    r23 = 8, r21
        ;;
        ld8     r24 = [r22], 8
        ;;
        ld8     r25 = [r22]
        st8     [r21] = r24
        ;;
        st8     [r23] = r25
        ;;
        synchronizes fc.i, r21
        br.call.sptk b0 = function
        ;;
        add     r8 = r8, r14
        mov     r26 = 9
        mov     r27 = 1
        ;;
        mov.i   ar.lc = r26
        ;;
each:                                   // immediates 1 to 10: bits 6:0 of them are bits 19:13 of slot 0, which begins at bit 5
        ld8     r24 = [r21]
        ;;
        dep     r28 = r27, r24, 18, 7
        ;;
        st8     [r21] = r28
        adds    r27 = 1, r27
        ;;
        synchronizes fc.i, r21
        br.call.sptk b0 = function
        ;;
        add     r8 = r8, r14
        br.cloop.sptk each
        ;;

        br.call.sptk b0 = jump          // 3
        ;;
        mov     r9 = r14
        movl    r21 = jump              // one bundle further
        ;;
        adds    r22 = 8, r21
        ;;
        ld8     r24 = [r22]             // bits 32:13 of slot 2 are the displacement; the slot begins at bit 23 of this word
        ;;
        extr.u  r25 = r24, 36, 20
        ;;
        adds    r25 = 2, r25
        ;;
        shl     r25 = r25, 36
        movl    r26 = 0xfffff << 36
        ;;
        andcm   r24 = r24, r26
        ;;
        or      r24 = r24, r25
        ;;
        st8     [r22] = r24
        ;;
        synchronizes fc, r22
        br.call.sptk b0 = jump          // 5
        ;;
        shl     r14 = r14, 4
        ;;
        add     r9 = r9, r14

        movl    r21 = function
        ;;
        movl    r22 = nowhere
        adds    r23 = 8, r21
        ;;
        ld8     r24 = [r21]
        ld8     r25 = [r23]
        mov     b6 = r22
        ;;
        st8     [r22] = r24, 8
        mov     r11 = r24
        ;;
        st8     [r22] = r25, -8
        ;;
        synchronizes fc.i, r22
        br.call.sptk b0 = b6
        ;;
        mov     r10 = r14
        movl    r21 = model
        ;;
        ld8     r26 = [r21], 8
        ;;
        ld8     r27 = [r21]
        xor     r11 = r11, r26
        ;;
        xor     r25 = r25, r27
        ;;
        or      r11 = r11, r25
        ;;
        expect  r8, 76
        expect  r9, 0x53
        expect  r10, 10
        expect  r11, 0
        ends

        .macro  gives number
        {
        .mib
        adds    r14 = \number, r0
        nop.i   0
        br.ret.sptk b0
        ;;
        }
        .endm

        .balign 64
function:
        gives   1
        .balign 64
other:
        gives   20
model:
        gives   10
        .balign 64
jump:
        {
        .mib
        nop.m   0
        nop.i   0
        br.cond.sptk three
        ;;
        }
three:
        gives   3
        gives   4
        gives   5

        .bss
        .balign 64
nowhere:
        .skip   16
