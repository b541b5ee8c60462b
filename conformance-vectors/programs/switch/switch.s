// Two threads on one processor. The timer takes it from one and gives it to the other wherever that one is; a thread gives it
// away itself by break.i 0x100, and ends by break.i 0x101.
//
// A context has every static register, with NaT, of bank 1 for r16 to r31, the predicates, b0 and b6, and the application
// registers UNAT, PFS and LC. Threads have no stacked registers. Both are at level 0; nothing is translated.
//
// Thread one adds 1 to 120, a call for each, and gives the processor away after each multiple of 30: 4 times. Its r20 is NaT, its r21
// is not; p16 is 1 and p17 is 0. Thread two counts 150 turns with ar.lc, and gives it away at
// turns 1, 51 and 101: 3 times. Its r20 is not NaT, its r21 is; p16 is 0 and p17 is 1; its ar.unat is 0x5a. A thread that finds a
// register, a predicate or a NaT bit of the other one fails.
//
// r8   what thread one added up: 120 * 121 / 2                                                      7260
// r9   what thread two added up: 1 for each turn in r15, 1 for each NaT in r21                       300
// r10  how often a thread gave the processor away; 16 for each thread that ended        7 + 32 = 0x27
// r11  how often the timer took it, which it does every PERIOD instructions until a thread ends; thread one does
//      after 20,543 instructions, of which 26 are done when the timer is set:    (20543 - 26) / 251 = 81.7        81
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        TIMER  = 0x40
        PERIOD = 251
        MASKED = 1 << 16

        .text
        .global _start
_start:
        handlers
        mov     cr.tpr = r0
        mov     r14 = TIMER
        ;;
        mov     cr.itv = r14
        movl    r15 = contexts
        ;;
        adds    r15 = 512, r15          // the second begins at its entry, with PSR as it is now, and 0 everywhere else
        movl    r16 = two
        ;;
        adds    r17 = 8, r15
        mov     r18 = psr
        movl    r19 = BN | I            // psr.bn is not what mov gives
        ;;
        or      r18 = r18, r19
        ;;
        st8     [r15] = r18
        st8     [r17] = r16
        adds    r15 = -512, r15
        ;;
        mov.m   ar.k6 = r15
        mov.m   r14 = ar.itc
        mov     r12 = r0
        ;;
        adds    r14 = PERIOD, r14
        ;;
        mov     cr.itm = r14
        ;;
        srlz.d
        ;;
        ssm     I
        ;;
        srlz.d
        ;;

one:
        ld8.s   r20 = [r0]              // not translated: deferred
        mov     r21 = 77
        mov     r14 = 0
        movl    r15 = 1 << 16 | 1 << 20
        ;;
        mov     pr = r15, -1
        mov     r13 = r0
        ;;
next:
        adds    r14 = 1, r14
        br.call.sptk b0 = added
        ;;
        tnat.nz p6, p7 = r20
        cmp.eq  p8, p9 = 77, r21
(p17)   br.cond.spnt failed
(p7)    br.cond.spnt failed
(p9)    br.cond.spnt failed
        ;;
        cmp.eq  p18, p19 = 30, r13
(p16)   cmp.eq.unc p6, p7 = 120, r14
        ;;
(p18)   mov     r13 = r0
(p18)   break.i 0x100
        ;;
(p6)    br.cond.sptk one_ends
(p16)   br.cond.sptk next
        ;;
        br.cond.sptk failed             // p16 was lost
        ;;
one_ends:
        movl    r15 = results
        ;;
        st8     [r15] = r12
        break.i 0x101
        ;;

// Adds r14 to r12, which is 0 at first; r13 counts
added:
        add     r12 = r12, r14
        adds    r13 = 1, r13
        br.ret.sptk b0
        ;;

two:
        mov     r20 = 0x5a
        ld8.s   r21 = [r0]
        mov     r15 = r0
        ;;
        mov.m   ar.unat = r20
        mov     r22 = 149
        movl    r16 = 1 << 17
        ;;
        mov     pr = r16, -1
        movl    r17 = turn
        ;;
        mov.i   ar.lc = r22
        mov     r23 = 50
        mov     b6 = r17
        ;;
turn:
        mov.m   r24 = ar.unat
        mov     r25 = b6
(p17)   adds    r15 = 1, r15
        ;;
        tnat.nz p6, p7 = r21
        cmp.ne  p8, p9 = r20, r24
        cmp.ne  p10, p11 = r25, r17
        ;;
(p6)    adds    r15 = 1, r15
        cmp.eq  p12, p13 = 50, r23
        adds    r23 = -1, r23
(p8)    br.cond.spnt failed
(p10)   br.cond.spnt failed
(p16)   br.cond.spnt failed
        ;;
(p12)   break.i 0x100
        ;;
        cmp.eq  p14, p15 = r0, r23
        ;;
(p14)   mov     r23 = 50
        br.cloop.sptk turn
        ;;
        movl    r16 = results + 8
        ;;
        st8     [r16] = r15
        break.i 0x101
        ;;

        // Where the last thread goes to when it ends
finish:
        movl    r14 = results
        ;;
        ld8     r8 = [r14], 8
        ;;
        ld8     r9 = [r14]
        shladd  r10 = r5, 4, r4
        mov     r11 = r6
        ;;
        expect  r8, 7260
        expect  r9, 300
        expect  r10, 0x27
        expect  r11, 81
        ends

        // r4: given away, r5: ended, r6: taken; they belong to no thread. r31 of bank 0: predicates of the thread

        // External Interrupt: the next one comes a period after this one
        vector  3000
        mov     r16 = cr.ivr
        mov     r31 = pr
        mov     r17 = TIMER
        ;;
        srlz.d
        mov     r18 = cr.itm
        cmp.ne  p6, p7 = r16, r17
(p6)    br.cond.spnt stray
        ;;
        mov     cr.eoi = r0
        adds    r18 = PERIOD, r18
        cmp.ne  p8, p9 = r0, r5         // it was asked for before a thread ended
        ;;
        mov     cr.itm = r18
        ;;
        srlz.d
(p8)    br.cond.spnt resume
        ;;
        adds    r6 = 1, r6
        br.cond.sptk switch
        ;;

        // Break Instruction
        vector  2c00
        mov     r31 = pr
        mov     r19 = cr.iim
        mov     r20 = 0x101
        ;;
        cmp.eq  p8, p9 = r19, r20
(p8)    br.cond.spnt end
        ;;
        adds    r4 = 1, r4
        skip_instruction
        cmp.ne  p8, p9 = r0, r5         // nobody else is there
(p8)    br.cond.spnt resume
        br.cond.sptk switch
        ;;

        .text
stray:
        break.m 1
        ;;
resume:
        mov     pr = r31, -1
        ;;
        rfi
        ;;
end:
        adds    r5 = 1, r5
        movl    r16 = MASKED
        ;;
        mov     cr.itv = r16            // no need to interrupt the one that is left
        cmp.eq  p8, p9 = 2, r5
(p9)    br.cond.sptk switch
        ;;
        movl    r17 = finish
        mov     r18 = cr.ipsr
        ;;
        dep     r18 = 0, r18, 41, 2
        mov     cr.iip = r17
        ;;
        mov     cr.ipsr = r18
        ;;
        srlz.d
        rfi
        ;;

        // Context, at the address in ar.k6: IPSR, IIP, predicates, b0, b6, PFS, LC, UNAT, UNAT of the registers;
        // from 128 on the registers r1 to r3 and r8 to r15, then r16 to r31 of bank 1. r24 goes through it.
        .macro  saves value
        st8     [r24] = \value, 8
        ;;
        .endm

        .macro  restores value
        ld8     \value = [r24], 8
        ;;
        .endm

switch:
        mov.m   r24 = ar.k6
        mov     r16 = cr.ipsr
        mov     r17 = cr.iip
        mov     r18 = b0
        ;;
        mov.m   r22 = ar.unat
        mov.i   r20 = ar.pfs
        mov     r19 = b6
        mov     r23 = r24
        ;;
        mov.i   r21 = ar.lc
        ;;
        .irp    value, r16, r17, r31, r18, r19, r20, r21, r22
        saves   \value
        .endr
        adds    r24 = 128, r23
        ;;
        .irp    register, r1, r2, r3, r8, r9, r10, r11, r12, r13, r14, r15
        st8.spill [r24] = \register, 8
        ;;
        .endr
        mov     r2 = r24                // in no bank
        bsw.1
        ;;
        .irp    register, r16, r17, r18, r19, r20, r21, r22, r23, r24, r25, r26, r27, r28, r29, r30, r31
        st8.spill [r2] = \register, 8
        ;;
        .endr
        bsw.0
        ;;
        mov.m   r16 = ar.unat
        adds    r24 = 64, r23
        mov     r17 = 512
        ;;
        saves   r16
        xor     r23 = r23, r17          // the other thread
        ;;
        mov.m   ar.k6 = r23
        adds    r24 = 64, r23
        adds    r2 = 216, r23
        ;;
        restores r16
        mov.m   ar.unat = r16
        bsw.1
        ;;
        .irp    register, r16, r17, r18, r19, r20, r21, r22, r23, r24, r25, r26, r27, r28, r29, r30, r31
        ld8.fill \register = [r2], 8
        ;;
        .endr
        bsw.0
        ;;
        adds    r24 = 128, r23
        ;;
        .irp    register, r1, r2, r3, r8, r9, r10, r11, r12, r13, r14, r15
        ld8.fill \register = [r24], 8
        ;;
        .endr
        mov     r24 = r23
        ;;
        .irp    value, r16, r17, r31, r18, r19, r20, r21, r22
        restores \value
        .endr
        mov     cr.ipsr = r16
        mov     cr.iip = r17
        mov     b0 = r18
        ;;
        mov.m   ar.unat = r22
        mov.i   ar.pfs = r20
        mov     b6 = r19
        ;;
        mov.i   ar.lc = r21
        mov     pr = r31, -1
        ;;
        srlz.d
        rfi
        ;;

        .bss
        .balign 1024
contexts:
        .skip   1024
results:
        .skip   16
