// A hash table of sixteen places with linear probing: key and value in each, a key 0 where it is empty.
//
// A key goes to the place (key xor key >> 4) mod 16, or to the first empty one after it; behind the last place
// comes the first. Ten pairs are inserted, one key twice; then twelve keys are looked up, three of them absent.
//
// r8   the sum of the values that were found: 900 + 200 + 300 + 400 + 500 + 600 + 700 + 800 + 1000          5400
// r9   how many places were looked at
//        insertions  1 + 2 + 1 + 1 + 5 + 6 + 1 + 2 + 1 + 6 = 26
//        look-ups    1 + 2 + 1 + 1 + 5 + 6 + 1 + 2 + 6 = 25, and of absent keys 8 + 7 + 7 = 22                    73
// r10  how many keys were found                                                                              9
// r11  how many keys the table holds                                                                         9
        .include "program.inc"

        .text
        .global _start
_start:
        movl    r14 = places
        mov     r8 = r0
        ;;
        movl    r15 = pairs
        mov     r9 = r0
        ;;
        movl    r16 = pairs_end
        mov     r10 = r0
        ;;
        mov     r11 = r0
        ;;
insert:
        ld8     r20 = [r15], 8
        ;;
        ld8     r21 = [r15], 8
        mov     r22 = r20
        br.call.sptk b6 = probe
        ;;
        cmp.eq  p8, p9 = 0, r24         // p8: a new key
        adds    r25 = 8, r23
        ;;
(p8)    st8     [r23] = r20
(p8)    adds    r11 = 1, r11
        st8     [r25] = r21
        cmp.ltu p8, p9 = r15, r16
(p8)    br.cond.sptk insert
        ;;
        movl    r15 = keys
        ;;
        movl    r16 = keys_end
        ;;
look_up:
        ld8     r20 = [r15], 8
        br.call.sptk b6 = probe
        ;;
        cmp.ne  p8, p9 = 0, r24         // p8: it is there
        adds    r25 = 8, r23
        ;;
(p8)    ld8     r21 = [r25]
(p8)    adds    r10 = 1, r10
        ;;
(p8)    add     r8 = r8, r21
        cmp.ltu p8, p9 = r15, r16
(p8)    br.cond.sptk look_up
        ;;
        expect  r8, 5400
        expect  r9, 73
        expect  r10, 9
        expect  r11, 9
        ends

// The place of the key in r20: its address in r23, what it holds in r24, which is the key or 0. A leaf: it has
// no frame of its own, and returns through b6.
probe:
        shr.u   r26 = r20, 4
        ;;
        xor     r26 = r26, r20
        ;;
        and     r26 = 15, r26
        ;;
again:
        shladd  r23 = r26, 4, r14
        adds    r26 = 1, r26
        adds    r9 = 1, r9
        ;;
        ld8     r24 = [r23]
        dep.z   r26 = r26, 0, 4         // 16 becomes 0
        ;;
        cmp.eq  p10, p11 = r24, r20
        cmp.eq  p12, p13 = 0, r24
(p10)   br.ret.sptk b6
(p12)   br.ret.sptk b6
        br.cond.sptk again
        ;;

        .data
        .align  8
pairs:
        data8   0x10, 100               // place 1
        data8   0x01, 200               // place 1, so 2
        data8   0xff, 300               // place 0
        data8   0x0f, 400               // place 15
        data8   0x1e, 500               // place 15, so 0, 1, 2, 3
        data8   0x123456789abcdef0, 600 // place 15, so 0 to 4
        data8   0x4d, 700               // place 9
        data8   0x9, 800                // place 9, so 10
        data8   0x10, 900               // place 1: another value for the first key
        data8   0x33, 1000              // place 0, so 1 to 5
pairs_end:
keys:
        data8   0x10, 0x01, 0xff, 0x0f, 0x1e, 0x123456789abcdef0, 0x4d, 0x9, 0x33
        data8   0x2d, 0x55, 0x77        // places 15, 0 and 0: absent
keys_end:
        .bss
        .align  16
places:
        .skip   256
