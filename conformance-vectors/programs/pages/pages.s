// Data references through translation registers, while instructions are still fetched without translation.
//
//   dtr0  0x100000  to itself: the page of this program
//   dtr1  0x200000  to the same physical page, a second name of it
//   dtr2  0x204000  a NaT page
//
// Pages have 16 KB, and may be read and written at level 0 only.
//
// r8   what was stored by the second name of a word, and loaded by the first                    0x0123456789abcdef
// r9   the physical address of the second name of the word, less that of the word: tpa           0
// r10  answers of probe.w at level 0, probe.r at level 3, one bit each, and 4 for tak,
//      whose answer for a page with the key 0x5a holds it                                        1 + 0 + 4 = 5
// r11  speculative loads that are deferred: of the NaT page, but not of the others               1
        .include "program.inc"

        PAGE     = 0x100461             // present, write back, accessed, dirty, level 0, read and write
        NAT_PAGE = 0x10847d             // the same with the memory attribute 7
        SIZE     = 14 << 2
        KEY      = 0x5a << 8
        IC       = 1 << 13
        DT       = 1 << 17

        .macro  translates register, address, entry, itir
        movl    r14 = \address
        mov     r17 = \register
        ;;
        movl    r15 = \entry
        mov     cr.ifa = r14
        ;;
        movl    r16 = \itir
        ;;
        mov     cr.itir = r16
        ;;
        itr.d   dtr[r17] = r15
        ;;
        .endm

        .text
        .global _start
_start:
        rsm     IC                      // registers are not inserted while it is 1
        ;;
        srlz.i
        ;;
        translates 0, 0x100000, PAGE, SIZE
        translates 1, 0x200000, PAGE, SIZE | KEY
        translates 2, 0x204000, NAT_PAGE, SIZE
        srlz.d
        ;;
        ssm     IC | DT
        ;;
        srlz.i
        ;;
        movl    r20 = word
        ;;
        movl    r21 = word + 0x100000
        ;;
        movl    r22 = 0x204000
        ;;
        movl    r23 = 0x0123456789abcdef
        mov     r11 = r0
        ;;
        st8     [r21] = r23
        ;;
        ld8     r8 = [r20]
        tpa     r9 = r21
        ;;
        sub     r9 = r9, r20
        probe.w r24 = r21, 0
        probe.r r25 = r21, 3
        ;;
        shladd  r10 = r25, 1, r24
        tak     r26 = r21
        ;;
        extr.u  r26 = r26, 8, 24
        ;;
        cmp.eq  p8, p9 = 0x5a, r26
        ld8.s   r27 = [r20]
        ld8.s   r28 = [r21]
        ld8.s   r29 = [r22]
        ;;
(p8)    adds    r10 = 4, r10
        tnat.nz p10, p0 = r27
        tnat.nz p11, p0 = r28
        tnat.nz p12, p0 = r29
        ;;
(p10)   adds    r11 = 1, r11
        ;;
(p11)   adds    r11 = 1, r11
        ;;
(p12)   adds    r11 = 1, r11
        cmp.ne  p8, p9 = r28, r8        // what was loaded speculatively is what is there
(p8)    br.cond.spnt failed
        ;;
        expect  r8, 0x0123456789abcdef
        expect  r9, 0
        expect  r10, 5
        expect  r11, 1
        ends

        .data
        .align  8
word:
        data8   0
