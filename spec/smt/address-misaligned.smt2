; ADDRESS_MISALIGNED
; A load or store whose address is not a multiple of its size raises Unaligned Data Reference while PSR.ac is 1, and a
; semaphore always does.
;
; address    of the reference
; size       how many bytes: 1, 2, 4, 8 or 16
; semaphore  whether the reference is a semaphore, and not a load or store
; ac         PSR.ac
(set-logic QF_BV)

(define-fun misaligned ((address (_ BitVec 64)) (size (_ BitVec 64))) Bool
  (distinct (bvand address (bvsub size #x0000000000000001)) #x0000000000000000))

(define-fun unaligned-data-reference ((address (_ BitVec 64)) (size (_ BitVec 64)) (semaphore Bool) (ac Bool)) Bool
  (and (misaligned address size) (or semaphore ac)))

; What the theorems speak of besides.
(define-fun size-possible ((size (_ BitVec 64))) Bool
  (or (= size #x0000000000000001) (= size #x0000000000000002) (= size #x0000000000000004)
      (= size #x0000000000000008) (= size #x0000000000000010)))

(define-fun multiple ((address (_ BitVec 64)) (size (_ BitVec 64))) Bool
  (= (bvurem address size) #x0000000000000000))

(define-fun window-of-16 ((address (_ BitVec 64))) (_ BitVec 60)
  ((_ extract 63 4) address))

(declare-const address (_ BitVec 64))
(declare-const size (_ BitVec 64))
(declare-const semaphore Bool)
(declare-const ac Bool)

(push 1)
(echo "misaligned-is-no-multiple: unsat expected")
(assert (not (and (= (misaligned address #x0000000000000001) (not (multiple address #x0000000000000001)))
                  (= (misaligned address #x0000000000000002) (not (multiple address #x0000000000000002)))
                  (= (misaligned address #x0000000000000004) (not (multiple address #x0000000000000004)))
                  (= (misaligned address #x0000000000000008) (not (multiple address #x0000000000000008)))
                  (= (misaligned address #x0000000000000010) (not (multiple address #x0000000000000010))))))
(check-sat)
(pop 1)

(push 1)
(echo "raised-for-loads-and-stores-while-ac-is-1: unsat expected")
(assert (size-possible size))
(assert (not (and (= (unaligned-data-reference address size false true) (misaligned address size))
                  (not (unaligned-data-reference address size false false)))))
(check-sat)
(pop 1)

(push 1)
(echo "raised-for-semaphores-whatever-ac-is: unsat expected")
(assert (not (= (unaligned-data-reference address size true ac) (misaligned address size))))
(check-sat)
(pop 1)

(push 1)
(echo "bytes-are-never-misaligned: unsat expected")
(assert (not (not (unaligned-data-reference address #x0000000000000001 semaphore ac))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-aligned-stays-in-a-window-of-16-bytes: unsat expected")
(assert (size-possible size))
(assert (not (=> (not (misaligned address size))
                 (= (window-of-16 address) (window-of-16 (bvadd address (bvsub size #x0000000000000001)))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-next-of-the-size-is-aligned-as-well: unsat expected")
(assert (size-possible size))
(assert (not (= (misaligned address size) (misaligned (bvadd address size) size))))
(check-sat)
(pop 1)

(push 1)
(echo "aligned-for-twice-the-size-is-aligned: unsat expected")
(assert (size-possible size))
(assert (not (=> (misaligned address size) (misaligned address (bvadd size size)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-load-is-performed-where-a-semaphore-is-not: sat expected")
(assert (size-possible size))
(assert (and (unaligned-data-reference address size true ac) (not (unaligned-data-reference address size false ac))))
(check-sat)
(pop 1)

(push 1)
(echo "aligned-for-half-the-size-only: sat expected")
(assert (and (misaligned address #x0000000000000010) (not (misaligned address #x0000000000000008))))
(check-sat)
(pop 1)
