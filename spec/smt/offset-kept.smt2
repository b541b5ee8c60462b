; OFFSET_KEPT
; The physical address has the bits below the page size from the virtual address and the others from the ppn, whose own
; bits below the page size are ignored.
;
; ppn  the field in its place: bits 49:12 of the page-table entry, 0 elsewhere
; va   the virtual address
; ps   the base-2 logarithm of the page size, as in ITIR; the smallest page has 2^12 bytes, and an offset in a region 61 bits
(set-logic QF_BV)

(define-fun ppn-in-place ((pte (_ BitVec 64))) (_ BitVec 64)
  (bvand pte #x0003fffffffff000))

(define-fun page-size ((ps (_ BitVec 6))) (_ BitVec 64)
  (bvshl #x0000000000000001 ((_ zero_extend 58) ps)))

(define-fun offset-bits ((ps (_ BitVec 6))) (_ BitVec 64)
  (bvsub (page-size ps) #x0000000000000001))

(define-fun physical-address ((ppn (_ BitVec 64)) (va (_ BitVec 64)) (ps (_ BitVec 6))) (_ BitVec 64)
  (bvor (bvand va (offset-bits ps)) (bvand ppn (bvnot (offset-bits ps)))))

; What the theorems speak of besides: which sizes there are, one bit of a word, and the number of a page or frame.
(define-fun page-size-possible ((ps (_ BitVec 6))) Bool
  (and (bvule (_ bv12 6) ps) (bvule ps (_ bv60 6))))

(define-fun bit ((word (_ BitVec 64)) (index (_ BitVec 6))) (_ BitVec 1)
  ((_ extract 0 0) (bvlshr word ((_ zero_extend 58) index))))

(define-fun page-number ((address (_ BitVec 64)) (ps (_ BitVec 6))) (_ BitVec 64)
  (bvlshr address ((_ zero_extend 58) ps)))

(declare-const pte (_ BitVec 64))
(declare-const ppn (_ BitVec 64))
(declare-const va (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const ps (_ BitVec 6))
(declare-const index (_ BitVec 6))
(assert (page-size-possible ps))

(push 1)
(echo "each-bit-comes-from-one-side: unsat expected")
(assert (not (= (bit (physical-address ppn va ps) index)
                (ite (bvult index ps) (bit va index) (bit ppn index)))))
(check-sat)
(pop 1)

(push 1)
(echo "result-lies-in-the-frame: unsat expected")
(assert (not (= (page-number (physical-address ppn va ps) ps) (page-number ppn ps))))
(check-sat)
(pop 1)

; The frame begins at the ppn, aligned down to the page size, and is as long as the page.
(push 1)
(echo "result-is-start-of-frame-and-offset: unsat expected")
(assert (not (= (physical-address ppn va ps)
                (bvadd (bvshl (page-number ppn ps) ((_ zero_extend 58) ps))
                       (bvsub va (bvshl (page-number va ps) ((_ zero_extend 58) ps)))))))
(check-sat)
(pop 1)

(push 1)
(echo "distances-in-a-page-are-kept: unsat expected")
(assert (not (=> (= (page-number va ps) (page-number other ps))
                 (= (bvsub (physical-address ppn va ps) (physical-address ppn other ps)) (bvsub va other)))))
(check-sat)
(pop 1)

(push 1)
(echo "ppn-below-the-page-size-is-ignored: unsat expected")
(assert (not (=> (= (page-number ppn ps) (page-number other ps))
                 (= (physical-address ppn va ps) (physical-address other va ps)))))
(check-sat)
(pop 1)

(push 1)
(echo "page-and-region-number-are-ignored: unsat expected")
(assert (not (=> (= (bvand va (offset-bits ps)) (bvand other (offset-bits ps)))
                 (= (physical-address ppn va ps) (physical-address ppn other ps)))))
(check-sat)
(pop 1)

(push 1)
(echo "nothing-above-the-ppn: unsat expected")
(assert (not (=> (bvule ps (_ bv50 6))
                 (= ((_ extract 63 50) (physical-address (ppn-in-place pte) va ps)) (_ bv0 14)))))
(check-sat)
(pop 1)

(push 1)
(echo "an-address-moves: sat expected")
(assert (distinct (physical-address (ppn-in-place pte) va ps) va (ppn-in-place pte) (_ bv0 64)))
(check-sat)
(pop 1)

(push 1)
(echo "the-largest-page-ignores-bits-of-the-ppn: sat expected")
(assert (and (= ps (_ bv32 6)) (distinct ppn other) (= (physical-address ppn va ps) (physical-address other va ps))))
(check-sat)
(pop 1)
