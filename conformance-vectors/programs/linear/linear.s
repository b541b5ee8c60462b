// A page table in the short format that the processor walks: the handlers of what it does not find.
//
//   region 1   eight pages of 16 KB, each 512 pages behind the one before; pages 0, 1, 3 and 6 are present at first.
//              The table of the region, 32 KB, lies in the region, too: the entries of its two pages are in the first of them.
//
// Memory: the table at 0x180000, frames of 16 KB from 0x200000 on. Frame k of the first four begins with the word
// 100 * (k + 1), and ends with k + 1. Frames that are given out later hold zeros.
//
// Pass 1 adds first and last word of all pages: 100 + 200 + 300 + 400 + 1 + 2 + 3 + 4 = 1010, of which the absent ones
// give 0, once they are there. Then all translations are purged. Pass 2 adds i to the first word of page i, and purges
// the second page of the table before each store. Pass 3 adds all words again: 1010 + 0 + 1 + ... + 7 = 1038.
//
// r8   sum of passes 1 and 3                                                                   2048
// r9   entries that nothing translates: in each page of the table one, before the purge and after  4
// r10  pages that were absent: 2, 4, 5, 7; 16 for each time that the first page of the table is missed by the handler
//      that looks for it there, once before the purge and once after; 256 for each first store to a page; that handler
//      needs entries in the second page of the table, which was purged, and is walked for
//                                                                              4 + 2 * 16 + 8 * 256 = 0x824
// r11  sum of the bits 39:32 of ISR, of which x, w, r and na are the lower four: entries are missed by loads, since pass 2
//      loads before it stores, absent pages too, first stores are stores:              8 * 4 + 8 * 2 = 48
//
// r3 gets the bits in which IHA ever differed from what thash says of IFA: none.
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        DATA    = 0x421                 // present, write back, accessed, not dirty, level 0, read and write
        DIRTY   = 1 << 6
        SIZE    = 14 << 2
        PAGE    = 0x4000
        PAGES   = 0x2000000000000000
        STRIDE  = 512 * PAGE
        OFFSET  = 0x47fe * PAGE         // of the table in the region: its pages have the entries 0x7fe and 0x7ff
        ENTRIES = PAGES + OFFSET
        TABLE   = 0x180000
        FRAMES  = 0x200000

        // The entry of a page, which is a number of pages into the region, is a word.
        .macro  entry number, word
        movl    r14 = TABLE + 8 * \number
        ;;
        movl    r15 = \word
        ;;
        st8     [r14] = r15
        ;;
        .endm

        // The entry of page PAGE_NUMBER leads to frame FRAME, which is filled.
        .macro  frame page_number, frame
        entry   512 * \page_number, FRAMES + \frame * PAGE + DATA
        movl    r14 = FRAMES + \frame * PAGE
        ;;
        mov     r15 = 100 * (\frame + 1)
        ;;
        st8     [r14] = r15
        movl    r14 = FRAMES + \frame * PAGE + PAGE - 8
        mov     r15 = \frame + 1
        ;;
        st8     [r14] = r15
        ;;
        .endm

        // Adds the first and the last word of all pages to r8.
        .macro  sum
        movl    r20 = PAGES
        mov     r21 = 7
        ;;
        movl    r22 = PAGES + PAGE - 8
        mov.i   ar.lc = r21
        ;;
        movl    r23 = STRIDE
        ;;
1:
        ld8     r24 = [r20]
        ld8     r25 = [r22]
        add     r20 = r20, r23
        ;;
        add     r8 = r8, r24
        add     r22 = r22, r23
        ;;
        add     r8 = r8, r25
        br.cloop.sptk 1b
        ;;
        .endm

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        mov     r11 = r0
        mov     r3 = r0
        ;;
        frame   0, 3
        frame   1, 0
        frame   3, 2
        frame   6, 1
        entry   0x7fe, TABLE + DATA + DIRTY
        entry   0x7ff, TABLE + PAGE + DATA + DIRTY
        movl    r14 = PAGES
        ;;
        movl    r15 = 1 << 8 | SIZE | 1 // region identifier 1, and the walker is enabled
        ;;
        mov     rr[r14] = r15
        movl    r14 = OFFSET | 15 << 2 | 1
        ;;
        mov     cr.pta = r14            // 32 KB, short format
        ;;
        ssm     DT
        ;;
        srlz.i
        ;;
        sum
        mov     r21 = 7
        movl    r20 = PAGES
        ;;
        mov.i   ar.lc = r21
        mov     r24 = SIZE
        movl    r23 = STRIDE
        ;;
purge:
        ptc.l   r20, r24
        add     r20 = r20, r23
        br.cloop.sptk purge
        ;;
        movl    r20 = ENTRIES
        ;;
        ptc.l   r20, r24
        movl    r26 = ENTRIES + PAGE
        ;;
        ptc.l   r26, r24
        ;;
        srlz.d
        ;;
        movl    r20 = PAGES
        mov.i   ar.lc = r21
        ;;
        mov     r22 = r0
        ;;
increment:
        ld8     r25 = [r20]
        ;;
        ptc.l   r26, r24
        add     r25 = r25, r22
        adds    r22 = 1, r22
        ;;
        srlz.d
        ;;
        st8     [r20] = r25
        add     r20 = r20, r23
        br.cloop.sptk increment
        ;;
        sum
        mov     r9 = r4
        shladd  r10 = r6, 4, r5
        shl     r7 = r7, 8
        ;;
        add     r10 = r10, r7
        ;;
        expect  r3, 0
        expect  r8, 2048
        expect  r9, 4
        expect  r10, 0x824
        expect  r11, 48
        ends

        // Adds the kind of access to r11. A nested miss that came between has not changed it.
        .macro  adds_kind
        mov     r17 = cr.isr
        ;;
        extr.u  r17 = r17, 32, 8
        ;;
        add     r11 = r11, r17
        .endm

        // VHPT Translation: inserts the page of the table that IHA lies in, by what the table says of it.
        vector  0000
        mov     r16 = cr.iha
        mov     r18 = cr.ifa
        ;;
        thash   r20 = r16
        thash   r18 = r18
        ;;
        xor     r18 = r18, r16
        movl    r28 = load_entry
        ;;
        or      r3 = r3, r18
        ;;
load_entry:
        ld8     r21 = [r20]             // nested, if it lies in the page that is missed
        ;;
        mov     cr.ifa = r16            // ITIR is that of its region
        ;;
        itc.d   r21
        ;;
        adds_kind
        adds    r4 = 1, r4
        rfi
        ;;

        // Data Nested TLB: collected nothing. r20 is what a handler refers to, in the first page of the table; r28 where it does.
        vector  1400
        mov     r24 = cr.ifa
        mov     r25 = cr.itir
        ;;
        movl    r26 = TABLE + DATA + DIRTY
        mov     cr.ifa = r20
        mov     r27 = SIZE
        ;;
        mov     cr.itir = r27
        ;;
        itc.d   r26
        ;;
        mov     cr.ifa = r24
        mov     cr.itir = r25
        mov     b7 = r28
        ;;
        srlz.d
        adds    r6 = 1, r6
        br.cond.sptk b7
        ;;

        // Page Not Present: gives out the next frame, and drops what was inserted of the absent page.
        vector  5000
        mov     r16 = cr.ifa
        movl    r21 = FRAMES + 4 * PAGE + DATA
        ;;
        thash   r20 = r16
        shl     r22 = r5, 14
        movl    r28 = store_entry
        ;;
        add     r21 = r21, r22
        ;;
store_entry:
        st8     [r20] = r21
        adds    r5 = 1, r5
        br.cond.sptk dropped            // more does not fit between two vectors
        ;;
        .text
dropped:
        mov     r22 = SIZE
        ;;
        ptc.l   r16, r22
        ;;
        srlz.d
        adds_kind
        rfi
        ;;

        // Dirty Bit: notes it in the table, and drops the translation.
        vector  2000
        mov     r16 = cr.ifa
        movl    r28 = set_dirty
        ;;
        thash   r20 = r16
        ;;
set_dirty:
        ld8     r21 = [r20]
        mov     r22 = DIRTY
        ;;
        or      r21 = r21, r22
        ;;
        st8     [r20] = r21
        adds    r7 = 1, r7
        br.cond.sptk dropped
        ;;
