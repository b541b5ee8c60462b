; FIELD_RESERVED
; Bits 1:0 of ITIR, and of a present translation also bits 63:32 of ITIR and bits 1 and 51:50 of the page-table entry, raise
; Reserved Register/Field when set; so do bits 1 and 63:32 of a region register and bits 7:4 and 63:32 of a protection-key
; register.
;
; pte   the general register of the insertion
; itir  ITIR
; rr    what is moved to a region register
; pkr   what is moved to a protection-key register
(set-logic QF_BV)

(define-fun any-set ((word (_ BitVec 64)) (bits (_ BitVec 64))) Bool
  (distinct (bvand word bits) #x0000000000000000))

(define-fun present ((pte (_ BitVec 64))) Bool
  (any-set pte #x0000000000000001))

(define-fun insertion-field-reserved ((pte (_ BitVec 64)) (itir (_ BitVec 64))) Bool
  (or (any-set itir #x0000000000000003)
      (and (present pte)
           (or (any-set itir #xffffffff00000000)
               (any-set pte  #x000c000000000002)))))

(define-fun region-register-field-reserved ((rr (_ BitVec 64))) Bool
  (any-set rr #xffffffff00000002))

(define-fun key-register-field-reserved ((pkr (_ BitVec 64))) Bool
  (any-set pkr #xffffffff000000f0))

; The same from the other side: a register is its named fields, put together, and nothing else.
(define-fun itir-of (
    (key (_ BitVec 24)) (ps (_ BitVec 6))) (_ BitVec 64)
  (concat (_ bv0 32) key ps #b00))

(define-fun pte-of (
    (ignored (_ BitVec 11)) (ed (_ BitVec 1)) (ppn (_ BitVec 38)) (ar (_ BitVec 3)) (pl (_ BitVec 2))
    (d (_ BitVec 1)) (a (_ BitVec 1)) (ma (_ BitVec 3)) (p (_ BitVec 1))) (_ BitVec 64)
  (concat ignored ed #b00 ppn ar pl d a ma #b0 p))

(define-fun region-register-of (
    (rid (_ BitVec 24)) (ps (_ BitVec 6)) (ve (_ BitVec 1))) (_ BitVec 64)
  (concat (_ bv0 32) rid ps #b0 ve))

(define-fun key-register-of (
    (key (_ BitVec 24)) (xd (_ BitVec 1)) (rd (_ BitVec 1)) (wd (_ BitVec 1)) (v (_ BitVec 1))) (_ BitVec 64)
  (concat (_ bv0 32) key #b0000 xd rd wd v))

(define-fun bit ((word (_ BitVec 64)) (index (_ BitVec 6))) (_ BitVec 1)
  ((_ extract 0 0) (bvlshr word ((_ zero_extend 58) index))))

(declare-const pte (_ BitVec 64))
(declare-const itir (_ BitVec 64))
(declare-const rr (_ BitVec 64))
(declare-const pkr (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const index (_ BitVec 6))

(push 1)
(echo "a-present-translation-passes-when-it-is-its-fields: unsat expected")
(assert (not (=> (present pte)
                 (= (not (insertion-field-reserved pte itir))
                    (and (= itir (itir-of ((_ extract 31 8) itir) ((_ extract 7 2) itir)))
                         (= pte (pte-of ((_ extract 63 53) pte) ((_ extract 52 52) pte) ((_ extract 49 12) pte)
                                        ((_ extract 11 9) pte) ((_ extract 8 7) pte) ((_ extract 6 6) pte)
                                        ((_ extract 5 5) pte) ((_ extract 4 2) pte) ((_ extract 0 0) pte))))))))
(check-sat)
(pop 1)

(push 1)
(echo "of-an-absent-translation-two-bits-count: unsat expected")
(assert (not (=> (= (bit pte (_ bv0 6)) #b0)
                 (= (insertion-field-reserved pte itir)
                    (or (= (bit itir (_ bv0 6)) #b1) (= (bit itir (_ bv1 6)) #b1))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-region-register-passes-when-it-is-its-fields: unsat expected")
(assert (not (= (not (region-register-field-reserved rr))
                (= rr (region-register-of ((_ extract 31 8) rr) ((_ extract 7 2) rr) ((_ extract 0 0) rr))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-key-register-passes-when-it-is-its-fields: unsat expected")
(assert (not (= (not (key-register-field-reserved pkr))
                (= pkr (key-register-of ((_ extract 31 8) pkr) ((_ extract 3 3) pkr) ((_ extract 2 2) pkr)
                                        ((_ extract 1 1) pkr) ((_ extract 0 0) pkr))))))
(check-sat)
(pop 1)

(push 1)
(echo "fields-of-registers-never-raise: unsat expected")
(assert (not (and (=> (= (bvor rr #x00000000fffffffd) #x00000000fffffffd) (not (region-register-field-reserved rr)))
                  (=> (= (bvor pkr #x00000000ffffff0f) #x00000000ffffff0f) (not (key-register-field-reserved pkr)))
                  (=> (and (= (bvor pte  #xfff3fffffffffffd) #xfff3fffffffffffd)
                           (= (bvor itir #x00000000fffffffc) #x00000000fffffffc))
                      (not (insertion-field-reserved pte itir))))))
(check-sat)
(pop 1)

(push 1)
(echo "ignored-bits-take-no-part: unsat expected")
(assert (not (=> (= ((_ extract 52 0) pte) ((_ extract 52 0) other))
                 (= (insertion-field-reserved pte itir) (insertion-field-reserved other itir)))))
(check-sat)
(pop 1)

(push 1)
(echo "one-more-bit-never-helps-a-present-translation: unsat expected")
(assert (not (=> (and (present pte) (insertion-field-reserved pte itir))
                 (and (insertion-field-reserved (bvor pte other) itir) (insertion-field-reserved pte (bvor itir other))))))
(check-sat)
(pop 1)

(push 1)
(echo "whether-it-is-present-decides: sat expected")
(assert (and (insertion-field-reserved pte itir) (not (insertion-field-reserved (bvand pte #xfffffffffffffffe) itir))))
(check-sat)
(pop 1)

(push 1)
(echo "a-present-translation-passes: sat expected")
(assert (and (present pte) (not (insertion-field-reserved pte itir)) (not (region-register-field-reserved rr))
             (not (key-register-field-reserved pkr)) (distinct pte itir rr pkr #x0000000000000000)))
(check-sat)
(pop 1)

; A bit that the one register reserves and the other does not.
(push 1)
(echo "the-registers-differ: sat expected")
(assert (and (region-register-field-reserved rr) (not (key-register-field-reserved rr))
             (key-register-field-reserved pkr) (not (region-register-field-reserved pkr))))
(check-sat)
(pop 1)
