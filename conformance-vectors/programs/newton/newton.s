// Division by Newton's method: frcpa begins with 11 bits of 1/b, each step doubles them, and a correction by the remainder rounds the quotient rightly.
//
// r8   355 / 113 as double, which is 3.14159292035398252                       400921fb78121fb8
// r9   1 / 3                                                                   3fd5555555555555
// r10  -1e200 / 7                                                              e947e38a1b3f4bd5
// r11  1 / 0: frcpa says that nothing is to be refined                         7ff0000000000000
        .include "program.inc"

        .macro  divide to, numerator, denominator
        movl    r14 = \numerator
        movl    r15 = \denominator
        ;;
        setf.d  f6 = r14                // a
        setf.d  f7 = r15                // b
        ;;
        frcpa   f8, p8 = f6, f7         // y ~ 1/b
        ;;
(p8)    fnma    f9 = f7, f8, f1         // e = 1 - b y
        ;;
(p8)    fma     f8 = f9, f8, f8         // y + e y
(p8)    fma     f9 = f9, f9, f0         // e^2
        ;;
(p8)    fma     f8 = f9, f8, f8
(p8)    fma     f9 = f9, f9, f0
        ;;
(p8)    fma     f8 = f9, f8, f8
        ;;
(p8)    fma.d   f10 = f6, f8, f0        // q ~ a y
        ;;
(p8)    fnma    f11 = f7, f10, f6       // a - b q, which is exact
        ;;
(p8)    fma.d   f8 = f11, f8, f10       // q and what remains
        ;;
        getf.d  \to = f8
        ;;
        .endm

        .text
        .global _start
_start:
        movl    r2 = 0x9804c0270033f    // no exception interrupts, results of 64 bits, to nearest
        ;;
        mov.m   ar.fpsr = r2
        ;;
        divide  r8, 0x4076300000000000, 0x405c400000000000
        divide  r9, 0x3ff0000000000000, 0x4008000000000000
        divide  r10, 0xe974e718d7d7625a, 0x401c000000000000
        divide  r11, 0x3ff0000000000000, 0
        expect  r8, 0x400921fb78121fb8
        expect  r9, 0x3fd5555555555555
        expect  r10, 0xe947e38a1b3f4bd5
        expect  r11, 0x7ff0000000000000
        ends
