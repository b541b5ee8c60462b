; SHORT_ENTRY_ADDRESSED
; In the short format the entry of an address lies in the region of that address, at the offset whose bits size - 1 to 0 are
; those of eight times the page number and whose others are those of the base.
;
; pta     the page table address: size in bits 7:2, base in bits 63:15
; region  the region number of the address
; page    the page number of the address
(set-logic QF_BV)

(define-fun table-mask ((pta (_ BitVec 64))) (_ BitVec 64)
  (bvsub (bvshl #x0000000000000001 ((_ zero_extend 58) ((_ extract 7 2) pta))) #x0000000000000001))

(define-fun table-base ((pta (_ BitVec 64))) (_ BitVec 64)
  (bvand pta #xffffffffffff8000))

(define-fun short-entry ((pta (_ BitVec 64)) (region (_ BitVec 3)) (page (_ BitVec 64))) (_ BitVec 64)
  (concat region ((_ extract 60 0) (bvor (bvand (table-base pta) (bvnot (table-mask pta))) (bvand (bvshl page #x0000000000000003) (table-mask pta))))))

; What the theorems speak of besides: which sizes there are, and where a table begins in a region.
(define-fun table-size-possible ((pta (_ BitVec 64))) Bool
  (and (bvule (_ bv15 6) ((_ extract 7 2) pta)) (bvule ((_ extract 7 2) pta) (_ bv61 6))))

(define-fun table-start ((pta (_ BitVec 64)) (region (_ BitVec 3))) (_ BitVec 64)
  (concat region ((_ extract 60 0) (bvand (table-base pta) (bvnot (table-mask pta))))))

(declare-const pta (_ BitVec 64))
(declare-const region (_ BitVec 3))
(declare-const page (_ BitVec 64))
(declare-const other (_ BitVec 64))
(assert (table-size-possible pta))

(push 1)
(echo "an-entry-lies-in-the-table: unsat expected")
(assert (not (bvule (bvsub (short-entry pta region page) (table-start pta region)) (table-mask pta))))
(check-sat)
(pop 1)

(push 1)
(echo "the-first-page-has-the-first-entry: unsat expected")
(assert (not (= (short-entry pta region #x0000000000000000) (table-start pta region))))
(check-sat)
(pop 1)

; But for the last page that the table has room for.
(push 1)
(echo "the-next-page-has-the-next-entry: unsat expected")
(assert (not (=> (distinct (bvand (bvadd (bvshl page #x0000000000000003) #x0000000000000008) (table-mask pta)) #x0000000000000000)
                 (= (short-entry pta region (bvadd page #x0000000000000001)) (bvadd (short-entry pta region page) #x0000000000000008)))))
(check-sat)
(pop 1)

(push 1)
(echo "entries-that-were-computed-by-hand: unsat expected")
(assert (not (and (= (short-entry #x1ff800000000009d #b001 #x0000000000000004) #x3ff8000000000020)
                  (= (short-entry #x1ffc0000000000d1 #b101 #x0000000000010000) #xbff0000000080000)
                  (= (short-entry #x000000000000003d #b000 #x0000000000000001) #x0000000000000008))))
(check-sat)
(pop 1)

(push 1)
(echo "two-pages-share-an-entry-of-a-small-table: sat expected")
(assert (and (distinct page other) (bvult page #x0000000000010000) (bvult other #x0000000000010000) (= (short-entry pta region page) (short-entry pta region other))))
(check-sat)
(pop 1)
