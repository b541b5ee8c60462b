package vmmref.model.execute;

import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void shifts() {
        Bench.computes("""
            shl r10=r8,r9     ;                1 ;                0 ; 1
            shl r10=r8,r9     ;                3 ;               3f ; 8000000000000000
            shl r10=r8,r9     ;                1 ;               40 ; 0
            shl r10=r8,r9     ;                1 ; 8000000000000000 ; 0
            shr r10=r8,r9     ; 8000000000000000 ;               3e ; fffffffffffffffe
            shr r10=r8,r9     ; 8000000000000000 ;               3f ; ffffffffffffffff
            shr r10=r8,r9     ; 8000000000000000 ;               40 ; ffffffffffffffff
            shr r10=r8,r9     ; 8000000000000000 ; 8000000000000000 ; ffffffffffffffff
            shr r10=r8,r9     ; 4000000000000000 ;               3e ; 1
            shr r10=r8,r9     ; 4000000000000000 ;               40 ; 0
            shr.u r10=r8,r9   ; f000000000000000 ;                4 ; 0f00000000000000
            shr.u r10=r8,r9   ; 8000000000000000 ;               3f ; 1
            shr.u r10=r8,r9   ; 8000000000000000 ;               40 ; 0
            shr.u r10=r8,r9   ; 8000000000000000 ; 8000000000000000 ; 0
            shrp r10=r8,r9,0  ;                1 ;                2 ; 2
            shrp r10=r8,r9,1  ;                1 ;                2 ; 8000000000000001
            shrp r10=r8,r9,63 ;                1 ; 8000000000000000 ; 3""");
    }

    @Test
    void extracted() {
        Bench.computes("""
            extr r10=r9,0,64    ; 77 ; 8000000000000001 ; 8000000000000001
            extr.u r10=r9,0,64  ; 77 ; 8000000000000001 ; 8000000000000001
            extr r10=r9,60,8    ; 77 ; 8000000000000000 ; fffffffffffffff8
            extr.u r10=r9,60,8  ; 77 ; 8000000000000000 ; 8
            extr r10=r9,4,4     ; 77 ;             f08f ; fffffffffffffff8
            extr.u r10=r9,4,4   ; 77 ;             f80f ; 0
            extr r10=r9,63,1    ; 77 ; 8000000000000000 ; ffffffffffffffff
            extr r10=r9,56,8    ; 77 ; ab00000000000000 ; ffffffffffffffab
            extr.u r10=r9,56,8  ; 77 ; ab00000000000000 ; ab
            extr.u r10=r9,56,9  ; 77 ; ab00000000000000 ; ab""");
    }

    @Test
    void deposited() {
        Bench.computes("""
            dep.z r10=r8,60,8    ;  ff ; 77 ; f000000000000000
            dep.z r10=r8,4,4     ;  12 ; 77 ; 20
            dep.z r10=-1,0,64    ;  77 ; 77 ; ffffffffffffffff
            dep.z r10=-128,8,8   ;  77 ; 77 ; 8000
            dep.z r10=-128,8,9   ;  77 ; 77 ; 18000
            dep r10=-1,r9,4,8    ;  77 ; 0  ; ff0
            dep r10=0,r9,4,8     ;  77 ; ffffffffffffffff ; fffffffffffff00f
            dep r10=r8,r9,60,16  ;   5 ; 0123456789abcdef ; 5123456789abcdef
            dep r10=r8,r9,8,4    ; abc ; ffff             ; fcff
            dep r10=r8,r9,0,16   ; abcdef ; 1111111111111111 ; 111111111111cdef""");
    }

    @Test
    void extended() {
        Bench.computes("""
            zxt1 r10=r9 ; 77 ; ffffffffffffff80 ; 80
            zxt2 r10=r9 ; 77 ; ffffffffffff8080 ; 8080
            zxt4 r10=r9 ; 77 ; ffffffff80808080 ; 80808080
            sxt1 r10=r9 ; 77 ;               80 ; ffffffffffffff80
            sxt1 r10=r9 ; 77 ;              f7f ; 7f
            sxt2 r10=r9 ; 77 ;             8000 ; ffffffffffff8000
            sxt4 r10=r9 ; 77 ;         80000000 ; ffffffff80000000
            sxt4 r10=r9 ; 77 ;       f700000000 ; 0""");
    }

    @Test
    void found() {
        Bench.computes("""
            czx1.l r10=r9 ; 77 ; 00ffffffffffffff ; 0
            czx1.l r10=r9 ; 77 ; ffffffffffffff00 ; 7
            czx1.l r10=r9 ; 77 ; 0101010101010101 ; 8
            czx1.l r10=r9 ; 77 ; ff00ff00ffffffff ; 1
            czx1.r r10=r9 ; 77 ; ff00ff00ffffffff ; 4
            czx1.r r10=r9 ; 77 ; 00ffffffffffffff ; 7
            czx1.r r10=r9 ; 77 ; ffffffffffffff00 ; 0
            czx1.r r10=r9 ; 77 ; 8080808080808080 ; 8
            czx2.l r10=r9 ; 77 ; ffff0000ffffffff ; 1
            czx2.r r10=r9 ; 77 ; ffff0000ffffffff ; 2
            czx2.l r10=r9 ; 77 ; 00ffff0000010000 ; 3
            czx2.r r10=r9 ; 77 ; 0000000100010001 ; 3
            czx2.l r10=r9 ; 77 ; 0001010000010001 ; 4
            popcnt r10=r9 ; 77 ;                0 ; 0
            popcnt r10=r9 ; 77 ; ffffffffffffffff ; 40
            popcnt r10=r9 ; 77 ; 8000000000000001 ; 2""");
    }
}
