// A kernel that has a register stack of its own. Its handler of breaks covers the frame of the program, moves BSPSTORE to the
// kernel's store, and calls a function that calls itself thirty times; what the program had in registers goes to the kernel's store
// in between, and loadrs brings it back, before BSPSTORE and RNAT are again those of the program.
//
// The program has seventy registers, r32 to r101, which hold three times their number; two of them, r50 and r90, are NaT.
//
// r8   the sum of those that are not NaT, after the break: 3 * (32 + ... + 101 - 50 - 90) = 3 * 4515      0x34e9
// r9   what the kernel computed: 1 + ... + 30                                                             0x1d1
// r10  how many of the seventy were NaT                                                                    2
// r11  how many bytes loadrs loaded: seventy registers and a collection                                    8 * 71 = 0x238
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        STORE  = 0x2001e0
        KERNEL = 0x210000

        .text
        .global _start
_start:
        handlers
        mov     ar.rsc = r0
        movl    r14 = STORE
        ;;
        mov     ar.bspstore = r14
        ;;
        alloc   r31 = ar.pfs, 0, 70, 0, 0
        mov     r8 = r0
        mov     r10 = r0
        ;;
        .irp    number, 32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101
        mov     r\number = 3 * \number
        .endr
        ;;
        ld8.s   r50 = [r0]              // not translated: deferred
        ld8.s   r90 = [r0]
        ;;
        break.i 0x100
        ;;
        .irp    number, 32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101
        tnat.nz p8, p9 = r\number
        ;;
(p8)    adds    r10 = 1, r10
(p9)    add     r8 = r8, r\number
        ;;
        .endr
        movl    r14 = STORE
        mov.m   r15 = ar.bsp
        mov.m   r16 = ar.bspstore
        ;;
        cmp.ne  p8, p9 = r14, r15
        cmp.ltu p10, p11 = r16, r14
(p8)    br.cond.spnt failed
(p10)   br.cond.spnt failed
        ;;
        expect  r8, 0x34e9
        expect  r9, 0x1d1
        expect  r10, 2
        expect  r11, 0x238
        ends

// 1 + ... + r32 in r9
sum:
        alloc   r33 = ar.pfs, 1, 9, 1, 0
        mov     r34 = b0
        cmp.eq  p6, p7 = r0, r32
        ;;
(p6)    mov     r9 = r0
(p6)    br.ret.sptk b0
        mov     r41 = r32
        adds    r42 = -1, r32
        br.call.sptk b0 = sum
        ;;
        add     r9 = r9, r41
        mov.i   ar.pfs = r33
        mov     b0 = r34
        ;;
        br.ret.sptk b0
        ;;

        vector  2c00
        mov     r31 = pr
        br.cond.sptk service
        ;;

        .text
service:
        skip_instruction
        cover
        ;;
        mov     r19 = ar.pfs
        mov     r20 = b0
        mov.m   r21 = ar.bspstore
        ;;
        mov.m   r22 = ar.rnat
        mov     r23 = cr.ifs
        movl    r24 = KERNEL
        ;;
        mov     ar.bspstore = r24
        ;;
        alloc   r25 = ar.pfs, 0, 0, 1, 0
        ;;
        mov     r32 = 30
        br.call.sptk b0 = sum
        ;;
        alloc   r25 = ar.pfs, 0, 0, 0, 0
        ;;
        mov.m   r26 = ar.bsp
        ;;
        sub     r11 = r26, r24
        ;;
        shl     r26 = r11, 16
        ;;
        mov     ar.rsc = r26
        ;;
        loadrs
        ;;
        mov     ar.bspstore = r21
        ;;
        mov     ar.rnat = r22
        mov     ar.rsc = r0
        mov     cr.ifs = r23
        ;;
        mov.i   ar.pfs = r19
        mov     b0 = r20
        mov     pr = r31, -1
        ;;
        srlz.i
        rfi
        ;;
