// Search of a text for a word, with loads that are done before it is known whether they may be.
//
// The first byte of each place is loaded by ld1.s before the end of the text is tested. The word is reached through a pointer that is loaded by ld8.s, too:
// where that load is deferred the pointer is NaT, so is the address of the next load, and so is its target.
// References that are not translated go to memory that permits no speculation: every ld.s is deferred, and every
// chk.s goes to its recovery code, which loads again.
//
// text  "the quick brown fox jumps over the lazy dog, not the lazy cat"     61 bytes
// word  "lazy cat"                                                            8 bytes
//
// r8   where the word stands                                 53
// r9   how many places were looked at: 0 to 53               54
// r10  how many bytes were compared
//        54 first bytes; of them those that match: the only two "l" stand at 35 and 53; the place 35 compares
//        "azy " and then d with c: 5 more, the place 53 the remaining 7                54 + 5 + 7 = 66
// r11  how many recoveries there were: one for the first byte of each place, two for the pointer and the
//        first byte of the word, none for the rest, which is loaded without speculation     54 + 2 = 56
        .include "program.inc"

        .text
        .global _start
_start:
        movl    r14 = text
        mov     r9 = r0
        ;;
        movl    r15 = last              // where the word can stand at most
        mov     r10 = r0
        ;;
        movl    r16 = pointer
        mov     r11 = r0
        ;;
        ld8.s   r17 = [r16]             // where the word is
        ;;
        ld1.s   r18 = [r17]             // its first byte
        mov     r20 = r14
        ;;
        adds    r19 = 0, r18            // a copy of NaT is NaT
        tnat.nz p8, p9 = r17
        ;;
        tnat.z.and p8, p0 = r19         // p8: the pointer is NaT, and yet the byte is not
        ;;
(p8)    br.cond.spnt failed
        ;;
        chk.s.m r17, reload_pointer
        ;;
have_pointer:
        chk.s.m r18, reload_first
        ;;
have_first:
        ld1.s   r21 = [r20]             // before the end is tested
        cmp.gtu p6, p7 = r20, r15
(p6)    br.cond.spnt failed
        ;;
        chk.s.m r21, reload_byte
        ;;
have_byte:
        adds    r9 = 1, r9
        adds    r10 = 1, r10
        cmp.eq  p8, p9 = r21, r18
(p9)    br.cond.sptk next
        ;;
        adds    r22 = 1, r20            // compare the rest
        adds    r23 = 1, r17
        mov     r24 = 7
        ;;
rest:
        ld1     r25 = [r22], 1
        ld1     r26 = [r23], 1
        adds    r24 = -1, r24
        adds    r10 = 1, r10
        ;;
        cmp.ne  p8, p9 = r25, r26
(p8)    br.cond.spnt next
        ;;
        cmp.ne  p8, p9 = r24, r0
(p8)    br.cond.sptk rest
        ;;
        br.cond.sptk found
        ;;
next:
        adds    r20 = 1, r20
        br.cond.sptk have_first
        ;;
found:
        sub     r8 = r20, r14
        ;;
        expect  r8, 53
        expect  r9, 54
        expect  r10, 66
        expect  r11, 56
        ends

reload_pointer:
        ld8     r17 = [r16]
        adds    r11 = 1, r11
        br.cond.sptk have_pointer
        ;;
reload_first:
        ld1     r18 = [r17]
        adds    r11 = 1, r11
        br.cond.sptk have_first
        ;;
reload_byte:
        ld1     r21 = [r20]
        adds    r11 = 1, r11
        br.cond.sptk have_byte
        ;;

        .data
        .align  8
pointer:
        data8   word
text:
        .ascii  "the quick brown fox jumps over the lazy dog, not the lazy cat"
        last = . - 8
word:
        .asciz  "lazy cat"
