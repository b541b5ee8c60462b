// Saves and restores f32 to f127, one of which holds no thing, as a kernel does that gives them to another process.
//
// r8   the sum of the significands 3 n of f n, but for f40: 3 (32 + ... + 127 - 40)     22776
// r9   how many of them hold no thing                                          1
// r10  the bit mfh: 1 after they were set, 0 after it is cleared, 0 after they are saved, 1 after they are restored,
//      as four binary digits                                                   9
// r11  the sum while another process has them, which sets each to 1            96
        .include "program.inc"
        .altmacro

        .macro  set n
        mov     r16 = 3 * n
        ;;
        setf.sig f\n = r16
        .endm

        .macro  one n
        setf.sig f\n = r17
        ;;
        .endm

        .macro  save n
        stf.spill [r14] = f\n, 16
        ;;
        .endm

        .macro  restore n
        ldf.fill f\n = [r14], 16
        ;;
        .endm

        .macro  sum n
        getf.sig r18 = f\n
        ;;
        tnat.nz p8, p9 = r18
        ;;
(p8)    adds    r9 = 1, r9
(p9)    add     r19 = r19, r18
        ;;
        .endm

        .macro  each what
i       = 32
        .rept   96
        what    %i
i       = i + 1
        .endr
        .endm

        .macro  digit
        mov     r20 = psr.um
        ;;
        extr.u  r20 = r20, 5, 1
        ;;
        shladd  r10 = r10, 1, r20
        ;;
        .endm

        .text
        .global _start
_start:
        mov     r9 = r0
        mov     r10 = r0
        mov     r17 = 1
        mov     r19 = r0
        ;;
        each    set
        movl    r14 = place
        mov     r2 = -1
        ;;
        mov.m   ar.unat = r2
        ;;
        ld8.fill r16 = [r14]
        ;;
        setf.sig f40 = r16              // NaTVal
        ;;
        digit
        rum     32
        ;;
        digit
        each    save
        digit
        each    one
        each    sum
        mov     r11 = r19
        mov     r19 = r0
        movl    r14 = place
        rum     32
        ;;
        each    restore
        digit
        each    sum
        mov     r8 = r19
        ;;
        expect  r8, 22776
        expect  r9, 1
        expect  r10, 9
        expect  r11, 96
        ends

        .bss
        .align  16
place:
        .skip   96 * 16
