// A page table that software walks: the handlers of TLB misses, of absent pages, and of first stores.
//
//   region 1   eight pages of 16 KB, one after the other; pages 0, 1, 3 and 6 are present at first
//   region 2   their page table, eight bytes for each; it is not translated either until a handler wants it
//
// Memory: the table at 0x180000, frames of 16 KB from 0x200000 on. Frame k of the first four begins with the word
// 100 * (k + 1), and ends with k + 1. Frames that are given out later hold zeros.
//
// Pass 1 adds first and last word of all pages: 100 + 200 + 300 + 400 + 1 + 2 + 3 + 4 = 1010, of which the absent ones
// give 0, once they are there. Then all translations are purged. Pass 2 adds i to the first word of page i, pass 3
// adds all words again: 1010 + 0 + 1 + ... + 7 = 1038.
//
// r8   sum of passes 1 and 3                                                                   2048
// r9   misses: eight pages before the purge, eight after                                         16
// r10  pages that were absent: 2, 4, 5, 7; 16 for each miss in the table, one before the purge and one after;
//      256 for each first store to a page                                        4 + 2 * 16 + 8 * 256 = 0x824
// r11  sum of the bits 39:32 of ISR, of which x, w, r and na are the lower four: all misses are of loads, since pass 2 loads
//      before it stores, all absent pages too, first stores are stores:            20 * 4 + 8 * 2 = 96
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        SELF    = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        DIRTY   = 1 << 6
        DATA    = 0x421                 // the same, not dirty, read and write
        SIZE    = 14 << 2
        LARGE   = 18 << 2
        PAGES   = 0x2000000000000000
        ENTRIES = 0x4000000000000000
        TABLE   = 0x180000
        FRAMES  = 0x200000
        PAGE    = 0x4000

        // The entry of page PAGE_NUMBER leads to frame FRAME, which is filled.
        .macro  frame page_number, frame
        movl    r14 = TABLE + 8 * \page_number
        ;;
        movl    r15 = FRAMES + \frame * PAGE + DATA
        ;;
        st8     [r14] = r15
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

        // Adds first and last word of all pages to r8.
        .macro  sum
        movl    r20 = PAGES
        mov     r21 = 7
        ;;
        movl    r22 = PAGES + PAGE - 8
        mov.i   ar.lc = r21
        ;;
        movl    r23 = PAGE
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
        ;;
        frame   0, 3
        frame   1, 0
        frame   3, 2
        frame   6, 1
        rsm     IC
        ;;
        srlz.i
        ;;
        translates d, 0, 0x100000, SELF, LARGE
        movl    r14 = PAGES
        ;;
        movl    r15 = 1 << 8 | SIZE     // region identifier 1
        ;;
        mov     rr[r14] = r15
        movl    r14 = ENTRIES
        ;;
        movl    r15 = 2 << 8 | SIZE
        ;;
        mov     rr[r14] = r15
        ;;
        ssm     IC | DT
        ;;
        srlz.i
        ;;
        sum
        mov     r21 = 7
        movl    r20 = PAGES
        ;;
        mov.i   ar.lc = r21
        mov     r24 = SIZE
        movl    r23 = PAGE
        ;;
purge:
        ptc.l   r20, r24
        add     r20 = r20, r23
        br.cloop.sptk purge
        ;;
        movl    r20 = ENTRIES
        ;;
        ptc.l   r20, r24
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
        add     r25 = r25, r22
        adds    r22 = 1, r22
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
        expect  r8, 2048
        expect  r9, 16
        expect  r10, 0x824
        expect  r11, 96
        ends

        // r20: address of the entry of the page that is in IFA
        .macro  walks
        mov     r16 = cr.ifa
        movl    r20 = ENTRIES
        ;;
        extr.u  r16 = r16, 14, 47
        ;;
        shladd  r20 = r16, 3, r20
        ;;
        .endm

        // Adds the kind of access to r11. A nested miss that came between has not changed it.
        .macro  adds_kind
        mov     r17 = cr.isr
        ;;
        extr.u  r17 = r17, 32, 8
        ;;
        add     r11 = r11, r17
        .endm

        // Alternate Data TLB: the walker is off. Inserts what the table says, be it present or not.
        vector  1000
        walks
        movl    r28 = load_entry
        ;;
load_entry:
        ld8     r21 = [r20]             // missed if the table is not translated yet
        ;;
        itc.d   r21
        ;;
        adds_kind
        adds    r4 = 1, r4
        rfi
        ;;

        // Data Nested TLB: collected nothing. r20 is what a handler refers to, r28 where it does.
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

        // Page Not Present: gives out the next frame.
        vector  5000
        walks
        movl    r21 = FRAMES + 4 * PAGE + DATA
        ;;
        shl     r22 = r5, 14
        movl    r28 = store_entry
        ;;
        add     r21 = r21, r22
        ;;
store_entry:
        st8     [r20] = r21
        ;;
        br.cond.sptk found              // more does not fit between two vectors
        ;;
        .text
found:
        itc.d   r21
        ;;
        adds_kind
        adds    r5 = 1, r5
        rfi
        ;;

        // Dirty Bit: notes it in the table, and replaces the translation.
        vector  2000
        walks
        movl    r28 = set_dirty
        ;;
set_dirty:
        ld8     r21 = [r20]
        mov     r22 = DIRTY
        ;;
        or      r21 = r21, r22
        ;;
        st8     [r20] = r21
        itc.d   r21
        ;;
        adds_kind
        adds    r7 = 1, r7
        rfi
        ;;
