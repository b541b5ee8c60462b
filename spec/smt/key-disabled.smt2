; KEY_DISABLED
; While PSR.pk is 1, a reference to a page whose key is in a valid protection-key register raises Key Permission if it reads
; and rd is 1, writes and wd is 1, or executes and xd is 1.
;
; pk      PSR.pk
; key     the key of the page
; pkr     the protection-key register: v{0}, wd{1}, rd{2}, xd{3}, key{31:8}
; access  what the reference does, three bits: reads, writes, executes
(set-logic QF_BV)

(define-fun read       () (_ BitVec 3) #b100)
(define-fun write      () (_ BitVec 3) #b010)
(define-fun read-write () (_ BitVec 3) #b110)
(define-fun execute    () (_ BitVec 3) #b001)

(define-fun holds-key ((pkr (_ BitVec 64)) (key (_ BitVec 24))) Bool
  (and (= ((_ extract 0 0) pkr) #b1) (= ((_ extract 31 8) pkr) key)))

; rd, wd and xd, in the order of the bits of an access.
(define-fun accesses-disabled ((pkr (_ BitVec 64))) (_ BitVec 3)
  (concat ((_ extract 2 2) pkr) ((_ extract 1 1) pkr) ((_ extract 3 3) pkr)))

(define-fun key-disabled ((pk Bool) (key (_ BitVec 24)) (pkr (_ BitVec 64)) (access (_ BitVec 3))) Bool
  (and pk (holds-key pkr key) (distinct (bvand access (accesses-disabled pkr)) #b000)))

; A register with a key in it and v 1, and nothing else.
(define-fun open-register ((key (_ BitVec 24))) (_ BitVec 64)
  (bvor (bvshl ((_ zero_extend 40) key) #x0000000000000008) #x0000000000000001))

(declare-const pk Bool)
(declare-const key (_ BitVec 24))
(declare-const pkr (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const access (_ BitVec 3))

(push 1)
(echo "an-open-register-disables-nothing: unsat expected")
(assert (not (not (key-disabled pk key (open-register key) access))))
(check-sat)
(pop 1)

; Each of the bits, added to an open register, takes away what its name says, and nothing else.
(push 1)
(echo "wd-disables-what-writes: unsat expected")
(assert (not (let ((wd (bvor (open-register key) #x0000000000000002)))
  (and (key-disabled true key wd write) (key-disabled true key wd read-write)
       (not (key-disabled true key wd read)) (not (key-disabled true key wd execute))))))
(check-sat)
(pop 1)

(push 1)
(echo "rd-disables-what-reads: unsat expected")
(assert (not (let ((rd (bvor (open-register key) #x0000000000000004)))
  (and (key-disabled true key rd read) (key-disabled true key rd read-write)
       (not (key-disabled true key rd write)) (not (key-disabled true key rd execute))))))
(check-sat)
(pop 1)

(push 1)
(echo "xd-disables-what-executes: unsat expected")
(assert (not (let ((xd (bvor (open-register key) #x0000000000000008)))
  (and (key-disabled true key xd execute)
       (not (key-disabled true key xd read)) (not (key-disabled true key xd write)) (not (key-disabled true key xd read-write))))))
(check-sat)
(pop 1)

(push 1)
(echo "reading-and-writing-is-disabled-when-either-is: unsat expected")
(assert (not (= (key-disabled pk key pkr read-write) (or (key-disabled pk key pkr read) (key-disabled pk key pkr write)))))
(check-sat)
(pop 1)

(push 1)
(echo "registers-that-are-not-valid-disable-nothing: unsat expected")
(assert (not (not (key-disabled pk key (bvand pkr #xfffffffffffffffe) access))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-key-of-the-page-counts: unsat expected")
(assert (not (=> (key-disabled pk key pkr access)
                 (= (bvlshr (bvand pkr #x00000000ffffff00) #x0000000000000008) ((_ zero_extend 40) key)))))
(check-sat)
(pop 1)

(push 1)
(echo "without-pk-nothing-is-disabled: unsat expected")
(assert (not (not (key-disabled false key pkr access))))
(check-sat)
(pop 1)

(push 1)
(echo "one-more-disable-bit-never-enables: unsat expected")
(assert (not (=> (key-disabled pk key pkr access)
                 (key-disabled pk key (bvor pkr (bvand other #x000000000000000e)) access))))
(check-sat)
(pop 1)

(push 1)
(echo "reserved-bits-take-no-part: unsat expected")
(assert (not (=> (= (bvand pkr #x00000000ffffff0f) (bvand other #x00000000ffffff0f))
                 (= (key-disabled pk key pkr access) (key-disabled pk key other access)))))
(check-sat)
(pop 1)

(push 1)
(echo "v-alone-decides: sat expected")
(assert (and (= (bvxor pkr other) #x0000000000000001) (key-disabled pk key pkr read) (not (key-disabled pk key other read))))
(check-sat)
(pop 1)

(push 1)
(echo "everything-is-disabled: sat expected")
(assert (and (key-disabled pk key pkr read) (key-disabled pk key pkr write) (key-disabled pk key pkr execute)))
(check-sat)
(pop 1)
