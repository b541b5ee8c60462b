// The interval timer: five ticks, an interrupt that a priority keeps back, and one that interrupts the handler of another.
//
// Time: ar.itc counts instructions that are done. The interrupt is pending when it equals cr.itm, and is taken before the next
// instruction.
//
//   part 1  five ticks, 100 apart, with vector 0x40
//   part 2  one with PSR.i 0, seen in IRR1; cr.ivr gives 15 as long as the class is masked in TPR, and nothing is delivered;
//           with the class just below it, it is
//   part 3  one whose handler waits, with PSR.i 1, for vector 0x38, which is kept back until the end of interrupt, and for
//           vector 0x50, which is not
//
// r8   interrupts with vector 0x40: 5 + 1 + 1                                                                = 7
// r9   1 for each spurious vector: two in part 2, one in part 3; 16 for vector 0x50, 256 for vector 0x38,
//      which comes when nothing is in service: 4096 for that                                              = 0x1113
// r10  how late the handler reads ar.itc in part 1: after the three instructions that stand before it, of which one
//      is a nop, each time                                                                           5 * 3 = 15
// r11  IRR1 of part 2, bit 0 for vector 0x40; 2 for IRR0 of part 3, whose bit 0x38 is set                    = 3
        .include "program.inc"
        .include "interruptions.inc"
        status_bits

        TICK   = 0x40
        LOW    = 0x38
        HIGH   = 0x50
        MASKED = 1 << 16
        PERIOD = 100

        // The timer reaches its match after so many instructions, and then asks for a vector.
        .macro  asks vector, delay
        mov     r26 = \vector
        mov.m   r27 = ar.itc
        ;;
        mov     cr.itv = r26
        adds    r27 = \delay, r27
        ;;
        mov     cr.itm = r27
        ;;
        srlz.d
        ;;
        .endm

        // Until the timer has reached its match
        .macro  waits
        mov     r26 = cr.itm
        ;;
1:
        mov.m   r27 = ar.itc
        ;;
        cmp.geu p8, p9 = r27, r26
(p9)    br.cond.sptk 1b
        ;;
        .endm

        .text
        .global _start
_start:
        handlers
        mov     r8 = r0
        mov     r9 = r0
        ;;
        mov     r10 = r0
        mov     r11 = r0
        mov     cr.tpr = r0
        ;;
        asks    TICK, PERIOD            // part 1
        ssm     I
        ;;
        srlz.d
        ;;
wait:
        cmp.ne  p8, p9 = 5, r8
(p8)    br.cond.sptk wait
        ;;

        waits                           // part 2; the timer asks no more, for it is masked
        rsm     I
        mov     r14 = cr.irr1
        ;;
        cmp.ne  p8, p9 = r0, r14
(p8)    br.cond.spnt failed
        ;;
        mov     r4 = 1
        asks    TICK, 20
        waits
        mov     r11 = cr.irr1
        mov     r14 = TICK
        ;;
        mov     cr.tpr = r14            // class 4, that of the vector
        ;;
        srlz.d
        ;;
        mov     r15 = cr.ivr
        ;;
        cmp.eq  p8, p9 = 15, r15
        ;;
(p8)    adds    r9 = 1, r9
        movl    r14 = MASKED
        ;;
        srlz.d
        mov     cr.eoi = r0             // nothing is in service, and nothing happens
        ;;
        ssm     I
        ;;
        srlz.d
        ;;
        nop.m   0
        nop.i   0
        nop.i   0
        ;;
        mov     cr.tpr = r14            // all of them
        ;;
        srlz.d
        ;;
        mov     r15 = cr.ivr
        cmp.ne  p8, p9 = 5, r8
(p8)    br.cond.spnt failed
        ;;
        cmp.eq  p8, p9 = 15, r15
        mov     r14 = TICK - 0x10
        ;;
(p8)    adds    r9 = 1, r9
        mov     cr.tpr = r14            // class 3
        ;;
        srlz.d
        ;;
        nop.m   0                       // taken here at the latest
        ;;
        cmp.ne  p8, p9 = 6, r8
(p8)    br.cond.spnt failed
        ;;

        mov     cr.tpr = r0             // part 3
        mov     r4 = 2
        asks    TICK, 20
        waits
        nop.m   0
        ;;
        cmp.ne  p8, p9 = 7, r8
(p8)    br.cond.spnt failed
        ;;
        rsm     I
        ;;
        expect  r8, 7
        expect  r9, 0x1113
        expect  r10, 15
        expect  r11, 3
        ends

        // External Interrupt. r4: what to do; r5: how many are in service; r31: predicates
        vector  3000
        mov     r16 = cr.ivr
        mov     r17 = cr.itm
        mov.m   r18 = ar.itc
        ;;
        mov     r31 = pr
        cmp.eq  p8, p9 = TICK, r16
        mov     r19 = HIGH
(p9)    br.cond.spnt others
        ;;
        adds    r8 = 1, r8
        cmp.eq  p8, p9 = 1, r4
(p8)    br.cond.spnt return
        ;;
        cmp.eq  p8, p9 = 2, r4
        sub     r18 = r18, r17
(p8)    br.cond.spnt nests
        ;;
        add     r10 = r10, r18
        adds    r17 = PERIOD, r17
        cmp.eq  p8, p9 = 5, r8
        ;;
(p8)    movl    r19 = MASKED | TICK
        ;;
        mov     cr.itm = r17
(p8)    mov     cr.itv = r19
        ;;
return:
        srlz.d
        mov     cr.eoi = r0
        mov     pr = r31, -1
        ;;
        srlz.d
        rfi
        ;;

others:
        cmp.eq  p8, p9 = LOW, r16
        cmp.eq  p10, p11 = r19, r16
        cmp.eq  p12, p13 = r0, r5
        ;;
(p10)   adds    r9 = 16, r9
(p8)    mov     r20 = 256
        ;;
(p8)    add     r9 = r9, r20
(p8)    shl     r20 = r20, 4
        ;;
(p8)    cmp.eq.unc p14, p15 = r0, r5
        ;;
(p14)   add     r9 = r9, r20
        br.cond.sptk return
        ;;

        // Vector 0x40 is in service from here on; r22 to r25: what it interrupted, r30: its predicates
        .text
nests:
        mov     r22 = cr.ipsr
        mov     r23 = cr.iip
        mov     r30 = r31
        mov     r5 = 1
        ;;
        asks    LOW, 20
        waits
        mov     r24 = cr.irr0
        ssm     IC | I
        ;;
        srlz.d
        ;;
        mov     r25 = cr.ivr            // nothing can be delivered
        extr.u  r24 = r24, LOW, 1
        ;;
        shladd  r11 = r24, 1, r11
        cmp.eq  p8, p9 = 15, r25
        ;;
(p8)    adds    r9 = 1, r9
        asks    HIGH, 20
        waits
        nop.m   0
        ;;
        tbit.z  p8, p9 = r9, 4
(p8)    br.cond.spnt failed             // it was not interrupted
        ;;
        rsm     IC | I
        ;;
        srlz.d
        mov     r5 = r0
        ;;
        mov     cr.ipsr = r22
        mov     cr.iip = r23
        mov     pr = r30, -1
        ;;
        mov     cr.eoi = r0             // of 0x40; 0x38 comes after rfi
        ;;
        srlz.d
        rfi
        ;;
