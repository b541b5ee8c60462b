// A program at privilege level 3, and two ways into the kernel: break.i, and a gate page on which epc promotes.
//
//   0x100000  256 KB  the kernel, with the vectors     level 0: read, write, execute
//   0x140000   16 KB  the program                      level 3: read, execute
//   0x144000   16 KB  the gate                         level 0, access rights 7: anyone executes, epc promotes to 0
//   0x148000   16 KB  a page of the program            level 3: read, write
//
// All addresses are those of memory, and all references are translated. The kernel enters the program by rfi.
//
// r8   what break.i 0x100 computed of r14 = 40 and r15 = 2: the sum; the handler covers the frame of the program, has one
//      of its own, and rfi brings the former back: r32 to r35 hold 1 to 4, whose sum is added        42 + 10 = 52
// r9   what the gate computed of them: 38, to which it adds 1 if cr.iva could be read, and the level to which br.ret
//      goes, bits 63:62 of ar.pfs, times 256                                            38 + 1 + 3 * 256 = 0x327
// r10  what the kernel refused, one each in bits of four: bit 0 Privileged Operation, of a mov from cr.iva after the gate,
//      and once more after an epc that is not on a gate page; bit 4 Data Access Rights, of a load and a store
//      to the kernel's page and a store to the program's own code; bit 8 Instruction Access Rights, of a branch into the
//      kernel; bit 12 Alternate Data TLB, of a load from the gate page, which is translated for fetches only        0x1132
// r11  the codes of ISR for Privileged Operation, 0x10 each, and bits x, w, r, na of ISR, in that order from bit 8,
//      of the others: r, w, w, x, r                     2 * 0x10 + (4 + 2 + 2 + 1 + 4) * 0x100             = 0xd20
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        KERNEL  = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        PROGRAM = 0x1403a1              // accessed, level 3, read and execute
        GATE    = 0x144e21              // accessed, level 0, execute and promote
        OWN     = 0x1485e1              // accessed, dirty, level 3, read and write
        SIZE    = 14 << 2
        LARGE   = 18 << 2

        .text
        .global _start
_start:
        handlers
        rsm     IC
        ;;
        srlz.i
        ;;
        translates i, 0, 0x100000, KERNEL, LARGE
        translates i, 1, 0x140000, PROGRAM, SIZE
        translates i, 2, 0x144000, GATE, SIZE
        translates d, 0, 0x100000, KERNEL, LARGE
        translates d, 1, 0x140000, PROGRAM, SIZE
        translates d, 2, 0x148000, OWN, SIZE
        movl    r14 = IT | DT | IC | BN | CPL
        ;;
        movl    r15 = program
        mov     cr.ipsr = r14
        mov     r10 = r0
        ;;
        mov     cr.iip = r15
        mov     cr.ifs = r0
        mov     r11 = r0
        ;;
        srlz.i
        rfi
        ;;

        .section .at.140000, "ax", @progbits
program:
        alloc   r31 = ar.pfs, 0, 4, 2, 0
        mov     r14 = 40
        mov     r15 = 2
        ;;
        mov     r32 = 1
        mov     r33 = 2
        mov     r34 = 3
        mov     r35 = 4
        mov     r36 = 5
        ;;
        break.i 0x100
        ;;
        add     r32 = r32, r33
        add     r34 = r34, r35
        cmp.ne  p8, p9 = 5, r36
(p8)    br.cond.spnt failed
        ;;
        add     r32 = r32, r34
        ;;
        add     r8 = r8, r32
        br.call.sptk b0 = gate
        ;;
        cmp.ne  p8, p9 = 5, r36
(p8)    br.cond.spnt failed
        ;;
        mov     r16 = cr.iva            // at level 3 again
        ;;
        epc                             // not on a gate page
        ;;
        mov     r16 = cr.iva
        ;;
        movl    r20 = kernel_word
        ;;
        movl    r21 = program
        ;;
        movl    r22 = gate
        ;;
        movl    r23 = kernel_code
        ;;
        ld8     r16 = [r20]
        ;;
        st8     [r20] = r0
        ;;
        st8     [r21] = r0
        ;;
        ld8     r16 = [r22]
        mov     b6 = r23
        ;;
        movl    r24 = back
        ;;
        mov     b7 = r24
        br.cond.sptk b6
        ;;
back:
        movl    r20 = 0x148000          // its own page
        mov     r16 = 0x77
        ;;
        st8     [r20] = r16
        ;;
        ld8     r17 = [r20]
        ;;
        cmp.ne  p8, p9 = r16, r17
(p8)    br.cond.spnt failed
        ;;
        expect  r8, 52
        expect  r9, 0x327
        expect  r10, 0x1132
        expect  r11, 0xd20
        ends

        .section .at.144000, "ax", @progbits
gate:
        epc
        ;;
        mov     r16 = cr.iva
        movl    r18 = 0x110000
        ;;
        mov.i   r17 = ar.pfs
        cmp.eq  p8, p9 = r16, r18
        sub     r9 = r14, r15
        ;;
        extr.u  r17 = r17, 62, 2
(p8)    adds    r9 = 1, r9
        ;;
        shl     r17 = r17, 8
        ;;
        add     r9 = r9, r17
        br.ret.sptk b0
        ;;

        // Break Instruction. r14 and r15 are in no bank, and so are visible.
        vector  2c00
        mov     r16 = cr.iim
        mov     r17 = 0x100
        mov     r31 = pr
        mov     r18 = psr
        movl    r19 = IT | DT           // what is left of PSR
        ;;
        cmp.ne  p8, p9 = r16, r17
        cmp.ne  p6, p7 = r18, r19
(p8)    br.cond.spnt failed_kernel
(p6)    br.cond.spnt failed_kernel
        ;;
        cover                           // PSR.ic is 0: cr.ifs keeps the frame of the program
        ;;
        alloc   r19 = ar.pfs, 0, 2, 0, 0
        mov     r20 = cr.ifs
        ;;
        mov     r32 = r14
        mov     r33 = r15
        tbit.z  p8, p9 = r20, 63
(p8)    br.cond.spnt failed_kernel
        ;;
        add     r8 = r32, r33
        mov.i   ar.pfs = r19
        skip_instruction
        mov     pr = r31, -1
        rfi
        ;;

        // r19: what to add to r10; r20: what to add to r11; the instruction is skipped
        .macro  refuses count
        mov     r31 = pr
        mov     r19 = \count
        mov     r20 = cr.isr
        ;;
        extr.u  r20 = r20, 32, 4
        br.cond.sptk refused
        ;;
        .endm

        // General Exception
        vector  5400
        mov     r31 = pr
        mov     r19 = 1
        mov     r20 = cr.isr
        ;;
        extr.u  r20 = r20, 0, 16
        br.cond.sptk refused_code
        ;;

        // Data Access Rights
        vector  5300
        refuses 0x10

        // Instruction Access Rights: leads to b7
        vector  5200
        mov     r20 = cr.isr
        mov     r21 = b7
        mov     r22 = 0x100
        ;;
        extr.u  r20 = r20, 32, 4
        add     r10 = r10, r22
        ;;
        shl     r20 = r20, 8
        mov     cr.iip = r21
        ;;
        add     r11 = r11, r20
        rfi
        ;;

        // Alternate Data TLB
        vector  1000
        refuses 0x1000

        .text
refused:
        shl     r20 = r20, 8
        ;;
refused_code:
        add     r10 = r10, r19
        add     r11 = r11, r20
        skip_instruction
        mov     pr = r31, -1
        rfi
        ;;
failed_kernel:
        break.m 1
        ;;
kernel_code:
        nop.m   0
        ;;
        .data
        .align  8
kernel_word:
        data8   0x1234
