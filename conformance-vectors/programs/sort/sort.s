// Insertion sort of sixteen signed words.
//
// r8   the smallest word after sorting                     -9000000000
// r9   the largest                                          9223372036854775807
// r10  the sum of (16 - i) * word[i], i from 0, modulo 2^64, which depends on the order
// r11  how many words were moved, which is the number of pairs in the wrong order at the beginning: 50
//
// The pairs, for each word how many greater ones stand before it:
//   5:0  3:1  900:0  -7:3  3:2  0:4  2^63-1:0  -9000000000:7  12:2  11:3  10:4  1:8  -1:10  64:2  32:3  4096:1
//   1 + 3 + 2 + 4 + 7 + 2 + 3 + 4 + 8 + 10 + 2 + 3 + 1 = 50
        .include "program.inc"

        .text
        .global _start
_start:
        movl    r14 = words
        mov     r11 = r0
        ;;
        movl    r15 = words_end
        adds    r16 = 8, r14            // the word that is inserted next
        ;;
outer:
        cmp.geu p6, p7 = r16, r15
(p6)    br.cond.spnt sorted
        ;;
        ld8     r17 = [r16]
        adds    r18 = -8, r16           // the word before the gap
        mov     r19 = r16               // the gap
        ;;
inner:
        cmp.ltu p8, p9 = r18, r14
(p8)    br.cond.spnt insert
        ;;
        ld8     r20 = [r18], -8
        ;;
        cmp.le  p8, p9 = r20, r17
(p8)    br.cond.spnt insert
        ;;
        st8     [r19] = r20, -8
        adds    r11 = 1, r11
        br.cond.sptk inner
        ;;
insert:
        st8     [r19] = r17
        adds    r16 = 8, r16
        br.cond.sptk outer
        ;;
sorted:                                 // each word at least as great as the one before; two sums
        mov     r10 = r0
        mov     r21 = r0
        mov     r16 = r14
        ;;
        ld8     r22 = [r16]
        ;;
        mov     r8 = r22
        ;;
sum:
        ld8     r9 = [r16], 8
        ;;
        cmp.lt  p8, p9 = r9, r22
        add     r21 = r21, r9
(p8)    br.cond.spnt failed
        ;;
        add     r10 = r10, r21
        mov     r22 = r9
        cmp.ltu p8, p9 = r16, r15
(p8)    br.cond.sptk sum
        ;;
        expect  r8, -9000000000
        expect  r9, 0x7fffffffffffffff
        expect  r10, 0x7fffffde78ee8d11
        expect  r11, 50
        ends

        .data
        .align  8
words:
        data8   5, 3, 900, -7, 3, 0, 0x7fffffffffffffff, -9000000000
        data8   12, 11, 10, 1, -1, 64, 32, 4096
words_end:
