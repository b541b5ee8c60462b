// The sieve of Eratosthenes below 1000: a byte for each number, 1 if it has been crossed out.
//
// r8   how many primes there are                             168
// r9   the greatest of them                                  997
// r10  their sum                                             76127
// r11  how often a number was crossed out: for each prime p below 32 as many multiples as there are from p*p on:
//      498 + 331 + 195 + 136 + 80 + 64 + 42 + 34 + 21 + 6 + 2                      1409
        .include "program.inc"

        .text
        .global _start
_start:
        movl    r14 = crossed
        mov     r8 = r0
        ;;
        mov     r15 = 1000              // the limit
        mov     r16 = 2                 // the next number
        mov     r17 = 1
        mov     r10 = r0
        mov     r11 = r0
        ;;
        mov     r19 = 4                 // its square
        ;;
number:
        add     r20 = r14, r16
        ;;
        ld1     r21 = [r20]
        ;;
        cmp.ne  p8, p9 = r21, r0
(p8)    br.cond.dptk following
        ;;
        adds    r8 = 1, r8
        mov     r9 = r16
        add     r10 = r10, r16
        cmp.geu p8, p9 = r19, r15
(p8)    br.cond.dptk following
        ;;
        mov     r22 = r19
        ;;
cross:
        add     r20 = r14, r22
        add     r22 = r22, r16
        adds    r11 = 1, r11
        ;;
        st1     [r20] = r17
        cmp.ltu p8, p9 = r22, r15
(p8)    br.cond.dptk cross
        ;;
following:
        shladd  r19 = r16, 1, r19       // (n + 1)^2 = n^2 + 2n + 1
        adds    r16 = 1, r16
        ;;
        adds    r19 = 1, r19
        cmp.ltu p8, p9 = r16, r15
(p8)    br.cond.dptk number
        ;;
        expect  r8, 168
        expect  r9, 997
        expect  r10, 76127
        expect  r11, 1409
        ends

        .bss
        .align  16
crossed:
        .skip   1000
