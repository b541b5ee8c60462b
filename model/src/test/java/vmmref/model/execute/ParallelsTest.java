package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vmmref.model.machine.Executed;
import vmmref.spec.Integers;

class ParallelsTest {

    @Test
    void sumsAndDifferences() {
        Bench.computes("""
            padd1 r10=r8,r9     ; ff01807f00ff0180 ; 0101807f00ff7f80 ; 000200fe00fe8000
            padd1.sss r10=r8,r9 ; ff01807f00ff0180 ; 0101807f00ff7f80 ; 0002807f00fe7f80
            padd1.uuu r10=r8,r9 ; ff01807f00ff0180 ; 0101807f00ff7f80 ; ff02fffe00ff80ff
            padd1.uus r10=r8,r9 ; ff01807f00ff0180 ; 0101807f00ff7f80 ; ff0200fe00fe8000
            psub1 r10=r8,r9     ; 00807fff01ff8000 ; 0101ff0102fe7f80 ; ff7f80feff010180
            psub1.sss r10=r8,r9 ; 00807fff01ff8000 ; 0101ff0102fe7f80 ; ff807ffeff01807f
            psub1.uuu r10=r8,r9 ; 00807fff01ff8000 ; 0101ff0102fe7f80 ; 007f00fe00010100
            psub1.uus r10=r8,r9 ; 00807fff01ff8000 ; 0101ff0102fe7f80 ; 007f80fe00ff0180
            padd2 r10=r8,r9     ; 7fff8000ffff0001 ; 0001ffff00010001 ; 80007fff00000002
            padd2.sss r10=r8,r9 ; 7fff8000ffff0001 ; 0001ffff00010001 ; 7fff800000000002
            padd2.uuu r10=r8,r9 ; 7fff8000ffff0001 ; 0001ffff00010001 ; 8000ffffffff0002
            padd2.uus r10=r8,r9 ; 7fff8000ffff0001 ; 0001ffff00010001 ; 80007fffffff0002
            psub2 r10=r8,r9     ; 80007fff00000001 ; 0001ffff00018000 ; 7fff8000ffff8001
            psub2.sss r10=r8,r9 ; 80007fff00000001 ; 0001ffff00018000 ; 80007fffffff7fff
            psub2.uuu r10=r8,r9 ; 80007fff00000001 ; 0001ffff00018000 ; 7fff000000000000
            psub2.uus r10=r8,r9 ; 80007fff00000001 ; 0001ffff00018000 ; 7fff800000008001
            padd4 r10=r8,r9     ; ffffffff7fffffff ; 0000000100000001 ; 0000000080000000
            psub4 r10=r8,r9     ; 0000000080000000 ; 0000000100000001 ; ffffffff7fffffff
            psad1 r10=r8,r9     ; ff00000000000001 ; 00ff000000000003 ; 200
            psad1 r10=r8,r9     ; ffffffffffffffff ;                0 ; 7f8""");
    }

    @Test
    void averages() {
        Bench.computes("""
            pavg1 r10=r8,r9     ; 000102fffe0003ff ; 010202ffffff0000 ; 010102ffff7f017f
            pavg1.raz r10=r8,r9 ; 000102fffe0003ff ; 010202ffffff0000 ; 010202ffff800280
            pavg2 r10=r8,r9     ; ffff000100020003 ; ffff000200020000 ; ffff000100020001
            pavg2.raz r10=r8,r9 ; ffff000100020003 ; ffff000200020000 ; ffff000200020002
            pavgsub1 r10=r8,r9  ; 000105ff80000310 ; 0100020000800301 ; ff01017f40c00007
            pavgsub2 r10=r8,r9  ; 0000000500000003 ; 0001000200040000 ; ffff0001fffe0001""");
    }

    @Test
    void comparisons() {
        Bench.computes("""
            pcmp1.eq r10=r8,r9 ; 0102030405060708 ; 0100030005000700 ; ff00ff00ff00ff00
            pcmp1.gt r10=r8,r9 ; 01807f00ff050580 ; 007f80000006057f ; ff00ff0000000000
            pcmp2.eq r10=r8,r9 ; 0001000200030004 ; 0001000100030003 ; ffff0000ffff0000
            pcmp2.gt r10=r8,r9 ; 0001ffff80007fff ; 0000000000017ffe ; ffff00000000ffff
            pcmp4.eq r10=r8,r9 ; 00000001ffffffff ; 00000001fffffffe ; ffffffff00000000
            pcmp4.gt r10=r8,r9 ; 00000001ffffffff ; 0000000000000000 ; ffffffff00000000
            pmin1.u r10=r8,r9  ; 00ff807f01020304 ; ff007f8002010403 ; 00007f7f01010303
            pmax1.u r10=r8,r9  ; 00ff807f01020304 ; ff007f8002010403 ; ffff808002020404
            pmin2 r10=r8,r9    ; 80000001ffff7fff ; 0000ffff00007ffe ; 8000ffffffff7ffe
            pmax2 r10=r8,r9    ; 80000001ffff7fff ; 0000ffff00007ffe ; 0000000100007fff""");
    }

    @Test
    void products() {
        Bench.computes("""
            pmpy2.l r10=r8,r9       ; 80000002ffff0003 ; 8000000500020007 ; 40000000fffffffe
            pmpy2.r r10=r8,r9       ; 80000002ffff0003 ; 8000000500020007 ; 0000000a00000015
            pmpyshr2 r10=r8,r9,0    ; 8000ffff7fff0002 ; 800000017fff0003 ; 0000ffff00010006
            pmpyshr2 r10=r8,r9,7    ; 8000ffff7fff0002 ; 800000017fff0003 ; 0000fffffe000000
            pmpyshr2 r10=r8,r9,15   ; 8000ffff7fff0002 ; 800000017fff0003 ; 8000ffff7ffe0000
            pmpyshr2 r10=r8,r9,16   ; 8000ffff7fff0002 ; 800000017fff0003 ; 4000ffff3fff0000
            pmpyshr2.u r10=r8,r9,16 ; 8000ffff7fff0002 ; 800000017fff0003 ; 400000003fff0000
            pmpyshr2.u r10=r8,r9,16 ; ffffffffffffffff ; ffffffffffffffff ; fffefffefffefffe
            pmpyshr2 r10=r8,r9,16   ; ffffffffffffffff ; ffffffffffffffff ; 0""");
    }

    @Test
    void shifts() {
        Bench.computes("""
            pshl2 r10=r8,r9   ; 8001800180018001 ;                1 ; 0002000200020002
            pshl2 r10=r8,r9   ; 8001800180018001 ;                f ; 8000800080008000
            pshl2 r10=r8,r9   ; 8001800180018001 ;               10 ; 0
            pshl2 r10=r8,r9   ; 8001800180018001 ;               40 ; 0
            pshl2 r10=r8,r9   ; 8001800180018001 ; 8000000000000001 ; 0
            pshl4 r10=r8,r9   ; 8000000180000001 ;                1 ; 0000000200000002
            pshl4 r10=r8,r9   ; 8000000180000001 ;               1f ; 8000000080000000
            pshl4 r10=r8,r9   ; 8000000180000001 ;               20 ; 0
            pshl2 r10=r8,0    ; 8001800180018001 ;                1 ; 8001800180018001
            pshl2 r10=r8,15   ; 8001800180018001 ;                1 ; 8000800080008000
            pshl2 r10=r8,16   ; 8001800180018001 ;                1 ; 0
            pshl4 r10=r8,31   ; 8000000180000001 ;                1 ; 8000000080000000
            pshr2 r10=r8,r9   ; 80004000ffff0001 ;                1 ; c0002000ffff0000
            pshr2 r10=r8,r9   ; 80004000ffff0001 ;                f ; ffff0000ffff0000
            pshr2 r10=r8,r9   ; 80004000ffff0001 ;               10 ; ffff0000ffff0000
            pshr2 r10=r8,r9   ; 80004000ffff0001 ; 8000000000000000 ; ffff0000ffff0000
            pshr2.u r10=r8,r9 ; 80004000ffff0001 ;                1 ; 400020007fff0000
            pshr2.u r10=r8,r9 ; 80004000ffff0001 ;                f ; 0001000000010000
            pshr2.u r10=r8,r9 ; 80004000ffff0001 ;               10 ; 0
            pshr2.u r10=r8,r9 ; 80004000ffff0001 ; 8000000000000000 ; 0
            pshr4 r10=r8,r9   ; 8000000040000000 ;               1e ; fffffffe00000001
            pshr4 r10=r8,r9   ; 8000000040000000 ;               20 ; ffffffff00000000
            pshr4.u r10=r8,r9 ; 8000000040000000 ;               1f ; 0000000100000000
            pshr4.u r10=r8,r9 ; 8000000040000000 ;               20 ; 0
            pshr2 r10=r8,31   ; 80004000ffff0001 ;                1 ; ffff0000ffff0000
            pshr2.u r10=r8,4  ; 80004000ffff0001 ;                1 ; 080004000fff0000
            pshr4 r10=r8,4    ; 8000000040000000 ;                1 ; f800000004000000
            pshr4.u r10=r8,4  ; 8000000040000000 ;                1 ; 0800000004000000""");
    }

    @Test
    void shiftsWithSums() {
        Bench.computes("""
            pshladd2 r10=r8,1,r9 ; 4000c000bfff3fff ; 800080007fff0001 ; 7fff800080007fff
            pshladd2 r10=r8,3,r9 ; 0001ffff10000fff ; 0001000100017fff ; 0009fff97fff7fff
            pshladd2 r10=r8,1,r9 ; 3fff3fffc0000000 ; 000180000000ffff ; 7ffffffe8000ffff
            pshradd2 r10=r8,1,r9 ; 8000ffff7fff0003 ; 800000017fff0001 ; 800000007fff0002
            pshradd2 r10=r8,3,r9 ; 0008fff800070000 ; 0001000100010005 ; 0002000000010005""");
    }

    @Test
    void fourthCount() {
        assertEquals(new Executed.Unspecified(Integers.COUNT_UNASSIGNED), Bench.executed(Bench.MACHINE, "pshladd2 r10=r8,4,r9"));
        assertEquals(new Executed.Unspecified(Integers.COUNT_UNASSIGNED), Bench.executed(Bench.MACHINE, "pshradd2 r10=r8,4,r9"));
    }

    @Test
    void orders() {
        Bench.computes("""
            mix1.l r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 008822aa44cc66ee
            mix1.r r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 119933bb55dd77ff
            mix2.l r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 001188994455ccdd
            mix2.r r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 2233aabb6677eeff
            mix4.l r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 001122338899aabb
            mix4.r r10=r8,r9     ; 0011223344556677 ; 8899aabbccddeeff ; 44556677ccddeeff
            unpack1.h r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 0088119922aa33bb
            unpack1.l r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 44cc55dd66ee77ff
            unpack2.h r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 001188992233aabb
            unpack2.l r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 4455ccdd6677eeff
            unpack4.h r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 001122338899aabb
            unpack4.l r10=r8,r9  ; 0011223344556677 ; 8899aabbccddeeff ; 44556677ccddeeff
            pack2.sss r10=r8,r9  ; 7fff0080ff80ff7f ; 007f80000000ffff ; 7f8000ff7f7f8080
            pack2.uss r10=r8,r9  ; 7fff0080ff80ff7f ; 007f80000000ffff ; 7f000000ff800000
            pack2.uss r10=r8,r9  ; 00ff0100ffff0001 ; 0000000000fe0000 ; 0000fe00ffff0001
            pack4.sss r10=r8,r9  ; 7fffffffffff8000 ; 00008000ffff7fff ; 7fff80007fff8000
            mux1 r10=r8,@rev     ; 0011223344556677 ;               77 ; 7766554433221100
            mux1 r10=r8,@brcst   ; 0011223344556677 ;               77 ; 7777777777777777
            mux1 r10=r8,@mix     ; 0011223344556677 ;               77 ; 0044226611553377
            mux1 r10=r8,@shuf    ; 0011223344556677 ;               77 ; 0044115522663377
            mux1 r10=r8,@alt     ; 0011223344556677 ;               77 ; 0022446611335577
            mux2 r10=r8,0x1b     ; 0011223344556677 ;               77 ; 6677445522330011
            mux2 r10=r8,0x8d     ; 0011223344556677 ;               77 ; 2233667700114455""");
    }

    @Test
    void saturatingFormsSaySo() {
        assertEquals(Integers.ELEMENTS_ADDED, Bench.executed(Bench.MACHINE, "padd1 r10=r8,r9").because());
        assertEquals(Integers.ELEMENT_SATURATED, Bench.executed(Bench.MACHINE, "psub2.uus r10=r8,r9").because());
    }
}
