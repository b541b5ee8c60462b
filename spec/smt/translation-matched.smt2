; TRANSLATION_MATCHED
; A translation covers an address when its region identifier is that of the region register that the address selects and the
; address and its page agree in bits 60:ps; the region number itself takes no part. A page shares an address with a range of
; a purge or of an insertion when the identifiers are equal and the two, each aligned down to its own size, intersect; there
; the region number never takes part, even where a search may compare it (REGION_COMPARED).
;
; page       an address in the page: what was inserted
; rid        the region identifier of the translation
; ps         the base-2 logarithm of its size
; asked-rid  the region identifier of the reference, insertion or purge
; va         its virtual address
; range      the base-2 logarithm of the size of what is purged or inserted
(set-logic QF_BV)

(define-fun offset-in-region ((va (_ BitVec 64))) (_ BitVec 64)
  (concat #b000 ((_ extract 60 0) va)))

; The bits of an offset that lie below a size.
(define-fun below-size ((size (_ BitVec 6))) (_ BitVec 64)
  (bvnot (bvshl #xffffffffffffffff ((_ zero_extend 58) size))))

; The first and the last offset of the block of a size in which an address lies.
(define-fun first-of-block ((va (_ BitVec 64)) (size (_ BitVec 6))) (_ BitVec 64)
  (bvand (offset-in-region va) (bvnot (below-size size))))

(define-fun last-of-block ((va (_ BitVec 64)) (size (_ BitVec 6))) (_ BitVec 64)
  (bvor (offset-in-region va) (below-size size)))

(define-fun page-covers (
    (page (_ BitVec 64)) (rid (_ BitVec 24)) (ps (_ BitVec 6)) (asked-rid (_ BitVec 24)) (va (_ BitVec 64))) Bool
  (and (= rid asked-rid)
       (= (first-of-block page ps) (first-of-block va ps))))

(define-fun pages-overlap (
    (page (_ BitVec 64)) (rid (_ BitVec 24)) (ps (_ BitVec 6)) (asked-rid (_ BitVec 24)) (va (_ BitVec 64)) (range (_ BitVec 6))) Bool
  (and (= rid asked-rid)
       (bvule (first-of-block page ps) (last-of-block va range))
       (bvule (first-of-block va range) (last-of-block page ps))))

; The same from the other side: of two blocks whose sizes are powers of two, one contains the other or they are apart.
(define-fun greater-size ((ps (_ BitVec 6)) (range (_ BitVec 6))) (_ BitVec 6)
  (ite (bvult ps range) range ps))

(define-fun overlap-in-short (
    (page (_ BitVec 64)) (rid (_ BitVec 24)) (ps (_ BitVec 6)) (asked-rid (_ BitVec 24)) (va (_ BitVec 64)) (range (_ BitVec 6))) Bool
  (page-covers page rid (greater-size ps range) asked-rid va))

; What the theorems speak of besides: one bit, which sizes there are, and an address that both cover, if there is one.
(define-fun bit-of-address ((va (_ BitVec 64)) (index (_ BitVec 6))) (_ BitVec 1)
  ((_ extract 0 0) (bvlshr va ((_ zero_extend 58) index))))

(define-fun size-of-pages ((ps (_ BitVec 6))) Bool
  (and (bvule (_ bv12 6) ps) (bvule ps (_ bv60 6))))

(define-fun begins-later ((page (_ BitVec 64)) (ps (_ BitVec 6)) (va (_ BitVec 64)) (range (_ BitVec 6))) (_ BitVec 64)
  (ite (bvult (first-of-block page ps) (first-of-block va range)) (first-of-block va range) (first-of-block page ps)))

(declare-const page (_ BitVec 64))
(declare-const rid (_ BitVec 24))
(declare-const ps (_ BitVec 6))
(declare-const asked-rid (_ BitVec 24))
(declare-const va (_ BitVec 64))
(declare-const region (_ BitVec 3))
(declare-const other (_ BitVec 64))
(declare-const range (_ BitVec 6))
(declare-const index (_ BitVec 6))
(assert (size-of-pages ps))
(assert (size-of-pages range))

(push 1)
(echo "covered-addresses-agree-in-every-bit-from-ps-to-60: unsat expected")
(assert (not (=> (and (page-covers page rid ps asked-rid va) (bvule ps index) (bvule index (_ bv60 6)))
                 (and (= rid asked-rid) (= (bit-of-address page index) (bit-of-address va index))))))
(check-sat)
(pop 1)

(push 1)
(echo "an-address-that-differs-there-is-not-covered: unsat expected")
(assert (not (=> (and (bvule ps index) (bvule index (_ bv60 6)) (distinct (bit-of-address page index) (bit-of-address va index)))
                 (not (page-covers page rid ps asked-rid va)))))
(check-sat)
(pop 1)

(push 1)
(echo "what-differs-elsewhere-only-is-covered: unsat expected")
(assert (not (=> (and (or (bvult index ps) (bvult (_ bv60 6) index)) (page-covers page rid ps asked-rid va))
                 (page-covers page rid ps asked-rid (bvxor va (bvshl #x0000000000000001 ((_ zero_extend 58) index)))))))
(check-sat)
(pop 1)

(push 1)
(echo "covered-is-the-same-when-the-bits-below-the-size-are-shifted-out: unsat expected")
(assert (not (= (page-covers page rid ps asked-rid va)
                (and (= rid asked-rid)
                     (= (bvlshr ((_ zero_extend 3) ((_ extract 60 0) page)) ((_ zero_extend 58) ps))
                        (bvlshr ((_ zero_extend 3) ((_ extract 60 0) va))   ((_ zero_extend 58) ps)))))))
(check-sat)
(pop 1)

(push 1)
(echo "covered-is-between-the-ends-of-the-page: unsat expected")
(assert (not (= (page-covers page rid ps rid va)
                (and (bvule (first-of-block page ps) (offset-in-region va)) (bvule (offset-in-region va) (last-of-block page ps))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-region-number-takes-no-part: unsat expected")
(assert (not (let ((elsewhere (concat region ((_ extract 60 0) va))))
               (and (= (page-covers page rid ps asked-rid va) (page-covers page rid ps asked-rid elsewhere))
                    (= (page-covers va rid ps asked-rid page) (page-covers elsewhere rid ps asked-rid page))
                    (= (pages-overlap page rid ps asked-rid va range) (pages-overlap page rid ps asked-rid elsewhere range))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-page-covers-its-own-address: unsat expected")
(assert (not (page-covers page rid ps rid page)))
(check-sat)
(pop 1)

(push 1)
(echo "rule-and-ends-agree: unsat expected")
(assert (not (= (pages-overlap page rid ps asked-rid va range) (overlap-in-short page rid ps asked-rid va range))))
(check-sat)
(pop 1)

(push 1)
(echo "what-overlaps-has-a-common-address: unsat expected")
(assert (not (=> (pages-overlap page rid ps asked-rid va range)
                 (and (page-covers page rid ps asked-rid (begins-later page ps va range))
                      (page-covers va asked-rid range rid (begins-later page ps va range))))))
(check-sat)
(pop 1)

(push 1)
(echo "what-has-a-common-address-overlaps: unsat expected")
(assert (not (=> (and (page-covers page rid ps asked-rid other) (page-covers va asked-rid range rid other))
                 (pages-overlap page rid ps asked-rid va range))))
(check-sat)
(pop 1)

(push 1)
(echo "overlap-has-no-direction: unsat expected")
(assert (not (= (pages-overlap page rid ps asked-rid va range) (pages-overlap va asked-rid range rid page ps))))
(check-sat)
(pop 1)

(push 1)
(echo "regions-are-apart: unsat expected")
(assert (not (=> (distinct rid asked-rid)
                 (not (or (page-covers page rid ps asked-rid va) (pages-overlap page rid ps asked-rid va range))))))
(check-sat)
(pop 1)

(push 1)
(echo "neighbours-do-not-overlap: unsat expected")
(assert (not (=> (bvult ps (_ bv60 6))
                 (not (pages-overlap page rid ps rid (bvxor page (bvshl #x0000000000000001 ((_ zero_extend 58) ps))) ps)))))
(check-sat)
(pop 1)

; A page of 16 KB at 4000 in region 1 covers 7FFF in region 5, and not 8000.
(push 1)
(echo "a-page-of-16-kilobytes: unsat expected")
(assert (not (and (page-covers #x2000000000004000 rid (_ bv14 6) rid #xa000000000007fff)
                  (not (page-covers #x2000000000004000 rid (_ bv14 6) rid #xa000000000008000))
                  (pages-overlap #x2000000000004000 rid (_ bv14 6) rid #x0000000000005123 (_ bv12 6))
                  (not (pages-overlap #x2000000000004000 rid (_ bv14 6) rid #x0000000000008123 (_ bv12 6)))
                  (pages-overlap #x2000000000004000 rid (_ bv14 6) rid #x0000000000008123 (_ bv16 6)))))
(check-sat)
(pop 1)

(push 1)
(echo "an-address-of-another-region-is-covered: sat expected")
(assert (and (page-covers page rid ps asked-rid va) (distinct ((_ extract 63 61) page) ((_ extract 63 61) va))))
(check-sat)
(pop 1)

(push 1)
(echo "a-purged-page-does-not-cover-the-address-of-the-purge: sat expected")
(assert (and (pages-overlap page rid ps asked-rid va range) (not (page-covers page rid ps asked-rid va))))
(check-sat)
(pop 1)

(push 1)
(echo "the-largest-pages-of-a-region-are-apart: sat expected")
(assert (and (= ps range (_ bv60 6)) (= rid asked-rid) (not (pages-overlap page rid ps asked-rid va range))))
(check-sat)
(pop 1)
