// The shortest program: branches that are taken and not taken, a call, a loop that drains, and the end.
//
// r8 to r11 stay 0. Instructions: three in each bundle, but the call stands in slot 1, and the return leads behind it:
// 3 + 3 + 2 + 3 + 3 + 3 = 17. The loop runs once, for ar.lc and ar.ec are 0.
        .include "program.inc"

        .text
        .global _start
_start:
        nop.m   1
        nop.i   2
(p6)    br.cond.spnt failed             // p6 is 0
        ;;
        br.cond.sptk there
        ;;
back:
        br.ret.sptk b6
        ;;
there:
        br.call.sptk b6 = back
        ;;
(p0)    br.cond.sptk drain
        ;;
drain:
        br.ctop.sptk drain
        ;;
        ends
