; TAG_IDENTIFYING
; Two pages of the same size that have the same index in a table of any size and the same tag have the same page number and
; the same region identifier.
;
; page    the page number of an address: 61 bits of an offset, of which at least 12 lie in the page, leave 49
; rid     the region identifier of its region
; window  ones in the bits of the index that number an entry: ten of the smallest table, which has 2^15 bytes
(set-logic QF_BV)

(define-fun index-of ((page (_ BitVec 64)) (rid (_ BitVec 24))) (_ BitVec 64)
  (bvxor page ((_ zero_extend 40) rid)))

(define-fun tag-of ((page (_ BitVec 64)) (rid (_ BitVec 24))) (_ BitVec 64)
  (bvxor page (concat #b0 rid #b000000000000000000000000000000000000000)))

; Any other function that serves as well.
(define-fun other-index-of ((page (_ BitVec 64)) (rid (_ BitVec 24))) (_ BitVec 64)
  (bvadd page ((_ zero_extend 40) rid)))

; What the theorems speak of besides: which page numbers there are, and when two indices number the same entry.
(define-fun page-number-possible ((page (_ BitVec 64))) Bool
  (bvult page #x0002000000000000))

(define-fun same-entry ((one (_ BitVec 64)) (two (_ BitVec 64)) (window (_ BitVec 64))) Bool
  (= (bvand one window) (bvand two window)))

(define-fun window-possible ((window (_ BitVec 64))) Bool
  (= (bvand window #x00000000000003ff) #x00000000000003ff))

(declare-const page (_ BitVec 64))
(declare-const another (_ BitVec 64))
(declare-const rid (_ BitVec 24))
(declare-const rid-of-another (_ BitVec 24))
(declare-const window (_ BitVec 64))
(assert (page-number-possible page))
(assert (page-number-possible another))
(assert (window-possible window))

(push 1)
(echo "index-and-tag-identify-page-and-region: unsat expected")
(assert (not (=> (and (same-entry (index-of page rid) (index-of another rid-of-another) window) (= (tag-of page rid) (tag-of another rid-of-another)))
                 (and (= page another) (= rid rid-of-another)))))
(check-sat)
(pop 1)

(push 1)
(echo "so-do-sum-and-tag: unsat expected")
(assert (not (=> (and (same-entry (other-index-of page rid) (other-index-of another rid-of-another) window) (= (tag-of page rid) (tag-of another rid-of-another)))
                 (and (= page another) (= rid rid-of-another)))))
(check-sat)
(pop 1)

(push 1)
(echo "no-tag-is-invalid: unsat expected")
(assert (not (= ((_ extract 63 63) (tag-of page rid)) #b0)))
(check-sat)
(pop 1)

(push 1)
(echo "index-and-tag-that-were-computed-by-hand: unsat expected")
(assert (not (and (= (tag-of #x0000000000000004 #x123456) #x091a2b0000000004) (= (index-of #x0000000000000004 #x123456) #x0000000000123452))))
(check-sat)
(pop 1)

(push 1)
(echo "the-tag-alone-identifies-nothing: sat expected")
(assert (and (distinct page another) (= (tag-of page rid) (tag-of another rid-of-another))))
(check-sat)
(pop 1)

(push 1)
(echo "nor-does-the-index: sat expected")
(assert (and (distinct page another) (= (index-of page rid) (index-of another rid-of-another))))
(check-sat)
(pop 1)
