// A loop whose iterations overlap: c[i] = a[i] + b[i] for twelve words, in four stages.
//
//   stage 0  p16  loads of a[i] to r32 and b[i] to r36
//   stage 1  p17  nothing: the loads are on their way
//   stage 2  p18  r40 = r34 + r38, which were r32 and r36 two rotations ago
//   stage 3  p19  store of r41, which was r40 one rotation ago
//
// r8   the sum of all c:     sum(a) = 1000 * 78 = 78000, sum(b) = 1+4+9+...+144 = 650              78650
// r9   c[0] xor ... xor c[11]                                                                        124
// r10  how often the loop ran: twelve iterations and three stages to drain                           15
// r11  c[11]: 12000 + 144                                                                            12144
        .include "program.inc"

        .text
        .global _start
_start:
        alloc   r31 = ar.pfs, 0, 16, 0, 16
        mov     r10 = r0
        ;;
        movl    r14 = a
        mov     r20 = 11
        ;;
        movl    r15 = b
        mov     r21 = 4
        ;;
        movl    r16 = c
        mov.i   ar.lc = r20
        ;;
        mov.i   ar.ec = r21
        ;;
        mov     pr.rot = 1 << 16        // p16 alone
        ;;
loop:
(p16)   ld8     r32 = [r14], 8
(p16)   ld8     r36 = [r15], 8
(p18)   add     r40 = r34, r38
(p19)   st8     [r16] = r41, 8
        adds    r10 = 1, r10
        br.ctop.sptk loop
        ;;
        movl    r14 = c
        mov     r8 = r0
        ;;
        mov     r9 = r0
        mov.i   ar.lc = r20
        ;;
sum:
        ld8     r11 = [r14], 8
        ;;
        add     r8 = r8, r11
        xor     r9 = r9, r11
        br.cloop.sptk sum
        ;;
        expect  r8, 78650
        expect  r9, 124
        expect  r10, 15
        expect  r11, 12144
        ends

        .data
        .align  8
a:
        data8   1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10000, 11000, 12000
b:
        data8   1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144
        .bss
        .align  8
c:
        .skip   96
