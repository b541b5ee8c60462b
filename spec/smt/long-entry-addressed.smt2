; LONG_ENTRY_ADDRESSED
; In the long format the entry of an address lies in the region of the base, at the offset whose bits size - 1 to 0 are those
; of 32 times the index of the page and whose others are those of the base.
;
; pta    the page table address: size in bits 7:2, base in bits 63:15
; index  of the page
(set-logic QF_BV)

(define-fun hashed-mask ((pta (_ BitVec 64))) (_ BitVec 64)
  (bvsub (bvshl #x0000000000000001 ((_ zero_extend 58) ((_ extract 7 2) pta))) #x0000000000000001))

(define-fun hashed-start ((pta (_ BitVec 64))) (_ BitVec 64)
  (bvand pta (bvnot (hashed-mask pta)) #xffffffffffff8000))

(define-fun long-entry ((pta (_ BitVec 64)) (index (_ BitVec 64))) (_ BitVec 64)
  (bvor (hashed-start pta) (bvand (bvshl index #x0000000000000005) (hashed-mask pta))))

; What the theorems speak of besides: which sizes there are, and the number of an entry in a table.
(define-fun hashed-size-possible ((pta (_ BitVec 64))) Bool
  (and (bvule (_ bv15 6) ((_ extract 7 2) pta)) (bvule ((_ extract 7 2) pta) (_ bv61 6))))

(define-fun entry-number ((pta (_ BitVec 64)) (entry (_ BitVec 64))) (_ BitVec 64)
  (bvlshr (bvsub entry (hashed-start pta)) #x0000000000000005))

(declare-const pta (_ BitVec 64))
(declare-const index (_ BitVec 64))
(declare-const other (_ BitVec 64))
(assert (hashed-size-possible pta))

(push 1)
(echo "an-entry-lies-in-the-hashed-table: unsat expected")
(assert (not (bvule (bvsub (long-entry pta index) (hashed-start pta)) (hashed-mask pta))))
(check-sat)
(pop 1)

(push 1)
(echo "the-low-bits-of-the-index-number-the-entry: unsat expected")
(assert (not (= (entry-number pta (long-entry pta index)) (bvand index (bvlshr (hashed-mask pta) #x0000000000000005)))))
(check-sat)
(pop 1)

(push 1)
(echo "entries-lie-in-the-region-of-the-base: unsat expected")
(assert (not (= ((_ extract 63 61) (long-entry pta index)) ((_ extract 63 61) pta))))
(check-sat)
(pop 1)

(push 1)
(echo "hashed-entries-that-were-computed-by-hand: unsat expected")
(assert (not (and (= (long-entry #xe000000010000161 #x0000000000123452) #xe000000010468a40)
                  (= (long-entry #xe000000010000161 #x00000000002dcba9) #xe000000010b97520))))
(check-sat)
(pop 1)

(push 1)
(echo "two-indices-share-an-entry: sat expected")
(assert (and (distinct index other) (= (long-entry pta index) (long-entry pta other))))
(check-sat)
(pop 1)
