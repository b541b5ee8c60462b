// Code that is brought in when it is executed: five pages of a program, four frames, and the page that came first goes first.
//
// The program is linked at 0x140000, from where its pages of 4 KB are copied; it executes in region 1, at level 3, with protection keys
// enforced. Frames are at 0x200000. Data are not translated.
//
//   page 0   the program: three times it calls one, two, and three
//   page 1   one
//   page 2   two, which stands in the last bundle and goes on in page 3
//   page 4   three
//
// Its pages are therefore wanted in this order: 0, then three times 1 0 2 3 0 4 0. Those that have to be copied:
//   0 1 2 3, 4 for 0, 0 for 1, and then in each of two turns 1 for 2, 2 for 3, 3 for 4, 4 for 0, 0 for 1
//
// r8   what the functions add: (1 + 10 + 100 + 1000) * 3                                           3333
// r9   pages that were not present: 6 + 2 * 5                                                        16
// r10  misses, one for each: the page that went is purged; 256 for each page that was executed for the first
//      time since it was copied: Instruction Access Bit                                           0x1010
// r11  key misses: one, for the key, which is the region identifier, is the same for all pages        1
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        KERNEL  = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        CODE    = 0x381                 // present, write back, not accessed, level 3, read and execute
        ACCESSED = 1 << 5
        LARGE   = 18 << 2
        SIZE    = 12 << 2
        PAGE    = 0x1000
        HOME    = 0x140000
        FRAMES  = 0x200000
        REGION  = 0x2000000000000000

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        movl    r14 = REGION
        ;;
        movl    r15 = 0x77 << 8 | SIZE
        mov     r16 = 1
        ;;
        mov     rr[r14] = r15
        mov     pkr[r0] = r16           // key 0, that of the kernel
        ;;
        rsm     IC
        ;;
        srlz.i
        ;;
        translates i, 0, 0x100000, KERNEL, LARGE
        movl    r14 = IT | IC | PK | BN | CPL
        ;;
        movl    r15 = program - HOME + REGION
        mov     cr.ipsr = r14
        ;;
        mov     cr.iip = r15
        mov     cr.ifs = r0
        ;;
        srlz.i
        rfi
        ;;

        // Alternate Instruction TLB: inserts what the table says, be it present or not
        vector  0c00
        mov     r16 = cr.ifa
        movl    r17 = entries
        ;;
        extr.u  r16 = r16, 12, 8
        ;;
        shladd  r17 = r16, 3, r17
        ;;
        ld8     r18 = [r17]
        ;;
        itc.i   r18
        ;;
        adds    r4 = 1, r4
        rfi
        ;;

        // Instruction Access Bit
        vector  2400
        mov     r16 = cr.ifa
        movl    r17 = entries
        mov     r19 = ACCESSED
        ;;
        extr.u  r16 = r16, 12, 8
        ;;
        shladd  r17 = r16, 3, r17
        ;;
        ld8     r18 = [r17]
        ;;
        or      r18 = r18, r19
        ;;
        st8     [r17] = r18
        itc.i   r18
        ;;
        adds    r6 = 1, r6
        rfi
        ;;

        // Instruction Key Miss: the key is the region identifier
        vector  1800
        mov     r16 = cr.itir
        mov     r17 = 1
        ;;
        extr.u  r16 = r16, 8, 24
        ;;
        shl     r16 = r16, 8
        ;;
        or      r16 = r16, r17
        ;;
        mov     pkr[r17] = r16
        adds    r7 = 1, r7
        ;;
        srlz.i
        ;;
        rfi
        ;;

        // Page Not Present. r5: how many pages were copied, of which bits 1:0 are the next frame
        vector  5000
        mov     r31 = pr
        mov     r16 = cr.ifa
        movl    r17 = entries
        br.cond.sptk copy
        ;;

        .text
copy:
        mov.i   r30 = ar.lc
        movl    r18 = owners
        ;;
        extr.u  r16 = r16, 12, 8
        extr.u  r19 = r5, 0, 2
        movl    r29 = entries
        ;;
        shladd  r17 = r16, 3, r17
        shladd  r18 = r19, 3, r18
        adds    r20 = 1, r16
        ;;
        ld8     r21 = [r18]             // the page that has the frame, plus 1
        ;;
        st8     [r18] = r20
        cmp.eq  p6, p7 = r0, r21
        adds    r21 = -1, r21
        ;;
        shladd  r29 = r21, 3, r29
        shl     r22 = r21, 12
        movl    r23 = REGION
        ;;
        add     r22 = r22, r23
        mov     r24 = SIZE
        ;;
(p7)    st8     [r29] = r0              // is not present any more
(p7)    ptc.l   r22, r24
        ;;
        srlz.i
        shl     r16 = r16, 12
        shl     r19 = r19, 12
        movl    r20 = HOME
        ;;
        add     r20 = r20, r16
        movl    r21 = FRAMES
        mov     r22 = PAGE / 8 - 1
        ;;
        add     r21 = r21, r19
        mov.i   ar.lc = r22
        ;;
        mov     r22 = r21
        mov     r23 = r21
        ;;
word:
        ld8     r24 = [r20], 8
        ;;
        st8     [r22] = r24, 8
        br.cloop.sptk word
        ;;
        mov     r22 = PAGE / 32 - 1
        ;;
        mov.i   ar.lc = r22
        ;;
line:                                   // 32 bytes at least
        fc.i    r23
        adds    r23 = 32, r23
        br.cloop.sptk line
        ;;
        sync.i
        mov     r24 = CODE
        ;;
        srlz.i
        add     r24 = r24, r21
        ;;
        st8     [r17] = r24
        itc.i   r24
        mov.i   ar.lc = r30
        ;;
        adds    r5 = 1, r5
        mov     pr = r31, -1
        rfi
        ;;

        .bss
        .balign 8
entries:
        .skip   5 * 8
owners:
        .skip   4 * 8

        .section .at.140000, "ax", @progbits
program:
        mov     r14 = 2
        ;;
        mov.i   ar.lc = r14
        ;;
turn:
        br.call.sptk b0 = one
        ;;
        br.call.sptk b0 = two
        ;;
        br.call.sptk b0 = three
        ;;
        br.cloop.sptk turn
        ;;
        shl     r10 = r6, 8
        mov     r9 = r5
        mov     r11 = r7
        ;;
        add     r10 = r10, r4
        ;;
        expect  r8, 3333
        expect  r9, 16
        expect  r10, 0x1010
        expect  r11, 1
        ends

        .section .at.141000, "ax", @progbits
one:
        adds    r8 = 1, r8
        br.ret.sptk b0
        ;;

        .section .at.142ff0, "ax", @progbits
two:
        adds    r8 = 10, r8
        nop.i   0
        nop.i   0
        ;;
        .section .at.143000, "ax", @progbits
        adds    r8 = 100, r8
        br.ret.sptk b0
        ;;

        .section .at.144000, "ax", @progbits
three:
        mov     r15 = 1000
        ;;
        add     r8 = r8, r15
        br.ret.sptk b0
        ;;
