// One fault after the other, most of them for one reason each: the handlers compare what was collected with a table that stands at the end.
//
// The table has four words for each fault, in the order of the program:
//   the offset of the vector
//   ISR without its field ei, which must be what PSR.ri was
//   what IFA holds, or IIM for a break; 0 where it says nothing
//   what to do: 0 goes on behind the instruction, LEAVE goes to b7, and other values are bits of PSR for one instruction, which is tried again
//
// Part 1 translates nothing, part 2 data, part 3 is at level 3 with instructions translated too. Addresses are those of memory:
//   0x100000  256 KB  this program              level 3: read, write, execute
//   0x200000   16 KB  neither accessed nor dirty     0x204000  not present         0x208000  a NaT page
//   0x20c000   16 KB  read only                      0x210000  uncacheable         0x214000  not dirty
//   0x300000  nothing; for instructions 0x160000 not present, 0x164000 a NaT page, 0x168000 not executable, 0x16c000 not accessed
//
// r8   how many faults there were, of which each was as the table says     69
// r9   how many entries of the table are left                               0
// r10  what was stored by an instruction that was tried again          0x5151
// r11  PSR.mfl and PSR.mfh at the end of part 1: 1 and 1                   3
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        DFL     = 1 << 18
        DFH     = 1 << 19
        DB      = 1 << 24
        DA      = 1 << 38
        DD      = 1 << 39
        IA      = 1 << 45
        LEAVE   = 1
        SIZE    = 14 << 2
        LARGE   = 18 << 2

        .text
        .global _start
_start:
        handlers
        movl    r4 = table
        mov     r8 = r0
        ;;
        ld8.s   r20 = [r0]              // NaT
        movl    r21 = word
        mov     r10 = r0
        ;;
        break.i 0x1234                  // part 1
        ;;
        break.b 0x1234                  // its immediate is ignored
        ;;
        break.x 0x2000000000112345      // bits 20:0 count; goes on in slot 2, which a long instruction has not
        ;;
        mov     r14 = 1
        adds    r15 = 1, r21
        adds    r16 = 2, r21
        movl    r17 = 1 << 52
        ;;
        mov     r22 = cr.ifa            // PSR.ic is 1
        ;;
        rsm     1                       // a reserved bit
        ;;
        mov     r23 = 5 << 2            // no page size
        ;;
        mov     rr[r14] = r23
        ;;
        mov     r23 = 255
        ;;
        mov     pkr[r23] = r0           // there are fewer
        ;;
        srlz.d
        ;;
        ld8     r22 = [r20]
        ;;
        st8     [r20] = r14
        ;;
        st8     [r21] = r20
        ;;
        xchg8   r22 = [r20], r14
        ;;
        mov     b6 = r20
        ;;
        fc      r20
        ;;
        probe.w r22 = r20, 0
        ;;
        lfetch.fault [r20]
        ;;
        probe.rw.fault r20, 0
        ;;
        st8     [r15] = r14
        ;;
        ld4     r22 = [r16]
        ;;
        ld8     r22 = [r17]             // no such address of memory
        ;;
        ssm     DFL | DFH
        ;;
        srlz.d
        ;;
        setf.sig f5 = r14
        ;;
        ldf8    f40 = [r21]
        ;;
        getf.sig r22 = f40
        ;;
        rsm     DFL
        ;;
        srlz.d
        ;;
        setf.sig f5 = r14
        ;;
        getf.sig r22 = f5
        ;;
        setf.sig f40 = r14
        ;;
        rsm     DFH
        ;;
        srlz.d
        ;;
        setf.sig f40 = r22
        ;;
        mov     r23 = psr
        ;;
        extr.u  r11 = r23, 4, 2

        rsm     IC                      // nothing but ISR is collected from here on
        ;;
        srlz.i
        movl    r24 = after_break
        ;;
        mov     cr.ipsr = r23           // as it was before, but for PSR.bn and PSR.ic, which are now 0
        mov     b7 = r24
        mov     r25 = 0x55
        ;;
        mov     cr.ifa = r25
        ;;
slot_zero:                              // as cr.ipsr says
        break.m 0x5678
        ;;
after_break:
        rsm     IC
        movl    r24 = after_unaligned
        ;;
        srlz.i
        mov     b7 = r24
        mov     r25 = 0x55
        ;;
        mov     cr.ifa = r25            // what it held need not survive that PSR.ic was 1
        ;;
slot_zero_again:
        st8     [r15] = r14
        ;;
after_unaligned:
        bsw.1                           // part 2
        ;;
        rsm     IC
        ;;
        srlz.i
        ;;
        translates d, 0, 0x100000, 0x1007e1, LARGE
        translates d, 1, 0x200000, 0x200401, SIZE
        translates d, 2, 0x204000, 0, SIZE
        translates d, 3, 0x208000, 0x20847d, SIZE
        translates d, 4, 0x20c000, 0x20c061, SIZE
        translates d, 5, 0x210000, 0x210471, SIZE
        translates d, 6, 0x214000, 0x214421, SIZE
        translates i, 0, 0x100000, 0x1007e1, LARGE
        translates i, 1, 0x160000, 0, SIZE
        translates i, 2, 0x164000, 0x1643bd, SIZE
        translates i, 3, 0x168000, 0x1685e1, SIZE
        translates i, 4, 0x16c000, 0x16c381, SIZE
        ssm     IC | DT
        ;;
        srlz.i
        movl    r14 = 0x300000
        ;;
        movl    r15 = 0x200000
        ;;
        movl    r16 = 0x204000
        ;;
        movl    r17 = 0x208000
        ;;
        movl    r18 = 0x20c000
        ;;
        movl    r19 = 0x210000
        ;;
        movl    r21 = 0x214000
        mov     r22 = 0x5151
        ;;
        ld8     r23 = [r14]
        ;;
        st8     [r14] = r22
        ;;
        xchg8   r23 = [r14], r22
        ;;
        tpa     r23 = r14
        ;;
        fc      r14
        ;;
        probe.w r23 = r14, 0
        ;;
        lfetch.fault [r14]
        ;;
        probe.r.fault r14, 0
        ;;
        probe.rw.fault r14, 0
        ;;
        ld8     r23 = [r16]
        ;;
        tpa     r23 = r16
        ;;
        ld8     r23 = [r17]
        ;;
        fc      r17
        ;;
        st8     [r18] = r22
        ;;
        probe.w.fault r18, 0
        ;;
        adds    r24 = 1, r18
        ;;
        st8     [r24] = r22             // rights come before alignment
        ;;
        ld8     r23 = [r15]             // not accessed
        ;;
        st8     [r15] = r22             // not dirty is found first; with PSR.da it is neither
        ;;
        st8     [r15] = r22             // PSR.da is 0 again
        ;;
        st8     [r21] = r22
        ;;
        adds    r24 = 4, r21
        ;;
        ld8     r23 = [r24]
        ;;
        xchg8   r23 = [r19], r22        // not on memory that is not cached
        ;;
        mov     r25 = psr
        movl    r26 = DB
        ;;
        or      r26 = r25, r26
        adds    r24 = 16, r21
        movl    r27 = 0xcfffffffffffffff
        ;;
        mov     r23 = 1
        mov     dbr[r0] = r24
        ;;
        mov     dbr[r23] = r27          // loads and stores of that word, at all levels
        ;;
        mov     psr.l = r26
        ;;
        srlz.d
        ;;
        ld8     r23 = [r24]             // with PSR.dd it is done
        ;;
        ld8     r23 = [r24]             // PSR.dd is 0 again
        ;;
        st8     [r24] = r22             // not dirty comes before the breakpoint
        ;;
        ld8     r10 = [r15]             // no breakpoint; not accessed, but PSR.da lets it through
        ;;
        mov     psr.l = r25
        ;;
        srlz.d
        ;;

        movl    r23 = IT | DT | IC | BN | CPL
        movl    r24 = level_three
        ;;
        rsm     IC
        ;;
        srlz.d
        ;;
        mov     cr.ipsr = r23
        mov     cr.iip = r24
        mov     cr.ifs = r0
        ;;
        srlz.d
        rfi
        ;;

level_three:                            // part 3
        mov     r23 = cr.iva
        ;;
        mov     cr.ifa = r14            // PSR.ic is 1: that comes first
        ;;
        mov     cr.iva = r20            // r20 is NaT: privilege comes first
        ;;
        itc.d   r14                     // PSR.ic is 1, again
        ;;
        srlz.d
        ;;
        tpa     r23 = r14
        ;;
        tak     r23 = r14
        ;;
        rfi
        ;;
        mov.m   ar.k0 = r14
        ;;
        mov.m   ar.itc = r14
        ;;
        rum     1                       // a reserved bit
        ;;
        ld8     r23 = [r21]             // level 0 only
        ;;
        movl    r24 = after_missing
        movl    r25 = 0x300000
        ;;
        mov     b7 = r24
        mov     b6 = r25
        br.cond.sptk b6
        ;;
after_missing:
        movl    r24 = after_absent
        movl    r25 = 0x160010
        ;;
        mov     b7 = r24
        mov     b6 = r25
        br.cond.sptk b6
        ;;
after_absent:
        movl    r24 = after_nat_page
        movl    r25 = 0x164000
        ;;
        mov     b7 = r24
        mov     b6 = r25
        br.cond.sptk b6
        ;;
after_nat_page:
        movl    r24 = after_rights
        movl    r25 = 0x168020
        ;;
        mov     b7 = r24
        mov     b6 = r25
        br.cond.sptk b6
        ;;
after_rights:
        movl    r24 = after_access
        movl    r25 = 0x16c000
        ;;
        mov     b7 = r24
        mov     b6 = r25
        br.cond.sptk b6
        ;;
after_access:
        movl    r24 = after_retry       // PSR.ia is 0 again
        ;;
        mov     b7 = r24
        br.cond.sptk b6
        ;;
after_retry:
        movl    r9 = end_of_table
        ;;
        sub     r9 = r9, r4
        ;;
        shr.u   r9 = r9, 5
        ;;
        expect  r8, 69
        expect  r9, 0
        expect  r10, 0x5151
        expect  r11, 3
        ends

        // The handler of a vector: r19 is what it collected besides ISR
        .macro  compares offset, collected
        vector  \offset
        mov     r20 = 0x\offset
        mov     r19 = \collected
        br.cond.sptk compare
        ;;
        .endm

        compares 1000, cr.ifa
        compares 0c00, cr.ifa
        compares 2000, cr.ifa
        compares 2400, cr.ifa
        compares 2800, cr.ifa
        compares 2c00, cr.iim
        compares 5000, cr.ifa
        compares 5200, cr.ifa
        compares 5300, cr.ifa
        compares 5400, r0
        compares 5500, r0
        compares 5900, cr.ifa
        compares 5a00, cr.ifa
        compares 5b00, cr.ifa

        // NaT Consumption collects IFA for a page only
        vector  5600
        mov     r16 = cr.isr
        mov     r31 = pr
        mov     r20 = 0x5600
        ;;
        tbit.nz p6, p7 = r16, 5
        mov     r19 = r0
        ;;
(p6)    mov     r19 = cr.ifa
        mov     pr = r31, -1
        br.cond.sptk compare
        ;;

        // One instruction on the page that is not accessed
        .section .at.16c000, "ax", @progbits
        {
        .bbb
        br.cond.sptk b7
        nop.b   0
        nop.b   0
        ;;
        }

        .text
compare:
        mov     r31 = pr
        mov     r16 = cr.isr
        mov     r17 = cr.ipsr
        ;;
        ld8     r21 = [r4], 8
        extr.u  r18 = r16, 41, 2
        extr.u  r22 = r17, 41, 2
        ;;
        ld8     r23 = [r4], 8
        dep     r16 = 0, r16, 41, 2
        cmp.ne  p6, p7 = r18, r22
        ;;
        ld8     r24 = [r4], 8
        cmp.ne  p8, p9 = r20, r21
(p6)    br.cond.spnt failed
        ;;
        ld8     r25 = [r4], 8
        cmp.ne  p10, p11 = r16, r23
        cmp.ne  p12, p13 = r19, r24
(p8)    br.cond.spnt failed
(p10)   br.cond.spnt failed
(p12)   br.cond.spnt failed
        ;;
        adds    r8 = 1, r8
        cmp.eq  p6, p7 = 0, r25
        cmp.eq  p8, p9 = LEAVE, r25
(p6)    br.cond.sptk behind
(p8)    br.cond.sptk leave
        ;;
        or      r17 = r17, r25
        ;;
        mov     cr.ipsr = r17
        br.cond.sptk return
        ;;
behind:
        skip_instruction
        br.cond.sptk return
        ;;
leave:
        mov     r18 = b7
        ;;
        mov     cr.iip = r18
        ;;
return:
        srlz.d
        mov     pr = r31, -1
        ;;
        rfi
        ;;

        .data
        .balign 64
word:
        data8   0
        .balign 64
        X  = 1 << 32
        W  = 1 << 33
        R  = 1 << 34
        NA = 1 << 35
        NI = 1 << 39
table:
        data8   0x2c00, 0, 0x1234, 0                    // part 1: break.i
        data8   0x2c00, 0, 0, 0                         // break.b
        data8   0x2c00, 0, 0x112345, 0                  // break.x
        data8   0x5400, 0, 0, 0                         // slot 2 of a bundle with a long instruction: Illegal Operation
        data8   0x5400, 0, 0, 0                         // mov from cr.ifa: Illegal Operation
        data8   0x5400, 0x30, 0, 0                      // rsm: Reserved Register/Field
        data8   0x5400, 0x30, 0, 0                      // mov to rr
        data8   0x5400, 0x30, 0, 0                      // mov to pkr
        data8   0x5600, R | 0x10, 0, 0                  // ld8: Register NaT Consumption
        data8   0x5600, W | 0x10, 0, 0                  // st8, its address
        data8   0x5600, W | 0x10, 0, 0                  // st8, its value
        data8   0x5600, R | W | 0x10, 0, 0              // xchg8
        data8   0x5600, 0x10, 0, 0                      // mov to b6
        data8   0x5600, NA | R | 0x11, 0, 0             // fc
        data8   0x5600, NA | W | 0x12, 0, 0             // probe.w
        data8   0x5600, NA | R | 0x14, 0, 0             // lfetch.fault
        data8   0x5600, NA | R | W | 0x15, 0, 0         // probe.rw.fault
        data8   0x5a00, W, word + 1, 0                  // st8
        data8   0x5a00, R, word + 2, 0                  // ld4
        data8   0x5400, R | 0x30, 0, 0                  // ld8: Unimplemented Data Address
        data8   0x5500, 1, 0, 0                         // setf to f5
        data8   0x5500, R | 2, 0, 0                     // ldf8 to f40
        data8   0x5500, 2, 0, 0                         // getf of f40
        data8   0x5500, 2, 0, 0                         // setf to f40
        data8   0x2c00, NI, 0x112345, LEAVE             // break.m: IIM is as it was
        data8   0x5a00, NI | W, 0x55, LEAVE             // st8: IFA is as it was
        data8   0x1000, R, 0x300000, 0                  // part 2: ld8
        data8   0x1000, W, 0x300000, 0                  // st8
        data8   0x1000, R | W, 0x300000, 0              // xchg8
        data8   0x1000, NA, 0x300000, 0                 // tpa
        data8   0x1000, NA | R | 1, 0x300000, 0         // fc
        data8   0x1000, NA | W | 2, 0x300000, 0         // probe.w
        data8   0x1000, NA | R | 4, 0x300000, 0         // lfetch.fault
        data8   0x1000, NA | R | 5, 0x300000, 0         // probe.r.fault
        data8   0x1000, NA | R | W | 5, 0x300000, 0     // probe.rw.fault
        data8   0x5000, R, 0x204000, 0                  // ld8
        data8   0x5000, NA, 0x204000, 0                 // tpa
        data8   0x5600, R | 0x20, 0x208000, 0           // ld8
        data8   0x5600, NA | R | 0x21, 0x208000, 0      // fc
        data8   0x5300, W, 0x20c000, 0                  // st8
        data8   0x5300, NA | W | 5, 0x20c000, 0         // probe.w.fault
        data8   0x5300, W, 0x20c001, 0                  // st8, not aligned either
        data8   0x2800, R, 0x200000, 0                  // ld8, not accessed
        data8   0x2000, W, 0x200000, DA                 // st8, neither dirty nor accessed
        data8   0x2000, W, 0x200000, 0                  // st8
        data8   0x2000, W, 0x214000, 0                  // st8, not dirty
        data8   0x5a00, R, 0x214004, 0                  // ld8, not aligned
        data8   0x5b00, R | W, 0x210000, 0              // xchg8
        data8   0x5900, R, 0x214010, DD                 // ld8
        data8   0x5900, R, 0x214010, 0                  // the next one
        data8   0x2000, W, 0x214010, 0                  // st8
        data8   0x2800, R, 0x200000, DA                 // ld8
        data8   0x5400, 0x10, 0, 0                      // part 3: mov from cr.iva: Privileged Operation
        data8   0x5400, 0, 0, 0                         // mov to cr.ifa: Illegal Operation
        data8   0x5400, 0x10, 0, 0                      // mov to cr.iva
        data8   0x5400, 0, 0, 0                         // itc.d: Illegal Operation
        data8   0x5400, NA | 0x10, 0, 0                 // tpa
        data8   0x5400, NA | 0x13, 0, 0                 // tak
        data8   0x5400, 0x10, 0, 0                      // rfi
        data8   0x5400, 0x20, 0, 0                      // mov to ar.k0: Privileged Register
        data8   0x5400, 0x20, 0, 0                      // mov to ar.itc
        data8   0x5400, 0x30, 0, 0                      // rum
        data8   0x5300, R, 0x214000, 0                  // ld8
        data8   0x0c00, X, 0x300000, LEAVE              // fetches
        data8   0x5000, X, 0x160010, LEAVE
        data8   0x5600, X | 0x20, 0x164000, LEAVE
        data8   0x5200, X, 0x168020, LEAVE
        data8   0x2400, X, 0x16c000, IA
        data8   0x2400, X, 0x16c000, LEAVE
end_of_table:
