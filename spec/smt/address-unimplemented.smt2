; ADDRESS_UNIMPLEMENTED
; A data reference raises Unimplemented Data Address when bits 60:n of its virtual address differ from bit n - 1, where n
; bits are implemented (one fewer while PSR.vm is 1), or when a bit of its physical address above the implemented ones and
; below bit 63 is set.
;
; va, pa       the virtual and the physical address
; implemented  how many bits: of an offset in a region 51 to 61, of a physical address up to 63
; vm           PSR.vm
(set-logic QF_BV)

; The bits from `low` up to the bit below `high`.
(define-fun bits-between ((low (_ BitVec 6)) (high (_ BitVec 6))) (_ BitVec 64)
  (bvsub (bvshl #x0000000000000001 ((_ zero_extend 58) high)) (bvshl #x0000000000000001 ((_ zero_extend 58) low))))

(define-fun bits-in-use ((implemented (_ BitVec 6)) (vm Bool)) (_ BitVec 6)
  (ite vm (bvsub implemented (_ bv1 6)) implemented))

(define-fun copies-of-bit ((word (_ BitVec 64)) (index (_ BitVec 6))) (_ BitVec 64)
  ((_ sign_extend 63) ((_ extract 0 0) (bvlshr word ((_ zero_extend 58) index)))))

(define-fun virtual-address-unimplemented ((va (_ BitVec 64)) (implemented (_ BitVec 6)) (vm Bool)) Bool
  (let ((n (bits-in-use implemented vm)))
    (distinct (bvand (bvxor va (copies-of-bit va (bvsub n (_ bv1 6)))) (bits-between n (_ bv61 6)))
              #x0000000000000000)))

(define-fun physical-address-unimplemented ((pa (_ BitVec 64)) (implemented (_ BitVec 6))) Bool
  (distinct (bvand pa (bits-between implemented (_ bv63 6))) #x0000000000000000))

; What the theorems speak of besides.
(define-fun offset-bits-possible ((implemented (_ BitVec 6))) Bool
  (and (bvule (_ bv51 6) implemented) (bvule implemented (_ bv61 6))))

(define-fun offset ((va (_ BitVec 64))) (_ BitVec 64)
  (bvand va #x1fffffffffffffff))

(define-fun sign-extended ((word (_ BitVec 64)) (n (_ BitVec 6))) (_ BitVec 64)
  (let ((unused (bvsub #x0000000000000040 ((_ zero_extend 58) n))))
    (bvashr (bvshl word unused) unused)))

(define-fun two-to-the ((n (_ BitVec 6))) (_ BitVec 64)
  (bvshl #x0000000000000001 ((_ zero_extend 58) n)))

(declare-const va (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const pa (_ BitVec 64))
(declare-const implemented (_ BitVec 6))
(declare-const vm Bool)

(push 1)
(echo "implemented-when-sign-extension-gives-the-offset-back: unsat expected")
(assert (offset-bits-possible implemented))
(assert (not (= (not (virtual-address-unimplemented va implemented false))
                (= (offset va) (offset (sign-extended va implemented))))))
(check-sat)
(pop 1)

; The unimplemented addresses of a region are a hole in its middle.
(push 1)
(echo "the-hole-begins-and-ends-half-of-the-implemented-offsets-from-the-ends: unsat expected")
(assert (offset-bits-possible implemented))
(assert (not (= (virtual-address-unimplemented va implemented false)
                (and (bvule (two-to-the (bvsub implemented (_ bv1 6))) (offset va))
                     (bvult (offset va) (bvsub #x2000000000000000 (two-to-the (bvsub implemented (_ bv1 6)))))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-virtual-machine-sees-one-bit-fewer: unsat expected")
(assert (offset-bits-possible implemented))
(assert (not (= (not (virtual-address-unimplemented va implemented true))
                (= (offset va) (offset (sign-extended va (bvsub implemented (_ bv1 6))))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-virtual-machine-reaches-nothing-more: unsat expected")
(assert (offset-bits-possible implemented))
(assert (not (=> (virtual-address-unimplemented va implemented false) (virtual-address-unimplemented va implemented true))))
(check-sat)
(pop 1)

(push 1)
(echo "with-61-bits-every-address-is-implemented: unsat expected")
(assert (not (not (virtual-address-unimplemented va (_ bv61 6) false))))
(check-sat)
(pop 1)

(push 1)
(echo "the-region-number-takes-no-part: unsat expected")
(assert (offset-bits-possible implemented))
(assert (not (=> (= (offset va) (offset other))
                 (= (virtual-address-unimplemented va implemented vm) (virtual-address-unimplemented other implemented vm)))))
(check-sat)
(pop 1)

(push 1)
(echo "physical-addresses-end-at-two-to-the-implemented-bits: unsat expected")
(assert (not (= (physical-address-unimplemented pa implemented)
                (bvuge (bvand pa #x7fffffffffffffff) (two-to-the implemented)))))
(check-sat)
(pop 1)

(push 1)
(echo "bit-63-of-a-physical-address-takes-no-part: unsat expected")
(assert (not (= (physical-address-unimplemented pa implemented)
                (physical-address-unimplemented (bvxor pa #x8000000000000000) implemented))))
(check-sat)
(pop 1)

(push 1)
(echo "only-a-virtual-machine-is-refused: sat expected")
(assert (offset-bits-possible implemented))
(assert (and (virtual-address-unimplemented va implemented true) (not (virtual-address-unimplemented va implemented false))))
(check-sat)
(pop 1)

(push 1)
(echo "both-halves-are-implemented: sat expected")
(assert (and (= implemented (_ bv51 6)) (distinct (bvand va #x1000000000000000) (bvand other #x1000000000000000))
             (not (virtual-address-unimplemented va implemented false)) (not (virtual-address-unimplemented other implemented false))))
(check-sat)
(pop 1)

(push 1)
(echo "a-physical-address-is-unimplemented: sat expected")
(assert (and (= implemented (_ bv50 6)) (physical-address-unimplemented pa implemented)))
(check-sat)
(pop 1)
