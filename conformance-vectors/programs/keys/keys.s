// Protection keys: pages with three keys, and one register for them all. The handler of Data Key Miss loads it with the key
// of the page that is wanted, the handler of Key Permission lets a first store through, and skips a load that is not to be.
//
//   page   key    what the table of permissions says
//   A      0x11   everything
//   B      0x22   no stores, until the first one
//   C      0x33   nothing
//
// pkr0 holds key 0 of the page of this program and stays; pkr1 is the one that changes.
//
// r8   A, then B after the first store, what the register held before the load of C that was skipped, and C when keys are
//      not enforced:                                                        5 + 7 + 0x55 + 9            = 0x6a
// r9   key misses: 1 store to A, 2 load of B, 3 store to A, 4 load of C, 5 probe of B, 6 probe of C      = 6
// r10  key permission faults: the store to B and the load of C                                           = 2
// r11  sum of the bits x, w, r, na of ISR, in that order from bit 0: misses of two stores, two loads, a probe.w, which is
//      w and na, and a probe.r, which is r and na; a store and a load that are not permitted:
//                                                      2*2 + 2*4 + (2+8) + (4+8) + 2 + 4 = 40;
//      64 for the key of C as tak gives it, 128 for probe.w of B, 256 for probe.r of C, which gives 0,
//      512 for pkr1, which is no longer valid once pkr2 holds the same key         40 + 64 + 128 + 512 = 0x2e8
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        SELF    = 0x100661              // present, write back, accessed, dirty, level 0, read, write and execute
        A       = 0x204000
        B       = 0x208000
        C       = 0x20c000
        PAGE    = 0x461                 // the same, read and write
        SIZE    = 14 << 2
        LARGE   = 18 << 2
        VALID   = 1
        WD      = 2
        RD      = 4

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        mov     r11 = r0
        ;;
        rsm     IC
        ;;
        srlz.i
        ;;
        translates d, 0, 0x100000, SELF, LARGE
        translates d, 1, A, A + PAGE, SIZE | 0x11 << 8
        translates d, 2, B, B + PAGE, SIZE | 0x22 << 8
        translates d, 3, C, C + PAGE, SIZE | 0x33 << 8
        mov     r14 = VALID
        mov     r15 = r0
        ;;
        mov     pkr[r15] = r14
        ;;
        ssm     IC | DT
        ;;
        srlz.i
        movl    r20 = A
        ;;
        movl    r21 = B
        ;;
        movl    r22 = C
        mov     r23 = 9
        ;;
        st8     [r22] = r23             // keys are not enforced yet
        ssm     PK
        ;;
        srlz.d
        mov     r23 = 5
        mov     r24 = 7
        ;;
        st8     [r20] = r23             // miss 1
        ;;
        ld8     r25 = [r20]
        ;;
        add     r8 = r8, r25
        ld8     r25 = [r21]             // miss 2
        ;;
        cmp.ne  p8, p9 = r25, r0
(p8)    br.cond.spnt failed
        ;;
        st8     [r21] = r24             // permission 1
        ;;
        ld8     r25 = [r21]
        ;;
        add     r8 = r8, r25
        st8     [r20] = r24             // miss 3
        ;;
        mov     r25 = 0x55
        ;;
        ld8     r25 = [r22]             // miss 4, permission 2
        ;;
        add     r8 = r8, r25
        probe.w r26 = r21, 0            // miss 5
        ;;
        probe.r r27 = r22, 0            // miss 6
        tak     r28 = r22
        ;;
        extr.u  r28 = r28, 8, 24
        dep.z   r26 = r26, 7, 1
        dep.z   r27 = r27, 8, 1
        ;;
        cmp.eq  p8, p9 = 0x33, r28
        add     r11 = r11, r26
        ;;
(p8)    adds    r11 = 64, r11
        ;;
        add     r11 = r11, r27
        rsm     PK
        ;;
        srlz.d
        ;;
        ld8     r25 = [r22]
        mov     r14 = 1
        mov     r15 = 2
        ;;
        add     r8 = r8, r25
        mov     r16 = pkr[r14]          // key 0x33, valid, neither loads nor stores
        ;;
        mov     pkr[r15] = r16
        movl    r18 = 0x33 << 8 | RD | WD | VALID
        ;;
        srlz.d
        ;;
        mov     r17 = pkr[r14]
        cmp.ne  p8, p9 = r16, r18
(p8)    br.cond.spnt failed
        ;;
        tbit.z  p8, p9 = r17, 0
        ;;
(p8)    adds    r11 = 512, r11
        mov     r9 = r4
        mov     r10 = r5
        ;;
        expect  r8, 0x6a
        expect  r9, 6
        expect  r10, 2
        expect  r11, 0x2e8
        ends

        // r19: the address; r20: its key; r21: where the permissions of the key are; r11: the kinds of access; r31: predicates
        .macro  looks
        mov     r16 = psr
        movl    r18 = PK | DT           // what is left of PSR
        mov     r31 = pr
        ;;
        mov     r19 = cr.ifa
        mov     r17 = cr.isr
        cmp.ne  p6, p7 = r16, r18
        movl    r21 = permissions
(p6)    br.cond.spnt failed
        ;;
        tak     r20 = r19
        extr.u  r17 = r17, 32, 4
        ;;
        extr.u  r20 = r20, 8, 24
        add     r11 = r11, r17
        ;;
        extr.u  r22 = r20, 4, 4
        ;;
        shladd  r21 = r22, 3, r21
        mov     r23 = 1
        ;;
        .endm

        // pkr1 = the key in r20, with the permissions in r22
        .macro  loads_key
        shl     r24 = r20, 8
        ;;
        or      r24 = r24, r22
        ;;
        mov     pkr[r23] = r24
        mov     pr = r31, -1
        rfi
        ;;
        .endm

        // Data Key Miss. The ITIR that is collected does not say the key of the page, but tak does.
        vector  1c00
        looks
        ld8     r22 = [r21]
        adds    r4 = 1, r4
        ;;
        loads_key

        // Key Permission
        vector  5100
        br.cond.sptk permission
        ;;
        .text
permission:
        looks
        adds    r5 = 1, r5
        tbit.nz p8, p9 = r17, 1         // a store?
(p9)    br.cond.spnt skip
        ;;
        ld8     r22 = [r21]
        mov     r25 = WD
        ;;
        andcm   r22 = r22, r25
        ;;
        st8     [r21] = r22
        loads_key
skip:
        skip_instruction
        mov     pr = r31, -1
        rfi
        ;;

        .data
        .align  8
permissions:
        data8   0, VALID, VALID | WD, VALID | WD | RD
