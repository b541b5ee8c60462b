// Traps: of a return to a lower privilege level, of taken branches, and of single instructions.
//
//   PSR.lp  br.ret from level 0 to level 3 traps    bit 1 of ISR.code
//   PSR.tb  a branch that is taken traps            bit 2
//   PSR.ss  every instruction traps                 bit 3
//
// When several hold the first of them names the vector, and ISR.code has the bits of all. rfi does not trap, a break raises its fault and
// does not trap either, and a branch that is not taken does not by PSR.tb.
//
// The kernel goes to level 3 by br.ret, with PSR.lp 1. The program then runs the same loop, two bundles, three times;
// a break in slot 0 before each asks for traps, the two instructions behind the break are the first that may trap:
//
//   0x100  PSR.tb   five turns: the branch is taken four times
//   0x101  PSR.ss   three turns: 2 + 3 * 6 = 20 instructions
//   0x102  both     two turns: 2 + 2 * 6 = 14 instructions, of which one is a branch that is taken
//   0x103  nothing for the program, but rfi leads to a br.ret of the kernel, in slot 2, with all three bits 1
//
// DCR.be is 1 throughout, so every handler begins with PSR.be 1, and a program that was little-endian is so again after rfi. The handler of
// Lower-Privilege Transfer stores 1, which comes first in memory for whoever reads it after `rum`: it loads 1 << 56.
//
// r8   traps of lower privilege: one for each, 16 times its code: 2, and 2 + 4 + 8; and 65536 for each store that was big-endian
//                                                                             2 + 16 * 16 + 65536 * 2 = 0x20102
// r9   the same of taken branches: four of code 4, one of code 4 + 8; and 4096 times ISR.ei, which is 2
//                                                                       5 + 16 * (16 + 12) + 4096 * 10 = 0xa1c5
// r10  the same of single steps: 20 and 13 of code 8                                        33 + 16 * 264 = 0x10a1
// r11  sum of IIP - IIPA, which is where a branch led to less where it stood, but for single steps:
//      twice to the next bundle, five times to the one before                                  2 * 16 - 5 * 16 = -48
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        .macro  asks traps, turns
        {
        .mii
        break.m \traps
        mov.i   ar.lc = \turns - 1
        nop.i   0
        ;;
        }
1:
        {
        .mii
        adds    r21 = 1, r21
        nop.i   0
        nop.i   0
        ;;
        }
        {
        .mib
        nop.m   0
        nop.i   0
        br.cloop.sptk 1b
        ;;
        }
        .endm

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        mov     r9 = r0
        ;;
        mov     r10 = r0
        mov     r11 = r0
        mov     r21 = r0
        ;;
        mov     r16 = 2                 // DCR.be
        ;;
        mov     cr.dcr = r16
        ;;
        srlz.d
        mov     r16 = psr
        movl    r17 = LP
        ;;
        or      r16 = r16, r17
        movl    r18 = 3 << 62           // the level before the call, as it were
        ;;
        mov     psr.l = r16
        movl    r19 = program
        ;;
        srlz.d
        mov.i   ar.pfs = r18
        mov     b0 = r19
        ;;
        br.ret.sptk b0
        ;;
program:
        asks    0x100, 5
        asks    0x101, 3
        asks    0x102, 2
        {
        .mii
        break.m 0x103
        nop.i   0
        nop.i   0
        ;;
        }
again:
        {
        .mib
        break.m 1                       // rfi leads to slot 2
        nop.i   0
        br.ret.sptk b0
        ;;
        }
back:
        expect  r21, 10
        expect  r8, 0x20102
        expect  r9, 0xa1c5
        expect  r10, 0x10a1
        expect  r11, -48
        ends

        // Adds what ISR says of a trap to a register. r17: IPSR
        .macro  counts register
        mov     r16 = cr.isr
        mov     r17 = cr.ipsr
        mov     r18 = cr.iip
        mov     r19 = cr.iipa
        ;;
        extr.u  r20 = r16, 0, 16
        extr.u  r22 = r16, 41, 2
        sub     r18 = r18, r19
        ;;
        shladd  \register = r20, 4, \register
        ;;
        adds    \register = 1, \register
        .endm

        // Lower-Privilege Transfer: no more traps
        vector  5e00
        movl    r24 = word
        mov     r25 = 1
        ;;
        st8     [r24] = r25
        rum     2                       // PSR.be
        ;;
        srlz.d
        ;;
        ld8     r25 = [r24]
        ;;
        shr.u   r25 = r25, 56
        ;;
        shl     r25 = r25, 16
        ;;
        add     r8 = r8, r25
        ;;
        br.cond.sptk lower
        ;;

        .text
lower:
        counts  r8
        add     r11 = r11, r18
        mov     r23 = psr
        ;;
        shl     r23 = r23, 1            // nothing is left of PSR
        ;;
        sub     r8 = r8, r23
        dep     r17 = 0, r17, 25, 2
        ;;
        dep     r17 = 0, r17, 40, 1
        ;;
        mov     cr.ipsr = r17
        ;;
        srlz.d
        rfi
        ;;

        .data
        .balign 8
word:
        data8   0

        // Taken Branch
        vector  5f00
        counts  r9
        add     r11 = r11, r18
        shl     r22 = r22, 12
        ;;
        add     r9 = r9, r22
        rfi
        ;;

        // Single Step
        vector  6000
        counts  r10
        rfi
        ;;

        // Break Instruction
        vector  2c00
        mov     r31 = pr
        mov     r19 = cr.iim
        mov     r20 = 0x100
        ;;
        sub     r19 = r19, r20
        skip_instruction
        dep     r16 = 0, r16, 25, 2     // no traps
        cmp.eq  p8, p9 = 0, r19
        cmp.eq  p10, p11 = 1, r19
        cmp.eq  p12, p13 = 2, r19
        cmp.eq  p14, p15 = 3, r19
        ;;
        dep     r16 = 0, r16, 40, 1
        ;;
(p8)    dep     r16 = -1, r16, 26, 1
        ;;
(p10)   dep     r16 = -1, r16, 40, 1
        ;;
(p12)   dep     r16 = -1, r16, 26, 1
        ;;
(p12)   dep     r16 = -1, r16, 40, 1
(p14)   br.cond.spnt kernel
        ;;
return:
        mov     cr.ipsr = r16
        mov     pr = r31, -1
        ;;
        rfi
        ;;
kernel:
        movl    r17 = again
        movl    r18 = back
        ;;
        mov     b0 = r18
        dep     r16 = -1, r16, 25, 2    // lp and tb
        ;;
        dep     r16 = 0, r16, 32, 2     // level 0
        mov     cr.iip = r17
        ;;
        dep     r16 = -1, r16, 40, 1    // ss
        ;;
        dep     r16 = 0, r16, 41, 1     // slot 2
        ;;
        dep     r16 = -1, r16, 42, 1
        br.cond.sptk return
        ;;
