// A page table in the long format that the processor walks, for three regions at once.
//
//   region 1   four pages of 16 KB, region identifier 1
//   region 2   four pages, region identifier 3; the last one is absent at first
//   region 3   two pages of code, region identifier 5; only the first one has an entry
//   region 7   the table
//
// The index of page p is p ^ identifier: each page of region 1 has the place of one of region 2. There lies the entry that was
// wanted last, and its fourth word leads to the other one, which the handler of Data TLB brings to the front.
//
// Memory: the table at 0x180000, entries beside it from 0x120000 on, code at 0x140000, frames of 16 KB from 0x200000 on. Frame k of
// the first seven begins with the word 100 * (k + 1). Pages of region 1 have the first four, those of region 2 the next. The absent page
// gets the eighth, which holds zeros.
//
// Two passes add the first word of all pages of regions 1 and 2, 100 + ... + 700 = 2800. Between them all translations are purged. Then the
// two pages of code are called, which add 1 and 10 to r8, and again after a purge.
//
// r8   2 * 2800 + 2 * 11                                                                           5622
// r9   entries that were brought to the front: in pass 1 those of region 2, in pass 2 those of both     12
// r10  pages that were absent; 16 for each missing entry of code; 256 for each time that nothing translates the table, at first and
//      after each of two purges                                                   1 + 16 + 3 * 256 = 0x311
// r11  sum of the bits 39:32 of ISR, of which x, w, r and na are the lower four: 12 + 1 + 2 faults are of loads, two of fetches:
//                                                                                       15 * 4 + 2 = 62
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        SELF    = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        DATA    = 0x461                 // the same, read and write
        CODE    = 0x261                 // the same, read and execute
        SIZE    = 14 << 2
        LARGE   = 18 << 2
        PAGE    = 0x4000
        ONE     = 0x2000000000000000
        TWO     = 0x4000000000000000
        THREE   = 0x6000000000000000
        TABLE   = 0x180000
        ENTRIES = 0xe000000000000000 + TABLE
        OTHERS  = 0x120000
        PROGRAM = 0x140000
        FRAMES  = 0x200000

        // An entry at an address, of a page of a region, and the address of the other one of its place.
        .macro  entry at, word, identifier, page_number, other
        movl    r14 = \at
        ;;
        movl    r15 = \word
        ;;
        st8     [r14] = r15, 8
        mov     r15 = \identifier << 8 | SIZE
        ;;
        st8     [r14] = r15, 8
        movl    r15 = \page_number ^ (\identifier << 39)
        ;;
        st8     [r14] = r15, 8
        movl    r15 = \other
        ;;
        st8     [r14] = r15
        ;;
        .endm

        // Place NUMBER of the table, of a page of region 1 in front of one of region 2.
        .macro  place number, word
        entry   TABLE + 32 * \number, FRAMES + PAGE * (\number ^ 1) + DATA, 1, \number ^ 1, OTHERS + 32 * \number
        entry   OTHERS + 32 * \number, \word, 3, \number ^ 3, 0
        .endm

        .macro  region address, word
        movl    r14 = \address
        ;;
        movl    r15 = \word
        ;;
        mov     rr[r14] = r15
        ;;
        .endm

        // Adds the first word of the four pages of a region to r8.
        .macro  sum address
        movl    r20 = \address
        mov     r21 = 3
        ;;
        mov.i   ar.lc = r21
        movl    r23 = PAGE
        ;;
1:
        ld8     r24 = [r20]
        add     r20 = r20, r23
        ;;
        add     r8 = r8, r24
        br.cloop.sptk 1b
        ;;
        .endm

        // Purges the page of the table and four pages of a region.
        .macro  purge address
        movl    r20 = ENTRIES
        mov     r21 = 3
        ;;
        mov     r24 = SIZE
        movl    r23 = PAGE
        ;;
        ptc.l   r20, r24
        mov.i   ar.lc = r21
        movl    r20 = \address
        ;;
1:
        ptc.l   r20, r24
        add     r20 = r20, r23
        br.cloop.sptk 1b
        ;;
        srlz.i
        ;;
        .endm

        .macro  calls
        movl    r14 = THREE
        ;;
        mov     b6 = r14
        ;;
        br.call.sptk b0 = b6
        ;;
        movl    r14 = THREE + PAGE
        ;;
        mov     b6 = r14
        ;;
        br.call.sptk b0 = b6
        ;;
        .endm

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        mov     r11 = r0
        ;;
        place   0, 0
        place   1, FRAMES + PAGE * 6 + DATA
        place   2, FRAMES + PAGE * 5 + DATA
        place   3, FRAMES + PAGE * 4 + DATA
        entry   TABLE + 32 * 5, PROGRAM + CODE, 5, 0, 0
        mov     r14 = 6
        movl    r20 = FRAMES
        ;;
        mov.i   ar.lc = r14
        movl    r23 = PAGE
        mov     r15 = 100
        ;;
fill:
        st8     [r20] = r15
        add     r20 = r20, r23
        adds    r15 = 100, r15
        br.cloop.sptk fill
        ;;
        rsm     IC
        ;;
        srlz.i
        ;;
        translates d, 0, 0x100000, SELF, LARGE
        translates i, 0, 0x100000, SELF, LARGE
        region  ONE, 1 << 8 | SIZE | 1  // the walker is enabled
        region  TWO, 3 << 8 | SIZE | 1
        region  THREE, 5 << 8 | SIZE | 1
        region  ENTRIES, 7 << 8 | SIZE
        movl    r14 = ENTRIES | 1 << 8 | 15 << 2 | 1
        ;;
        mov     cr.pta = r14            // 32 KB, long format
        movl    r15 = IC | DT | IT | BN
        ;;
        mov     cr.ipsr = r15
        movl    r14 = mapped
        ;;
        mov     cr.iip = r14
        mov     cr.ifs = r0
        ;;
        rfi
        ;;
mapped:
        sum     ONE
        sum     TWO
        purge   ONE
        purge   TWO
        sum     ONE
        sum     TWO
        calls
        purge   THREE
        calls
        mov     r9 = r4
        shladd  r10 = r6, 4, r5
        shl     r7 = r7, 8
        ;;
        add     r10 = r10, r7
        ;;
        expect  r8, 5622
        expect  r9, 12
        expect  r10, 0x311
        expect  r11, 62
        ends

        .section .at.140000, "ax", @progbits
        adds    r8 = 1, r8
        br.ret.sptk b0
        ;;

        .section .at.144000, "ax", @progbits
        adds    r8 = 10, r8
        br.ret.sptk b0
        ;;

        // Adds the kind of access to r11.
        .macro  adds_kind
        mov     r17 = cr.isr
        ;;
        extr.u  r17 = r17, 32, 8
        ;;
        add     r11 = r11, r17
        .endm

        // VHPT Translation: inserts the page of the table, which lies in memory where it lies in its region.
        vector  0000
        mov     r16 = cr.iha
        mov     r18 = DATA
        ;;
        extr.u  r19 = r16, 14, 47
        mov     cr.ifa = r16            // ITIR is that of its region
        ;;
        shl     r19 = r19, 14
        ;;
        or      r18 = r18, r19
        ;;
        itc.d   r18
        ;;
        adds_kind
        adds    r7 = 1, r7
        rfi
        ;;

        // Instruction TLB: makes the entry.
        vector  0400
        mov     r16 = cr.ifa
        mov     r18 = cr.itir
        movl    r21 = PROGRAM + CODE
        ;;
        thash   r20 = r16
        ttag    r22 = r16
        extr.u  r19 = r16, 14, 47
        ;;
        shl     r19 = r19, 14
        ;;
        add     r21 = r21, r19
        ;;
        st8     [r20] = r21, 8
        ;;
        st8     [r20] = r18, 8
        ;;
        st8     [r20] = r22
        ;;
        adds_kind
        adds    r6 = 1, r6
        rfi
        ;;

        // Data TLB: brings the other entry to the front, if it is that of the page.
        vector  0800
        mov     r31 = pr
        mov     r16 = cr.ifa
        ;;
        thash   r20 = r16
        ttag    r21 = r16
        ;;
        adds    r22 = 24, r20
        ;;
        ld8     r22 = [r22]
        ;;
        adds    r23 = 16, r22
        ;;
        ld8     r24 = [r23]
        ;;
        cmp.ne  p6, p7 = r21, r24
(p6)    br.cond.spnt failed
        ;;
        .rept   3
        ld8     r25 = [r20]
        ld8     r26 = [r22]
        ;;
        st8     [r20] = r26, 8
        st8     [r22] = r25, 8
        ;;
        .endr
        mov     pr = r31, -1
        adds_kind
        adds    r4 = 1, r4
        rfi
        ;;

        // Page Not Present: gives out the eighth frame, and drops what was inserted of the absent page.
        vector  5000
        mov     r16 = cr.ifa
        movl    r21 = FRAMES + 7 * PAGE + DATA
        ;;
        thash   r20 = r16
        mov     r22 = SIZE
        ;;
        st8     [r20] = r21
        ;;
        ptc.l   r16, r22
        ;;
        srlz.d
        adds_kind
        adds    r5 = 1, r5
        rfi
        ;;
