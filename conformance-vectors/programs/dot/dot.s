// The scalar product of two vectors, each step rounded to 53 bits, and once more to 64.
//
// r8   1·1 + 2·4 + 3·9 + ... + 8·64 as double: 1296 is 1.265625 times 2^10     4094400000000000
// r9   the same as an integer                                                  1296
// r10  2^53·1 + 1·1 - 2^53·1, each sum a double: 2^53 + 1 becomes 2^53         0
// r11  the same with sums of 64 bits, as an integer                            1
        .include "program.inc"

        .text
        .global _start
_start:
        movl    r2 = 0x9804c0270033f    // no exception interrupts, results of 64 bits, to nearest
        ;;
        mov.m   ar.fpsr = r2
        movl    r14 = first
        movl    r15 = second
        mov     r16 = 8
        mov     f6 = f0
        ;;
product:
        ldfd    f7 = [r14], 8
        ldfd    f8 = [r15], 8
        adds    r16 = -1, r16
        ;;
        fma.d   f6 = f7, f8, f6
        cmp.ne  p8, p9 = r16, r0
(p8)    br.cond.dptk product
        ;;
        getf.d  r8 = f6
        fcvt.fx.trunc f9 = f6
        ;;
        getf.sig r9 = f9
        movl    r14 = third
        mov     r16 = 3
        mov     f6 = f0
        mov     f10 = f0
        ;;
difference:
        ldfd    f7 = [r14], 8
        adds    r16 = -1, r16
        ;;
        fma.d   f6 = f7, f1, f6
        fma     f10 = f7, f1, f10
        cmp.ne  p8, p9 = r16, r0
(p8)    br.cond.dptk difference
        ;;
        getf.d  r10 = f6
        fcvt.fx.trunc f9 = f10
        ;;
        getf.sig r11 = f9
        ;;
        expect  r8, 0x4094400000000000
        expect  r9, 1296
        expect  r10, 0
        expect  r11, 1
        ends

        .data
        .align  16
first:
        data8   0x3ff0000000000000, 0x4000000000000000, 0x4008000000000000, 0x4010000000000000      // 1 to 8
        data8   0x4014000000000000, 0x4018000000000000, 0x401c000000000000, 0x4020000000000000
second:
        data8   0x3ff0000000000000, 0x4010000000000000, 0x4022000000000000, 0x4030000000000000      // their squares
        data8   0x4039000000000000, 0x4042000000000000, 0x4048800000000000, 0x4050000000000000
third:
        data8   0x4340000000000000, 0x3ff0000000000000, 0xc340000000000000                          // 2^53, 1, -2^53
