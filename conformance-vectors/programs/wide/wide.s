// Arithmetic of 128 bits with registers of 64.
//
// r8   34!, the greatest factorial of 128 bits: bits 127:64        (34! = 295232799039604140847618609643520000000)
// r9   bits 63:0
// r10  0xfedcba9876543210 * 0x0123456789abcdef, less 2^64 + 1: bits 127:64
// r11  bits 63:0
//
// A sum of two words carries if it is less than either of them; a difference borrows if the first word is less
// than the second. A product is made of doubled sums, from the highest bit of the multiplier down.
        .include "program.inc"

        .text
        .global _start
_start:
        mov     r8 = r0                 // 1, then 34 times the product
        mov     r9 = 1
        mov     r20 = 1                 // the next factor
        ;;
factorial:
        mov     r16 = r8                // what is multiplied
        mov     r17 = r9
        mov     r8 = r0
        mov     r9 = r0
        shl     r18 = r20, 58           // its six bits at the top
        mov     r21 = 5
        ;;
        mov.i   ar.lc = r21
        ;;
factor:
        shrp    r8 = r8, r9, 63         // twice the sum
        add     r9 = r9, r9
        tbit.nz p8, p9 = r18, 63
        shl     r18 = r18, 1
        ;;
(p8)    add     r9 = r9, r17
(p8)    add     r8 = r8, r16
        ;;
(p8)    cmp.ltu.unc p10, p11 = r9, r17  // p10: it carries
        ;;
(p10)   adds    r8 = 1, r8
        br.cloop.sptk factor
        ;;
        adds    r20 = 1, r20
        ;;
        cmp.ge  p8, p9 = 34, r20
(p8)    br.cond.sptk factorial
        ;;
        movl    r16 = 0xfedcba9876543210
        ;;
        movl    r18 = 0x0123456789abcdef
        mov     r10 = r0
        ;;
        mov     r11 = r0
        mov     r21 = 63
        ;;
        mov.i   ar.lc = r21
        ;;
bit:
        shrp    r10 = r10, r11, 63
        shladd  r11 = r11, 1, r0
        tbit.nz p8, p9 = r18, 63
        shl     r18 = r18, 1
        ;;
(p8)    add     r11 = r11, r16
        ;;
(p8)    cmp.ltu.unc p10, p11 = r11, r16
        ;;
(p10)   adds    r10 = 1, r10
        br.cloop.sptk bit
        ;;
        cmp.eq  p10, p11 = 0, r11       // 2^64 + 1 is taken away, with a borrow if the low word is 0
        adds    r10 = -1, r10
        ;;
        adds    r11 = -1, r11
(p10)   adds    r10 = -1, r10
        ;;
        expect  r8, 0xde1bc4d19efcac82
        expect  r9, 0x445da75b00000000
        expect  r10, 0x0121fa00ad77d741
        expect  r11, 0x2236d88fe5618cef
        ends
