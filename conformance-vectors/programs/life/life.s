// One life of a page of code: a kernel translates it at two addresses and reads it; then it calls it at both, reads it again, and purges both translations.
//
//   0x100000  256 KB  the kernel, with the vectors     level 0: read, write, execute
//   0x140000    4 KB  the page                         level 0, seen at 0x200000 and at 0x300000
//   0x144000   16 KB  the program                      level 3: read, execute
//
// The page holds one routine, which reads ar.k3 and asks whether level 0 may read the page. The program calls the kernel
// twice by break.i: with 0 in r14, for the page to be translated and read, and with 1, for all that comes after it.
//
// r8   what the routine gives at both addresses: ar.k3, which is 20, and 1 if the page may be read      2 * (20 + 1) = 42
// r9   0x100, if the page still holds its first word after it was executed                                        0x100
// r10  how often the program called the kernel                                                                         2
// r11  the level from which it did last                                                                                3
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        KERNEL  = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        RT      = 1 << 27
        PROGRAM = 0x1443a1              // accessed, level 3, read and execute
        PAGE    = 0x140661
        ONE     = 0x200000
        OTHER   = 0x300000
        SMALL   = 12 << 2
        SIZE    = 14 << 2
        LARGE   = 18 << 2

        // Inserts the page at an address into the cache of a stream.
        .macro  sees stream, address
        movl    r16 = \address
        ;;
        mov     cr.ifa = r16
        ;;
        itc.\stream r17
        ;;
        .endm

        .text
        .global _start
_start:
        handlers
        rsm     IC
        ;;
        srlz.i
        ;;
        translates i, 0, 0x100000, KERNEL, LARGE
        translates d, 0, 0x100000, KERNEL, LARGE
        translates i, 1, 0x144000, PROGRAM, SIZE
        mov     r14 = 20
        ;;
        mov     ar.k3 = r14
        mov     r9 = r0
        movl    r14 = IT | DT | RT | IC | BN | CPL
        ;;
        movl    r15 = program
        mov     cr.ipsr = r14
        mov     r8 = r0
        ;;
        mov     cr.iip = r15
        mov     cr.ifs = r0
        mov     r10 = r0
        ;;
        srlz.i
        rfi
        ;;

        .section .at.140000, "ax", @progbits
routine:
        mov     r14 = ar.k3
        ;;
        nop.m   0
        nop.i   0
        ;;
        probe.r r15 = r3, 0
        ;;
        nop.m   0
        nop.i   0
        ;;
        br.ret.sptk b0
        ;;

        .section .at.144000, "ax", @progbits
program:
        mov     r14 = r0
        ;;
        break.i 0x100
        ;;
        mov     r14 = 1
        ;;
        break.i 0x100
        ;;
        expect  r8, 42
        expect  r9, 0x100
        expect  r10, 2
        expect  r11, 3
        ends

        // Break Instruction
        vector  2c00
        mov     r31 = pr
        cmp.eq  p8, p9 = 0, r14
        adds    r10 = 1, r10
        ;;
        movl    r20 = first
        movl    r3 = ONE
        ;;
        ld8     r22 = [r20]
(p8)    br.cond.spnt prepare
        ;;
        mov     b6 = r3
        ;;
        br.call.sptk b0 = b6
        ;;
        add     r8 = r8, r14
        movl    r19 = OTHER
        ;;
        add     r8 = r8, r15
        mov     b6 = r19
        ;;
        br.call.sptk b0 = b6
        ;;
        add     r8 = r8, r14
        ;;
        add     r8 = r8, r15
        ld8     r21 = [r3]              // as it was executed
        ;;
        sub     r21 = r21, r22
        movl    r20 = SMALL
        ;;
        add     r9 = r9, r21
        ptc.l   r3, r20
        ;;
        ptc.l   r19, r20
        adds    r9 = 0x100, r9
        ;;
        srlz.i
        ;;
        br.cond.sptk leave
        ;;
prepare:
        movl    r18 = SMALL
        movl    r17 = PAGE
        ;;
        mov     cr.itir = r18
        ;;
        sees    d, ONE
        sees    i, ONE
        sees    i, OTHER
        srlz.d
        ;;
        ld8     r21 = [r3]              // before it is executed
        ;;
        sub     r9 = r21, r22
        ;;
leave:
        mov     r16 = cr.ipsr
        ;;
        extr.u  r11 = r16, 32, 2
        skip_instruction
        mov     pr = r31, -1
        rfi
        ;;

        // What the page begins with.
        .section .at.120000, "ax", @progbits
first:
        mov     r14 = ar.k3
        ;;
        nop.m   0
        nop.i   0
        ;;
