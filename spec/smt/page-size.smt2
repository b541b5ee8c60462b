; WORDS of chapter 4: page, page size, region, offset
; A page of a size begins at a multiple of it. An address is a region number in bits 63:61 and an offset in the region; it
; lies in the page that begins where its bits below the page size are cleared.
;
; va  the virtual address
; ps  the base-2 logarithm of the page size: 12 to 60
(set-logic QF_BV)

(define-fun page-bytes ((ps (_ BitVec 6))) (_ BitVec 64)
  (bvshl #x0000000000000001 ((_ zero_extend 58) ps)))

(define-fun page-mask ((ps (_ BitVec 6))) (_ BitVec 64)
  (bvsub (page-bytes ps) #x0000000000000001))

(define-fun page-of ((va (_ BitVec 64)) (ps (_ BitVec 6))) (_ BitVec 64)
  (bvand va (bvnot (page-mask ps))))

(define-fun region-of ((va (_ BitVec 64))) (_ BitVec 3)
  ((_ extract 63 61) va))

(define-fun region-offset ((va (_ BitVec 64))) (_ BitVec 64)
  (bvand va #x1fffffffffffffff))

; What the theorems speak of besides: one bit, and which sizes there are.
(define-fun bit-of-word ((word (_ BitVec 64)) (index (_ BitVec 6))) (_ BitVec 1)
  ((_ extract 0 0) (bvlshr word ((_ zero_extend 58) index))))

(define-fun page-can-have ((ps (_ BitVec 6))) Bool
  (and (bvule (_ bv12 6) ps) (bvule ps (_ bv60 6))))

(declare-const va (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const ps (_ BitVec 6))
(declare-const larger (_ BitVec 6))
(declare-const index (_ BitVec 6))
(assert (page-can-have ps))

(push 1)
(echo "the-mask-has-the-bits-below-the-size: unsat expected")
(assert (not (and (= (bit-of-word (page-mask ps) index) (ite (bvult index ps) #b1 #b0))
                  (= (bit-of-word (page-bytes ps) index) (ite (= index ps) #b1 #b0)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-page-begins-at-a-multiple-of-its-size: unsat expected")
(assert (not (= (bvshl (bvlshr va ((_ zero_extend 58) ps)) ((_ zero_extend 58) ps)) (page-of va ps))))
(check-sat)
(pop 1)

(push 1)
(echo "an-address-lies-in-its-page: unsat expected")
(assert (not (and (bvule (page-of va ps) va) (bvult (bvsub va (page-of va ps)) (page-bytes ps))
                  (= va (bvor (page-of va ps) (bvand va (page-mask ps)))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-page-is-the-page-of-its-own-addresses: unsat expected")
(assert (not (=> (bvule (bvsub other (page-of va ps)) (page-mask ps)) (= (page-of other ps) (page-of va ps)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-page-stays-in-its-region: unsat expected")
(assert (not (and (= (region-of (page-of va ps)) (region-of va)) (= (region-of (bvor va (page-mask ps))) (region-of va)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-larger-page-holds-the-smaller: unsat expected")
(assert (not (=> (and (bvule ps larger) (page-can-have larger)) (= (page-of (page-of va ps) larger) (page-of va larger)))))
(check-sat)
(pop 1)

(push 1)
(echo "an-address-is-its-region-and-its-offset: unsat expected")
(assert (not (and (= va (bvor (bvshl ((_ zero_extend 61) (region-of va)) #x000000000000003d) (region-offset va)))
                  (= va (concat (region-of va) ((_ extract 60 0) (region-offset va))))
                  (= (region-of (region-offset va)) #b000))))
(check-sat)
(pop 1)

(push 1)
(echo "the-sizes-of-processors: unsat expected")
(assert (not (and (= (page-bytes (_ bv12 6)) #x0000000000001000) (= (page-mask (_ bv13 6)) #x0000000000001fff)
                  (= (page-bytes (_ bv14 6)) #x0000000000004000) (= (page-mask (_ bv16 6)) #x000000000000ffff)
                  (= (page-bytes (_ bv28 6)) #x0000000010000000) (= (page-mask (_ bv32 6)) #x00000000ffffffff))))
(check-sat)
(pop 1)

(push 1)
(echo "a-page-in-the-highest-region: unsat expected")
(assert (not (and (= (page-of #xe000000000005123 (_ bv14 6)) #xe000000000004000) (= (region-of #xe000000000005123) #b111)
                  (= (region-offset #xe000000000005123) #x0000000000005123))))
(check-sat)
(pop 1)

(push 1)
(echo "two-regions-have-the-same-offsets: sat expected")
(assert (and (= (region-offset va) (region-offset other)) (distinct (region-of va) (region-of other))))
(check-sat)
(pop 1)

(push 1)
(echo "two-addresses-of-a-page: sat expected")
(assert (and (= (page-of va ps) (page-of other ps)) (distinct (page-of va (_ bv12 6)) (page-of other (_ bv12 6)))))
(check-sat)
(pop 1)
